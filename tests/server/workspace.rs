//! Configuration, files on the disk, folders, settings.

use crate::client::{Client, usual_capabilities};
use serde_json::{Value, json};
use std::fs;

const PLAN: &str = "# Spring\n\n## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n| Call the hall |  | 2026-03-05 |\n";

fn has(diagnostics: &[Value], code: &str) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic["code"] == code)
}

#[test]
fn follows_the_configuration() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| format!("{}/{name}", folder.path().display());
    let mut client = Client::with(usual_capabilities(), folder.path().to_str());
    let uri = format!("file://{}", path("a.plan.md"));
    client.open(&uri, PLAN);
    assert!(has(&client.diagnostics(&uri, 1), "A101"));
    let mut rewrite = |text: &str| {
        fs::write(path("planlint.toml"), text).expect("written");
        client.notify(
            "workspace/didChangeWatchedFiles",
            json!({ "changes": [{ "uri": format!("file://{}", path("planlint.toml")), "type": 2 }] }),
        );
        client.diagnostics(&uri, 1)
    };
    assert!(!has(&rewrite("[rules]\nA101 = \"off\"\n"), "A101"));
    let broken = rewrite("[rules\n");
    assert!(broken.iter().any(|it| it["message"].as_str().is_some_and(|text| text.contains("last good one"))), "{broken:?}");
    assert!(!has(&broken, "A101"), "the last good configuration holds");
    assert!(has(&rewrite(""), "A101"));
}

#[test]
fn takes_the_settings_of_the_editor() {
    let mut capabilities = usual_capabilities();
    capabilities["workspace"]["configuration"] = json!(true);
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let mut client = Client::with(capabilities, None);
    let registration = client.wait(|message| message["method"] == "client/registerCapability");
    let globs = registration["params"]["registrations"][0]["registerOptions"]["watchers"].to_string();
    assert!(globs.contains("**/*.md") && globs.contains("**/planlint.toml"), "{globs}");
    let uri = "file:///planlint-no-such-folder/a.plan.md";
    client.open(uri, PLAN);
    assert!(!client.diagnostics(uri, 1).is_empty());
    let question = client.wait(|message| message["method"] == "workspace/configuration");
    client.send(&json!({ "jsonrpc": "2.0", "id": question["id"], "result": [{ "minSeverity": "error" }] }));
    assert_eq!(client.diagnostics(uri, 1), Vec::<Value>::new());
    client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    let question = client.wait(|message| message["method"] == "workspace/configuration");
    client.send(&json!({ "jsonrpc": "2.0", "id": question["id"], "result": [{ "enable": true }] }));
    assert!(!client.diagnostics(uri, 1).is_empty());
}

#[test]
fn knows_the_plans_that_are_not_open() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("plans")).expect("a folder");
    fs::write(folder.path().join("plans/b ü.md"), "# Autumn\n\n## Actions\n\n- Ann Lee: rent the tent\n").expect("written");
    let mut capabilities = usual_capabilities();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    capabilities["window"] = json!({ "workDoneProgress": true });
    let mut client = Client::with(capabilities, folder.path().to_str());
    client.wait(|message| message["method"] == "$/progress" && message["params"]["value"]["kind"] == "end");
    client.wait(|message| message["method"] == "workspace/diagnostic/refresh");
    let report = client.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let uri = report["items"][0]["uri"].as_str().expect("an address");
    assert!(uri.ends_with("plans/b%20%C3%BC.md"), "{uri}");
    let symbols = client.request("workspace/symbol", json!({ "query": "rent" }));
    assert_eq!(symbols[0]["location"]["uri"], uri);
    let plans = client.request("planlint/plan", json!({}));
    assert_eq!(plans["documents"][0]["uri"], uri);
    assert_eq!(plans["documents"][0]["actions"][0]["owners"], json!(["Ann Lee"]));
    let known = json!([{ "uri": uri, "value": report["items"][0]["resultId"] }]);
    assert_eq!(client.request("workspace/diagnostic", json!({ "previousResultIds": known }))["items"][0]["kind"], "unchanged");
}

#[test]
fn links_follow_renamed_files() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("plans")).expect("a folder");
    let address = |name: &str| format!("file://{}/{name}", folder.path().display());
    let mut client = Client::with(usual_capabilities(), folder.path().to_str());
    client.open(
        &address("plans/a.md"),
        "---\nmission: mission.md\n---\n# Spring\n\nSee [why](mission.md#why) and [other](https://x.y/mission.md).\n",
    );
    let files = json!([{ "oldUri": address("plans/mission.md"), "newUri": address("about/our mission.md") }]);
    let edit = client.request("workspace/willRenameFiles", json!({ "files": files }));
    let edits = edit["documentChanges"][0]["edits"].as_array().expect("edits");
    let texts: Vec<&str> = edits.iter().filter_map(|edit| edit["newText"].as_str()).collect();
    assert_eq!(texts, ["../about/our%20mission.md", "../about/our%20mission.md#why"]);
}
