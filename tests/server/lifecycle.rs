//! How a session begins and ends, and what the front door makes of bytes that are no message.

use crate::client::{Client, at, usual_capabilities};
use planlint::server::{Level, Options};
use serde_json::{Value, json};

const URI: &str = "file:///t/a.plan.md";

#[test]
fn ends_with_the_status_of_the_protocol() {
    assert_eq!(Client::usual().leave(), 0);
    assert_eq!(Client::usual().hang_up(), 1);
    let mut client = Client::usual();
    client.notify("exit", Value::Null);
    assert_eq!(client.end(), 1);
    let mut client = Client::start();
    client.notify("exit", Value::Null);
    assert_eq!(client.end(), 1);
}

#[test]
fn answers_what_is_no_message_and_goes_on() {
    let mut client = Client::usual();
    for (bytes, code) in [
        ("Content-Length: 9\r\n\r\n{\"a\":1,,}", -32700),
        ("Content-Length: 7\r\n\r\n{\"a\":1}", -32600),
        ("Content-Length: 2\r\n\r\n[]", -32600),
        ("Content-Length: 4\r\n\r\nnull", -32600),
        ("Content-Length: abc\r\n\r\n", -32700),
        ("rubbish\r\n", -32700),
    ] {
        client.raw(bytes.as_bytes());
        client.notify("$/ignored", json!({}));
        let error = client.wait(|message| message.get("id").is_some_and(Value::is_null));
        assert_eq!(error["error"]["code"], code, "{bytes:?}");
    }
    // A length one too short cuts the message; what follows is found again.
    let text = r#"{"jsonrpc":"2.0","id":9,"method":"x"}"#;
    client.raw(format!("Content-Length: {}\r\n\r\n{text}", text.len() - 1).as_bytes());
    assert_eq!(client.call("planlint/text", json!({ "uri": URI }))["result"], Value::Null);
    assert_eq!(client.leave(), 0);
}

#[test]
fn a_length_too_long_costs_one_message() {
    let mut client = Client::usual();
    let text = r#"{"jsonrpc":"2.0","id":9,"method":"x"}"#;
    client.raw(format!("Content-Length: {}\r\n\r\n{text}", text.len() + 5).as_bytes());
    client.send(&json!({ "jsonrpc": "2.0", "id": 10, "method": "y" }));
    client.wait(|message| message["id"].is_null());
    assert_eq!(client.request("planlint/text", json!({ "uri": URI })), Value::Null);
}

#[test]
fn requests_outside_of_a_session_are_refused() {
    let mut client = Client::start();
    assert_eq!(client.call("textDocument/hover", at(URI, 0, 0))["error"]["code"], -32002);
    client.open(URI, "# early\n");
    client.request("initialize", json!({ "processId": null, "rootUri": null, "capabilities": usual_capabilities() }));
    assert_eq!(client.request("planlint/text", json!({ "uri": URI })), Value::Null, "opened too early");
    assert!(client.call("initialize", json!({ "capabilities": {} })).get("error").is_some(), "a second time");
    assert_eq!(client.call("no/suchThing", json!({}))["error"]["code"], -32601);
    assert_eq!(client.call("$/noSuchThing", json!({}))["error"]["code"], -32601);
    client.request("shutdown", Value::Null);
    assert_eq!(client.call("textDocument/hover", at(URI, 0, 0))["error"]["code"], -32600);
}

#[test]
fn takes_the_first_encoding_it_has() {
    for (offered, wanted) in [
        (json!(null), "utf-16"),
        (json!(["utf-16"]), "utf-16"),
        (json!(["utf-8", "utf-16"]), "utf-8"),
        (json!(["utf-32", "utf-8"]), "utf-32"),
        (json!(["utf-7", "utf-8"]), "utf-8"),
        (json!(["utf-7"]), "utf-16"),
    ] {
        let client = Client::with(json!({ "general": { "positionEncodings": offered } }), None);
        assert_eq!(client.capabilities["positionEncoding"], wanted, "{offered}");
    }
}

