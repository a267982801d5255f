//! The rules of the protocol, for whatever the server says: its types, as they are published for TypeScript (`protocol/`), and what the
//! client said it can take. The client of these tests holds every message it reads against them, whatever else a test looks for.

use serde_json::Value;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!("protocol/schema.json")).expect("JSON"));

/// What is wrong with the `result` of a request.
pub(crate) fn fault_in_result(method: &str, result: &Value) -> Option<String> {
    // Our own requests have no types but ours.
    if method.starts_with("planlint/") { None } else { fault_in(method, result) }
}

/// What is wrong with a request or a notification of the server.
pub(crate) fn fault_in_call(method: &str, params: &Value) -> Option<String> {
    fault_in(&format!("> {method}"), params)
}

fn fault_in(name: &str, value: &Value) -> Option<String> {
    match SCHEMA["definitions"]["Messages"]["properties"].get(name) {
        Some(wanted) => fault(wanted, value, name),
        None => Some(format!("{name} is nothing that protocol/roots.ts knows")),
    }
}

/// What is wrong with `value`, which stands `at` a place of a message.
fn fault(schema: &Value, value: &Value, at: &str) -> Option<String> {
    schema.as_object().expect("a schema").iter().find_map(|(keyword, wanted)| match keyword.as_str() {
        "$ref" => {
            let name = wanted.as_str().and_then(|path| path.strip_prefix("#/definitions/")).expect("a definition");
            fault(&SCHEMA["definitions"][name], value, at)
        }
        "type" => {
            let is_allowed = wanted.as_array().map_or_else(|| is_a(wanted, value), |all| all.iter().any(|one| is_a(one, value)));
            (!is_allowed).then(|| format!("{at} is {value}, not {wanted}"))
        }
        "enum" => (!wanted.as_array().expect("values").contains(value)).then(|| format!("{at} is {value}, not one of {wanted}")),
        "const" => (wanted != value).then(|| format!("{at} is {value}, not {wanted}")),
        "minimum" => (value.as_f64() < wanted.as_f64()).then(|| format!("{at} is {value}, less than {wanted}")),
        "maximum" => (value.as_f64() > wanted.as_f64()).then(|| format!("{at} is {value}, more than {wanted}")),
        "anyOf" => {
            let faults: Option<Vec<String>> = wanted.as_array().expect("schemas").iter().map(|one| fault(one, value, at)).collect();
            faults.map(|faults| format!("{at} is of no kind allowed ({})", faults.join("; ")))
        }
        "required" => {
            let missing = wanted.as_array().expect("names").iter().find(|name| value.get(name.as_str().unwrap_or_default()).is_none());
            missing.map(|name| format!("{at} has no {name}"))
        }
        "properties" => {
            let mut known = wanted.as_object().expect("schemas").iter();
            known.find_map(|(name, schema)| fault(schema, value.get(name)?, &format!("{at}.{name}")))
        }
        "additionalProperties" => value.as_object()?.iter().find_map(|(name, value)| match wanted {
            _ if schema["properties"].get(name).is_some() => None,
            Value::Bool(false) => Some(format!("{at}.{name} is unknown to the protocol")),
            other => fault(other, value, &format!("{at}.{name}")),
        }),
        "items" => value.as_array()?.iter().enumerate().find_map(|(number, value)| fault(wanted, value, &format!("{at}[{number}]"))),
        other => panic!("the schema says {other}, which nobody looks at"),
    })
}

fn is_a(kind: &Value, value: &Value) -> bool {
    match kind.as_str().expect("a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("the schema knows a type {other}, which nobody looks at"),
    }
}

