//! The bare date that ends an item: `Publish the report 2026-03-01.`, `Publish the report (1 March).`

use super::cursor::Cursor;
use super::lexicon::{Meaning, exactly, word};
use super::{Found, How, Order, Place, Relative, When, period, phrase, running, shape, slot};
use crate::text::Span;

/// The date at the very end of `text`, or alone in parentheses there; punctuation may follow.
/// A date that something else claims (`since 2026-01-01`, `✅ 2026-01-01`) is not bare.
pub fn trailing(text: &str, order: Order) -> Option<Found> {
    let text = unpunctuated(text);
    match text.chars().next_back()? {
        ')' | '）' | ']' => in_parentheses(text, order),
        last if super::cursor::fold(last).is_ascii_digit() || matches!(last, '日' | '일') => at_end(text, order),
        _ => None,
    }
}

/// Whether `text` ends with words that say when: "check the discount next week". They may also say what it is about ("the agenda for
/// next week"), so they are no due date, but nobody can say that a date is missing.
pub fn ends_in_phrase(text: &str, order: Order) -> bool {
    let text = unpunctuated(text);
    let how = How { order, place: Place::Hinted };
    let window = Cursor::new(text, text.len().saturating_sub(40)).at();
    slot::word_starts(text, window).any(
        |start| matches!(phrase::read(start, how), Some((When::Relative(when), end)) if when != Relative::Vague && end.rest().is_empty()),
    )
}

/// Whether `text` says anywhere, in words that can mean nothing else, in which part of a week, month or year: "do that early in Jan. or
/// so", "poll them end of week".
pub fn says_part_of_period(text: &str, order: Order) -> bool {
    let how = How { order, place: Place::Hinted };
    let opens = |meaning| matches!(meaning, Meaning::PartOf | Meaning::EndOf).then_some(());
    slot::word_starts(text, 0)
        .filter(|&start| word(start, opens).is_some())
        .any(|start| period::read(start, how).is_some() || matches!(phrase::read(start, how), Some((When::Relative(_), _))))
}

fn unpunctuated(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | '!' | '。' | '．' | '、' | '；'))
}

fn at_end(text: &str, order: Order) -> Option<Found> {
    let how = How { order, place: Place::Running };
    // The longest date is some thirty characters long, and at least one of its figures is among the last dozen bytes.
    let window = Cursor::new(text, text.len().saturating_sub(40)).at();
    let numbers = slot::word_starts(text, window).filter(|cursor| cursor.peek().is_some_and(|c| c.is_ascii_digit()));
    let found = numbers.flat_map(|digit| running::starts(text, digit.at(), 0)).find_map(|start| {
        let (when, end) = shape::read(start, how)?;
        let day =
            matches!(when, When::Exact(_) | When::Impossible(_)) || matches!(&when, When::Ambiguous { options, .. } if !options.is_empty());
        (day && start.starts_clean() && end.rest().is_empty()).then(|| Found { span: Span::new(start.at(), end.at()), when })
    })?;
    is_bare(text, found.span.start as usize).then_some(found)
}

fn in_parentheses(text: &str, order: Order) -> Option<Found> {
    let open = text.rfind(['(', '（', '['])?;
    let glued = text.get(..open)?.chars().next_back().is_some_and(|c| super::cursor::is_word(c) || c == ']' || c == '\u{1}');
    let start = Cursor::new(text, open).step().spaces();
    let (when, end) = shape::read(start, How { order, place: Place::Hinted })?;
    let alone = end.spaces().rest().chars().count() == 1;
    let year_only = end.at() - start.at() == 4;
    let fraction = matches!(&when, When::Ambiguous { options, .. } if options.is_empty()) && start.rest().contains('/');
    (alone && !glued && !fraction && !year_only).then(|| Found { span: Span::new(start.at(), end.at()), when })
}

/// Whether no word or mark in front of the date makes it another sort of date.
fn is_bare(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").trim_end();
    if before.ends_with([':', '：', '⏳', '🛫', '✅', '❌', '➕', '\u{FE0F}', '-', '–', '~', '〜', '/'])
        && !before.ends_with(" -")
        && !before.ends_with(" –")
    {
        return false;
    }
    let word = before.trim_end_matches(char::is_alphabetic).len();
    exactly(Cursor::new(before, word), Meaning::Since).is_none_or(|end| !end.rest().is_empty())
}
