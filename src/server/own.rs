//! Requests of our own, for our editor extensions and for tests.

use super::desk::Desk;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;

/// `planlint/text` {uri}: the document as the server has it, and its version; null when it is not open.
pub(super) fn text(desk: &Desk, params: &Value) -> Result<Value> {
    let address = params.get("uri").and_then(Value::as_str).unwrap_or_default();
    Ok(desk.documents.get(address).map_or(Value::Null, |open| json!({ "text": open.text.to_string(), "version": open.version })))
}