/// What of a message a client with these `capabilities` cannot take.
pub(crate) fn beyond(capabilities: &Value, method: &str, message: &Value) -> Option<String> {
    let can = |path: &str| capabilities.pointer(path).is_some_and(|value| !matches!(value, Value::Null | Value::Bool(false)));
    let lists =
        |path: &str, word: &str| capabilities.pointer(path).and_then(Value::as_array).is_some_and(|all| all.iter().any(|it| it == word));
    let diagnostics = "/textDocument/publishDiagnostics";
    let pulled = "/textDocument/diagnostic";
    let either = |ability: &str| can(&format!("{diagnostics}/{ability}")) || can(&format!("{pulled}/{ability}"));
    let wanted: &[(&str, bool)] = &[
        (
            "/client/registerCapability",
            can("/workspace/didChangeWatchedFiles/dynamicRegistration") || can("/workspace/didChangeConfiguration/dynamicRegistration"),
        ),
        ("/workspace/configuration", can("/workspace/configuration")),
        ("/workspace/applyEdit", can("/workspace/applyEdit")),
        ("/workspace/diagnostic/refresh", can("/workspace/diagnostics/refreshSupport")),
        ("/workspace/codeLens/refresh", can("/workspace/codeLens/refreshSupport")),
        ("/workspace/inlayHint/refresh", can("/workspace/inlayHint/refreshSupport")),
        ("/window/workDoneProgress/create", can("/window/workDoneProgress")),
        ("/window/showDocument", can("/window/showDocument/support")),
        ("/textDocument/publishDiagnostics", !can(pulled)),
        ("documentChanges", can("/workspace/workspaceEdit/documentChanges")),
        ("changes", true),
        ("kind=create", lists("/workspace/workspaceEdit/resourceOperations", "create")),
        ("relatedInformation", either("relatedInformation")),
        ("codeDescription", either("codeDescriptionSupport")),
        ("tags", either("tagSupport")),
        ("isPreferred", can("/textDocument/codeAction/isPreferredSupport")),
        ("insertTextFormat", can("/textDocument/completion/completionItem/snippetSupport")),
        ("snippet", can("/workspace/workspaceEdit/snippetEditSupport")),
        ("children", can("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport")),
    ];
    let holds = |name: &str| match name.split_once('=') {
        _ if name.starts_with('/') => method == &name[1..],
        Some((key, word)) => any(message, &|object| object.get(key).is_some_and(|value| value == word)),
        None => any(message, &|object| object.contains_key(name)),
    };
    let unwanted = wanted.iter().find(|(name, can)| !can && holds(name));
    unwanted.map(|(name, _)| format!("{method} holds {name}, which the client cannot take"))
}

/// Whether any object inside `value` is so.
fn any(value: &Value, is_so: &dyn Fn(&serde_json::Map<String, Value>) -> bool) -> bool {
    match value {
        Value::Object(object) => is_so(object) || object.values().any(|value| any(value, is_so)),
        Value::Array(values) => values.iter().any(|value| any(value, is_so)),
        _ => false,
    }
}

/// What is malformed is told from what is not: otherwise none of these tests would say anything.
#[test]
fn refuses_what_is_malformed() {
    let cases: Value = serde_json::from_str(include_str!("protocol/malformed.json")).expect("JSON");
    let mut refused = 0;
    for (name, params) in cases.as_object().expect("cases") {
        let fault = fault_in_call("textDocument/publishDiagnostics", params);
        assert_eq!(fault.is_none(), name.starts_with("valid"), "{name}: {fault:?}");
        refused += usize::from(fault.is_some());
    }
    assert_eq!(refused, 18);
    for (method, result, is_sound) in [
        ("initialize", r#"{"capabilities":{"textDocumentSync":2}}"#, true),
        ("initialize", r#"{"capabilities":{"textDocumentSync":"full"}}"#, false),
        ("initialize", r#"{"capabilities":{"textDocumentSync":7}}"#, false),
        ("initialize", r#"{"capabilities":{"hoverer":true}}"#, false),
        ("textDocument/codeAction", r#"[{"kind":"quickfix"}]"#, false),
        ("textDocument/codeAction", r#"[{"title":"x","kind":"quickfix","edit":{"changes":{"file:///a":[]}}}]"#, true),
        ("textDocument/hover", "null", true),
        ("textDocument/hover", "{}", false),
        ("textDocument/diagnostic", r#"{"kind":"full","items":[]}"#, true),
        ("textDocument/diagnostic", r#"{"items":[]}"#, false),
        ("textDocument/noSuchThing", "null", false),
    ] {
        let fault = fault_in_result(method, &serde_json::from_str(result).expect("JSON"));
        assert_eq!(fault.is_none(), is_sound, "{method} {result}: {fault:?}");
    }
}
