//! What a writer can have done at a place: each way is offered, and does what it says.

use crate::client::{Client, usual_capabilities};
use serde_json::{Value, json};
use std::fs;

const URI: &str = "file:///planlint-no-such-folder/a.plan.md";

/// The actions offered for a whole text.
fn offered(client: &mut Client, uri: &str, version: i32, text: &str, only: &Value) -> Vec<Value> {
    if version == 1 {
        client.open(uri, text);
    } else {
        client.replace(uri, version, text);
    }
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let mut context = json!({ "diagnostics": [] });
    if !only.is_null() {
        context["only"] = only.clone();
    }
    let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
    client.request("textDocument/codeAction", params).as_array().cloned().expect("actions")
}

fn titled<'a>(actions: &'a [Value], words: &str) -> &'a Value {
    let titles: Vec<&Value> = actions.iter().map(|action| &action["title"]).collect();
    let found = actions.iter().find(|action| action["title"].as_str().is_some_and(|title| title.contains(words)));
    found.unwrap_or_else(|| panic!("{words}: {titles:#?}"))
}

/// `text` after the edits to the first document of an edit. Lines end in one byte and characters are ASCII.
fn applied(text: &str, edit: &Value) -> String {
    let mut edits = edit["documentChanges"][0]["edits"].as_array().cloned().expect("edits");
    let offset = |place: &Value| {
        let line = place["line"].as_u64().expect("a line") as usize;
        text.split_inclusive('\n').take(line).map(str::len).sum::<usize>() + place["character"].as_u64().expect("a character") as usize
    };
    edits.sort_by_key(|edit| offset(&edit["range"]["start"]));
    let mut after = text.to_owned();
    for edit in edits.iter().rev() {
        let range = offset(&edit["range"]["start"])..offset(&edit["range"]["end"]);
        after.replace_range(range, edit["newText"].as_str().expect("text"));
    }
    after
}

#[test]
fn each_choice_does_what_it_says() {
    let item = "# Spring\n\n## Actions\n\n- [ ] Ann: call the hall\n";
    let row = "# Spring\n\n## Actions\n\n| Action | Owner | Due | Status |\n|---|---|---|---|\n| Call | Ann Lee | 2026-03-01 | open |\n| Book |  | 2026-03-01 | open |\n";
    let questions = "# Spring\n\n## Open questions\n\n- [ ] Who opens the hall?\n";
    let bundled = "# Spring\n\n## Open questions\n\n- Who opens the hall? Who locks it?\n";
    let cases = [
        (item, "Mark as done", item.replace("[ ]", "[x]")),
        (row, "Mark as done", row.replace("| open |", "| done |")),
        (questions, "Mark as answered", questions.replace("[ ]", "[x]")),
        (row, "Assign to Ann Lee", row.replace("Book |  |", "Book | Ann Lee |")),
        (bundled, "Split into one item per question", bundled.replace("? Who", "?\n- Who")),
        (
            row,
            "Silence A101 on this line",
            row.replace("| Book |  | 2026-03-01 | open |", "| Book |  | 2026-03-01 | open <!-- planlint-disable-line A101 --> |"),
        ),
        (row, "Silence A101 in this section", row.replace("## Actions\n", "## Actions\n\n<!-- planlint-disable-section A101 -->\n")),
        (row, "Silence A101 in this file", format!("<!-- planlint-disable-file A101 -->\n\n{row}")),
    ];
    let mut client = Client::usual();
    for (version, (text, title, wanted)) in (1..).zip(cases) {
        let actions = offered(&mut client, URI, version, text, &Value::Null);
        assert_eq!(applied(text, &titled(&actions, title)["edit"]), wanted, "{title}");
    }
    // A day is set from a list: each of them puts a date where none was.
    let actions = offered(&mut client, URI, 99, item, &Value::Null);
    let due = titled(&actions, "Due 2026-");
    assert!(applied(item, &due["edit"]).contains("2026-"), "{due}");
}

#[test]
fn all_of_a_rule_and_all_that_is_missing_come_when_they_are_chosen() {
    let text = "# Spring\n\n## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n| Call | Ann | 2026-03-01 |\n|  |  |  |\n| Book | Bob | 2026-03-01 |\n|  |  |  |\n";
    let mut client = Client::usual();
    let actions = offered(&mut client, URI, 1, text, &Value::Null);
    let all = titled(&actions, "Fix all 2 of");
    assert!(all.get("edit").is_none(), "worked out later: {all}");
    let resolved = client.request("codeAction/resolve", all.clone());
    assert_eq!(applied(text, &resolved["edit"]), text.replace("|  |  |  |\n", ""));
    let preferred = titled(&actions, "Delete the empty row");
    assert_eq!(preferred["isPreferred"], true, "it is safe");
    let missing = titled(&actions, "Insert everything that is missing").clone();
    let resolved = client.request("codeAction/resolve", missing);
    let after = applied(text, &resolved["edit"]);
    assert!(after.matches("\n## ").count() > 1, "{after}");
}

