//! The JSON schema of `planlint.toml`: what editors complete from, and what a file is held against before its values are used.

use super::keys::Keys;
use serde_json::Value;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| schemars::schema_for!(Keys).to_value());

/// The schema, as `planlint config schema` prints it.
pub fn schema() -> &'static Value {
    &SCHEMA
}

/// The keys that the table at `path` may hold, each with what it means; empty where any key may stand.
pub fn keys_at(path: &[&str]) -> Vec<(&'static str, &'static str)> {
    let tables = at(path);
    let named = tables.iter().filter_map(|form| form["properties"].as_object()).flatten();
    let named = named.map(|(key, node)| (key.as_str(), node["description"].as_str().unwrap_or_default()));
    let listed = tables.iter().filter_map(|form| form["propertyNames"]["enum"].as_array()).flatten();
    named.chain(listed.filter_map(Value::as_str).map(|key| (key, ""))).collect()
}

/// The values, as TOML, that may stand at `path`; empty where they are no closed list.
pub fn values_at(path: &[&str]) -> Vec<String> {
    let spelled = |form: Form| match form["type"].as_str() {
        Some("boolean") => vec!["true".to_owned(), "false".to_owned()],
        _ => words(form).into_iter().map(|word| format!("\"{word}\"")).collect(),
    };
    at(path).into_iter().flat_map(spelled).collect()
}

/// The forms of what stands at `path`; of a list those of its items.
fn at(path: &[&str]) -> Vec<Form> {
    path.iter().fold(forms(&SCHEMA), |tables, key| {
        let below = |form: Form| form["properties"].get(key).or_else(|| form.get("additionalProperties").filter(|any| any.is_object()));
        let nodes = tables.into_iter().filter_map(below).flat_map(forms);
        nodes.flat_map(|form| if form["type"] == "array" { forms(&form["items"]) } else { vec![form] }).collect()
    })
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

    #[test]
    fn says_what_can_be_written_where() {
        let keys = |path: &[&str]| keys_at(path).into_iter().map(|(key, _)| key).collect::<Vec<_>>();
        assert!(keys(&[]).contains(&"min-severity"));
        assert_eq!(keys(&["people"]), ["names"]);
        assert!(keys(&["documents"]).contains(&"kind"));
        assert!(keys(&["synonyms"]).contains(&"owner"));
        assert_eq!(values_at(&["messages"]), ["\"en\"", "\"auto\"", "\"editor\""]);
        assert_eq!(values_at(&["dates", "allow-ongoing"]), ["true", "false"]);
        assert!(values_at(&["rules", "A101"]).contains(&"\"off\"".to_owned()));
        assert!(values_at(&["rules", "A101", "severity"]).contains(&"\"off\"".to_owned()));
        assert!(values_at(&["organisation"]).is_empty() && values_at(&["nothing", "there"]).is_empty());
    }
}
