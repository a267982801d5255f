//! The bare date that ends an item: `Publish the report 2026-03-01.`, `Publish the report (1 March).`

use super::cursor::{Cursor, is_kanji_figure};
use super::lexicon::{Meaning, exactly, word};
use super::{Ambiguity, Found, How, Order, Place, Relative, When, period, phrase, running, shape, slot};
use crate::dialect::script::is_cjk;
use crate::text::Span;

/// The date at the very end of `text`, or alone in parentheses there; punctuation may follow, and words that say the same in another way
/// (`2026-03-06, ASAP`).
/// A date that something else claims (`since 2026-01-01`, `✅ 2026-01-01`) is not bare.
pub fn trailing(text: &str, order: Order) -> Option<Found> {
    let text = unpunctuated(text);
    at_very_end(text, order).or_else(|| at_very_end(without_phrase(text, order)?, order))
}

fn at_very_end(text: &str, order: Order) -> Option<Found> {
    match text.chars().next_back()? {
        ')' | '）' if ends_in_weekday(text, order) => at_end(text, order),
        ')' | '）' | ']' => in_parentheses(text, order),
        last if super::cursor::fold(last).is_ascii_digit() || matches!(last, '日' | '일') => at_end(text, order),
        last if last.is_alphabetic() && has_figure_before_last_word(text) => at_end(text, order),
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

/// Whether `text` ends with a date and its weekday in parentheses: `2026-03-13 (Fri)`.
pub fn ends_in_weekday(text: &str, order: Order) -> bool {
    let opens = |open: usize| shape::weekday_in_brackets(Cursor::new(text, open)).is_some_and(|(_, end)| end.rest().is_empty());
    text.rfind(['(', '（']).is_some_and(opens) && at_end(text, order).is_some()
}

/// Whether `words` are nothing but a phrase that means another day tomorrow: `urgent`, `next week`.
pub fn is_relative(words: &str, order: Order) -> bool {
    let read = phrase::read(Cursor::new(words, 0), How { order, place: Place::Slot });
    matches!(read, Some((When::Relative(_), end)) if end.rest().is_empty())
}

/// `words` without the wave that says "until" in Korean and Japanese: `~2026.03.13`.
pub fn without_until(words: &str) -> &str {
    words.trim_start_matches(['~', '〜', '～']).trim_start()
}

/// What stands in front of the phrase with which `text` ends, if that may be a date.
fn without_phrase(text: &str, order: Order) -> Option<&str> {
    let window = Cursor::new(text, text.len().saturating_sub(40)).at();
    text.get(window..)?.contains(|c: char| super::cursor::fold(c).is_ascii_digit()).then_some(())?;
    let phrase = slot::word_starts(text, window).find(|start| is_relative(start.rest(), order))?;
    Some(phrase.before().trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | '-' | '–' | '—' | '(' | '（')))
}

fn unpunctuated(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | '!' | '。' | '．' | '、' | '；'))
}

/// Whether the last word may be the month of a day: `1 March`, `1 de marzo`.
fn has_figure_before_last_word(text: &str) -> bool {
    const FURTHEST: usize = 8;
    let before = text.trim_end_matches(char::is_alphabetic).as_bytes();
    before[before.len().saturating_sub(FURTHEST)..].iter().any(u8::is_ascii_digit)
}

