//! Findings in the editor: the same as on the command line, in every encoding, however the text came about.

use crate::client::{Client, usual_capabilities};
use planlint::config::Config;
use planlint::judge::{Choice, Settings, judge_text};
use planlint::rules::{Catalogue, examples};
use planlint::text::{Encoding, Lines};
use planlint::workspace::Files;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

const URI: &str = "file:///planlint-no-such-folder/a.plan.md";
const PATH: &str = "/planlint-no-such-folder/a.plan.md";
const PLAN: &str = "# Spring\n\n## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n| Call 田中 😀 today |  | 2026-01-05 |\n";

/// What the command line says: code, message and place.
fn expected(text: &str, encoding: Encoding) -> Vec<Value> {
    expected_at(PATH, text, encoding)
}

/// As [`expected`], of the document at `path`.
pub(crate) fn expected_at(path: &str, text: &str, encoding: Encoding) -> Vec<Value> {
    // The server was told of no folder: that of a document is its workspace.
    let folder = Path::new(path).parent().expect("a file lies in a folder");
    let config = Arc::new(Config::built_in(folder));
    let settings = Settings::new(config, Catalogue::shipped(), &Choice::default(), "2026-02-01".parse().expect("a day"));
    let index = settings.index(Arc::new(Files::on_disk()), "/".into());
    let lines = Lines::new(text);
    let place = |at: u32| {
        let (line, character) = lines.position(at as usize, encoding);
        json!({ "line": line, "character": character })
    };
    let findings = judge_text(text, Path::new(path), &settings, &index);
    findings.iter().map(|it| json!([&*it.code, it.message, place(it.span.start), place(it.span.end)])).collect()
}

pub(crate) fn told(diagnostics: &[Value]) -> Vec<Value> {
    diagnostics.iter().map(|it| json!([it["code"], it["message"], it["range"]["start"], it["range"]["end"]])).collect()
}

#[test]
fn pushes_what_the_command_line_says_with_the_version() {
    for (name, encoding) in [("utf-8", Encoding::Utf8), ("utf-16", Encoding::Utf16), ("utf-32", Encoding::Utf32)] {
        let mut capabilities = usual_capabilities();
        capabilities["general"] = json!({ "positionEncodings": [name] });
        let mut client = Client::with(capabilities, None);
        client.open(URI, PLAN);
        assert_eq!(told(&client.diagnostics(URI, 1)), expected(PLAN, encoding), "{name}");
        let longer = format!("{PLAN}\n## Open questions\n\n- Who pays?\n");
        client.replace(URI, 2, &longer);
        assert_eq!(told(&client.diagnostics(URI, 2)), expected(&longer, encoding), "{name}");
    }
}

#[test]
fn typed_letter_by_letter_the_findings_are_the_same() {
    let mut client = Client::usual();
    let pages = Catalogue::shipped().pages().iter().step_by(7);
    let texts: Vec<String> = pages.filter_map(|page| examples(&page.body).into_iter().next().map(|example| example.text)).collect();
    for (number, text) in texts.iter().enumerate() {
        let uri = URI.replace("a.plan", &format!("t{number}.plan"));
        client.open(&uri, "");
        let mut typed = String::new();
        for (version, letter) in (2..).zip(text.chars()) {
            let (line, character) = Lines::new(&typed).position(typed.len(), Encoding::Utf16);
            let end = json!({ "line": line, "character": character });
            client.change(&uri, version, json!([{ "range": { "start": end, "end": end }, "text": letter }]));
            typed.push(letter);
        }
        let version = typed.chars().count() as i32 + 1;
        assert_eq!(told(&client.diagnostics(&uri, version)), expected(text, Encoding::Utf16), "{text}");
    }
}

#[test]
fn versions_never_go_back() {
    let mut client = Client::usual();
    client.open(URI, PLAN);
    for version in 2..=300 {
        client.replace(URI, version, &format!("{PLAN}\nTBD {version}\n"));
    }
    let mut last = 0;
    while last < 300 {
        let told = client.wait(|message| message["method"] == "textDocument/publishDiagnostics");
        let version = told["params"]["version"].as_i64().expect("a version");
        assert!(version > last, "{version} after {last}");
        last = version;
    }
}

