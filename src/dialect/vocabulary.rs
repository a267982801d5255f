//! Words to meanings, all languages at once: what a heading, label, column, status or phrase of a plan says.
//! Immutable once built; a writer's own synonyms make a new vocabulary. Where words stand in a document is not known here.

use super::column::{ColumnMatch, ColumnReader, ColumnTerm};
use super::concept::{Column, Concept, HeadKey, Kind, Language, Lifecycle, Phase, Status};
use super::grammar::Grammar;
use super::group::{Cue, Group};
use super::heading::{Reach, Reader, Term};
pub use super::heading::{HeadingReading, Match};
use super::lexicon::Lexicon;
use super::normalise::fold;
use super::numbering::bare;
use super::phrase::Phrases;
use super::prefix::{by_prefix, is_none};
use super::words::{Lists, Words, shipped};
use crate::text::Span;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

/// All words planlint understands.
pub struct Vocabulary {
    languages: &'static [Words],
    grammar: Grammar,
    terms: Lexicon<Term>,
    columns: Lexicon<ColumnTerm>,
    statuses: Lexicon<Status>,
    lifecycles: Lexicon<Lifecycle>,
    phases: Lexicon<Phase>,
    kinds: Lexicon<Kind>,
    keys: Lexicon<HeadKey>,
    groups: Lexicon<Group>,
    /// Whole-text entries of groups that end in `*`: any text that begins so.
    openings: Vec<(Box<str>, Group)>,
    /// Built when first asked for: most documents need few of them.
    group_phrases: BTreeMap<Group, OnceLock<Phrases>>,
    cue_phrases: BTreeMap<Cue, OnceLock<Phrases>>,
}

static BUILTIN: LazyLock<Arc<Vocabulary>> = LazyLock::new(|| Arc::new(Vocabulary::with_synonyms(&[], &[])));

impl Vocabulary {
    /// The shipped words of all languages.
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    /// The shipped words, for those who may hold a writer's own as well.
    pub fn shared() -> Arc<Self> {
        Arc::clone(&BUILTIN)
    }

    /// The shipped words and a writer's own; where both know a word, the writer's meaning holds.
    pub fn with_synonyms(concepts: &[(Concept, Vec<String>)], columns: &[(Column, Vec<String>)]) -> Self {
        let languages = shipped();
        let own_terms = own(concepts, |concept| Term { concept, reach: Reach::Scoped, nonstandard: false, language: None });
        let own_columns = own(columns, |column| ColumnTerm { column, scoped: false, section_only: false, nonstandard: false, language: None });
        let groups = pairs(languages, |words| &words.groups);
        let (openings, groups): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(word, _)| word.ends_with('*'));
        Self {
            languages,
            grammar: Grammar::new(languages),
            terms: overridden(shipped_terms(languages), own_terms),
            columns: overridden(shipped_columns(languages), own_columns),
            statuses: pairs(languages, |words| &words.status).into_iter().collect(),
            lifecycles: pairs(languages, |words| &words.lifecycle).into_iter().collect(),
            phases: pairs(languages, |words| &words.phase).into_iter().collect(),
            kinds: pairs(languages, |words| &words.kind).into_iter().collect(),
            keys: pairs(languages, |words| &words.head).into_iter().collect(),
            groups: groups.into_iter().collect(),
            openings: openings.into_iter().map(|(word, group)| (word.trim_end_matches('*').into(), group)).collect(),
            group_phrases: languages.iter().flat_map(|words| words.groups.keys()).map(|&group| (group, OnceLock::new())).collect(),
            cue_phrases: languages.iter().flat_map(|words| words.cues.keys()).map(|&cue| (cue, OnceLock::new())).collect(),
        }
    }

    /// The concepts that a heading states; `text` is its masked text.
    pub fn heading(&self, text: &str) -> HeadingReading {
        self.reader().heading(text)
    }

    /// The concept that a label of at most four words states: "Purpose", "Our customers", 回答.
    pub fn label(&self, text: &str) -> Option<Match> {
        self.reader().label(text, None)
    }

    /// Whether a label can state `concept`; "Decision" is an answer under a question and a decision elsewhere.
    pub fn label_as(&self, text: &str, concept: Concept) -> Option<Match> {
        self.reader().label(text, Some(concept)).filter(|found| found.concept == concept)
    }

    /// What a column header means in a section about `section`.
    pub fn column(&self, text: &str, section: Option<Concept>) -> Option<ColumnMatch> {
        ColumnReader { columns: &self.columns, grammar: &self.grammar }.column(text, section)
    }

    /// The key of a head field or of front matter. Case, `-`, `_` and spaces are equal.
    pub fn head_key(&self, text: &str) -> Option<HeadKey> {
        let key = text.trim().replace(['_', '-'], " ");
        self.keys.get(bare(fold(&key).as_str(), &self.grammar)).first().copied()
    }

    /// How far something is, by how the text begins: "Closed 2026-09-04 — mapping" is done.
    pub fn status(&self, text: &str) -> Option<Status> {
        by_prefix(&self.statuses, text)
    }

    /// Where in its life a document is, by how the text begins.
    pub fn lifecycle(&self, text: &str) -> Option<Lifecycle> {
        by_prefix(&self.lifecycles, text)
    }

    /// The phase of a plan.
    pub fn phase(&self, text: &str) -> Option<Phase> {
        by_prefix(&self.phases, text)
    }

    /// The kind of a document.
    pub fn kind(&self, text: &str) -> Option<Kind> {
        self.kinds.get(fold(text.trim()).as_str()).first().copied()
    }

    /// Whether `text` says that a list is rightly empty: "None", "N/A at this time", なし.
    pub fn is_none(&self, text: &str) -> bool {
        is_none(&self.groups, text)
    }

    /// Whether all of `text` is in the list, but for numbering, ornaments and a trailing bracket.
    pub fn in_group(&self, group: Group, text: &str) -> bool {
        let folded = fold(text);
        let words = bare(folded.as_str(), &self.grammar);
        let unbracketed = words.rsplit_once('(').filter(|_| words.ends_with(')')).map(|(words, _)| words.trim_end());
        let listed = |words: &str| self.groups.get(words).contains(&group);
        let opened = || self.openings.iter().any(|(opening, of)| *of == group && words.starts_with(&**opening));
        listed(words) || listed(folded.as_str().trim()) || unbracketed.is_some_and(listed) || opened()
    }

    /// Whether a heading is one of the list, also with words in front or after a colon: "Voting member attendance", "Agenda: part 2".
    pub fn heading_in_group(&self, group: Group, text: &str) -> bool {
        let folded = fold(text);
        let heading = bare(folded.as_str(), &self.grammar);
        let heading = heading.split_once(':').map_or(heading, |(before, _)| before);
        let heading = heading.split_once('(').map_or(heading, |(before, _)| before).trim_end();
        let listed = |words: &str| self.groups.get(words).contains(&group);
        listed(heading) || heading.match_indices(' ').any(|(at, _)| listed(&heading[at + 1..])) || self.in_group(group, text)
    }

    /// The first phrase of the list in `text`: at word boundaries where words are spaced, anywhere else.
    pub fn mentions(&self, group: Group, text: &str) -> Option<Span> {
        let phrases = self.group_phrases.get(&group)?;
        phrases.get_or_init(|| Phrases::new(listed(self.languages, |words| words.groups.get(&group)))).find(text)
    }

    /// The first phrase in `text` by which prose states an element without naming it.
    pub fn cue(&self, element: Cue, text: &str) -> Option<Span> {
        let phrases = self.cue_phrases.get(&element)?;
        phrases.get_or_init(|| Phrases::new(listed(self.languages, |words| words.cues.get(&element)))).find(text)
    }

    /// The words of one language, for what is inserted and said in it.
    pub fn language(&self, language: Language) -> &Words {
        self.languages.iter().find(|words| words.language == language).unwrap_or(&self.languages[0])
    }

    fn reader(&self) -> Reader<'_> {
        Reader { terms: &self.terms, grammar: &self.grammar }
    }
}

