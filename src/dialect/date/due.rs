//! Due values inside the text of an item: `by 2026-03-01`, `due: next week`, `📅 2026-03-01`, `3月1日まで`.
//! A word like `by` opens one only when a date or a known phrase follows (`required by KB` is none);
//! an explicit key holds one whatever follows, readable or not.

use super::cursor::{Cursor, is_kanji_figure};
use super::lexicon::{Meaning, exactly, opens_due, word};
use super::phrase::behind_word;
use super::slot::{best, value, word_starts};
use super::{Ambiguity, Found, How, Order, Place, Relative, When};
use crate::text::Span;

/// The bytes of the due word or key, and the value it opens. An explicit key wins over a word.
pub fn after_due_word(text: &str, order: Order) -> Option<(Span, Found)> {
    if let Some(found) = by_mark(text, order) {
        return Some(found);
    }
    // The words that stand behind their date are all of scripts beyond ASCII.
    let ascii = text.is_ascii();
    let opens =
        |start: &Cursor<'_>| opens_due(*start) || (!ascii && start.peek().is_some_and(|c| c.is_ascii_digit() || is_kanji_figure(c)));
    let mut by_word = None;
    let mut from = 0;
    while let Some(start) = word_starts(text, from).find(opens) {
        if let Some((key, behind)) = key(start) {
            return Some((key, explicit(text, behind, order)));
        }
        if by_word.is_none() {
            by_word = before_value(start, order).or_else(|| behind_value(start, order));
        }
        from = start.step().at();
    }
    by_word
}

/// `📅 2026-03-01`, `@due(2026-03-01)`.
fn by_mark(text: &str, order: Order) -> Option<(Span, Found)> {
    // All marks begin with one of two bytes: `@`, or the first of every emoji.
    memchr::memchr2(b'@', 0xF0, text.as_bytes())?;
    ["📅", "📆", "🗓", "@due("].into_iter().find_map(|mark| {
        let start = text.find(mark)?;
        let behind = start + mark.len();
        // An emoji may be followed by the selector that asks for its coloured form.
        let value = if text.get(behind..)?.starts_with('\u{FE0F}') { behind + '\u{FE0F}'.len_utf8() } else { behind };
        Some((Span::new(start, value), explicit(text, value, order)))
    })
}

/// `due:`, `[due::`, `期限：`, and the byte behind it.
fn key(start: Cursor<'_>) -> Option<(Span, usize)> {
    let (.., name) = word(start, |meaning| (meaning == Meaning::DueKey).then_some(()))?;
    let colon = name.spaces().behind(':')?;
    let colon = colon.behind(':').unwrap_or(colon);
    Some((Span::new(start.at(), colon.at()), colon.at()))
}

/// The value of an explicit key, from byte `from` to the next mark that ends it.
fn explicit(text: &str, from: usize, order: Order) -> Found {
    let how = How { order, place: Place::Slot };
    let rest = text.get(from..).unwrap_or("");
    let value = Span::new(from, from + value_length(rest)).trimmed(text);
    let token = value.of(text).split(char::is_whitespace).next().unwrap_or("");
    let glued = value.start as usize == from;
    // In `due:2026-03-01 with Ann until June` only the glued word is the value, unless it is none by itself (`due:next week`).
    let found = best(token, how).filter(|_| glued).or_else(|| best(value.of(text), how));
    match found {
        Some(found) => Found { span: found.span.shifted(value.start as usize), ..found },
        None if glued => Found { span: Span::new(from, from + token.len()), when: When::Unreadable },
        None => Found { span: value, when: When::Unreadable },
    }
}

/// Up to a bracket that the value did not open, another attribute, a new line or a semicolon.
fn value_length(rest: &str) -> usize {
    let (mut depth, mut previous) = (0_u32, ' ');
    for (at, c) in rest.char_indices() {
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' if depth == 0 => return at,
            ')' | '）' | ']' => depth -= 1,
            ';' | '；' | '\n' | '|' | '⏳' | '🛫' | '✅' | '❌' | '➕' | '🔁' | '🔺' | '⏫' | '🔼' | '🔽' | '⏬' => {
                return at;
            }
            '@' | '#' if previous.is_whitespace() => return at,
            _ => {}
        }
        previous = c;
    }
    rest.len()
}

/// `by 2026-03-01`.
fn before_value(start: Cursor<'_>, order: Order) -> Option<(Span, Found)> {
    let ((), hit, behind) = word(start, |meaning| (meaning == Meaning::Due).then_some(()))?;
    let place = if hit.language.writing().dotted_days { Place::HintedDotted } else { Place::Hinted };
    let mut gap = behind.spaces();
    gap = gap.behind_any(&[':', '~', '→']).unwrap_or(gap).spaces();
    for _ in 0..3 {
        if let Some((when, end)) = value(gap, How { order, place }).and_then(|(when, end)| believed(when, gap, end)) {
            let found = Found { span: Span::new(gap.at(), end.at()), when };
            return Some((Span::new(start.at(), behind.at()), found));
        }
        gap = exactly(gap, Meaning::Filler)?.spaces();
    }
    None
}

/// `by 2026 we ...` and `before April renewal` are not what they begin like.
fn believed<'t>(when: When, start: Cursor<'t>, end: Cursor<'t>) -> Option<(When, Cursor<'t>)> {
    match when {
        When::Coarse { .. } if end.at() - start.at() == 4 => end.ends_clause().then_some((when, end)),
        When::Ambiguous { why: Ambiguity::NoYear { day: None, .. } | Ambiguity::PartOfMonth, .. } => {
            Some(event_within_two_words(end).map_or((when, end), |end| (When::Event, end)))
        }
        _ => Some((when, end)),
    }
}

fn event_within_two_words(end: Cursor<'_>) -> Option<Cursor<'_>> {
    let next = end.spaces();
    exactly(next, Meaning::Event).or_else(|| exactly(behind_word(next).spaces(), Meaning::Event))
}

/// `3月1日まで`. Three days *before* something (`3天前`) is none.
fn behind_value(start: Cursor<'_>, order: Order) -> Option<(Span, Found)> {
    start.peek().filter(|c| c.is_ascii_digit() || !c.is_ascii())?;
    let (when, end) = value(start, How { order, place: Place::Hinted })?;
    let behind = exactly(end.spaces(), Meaning::DueAfter)?;
    let deadline = !matches!(when, When::Relative(Relative::After { .. }));
    deadline.then(|| (Span::new(end.spaces().at(), behind.at()), Found { span: Span::new(start.at(), end.at()), when }))
}
