//! What the header of a table column means. The same word can mean two things: the section the table stands in decides first.

use super::concept::{Column, Concept, Language};
use super::grammar::{Grammar, Role};
use super::lexicon::Lexicon;
use super::normalise::fold;
use super::numbering::{bare, bracketless};
use super::script::{is_cjk, is_hangul};

/// The meaning of a column header.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ColumnMatch {
    /// What its cells hold.
    pub column: Column,
    /// What they hold as well: status of "Deadline / Status".
    pub also: Option<Column>,
    /// Whether a better word should be offered.
    pub nonstandard: bool,
    /// The language of the header.
    pub language: Option<Language>,
}

/// One meaning of a header.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct ColumnTerm {
    pub(super) column: Column,
    /// May have other words in front.
    pub(super) scoped: bool,
    /// Counts only in a section that has such a column.
    pub(super) section_only: bool,
    /// Counts only above the first column of a table.
    pub(super) leading_only: bool,
    pub(super) nonstandard: bool,
    pub(super) language: Option<Language>,
}

/// Words in front of a header beyond this many make it another one.
const MOST_QUALIFIERS: usize = 3;

/// No header that means something is longer, in bytes.
const LONGEST_HEADER: usize = 160;

/// "2026/27", "FY2026" and the like, in bytes.
const LONGEST_YEAR: usize = 8;

/// Reads headers with the words of all languages.
pub(super) struct ColumnReader<'v> {
    pub(super) columns: &'v Lexicon<ColumnTerm>,
    pub(super) grammar: &'v Grammar,
    /// The header stands above the first column of its table.
    pub(super) leading: bool,
}

impl ColumnReader<'_> {
    /// What the header `text` means in a section about `section`.
    pub(super) fn column(&self, text: &str, section: Option<Concept>) -> Option<ColumnMatch> {
        if text.len() > LONGEST_HEADER {
            return None;
        }
        let folded = fold(text);
        let whole = folded.as_str().trim();
        if let Some(term) = self.term(whole, section) {
            return Some(term.found(None)); // `#`, `nº`, which are nothing but ornament
        }
        let closed = without_open_ending(whole);
        let header = bare(closed.as_deref().unwrap_or(whole), self.grammar);
        let header = header.trim_start_matches(['[', '(']).trim_end_matches(']');
        let unhinted = header.split_once(['(', '[']).map(|(words, _)| words.trim_end()).filter(|words| !words.is_empty());
        [Some(header), unhinted].into_iter().flatten().find_map(|words| {
            let exact = self.term(words, section).map(|term| term.found(None));
            exact.or_else(|| self.split(words, section)).or_else(|| self.scoped(words, section).map(|term| term.found(None)))
        })
    }

    /// Whether the header `text` can be that of `column` in a section about `section`, beside what else it may mean there, also with a
    /// year or with words in front: "Ziel", "2026 target", "2026年目標".
    pub(super) fn can_be(&self, text: &str, column: Column, section: Concept) -> bool {
        if text.len() > LONGEST_HEADER || !belongs(column, section) {
            return false;
        }
        let folded = fold(text);
        let header = bracketless(bare(folded.as_str().trim(), self.grammar));
        let is_named = |words: &str| self.columns.get(words).iter().any(|term| term.column == column);
        // "Strategic goal" rather names a goal.
        let only_named = |words: &str| is_named(words) && self.columns.get(words).iter().all(|term| term.column != Column::Reference);
        let ends_so = || header.match_indices(' ').take(MOST_QUALIFIERS).any(|(at, _)| only_named(&header[at + 1..]));
        is_named(header) || without_year(header).is_some_and(is_named) || ends_so()
    }

    fn term(&self, words: &str, section: Option<Concept>) -> Option<ColumnTerm> {
        let terms = self.columns.get(words);
        let fits = |term: &ColumnTerm| section.is_some_and(|section| belongs(term.column, section));
        let leading = terms.iter().find(|term| term.leading_only && self.leading && (section.is_none() || fits(term)));
        let anywhere = || terms.iter().filter(|term| !term.leading_only);
        let fitting = leading.or_else(|| anywhere().find(|term| fits(term)));
        fitting.or_else(|| anywhere().find(|term| !term.section_only)).copied()
    }

    /// "estimated due date": a header of the kind that takes words in front. In East Asian scripts such words are no part of it:
    /// 使命を公開する 期限 is an action and its date; nor are clauses: "Thank the mayor, owner", "Ask the owner".
    fn scoped(&self, words: &str, section: Option<Concept>) -> Option<ColumnTerm> {
        let east_asian = !words.is_ascii() && words.chars().any(|letter| is_cjk(letter) || is_hangul(letter));
        let spaces = words.match_indices(' ').take(if east_asian { 0 } else { MOST_QUALIFIERS });
        spaces
            .filter(|&(at, _)| !self.is_clause(&words[..at]))
            .filter_map(|(at, _)| self.term(&words[at + 1..], section))
            .find(|term| term.scoped)
    }

    /// Whether `words` in front of a header are a clause of their own, or point at somebody.
    fn is_clause(&self, words: &str) -> bool {
        let points = |(_, last): (&str, &str)| self.grammar.is(last, Role::Determiner);
        words.ends_with(',') || words.rsplit_once(' ').is_some_and(points)
    }

    /// "deadline / status", "owner or team": the first part decides, the second adds.
    fn split(&self, words: &str, section: Option<Concept>) -> Option<ColumnMatch> {
        let (start, end) = self.grammar.separator(words)?;
        let part = |words: &str| self.term(words, section).or_else(|| self.scoped(words, section));
        let first = part(words[..start].trim())?;
        let second = part(words[end..].trim()).map(|term| term.column);
        Some(first.found(second.filter(|&column| column != first.column)))
    }
}

