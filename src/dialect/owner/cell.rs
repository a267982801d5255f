//! The owner a table cell names: several people, linked names, badges of teams, handles, or nobody yet.

use super::{Owner, OwnerForm, handles_in, is_placeholder};
use crate::{
    dialect::{
        item::ItemText,
        name::{
            lexicon::{Lexicon, Part},
            phrase_at, word_at,
        },
    },
    text::Span,
};

/// White space this long in masked text hides mark-up (`<br>`, the end of one link and the start of the next), not a space between first and last name.
const GAP: usize = 4;

/// Reads the cell of an owner column. Whatever is written there is meant as an owner, so nothing in it is doubtful.
pub fn owner_cell(cell: &ItemText) -> Owner {
    let text = cell.masked;
    let span = Span::new(0, text.len()).trimmed(text);
    let words = span.of(text);
    if words.is_empty() {
        return Owner::Nobody;
    }
    let blank = |c: char| matches!(c, '_' | '.' | '…' | '\u{1}') || c.is_whitespace();
    if is_placeholder(words) || words.chars().all(blank) {
        return Owner::Placeholder { span, candidates: Vec::new() };
    }
    if Lexicon::get().is(words.trim_start_matches('@'), Part::Everybody) {
        return Owner::Collective { span, sure: true };
    }
    if let Some(free) = leading_placeholder(text, span) {
        let candidates: Vec<Span> = handles_in(text).filter(|handle| handle.start >= free.end).collect();
        let behind = text[free.end as usize..span.end as usize].trim_start();
        // "To be confirmed with Ann"
        let says_how = free.of(text).contains(' ') && behind.starts_with(char::is_lowercase);
        if behind.starts_with(['(', '（']) || !candidates.is_empty() || says_how {
            return Owner::Placeholder { span, candidates };
        }
    }
    let names: Vec<Span> = segments(text, span).into_iter().filter(|name| !is_placeholder(name.of(text))).collect();
    match (names.first(), names.last()) {
        (Some(first), Some(last)) => Owner::Named { span: first.to(*last), names, form: OwnerForm::Cell, sure: true },
        _ => Owner::Placeholder { span, candidates: Vec::new() },
    }
}

/// `TBD (@ann or @bo)`, `Help wanted, @ann`.
fn leading_placeholder(text: &str, span: Span) -> Option<Span> {
    phrase_at(text, span.start as usize, Part::Nobody)
}

/// The names between commas, slashes, gaps and joining words; what stands in parentheses stays with its name.
fn segments(text: &str, span: Span) -> Vec<Span> {
    let mut segments = Vec::new();
    let mut start = span.start as usize;
    let (mut depth, mut gap) = (0_u32, 0);
    let mut close = |from: usize, to: usize| {
        let name = Span::new(from, to.max(from)).trimmed(text);
        if !name.is_empty() {
            segments.push(name);
        }
    };
    for (offset, c) in span.of(text).char_indices() {
        let at = span.start as usize + offset;
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            '@' if depth == 0 && text[..at].ends_with(' ') => {
                close(start, at);
                start = at;
            }
            ',' | ';' | '/' | '&' | '+' | '\n' | '、' | '，' | '；' | '・' | '／' if depth == 0 && at >= start => {
                close(start, at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
        gap = if c == ' ' { gap + 1 } else { 0 };
        let joiner = (gap == 1).then(|| word_at(text, at + 1)).flatten().filter(|word| text[word.span.end as usize..].starts_with(' '));
        if depth > 0 || at < start {
            continue;
        }
        if let Some(word) = joiner.filter(|word| Lexicon::get().is(word.of(text), Part::Joiner)) {
            close(start, at);
            start = word.span.end as usize;
        } else if gap == GAP {
            close(start, at);
            start = at + 1;
        }
    }
    close(start.min(span.end as usize), span.end as usize);
    segments
}
