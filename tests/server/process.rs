//! The server as a process.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
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
