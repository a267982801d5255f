//! What can be written at the cursor, place by place.

use crate::client::{Client, at};
use serde_json::{Value, json};

/// What is offered at `⟦⟧` in `text`, a document of this name.
fn offered(client: &mut Client, name: &str, text: &str) -> Vec<Value> {
    let uri = format!("file:///planlint-no-such-folder/{name}");
    let (before, after) = text.split_once("⟦⟧").expect("a cursor");
    client.open(&uri, &format!("{before}{after}"));
    let line = before.matches('\n').count() as u32;
    let character = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count() as u32;
    let list = client.request("textDocument/completion", at(&uri, line, character));
    list["items"].as_array().cloned().expect("items")
}

fn labels(items: &[Value]) -> Vec<&str> {
    items.iter().filter_map(|item| item["label"].as_str()).collect()
}

#[test]
fn words_of_eight_languages_become_days() {
    let mut client = Client::usual();
    for (number, (words, day)) in [
        ("by next friday", "2026-02-06"),
        ("bis nächsten Freitag", "2026-02-06"),
        ("vendredi prochain", "2026-02-06"),
        ("próximo viernes", "2026-02-06"),
        ("próxima sexta-feira", "2026-02-06"),
        ("来週", "2026-02-06"),
        ("下周", "2026-02-06"),
        ("다음 주", "2026-02-06"),
        ("by Friday", "2026-02-06"),
        ("tomorrow", "2026-02-02"),
        ("morgen", "2026-02-02"),
        ("demain", "2026-02-02"),
        ("mañana", "2026-02-02"),
        ("amanhã", "2026-02-02"),
        ("明日", "2026-02-02"),
        ("明天", "2026-02-02"),
        ("내일", "2026-02-02"),
    ]
    .into_iter()
    .enumerate()
    {
        let items = offered(&mut client, &format!("{number}.plan.md"), &format!("# P\n\n## Actions\n\n- Ann: call the hall {words}⟦⟧\n"));
        let found = labels(&items);
        assert!(found.contains(&day), "{words}: {found:?}");
    }
}

#[test]
fn people_come_behind_their_labels_and_in_their_column() {
    let mut client = Client::usual();
    for (number, text) in [
        "# P\n\n## Actions\n\n- @ann: call\n- book the band @⟦⟧\n",
        "# P\n\n## Actions\n\n- @ann: call\n- book the band (owner: ⟦⟧\n",
        "# P\n\n## Maßnahmen\n\n- @ann: anrufen\n- buchen, Verantwortlich: ⟦⟧\n",
        "# P\n\n## 行動計画\n\n- @ann: 電話する\n- 予約する 担当：⟦⟧\n",
        "# P\n\n## Actions\n\n| Action | Owner |\n|---|---|\n| Call | @ann |\n| Book | ⟦⟧ |\n",
        "---\nowner: ⟦⟧\n---\n# P\n\n## Actions\n\n- @ann: call\n",
    ]
    .into_iter()
    .enumerate()
    {
        let items = offered(&mut client, &format!("p{number}.plan.md"), text);
        assert!(labels(&items).contains(&"@ann"), "{text}: {:?}", labels(&items));
    }
    let items = offered(&mut client, "none.plan.md", "# P\n\n## Actions\n\n- @ann: call\n- book the ⟦⟧\n");
    assert!(!labels(&items).contains(&"@ann"), "not everywhere");
}

#[test]
fn statuses_and_labels_speak_the_language_of_the_document() {
    let mut client = Client::usual();
    let items = offered(&mut client, "en.plan.md", "# P\n\n## Actions\n\n| Action | Status |\n|---|---|\n| Call | ⟦⟧ |\n");
    assert!(labels(&items).contains(&"done"), "{:?}", labels(&items));
    let items = offered(
        &mut client,
        "de.plan.md",
        "---\nlang: de\n---\n# P\n\n## Maßnahmen\n\n| Maßnahme | Status |\n|---|---|\n| Anrufen | ⟦⟧ |\n",
    );
    assert!(labels(&items).contains(&"erledigt"), "{:?}", labels(&items));
    let items = offered(&mut client, "label.plan.md", "# P\n\n## Mission\n\n**Purpose:** warm homes\n\n**Cu⟦⟧\n");
    assert_eq!(labels(&items), ["**Customers:**", "**Experience:**"]);
    let items = offered(&mut client, "kopf.plan.md", "---\nlang: de\n---\n# P\n\n## ⟦⟧\n");
    assert!(labels(&items).contains(&"## Maßnahmen"), "{:?}", labels(&items));
}

