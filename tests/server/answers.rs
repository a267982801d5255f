//! The same answers: for a folder of documents the server says what `planlint check` says, in every encoding, whether a document is
//! opened, typed letter by letter, or changed on the disk.
//!
//! Of long documents only some are typed, unless `PLANLINT_TYPED` gives the most bytes to type.

use crate::client::Client;
use crate::stories::{ENCODINGS, Fresh, Story, stories};
use planlint::text::Encoding;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(120);
/// In how many places at least a document is held against a fresh run while it is typed; a short one behind every letter.
const PLACES: usize = 200;

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
    for story in stories() {
        for (word, encoding) in ENCODINGS {
            let mut client = story.client(word, false);
            for (name, text) in &story.texts {
                let uri = story.uri(name);
                client.open(&uri, text);
                let told = asked(&mut client, &uri);
                if let Some(expected) = story.expected(name, encoding) {
                    assert_eq!(told, expected, "{name} in {word}");
                }
            }
            assert_eq!(client.leave(), 0);
        }
    }
}

#[test]
fn typed_letter_by_letter_a_document_has_the_findings_of_the_command_line_in_utf_8() {
    type_everything(0);
}

#[test]
fn typed_letter_by_letter_a_document_has_the_findings_of_the_command_line_in_utf_16() {
    type_everything(1);
}

#[test]
fn typed_letter_by_letter_a_document_has_the_findings_of_the_command_line_in_utf_32() {
    type_everything(2);
}

/// Types a third of all documents, another one for each encoding.
fn type_everything(number: usize) {
    let most = std::env::var("PLANLINT_TYPED").ok().and_then(|bytes| bytes.parse().ok());
    let mut typed = 0;
    for story in stories() {
        let (mut client, fresh) = (story.client(ENCODINGS[number].0, false), story.engine());
        let short = story.texts.iter().filter(|(_, text)| text.len() <= most.unwrap_or(250));
        for (name, text) in short.skip(number).step_by(ENCODINGS.len()) {
            // In passing a few places must do.
            let places = if most.is_some() { PLACES } else { 5 };
            let step = if most.is_some() && text.len() <= 5 * PLACES { 1 } else { text.len().div_ceil(places).max(1) };
            type_out(&mut client, &fresh, name, ENCODINGS[number].1, step);
            typed += 1;
        }
        assert_eq!(client.leave(), 0);
    }
    assert!(typed > 20, "too few to type: {typed}");
}

/// Types a document, and holds it against a fresh run behind every `step` letters, and at its end against the command line.
fn type_out(client: &mut Client, fresh: &Fresh<'_>, name: &str, encoding: Encoding, step: usize) {
    let story = fresh.story;
    let (uri, text) = (story.uri(name), &story.texts[name]);
    client.open(&uri, "");
    let (mut line, mut character, mut last) = (0, 0, ' ');
    for (number, (at, letter)) in text.char_indices().enumerate() {
        let place = json!({ "line": line, "character": character });
        let version = i32::try_from(number + 2).expect("no document is that long");
        client.change(&uri, version, json!([{ "range": { "start": place, "end": place }, "text": letter }]));
        match letter {
            // Behind a carriage return it makes one line end of two letters.
            '\n' if last == '\r' => {}
            '\n' | '\r' => (line, character) = (line + 1, 0),
            _ => character += encoding.len(letter.encode_utf8(&mut [0; 4])),
        }
        last = letter;
        if number % step == 0 {
            let begun = &text[..at + letter.len_utf8()];
            let told = asked(client, &uri);
            if let Some(expected) = fresh.expected(name, begun, encoding) {
                let end: String = begun.chars().skip(number.saturating_sub(200)).collect();
                assert_eq!(told, expected, "{name} up to {end:?}");
            }
        }
    }
    let told = asked(client, &uri);
    if let Some(expected) = story.expected(name, encoding) {
        assert_eq!(told, expected, "{name}");
    }
}

#[test]
fn changed_on_the_disk_a_document_has_the_findings_of_the_command_line() {
    for story in stories() {
        for (word, encoding) in ENCODINGS {
            change_on_the_disk(&story, word, encoding);
        }
    }
}

/// Has every document written while the server runs, and waits until it says of each what the command line says.
fn change_on_the_disk(story: &Story, word: &str, encoding: Encoding) {
    story.write(|_| "");
    let mut client = story.client(word, true);
    client.wait(|message| message["method"] == "workspace/diagnostic/refresh");
    story.write(|text| text);
    let changes: Vec<Value> = story.texts.keys().map(|name| json!({ "uri": story.uri(name), "type": 2 })).collect();
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    let expected = story.texts.keys().filter_map(|name| Some((story.uri(name), story.expected(name, encoding)?)));
    let expected: BTreeMap<String, Vec<Value>> = expected.collect();
    let start = Instant::now();
    loop {
        let report = client.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
        let items = report["items"].as_array().expect("reports").iter();
        let found: BTreeMap<String, Vec<Value>> =
            items.map(|it| (it["uri"].as_str().unwrap_or_default().to_owned(), told(&it["items"]))).collect();
        let wrong = expected.iter().find(|(uri, wanted)| found.get(*uri).map_or(&[][..], Vec::as_slice) != wanted.as_slice());
        let Some((uri, wanted)) = wrong else { break };
        assert!(start.elapsed() < PATIENCE, "{uri} in {word}: {:#?} and not {wanted:#?}", found.get(uri));
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(client.leave(), 0);
}
