//! Words to meanings, all languages at once: what a heading, label, column, status or phrase of a plan says.
//! Immutable once built; a writer's own synonyms make a new vocabulary. Where words stand in a document is not known here.

use super::column::{ColumnMatch, ColumnReader, ColumnTerm};
use super::concept::{ActionKind, Column, Concept, HeadKey, Kind, Language, Lifecycle, Phase, Status};
use super::grammar::Role;
use super::group::Group;
pub use super::heading::{HeadingReading, Match};
use super::heading::{Reach, Reader, Term};
use super::lexicon::{Lexicon, Sense};
use super::listed::{self, GRAMMAR, GROUPS, laid_out};
use super::normalise::fold;
use super::numbering::{bare, bracketless};
use super::prefix::{by_prefix, is_none};
use super::words::Words;
use crate::text::Span;
use std::sync::{Arc, LazyLock};

/// No word or phrase that is looked up whole is longer, in bytes.
const LONGEST_ENTRY: usize = 160;

/// All words planlint understands.
pub struct Vocabulary {
    terms: Lexicon<Term>,
    columns: Lexicon<ColumnTerm>,
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
        let own_terms = own(concepts, |concept| Term { concept, reach: Reach::Scoped, nonstandard: false, language: None });
        let own_columns = own(columns, |column| ColumnTerm::plain(column, None));
        Self { terms: shipped_terms().with(own_terms), columns: shipped_columns().with(own_columns) }
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
    /// For a table that turns out to be one of actions, gaps ... outside such a section, ask again with that concept.
    pub fn column(&self, text: &str, section: Option<Concept>) -> Option<ColumnMatch> {
        ColumnReader { columns: &self.columns, grammar: &GRAMMAR, leading: false }.column(text, section)
    }

    /// Whether a column header can be that of `column` in a section about `section`, beside what else it may mean there.
    pub fn can_head(&self, text: &str, column: Column, section: Concept) -> bool {
        ColumnReader { columns: &self.columns, grammar: &GRAMMAR, leading: false }.can_be(text, column, section)
    }

    /// As [`Self::column`], of the first column of a table, which tells what its rows are: a team is an area there, and elsewhere an owner.
    pub fn leading_column(&self, text: &str, section: Option<Concept>) -> Option<ColumnMatch> {
        ColumnReader { columns: &self.columns, grammar: &GRAMMAR, leading: true }.column(text, section)
    }

    /// The key of a head field or of front matter. Case, `-`, `_` and spaces are equal.
    pub fn head_key(&self, text: &str) -> Option<HeadKey> {
        if text.len() > LONGEST_ENTRY {
            return None;
        }
        let folded = fold(text.trim());
        let spaced = folded.as_str().replace(['_', '-'], " ");
        let keys = [folded.as_str(), spaced.as_str(), bare(&spaced, &GRAMMAR)];
        keys.into_iter().find_map(|key| listed::KEYS.get(key).first().copied())
    }

    /// How far something is, by how the text begins: "Closed 2026-09-04 — mapping" is done.
    pub fn status(&self, text: &str) -> Option<Status> {
        by_prefix(&listed::STATUSES, text)
    }

    /// Where in its life a document is, by how the text begins.
    pub fn lifecycle(&self, text: &str) -> Option<Lifecycle> {
        by_prefix(&listed::LIFECYCLES, text)
    }

    /// The phase of a plan, by how the text begins.
    pub fn phase(&self, text: &str) -> Option<Phase> {
        by_prefix(&listed::PHASES, text)
    }

    /// The sort of an action, by how the text begins.
    pub fn action_kind(&self, text: &str) -> Option<ActionKind> {
        by_prefix(&listed::ACTION_KINDS, text)
    }

    /// The kind of a document.
    pub fn kind(&self, text: &str) -> Option<Kind> {
        listed::KINDS.get(fold(text.trim()).as_str()).first().copied()
    }

    /// Whether `text` says that a list is rightly empty: "None", "N/A at this time", なし.
    pub fn is_none(&self, text: &str) -> bool {
        is_none(&GROUPS, text)
    }

    /// Whether all of `text` is in the list, but for numbering, ornaments and a trailing bracket.
    pub fn in_group(&self, group: Group, text: &str) -> bool {
        if text.len() > LONGEST_ENTRY {
            return false;
        }
        let folded = fold(text);
        let words = bare(folded.as_str(), &GRAMMAR);
        let readings = [words.trim_start_matches('@'), bracketless(words), folded.as_str().trim()];
        readings.into_iter().any(|words| is_in(group, words)) || listed::opens(group, words)
    }

    /// Whether a heading is one of the list: one of [`heading_in_groups`](Self::heading_in_groups).
    pub fn heading_in_group(&self, group: Group, text: &str) -> bool {
        self.heading_in_groups([group], text) == [true]
    }