#[test]
fn one_who_asks_is_not_told() {
    let mut capabilities = usual_capabilities();
    capabilities["textDocument"]["diagnostic"] = json!({ "dynamicRegistration": false });
    let mut client = Client::with(capabilities, None);
    client.open(URI, PLAN);
    let ask = |client: &mut Client, known: Value| {
        client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI }, "previousResultId": known }))
    };
    let report = ask(&mut client, Value::Null);
    assert_eq!(report["kind"], "full");
    assert_eq!(told(report["items"].as_array().expect("items")), expected(PLAN, Encoding::Utf16));
    assert_eq!(ask(&mut client, report["resultId"].clone())["kind"], "unchanged");
    // An id follows the text: it is another one while lines lie elsewhere or say something else, and the same when they are back.
    let start = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
    let first_line = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 1, "character": 0 } });
    for (version, range, new, kind) in [(2, start, "\n", "full"), (3, first_line, "", "unchanged")] {
        client.change(URI, version, json!([{ "range": range, "text": new }]));
        assert_eq!(ask(&mut client, report["resultId"].clone())["kind"], kind, "{version}");
    }
    client.replace(URI, 4, "# Spring\n");
    assert_eq!(ask(&mut client, report["resultId"].clone())["kind"], "full");
    let all = client.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
    assert_eq!(all["items"][0]["uri"], URI);
    client.request("shutdown", Value::Null);
    client.notify("exit", Value::Null);
    assert_eq!(client.end(), 0);
}

#[test]
fn shows_a_thousand_and_says_how_many_more() {
    let mut client = Client::usual();
    let rows: String = (0..1_200).map(|row| format!("| Call number {row} |  | 2026-03-01 |\n")).collect();
    client.open(URI, &format!("# Spring\n\n## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n{rows}"));
    let diagnostics = client.diagnostics(URI, 1);
    assert_eq!(diagnostics.len(), 1_000);
    let last = diagnostics[999]["message"].as_str().expect("a message");
    assert!(last.contains("more findings follow"), "{last}");
}

#[test]
fn carries_what_the_client_can_use() {
    let mut client = Client::usual();
    client
        .open(URI, "# Spring\n\n## Actions\n\n- Call the hall\n- Book the band\n- Print the flyers\n- Rent the stage\n- Buy the lights\n");
    let diagnostics = client.diagnostics(URI, 1);
    let collapsed = diagnostics.iter().find(|it| it["code"] == "A101").expect("nobody owns anything");
    assert!(collapsed["relatedInformation"].as_array().is_some_and(|related| related.len() >= 4), "{collapsed}");
    assert_eq!(collapsed["source"], "planlint");
    assert_eq!(collapsed["data"]["rule"], "unassigned-action");
    let idle = URI.replace("a.plan", "idle.plan");
    client.open(&idle, "# Spring\n\n## Actions\n\n- Ann: call the hall by 2026-03-01 <!-- planlint-disable-line A101 -->\n");
    let told = client.diagnostics(&idle, 1);
    assert!(told.iter().any(|it| it["tags"] == json!([1])), "a comment that silences nothing can go: {told:?}");
    let mut bare = Client::with(json!({}), None);
    bare.open(URI, "# Spring\n\n## Actions\n\n- Call the hall\n- Book the band\n- Print the flyers\n- Rent the stage\n- Buy the lights\n");
    let diagnostics = bare.diagnostics(URI, 1);
    assert!(diagnostics.iter().all(|it| it.get("relatedInformation").is_none() && it.get("data").is_none()));
}

