//! The text of a frame to a message: something the client asks or tells, or its answer to something we asked.

use super::fault::Fault;
use super::uri;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::borrow::Cow;
use tower_lsp::jsonrpc::{Id, Request};

/// What a client says.
#[derive(Debug)]
pub(super) enum Message {
    /// A request or a notification.
    Call(Request),
    /// What it answers to the request we sent under this id; `None` when it refuses.
    Answer(Id, Option<Value>),
}

#[derive(Deserialize)]
struct Envelope<'m> {
    #[serde(borrow)]
    jsonrpc: Option<Cow<'m, str>>,
    #[serde(default, deserialize_with = "present")]
    id: Option<Value>,
    method: Option<String>,
    params: Option<Value>,
    #[serde(default, deserialize_with = "present")]
    result: Option<Value>,
    error: Option<Value>,
}

/// Tells `null` from nothing.
fn present<'m, D: Deserializer<'m>>(value: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(value).map(Some)
}

impl Message {
    /// Reads a message. Nothing nested deeper than 128 levels is one.
    pub(super) fn read(text: &[u8]) -> Result<Self, Fault> {
        let envelope: Envelope<'_> = serde_json::from_slice(text).map_err(|error| match error.is_data() {
            true => Fault::invalid(error),
            false => Fault::parse(error),
        })?;
        if envelope.jsonrpc.as_deref() != Some("2.0") {
            return Err(Fault::invalid("`jsonrpc` must be \"2.0\""));
        }
        let id = envelope.id.map(id).transpose()?;
        match (envelope.method, id) {
            (Some(method), id) => {
                let mut request = Request::build(method);
                if let Some(id) = id {
                    request = request.id(id);
                }
                if let Some(mut params) = envelope.params {
                    uri::tolerate(&mut params);
                    request = request.params(params);
                }
                Ok(Self::Call(request.finish()))
            }
            (None, Some(id)) if envelope.result.is_some() || envelope.error.is_some() => Ok(Self::Answer(id, envelope.result)),
            (None, _) => Err(Fault::invalid("neither a request, a notification nor an answer")),
        }
    }
}

fn id(value: Value) -> Result<Id, Fault> {
    match value {
        Value::String(text) => Ok(Id::String(text)),
        Value::Number(number) => number.as_i64().map(Id::Number).ok_or_else(|| Fault::invalid("an id is a whole number or a text")),
        _ => Err(Fault::invalid("an id is a whole number or a text")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(text: &str) -> String {
        match Message::read(text.as_bytes()) {
            Ok(Message::Call(request)) => format!("{} {}", request.method(), request.id().map(ToString::to_string).unwrap_or_default()),
            Ok(Message::Answer(id, result)) => format!("answer {id} {result:?}"),
            Err(fault) => fault.answer()["error"]["code"].to_string(),
        }
    }

    #[test]
    fn tells_messages_from_what_is_none() {
        let deep = format!(r#"{{"jsonrpc":"2.0","id":1,"method":"x","params":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
        for (text, wanted) in [
            (r#"{"jsonrpc":"2.0","id":1,"method":"x"}"#, "x 1"),
            (r#"{"jsonrpc":"2.0","id":"a","method":"x","params":null}"#, "x \"a\""),
            (r#"{"jsonrpc":"2.0","method":"x"}"#, "x "),
            (r#"{"jsonrpc":"2.0","id":9007199254740993,"method":"x"}"#, "x 9007199254740993"),
            (r#"{"jsonrpc":"2.0","id":"a","result":null}"#, "answer \"a\" Some(Null)"),
            (r#"{"jsonrpc":"2.0","id":"a","error":{"code":1}}"#, "answer \"a\" None"),
            (r#"{"jsonrpc":"2.0","id":"a"}"#, "-32600"),
            (r#"{"jsonrpc":"1.0","id":1,"method":"x"}"#, "-32600"),
            (r#"{"jsonrpc":"2.0","id":1.5,"method":"x"}"#, "-32600"),
            (r#"{"jsonrpc":"2.0","id":null,"method":"x"}"#, "-32600"),
            (r#"{"jsonrpc":"2.0","method":"x","method":"y"}"#, "-32600"),
            (r#"[{"jsonrpc":"2.0","method":"x"}]"#, "-32600"),
            (r#"{"a":1}"#, "-32600"),
            ("42", "-32600"),
            (r#"{"a":1,,}"#, "-32700"),
            ("", "-32700"),
            (deep.as_str(), "-32700"),
        ] {
            assert_eq!(outcome(text), wanted, "{}", text.get(..60).unwrap_or(text));
        }
    }
}
