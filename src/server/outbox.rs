//! Everything that goes to the client leaves through here, one frame at a time.
//!
//! Posting never waits: what the client has room for goes out at once, since waking a thread for it takes longer than writing it; the rest is
//! written by one thread that waits, so a client that does not read stops nobody. Diagnostics of a document that still lie here when newer
//! ones come are replaced, so what piles up is bounded by what the client asked for.

use super::ending::{Ending, Ends};
use super::wire::AtOnce;
use serde::Serialize;
use serde_json::json;
use std::collections::{HashMap, VecDeque};
use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tower_lsp::jsonrpc::{Error, Id, Response};

/// Where messages for the client are put.
#[derive(Clone, Default)]
pub(super) struct Outbox {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    waiting: Mutex<Waiting>,
    changed: Condvar,
    at_once: AtOnce,
    /// Requests sent so far.
    asked: AtomicU64,
}

#[derive(Default)]
struct Waiting {
    queue: VecDeque<Post>,
    /// By address of the document.
    diagnostics: HashMap<String, Vec<u8>>,
    is_writing: bool,
}

/// An answer that is owed. One that is not given is an error.
pub(super) struct Reply {
    id: Id,
    outbox: Outbox,
    is_given: bool,
}

impl Reply {
    /// Answers with a result, which is JSON and comes in parts.
    pub(super) fn give(mut self, result: &[&[u8]]) {
        self.is_given = true;
        let id = serde_json::to_string(&self.id).unwrap_or_default();
        let (head, tail) = (br#"{"jsonrpc":"2.0","result":"#.as_slice(), format!(r#","id":{id}}}"#));
        self.outbox.put(&[&[head], result, &[tail.as_bytes()]].concat());
    }
}

impl Drop for Reply {
    fn drop(&mut self) {
        if !self.is_given {
            self.outbox.post(&Response::from_error(self.id.clone(), Error::internal_error()));
        }
    }
}

/// What is left of a frame.
struct Left {
    frame: Vec<u8>,
    is_all: bool,
}

enum Post {
    /// A frame.
    Message(Vec<u8>),
    /// Those of the document with this address.
    Diagnostics(String),
}

impl Outbox {
    /// One whose thread writes to where `at_once` does.
    pub(super) fn new(at_once: AtOnce) -> Self {
        Self { shared: Arc::new(Shared { at_once, ..Shared::default() }) }
    }

    /// Sends `message` as it is.
    pub(super) fn post(&self, message: &impl Serialize) {
        // What cannot be written as JSON is nothing of the protocol; there is nobody to tell.
        if let Ok(text) = serde_json::to_vec(message) {
            self.put(&[&text]);
        }
    }

    /// Sends a message, which comes in parts.
    fn put(&self, message: &[&[u8]]) {
        let mut waiting = self.lock();
        if let Some(Left { frame, .. }) = self.left(message, &waiting) {
            waiting.queue.push_back(Post::Message(frame));
            self.shared.changed.notify_all();
        }
    }

    /// What is left of the frame of `message` when the client has taken what it has room for; `None`: nothing. A long message is not copied
    /// before that, since mostly nothing is.
    fn left(&self, message: &[&[u8]], waiting: &Waiting) -> Option<Left> {
        let length: usize = message.iter().map(|part| part.len()).sum();
        let header = format!("Content-Length: {length}\r\n\r\n");
        let frame = [&[header.as_bytes()], message].concat();
        let is_free = waiting.queue.is_empty() && !waiting.is_writing;
        let written = if is_free { self.shared.at_once.write(&frame) } else { 0 };
        (written < header.len() + length).then(|| Left { frame: frame.concat().split_off(written), is_all: written == 0 })
    }

    /// Where the answer to the request `id` is put, as text.
    pub(super) fn reply(&self, id: Id) -> Reply {
        Reply { id, outbox: self.clone(), is_given: false }
    }

    /// Sends a notification.
    pub(super) fn notify(&self, method: &str, params: impl Serialize) {
        self.post(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request. What the client answers comes in through the door under the id returned.
    pub(super) fn ask(&self, method: &str, params: impl Serialize) -> Id {
        let number = self.shared.asked.fetch_add(1, Ordering::Relaxed);
        let id = format!("planlint:{number}");
        self.post(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        Id::String(id)
    }

    /// Sends a `textDocument/publishDiagnostics` message about the document at `address`, which comes in parts.
    pub(super) fn publish(&self, address: &str, message: &[&[u8]]) {
        let mut waiting = self.lock();
        match self.left(message, &waiting) {
            None => return,
            // Half of it is with the client: it cannot be replaced.
            Some(Left { frame, is_all: false }) => waiting.queue.push_back(Post::Message(frame)),
            Some(Left { frame, .. }) => {
                if waiting.diagnostics.insert(address.to_owned(), frame).is_none() {
                    waiting.queue.push_back(Post::Diagnostics(address.to_owned()));
                }
            }
        }
        drop(waiting);
        self.shared.changed.notify_all();
    }

    /// Writes everything to `output` until it breaks. Runs on a thread of its own.
    pub(super) fn write_to(&self, mut output: impl Write, ends: &Ends) {
        loop {
            if output.write_all(&self.next()).and_then(|()| output.flush()).is_err() {
                return ends.tell(Ending::Lost);
            }
        }
    }

    /// Waits until all is written, but not for ever.
    pub(super) fn drain(&self, at_most: Duration) {
        let waiting = self.lock();
        let _ = self.shared.changed.wait_timeout_while(waiting, at_most, |waiting| waiting.is_writing || !waiting.queue.is_empty());
    }

    fn next(&self) -> Vec<u8> {
        let mut waiting = self.lock();
        waiting.is_writing = false;
        self.shared.changed.notify_all();
        loop {
            let frame = match waiting.queue.pop_front() {
                Some(Post::Message(frame)) => Some(frame),
                Some(Post::Diagnostics(address)) => waiting.diagnostics.remove(&address),
                None => None,
            };
            match frame {
                Some(frame) => {
                    waiting.is_writing = true;
                    return frame;
                }
                None => waiting = self.shared.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    /// Each change of the queue is one step, so a panic leaves it whole.
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.shared.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
