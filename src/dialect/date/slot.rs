//! Reading a text that is meant to be a date: a cell of a due column, the value of `due:`.
//! A cell may say more than one thing (`2026-03-01 (was next week)`): the most certain one counts, of a range its end.

use super::cursor::{Cursor, fold, is_kanji_figure, is_word};
use super::lexicon::{Meaning, exactly, opens_value};
use super::{Ambiguity, Found, How, Order, Place, Read, Relative, When, period, phrase, shape};
use crate::text::Span;

/// The date a due cell or value holds; `None` if there is nothing like one in it.
pub fn read_slot(text: &str, order: Order) -> Option<Found> {
    best(text, How { order, place: Place::Slot })
}

/// The date with which a text begins, white space aside: what stands behind a mark such as 🛫.
pub fn leading(text: &str, order: Order) -> Option<Found> {
    let start = Cursor::new(text, 0).spaces();
    let (when, end) = value(start, How { order, place: Place::Slot })?;
    Some(Found { span: Span::new(start.at(), end.at()), when })
}

/// The most certain date in `text`, the first of equals.
pub(super) fn best(text: &str, how: How) -> Option<Found> {
    let mut best: Option<Found> = None;
    let mut from = 0;
    while let Some((found, end)) = next_value(text, from, how) {
        let better = best.as_ref().is_none_or(|best| match rank(&found.when).cmp(&rank(&best.when)) {
            std::cmp::Ordering::Less => true,
            std::cmp::Ordering::Equal => is_range(text.get(best.span.end as usize..found.span.start as usize).unwrap_or("")),
            std::cmp::Ordering::Greater => false,
        });
        if better {
            best = Some(found);
        }
        from = end;
    }
    best
}

/// The first date in `text`.
pub(super) fn first(text: &str, how: How) -> Option<Found> {
    next_value(text, 0, how).map(|(found, _)| found)
}

fn next_value(text: &str, from: usize, how: How) -> Option<(Found, usize)> {
    word_starts(text, from).find_map(|start| {
        let (when, end) = value(start, how).or_else(|| event(start, how))?;
        Some((Found { span: Span::new(start.at(), end.at()), when }, end.at()))
    })
}

/// Date, period or phrase at the cursor.
pub(super) fn value(cursor: Cursor<'_>, how: How) -> Read<'_> {
    let first = cursor.peek()?;
    if !first.is_ascii_digit() && !is_kanji_figure(first) && !opens_value(cursor) {
        return None;
    }
    shape::read(cursor, how).or_else(|| period::read(cursor, how)).or_else(|| phrase::read(cursor, how))
}

/// In a slot an event needs no `next`: `Board meeting` can mean nothing else there.
fn event(cursor: Cursor<'_>, how: How) -> Read<'_> {
    let end = if how.place == Place::Slot { exactly(cursor, Meaning::Event)? } else { return None };
    Some((When::Event, end))
}

/// Every place from byte `from` on where a word or a number begins. Kanji, kana and Hangul may begin a word anywhere.
pub(super) fn word_starts(text: &str, from: usize) -> impl Iterator<Item = Cursor<'_>> {
    let mut inside = text.get(..from).and_then(|before| before.chars().next_back()).is_some_and(is_word);
    let mut at = from;
    std::iter::from_fn(move || {
        loop {
            let start = at;
            let byte = *text.as_bytes().get(at)?;
            let (is_word, alone) = if byte.is_ascii() {
                at += 1;
                (byte.is_ascii_alphanumeric(), false)
            } else {
                let c = text.get(at..)?.chars().next()?;
                at += c.len_utf8();
                let folded = fold(c);
                (is_word(folded), !c.is_whitespace() && folded >= '\u{2E80}')
            };
            let was_inside = std::mem::replace(&mut inside, is_word);
            if alone || (is_word && !was_inside) {
                let cursor = Cursor::new(text, start);
                if alone || cursor.starts_clean() {
                    return Some(cursor);
                }
            }
        }
    })
}

fn rank(when: &When) -> u8 {
    match when {
        When::Exact(_) | When::Impossible(_) => 0,
        When::Ambiguous { options, .. } if !options.is_empty() => 1,
        When::Coarse { .. } => 2,
        When::Cadence { .. } => 3,
        // 来週金曜日: of the two the week says when to read it.
        When::Ambiguous { why: Ambiguity::WeekdayOnly(_) | Ambiguity::PartOfMonth, .. } => 6,
        When::Ambiguous { .. } => 4,
        When::Relative(Relative::Vague) => 7,
        When::Relative(_) => 5,
        When::Event => 8,
        When::Unreadable => 9,
    }
}

/// Whether what stands between two dates makes them the ends of one range.
fn is_range(between: &str) -> bool {
    let between = between.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | ',' | ';' | '(' | ')'));
    matches!(between, "-" | "–" | "—" | "~" | "〜" | "～" | "→" | "->" | "/")
        || exactly(Cursor::new(between, 0), Meaning::Range).is_some_and(|end| end.rest().is_empty())
}
