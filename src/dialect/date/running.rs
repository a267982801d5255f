//! Dates anywhere in a text that is not meant to be one. Only full dates count, and impossible ones only in ISO form:
//! a version, a phone number, a path or an id must never be taken for a date.

use super::cursor::Cursor;
use super::{Found, How, Order, Place, When, shape};
use crate::text::Span;

/// Exact and impossible dates in running text, in order.
#[expect(clippy::needless_bitwise_bool, reason = "without a branch in it the first loop looks at many bytes at a time")]
pub fn find_shapes(text: &str, order: Order) -> Vec<Found> {
    let how = How { order, place: Place::Running };
    if !text.bytes().fold(false, |any, byte| any | byte.is_ascii_digit() | (byte == 0xEF)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(digit) = next_number(text, from) {
        let first = starts(text, digit, from).find_map(|start| {
            let (when, end) = shape::read(start, how)?;
            let counts = matches!(when, When::Exact(_) | When::Impossible(_)) && start.starts_clean();
            (counts && end.at() > digit).then(|| Found { span: Span::new(start.at(), end.at()), when })
        });
        from = first.as_ref().map_or_else(|| behind_number(text, digit), |found| found.span.end as usize);
        found.extend(first);
    }
    found
}

/// Byte at which the next run of figures begins. Full-width figures begin with the byte 0xEF.
fn next_number(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += text.as_bytes().get(at..)?.iter().position(|byte| byte.is_ascii_digit() || *byte == 0xEF)?;
        if Cursor::new(text, at).peek().is_some_and(|c| c.is_ascii_digit()) {
            return Some(at);
        }
        at += 1;
    }
}

fn behind_number(text: &str, at: usize) -> usize {
    Cursor::new(text, at).number().map_or(at + 1, |(_, end)| end.at())
}

/// Where a date with a figure at `digit` may begin: two words before it, one word before it, at it; not before `from`.
pub(super) fn starts(text: &str, digit: usize, from: usize) -> impl Iterator<Item = Cursor<'_>> {
    let one = word_before(text, digit, from);
    let two = one.and_then(|at| word_before(text, at, from));
    [two, one, Some(digit)].into_iter().flatten().map(|at| Cursor::new(text, at))
}

fn word_before(text: &str, at: usize, from: usize) -> Option<usize> {
    let before = text.get(from..at)?;
    let word_end = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '(' | '-'));
    let start = word_end.trim_end_matches(char::is_alphabetic).len();
    (start < word_end.len()).then_some(from + start)
}
