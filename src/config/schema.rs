//! The JSON schema of `planlint.toml`: what editors complete from, and what a file is held against before its values are used.

use super::keys::Keys;
use serde_json::Value;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| schemars::schema_for!(Keys).to_value());

/// The schema, as `planlint config schema` prints it.
pub fn schema() -> &'static Value {
    &SCHEMA
}

/// One form a value may take: a schema node without references and alternatives.
pub(super) type Form = &'static Value;

/// The forms a value of schema node `node` may take.
pub(super) fn forms(node: Form) -> Vec<Form> {
    let mut forms = Vec::new();
    gather(node, &mut forms);
    forms
}

// Ends because the key types refer to no type twice on one way down.
fn gather(node: Form, forms: &mut Vec<Form>) {
    if let Some(name) = node["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/$defs/")) {
        return gather(&SCHEMA["$defs"][name], forms);
    }
    match node["anyOf"].as_array().or(node["oneOf"].as_array()) {
        Some(alternatives) => alternatives.iter().for_each(|alternative| gather(alternative, forms)),
        None => forms.push(node),
    }
}

/// The words a form allows; none when it is no closed list.
pub(super) fn words(form: Form) -> Vec<&'static str> {
    let listed = form["enum"].as_array().into_iter().flatten();
    listed.chain(form.get("const")).filter_map(Value::as_str).collect()
}

/// What is written for a form, in a reader's words.
pub(super) fn wanted(form: Form) -> &'static str {
    match form["type"].as_str() {
        Some("string") if form["format"] == "date" => "a day such as 2026-02-01",
        Some("string") => "a text in quotes",
        Some("integer" | "number") => "a number",
        Some("boolean") => "true or false",
        Some("array") if form["items"]["type"] == "string" => "a list such as [\"one\", \"two\"]",
        Some("array") => "a list",
        Some("object") => "a table",
        _ => "a value",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn describes_every_key_and_lets_no_other_in() {
        let schema = schema();
        assert_eq!(schema["additionalProperties"], false);
        let properties = schema["properties"].as_object().expect("an object");
        for (key, node) in properties {
            assert!(node["description"].is_string(), "{key} is not described");
        }
        assert_eq!(properties["min-severity"]["default"], "info");
        assert_eq!(words(forms(&properties["messages"])[0]), ["en"]);
    }
}
