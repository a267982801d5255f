//! What findings say in one language: the `[messages]` tables at the end of its vocabulary file.
//!
//! They are read apart from the words, and only when findings first speak that language: most runs speak English and need none of
//! them. English itself has none, the rule pages are its texts.

use super::concept::Language;
use super::words::PACKED;
use crate::packed::unpacked;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The texts of one language.
#[derive(Debug, Default, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Texts {
    /// By the code of a rule, then by the variant of its message; `words` holds what checks put into messages and `titles` what fixes
    /// are called, by the English words.
    #[serde(default)]
    messages: BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>,
}

/// The table of the words that checks put into messages.
const WORDS: &str = "words";
/// The table of the titles of fixes.
const TITLES: &str = "titles";

impl Texts {
    /// The texts of `language`; none for English.
    pub fn of(language: Language) -> Option<&'static Self> {
        static READ: [OnceLock<Texts>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
        if language == Language::En {
            return None;
        }
        let number = language as usize;
        // A test reads every shipped file; should one be broken after all, its rules speak English.
        Some(READ[number].get_or_init(|| unpacked(PACKED[number].messages).unwrap_or_default()))
    }

    /// The message of the rule `code` in its wording `variant`; `help` is what to do about it.
    pub fn message(&self, code: &str, variant: &str) -> Option<&str> {
        self.messages.get(code)?.get(variant).copied()
    }

    /// What planlint's own English `word` is called: "Monday", "# open actions" (`#` is any number).
    pub fn word(&self, word: &str) -> Option<&str> {
        self.message(WORDS, word)
    }

    /// What the fix that is called `title` in English is called.
    pub fn title(&self, title: &str) -> Option<&str> {
        self.message(TITLES, title)
    }

    /// The rules that are spoken of.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().copied().filter(|code| ![WORDS, TITLES].contains(code))
    }

    /// The wordings of the rule `code`, and its help.
    pub fn variants(&self, code: &str) -> impl Iterator<Item = (&str, &str)> {
        self.messages.get(code).into_iter().flatten().map(|(variant, text)| (*variant, *text))
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;
    use crate::dialect::words::PACKED;
    use crate::packed::unpacked;

    #[test]
    fn every_file_can_be_read() {
        for messages in PACKED.iter().map(|file| file.messages) {
            let read: Result<Texts, _> = unpacked(messages);
            assert!(read.is_ok(), "{read:?}");
        }
    }
}
