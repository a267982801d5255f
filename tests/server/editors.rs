//! The server as the editors meet it: each introduces itself with what the real one says, asks for everything there is, and is told nothing
//! that the protocol or the editor does not know (the client of these tests sees to that).
//!
//! VS Code 1.139 (as code-server), Neovim 0.11.4, Helix 25.01 and Emacs 30.1 with eglot were recorded on the wire; what Kate says stands in
//! its source.

use crate::client::{Client, at};
use serde_json::{Value, json};
use std::fs;

/// Name, what it says in `initialize`, how it counts, and whether it asks for diagnostics.
const EDITORS: [(&str, &str, &str, bool); 5] = [
    ("VS Code", include_str!("protocol/clients/vscode.json"), "utf-16", true),
    ("Neovim", include_str!("protocol/clients/neovim.json"), "utf-8", true),
    ("Helix", include_str!("protocol/clients/helix.json"), "utf-8", false),
    ("Emacs", include_str!("protocol/clients/emacs.json"), "utf-32", false),
    ("Kate", include_str!("protocol/clients/kate.json"), "utf-16", false),
];

const PLAN: &str = "\
---
status: draft
mission: mission.md
people: [Ann Lee, Bob Ray]
---
# Spring 😀

## Open questions

- Who pays for the hall? And when?
- When does it open?

## Actions

| ID | Action | Owner | Due |
|---|---|---|---|
| A1 | Call 田中 | Ann Lee | 2026-02-10 |
| A2 | Book the band, see A1 |  | 2026-01-05 |

- Call the hall
- Book the tent
- Print the flyers
- Rent the stage
<!-- planlint-disable-line V999 -->
";

/// Every request about a document, with params to be added to its address.
fn requests() -> Vec<(&'static str, Value)> {
    let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let place = |line: u32, character: u32| json!({ "position": { "line": line, "character": character } });
    let with = |mut params: Value, more: Value| {
        params.as_object_mut().expect("params").extend(more.as_object().expect("params").clone());
        params
    };
    vec![
        ("textDocument/hover", place(9, 5)),
        ("textDocument/completion", place(17, 31)),
        ("textDocument/documentSymbol", json!({})),
        ("textDocument/definition", place(17, 27)),
        ("textDocument/references", with(place(16, 3), json!({ "context": { "includeDeclaration": true } }))),
        ("textDocument/documentHighlight", place(16, 3)),
        ("textDocument/prepareRename", place(16, 3)),
        ("textDocument/rename", with(place(16, 3), json!({ "newName": "A9" }))),
        ("textDocument/documentLink", json!({})),
        ("textDocument/codeLens", json!({})),
        ("textDocument/inlayHint", json!({ "range": whole })),
        ("textDocument/foldingRange", json!({})),
        ("textDocument/selectionRange", json!({ "positions": [{ "line": 16, "character": 8 }] })),
        ("textDocument/semanticTokens/full", json!({})),
        ("textDocument/semanticTokens/range", json!({ "range": whole })),
        ("textDocument/formatting", json!({ "options": { "tabSize": 4, "insertSpaces": true } })),
        ("textDocument/rangeFormatting", json!({ "range": whole, "options": { "tabSize": 4, "insertSpaces": true } })),
    ]
}

#[test]
fn every_editor_is_told_what_it_can_take() {
    for (name, said, encoding, pulls) in EDITORS {
        let folder = tempfile::tempdir().expect("a folder");
        let address = |file: &str| format!("file://{}/{file}", folder.path().display());
        fs::write(folder.path().join("b.plan.md"), "# Autumn\n\n## Actions\n\n- Ann Lee: rent the tent\n").expect("written");
        let mut params: Value = serde_json::from_str(said).expect("JSON");
        params["workspaceFolders"] = json!([{ "uri": address(""), "name": "w" }]);
        let mut client = Client::introduced(params);
        assert_eq!(client.capabilities["positionEncoding"], encoding, "{name}");
        assert_eq!(client.capabilities.get("diagnosticProvider").is_some(), pulls, "{name}");
        let uri = address("a.plan.md");
        client.open(&uri, PLAN);
        let diagnostics = |client: &mut Client, version: i32| {
            if !pulls {
                return client.diagnostics(&uri, version);
            }
            let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
            report["items"].as_array().cloned().expect("a full report")
        };
        assert!(!diagnostics(&mut client, 1).is_empty(), "{name}");
        let end = json!({ "line": 24, "character": 0 });
        client.change(&uri, 2, json!([{ "range": { "start": end, "end": end }, "text": "\n## Gaps\n\n- 目的 TBD\n" }]));
        assert!(!diagnostics(&mut client, 2).is_empty(), "{name}");
        for (method, mut params) in requests() {
            params["textDocument"] = json!({ "uri": uri });
            let answer = client.request(method, params);
            assert!(!answer.is_null() && answer != json!([]), "{name}: {method}");
        }
        act(&mut client, &uri);
        let files = json!([{ "oldUri": address("mission.md"), "newUri": address("our mission.md") }]);
        assert!(!client.request("workspace/willRenameFiles", json!({ "files": files })).is_null(), "{name}");
        assert!(!client.request("workspace/symbol", json!({ "query": "hall" })).is_null(), "{name}");
        if pulls {
            client.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
        }
        let list = client.request("textDocument/completion", at(&uri, 23, 27));
        client.request("completionItem/resolve", list["items"][0].clone());
        client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
        client.notify("workspace/didChangeConfiguration", json!({ "settings": { "planlint": { "minSeverity": "warning" } } }));
        client.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
        assert_eq!(client.leave(), 0, "{name}");
    }
}

/// Asks for every action on every line, and has all that is worked out later worked out.
fn act(client: &mut Client, uri: &str) {
    for only in [json!(null), json!(["quickfix"]), json!(["source.fixAll"]), json!(["refactor"])] {
        let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
        let mut context = json!({ "diagnostics": [] });
        if !only.is_null() {
            context["only"] = only.clone();
        }
        let actions =
            client.request("textDocument/codeAction", json!({ "textDocument": { "uri": uri }, "range": range, "context": context }));
        let actions = actions.as_array().expect("actions");
        assert!(!actions.is_empty(), "{only}");
        for action in actions.iter().filter(|action| action.get("data").is_some()) {
            let resolved = client.request("codeAction/resolve", action.clone());
            assert!(resolved.get("edit").is_some(), "{resolved}");
        }
    }
}
