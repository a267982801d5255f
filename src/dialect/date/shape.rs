//! One date at one place, whatever its form, with the weekday beside it: `Friday 2026-03-05`, `3月5日（木）`.
//! A weekday that does not fit makes the date impossible: one of the two is wrong, and only the writer knows which.

use jiff::civil::{Date, Weekday};

use super::cursor::{Cursor, is_word};
use super::lexicon::{Meaning, exactly, word};
use super::{Ambiguity, How, Impossible, Read, Relative, When, figures, months, period};

/// The date at the cursor.
pub(super) fn read(cursor: Cursor<'_>, how: How) -> Read<'_> {
    if cursor.peek()?.is_ascii_digit() {
        return figures::read(cursor, how).map(|(when, end)| with_weekday_behind(when, end));
    }
    behind_weekday(cursor, how)
        .or_else(|| months::month_first(cursor, how).or_else(|| period::era(cursor, how)).map(|(when, end)| with_weekday_behind(when, end)))
}

fn behind_weekday(cursor: Cursor<'_>, how: How) -> Read<'_> {
    let ((weekday, short), hit, behind) = weekday(cursor)?;
    let gap = behind.behind('.').unwrap_or(behind);
    let gap = gap.behind(',').unwrap_or(gap).spaces();
    let gap = exactly(gap, Meaning::Filler).unwrap_or(gap).spaces();
    let bracket = gap.behind('(');
    if let Some((when, end)) = date_alone(bracket.unwrap_or(gap), how).filter(|(when, _)| is_day(when)) {
        let end = if bracket.is_some() { end.behind(')').unwrap_or(end) } else { end };
        return Some((checked(when, weekday), end));
    }
    // `vendredi prochain`; in `Friday next week` the word speaks of the week.
    if let Some(end) = exactly(gap, Meaning::Next).filter(|end| !end.spaces().peek().is_some_and(is_word)) {
        return Some((When::Relative(Relative::NextWeekday(weekday)), end));
    }
    let alone = how.lenient() && !short && hit.proper;
    alone.then(|| (When::Ambiguous { why: Ambiguity::WeekdayOnly(weekday), options: Vec::new() }, behind))
}

fn date_alone(cursor: Cursor<'_>, how: How) -> Read<'_> {
    if cursor.peek()?.is_ascii_digit() { figures::read(cursor, how) } else { months::month_first(cursor, how) }
}

/// `2026-03-05 (Thu)`, `2026-03-05 Thursday`, `3月5日木曜日`.
fn with_weekday_behind(when: When, end: Cursor<'_>) -> (When, Cursor<'_>) {
    let gap = end.spaces();
    let said = match gap.behind('(') {
        Some(inside) => sign_or_weekday(inside).and_then(|(said, behind)| Some((said, behind.behind(')')?))),
        None => weekday(gap)
            .filter(|(_, hit, _)| hit.proper && gap.peek().is_some_and(|c| if is_word(c) { c.is_uppercase() && gap.at() > end.at() } else { true }))
            .map(|((said, _), _, behind)| (said, behind)),
    };
    match said {
        Some((said, behind)) if is_day(&when) => (checked(when, said), behind),
        _ => (when, end),
    }
}

fn sign_or_weekday(cursor: Cursor<'_>) -> Option<(Weekday, Cursor<'_>)> {
    let (said, _, behind) = word(cursor, |meaning| match meaning {
        Meaning::Weekday { weekday, .. } | Meaning::WeekdaySign(weekday) => Some(weekday),
        _ => None,
    })?;
    Some((said, behind.behind('.').unwrap_or(behind)))
}

/// The weekday at the cursor, and whether in its short form.
pub(super) fn weekday(cursor: Cursor<'_>) -> Option<((Weekday, bool), super::lexicon::Hit, Cursor<'_>)> {
    word(cursor, |meaning| match meaning {
        Meaning::Weekday { weekday, short } => Some((weekday, short)),
        _ => None,
    })
}

fn is_day(when: &When) -> bool {
    match when {
        When::Exact(_) | When::Impossible(_) => true,
        When::Ambiguous { why, .. } => !matches!(why, Ambiguity::NoYear { day: None, .. } | Ambiguity::WeekdayOnly(_)),
        _ => false,
    }
}

fn checked(when: When, said: Weekday) -> When {
    match when {
        When::Exact(date) if date.weekday() != said => {
            let nearest = nearest(date, said);
            When::Impossible(Impossible::WrongWeekday { date, real: date.weekday(), said, nearest })
        }
        _ => when,
    }
}

/// Never more than three days off, and years end at 2199, so there is always one.
fn nearest(date: Date, weekday: Weekday) -> Date {
    let ahead = date.weekday().until(weekday);
    let days = if ahead > 3 { ahead - 7 } else { ahead };
    date.saturating_add(jiff::Span::new().days(i64::from(days)))
}
