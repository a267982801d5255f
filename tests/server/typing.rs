//! Edits at random, many at once, in documents open side by side: text and findings are those of a server that opens the outcome.
//!
//! The places of the client are counted here by other means than the server's.

use crate::client::{Client, usual_capabilities};
use crate::diagnostics::{expected_at, told};
use crate::edits::{Edits, count, documents};
use planlint::text::Encoding;
use serde_json::{Value, json};

const ENCODINGS: [(&str, Encoding); 3] = [("utf-8", Encoding::Utf8), ("utf-16", Encoding::Utf16), ("utf-32", Encoding::Utf32)];
/// Longer documents are shortened again.
const LONGEST: usize = 3_000;
const DOCUMENTS: usize = 10;

/// The line and character of byte `at`, counted from the start; a place between the halves of a line end is before it.
fn position(text: &str, at: usize, encoding: Encoding) -> Value {
    let at = if text[..at].ends_with('\r') && text[at..].starts_with('\n') { at - 1 } else { at };
    let (mut line, mut character, mut last) = (0, 0, ' ');
    for letter in text[..at].chars() {
        match (letter, last) {
            ('\n', '\r') => {}
            ('\n' | '\r', _) => (line, character) = (line + 1, 0),
            _ => {
                character += match encoding {
                    Encoding::Utf8 => letter.len_utf8(),
                    Encoding::Utf16 => letter.len_utf16(),
                    Encoding::Utf32 => 1,
                }
            }
        }
        last = letter;
    }
    json!({ "line": line, "character": character })
}

/// Changes `text` at random, and says how as clients do.
fn edit(text: &mut String, edits: &mut Edits, encoding: Encoding) -> Value {
    let (span, new) = edits.next(text);
    let (start, end) = (span.start as usize, span.end as usize + if text.len() > LONGEST { 400 } else { 0 });
    let end = (start..=end.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(start);
    // A client cannot point between a carriage return and its line feed.
    let halves = |at: usize| text[..at].ends_with('\r') && text[at..].starts_with('\n');
    let (start, end) = (if halves(start) { start - 1 } else { start }, if halves(end) { end + 1 } else { end });
    let range = json!({ "start": position(text, start, encoding), "end": position(text, end, encoding) });
    text.replace_range(start..end, &new);
    json!({ "range": range, "text": new })
}

#[test]
fn after_any_edits_text_and_findings_are_those_of_a_fresh_run() {
    let written = documents();
    for (number, (word, encoding)) in ENCODINGS.into_iter().enumerate() {
        let mut capabilities = usual_capabilities();
        capabilities["general"] = json!({ "positionEncodings": [word] });
        capabilities["textDocument"]["diagnostic"] = json!({});
        let mut client = Client::with(capabilities, None);
        let mut edits = Edits::new(number as u64);
        let mut open: Vec<(String, String)> = (0..DOCUMENTS)
            .map(|document| (format!("/planlint-no-such-folder/{document}/a.plan.md"), written[edits.below(written.len())].clone()))
            .collect();
        for (path, text) in &open {
            client.open(&format!("file://{path}"), text);
        }
        let mut made = 0;
        for version in 2.. {
            let (path, text) = &mut open[edits.below(DOCUMENTS)];
            let before = text.clone();
            let changes: Vec<Value> = (0..edits.burst()).map(|_| edit(text, &mut edits, encoding)).collect();
            made += changes.len();
            let uri = format!("file://{path}");
            client.change(&uri, version, json!(changes));
            let kept = client.request("planlint/text", json!({ "uri": uri }));
            assert_eq!(kept["text"], text.as_str(), "{changes:?} of {before:?}");
            let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
            let found = told(report["items"].as_array().expect("a full report"));
            assert_eq!(found, expected_at(path, text, encoding), "{changes:?} of {before:?} in {word}");
            if made * ENCODINGS.len() >= count(900) {
                break;
            }
        }
    }
}

/// In a document that is one long list each keystroke would have all of it read again: until the writer pauses the client sees what it saw,
/// moved with the text, and then what a fresh run finds.
#[test]
fn a_document_of_one_piece_is_read_again_in_a_pause() {
    let path = "/planlint-no-such-folder/long/a.plan.md";
    let uri = format!("file://{path}");
    let rows: String = (0..2_000).map(|row| format!("- Ann: call number {row} 😀 by 2026-0{}-01\n", row % 9 + 1)).collect();
    let mut text = format!("---\nkind: plan\n---\n# Spring\n\n## Actions\n\n{rows}");
    for (word, encoding) in ENCODINGS {
        let mut capabilities = usual_capabilities();
        capabilities["general"] = json!({ "positionEncodings": [word] });
        let mut client = Client::with(capabilities, None);
        client.open(&uri, &text);
        assert_eq!(told(&client.diagnostics(&uri, 1)), expected_at(path, &text, encoding));
        let mut edits = Edits::new(77);
        let mut version = 1;
        for _ in 0..4 {
            for _ in 0..5 {
                version += 1;
                let changes = json!([edit(&mut text, &mut edits, encoding)]);
                client.change(&uri, version, changes);
                client.diagnostics(&uri, version);
            }
            // The head of a long document bears on all of it.
            let (start, end, new) = match text.find("status: done\n") {
                Some(start) => (start, start + 13, ""),
                None => (text.find('\n').map_or(0, |at| at + 1), text.find('\n').map_or(0, |at| at + 1), "status: done\n"),
            };
            let range = json!({ "start": position(&text, start, encoding), "end": position(&text, end, encoding) });
            text.replace_range(start..end, new);
            version += 1;
            client.change(&uri, version, json!([{ "range": range, "text": new }]));
            let expected = expected_at(path, &text, encoding);
            client.wait(|message| {
                let params = &message["params"];
                params["version"] == version && told(params["diagnostics"].as_array().map_or(&[], Vec::as_slice)) == expected
            });
            assert_eq!(client.request("planlint/text", json!({ "uri": uri }))["text"], text.as_str());
        }
    }
}

/// Who asks after each key and cannot be told to ask again, such as Neovim, is told all there is, however fast the keys come.
#[test]
fn who_cannot_be_told_to_ask_again_is_told_everything() {
    let path = "/planlint-no-such-folder/asked/a.plan.md";
    let uri = format!("file://{path}");
    let rows: String = (0..1_500).map(|row| format!("- Ann: call number {row} 😀 by 2026-0{}-01\n", row % 9 + 1)).collect();
    for (word, encoding) in ENCODINGS {
        let mut capabilities = usual_capabilities();
        capabilities["general"] = json!({ "positionEncodings": [word] });
        capabilities["textDocument"]["diagnostic"] = json!({});
        let mut client = Client::with(capabilities, None);
        let mut text = format!("# Spring\n\n## Mission\n\nWe keep every home warm.\n\n## Actions\n\n{rows}");
        client.open(&uri, &text);
        let mut edits = Edits::new(5);
        let mut waited = Vec::new();
        for version in 2..40 {
            let changes = json!([edit(&mut text, &mut edits, encoding)]);
            client.change(&uri, version, changes);
            waited.push(client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } })));
        }
        let answers: Vec<Value> = waited.into_iter().map(|id| client.answer(id)).collect();
        let last = answers.last().expect("an answer");
        assert_eq!(told(last["result"]["items"].as_array().expect("a full report")), expected_at(path, &text, encoding), "{word}");
        assert!(answers.iter().all(|answer| answer["result"]["kind"] == "full"), "each is answered");
    }
}
