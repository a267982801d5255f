//! One date at one place, whatever its form, with the weekday beside it: `Friday 2026-03-05`, `3月5日（木）`.
//! A weekday that does not fit makes the date impossible: one of the two is wrong, and only the writer knows which.

use jiff::civil::{Date, Weekday};

use super::cursor::{Cursor, is_word};
use super::lexicon::{Meaning, exactly, word};
use super::{Ambiguity, How, Impossible, Place, Read, Relative, When, figures, months, period};

/// The date at the cursor.
pub(super) fn read(cursor: Cursor<'_>, how: How) -> Read<'_> {
    if cursor.peek()?.is_ascii_digit() {
        let day = figures::read(cursor, how).map(|(when, end)| with_weekday_behind(when, end, how));
        return day.or_else(|| behind_common_weekday(cursor, how));
    }
    behind_weekday(cursor, how).or_else(|| behind_common_weekday(cursor, how)).or_else(|| {
        let (when, end) =
            period::in_kanji(cursor, how).or_else(|| months::month_first(cursor, how)).or_else(|| period::era(cursor, how))?;
        Some(with_weekday_behind(when, end, how))
    })
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
    let end = behind.behind('.').unwrap_or(behind);
    let fills_slot = || how.place == Place::Slot && cursor.before().trim().is_empty() && end.rest().trim().is_empty();
    let alone = how.lenient() && hit.proper && (!short || fills_slot());
    alone.then(|| (When::Ambiguous { why: Ambiguity::WeekdayOnly(weekday), options: Vec::new() }, behind))
}

/// `quinta, 13/03/2026`, `5ª feira, 13/03/2026`, `Do 13.03.2026`.
fn behind_common_weekday(cursor: Cursor<'_>, how: How) -> Read<'_> {
    if how.place != Place::Slot || cursor.before().contains(char::is_alphanumeric) {
        return None;
    }
    let (said, behind) = common_weekday(cursor)?;
    let gap = behind.behind(',').unwrap_or(behind).spaces();
    let gap = exactly(gap, Meaning::Filler).unwrap_or(gap).spaces();
    let (when, end) = date_alone(gap, how).filter(|(when, _)| is_day(when))?;
    Some((checked(when, said), end))
}

fn date_alone(cursor: Cursor<'_>, how: How) -> Read<'_> {
    if cursor.peek()?.is_ascii_digit() { figures::read(cursor, how) } else { months::month_first(cursor, how) }
}

/// `2026-03-05 (Thu)`, `2026-03-05 Thursday`, `3月5日木曜日`; at the end of a slot also `13/03/2026, jueves`, `2026-03-05 木`.
fn with_weekday_behind(when: When, end: Cursor<'_>, how: How) -> (When, Cursor<'_>) {
    let gap = end.spaces();
    let said = match gap.peek() {
        Some('(') => weekday_in_brackets(gap),
        _ => weekday(gap)
            .filter(|(_, hit, _)| {
                hit.proper && gap.peek().is_some_and(|c| if is_word(c) { c.is_uppercase() && gap.at() > end.at() } else { true })
            })
            .map(|((said, _), _, behind)| (said, behind))
            .or_else(|| at_end_of_slot(end, how)),
    };
    match said {
        Some((said, behind)) if is_day(&when) => (checked(when, said), behind),
        _ => (when, end),
    }
}

/// The weekday of whatever form at the cursor.
fn any_weekday(cursor: Cursor<'_>) -> Option<(Weekday, Cursor<'_>)> {
    let sure = word(cursor, |meaning| match meaning {
        Meaning::Weekday { weekday, .. } | Meaning::WeekdaySign(weekday) => Some(weekday),
        _ => None,
    });
    let (said, behind) = sure.map(|(said, _, behind)| (said, behind)).or_else(|| common_weekday(cursor))?;
    Some((said, behind.behind('.').unwrap_or(behind)))
}

/// `quinta`, `Do`, `sam`; `Sam` may be somebody.
fn common_weekday(cursor: Cursor<'_>) -> Option<(Weekday, Cursor<'_>)> {
    let ((said, short), hit, behind) = word(cursor, |meaning| match meaning {
        Meaning::WeekdayCommon { weekday, short } => Some((weekday, short)),
        _ => None,
    })?;
    (hit.proper && (!short || hit.same_case)).then_some((said, behind))
}

/// Behind the parentheses that open at the cursor, if a weekday fills them.
pub(super) fn weekday_in_brackets(open: Cursor<'_>) -> Option<(Weekday, Cursor<'_>)> {
    let (said, end) = any_weekday(open.behind('(')?)?;
    Some((said, end.behind(')')?))
}

/// A weekday parted from the date in front by a space or a comma, and nothing behind it.
fn at_end_of_slot(date: Cursor<'_>, how: How) -> Option<(Weekday, Cursor<'_>)> {
    let comma = date.behind(',').or_else(|| date.behind('、')).unwrap_or(date);
    let start = comma.spaces();
    // `2026. 3. 13 일` and `3月13 日` are days, `13日 一` may be anything.
    let other_sign = start.peek().is_none_or(|sign| matches!(sign, '日' | '일' | '月' | '월' | '一' | '二' | '三'));
    if how.place != Place::Slot || start.at() == date.at() || other_sign {
        return None;
    }
    any_weekday(start).filter(|(_, end)| end.rest().trim().is_empty())
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
        When::Ambiguous { why, .. } => {
            !matches!(why, Ambiguity::NoYear { day: None, .. } | Ambiguity::PartOfMonth | Ambiguity::WeekdayOnly(_))
        }
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
