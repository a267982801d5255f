//! What a writer can ask for at a place.

use crate::client::{Client, at};
use serde_json::{Value, json};

const URI: &str = "file:///planlint-no-such-folder/a.plan.md";
const PLAN: &str = "\
# Spring

## Mission

We keep every home warm.

## Open questions

- Who pays for the hall?
  - The council does.
- When does it open?

## Actions

| ID | Action | Owner | Due |
|---|---|---|---|
| A1 | Call the hall | @ann | 2026-02-10 |
| A2 | Book the band, see A1 |  | 2026-01-05 |
";

fn opened() -> Client {
    let mut client = Client::usual();
    client.open(URI, PLAN);
    client.diagnostics(URI, 1);
    client
}

/// The line on which `words` stand, and the character at which they begin.
fn place(words: &str) -> (u32, u32) {
    let offset = PLAN.find(words).expect("in the plan");
    let line = PLAN[..offset].matches('\n').count();
    (line as u32, (offset - PLAN[..offset].rfind('\n').map_or(0, |end| end + 1)) as u32)
}

fn at_words(words: &str) -> Value {
    let (line, character) = place(words);
    at(URI, line, character)
}

fn range_of(words: &str) -> Value {
    let (line, character) = place(words);
    json!({ "start": { "line": line, "character": character }, "end": { "line": line, "character": character + words.len() as u32 } })
}

fn actions(client: &mut Client, range: Value, only: Value) -> Vec<Value> {
    let params = json!({ "textDocument": { "uri": URI }, "range": range, "context": { "diagnostics": [], "only": only } });
    client.request("textDocument/codeAction", params).as_array().cloned().expect("actions")
}

fn titled<'a>(actions: &'a [Value], words: &str) -> &'a Value {
    actions
        .iter()
        .find(|action| action["title"].as_str().is_some_and(|title| title.contains(words)))
        .unwrap_or_else(|| panic!("{words}: {actions:#?}"))
}

#[test]
fn says_what_it_has_and_why() {
    let mut client = opened();
    let status = client.request("planlint/status", json!({ "uri": URI }));
    assert_eq!((&status["judged"], &status["kind"], &status["today"]), (&json!(true), &json!("plan"), &json!("2026-02-01")));
    let plan = client.request("planlint/plan", json!({ "uri": URI }));
    let document = &plan["documents"][0];
    assert_eq!(document["questions"][0]["answer"]["state"], "answered");
    assert_eq!(document["questions"][1]["answer"]["state"], "open");
    assert_eq!((&document["actions"][0]["owners"], &document["actions"][0]["due"]), (&json!(["@ann"]), &json!("2026-02-10")));
    assert_eq!(document["actions"][1]["overdue"], true);
    let page = client.request("planlint/rulePage", json!({ "code": "unassigned-action" }));
    assert!(page["markdown"].as_str().is_some_and(|text| text.starts_with("# A101 unassigned-action")), "{page}");
    assert!(client.call("planlint/rulePage", json!({ "code": "Z999" })).get("error").is_some());
}

#[test]
fn offers_fixes_and_silence() {
    let mut client = opened();
    let row = range_of("| A2 | Book the band, see A1 |  |");
    let found = actions(&mut client, row.clone(), json!(["quickfix"]));
    assert!(found.iter().all(|action| action["kind"] == "quickfix"));
    let line = titled(&found, "Silence A101 on this line");
    let edit = &line["edit"]["documentChanges"][0];
    assert_eq!(edit["textDocument"]["version"], 1);
    assert_eq!(edit["edits"][0]["newText"], " <!-- planlint-disable-line A101 -->");
    titled(&found, "Silence A101 in this section");
    titled(&found, "Silence A101 in this file");
    titled(&found, "Open the rule's page");
    titled(&found, "Assign to");
    assert!(
        found.iter().all(|action| action["isPreferred"] != true || action["title"].as_str().is_some_and(|title| !title.contains("Assign")))
    );
    assert_eq!(actions(&mut client, row, json!(["source.organizeImports"])), Vec::<Value>::new());
}

#[test]
fn offers_fixes_anywhere_on_the_line_and_silence_at_the_place() {
    let mut client = opened();
    let (line, _) = place("| A2 | Book the band, see A1 |");
    let at = |character: u32| json!({ "start": { "line": line, "character": character }, "end": { "line": line, "character": character } });
    let titles = |found: &[Value]| found.iter().filter_map(|action| action["title"].as_str().map(str::to_owned)).collect::<Vec<_>>();
    let (owner, due) = (30, 36);
    for (place, silenced) in [(0, vec!["A101", "D106"]), (owner, vec!["A101"]), (due, vec!["D106"])] {
        let found = titles(&actions(&mut client, at(place), json!(["quickfix"])));
        assert!(found.iter().any(|title| title.contains("Assign to")), "at {place}: {found:#?}");
        let silences: Vec<&str> = found.iter().filter_map(|title| title.strip_prefix("Silence ")?.strip_suffix(" on this line")).collect();
        assert_eq!(silences, silenced, "at {place}");
    }
    let below = json!({ "start": { "line": line - 1, "character": 0 }, "end": { "line": line, "character": 0 } });
    assert!(!titles(&actions(&mut client, below, json!(["quickfix"]))).iter().any(|title| title.contains("Assign to")));
}

