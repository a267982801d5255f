//! The same answers: for a folder of documents the server says what `planlint check` says, in every encoding, whether a document is
//! opened, typed letter by letter, or changed on the disk.
//!
//! The documents are the examples of the rule pages and, where PLANLINT_CORPUS names a folder, all that lie in it. Long ones are only typed
//! when PLANLINT_TYPED gives the most bytes to type.

use crate::client::{Client, usual_capabilities};
use planlint::rules::{Catalogue, ExampleKind, examples};
use planlint::text::{Encoding, Lines};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const ENCODINGS: [(&str, Encoding); 3] = [("utf-8", Encoding::Utf8), ("utf-16", Encoding::Utf16), ("utf-32", Encoding::Utf32)];
const PATIENCE: Duration = Duration::from_secs(120);

/// What is found in a document: code, message, severity, first and last byte.
type Found = Vec<(String, String, String, usize, usize)>;

/// A folder of documents, and what the command line finds in each.
struct Stories {
    folder: tempfile::TempDir,
    texts: BTreeMap<String, String>,
    found: BTreeMap<String, Found>,
}

impl Stories {
    fn new() -> Self {
        let mut texts = BTreeMap::new();
        for page in Catalogue::shipped().pages() {
            for (number, example) in examples(&page.body).into_iter().enumerate().filter(|(_, example)| example.kind != ExampleKind::Fixed) {
                let name = example.file.unwrap_or_else(|| "a.plan.md".to_owned());
                texts.insert(format!("{}/{number}/{name}", page.code), example.text);
            }
        }
        if let Some(corpus) = std::env::var_os("PLANLINT_CORPUS") {
            gather(Path::new(&corpus), "corpus", &mut texts);
        }
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("planlint.toml"), "include = [\"**/*.md\"]\n").expect("written");
        let mut stories = Self { folder, texts, found: BTreeMap::new() };
        stories.write(|text| text);
        stories.check();
        stories
    }

    fn write(&self, what: impl Fn(&str) -> &str) {
        for (name, text) in &self.texts {
            let path = self.folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).and_then(|()| fs::write(&path, what(text))).expect("written");
        }
    }

    /// Asks the command line.
    fn check(&mut self) {
        let output = Command::new(env!("CARGO_BIN_EXE_planlint"))
            .args(["check", ".", "--min-severity", "hint", "--fail-on", "never", "--today", "2026-02-01", "--format", "jsonl"])
            .current_dir(self.folder.path())
            .output()
            .expect("the program");
        for line in String::from_utf8(output.stdout).expect("UTF-8").lines() {
            let it: Value = serde_json::from_str(line).expect("JSON");
            let text = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
            let byte = |end: &str| it["range"][end]["byte"].as_u64().expect("a byte") as usize;
            let found = (text("code"), text("message"), text("severity"), byte("start"), byte("end"));
            self.found.entry(text("path")).or_default().push(found);
        }
        assert!(self.found.len() > 50, "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn uri(&self, name: &str) -> String {
        let escaped: String = name.bytes().map(|byte| if byte.is_ascii_alphanumeric() || b"/.-_".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect();
        format!("file://{}/{escaped}", self.folder.path().display())
    }

    /// What the command line finds in a document, as a client is told of it.
    fn expected(&self, name: &str, encoding: Encoding) -> Vec<Value> {
        let lines = Lines::new(&self.texts[name]);
        let place = |at: usize| {
            let (line, character) = lines.position(at, encoding);
            json!({ "line": line, "character": character })
        };
        let severity = |word: &str| ["error", "warning", "info", "hint"].iter().position(|known| *known == word).map(|number| number + 1);
        let found = self.found.get(name).into_iter().flatten();
        found.map(|(code, message, weight, start, end)| json!([code, message, severity(weight), place(*start), place(*end)])).collect()
    }

    /// One that asks for diagnostics of this folder and cannot be told to ask again, so that each answer is whole.
    fn client(&self, encoding: &str, refreshes: bool) -> Client {
        let mut capabilities = usual_capabilities();
        capabilities["general"] = json!({ "positionEncodings": [encoding] });
        capabilities["textDocument"]["diagnostic"] = json!({});
        capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": refreshes });
        Client::with(capabilities, self.folder.path().to_str())
    }
}

fn gather(folder: &Path, name: &str, texts: &mut BTreeMap<String, String>) {
    let entries = fs::read_dir(folder).expect("a folder");
    for entry in entries.filter_map(Result::ok) {
        let (path, name) = (entry.path(), format!("{name}/{}", entry.file_name().to_string_lossy()));
        if path.is_dir() {
            gather(&path, &name, texts);
        } else if path.extension().is_some_and(|ending| ending == "md")
            && let Ok(text) = fs::read_to_string(&path)
        {
            texts.insert(name, text);
        }
    }
}

fn asked(client: &mut Client, uri: &str) -> Vec<Value> {
    let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
    told(&report["items"])
}

fn told(items: &Value) -> Vec<Value> {
    let items = items.as_array().into_iter().flatten();
    items.map(|it| json!([it["code"], it["message"], it["severity"], it["range"]["start"], it["range"]["end"]])).collect()
}

#[test]
fn opened_a_document_has_the_findings_of_the_command_line() {
    let stories = Stories::new();
    for (word, encoding) in ENCODINGS {
        let mut client = stories.client(word, false);
        for (name, text) in &stories.texts {
            let uri = stories.uri(name);
            client.open(&uri, text);
            let expected = stories.expected(name, encoding);
            let told = asked(&mut client, &uri);
            if expected.len() <= 1_000 {
                assert_eq!(told, expected, "{name} in {word}");
            }
        }
        assert_eq!(client.leave(), 0);
    }
}

#[test]
fn typed_letter_by_letter_a_document_has_the_findings_of_the_command_line() {
    let most = std::env::var("PLANLINT_TYPED").ok().and_then(|bytes| bytes.parse().ok()).unwrap_or(250);
    let stories = Stories::new();
    let short: Vec<_> = stories.texts.iter().filter(|(_, text)| text.len() <= most).collect();
    assert!(short.len() > 50, "too few to type");
    for (number, (word, encoding)) in ENCODINGS.into_iter().enumerate() {
        let mut client = stories.client(word, false);
        for &(name, text) in short.iter().skip(number).step_by(ENCODINGS.len()) {
            let uri = stories.uri(name);
            client.open(&uri, "");
            let mut cursor = (0, 0);
            for (version, letter) in (2..).zip(text.chars()) {
                let place = json!({ "line": cursor.0, "character": cursor.1 });
                client.change(&uri, version, json!([{ "range": { "start": place, "end": place }, "text": letter }]));
                // A line feed behind a carriage return is put behind it; the server takes both for one.
                cursor = if matches!(letter, '\n' | '\r') { (cursor.0 + 1, 0) } else { (cursor.0, cursor.1 + encoding.len(&letter.to_string())) };
            }
            if text.contains('\r') {
                // Typed in such steps a document with carriage returns is another one.
                client.replace(&uri, i32::MAX, text);
            }
            assert_eq!(asked(&mut client, &uri), stories.expected(name, encoding), "{name} in {word}");
        }
    }
}

#[test]
fn changed_on_the_disk_a_document_has_the_findings_of_the_command_line() {
    let stories = Stories::new();
    stories.write(|_| "");
    let mut client = stories.client("utf-16", true);
    client.wait(|message| message["method"] == "workspace/diagnostic/refresh");
    stories.write(|text| text);
    let changes: Vec<Value> = stories.texts.keys().map(|name| json!({ "uri": stories.uri(name), "type": 2 })).collect();
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    let expected: BTreeMap<String, Vec<Value>> = stories.texts.keys().map(|name| (stories.uri(name), stories.expected(name, Encoding::Utf16))).collect();
    let expected = expected.into_iter().filter(|(_, found)| found.len() <= 1_000).collect::<BTreeMap<_, _>>();
    let start = Instant::now();
    loop {
        let report = client.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
        let items = report["items"].as_array().expect("reports").iter();
        let found: BTreeMap<String, Vec<Value>> = items.map(|it| (it["uri"].as_str().unwrap_or_default().to_owned(), told(&it["items"]))).collect();
        let wrong = expected.iter().find(|(uri, wanted)| found.get(*uri).map_or(&[][..], Vec::as_slice) != wanted.as_slice());
        let Some((uri, wanted)) = wrong else { return };
        assert!(start.elapsed() < PATIENCE, "{uri}: {:#?} and not {wanted:#?}", found.get(uri));
        std::thread::sleep(Duration::from_millis(100));
    }
}
