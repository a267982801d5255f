//! The server as a process.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

fn start() -> Child {
    Command::new(env!("CARGO_BIN_EXE_planlint"))
        .args(["server", "--stdio"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program")
}

fn send(server: &mut Child, text: &str) {
    let input = server.stdin.as_mut().expect("its input");
    write!(input, "Content-Length: {}\r\n\r\n{text}", text.len()).and_then(|()| input.flush()).expect("it reads");
}

fn ends_soon(mut server: Child, at_most: Duration) -> Option<i32> {
    let start = Instant::now();
    while start.elapsed() < at_most {
        if let Some(status) = server.try_wait().expect("its state") {
            return status.code();
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let _ = server.kill();
    panic!("still running after {at_most:?}");
}

const SECOND: Duration = Duration::from_secs(1);
const INITIALIZE: &str = r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}"#;

#[test]
fn ends_with_its_input() {
    let mut server = start();
    send(&mut server, INITIALIZE);
    drop(server.stdin.take());
    assert_eq!(ends_soon(server, SECOND), Some(1));
}

#[test]
fn ends_with_exit_though_its_input_stays_open() {
    let mut server = start();
    send(&mut server, INITIALIZE);
    send(&mut server, r#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#);
    send(&mut server, r#"{"jsonrpc":"2.0","method":"exit"}"#);
    let mut output = server.stdout.take().expect("its output");
    assert_eq!(ends_soon(server, SECOND), Some(0));
    let mut told = String::new();
    output.read_to_string(&mut told).expect("text");
    assert!(told.starts_with("Content-Length: ") && told.ends_with(r#""id":2}"#), "{told}");
}

/// More edits than the pipes hold, each with diagnostics to push, before the client reads anything.
#[test]
fn a_client_that_reads_late_is_behind_nothing() {
    const EDITS: i64 = 3_000;
    let mut server = start();
    send(&mut server, INITIALIZE);
    let text: String = (0..30).map(|number| format!("- Which hall is number {number}?\\n")).collect();
    let document = r#""uri":"file:///planlint-no-such-folder/a.plan.md","#;
    let item = format!(r##"{{{document}"languageId":"markdown","version":0,"text":"# Spring\n\n## Questions\n\n{text}"}}"##);
    send(&mut server, &format!(r#"{{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{{"textDocument":{item}}}}}"#));
    for version in 1..=EDITS {
        let range = r#"{"start":{"line":0,"character":2},"end":{"line":0,"character":2}}"#;
        let params = format!(r#"{{"textDocument":{{{document}"version":{version}}},"contentChanges":[{{"range":{range},"text":"x"}}]}}"#);
        send(&mut server, &format!(r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{params}}}"#));
    }
    let mut output = BufReader::new(server.stdout.take().expect("its output"));
    let (told, last) = channel();
    std::thread::spawn(move || {
        let mut newest = 0;
        while let Some(version) = published(&mut output) {
            assert!(version >= newest, "{version} behind {newest}");
            newest = version;
            if newest == EDITS && told.send(()).is_err() {
                return;
            }
        }
    });
    last.recv_timeout(60 * SECOND).expect("the diagnostics of the last version arrive, and all before it in whole frames");
    drop(server.stdin.take());
    assert_eq!(ends_soon(server, SECOND), Some(1));
}

/// The version that the next message is about, 0 for one about none.
fn published(output: &mut impl BufRead) -> Option<i64> {
    let mut header = String::new();
    output.read_line(&mut header).ok()?;
    let length: usize = header.strip_prefix("Content-Length: ")?.trim_end().parse().ok()?;
    let mut message = vec![0; length + 2];
    output.read_exact(&mut message).ok()?;
    let message: serde_json::Value = serde_json::from_slice(&message).ok()?;
    Some(message["params"]["version"].as_i64().unwrap_or_default())
}

#[cfg(target_os = "linux")]
#[test]
fn ends_with_the_editor() {
    let mut editor = Command::new("sleep").arg("60").spawn().expect("a process");
    let mut server = start();
    send(&mut server, &INITIALIZE.replace("null,\"rootUri\"", &format!("{},\"rootUri\"", editor.id())));
    std::thread::sleep(Duration::from_millis(300));
    editor.kill().and_then(|()| editor.wait()).expect("ends");
    assert_eq!(ends_soon(server, 3 * SECOND), Some(1));
}