#[test]
fn a_rule_in_a_comment_is_explained_when_it_is_looked_at() {
    let mut client = Client::usual();
    let items = offered(&mut client, "a.plan.md", "# P\n\n## Actions\n\n- call the hall <!-- planlint-disable-line A⟦⟧ -->\n");
    let item = items.iter().find(|item| item["label"] == "A101").expect("a rule").clone();
    assert!(item.get("documentation").is_none());
    let resolved = client.request("completionItem/resolve", item);
    assert!(resolved["documentation"]["value"].as_str().is_some_and(|page| page.starts_with("# A101 unassigned-action")), "{resolved}");
}

#[test]
fn planlint_toml_is_completed_from_its_schema() {
    let mut client = Client::usual();
    for (text, label, inserted) in [
        ("min⟦⟧\n", "min-severity", "min-severity = "),
        ("min-severity = ⟦⟧\n", "\"warning\"", "\"warning\""),
        ("messages = \"⟦⟧\"\n", "\"editor\"", "\"editor"),
        ("[dates]\n⟦⟧\n", "order", "order = "),
        ("[dates]\norder = \"d⟦⟧\n", "\"dmy\"", "\"dmy\""),
        ("[⟦⟧\n", "people", "people"),
        ("[rules]\nA1⟦⟧\n", "A101", "A101 = "),
        ("[rules]\nA101 = ⟦⟧\n", "\"off\"", "\"off\""),
        ("[rules.V102]\nsev⟦⟧\n", "severity", "severity = "),
        ("[[documents]]\nfiles = [\"x\"]\nkind = ⟦⟧\n", "\"workbook\"", "\"workbook\""),
        ("[actions]\ncollapse-after = 4\n\n[questions]\nimplicit-lists = ⟦⟧\n", "false", "false"),
    ] {
        let items = offered(&mut client, "planlint.toml", text);
        let item = items.iter().find(|item| item["label"] == label).unwrap_or_else(|| panic!("{text:?}: {:?}", labels(&items)));
        assert_eq!(item["textEdit"]["newText"], inserted, "{text:?}");
    }
    assert_eq!(offered(&mut client, "planlint.toml", "# Here⟦⟧\n"), Vec::<Value>::new());
    assert_eq!(labels(&offered(&mut client, "planlint.toml", "dat⟦⟧\n")), ["dates"]);
}

/// Editors that hand every TOML file to the server get nothing that is meant for plans.
#[test]
fn toml_is_not_read_as_markdown() {
    for name in ["planlint.toml", "other.toml"] {
        let mut client = Client::usual();
        let uri = format!("file:///planlint-no-such-folder/{name}");
        let text = "# Mission\n\n# Open questions\n\n# - Who pays?\n";
        client.notify("textDocument/didOpen", json!({ "textDocument": { "uri": uri, "languageId": "toml", "version": 1, "text": text } }));
        assert_eq!(client.diagnostics(&uri, 1), Vec::<Value>::new(), "{name}");
        let document = json!({ "uri": uri });
        let start = json!({ "line": 0, "character": 3 });
        let range = json!({ "start": start, "end": start });
        for (method, params) in [
            ("textDocument/documentSymbol", json!({ "textDocument": document })),
            ("textDocument/foldingRange", json!({ "textDocument": document })),
            ("textDocument/codeLens", json!({ "textDocument": document })),
            ("textDocument/semanticTokens/full", json!({ "textDocument": document })),
            ("textDocument/hover", json!({ "textDocument": document, "position": start })),
            ("textDocument/codeAction", json!({ "textDocument": document, "range": range, "context": { "diagnostics": [] } })),
        ] {
            assert_eq!(client.request(method, params), Value::Null, "{name}: {method}");
        }
        let completions = client.request("textDocument/completion", at(&uri, 1, 0));
        assert_eq!(completions.is_null(), name == "other.toml", "{completions}");
    }
}

#[test]
fn a_planlint_toml_is_held_against_its_schema_as_it_is_written() {
    let mut client = Client::usual();
    let uri = "file:///planlint-no-such-folder/planlint.toml";
    client.open(uri, "[dates]\nordr = \"dmy\"\n");
    let told = client.diagnostics(uri, 1);
    assert_eq!(told[0]["range"]["start"]["line"], 1);
    assert!(told[0]["message"].as_str().is_some_and(|text| text.contains("order")), "{told:?}");
    client.change(
        uri,
        2,
        json!([{ "range": { "start": { "line": 1, "character": 3 }, "end": { "line": 1, "character": 4 } }, "text": "er" }]),
    );
    assert_eq!(client.diagnostics(uri, 2), Vec::<Value>::new());
}
