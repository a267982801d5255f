//! The page of each rule: linked by every diagnostic, lying where the link leads, opened by an action.

use crate::client::{Client, usual_capabilities};
use planlint::rules::Catalogue;
use planlint::server::Options;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const URI: &str = "file:///planlint-no-such-folder/a.plan.md";
const PLAN: &str = "# Spring\n\n## Actions\n\n- Call the hall\n- Ann: book the band by 2026-02-30\n";

/// A server that may lay pages down below `pages`.
fn client(pages: &Path, capabilities: Value, folder: Option<&Path>) -> Client {
    let mut client = Client::start_with(Options { today: "2026-02-01".parse().ok(), pages: Some(pages.to_owned()), ..Options::default() });
    let folders = folder.map(|folder| json!([{ "uri": format!("file://{}", folder.display()), "name": "w" }]));
    client.introduce(json!({ "capabilities": capabilities, "workspaceFolders": folders }));
    client
}

/// The text that lies where `link` leads, which may take a moment.
fn read(link: &str) -> String {
    let path = link.strip_prefix("file://").expect("a file");
    let start = Instant::now();
    loop {
        match fs::read_to_string(path) {
            Ok(text) => return text,
            Err(error) => assert!(start.elapsed() < Duration::from_secs(20), "{link}: {error}"),
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn every_diagnostic_links_to_the_page_of_its_rule() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut client = client(folder.path(), usual_capabilities(), None);
    client.open(URI, PLAN);
    let diagnostics = client.diagnostics(URI, 1);
    assert!(diagnostics.len() > 3);
    for diagnostic in &diagnostics {
        let code = diagnostic["code"].as_str().expect("a code");
        let text = read(diagnostic["codeDescription"]["href"].as_str().expect("a link"));
        assert!(text.starts_with(&format!("# {code} ")), "{code}: {text}");
        assert_eq!(client.request("planlint/rulePage", json!({ "code": code }))["markdown"], text);
    }
    // They are laid down while nobody waits: those of other rules may still be coming.
    let laid = || fs::read_dir(folder.path().join(env!("CARGO_PKG_VERSION"))).expect("a folder").count();
    let start = Instant::now();
    while laid() != Catalogue::shipped().pages().len() {
        assert!(start.elapsed() < Duration::from_secs(20), "{} pages", laid());
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(client.leave(), 0);
}

#[test]
fn pages_of_another_build_are_written_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join(env!("CARGO_PKG_VERSION")).join("A101.md");
    fs::create_dir(page.parent().expect("a folder")).and_then(|()| fs::write(&page, "old")).expect("written");
    let _client = client(folder.path(), usual_capabilities(), None);
    let start = Instant::now();
    while fs::read_to_string(&page).expect("it is there at any time") == "old" {
        assert!(start.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_writers_own_rule_links_to_the_writers_own_page() {
    let (pages, folder) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let own = "+++\ncode = \"XX901\"\nname = \"no-hall\"\nseverity = \"warning\"\nclass = \"quality\"\nmessage = \"{value}\"\n\n[check]\nkind = \"pattern\"\nwhere = \"text\"\nphrases = [\"hall\"]\n+++\n\n# no-hall\n";
    fs::create_dir(folder.path().join("own")).expect("a folder");
    let file = folder.path().join("own/XX901-no-hall.md");
    fs::write(&file, own).and_then(|()| fs::write(folder.path().join("planlint.toml"), "rules-path = \"own\"\n")).expect("written");
    let mut client = client(pages.path(), usual_capabilities(), Some(folder.path()));
    let uri = format!("file://{}/a.plan.md", folder.path().display());
    client.open(&uri, PLAN);
    let diagnostics = client.diagnostics(&uri, 1);
    let own = diagnostics.iter().find(|it| it["code"] == "XX901").expect("the word is there");
    assert_eq!(own["codeDescription"]["href"], format!("file://{}", file.display()));
}

#[test]
fn no_link_leads_nowhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("written");
    let mut capabilities = usual_capabilities();
    // Below a file there is no folder; and to this client a link is nothing.
    for (below, can_link) in [(file.as_path(), true), (folder.path(), false), (Path::new("relative"), true)] {
        capabilities["textDocument"]["publishDiagnostics"]["codeDescriptionSupport"] = json!(can_link);
        let mut client = client(below, capabilities.clone(), None);
        client.open(URI, PLAN);
        assert!(client.diagnostics(URI, 1).iter().all(|it| it.get("codeDescription").is_none()), "{}", below.display());
        assert_eq!(client.leave(), 0);
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing was written for it");
}

#[test]
fn an_action_opens_the_page() {
    let folder = tempfile::tempdir().expect("a folder");
    for can_show in [true, false] {
        let mut capabilities = usual_capabilities();
        capabilities["window"] = json!({ "showDocument": { "support": can_show } });
        let mut client = client(folder.path(), capabilities, None);
        client.open(URI, PLAN);
        let range = json!({ "start": { "line": 4, "character": 3 }, "end": { "line": 4, "character": 3 } });
        let params = json!({ "textDocument": { "uri": URI }, "range": range, "context": { "diagnostics": [] } });
        let actions = client.request("textDocument/codeAction", params);
        let commands = actions.as_array().expect("actions").iter().map(|action| &action["command"]);
        let command = commands.clone().find(|command| command["command"] == "planlint.openRulePage").expect("the page is offered");
        client.request("workspace/executeCommand", json!({ "command": command["command"], "arguments": command["arguments"] }));
        let code = command["arguments"][0]["code"].as_str().expect("a code");
        if can_show {
            let shown = client.wait(|message| message["method"] == "window/showDocument");
            assert!(read(shown["params"]["uri"].as_str().expect("an address")).starts_with(&format!("# {code} ")));
        } else {
            let told = client.wait(|message| message["method"] == "window/showMessage");
            assert!(told["params"]["message"].as_str().is_some_and(|text| text.starts_with(code)), "{told}");
        }
        assert_eq!(client.leave(), 0);
    }
}
