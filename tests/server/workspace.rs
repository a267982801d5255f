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

#[test]
fn the_settings_of_the_editor_say_whether_and_when() {
    let mut client = Client::usual();
    let uri = "file:///planlint-no-such-folder/a.plan.md";
    let set = |client: &mut Client, settings: Value| {
        client.notify("workspace/didChangeConfiguration", json!({ "settings": { "planlint": settings } }));
    };
    client.open(uri, PLAN);
    assert!(has(&client.diagnostics(uri, 1), "A101"));
    set(&mut client, json!({ "enable": false }));
    assert_eq!(client.diagnostics(uri, 1), Vec::<Value>::new());
    set(&mut client, json!({ "enable": true, "minSeverity": "error" }));
    assert_eq!(client.diagnostics(uri, 1), Vec::<Value>::new());
    set(&mut client, json!({ "run": "onSave" }));
    assert!(has(&client.diagnostics(uri, 1), "A101"));
    client.replace(uri, 2, "# Spring\n");
    client.replace(uri, 3, &PLAN.replace("|  |", "| Ann |"));
    // Nothing is told until it is saved: what comes first is of the version saved.
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
    let told = client.wait(|message| message["method"] == "textDocument/publishDiagnostics");
    assert_eq!(told["params"]["version"], 3);
    assert!(!has(told["params"]["diagnostics"].as_array().expect("diagnostics"), "A101"));
}

#[test]
fn settings_configure_what_no_file_configures() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("ours")).expect("a folder");
    fs::write(folder.path().join("ours/planlint.toml"), "[dates]\nmin-precision = \"month\"\n").expect("written");
    let mut client = Client::with(usual_capabilities(), folder.path().to_str());
    let mut turn = 0;
    let mut told = |settings: Value| {
        turn += 1;
        client.notify("workspace/didChangeConfiguration", json!({ "settings": { "planlint": settings } }));
        ["", "ours/"].map(|place| {
            let uri = format!("file://{}/{place}{turn}.plan.md", folder.path().display());
            client.open(&uri, PLAN);
            client.diagnostics(&uri, 1)
        })
    };
    let [mine, ours] = told(json!({ "rules": { "A101": "off" } }));
    assert!(!has(&mine, "A101") && has(&ours, "A101"), "a file's own configuration wins");
    let [mine, ours] = told(json!({ "rules": {} }));
    assert!(has(&mine, "A101") && has(&ours, "A101"));
    let [mine, ours] = told(json!({ "messages": "klingon" }));
    assert!(mine.iter().any(|it| it["message"].as_str().is_some_and(|text| text.contains("settings of the editor:1:12"))), "{mine:?}");
    assert!(has(&mine, "A101") && ours.iter().all(|it| it["code"] != Value::Null), "{ours:?}");
}

#[test]
fn every_setting_of_the_extension_is_a_key_of_planlint_toml_or_of_the_server() {
    let manifest: Value = serde_json::from_str(include_str!("../../editors/vscode/package.json")).expect("JSON");
    let categories = manifest["contributes"]["configuration"].as_array().expect("categories");
    let settings = categories.iter().flat_map(|category| category["properties"].as_object().expect("settings"));
    let own = ["enable", "run", "minSeverity", "path", "trace"];
    let mut client = Client::usual();
    let uri = "file:///planlint-no-such-folder/a.plan.md";
    client.open(uri, PLAN);
    let before = client.diagnostics(uri, 1);
    for (name, setting) in settings {
        let path: Vec<&str> = name.split('.').skip(1).collect();
        if own.contains(&path[0]) {
            continue;
        }
        let values = setting["enum"].as_array().or_else(|| setting["items"]["enum"].as_array()).cloned().unwrap_or_default();
        for value in values.into_iter().chain([setting["default"].clone()]) {
            let value = if setting["type"] == "array" && !value.is_array() { json!([value]) } else { value };
            let section = path.iter().rev().fold(value, |inner, &key| json!({ key: inner }));
            client.notify("workspace/didChangeConfiguration", json!({ "settings": { "planlint": section } }));
            let status = client.request("planlint/status", json!({ "uri": uri }));
            assert_eq!(status["errors"], json!([]), "{section}");
        }
        let wrong = path.iter().rev().fold(json!({ "no": { "such": "value" } }), |inner, &key| json!({ key: inner }));
        client.notify("workspace/didChangeConfiguration", json!({ "settings": { "planlint": wrong } }));
        let status = client.request("planlint/status", json!({ "uri": uri }));
        assert_ne!(status["errors"], json!([]), "the server does not read {name}");
    }
    assert!(has(&before, "A101"));
}

#[test]
fn each_folder_has_its_own_configuration() {
    let folders = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
    fs::write(folders[0].path().join("planlint.toml"), "[rules]\nA101 = \"off\"\n").expect("written");
    let address = |number: usize| format!("file://{}", folders[number].path().display());
    let open = [json!({ "uri": address(0), "name": "one" }), json!({ "uri": address(1), "name": "two" })];
    let mut client = Client::introduced(json!({ "capabilities": usual_capabilities(), "workspaceFolders": open }));
    let uris = [format!("{}/a.plan.md", address(0)), format!("{}/a.plan.md", address(1))];
    client.open(&uris[0], PLAN);
    client.open(&uris[1], PLAN);
    assert!(!has(&client.diagnostics(&uris[0], 1), "A101"));
    assert!(has(&client.diagnostics(&uris[1], 1), "A101"));
    // A folder that is added later counts as well.
    let third = tempfile::tempdir().expect("a folder");
    fs::write(third.path().join("planlint.toml"), "[rules]\nA101 = \"error\"\n").expect("written");
    let added = json!([{ "uri": format!("file://{}", third.path().display()), "name": "three" }]);
    client.notify("workspace/didChangeWorkspaceFolders", json!({ "event": { "added": added, "removed": [open[0]] } }));
    let uri = format!("file://{}/a.plan.md", third.path().display());
    client.open(&uri, PLAN);
    let told = client.diagnostics(&uri, 1);
    assert!(told.iter().any(|it| it["code"] == "A101" && it["severity"] == 1), "{told:?}");
}