#[test]
fn edits_arrive_in_order() {
    let mut client = Client::usual();
    client.open(URI, "");
    let insert =
        |text: String| json!([{ "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } }, "text": text }]);
    for version in 2..2_000 {
        client.change(URI, version, insert(format!("{version},")));
    }
    let wanted: String = (2..2_000).rev().map(|version| format!("{version},")).collect();
    assert_eq!(client.request("planlint/text", json!({ "uri": URI }))["text"], wanted);
}

#[test]
fn a_cancelled_request_is_answered() {
    let mut client = Client::usual();
    client.open(URI, "# a\n");
    for id in 1_000..1_050 {
        client.send(&json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": at(URI, 0, 0) }));
        client.notify("$/cancelRequest", json!({ "id": id }));
    }
    for id in 1_000..1_050 {
        let answer = client.wait(|message| message["id"] == id);
        assert!(answer.get("result").is_some() || answer["error"]["code"] == -32800, "{answer}");
    }
}

#[test]
fn any_address_is_taken() {
    let mut client = Client::usual();
    for uri in [
        "untitled:Untitled-1",
        "git:/a/b.md?%7B%7D",
        "",
        "file:",
        "file:///a b.md",
        "file:///50%.md",
        "file:///\u{e9}\u{4e2d}\u{1F600}.md",
        "not a uri",
        "///",
    ] {
        client.open(uri, "# a\n");
        client.replace(uri, 2, "# b\n");
        assert_eq!(client.request("planlint/text", json!({ "uri": uri }))["text"], "# b\n", "{uri}");
        client.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }
}

#[test]
fn a_client_that_never_answers_is_served() {
    let mut capabilities = usual_capabilities();
    capabilities["workspace"]["configuration"] = json!(true);
    let mut client = Client::with(capabilities, None);
    for _ in 0..50 {
        client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    }
    client.open(URI, "# a\n");
    assert_eq!(client.request("planlint/text", json!({ "uri": URI }))["text"], "# a\n");
    client.diagnostics(URI, 1);
    assert_eq!(client.leave(), 0);
}

#[test]
fn tells_what_it_does_to_a_client_that_wants_to_know() {
    let mut client = Client::usual();
    client.notify("$/setTrace", json!({ "value": "verbose" }));
    client.open(URI, "# a\n");
    let told = client.wait(|message| message["method"] == "$/logTrace" && message["params"]["message"] == "didOpen");
    assert!(told["params"]["verbose"].as_str().is_some_and(|took| took.ends_with(" us")), "{told}");
    client.notify("$/setTrace", json!({ "value": "messages" }));
    client.replace(URI, 2, "# b\n");
    let told = client.wait(|message| message["method"] == "$/logTrace" && message["params"]["message"] == "didChange");
    assert!(told["params"].get("verbose").is_none(), "{told}");
    client.notify("$/setTrace", json!({ "value": "off" }));
    client.notify("$/setTrace", json!({ "value": "no such value" }));
    assert_eq!(client.request("planlint/text", json!({ "uri": URI }))["version"], 2);
}

#[test]
fn writes_down_what_it_is_asked_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let [quiet, loud] = [(Level::Error, "quiet.log"), (Level::Trace, "loud.log")].map(|(log_level, name)| {
        let log = folder.path().join(name);
        let mut client = Client::start_with(Options { log: Some(log.clone()), log_level, ..Options::default() });
        client.introduce(json!({ "capabilities": {} }));
        client.open(URI, "# a\n");
        assert_eq!(client.leave(), 0);
        std::fs::read_to_string(log).expect("a log")
    });
    assert_eq!(quiet, "");
    assert!(loud.contains("<- textDocument/didOpen") && loud.contains("ends: Exit"), "{loud}");
}
