//! The settings of the editor, as far as they are not planlint.toml's: whether, when and how much is shown.

use crate::finding::Severity;
use serde_json::Value;

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
        let severity = |word: &str| {
            [Severity::Hint, Severity::Info, Severity::Warning, Severity::Error].into_iter().find(|severity| severity.word() == word)
        };
        Self {
            enable: section.get("enable").and_then(Value::as_bool).unwrap_or(usual.enable),
            on_save: section.get("run").and_then(Value::as_str) == Some("onSave"),
            min_severity: section.get("minSeverity").and_then(Value::as_str).and_then(severity).unwrap_or(usual.min_severity),
        }
    }
}