#[test]
fn works_long_fixes_out_when_they_are_chosen() {
    let mut client = opened();
    client.replace(URI, 2, "# Spring\n\n## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n| Call | Ann | 2026-03-01 |\n|  |  |  |\n");
    client.diagnostics(URI, 2);
    let all = actions(
        &mut client,
        json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } }),
        json!(["source.fixAll"]),
    );
    let fix_all = titled(&all, "Fix everything");
    assert_eq!(fix_all["kind"], "source.fixAll.planlint");
    assert!(fix_all.get("edit").is_none());
    let resolved = client.request("codeAction/resolve", fix_all.clone());
    let edits = &resolved["edit"]["documentChanges"][0]["edits"];
    assert_eq!(edits[0]["newText"], "", "the empty row goes: {resolved}");
    client.replace(URI, 3, "# Other\n");
    assert_eq!(client.call("codeAction/resolve", fix_all.clone())["error"]["code"], -32801);
}

#[test]
fn offers_to_treat_a_file_as_a_plan() {
    let mut client = Client::usual();
    let uri = "file:///planlint-no-such-folder/README.md";
    client.open(uri, "# Spring\n");
    let params = json!({ "textDocument": { "uri": uri }, "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } }, "context": { "diagnostics": [] } });
    let found = client.request("textDocument/codeAction", params);
    let written = titled(found.as_array().expect("actions"), "write it into the file").clone();
    assert_eq!(written["edit"]["documentChanges"][0]["edits"][0]["newText"], "---\nplanlint: on\n---\n\n");
}

#[test]
fn explains_the_place_under_the_pointer() {
    let mut client = opened();
    for (words, wanted) in [
        ("When does it open?", "Not answered yet"),
        ("Who pays", "Answered"),
        ("2026-02-10", "in 9 days"),
        ("ann |", "Call the hall"),
        ("A1 |  |", "Call the hall"),
    ] {
        let hover = client.request("textDocument/hover", at_words(words));
        assert!(hover["contents"]["value"].as_str().is_some_and(|text| text.contains(wanted)), "{words}: {hover}");
    }
    let hover = client.request("textDocument/hover", at_words("2026-01-05"));
    assert!(hover["contents"]["value"].as_str().is_some_and(|text| text.contains("D106")), "{hover}");
    assert_eq!(client.request("textDocument/hover", at_words("keep every")), Value::Null);
}

#[test]
fn outlines_the_document() {
    let mut client = opened();
    let symbols = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(symbols[0]["name"], "Spring");
    let names: Vec<&str> = symbols[0]["children"].as_array().expect("sections").iter().filter_map(|it| it["name"].as_str()).collect();
    assert_eq!(names, ["Mission", "Open questions", "Actions"]);
    assert_eq!(symbols[0]["children"][1]["children"][0]["name"], "Who pays for the hall?");
    assert_eq!(symbols[0]["children"][2]["detail"], "actions");
    let found = client.request("workspace/symbol", json!({ "query": "bkband" }));
    assert!(found[0]["name"].as_str().is_some_and(|name| name.contains("Book the band")), "{found}");
}

#[test]
fn leads_from_mention_to_definition_and_back() {
    let mut client = opened();
    let definition = client.request("textDocument/definition", at_words("A1 |  |"));
    assert_eq!(definition[0]["range"], range_of("A1"));
    let mut params = at_words("A1 | Call");
    params["context"] = json!({ "includeDeclaration": true });
    assert_eq!(client.request("textDocument/references", params).as_array().map(Vec::len), Some(2));
    let highlights = client.request("textDocument/documentHighlight", at_words("A1 | Call"));
    assert_eq!(highlights.as_array().map(Vec::len), Some(2));
    let prepared = client.request("textDocument/prepareRename", at_words("ann |"));
    assert_eq!(prepared["placeholder"], "ann");
    let mut params = at_words("A1 | Call");
    params["newName"] = json!("A9");
    let edit = client.request("textDocument/rename", params.clone());
    assert_eq!(edit["documentChanges"][0]["edits"].as_array().map(Vec::len), Some(2));
    params["newName"] = json!("A2");
    assert!(client.call("textDocument/rename", params).get("error").is_some(), "taken");
}

#[test]
fn puts_counts_and_days_beside_the_text() {
    let mut client = opened();
    let lenses = client.request("textDocument/codeLens", json!({ "textDocument": { "uri": URI } }));
    let titles: Vec<&str> = lenses.as_array().expect("lenses").iter().filter_map(|lens| lens["command"]["title"].as_str()).collect();
    assert_eq!(titles, ["1 of 2 answered", "2 open, 1 overdue, 1 unassigned"]);
    let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let hints = client.request("textDocument/inlayHint", json!({ "textDocument": { "uri": URI }, "range": whole }));
    let labels: Vec<&str> = hints.as_array().expect("hints").iter().filter_map(|hint| hint["label"].as_str()).collect();
    assert_eq!(labels, ["in 9 days", "overdue 27 days"]);
}

#[test]
fn folds_selects_and_colours() {
    let mut client = opened();
    let folds = client.request("textDocument/foldingRange", json!({ "textDocument": { "uri": URI } }));
    let lines: Vec<(u64, u64)> =
        folds.as_array().expect("folds").iter().filter_map(|fold| Some((fold["startLine"].as_u64()?, fold["endLine"].as_u64()?))).collect();
    assert!(lines.contains(&(0, 17)) && lines.contains(&(6, 10)) && lines.contains(&(14, 17)), "{lines:?}");
    let (line, character) = place("Book");
    let selection = client.request(
        "textDocument/selectionRange",
        json!({ "textDocument": { "uri": URI }, "positions": [{ "line": line, "character": character }] }),
    );
    assert!(selection[0]["parent"]["parent"].is_object(), "{selection}");
    let tokens = client.request("textDocument/semanticTokens/full", json!({ "textDocument": { "uri": URI } }));
    let data = tokens["data"].as_array().expect("numbers");
    assert!(data.len() >= 5 * 6 && data.len().is_multiple_of(5), "{tokens}");
    let table = json!({ "start": { "line": 14, "character": 0 }, "end": { "line": 18, "character": 0 } });
    let some = client.request("textDocument/semanticTokens/range", json!({ "textDocument": { "uri": URI }, "range": table }));
    let some = some["data"].as_array().expect("numbers");
    assert!(!some.is_empty() && some.len() < data.len() && data.ends_with(&some[5..]), "{some:?}");
}

#[test]
fn lays_tables_out() {
    let mut client = Client::usual();
    client.open(
        URI,
        "# Spring\n\n## Actions\n\n| Action | Owner | Due |\n|---|:-:|---|\n| 会場を予約する | 田中 | 2026-03-01 |\n| Call | Ann | |\n",
    );
    let edits = client
        .request("textDocument/formatting", json!({ "textDocument": { "uri": URI }, "options": { "tabSize": 4, "insertSpaces": true } }));
    let wanted = "| Action         | Owner | Due        |\n| -------------- | :---: | ---------- |\n| 会場を予約する | 田中  | 2026-03-01 |\n| Call           | Ann   |            |";
    assert_eq!(edits[0]["newText"], wanted);
    assert_eq!(edits.as_array().map(Vec::len), Some(1));
    let elsewhere = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 2, "character": 0 } });
    let params = json!({ "textDocument": { "uri": URI }, "range": elsewhere, "options": { "tabSize": 4, "insertSpaces": true } });
    assert_eq!(client.request("textDocument/rangeFormatting", params), json!([]));
}