#[test]
fn is_silent_about_what_is_no_plan() {
    let mut client = Client::usual();
    let uri = "file:///planlint-no-such-folder/README.md";
    client.open(uri, PLAN);
    assert_eq!(client.diagnostics(uri, 1), Vec::<Value>::new());
    let status = client.request("planlint/status", json!({ "uri": uri }));
    assert_eq!((status["judged"].clone(), status["version"].clone()), (json!(false), json!(1)));
    client.replace(uri, 2, &format!("---\nplanlint: on\n---\n{PLAN}"));
    assert!(!client.diagnostics(uri, 2).is_empty());
    let status = client.request("planlint/status", json!({ "uri": uri }));
    assert!(status["because"].as_str().is_some_and(|why| why.contains("planlint: on")), "{status}");
    // A document that lies nowhere is judged when its writer says so.
    client.open("untitled:Untitled-1", PLAN);
    assert_eq!(client.diagnostics("untitled:Untitled-1", 1), Vec::<Value>::new());
    client
        .request("workspace/executeCommand", json!({ "command": "planlint.treatAsPlan", "arguments": [{ "uri": "untitled:Untitled-1" }] }));
    assert!(!client.diagnostics("untitled:Untitled-1", 1).is_empty());
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    client.wait(|message| {
        message["method"] == "textDocument/publishDiagnostics"
            && message["params"]["uri"] == uri
            && message["params"]["diagnostics"] == json!([])
    });
}

#[test]
fn a_long_document_is_judged_as_a_whole_when_its_writer_pauses() {
    let mut client = Client::usual();
    let rows: String = (0..9_000).map(|row| format!("- Ann: call number {row} by 2026-03-01\n")).collect();
    let text = format!("# Spring\n\n## Mission\n\nWe keep every home warm.\n\n## Actions\n\n{rows}");
    client.open(URI, &text);
    assert_eq!(told(&client.diagnostics(URI, 1)), expected(&text, Encoding::Utf16));
    // The mission is gone: only the whole can tell.
    let place = |line: u32, character: u32| json!({ "line": line, "character": character });
    client.change(URI, 2, json!([{ "range": { "start": place(2, 0), "end": place(4, 24) }, "text": "" }]));
    let after = expected(&text.replace("## Mission\n\nWe keep every home warm.", ""), Encoding::Utf16);
    client.wait(|message| {
        let params = &message["params"];
        params["version"] == 2 && told(params["diagnostics"].as_array().map_or(&[], Vec::as_slice)) == after
    });
}

/// Wherever a key is hit, what is sent is what a client that opens the document then is sent.
#[test]
fn what_is_kept_between_keystrokes_is_as_if_written_anew() {
    let (mut typing, mut opening) = (Client::usual(), Client::usual());
    let mut text = "# Spring\n\n## Mission\n\nWe keep every home warm.\n\n## Team mission\n\nWe sell boats to whoever wants one, whatever it takes.\n\n## Actions\n\n\
        - Call A1 the hall\n- Book the band\n- Print the flyers\n- Rent the stage\n\n| ID | Action | Owner | Due |\n|---|---|---|---|\n| A1 | Call | | 2026-01-05 |\n| A1 | Book, see A7 | Ann | |\n"
        .to_owned();
    typing.open(URI, &text);
    let mut seed = 7_u64;
    for version in 2..=150 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let at = (seed >> 33) as usize % text.len();
        let (length, new) = [(0, "x"), (1, ""), (0, "\n"), (0, "\n\n## Gaps\n\n"), (0, "A1 "), (2, "?")][(seed >> 20) as usize % 6];
        let place = |at: usize| {
            let (line, character) = Lines::new(&text).position(at, Encoding::Utf16);
            json!({ "line": line, "character": character })
        };
        let end = (at + length).min(text.len());
        typing.change(URI, version, json!([{ "range": { "start": place(at), "end": place(end) }, "text": new }]));
        text.replace_range(at..end, new);
        opening.open(URI, &text);
        opening.replace(URI, version, &text);
        assert_eq!(typing.diagnostics(URI, version), opening.diagnostics(URI, version), "after {version} in {text:?}");
    }
}
