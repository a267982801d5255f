//! What is answered to bytes that are no message: an error without the id of a request, as JSON-RPC wants it.

use serde_json::{Value, json};

/// Why something is no message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fault {
    code: i32,
    why: String,
}

impl Fault {
    /// Not JSON, or not even a frame.
    pub(super) fn parse(why: impl ToString) -> Self {
        Self { code: -32700, why: why.to_string() }
    }

    /// JSON, but no JSON-RPC.
    pub(super) fn invalid(why: impl ToString) -> Self {
        Self { code: -32600, why: why.to_string() }
    }

    /// As it is sent.
    pub(super) fn answer(&self) -> Value {
        json!({ "jsonrpc": "2.0", "id": null, "error": { "code": self.code, "message": self.why } })
    }
}