    /// The lists among `groups` of which a heading is one, also with words in front, after a preposition or after a colon: "Voting member
    /// attendance", "Agenda for Monday", "Agenda: part 2".
    pub fn heading_in_groups<const N: usize>(&self, groups: [Group; N], text: &str) -> [bool; N] {
        let folded = fold(text);
        let whole = bare(folded.as_str(), &GRAMMAR);
        let heading = bracketless(whole.split_once(':').map_or(whole, |(before, _)| before));
        let ends = heading.match_indices(' ').map(|(at, _)| &heading[at + 1..]);
        // "Checklist before opening", unless a plan is made of it.
        let is_preposition = |at: usize| GRAMMAR.is(heading[at + 1..].split(' ').next().unwrap_or_default(), Role::Preposition);
        let before = heading.match_indices(' ').filter(|&(at, _)| is_preposition(at)).map(|(at, _)| &heading[..at]);
        let before = before.filter(|before| !GROUPS.get(before).is_empty() && self.heading(text).matches.is_empty());
        let of_heading = std::iter::once(heading).chain(ends).chain(before);
        let mut found = groups.map(|group| text.len() <= LONGEST_ENTRY && listed::opens(group, whole));
        let of_whole = [whole.trim_start_matches('@'), bracketless(whole), folded.as_str().trim()];
        for words in of_heading.chain(of_whole.into_iter().filter(|words| text.len() <= LONGEST_ENTRY && *words != heading)) {
            for &group in GROUPS.get(words) {
                for (found, _) in found.iter_mut().zip(groups).filter(|(_, wanted)| *wanted == group) {
                    *found = true;
                }
            }
        }
        found
    }

    /// The first phrase of the list in `text`: at word boundaries where words are spaced, anywhere else.
    pub fn mentions(&self, group: Group, text: &str) -> Option<Span> {
        listed::group_phrases(group)?.find(text)
    }

    /// Whether a heading says that what stands below it was given to somebody before: "Old actions".
    pub fn leaves_behind(&self, heading: &str) -> bool {
        self.mentions(Group::Earlier, heading).is_some()
    }

    /// The first phrase of the list in `text`, among the phrases of one language.
    pub fn mentions_in(&self, language: Language, group: Group, text: &str) -> Option<Span> {
        listed::group_phrases_of(language, group)?.find(text)
    }

    /// Whether `text` begins with an article or a possessive, as a thing does ("A friendly voice") and an infinitive does not.
    pub fn opens_with_determiner(&self, text: &str) -> bool {
        let words = text.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let first = words.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
        GRAMMAR.is(fold(first).as_str(), Role::Determiner)
    }

    /// The words of one language, for what is inserted and said in it.
    pub fn language(&self, language: Language) -> &'static Words {
        Words::of(language)
    }

    fn reader(&self) -> Reader<'_> {
        Reader { terms: &self.terms, grammar: &GRAMMAR }
    }
}

/// Whether folded `words` are in the list.
fn is_in(group: Group, words: &str) -> bool {
    GROUPS.get(words).contains(&group)
}

/// The shipped words of headings and labels: a heading word before a label word, whatever the language.
fn shipped_terms() -> Lexicon<Term> {
    let reach = |table| match table {
        0 => Reach::Scoped,
        1 | 2 => Reach::Whole,
        _ => Reach::Label,
    };
    let term = |sense: Sense<Concept>| Term {
        concept: sense.meaning,
        reach: reach(sense.table),
        nonstandard: sense.table == 2,
        language: Some(sense.language),
    };
    // The tables `concepts`, `whole`, `nonstandard` and `labels`.
    Lexicon::shipped(laid_out!("terms"), |table| [0, 1, 1, 2][usize::from(table.min(3))], term)
}

/// The shipped headers: of the tables `columns`, `scoped-columns`, `section-columns`, `nonstandard-columns` and `leading-columns`.
fn shipped_columns() -> Lexicon<ColumnTerm> {
    let term = |sense: Sense<Column>| ColumnTerm {
        scoped: sense.table == 1,
        section_only: sense.table == 2,
        nonstandard: sense.table == 3,
        leading_only: sense.table == 4,
        ..ColumnTerm::plain(sense.meaning, Some(sense.language))
    };
    Lexicon::shipped(laid_out!("columns"), |_| 0, term)
}

/// A writer's words with their meaning.
fn own<K: Copy, T>(synonyms: &[(K, Vec<String>)], term: impl Fn(K) -> T) -> impl Iterator<Item = (Box<str>, T)> {
    let words = synonyms.iter().flat_map(|(key, words)| words.iter().map(move |word| (*key, word)));
    words.map(move |(key, word)| (Box::from(fold(word.trim()).as_str()), term(key)))
}
