//! Months, weeks, quarters, halves and years: `2026-03`, `Q3 2026`, `2026-W12`, `2026年3月末`, `第一季度`.
//! With a year they are coarse dates whose last day is the deadline; without one a quarter depends on when it is read.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::cursor::{Cursor, is_kanji_figure};
use super::figures::{NO_DAY, day_of};
use super::lexicon::{Meaning, exactly, word};
use super::months::{self, year_behind};
use super::shape;
use super::{Ambiguity, How, Place, Read, Relative, When};

/// What may follow a year: `-Q3`, ` H1`, `-W12`, `年3月1日`, ` March 1`; or nothing.
pub(super) fn after_year(year: i16, cursor: Cursor<'_>, how: How) -> Read<'_> {
    if let Some(sign) = cursor.spaces().behind_any(&['年', '년']) {
        let next = sign.spaces();
        let month = next.count().and_then(|(month, behind)| month_sign(Some(year), month.short()?, behind, how));
        return month.or_else(|| part_of_year(year, next)).or_else(|| Some((whole_year(year)?, sign)));
    }
    let next = cursor.behind('-').unwrap_or_else(|| cursor.spaces());
    if let Some(read) = part_of_year(year, next) {
        return Some(read);
    }
    if next.at() > cursor.at()
        && let Some((When::Ambiguous { why: Ambiguity::NoYear { month, day, .. }, .. }, end)) = months::month_first(next, how)
    {
        let when = day.map_or_else(|| self::month(year, month), |day| day_of(year, month, day, how.lenient()));
        return when.map(|when| (when, end));
    }
    cursor.ends_clean().then(|| whole_year(year)).flatten().map(|when| (when, cursor))
}

/// `26년 3월 15일`: two figures are a year where a month and a day follow. In a date's own place they should be four: it may count from
/// an emperor.
pub(super) fn after_short_year(year: i8, cursor: Cursor<'_>, how: How) -> Read<'_> {
    let next = cursor.spaces().behind_any(&['年', '년'])?.spaces();
    let (month, behind) = next.number()?;
    let (when, end) = month_sign(Some(2000 + i16::from(year)), month.short()?, behind, how)?;
    Some(match when {
        When::Exact(date) if how.place == Place::Slot => (When::Ambiguous { why: Ambiguity::TwoDigitYear, options: vec![date] }, end),
        when => (when, end),
    })
}

/// `令和8年3月1日`, `令和8.3.1`, `R8.3.1(日)`, from the name of the era on.
pub(super) fn era(cursor: Cursor<'_>, how: How) -> Read<'_> {
    let (before_first, _, behind) = word(cursor, |meaning| match meaning {
        Meaning::Era(before_first) => Some(before_first),
        _ => None,
    })?;
    let (year, end) = match behind.behind('元') {
        Some(end) => (1, end),
        None => behind.count().filter(|(year, _)| year.digits <= 3).map(|(year, end)| (year.value as i16, end))?,
    };
    let year = before_first + year;
    if end.spaces().behind('年').is_some() {
        return after_year(year, end, how);
    }
    let mark = end.peek().filter(|mark| matches!(mark, '.' | '/' | '-'))?;
    let (month, behind_month) = end.step().number()?;
    let (day, end) = behind_month.behind(mark)?.number()?;
    // R8.3.13 is rather a release than a day.
    let release = behind.at() - cursor.at() == 1 && shape::weekday_in_brackets(end.spaces()).is_none();
    let when = day_of(year, month.short()?, day.short()?, how.lenient())?;
    (end.ends_clean() && !release).then_some((when, end))
}

/// `二〇二六年三月十三日`, `三月六日`.
pub(super) fn in_kanji(cursor: Cursor<'_>, how: How) -> Read<'_> {
    cursor.peek().filter(|&sign| is_kanji_figure(sign))?;
    let (number, behind) = cursor.count()?;
    if let Some(year) = number.year() {
        behind.spaces().behind('年')?;
        return after_year(year, behind, how);
    }
    month_sign(None, number.short()?, behind, how)
}

/// `3月1日`, `3월`, `4月下旬`, the month being read already.
pub(super) fn month_sign(year: Option<i16>, month: i8, cursor: Cursor<'_>, how: How) -> Read<'_> {
    let sign = cursor.spaces().behind_any(&['月', '월'])?;
    if year.is_none() && !how.lenient() {
        return None;
    }
    let day = sign.spaces().count().and_then(|(day, behind)| Some((day.short()?, behind.spaces().behind_any(&['日', '일', '号'])?)));
    if let Some((day, end)) = day {
        let when = match year {
            Some(year) => day_of(year, month, day, how.lenient()),
            // Any leap year tells which days a month can have.
            None => Some(day_of(2000, month, day, false).map_or(NO_DAY, |_| When::without_year(month, Some(day), false))),
        };
        return when.map(|when| (when, end));
    }
    if !(1..=12).contains(&month) {
        return (year.is_some() && how.lenient()).then_some((NO_DAY, sign));
    }
    let part = exactly(sign.spaces(), Meaning::PartAfter);
    let end = part.or_else(|| exactly(sign.spaces(), Meaning::EndAfter)).unwrap_or(sign);
    match year {
        Some(year) => self::month(year, month).map(|when| (when, end)),
        None if part.is_some() => Some((When::PART_OF_MONTH, end)),
        None => Some((When::without_year(month, None, false), end)),
    }
}

/// From a word on: `Q3 2026`, `KW 12`, `end of March`, `early 2026`, `Sprint 4`.
pub(super) fn read(cursor: Cursor<'_>, how: How) -> Read<'_> {
    named_part(cursor, how).or_else(|| counted(cursor)).or_else(|| part_of_period(cursor, how))
}

fn named_part(cursor: Cursor<'_>, how: How) -> Read<'_> {
    let (meaning, _, end) = word(cursor, |meaning| matches!(meaning, Meaning::Quarter(_) | Meaning::Half(_)).then_some(meaning))?;
    let gap = end.behind_any(&['/', '-']).unwrap_or_else(|| end.spaces());
    let gap = gap.rest().strip_prefix("FY").map_or(gap, |_| gap.step().step());
    if let Some((year, end)) = year_behind(gap) {
        return coarse_part(year, meaning).map(|when| (when, end));
    }
    // `T1` and `S2` are rather ids than quarters, but where nothing else can stand.
    let fills_slot = || how.place == Place::Slot && cursor.before().trim().is_empty() && end.rest().trim().is_empty();
    let spelled = end.at() - cursor.at() > 2 || cursor.peek().is_some_and(|c| matches!(c, 'Q' | 'q' | 'H')) || fills_slot();
    let when = match meaning {
        Meaning::Half(half) => Relative::Half(half),
        Meaning::Quarter(quarter) => Relative::Quarter(quarter),
        _ => return None,
    };
    spelled.then_some((When::Relative(when), end))
}

/// `Week 1`, `W12 2026`, `KW 12/2026`, `Sprint 4`, `第3周`.
fn counted(cursor: Cursor<'_>) -> Read<'_> {
    if let Some(ordinal) = exactly(cursor, Meaning::Ordinal) {
        let end = ordinal.spaces().count()?.1.spaces().behind_any(&['週', '周', '天', '日'])?;
        return Some((When::Relative(Relative::Numbered), end));
    }
    let (is_week, _, behind) = word(cursor, |meaning| match meaning {
        Meaning::Week => Some(true),
        Meaning::Numbered => Some(false),
        _ => None,
    })?;
    // A lone W counts weeks only with the number right behind it.
    let (number, end) = behind.spaces_if(behind.at() - cursor.at() > 1).number()?;
    let number = number.short()?;
    let year = year_behind(end.behind_any(&['/', '-']).unwrap_or(end)).filter(|_| is_week);
    if let Some((year, end)) = year {
        return week(year, number).map(|when| (when, end));
    }
    end.ends_clean().then_some((When::Relative(Relative::Numbered), end))
}

/// `end of Q3 2026`, `early in Jan`. The end of a period is its deadline anyway.
fn part_of_period(cursor: Cursor<'_>, how: How) -> Read<'_> {
    let (vague, _, behind) = word(cursor, |meaning| match meaning {
        Meaning::EndOf => Some(false),
        Meaning::PartOf => Some(true),
        _ => None,
    })?;
    let gap = behind.behind('-').unwrap_or(behind).spaces();
    if !how.lenient() || gap.at() == cursor.at() {
        return None;
    }
    let (when, end) = match gap.number() {
        Some((year, end)) => after_year(year.year()?, end, how)?,
        None => named_part(gap, how).or_else(|| months::month_first(gap, how))?,
    };
    match when {
        When::Ambiguous { .. } if vague => Some((When::PART_OF_MONTH, end)),
        When::Coarse { .. } | When::Ambiguous { .. } | When::Relative(_) => Some((when, end)),
        _ => None,
    }
}

/// `Q3`, `H1`, `W12` behind a year.
fn part_of_year(year: i16, cursor: Cursor<'_>) -> Read<'_> {
    if let Some((meaning, _, end)) = word(cursor, |meaning| matches!(meaning, Meaning::Quarter(_) | Meaning::Half(_)).then_some(meaning)) {
        return coarse_part(year, meaning).map(|when| (when, end));
    }
    let (number, end) = exactly(cursor, Meaning::Week)?.number()?;
    let when = week(year, number.short()?)?;
    end.ends_clean().then_some((when, end))
}

fn coarse_part(year: i16, meaning: Meaning) -> Option<When> {
    let (from, to) = match meaning {
        Meaning::Quarter(quarter) => (3 * quarter - 2, 3 * quarter),
        Meaning::Half(half) => (6 * half - 5, 6 * half),
        _ => return None,
    };
    months_of(year, from, to)
}

/// That month.
pub(super) fn month(year: i16, month: i8) -> Option<When> {
    months_of(year, month, month)
}

fn whole_year(year: i16) -> Option<When> {
    months_of(year, 1, 12)
}

fn months_of(year: i16, from: i8, to: i8) -> Option<When> {
    let (first, last) = (Date::new(year, from, 1).ok()?, Date::new(year, to, 1).ok()?.last_of_month());
    Some(When::Coarse { first, last })
}

fn week(year: i16, week: i8) -> Option<When> {
    let day = |weekday| ISOWeekDate::new(year, week, weekday).ok().map(ISOWeekDate::date);
    Some(When::Coarse { first: day(Weekday::Monday)?, last: day(Weekday::Sunday)? })
}
