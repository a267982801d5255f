//! The editor and the command line mend alike, to the byte.

use crate::client::Client;
use planlint::text::{Encoding, Text};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What the editor makes of the document at `file`.
fn mended_by_the_editor(client: &mut Client, file: &Path, text: &str, kind: &str) -> Option<String> {
    let uri = format!("file://{}", file.display());
    let params = json!({
        "textDocument": { "uri": uri },
        "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 100_000, "character": 0 } },
        "context": { "diagnostics": [], "only": [kind] },
    });
    let actions = client.request("textDocument/codeAction", params);
    let action = actions.as_array()?.iter().find(|action| action["kind"] == kind)?.clone();
    let action = client.request("codeAction/resolve", action);
    let changes = action["edit"]["documentChanges"].as_array().cloned().unwrap_or_default();
    let edits: Vec<&Value> = changes.iter().filter_map(|change| change["edits"].as_array()).flatten().collect();
    Some(applied(text, &edits))
}

/// `text` after the edits of a client, the last first so that none moves another.
fn applied(text: &str, edits: &[&Value]) -> String {
    let place = |at: &Value| (at["line"].as_u64().unwrap_or(0) as u32, at["character"].as_u64().unwrap_or(0) as u32);
    let mut edits: Vec<_> = edits
        .iter()
        .map(|edit| (place(&edit["range"]["start"]), place(&edit["range"]["end"]), edit["newText"].as_str().unwrap_or_default()))
        .collect();
    edits.sort_unstable();
    let mut text = Text::new(text);
    for (start, end, new) in edits.into_iter().rev() {
        text.edit_range(start, end, Encoding::Utf16, new);
    }
    text.to_string()
}

fn mended_by_the_command_line(folder: &Path, file: &Path, text: &str, scaffold: bool) -> String {
    let mut command = assert_cmd::Command::cargo_bin("planlint").expect("the program");
    command.current_dir(folder).env("PLANLINT_TODAY", "2026-02-01").args(["fix", "--quiet", "--format", "short", "--stdin-filename"]);
    command.arg(file).args(scaffold.then_some("--scaffold")).arg("-").write_stdin(text);
    String::from_utf8(command.output().expect("a run").stdout).expect("UTF-8")
}

fn documents() -> Vec<(String, String)> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![own.join("tests/fix/documents"), own.join("tests/fixtures")];
    folders.extend(std::env::var_os("PLANLINT_CORPUS").map(PathBuf::from));
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if let (Some(name), Ok(text)) = (path.file_name(), std::fs::read_to_string(&path))
                && path.extension().is_some_and(|ending| ending == "md")
            {
                found.push((name.to_string_lossy().into_owned(), text));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn the_editor_and_the_command_line_mend_alike() {
    let house = tempfile::tempdir().expect("a folder");
    let folder = house.path().canonicalize().expect("it is there");
    let mut client = Client::usual();
    let (mut compared, mut changed) = (0, 0);
    for (number, (name, plain)) in documents().into_iter().enumerate() {
        let name = name.replace(|sign: char| !sign.is_ascii_alphanumeric() && sign != '.' && sign != '-', "-");
        for (saved, text) in [("lf", plain.clone()), ("crlf", format!("\u{feff}{}", plain.replace('\n', "\r\n")))] {
            let file = folder.join(format!("{number}-{saved}")).join(&name);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            std::fs::write(&file, &text).expect("a file");
            client.open(&format!("file://{}", file.display()), &text);
            for (kind, scaffold) in [("source.fixAll.planlint", false), ("refactor.rewrite.planlint", true)] {
                let Some(by_editor) = mended_by_the_editor(&mut client, &file, &text, kind) else { continue };
                assert_eq!(by_editor, mended_by_the_command_line(&folder, &file, &text, scaffold), "{name} {saved} {kind}");
                compared += 1;
                changed += u32::from(by_editor != text);
            }
        }
    }
    assert!(compared > 20 && changed > 10, "{compared} compared, {changed} of them changed");
}
