//! A client for tests: speaks to the server over pipes in the same process, one message at a time, and holds each it reads against the
//! protocol and against what it said it can take.

use crate::protocol::{beyond, fault_in_call, fault_in_result};
use planlint::server::{Options, serve};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, PipeReader, PipeWriter, Read, Write, pipe};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A server at the other end.
pub(crate) struct Client {
    input: Option<PipeWriter>,
    messages: Receiver<Value>,
    seen: Vec<Value>,
    server: Option<JoinHandle<u8>>,
    last_id: u64,
    /// The methods of what was asked and is not answered yet, by id.
    asked: HashMap<String, String>,
    /// What it told the server it can do.
    declared: Value,
    /// What the server said it can do.
    pub(crate) capabilities: Value,
}

const PATIENCE: Duration = Duration::from_secs(20);

impl Client {
    /// A server that has not been told anything.
    pub(crate) fn start() -> Self {
        Self::start_with(Options { today: "2026-02-01".parse().ok(), ..Options::default() })
    }

    /// As [`start`](Self::start), with options of its own.
    pub(crate) fn start_with(options: Options) -> Self {
        let (server_input, input) = pipe().expect("a pipe");
        let (output, server_output) = pipe().expect("a pipe");
        let server = thread::spawn(move || serve(server_input, server_output, &options));
        let (told, messages) = channel();
        thread::spawn(move || read(output, &told));
        Self {
            input: Some(input),
            messages,
            seen: Vec::new(),
            server: Some(server),
            last_id: 0,
            asked: HashMap::new(),
            declared: Value::Null,
            capabilities: Value::Null,
        }
    }

    /// A server that knows a client with these `capabilities`, in `folder`.
    pub(crate) fn with(capabilities: Value, folder: Option<&str>) -> Self {
        let folders = folder.map(|folder| json!([{ "uri": format!("file://{folder}"), "name": "w" }]));
        Self::introduced(json!({ "capabilities": capabilities, "workspaceFolders": folders }))
    }

    /// A server that was told `params` by `initialize`; those that must be there are added.
    pub(crate) fn introduced(params: Value) -> Self {
        let mut client = Self::start();
        client.introduce(params);
        client
    }

    /// Says `initialize` with `params` and `initialized`.
    pub(crate) fn introduce(&mut self, mut params: Value) {
        params["processId"] = Value::Null;
        params["rootUri"] = Value::Null;
        self.capabilities = self.request("initialize", params)["capabilities"].clone();
        self.notify("initialized", json!({}));
    }

    /// One that is pushed diagnostics and can do what most can.
    pub(crate) fn usual() -> Self {
        Self::with(usual_capabilities(), None)
    }

    /// The answer to a request; an error is a failed test.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        let answer = self.call(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The whole answer to a request.
    pub(crate) fn call(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        self.answer(id)
    }

    /// Sends a request, whose [`answer`](Self::answer) is waited for later.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> u64 {
        self.last_id += 1;
        let id = self.last_id;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    /// The whole answer to the request `id`.
    pub(crate) fn answer(&mut self, id: u64) -> Value {
        self.wait(|message| message.get("method").is_none() && message["id"] == id)
    }

    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    pub(crate) fn send(&mut self, message: &Value) {
        if let (Some(id), Some(method)) = (message.get("id"), message["method"].as_str()) {
            self.asked.insert(id.to_string(), method.to_owned());
            if method == "initialize" {
                self.declared = message["params"]["capabilities"].clone();
            }
        }
        let text = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("still open");
        input.write_all(bytes).expect("the server reads");
    }

    /// The first message for which `wanted` is true, among those seen and those to come.
    pub(crate) fn wait(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.seen.iter().position(&wanted) {
            return self.seen.remove(at);
        }
        loop {
            let message = self.receive(PATIENCE).expect("a message");
            if wanted(&message) {
                return message;
            }
            self.seen.push(message);
        }
    }

    /// Reads a message and makes sure that it is a sound one.
    fn receive(&mut self, patience: Duration) -> Option<Value> {
        let message = self.messages.recv_timeout(patience).ok()?;
        assert_eq!(message["jsonrpc"], "2.0", "{message}");
        let (method, fault) = match (message["method"].as_str().map(str::to_owned), message.get("error")) {
            (Some(method), None) => {
                let fault = fault_in_call(&method, &message["params"]);
                (method, fault)
            }
            (None, Some(error)) => {
                self.asked.remove(&message["id"].to_string());
                assert!(error["code"].is_i64() && error["message"].is_string() && message.get("result").is_none(), "{message}");
                return Some(message);
            }
            (None, None) => {
                let method = self.asked.remove(&message["id"].to_string()).unwrap_or_else(|| panic!("nobody asked: {message}"));
                let fault = fault_in_result(&method, &message["result"]);
                (method, fault)
            }
            (Some(_), Some(_)) => panic!("{message}"),
        };
        let fault = fault.or_else(|| beyond(&self.declared, &method, &message));
        assert!(fault.is_none(), "{}: {message}", fault.unwrap_or_default());
        Some(message)
    }

    pub(crate) fn open(&mut self, uri: &str, text: &str) {
        self.notify(
            "textDocument/didOpen",
            json!({ "textDocument": { "uri": uri, "languageId": "markdown", "version": 1, "text": text } }),
        );
    }

    pub(crate) fn replace(&mut self, uri: &str, version: i32, text: &str) {
        self.change(uri, version, json!([{ "text": text }]));
    }

    pub(crate) fn change(&mut self, uri: &str, version: i32, changes: Value) {
        self.notify("textDocument/didChange", json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": changes }));
    }

    /// The diagnostics pushed for a version of a document.
    pub(crate) fn diagnostics(&mut self, uri: &str, version: i32) -> Vec<Value> {
        let told = self.wait(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
                && message["params"]["version"] == version
        });
        told["params"]["diagnostics"].as_array().cloned().unwrap_or_default()
    }

    /// Says goodbye as clients do; the exit status.
    pub(crate) fn leave(mut self) -> u8 {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        self.end()
    }

    /// Closes the input; the exit status.
    pub(crate) fn hang_up(mut self) -> u8 {
        self.input = None;
        self.end()
    }

    /// Waits for the end; the exit status.
    pub(crate) fn end(&mut self) -> u8 {
        self.server.take().expect("not ended yet").join().expect("no panic")
    }
}

pub(crate) fn usual_capabilities() -> Value {
    json!({
        "workspace": { "workspaceEdit": { "documentChanges": true, "resourceOperations": ["create"] } },
        "textDocument": {
            "publishDiagnostics": { "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true, "dataSupport": true, "tagSupport": { "valueSet": [1, 2] } },
            "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } }, "isPreferredSupport": true, "dataSupport": true, "resolveSupport": { "properties": ["edit"] } },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "completion": { "completionItem": { "snippetSupport": true } },
        },
    })
}

/// A place in an open document.
pub(crate) fn at(uri: &str, line: u32, character: u32) -> Value {
    json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } })
}

fn read(output: PipeReader, told: &std::sync::mpsc::Sender<Value>) {
    let mut output = BufReader::new(output);
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if output.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            if line.trim().is_empty() {
                break;
            }
            length = line.trim().strip_prefix("Content-Length: ").expect("only frames").parse().expect("a length");
        }
        let mut body = vec![0; length];
        if output.read_exact(&mut body).is_err() {
            return;
        }
        if told.send(serde_json::from_slice(&body).expect("JSON")).is_err() {
            return;
        }
    }
}