#[test]
fn follows_the_pages_of_a_writers_own_rules() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = |word: &str| {
        format!(
            "+++\ncode = \"XX901\"\nname = \"no-word\"\nseverity = \"warning\"\nclass = \"quality\"\nmessage = \"{{value}}\"\n\n[check]\nkind = \"pattern\"\nwhere = \"text\"\nphrases = [\"{word}\"]\n+++\n\n# no-word\n"
        )
    };
    fs::create_dir(folder.path().join("own")).expect("a folder");
    let file = folder.path().join("own/XX901-no-word.md");
    fs::write(folder.path().join("planlint.toml"), "rules-path = \"own\"\n").expect("written");
    fs::write(&file, page("spring")).expect("written");
    let mut client = Client::with(usual_capabilities(), folder.path().to_str());
    let uri = format!("file://{}/a.plan.md", folder.path().display());
    client.open(&uri, &format!("{PLAN}\nIt is spring.\n"));
    let told = client.diagnostics(&uri, 1);
    assert!(has(&told, "XX901"), "{told:?}");
    assert!(client.request("planlint/rulePage", json!({ "code": "XX901" }))["markdown"].is_string());
    fs::write(&file, page("tent")).expect("written");
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [{ "uri": format!("file://{}", file.display()), "type": 2 }] }));
    assert!(!has(&client.diagnostics(&uri, 1), "XX901"));
}

#[test]
fn speaks_the_language_of_the_editor_where_it_is_to() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("planlint.toml"), "messages = \"editor\"\n").expect("written");
    let uri = format!("file://{}/a.plan.md", folder.path().display());
    let mut told = Vec::new();
    let mut above = Vec::new();
    for locale in ["en", "de-DE", "ja", "xx"] {
        let open = json!([{ "uri": format!("file://{}", folder.path().display()), "name": "w" }]);
        let mut client = Client::introduced(json!({ "capabilities": usual_capabilities(), "workspaceFolders": open, "locale": locale }));
        client.open(&uri, PLAN);
        let diagnostics = client.diagnostics(&uri, 1);
        let message = diagnostics.iter().find(|it| it["code"] == "A101").expect("unassigned")["message"].to_string();
        told.push(message);
        let lenses = client.request("textDocument/codeLens", json!({ "textDocument": { "uri": uri } }));
        let titles: Vec<String> = lenses
            .as_array()
            .expect("lenses")
            .iter()
            .map(|lens| lens["command"]["title"].as_str().unwrap_or_default().to_owned())
            .collect();
        above.push(titles.join("; "));
    }
    assert!(above[0].contains(" open") && above[1].contains(" offen") && above[2].contains("未完了"), "{above:?}");
    assert_eq!(told[0], told[3], "who speaks another language is told in English");
    assert!(told[0] != told[1] && told[1] != told[2] && told[2].chars().any(|letter| letter > '\u{3000}'), "{told:?}");
}

#[test]
fn people_are_renamed_in_every_plan_of_the_workspace() {
    let folder = tempfile::tempdir().expect("a folder");
    let address = |name: &str| format!("file://{}/{name}", folder.path().display());
    fs::write(folder.path().join("b.plan.md"), "# Autumn\n\n## Actions\n\n- Ann Lee: rent the tent\n").expect("written");
    let mut capabilities = usual_capabilities();
    capabilities["window"] = json!({ "workDoneProgress": true });
    let mut client = Client::with(capabilities, folder.path().to_str());
    client.wait(|message| message["method"] == "$/progress" && message["params"]["value"]["kind"] == "end");
    let uri = address("a.plan.md");
    client.open(&uri, &PLAN.replace("|  |", "| Ann Lee |"));
    let place = json!({ "textDocument": { "uri": uri }, "position": { "line": 6, "character": 20 } });
    let with = |key: &str, value: Value| {
        let mut params = place.clone();
        params[key] = value;
        params
    };
    let found = client.request("textDocument/references", with("context", json!({ "includeDeclaration": true })));
    assert_eq!(found.as_array().map(Vec::len), Some(2), "{found}");
    let edit = client.request("textDocument/rename", with("newName", json!("Ann Ray")));
    let changes = edit["documentChanges"].as_array().expect("changes");
    let versions: Vec<&Value> = changes.iter().map(|change| &change["textDocument"]["version"]).collect();
    assert_eq!(versions, [&json!(1), &Value::Null], "open, and on the disk: {edit}");
    assert!(changes[1]["textDocument"]["uri"].as_str().is_some_and(|uri| uri.ends_with("/b.plan.md")), "{edit}");
    let symbols = client.request("workspace/symbol", json!({ "query": "Ann Lee" }));
    assert!(symbols.as_array().is_some_and(|all| all.iter().any(|it| it["kind"] == 13)), "people are symbols: {symbols}");
}
