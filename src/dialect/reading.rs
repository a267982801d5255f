//! The words of a vocabulary file by which running text is read: phrases, placeholders, words of dates. All languages are read
//! at once, since documents mix them.
//! Words that are looked up whole, in headings, labels, cells and around names, are not here: `build.rs` lays them out as lexicons.

use super::concept::Language;
use super::date::DateWords;
use super::group::{Cue, Group};
use super::sentence::SentenceWords;
use super::words::{Lists, PACKED};
use super::writing::Writing;
use crate::packed::unpacked;
use serde::Deserialize;
use std::sync::LazyLock;

/// What one language is read by.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct ReadingWords {
    /// Which language.
    pub(super) language: Language,
    /// How it is set.
    #[serde(default)]
    pub(super) writing: Writing,
    /// The small words of headings.
    pub(super) grammar: Grammar,
    /// What stands where a value is still missing.
    pub(super) placeholders: Placeholders,
    /// Lists that rules name.
    pub(super) groups: Lists<Group>,
    /// Phrases by which prose states an element; `!` in front voids what it covers, `*` at an end leaves that end open, `#` is any number.
    pub(super) cues: Lists<Cue>,
    /// Words of dates.
    #[serde(default)]
    pub(super) dates: DateWords,
    /// Small words of sentences.
    #[serde(default)]
    pub(super) sentences: SentenceWords,
}

/// Small words of headings that are not only looked up.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default, bound(deserialize = "'de: 'static"))]
pub(super) struct Grammar {
    /// Join two concepts in one heading.
    pub(super) conjunctions: Vec<&'static str>,
    /// Join a scope and a concept word without a space: の.
    pub(super) joiners: Vec<&'static str>,
    /// How names of units end where no space stands before a concept word (センター).
    pub(super) units: Vec<&'static str>,
    /// How words begin that say that something is over: actions behind which one stands are done.
    pub(super) over: Vec<&'static str>,
}

/// What stands where a value is still missing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default, bound(deserialize = "'de: 'static"))]
pub(super) struct Placeholders {
    /// Placeholders when they are all of a value.
    pub(super) whole: Vec<&'static str>,
    /// Placeholders when they are all of an owner.
    pub(super) owner: Vec<&'static str>,
    /// Placeholders when they are all of a date.
    pub(super) due: Vec<&'static str>,
    /// Placeholders even inside a text.
    pub(super) token: Vec<&'static str>,
    /// A bracket that begins with one of these is a placeholder.
    pub(super) openers: Vec<&'static str>,
}

/// The reading words of all languages, in the order of [`Language::ALL`].
pub(super) fn shipped() -> &'static [ReadingWords] {
    static SHIPPED: LazyLock<Vec<ReadingWords>> =
        LazyLock::new(|| PACKED.iter().map(|file| unpacked(file.reading).expect("a test reads every shipped vocabulary")).collect());
    &SHIPPED
}
