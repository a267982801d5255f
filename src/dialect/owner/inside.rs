//! Owners in the middle: a clause of its own (`Minutes: Ann to send`), a name between two dashes, a handle.

use super::{
    Owner, OwnerForm,
    follow::{By, dash, follow},
    handles_in,
};
use crate::{
    dialect::name::{
        Trust, ends_like_a_noun,
        lexicon::{Lexicon, Part},
        people_at, phrase_at, skip_space,
    },
    text::Span,
};

/// How many clauses of one item are looked at.
const MOST_CLAUSES: usize = 8;

/// The owner named behind `from` and before `to`, attributes at `taken` left aside.
pub(crate) fn inside(text: &str, from: usize, to: usize, taken: &[Span]) -> Owner {
    let Some(text) = text.get(..to) else { return Owner::Nobody };
    match handle_inside(text, from, taken).or_stronger(clause(text, from)) {
        Owner::Nobody => bracketed(text, from),
        found => found,
    }
}

/// A handle without its sign, in brackets where a clause ends: `uplift the lints (scottmcm) & cancel FCP`.
fn bracketed(text: &str, from: usize) -> Owner {
    let open = |at: &usize| *at >= from && text[..*at].ends_with(' ');
    let handle = text.match_indices('(').map(|(at, _)| at).filter(open).find_map(|at| {
        let inner = &text[at + 1..];
        let length = inner.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))?;
        let behind = inner[length..].strip_prefix(')')?;
        let ends = behind.starts_with([',', ';']) || behind.trim_start().starts_with('&');
        (ends && is_unheard_of(&inner[..length])).then(|| Span::new(at + 1, at + 1 + length))
    });
    handle.map_or(Owner::Nobody, |span| Owner::Named { span, names: vec![span], form: OwnerForm::HandleInside, sure: false })
}

/// Whether `word` is none that one would say.
fn is_unheard_of(word: &str) -> bool {
    const SHORTEST: usize = 4;
    const ENDINGS: [&str; 6] = ["ly", "ed", "ing", "al", "able", "ible"];
    word.len() >= SHORTEST
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && !ENDINGS.iter().any(|ending| word.ends_with(ending))
        && !ends_like_a_noun(word)
        && [word, word.trim_end_matches('s')].iter().all(|word| !Lexicon::get().is(word, Part::Common))
}

fn handle_inside(text: &str, from: usize, taken: &[Span]) -> Owner {
    let free = |handle: &Span| handle.start as usize >= from && !taken.iter().any(|attribute| attribute.overlaps(*handle));
    let names: Vec<Span> = handles_in(text).filter(free).filter(|handle| !is_copied(text, *handle)).collect();
    match (names.first(), names.last()) {
        (Some(first), Some(last)) => Owner::Named { span: first.to(*last), form: OwnerForm::HandleInside, sure: false, names },
        _ => Owner::Nobody,
    }
}

/// `cc @ann`: told about it, no more.
fn is_copied(text: &str, handle: Span) -> bool {
    let before = text[..handle.start as usize].trim_end().trim_end_matches(':');
    let start = before.rfind(|c: char| c.is_whitespace() || c == '(').map_or(0, |at| at + 1);
    before.is_char_boundary(start) && phrase_at(before, start, Part::Copied).is_some()
}

fn clause(text: &str, from: usize) -> Owner {
    let mut found = Owner::Nobody;
    for (at, mark) in clause_starts(text, from).take(MOST_CLAUSES) {
        let dashed = mark == Mark::Dash;
        let is_dash_next = |end: usize| {
            let next = skip_space(text, end);
            next > end && dash(&text[next..]).is_some()
        };
        if let Some(people) = people_at(text, at).filter(|people| people.trust > Trust::Doubtful) {
            let owner = match follow(text, people.end).map(|follow| follow.by) {
                Some(By::Auxiliary) => OwnerForm::Clause,
                Some(By::Asked(asked)) => return Owner::Named { span: asked, names: vec![asked], form: OwnerForm::Asked, sure: false },
                Some(By::Dash) if dashed => OwnerForm::TrailingDash,
                _ if mark == Mark::Arrow && does(text, people.end) => OwnerForm::Clause,
                _ => continue,
            };
            return Owner::Named { span: people.span(), names: people.names, form: owner, sure: false };
        }
        if let Some(span) = phrase_at(text, at, Part::Nobody).filter(|span| dashed && is_dash_next(span.end as usize)) {
            found = Owner::Placeholder { span, candidates: Vec::new() };
        }
    }
    found
}

/// Whether a word in small letters follows, as a verb does behind a name, or nothing at all.
fn does(text: &str, end: usize) -> bool {
    text[end..].trim_start().chars().next().is_none_or(char::is_lowercase)
}

/// What stands before a clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Stop,
    Dash,
    Arrow,
}

/// Where words begin behind a colon, a full stop, a semicolon, a line break, a dash or an arrow.
fn clause_starts(text: &str, from: usize) -> impl Iterator<Item = (usize, Mark)> {
    let bytes = text.as_bytes();
    let spaced = move |at: usize| bytes.get(at).is_some_and(u8::is_ascii_whitespace);
    (from..bytes.len()).filter_map(move |at| {
        let mark = match bytes[at] {
            b':' | b'.' | b';' | b',' if spaced(at + 1) => Mark::Stop,
            b'\n' => Mark::Stop,
            b'-' if spaced(at + 1) && at > 0 && (spaced(at - 1) || bytes[at - 1] == b'-') => Mark::Dash,
            // The arrow may have been written `--\>`.
            b'>' if spaced(at + 1) && text[from..at].trim_end().ends_with(['-', '=']) => Mark::Arrow,
            0x93 | 0x94 if at >= 3 && bytes[at - 2..at] == [0xE2, 0x80] && spaced(at + 1) && spaced(at - 3) => Mark::Dash,
            0x92 if at >= 3 && bytes[at - 2..at] == [0xE2, 0x86] && spaced(at + 1) => Mark::Arrow,
            _ => return None,
        };
        let start = skip_space(text, at + 1);
        (start < text.len()).then_some((start, mark))
    })
}
