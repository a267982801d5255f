//! Due values in words: `next week`, `in 2 weeks`, `every Monday`, `ongoing`, `next Board meeting`.

use super::cursor::{Cursor, is_word};
use super::lexicon::{Meaning, exactly, word};
use super::shape::weekday;
use super::slot::word_starts;
use super::{How, Place, Read, Relative, Unit, When};

/// The phrase at the cursor.
pub(super) fn read(cursor: Cursor<'_>, how: How) -> Read<'_> {
    if !how.lenient() {
        return None;
    }
    // `by weekly calls`, `bis eine Woche vor der Sitzung`: outside a slot these say when only if nothing follows.
    let at_end = |(_, end): &(When, Cursor<'_>)| how.place == Place::Slot || end.ends_clause();
    relative(cursor).or_else(|| coming(cursor)).or_else(|| length(cursor).or_else(|| recurring(cursor)).filter(at_end))
}

fn relative(cursor: Cursor<'_>) -> Read<'_> {
    let (relative, _, end) = word(cursor, |meaning| match meaning {
        Meaning::Relative(relative) => Some(relative),
        _ => None,
    })?;
    // `today's standards` sets no date.
    (end.peek() != Some('\'')).then_some((When::Relative(relative), end))
}

/// `in two weeks`, `2週間以内`, `2 weeks estimate`.
fn length(cursor: Cursor<'_>) -> Read<'_> {
    let start = exactly(cursor, Meaning::Within).unwrap_or(cursor).spaces();
    let (count, behind) = count(start)?;
    let (unit, end) = unit(behind.spaces())?;
    Some((When::Relative(Relative::After { count, unit }), end))
}

fn count(cursor: Cursor<'_>) -> Option<(u16, Cursor<'_>)> {
    if let Some((first, behind)) = cursor.number() {
        // Of `2-3 weeks` the longer time is the deadline.
        let (number, end) = behind.behind_any(&['-', '–', '~', '〜']).and_then(Cursor::number).unwrap_or((first, behind));
        return (number.digits <= 3).then_some((number.value as u16, end));
    }
    let (count, _, end) = word(cursor, |meaning| match meaning {
        Meaning::Number(count) => Some(count),
        _ => None,
    })?;
    Some((count, end))
}

fn unit(cursor: Cursor<'_>) -> Option<(Unit, Cursor<'_>)> {
    let (unit, _, end) = word(cursor, |meaning| match meaning {
        Meaning::Unit(unit) => Some(unit),
        _ => None,
    })?;
    Some((unit, end))
}

/// `weekly`, `every other Friday`, `each release`, `ongoing`.
fn recurring(cursor: Cursor<'_>) -> Read<'_> {
    let adverb = word(cursor, |meaning| match meaning {
        Meaning::Cadence => Some(false),
        Meaning::Ongoing => Some(true),
        _ => None,
    });
    if let Some((ongoing, _, end)) = adverb {
        return Some((When::Cadence { ongoing }, end));
    }
    let gap = exactly(cursor, Meaning::Every)?.spaces();
    let end = length(gap)
        .map(|(_, end)| end)
        .or_else(|| unit(gap).map(|(_, end)| end))
        .or_else(|| weekday(gap).map(|(.., end)| end))
        .or_else(|| exactly(gap, Meaning::Event))
        .or_else(|| word(gap, |meaning| matches!(meaning, Meaning::Month { .. } | Meaning::Numbered).then_some(())).map(|(.., end)| end))?;
    Some((When::Cadence { ongoing: false }, end))
}

/// Whether `text` names a rhythm, as `weekly` and `every Monday` do.
pub fn names_rhythm(text: &str) -> bool {
    word_starts(text, 0).any(|start| matches!(recurring(start), Some((When::Cadence { ongoing: false }, _))))
}

/// `next Friday`, `next Board meeting`, `次回の会議`.
fn coming(cursor: Cursor<'_>) -> Read<'_> {
    let gap = exactly(cursor, Meaning::Next)?.spaces();
    if let Some(((weekday, _), _, end)) = weekday(gap) {
        return Some((When::Relative(Relative::NextWeekday(weekday)), end));
    }
    let mut here = gap;
    for _ in 0..4 {
        if let Some(end) = exactly(here, Meaning::Event) {
            return Some((When::Event, end));
        }
        here = behind_word(here).spaces();
    }
    None
}

/// Behind one word; kanji, kana and Hangul count as words one by one.
pub(super) fn behind_word(mut cursor: Cursor<'_>) -> Cursor<'_> {
    loop {
        let next = cursor.peek();
        cursor = cursor.step();
        if !(next.is_some_and(is_word) && cursor.peek().is_some_and(is_word)) {
            return cursor;
        }
    }
}