/// What is left to be filled in is a chain of tab stops, for clients that take snippets as edits; but not where such a client would
/// indent the lines once more.
#[test]
fn placeholders_are_tab_stops() {
    let text = "# Spring\n\n## Open questions\n\n- Who opens the hall?\n- The hall\n  - Who locks it?\n";
    let mut capabilities = usual_capabilities();
    capabilities["workspace"]["workspaceEdit"]["snippetEditSupport"] = json!(true);
    capabilities["window"] = json!({ "showDocument": { "support": true } });
    let mut client = Client::with(capabilities, None);
    let actions = offered(&mut client, URI, 1, text, &Value::Null);
    let mission = titled(&actions, "Insert the section Mission");
    let snippet = "## Mission\n\n- **Purpose:** ${1:TODO}\n- **Customers:** ${2:TODO}\n- **Experience:** ${3:TODO}\n\n";
    assert_eq!(mission["edit"]["documentChanges"][0]["edits"][0]["snippet"], json!({ "kind": "snippet", "value": snippet }));
    assert!(mission.get("command").is_none(), "the stops show the place");
    let answers: Vec<&Value> = actions.iter().filter(|action| action["title"] == "Insert an empty answer").collect();
    let edits: Vec<&Value> = answers.iter().map(|action| &action["edit"]["documentChanges"][0]["edits"][0]).collect();
    assert_eq!(edits[0]["snippet"]["value"], "\n  - **Answer:** ${1:TODO}");
    assert_eq!(edits[1]["newText"], "\n    - **Answer:** TODO");
    assert!(answers[1].get("command").is_some(), "the cursor is put there");
}

#[test]
fn only_the_kinds_asked_for_are_offered() {
    let text = "# Spring\n\n## Actions\n\n- [ ] Ann: call the hall\n|  |  |\n";
    let mut client = Client::usual();
    for (version, (only, prefix)) in (1..).zip([
        (json!(["quickfix"]), "quickfix"),
        (json!(["source"]), "source.fixAll.planlint"),
        (json!(["source.fixAll.planlint"]), "source.fixAll.planlint"),
        (json!(["refactor.rewrite"]), "refactor.rewrite.planlint"),
    ]) {
        let actions = offered(&mut client, URI, version, text, &only);
        assert!(!actions.is_empty(), "{only}");
        assert!(actions.iter().all(|action| action["kind"].as_str().is_some_and(|kind| kind.starts_with(prefix))), "{only}: {actions:#?}");
    }
    assert_eq!(offered(&mut client, URI, 9, text, &json!(["refactor.extract"])), Vec::<Value>::new());
}

#[test]
fn a_rule_is_switched_off_where_it_is_configured() {
    let text = "# Spring\n\n## Actions\n\n- Call the hall by 2026-03-01\n";
    for (before, wanted) in [
        (None, "[rules]\nA101 = \"off\"\n"),
        (Some("[people]\nnames = [\"Ann\"]\n"), "[people]\nnames = [\"Ann\"]\n\n[rules]\nA101 = \"off\"\n"),
        (Some("[rules]\nD101 = \"info\"\n"), "[rules]\nA101 = \"off\"\nD101 = \"info\"\n"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        if let Some(before) = before {
            fs::write(folder.path().join("planlint.toml"), before).expect("written");
        }
        let mut client = Client::with(usual_capabilities(), folder.path().to_str());
        let uri = format!("file://{}/a.plan.md", folder.path().display());
        let actions = offered(&mut client, &uri, 1, text, &Value::Null);
        let mut edit = titled(&actions, "Switch A101 off in planlint.toml")["edit"].clone();
        let changes = edit["documentChanges"].as_array_mut().expect("changes");
        if before.is_none() {
            assert_eq!(changes.remove(0)["kind"], "create");
        }
        assert!(changes[0]["textDocument"]["uri"].as_str().is_some_and(|uri| uri.ends_with("/planlint.toml")), "{changes:?}");
        assert_eq!(applied(before.unwrap_or_default(), &edit), wanted);
    }
}
