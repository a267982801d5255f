//! One language's words, exactly as `rules/vocabulary/<language>.toml` lists them.
//! Only the shape of the file is known here; how words are matched is said in `vocabulary`.

use super::concept::{ActionKind, Column, Concept, HeadKey, Kind, Language, Lifecycle, Phase, Status};
use super::date::DateWords;
use super::group::{Cue, Group};
use super::name::lexicon::NameWords;
use super::script::Script;
use super::sentence::SentenceWords;
use crate::packed::unpacked;
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

/// Words per meaning; the first of a list is the preferred one.
pub type Lists<Meaning> = BTreeMap<Meaning, Vec<&'static str>>;

/// The vocabulary of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Words {
    /// Which language.
    pub language: Language,
    /// Its name in itself.
    pub name: &'static str,
    /// How it is set.
    #[serde(default)]
    pub writing: Writing,
    /// Words that state a concept alone and behind a qualifier ("contact center mission").
    pub concepts: Lists<Concept>,
    /// Words that state a concept only when they are all of a heading.
    #[serde(default)]
    pub whole: Lists<Concept>,
    /// Words that state a concept only as the label of a field, never as a heading.
    #[serde(default)]
    pub labels: Lists<Concept>,
    /// Recognised like `whole`, but awkward; a better word is offered.
    #[serde(default)]
    pub nonstandard: Lists<Concept>,
    /// Headers of table columns and names of attributes.
    pub columns: Lists<Column>,
    /// Column headers that may have other words in front ("estimated due date").
    #[serde(default)]
    pub scoped_columns: Lists<Column>,
    /// Column headers too common to mean this anywhere but in a section about it ("date", "target").
    #[serde(default)]
    pub section_columns: Lists<Column>,
    /// Column headers that mean this above the first column only ("team").
    #[serde(default)]
    pub leading_columns: Lists<Column>,
    /// Column headers that are recognised, but awkward.
    #[serde(default)]
    pub nonstandard_columns: Lists<Column>,
    /// How far an action or question is.
    pub status: Lists<Status>,
    /// Where a document is in its life.
    pub lifecycle: Lists<Lifecycle>,
    /// Phases of a plan.
    pub phase: Lists<Phase>,
    /// Sorts of action.
    pub action_kind: Lists<ActionKind>,
    /// Kinds of document.
    pub kind: Lists<Kind>,
    /// Keys of front matter and head fields.
    pub head: Lists<HeadKey>,
    /// The small words of headings.
    pub grammar: Grammar,
    /// What stands where a value is still missing.
    pub placeholders: Placeholders,
    /// Lists that rules name.
    pub groups: Lists<Group>,
    /// Phrases by which prose states an element; `!` in front voids what it covers, `*` at an end leaves that end open, `#` is any number.
    pub cues: Lists<Cue>,
    /// What a fix inserts.
    pub insert: Insert,
    /// Words of dates.
    #[serde(default)]
    pub(super) dates: DateWords,
    /// Small words of sentences.
    #[serde(default)]
    pub(super) sentences: SentenceWords,
    /// Words in and around names.
    #[serde(default)]
    pub(super) names: NameWords,
}

/// How a language is set.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Writing {
    /// The letters it is written in.
    pub script: Script,
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
        Self { script: Script::Latin, colon: ":", wide: false, narrows_from_behind: false, dotted_days: false }
    }
}

impl Language {
    /// How it is set.
    pub fn writing(self) -> Writing {
        shipped()[self as usize].writing
    }
}

/// The small words that headings are made of.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default, bound(deserialize = "'de: 'static"))]
pub struct Grammar {
    /// Point at a concept word without adding anything: "our", "the".
    pub determiners: Vec<&'static str>,
    /// Qualify a concept word without saying whose it is: "new", "company".
    pub not_scope: Vec<&'static str>,
    /// With one of these in front the concept word is not what the heading is about: "how", "without".
    pub not_qualifier: Vec<&'static str>,
    /// May follow a concept word: "questions for ...".
    pub prepositions: Vec<&'static str>,
    /// Join two concepts in one heading.
    pub conjunctions: Vec<&'static str>,
    /// Join a scope and a concept word without a space: の.
    pub joiners: Vec<&'static str>,
    /// How names of units end where no space stands before a concept word (センター).
    #[serde(default)]
    pub units: Vec<&'static str>,
    /// In front of a number or letter they only count: "appendix".
    pub numbering: Vec<&'static str>,
    /// Read like a concept behind a qualifier and are something else: "github actions".
    pub lookalikes: Vec<&'static str>,
    /// How words begin that say that something is over: actions behind which one stands are done.
    #[serde(default)]
    pub over: Vec<&'static str>,
}

/// What stands where a value is still missing.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default, bound(deserialize = "'de: 'static"))]
pub struct Placeholders {
    /// Placeholders when they are all of a value.
    pub whole: Vec<&'static str>,
    /// Placeholders when they are all of an owner.
    pub owner: Vec<&'static str>,
    /// Placeholders when they are all of a date.
    pub due: Vec<&'static str>,
    /// Placeholders even inside a text.
    pub token: Vec<&'static str>,
    /// A bracket that begins with one of these is a placeholder.
    pub openers: Vec<&'static str>,
}

/// What a fix inserts.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Insert {
    /// Stands for what a person still has to write; always recognised as a placeholder.
    pub todo: String,
    /// Headings of sections.
    pub headings: BTreeMap<Concept, String>,
    /// Labels of fields.
    pub labels: BTreeMap<Concept, String>,
    /// Headers of columns.
    pub columns: BTreeMap<Column, String>,
    /// Header of an action table.
    pub action_table: Vec<String>,
    /// Header of the action table of a workbook.
    pub workbook_table: Vec<String>,
    /// Header of a gap table.
    pub gap_table: Vec<String>,
    /// Header of a table of support areas.
    pub area_table: Vec<String>,
    /// Key of an owner inside an item: `owner: Ann`.
    pub owner: String,
    /// Opens a due date inside an item: `by 2026-03-01`.
    pub by: String,
    /// Opens it in a task list, where the language has a usual key: `due:2026-03-01`.
    #[serde(default)]
    pub task_due: Option<String>,
    /// Key of a reference inside an item: `Supports: O1`.
    pub supports: String,
    /// Label for the people of a resources section.
    pub people: String,
    /// Label for its technology.
    pub technology: String,
    /// What to write in a communication section.
    pub communication: String,
    /// Begins an action that closes a gap.
    pub close_gap: String,
}

/// The vocabularies the program is shipped with, in the order of [`Language::ALL`].
pub fn shipped() -> &'static [Words] {
    static SHIPPED: LazyLock<Vec<Words>> =
        LazyLock::new(|| PACKED.iter().map(|(words, _)| unpacked(words).expect("a test reads every shipped vocabulary")).collect());
    &SHIPPED
}

/// The words and the messages of every vocabulary file, packed, in the order of [`Language::ALL`].
pub(super) const PACKED: &[(&[u8], &[u8])] = include!(concat!(env!("OUT_DIR"), "/vocabularies.rs"));
