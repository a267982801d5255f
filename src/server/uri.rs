//! Addresses of documents: to paths and back, and tolerance for those that are no URIs.
//!
//! Clients send spaces, bare `%` and letters of every script. Such an address is written as a URI on the way in and never refused.

use serde_json::Value;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use tower_lsp::ls_types::Uri;

/// Keys under which messages hold addresses.
const KEYS: [&str; 6] = ["uri", "rootUri", "oldUri", "newUri", "scopeUri", "baseUri"];
/// Stands before an address without a scheme.
const NO_SCHEME: &str = "unknown:";

/// Makes every address in `params` a URI.
pub(super) fn tolerate(params: &mut Value) {
    match params {
        Value::Object(entries) => {
            for (key, value) in entries {
                match value {
                    Value::String(address) if KEYS.contains(&key.as_str()) && Uri::from_str(address).is_err() => {
                        *address = as_uri(address);
                    }
                    Value::Object(_) | Value::Array(_) => tolerate(value),
                    _ => {}
                }
            }
        }
        Value::Array(values) => values.iter_mut().filter(|value| value.is_object()).for_each(tolerate),
        _ => {}
    }
}

/// `address` with everything escaped that a URI may not hold.
fn as_uri(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len() + 16);
    let bytes = address.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let is_escape = byte == b'%' && bytes.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        if byte.is_ascii_alphanumeric() || is_escape || b"-._~:/?#@!$&'()*+,;=".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    if Uri::from_str(&escaped).is_ok() {
        return escaped;
    }
    let opaque: String = escaped.chars().map(|letter| if letter.is_ascii_alphanumeric() || letter == '%' { letter } else { '-' }).collect();
    format!("{NO_SCHEME}{opaque}")
}

/// The path of a document on this machine; `None` when it lies elsewhere or nowhere.
pub(super) fn to_path(uri: &Uri) -> Option<PathBuf> {
    let is_file = uri.scheme().as_str().eq_ignore_ascii_case("file");
    let path = is_file.then(|| uri.to_file_path()).flatten()?;
    path.is_absolute().then(|| path.into_owned())
}

/// The address of an absolute path.
pub(super) fn of_path(path: &Path) -> Option<Uri> {
    Uri::from_file_path(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_address_becomes_a_uri() {
        for (address, wanted) in [
            ("file:///a/b.md", "file:///a/b.md"),
            ("file:///a b.md", "file:///a%20b.md"),
            ("file:///é/中.md", "file:///%C3%A9/%E4%B8%AD.md"),
            ("file:///50%.md", "file:///50%25.md"),
            ("untitled:Untitled-1", "untitled:Untitled-1"),
            ("not a uri", "unknown:not%20a%20uri"),
            ("", "unknown:"),
        ] {
            let mut params = json!({ "textDocument": { "uri": address } });
            tolerate(&mut params);
            let found = params["textDocument"]["uri"].as_str().unwrap_or_default().to_owned();
            assert_eq!(found, wanted);
            assert!(Uri::from_str(&found).is_ok(), "{found}");
        }
    }

    #[test]
    fn paths_come_back() {
        for path in ["/a/b c.md", "/é/中/😀.md", "/50%/x#y?.md"] {
            let uri = of_path(Path::new(path)).expect("a path");
            assert_eq!(to_path(&uri).as_deref(), Some(Path::new(path)), "{}", uri.as_str());
        }
        assert_eq!(Uri::from_str("untitled:Untitled-1").ok().and_then(|uri| to_path(&uri)), None);
    }
}