#[test]
fn completes_what_the_place_asks_for() {
    let cases = [
        ("# P\n\n## Actions\n\n- @ann: call\n- book the band @", "@ann", "@ann"),
        ("# P\n\n## Actions\n\n- call the hall by next friday", "2026-02-06", "2026-02-06"),
        ("# P\n\n## Actions\n\n- call the hall <!-- planlint-disable-line A1", "A101", "A101"),
        ("# P\n\n<!-- planlint-dis", "planlint-disable-section", "planlint-disable-section"),
        ("---\nsta\n---\n# P\n", "status", "status: "),
        ("---\nstatus: dr\n---\n# P\n", "draft", "draft"),
        ("# P\n\n## ", "## Vision", "## Vision\n\n${1:"),
        ("# P\n\n## Actions\n\n| ID | Action |\n|---|---|\n| A12 | Call |\n\nSee A", "A12", "A12"),
    ];
    let mut client = Client::usual();
    for (number, (text, label, inserted)) in cases.into_iter().enumerate() {
        let uri = URI.replace("a.plan", &format!("c{number}.plan"));
        client.open(&uri, text);
        let cursor = if text.starts_with("---") {
            text.lines().nth(1).map_or((0, 0), |line| (1, line.len()))
        } else {
            (text.matches('\n').count(), text.lines().last().map_or(0, str::len))
        };
        let list = client.request("textDocument/completion", at(&uri, cursor.0 as u32, cursor.1 as u32));
        let items = list["items"].as_array().expect("items");
        let item = items.iter().find(|item| item["label"] == label).unwrap_or_else(|| panic!("{text:?}: {list}"));
        assert!(item["textEdit"]["newText"].as_str().is_some_and(|text| text.starts_with(inserted)), "{item}");
    }
}

#[test]
fn leads_to_documents() {
    let mut client = Client::usual();
    client.open(URI, "---\nmission: ../mission.md\n---\n# P\n");
    let links = client.request("textDocument/documentLink", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(links[0]["target"], "file:///mission.md");
}