/// Every word of one table, in the order of languages.
fn pairs<M: Copy>(languages: &'static [Words], table: fn(&Words) -> &Lists<M>) -> Vec<(Box<str>, M)> {
    languages.iter().flat_map(|words| entries(table(words))).collect()
}

/// The folded words of a table with their meaning.
fn entries<M: Copy>(table: &Lists<M>) -> impl Iterator<Item = (Box<str>, M)> {
    table.iter().flat_map(|(&meaning, words)| words.iter().map(move |word| (Box::from(fold(word).as_str()), meaning)))
}

/// One list of all languages.
fn listed(languages: &'static [Words], list: impl Fn(&'static Words) -> Option<&'static Vec<String>>) -> impl Iterator<Item = &'static str> {
    languages.iter().filter_map(list).flatten().map(String::as_str)
}

fn shipped_terms(languages: &'static [Words]) -> Vec<(Box<str>, Term)> {
    let mut terms = Vec::new();
    for words in languages {
        let tables = [
            (&words.concepts, Reach::Scoped, false),
            (&words.whole, Reach::Whole, false),
            (&words.nonstandard, Reach::Whole, true),
            (&words.labels, Reach::Label, false),
        ];
        for (table, reach, nonstandard) in tables {
            let term = |concept| Term { concept, reach, nonstandard, language: Some(words.language) };
            terms.extend(entries(table).map(|(word, concept)| (word, term(concept))));
        }
    }
    terms.sort_by_key(|(_, term)| term.reach); // a heading word before a label word, whatever the language
    terms
}

fn shipped_columns(languages: &'static [Words]) -> Vec<(Box<str>, ColumnTerm)> {
    let mut columns = Vec::new();
    for words in languages {
        let plain = |column| ColumnTerm { column, scoped: false, section_only: false, nonstandard: false, language: Some(words.language) };
        columns.extend(entries(&words.columns).map(|(word, column)| (word, plain(column))));
        columns.extend(entries(&words.scoped_columns).map(|(word, column)| (word, ColumnTerm { scoped: true, ..plain(column) })));
        columns.extend(entries(&words.section_columns).map(|(word, column)| (word, ColumnTerm { section_only: true, ..plain(column) })));
        columns.extend(entries(&words.nonstandard_columns).map(|(word, column)| (word, ColumnTerm { nonstandard: true, ..plain(column) })));
    }
    columns
}

/// A writer's words with their meaning.
fn own<K: Copy, T>(synonyms: &[(K, Vec<String>)], term: impl Fn(K) -> T) -> Vec<(Box<str>, T)> {
    let words = synonyms.iter().flat_map(|(key, words)| words.iter().map(move |word| (*key, word)));
    words.map(|(key, word)| (Box::from(fold(word.trim()).as_str()), term(key))).collect()
}

/// Shipped words, except where the writer gave a word a meaning of their own.
fn overridden<T>(shipped: Vec<(Box<str>, T)>, own: Vec<(Box<str>, T)>) -> Lexicon<T> {
    let shipped: Vec<_> = shipped.into_iter().filter(|(word, _)| !own.iter().any(|(mine, _)| mine == word)).collect();
    shipped.into_iter().chain(own).collect()
}