impl ColumnTerm {
    /// It means `column` wherever it stands alone.
    pub(super) fn plain(column: Column, language: Option<Language>) -> Self {
        Self { column, scoped: false, section_only: false, leading_only: false, nonstandard: false, language }
    }

    fn found(self, also: Option<Column>) -> ColumnMatch {
        ColumnMatch { column: self.column, also, nonstandard: self.nonstandard, language: self.language }
    }
}

/// `owner(s)`, `Verantwortliche(r)` without the ending that a writer leaves open; `None` when there is nothing to take away.
fn without_open_ending(header: &str) -> Option<String> {
    let (stem, behind) = header.split_once('(')?;
    let (ending, rest) = behind.split_once(')')?;
    let open = stem.ends_with(char::is_alphabetic) && (1..=3).contains(&ending.chars().count()) && ending.chars().all(char::is_lowercase);
    match without_open_ending(rest) {
        Some(rest) if open => Some(format!("{stem}{rest}")),
        Some(rest) => Some(format!("{stem}({ending}){rest}")),
        None => open.then(|| format!("{stem}{rest}")),
    }
}

/// `header` without the year, or the part of one, that it begins or ends with.
fn without_year(header: &str) -> Option<&str> {
    let is_year = |word: &str| word.len() <= LONGEST_YEAR && word.bytes().any(|byte| byte.is_ascii_digit());
    let joined = header.trim_matches(|sign: char| sign.is_ascii_digit());
    let joined = joined.trim_start_matches(['年', '년', '度', '의', 'の', ' ']);
    let behind = header.split_once(' ').filter(|(first, _)| is_year(first)).map(|(_, behind)| behind);
    let before = || header.rsplit_once(' ').filter(|(_, last)| is_year(last)).map(|(before, _)| before);
    let found = behind.or_else(before).unwrap_or(joined).trim();
    (found.len() < header.len() && !found.is_empty()).then_some(found)
}

/// Whether a table in a section about `section` may well have this column.
fn belongs(column: Column, section: Concept) -> bool {
    use Column as C;
    match section {
        Concept::Actions => matches!(
            column,
            C::ActionText | C::WeakText | C::Owner | C::Due | C::DoneDate | C::StartDate | C::Status | C::Kind | C::Reference
        ),
        Concept::Questions => matches!(column, C::Question | C::Answer | C::Owner | C::Due | C::Status),
        Concept::Gaps | Concept::Risks => matches!(column, C::Gap | C::Response | C::Owner | C::Due | C::Status | C::Reference),
        Concept::Metrics | Concept::Objectives => {
            matches!(column, C::MetricName | C::Target | C::Baseline | C::Unit | C::Definition | C::Owner | C::Reference)
        }
        Concept::SupportAreas => matches!(column, C::Area | C::Responsibilities | C::Interfaces | C::Owner),
        _ => false,
    }
}
