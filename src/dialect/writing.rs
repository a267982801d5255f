//! How each language is set on paper: its script, its colon and brackets, and where it puts words.
//! From the `[writing]` table of its vocabulary file; whether a line is read or written asks the same table.

use super::concept::Language;
use super::reading::shipped;
use super::script::Script;
use serde::Deserialize;

/// How a language is set.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Writing {
    /// The letters it is written in.
    pub script: Script,
    /// Words that every text has and hardly any other language, for languages that share their script.
    pub commonest: &'static str,
    /// What parts a label from its value, without what follows it.
    pub colon: &'static str,
    /// Brackets and colons are as wide as letters, and no space stands beside them.
    pub wide: bool,
    /// A word is narrowed from behind: "actions post-séminaire".
    pub narrows_from_behind: bool,
    /// Behind a word such as "until" two figures with stops are a day: "bis 1.3."
    pub dotted_days: bool,
}

impl Default for Writing {
    fn default() -> Self {
        Self { script: Script::Latin, commonest: "", colon: ":", wide: false, narrows_from_behind: false, dotted_days: false }
    }
}

impl Language {
    /// How it is set.
    pub fn writing(self) -> Writing {
        shipped()[self as usize].writing
    }
}
