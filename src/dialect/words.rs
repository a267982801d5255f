//! What one language is written with: what fixes insert and findings offer, from `rules/vocabulary/<language>.toml`.
//! Read when it is first asked for, a language at a time; the words by which plans are read are in `reading` and in the lexicons.

use super::concept::{Column, Concept, Language, Status};
use crate::packed::unpacked;
use serde::Deserialize;
use std::{collections::BTreeMap, sync::OnceLock};

/// Words per meaning; the first of a list is the preferred one.
pub type Lists<Meaning> = BTreeMap<Meaning, Vec<&'static str>>;

/// What `build.rs` packs of one vocabulary file.
pub(super) struct PackedWords {
    pub(super) words: &'static [u8],
    pub(super) reading: &'static [u8],
    pub(super) messages: &'static [u8],
}

/// Every vocabulary file, packed, in the order of [`Language::ALL`].
pub(super) static PACKED: &[PackedWords] = include!(concat!(env!("OUT_DIR"), "/vocabularies.rs"));

/// What one language is written with.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Words {
    /// Which language.
    pub language: Language,
    /// Its name in itself.
    pub name: &'static str,
    /// Words that state a concept alone and behind a qualifier ("contact center mission").
    pub concepts: Lists<Concept>,
    /// Headers of table columns and names of attributes.
    pub columns: Lists<Column>,
    /// Column headers that may have other words in front ("estimated due date").
    #[serde(default)]
    pub scoped_columns: Lists<Column>,
    /// Words for a concept that are recognised, but awkward; a better word is offered.
    #[serde(default)]
    pub nonstandard: Lists<Concept>,
    /// Column headers that are recognised, but awkward.
    #[serde(default)]
    pub nonstandard_columns: Lists<Column>,
    /// How far an action or question is.
    pub status: Lists<Status>,
    /// What a fix inserts.
    pub insert: Insert,
}

impl Words {
    /// Of `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        static READ: [OnceLock<Words>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
        let number = language as usize;
        READ[number].get_or_init(|| unpacked(PACKED[number].words).expect("a test reads every shipped vocabulary"))
    }
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

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::dialect::concept::Language;

    #[test]
    fn every_file_can_be_read() {
        for &language in Language::ALL {
            assert_eq!(Words::of(language).language, language);
        }
    }
}
