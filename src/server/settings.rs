//! The settings of the editor: whether, when and how much is shown, and keys of planlint.toml for documents that are under none.

use crate::finding::Severity;
use serde_json::{Map, Value};
use toml::Table;

/// The keys of planlint.toml that may be set in the editor. None is a path, so that a folder leads planlint nowhere by its settings; and what
/// concerns builds, or one document only, belongs into a file.
const KEYS: [&str; 11] =
    ["extends", "include", "exclude", "messages", "organisation", "dates", "questions", "actions", "people", "synonyms", "rules"];

/// `planlint.*` in the editor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct EditorSettings {
    /// `planlint.enable`
    pub(super) enable: bool,
    /// `planlint.run` is `onSave`.
    pub(super) on_save: bool,
    /// `planlint.minSeverity`
    pub(super) min_severity: Severity,
}

impl Default for EditorSettings {
    fn default() -> Self {
        Self { enable: true, on_save: false, min_severity: Severity::Hint }
    }
}

impl EditorSettings {
    /// Reads the section `planlint`. What is missing or makes no sense is as if nothing were set.
    pub(super) fn of(section: &Value) -> Self {
        let usual = Self::default();
        Self {
            enable: section.get("enable").and_then(Value::as_bool).unwrap_or(usual.enable),
            on_save: section.get("run").and_then(Value::as_str) == Some("onSave"),
            min_severity: section.get("minSeverity").and_then(Value::as_str).and_then(Severity::from_word).unwrap_or(usual.min_severity),
        }
    }
}

/// What the section `planlint` says as a planlint.toml, where keys are written `min-precision`, in settings `minPrecision`. Empty values
/// are as if nothing were set; wrong ones are kept, for whoever reads it to say so.
pub(super) fn configuration(section: &Value) -> String {
    let set = KEYS.iter().filter_map(|&key| Some((key.to_owned(), toml_value(section.get(key)?, key)?)));
    set.collect::<Table>().to_string()
}

/// What is set for `key`. The names of rules and of concepts are written alike in both.
fn toml_value(set: &Value, key: &str) -> Option<toml::Value> {
    match set {
        Value::Object(table) => {
            Some(toml_table(table, !["rules", "synonyms"].contains(&key))).filter(|table| !table.is_empty()).map(toml::Value::Table)
        }
        Value::Array(items) if items.is_empty() => None,
        Value::String(text) if text.is_empty() => None,
        value => toml::Value::try_from(value).ok(),
    }
}

fn toml_table(table: &Map<String, Value>, in_camel_case: bool) -> Table {
    let name = |key: &str| if in_camel_case { hyphenated(key) } else { key.to_owned() };
    table.iter().filter_map(|(key, value)| Some((name(key), toml_value(value, "rules")?))).collect()
}

/// `min-precision` for `minPrecision`.
fn hyphenated(key: &str) -> String {
    let parts = key.chars().map(|c| if c.is_ascii_uppercase() { format!("-{}", c.to_ascii_lowercase()) } else { c.to_string() });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn settings_are_a_configuration() {
        for (section, wanted) in [
            (json!(null), ""),
            (
                json!({ "enable": true, "run": "onType", "path": "/x", "minSeverity": "hint", "rulesPath": "/x", "links": { "root": "/x" } }),
                "",
            ),
            (json!({ "extends": [], "organisation": "", "messages": null, "people": { "names": [] }, "rules": {} }), ""),
            (json!({ "extends": ["contact-center"], "messages": "auto" }), "extends = [\"contact-center\"]\nmessages = \"auto\"\n"),
            (
                json!({ "dates": { "minPrecision": "day", "allowOngoing": false } }),
                "[dates]\nallow-ongoing = false\nmin-precision = \"day\"\n",
            ),
            (
                json!({ "rules": { "A101": "off", "V102": { "severity": "hint" } } }),
                "[rules]\nA101 = \"off\"\n\n[rules.V102]\nseverity = \"hint\"\n",
            ),
            (json!({ "synonyms": { "owner": ["Caretaker"] } }), "[synonyms]\nowner = [\"Caretaker\"]\n"),
        ] {
            assert_eq!(configuration(&section), wanted, "{section}");
        }
    }
}