fn at_end(text: &str, order: Order) -> Option<Found> {
    // The longest date is some thirty characters long, and at least one of its figures is among the last dozen bytes.
    let window = Cursor::new(text, text.len().saturating_sub(40)).at();
    let numbers = slot::word_starts(text, window).filter(|cursor| cursor.peek().is_some_and(|c| c.is_ascii_digit()));
    let opens_kanji = |cursor: &Cursor<'_>| {
        cursor.peek().is_some_and(is_kanji_figure) || word(*cursor, |meaning| matches!(meaning, Meaning::Era(_)).then_some(())).is_some()
    };
    let kanji = text.ends_with('日').then(|| slot::word_starts(text, window).filter(opens_kanji)).into_iter().flatten();
    let starts: Vec<Cursor<'_>> = numbers.flat_map(|digit| running::starts(text, digit.at(), 0)).chain(kanji).collect();
    let found = [Place::Running, Place::Hinted].into_iter().find_map(|place| {
        starts.iter().find_map(|&start| {
            let (when, end) = shape::read(start, How { order, place })?;
            let span = Span::new(start.at(), end.at());
            let day = if place == Place::Running { is_day(&when) } else { is_day_without_year(&when) && is_spelled(span.of(text)) };
            (day && start.starts_clean() && end.rest().is_empty()).then_some(Found { span, when })
        })
    })?;
    let at = found.span.start as usize;
    (is_bare(text, at) && (is_day(&found.when) || is_set_off(text, at))).then_some(found)
}

fn is_day(when: &When) -> bool {
    matches!(when, When::Exact(_) | When::Impossible(_)) || matches!(when, When::Ambiguous { options, .. } if !options.is_empty())
}

fn is_day_without_year(when: &When) -> bool {
    matches!(when, When::Ambiguous { why: Ambiguity::NoYear { day: Some(_), .. }, .. })
}

/// `1 March`, `3月1日`: figures alone may be a fraction or a version, and "1 set" is as good as a day.
fn is_spelled(date: &str) -> bool {
    date.split(|letter: char| !letter.is_alphabetic())
        .any(|word| word.chars().next().is_some_and(|first| !first.is_lowercase()) || word.chars().count() > 3)
}

fn in_parentheses(text: &str, order: Order) -> Option<Found> {
    let open = text.rfind(['(', '（', '['])?;
    // A full-width bracket needs no space in front.
    let glued = !text.get(open..)?.starts_with('（')
        && text.get(..open)?.chars().next_back().is_some_and(|c| super::cursor::is_word(c) || c == ']' || c == '\u{1}');
    let start = Cursor::new(text, text.len() - without_until(Cursor::new(text, open).step().spaces().rest()).len());
    let (when, end) = shape::read(start, How { order, place: Place::Hinted })?;
    let alone = end.spaces().rest().chars().count() == 1;
    let year_only = end.at() - start.at() == 4;
    let fraction = matches!(&when, When::Ambiguous { options, .. } if options.is_empty()) && start.rest().contains('/');
    (alone && !glued && !fraction && !year_only).then(|| Found { span: Span::new(start.at(), end.at()), when })
}

/// Whether a day without a year stands apart from the words: `send it, 1 March`, `send @ann 1 March`, `資料を送る 3月1日`. Among them it may
/// say what it is about: "prepare the meeting on 1 March", "move some around May 1".
fn is_set_off(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let words = before.trim_end();
    let last = words.rsplit(char::is_whitespace).next().unwrap_or("");
    let spaced_out = words.len() < before.len() && words.ends_with(is_cjk);
    last.starts_with('@') || !words.ends_with(|letter: char| letter.is_alphanumeric() || letter == '\u{1}') || spaced_out
}

/// Whether no word or mark in front of the date makes it another sort of date.
fn is_bare(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    // `자료 ~2026.03.13` says until when, `2026.03.01 ~ 2026.03.13` is a stretch of days.
    let alone = |wave: &str| {
        wave.ends_with(char::is_whitespace) && !wave.trim_end().ends_with(|c: char| c.is_numeric() || matches!(c, '日' | '일' | '.'))
    };
    let before = before.strip_suffix(['~', '〜', '～']).filter(|wave| alone(wave)).unwrap_or(before).trim_end();
    if before.ends_with([':', '：', '⏳', '🛫', '✅', '❌', '➕', '\u{FE0F}', '-', '–', '~', '〜', '/'])
        && !before.ends_with(" -")
        && !before.ends_with(" –")
    {
        return false;
    }
    let word = before.trim_end_matches(char::is_alphabetic).len();
    exactly(Cursor::new(before, word), Meaning::Since).is_none_or(|end| !end.rest().is_empty())
}
