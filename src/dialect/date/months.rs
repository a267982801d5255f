//! Dates with the name of a month: `1. März 2026`, `March 1st, 2026`, `1 de março`, `Oct.24`, `March`.
//! Many short names are words of another language (`mar`, `set`, `out`, `ago`), so they need a day or a year beside them.

use super::cursor::{Cursor, Number};
use super::figures::{NO_DAY, day_of, fills_slot};
use super::lexicon::{Hit, Meaning, exactly, word};
use super::{How, Place, Read, When, period};
use crate::dialect::script::Script;

/// `1 March 2026`, the day being read already.
pub(super) fn day_first<'t>(day: i8, start: Cursor<'t>, behind: Cursor<'t>, how: How) -> Read<'t> {
    let behind_day = exactly(behind, Meaning::DaySuffix).or_else(|| behind.behind('.')).unwrap_or(behind);
    let dash = behind_day.behind('-');
    let before_month = joined(dash.unwrap_or(behind_day));
    if before_month.at() == behind.at() {
        return None;
    }
    let name = Name::read(before_month)?;
    let before_year = name.end.behind('-').filter(|_| dash.is_some()).unwrap_or(name.end);
    let year = year_behind(before_year);
    name.with_day(day, start, name.end, year, how)
}

/// `March 1, 2026`, `March 2026`, `March`.
pub(super) fn month_first(cursor: Cursor<'_>, how: How) -> Read<'_> {
    let name = Name::read(cursor)?;
    let gap = name.end.spaces();
    if let Some((day, behind_day)) = gap.number()
        && let Some(day) = day.short()
    {
        let behind_day = exactly(behind_day, Meaning::DaySuffix).unwrap_or(behind_day);
        let end = range_end(behind_day);
        let (day, end) = end.map_or((day, behind_day), |(last, end)| (last.short().unwrap_or(day), end));
        return end.ends_clean().then(|| name.with_day(day, cursor, end, year_behind(end), how)).flatten();
    }
    if let Some((year, end)) = year_behind(name.end.behind('-').unwrap_or(name.end)) {
        return period::month(year, name.month).map(|when| (when, end));
    }
    name.alone(how).then(|| (When::without_year(name.month, None, false), name.end))
}

/// The name of a month in the text.
#[derive(Clone, Copy)]
struct Name<'t> {
    month: i8,
    short: bool,
    hit: Hit,
    start: Cursor<'t>,
    end: Cursor<'t>,
}

impl<'t> Name<'t> {
    fn read(start: Cursor<'t>) -> Option<Self> {
        let ((month, short), hit, behind) = word(start, |meaning| match meaning {
            Meaning::Month { month, short } => Some((month, short)),
            _ => None,
        })?;
        let end = behind.behind('.').filter(|_| short).unwrap_or(behind);
        Some(Self { month, short, hit, start, end })
    }

    fn capital(&self) -> bool {
        self.start.peek().is_some_and(char::is_uppercase)
    }

    fn with_day(&self, day: i8, start: Cursor<'t>, end: Cursor<'t>, year: Option<(i16, Cursor<'t>)>, how: How) -> Read<'t> {
        if let Some((year, end)) = year {
            let certain = how.lenient() && ((1..=31).contains(&day) || fills_slot(start, end, how));
            return day_of(year, self.month, day, certain).map(|when| (when, end));
        }
        let believed = how.lenient() && self.hit.proper && (!self.short || self.capital() || end.ends_clause());
        // Any leap year tells which days a month can have.
        let when = match day_of(2000, self.month, day, false) {
            Some(_) => Some(When::without_year(self.month, Some(day), false)),
            None => ((30..=31).contains(&day) && fills_slot(start, end, how)).then_some(NO_DAY),
        };
        when.filter(|_| believed).map(|when| (when, end))
    }

    /// Whether the bare name is a date: `by March` is, `by May Chen` and `it may` are not.
    fn alone(&self, how: How) -> bool {
        let next = self.end.spaces();
        let person = self.hit.language.writing().script == Script::Latin && next.peek().is_some_and(char::is_uppercase);
        let short_enough = !self.short
            || (self.capital() && (how.place == Place::Slot || matches!(next.peek(), None | Some('.' | ',' | ';' | ')' | ']'))));
        how.lenient() && self.hit.proper && !person && short_enough
    }
}

/// The year behind a month or a day: `2026`, `, 2026`, `de 2026`.
pub(super) fn year_behind(cursor: Cursor<'_>) -> Option<(i16, Cursor<'_>)> {
    let gap = cursor.spaces();
    let gap = gap.behind(',').unwrap_or(gap);
    let (year, end) = joined(gap).number()?;
    year.year().filter(|_| end.ends_clean()).map(|year| (year, end))
}

/// `March 1-5`: the last day is the deadline.
fn range_end(cursor: Cursor<'_>) -> Option<(Number, Cursor<'_>)> {
    let (last, end) = cursor.spaces().behind_any(&['-', '–', '—', '~', '〜'])?.spaces().number()?;
    (last.digits <= 2 && end.ends_clean()).then_some((last, end))
}

/// Behind white space and at most one joiner.
fn joined(cursor: Cursor<'_>) -> Cursor<'_> {
    let gap = cursor.spaces();
    exactly(gap, Meaning::Joiner).unwrap_or(gap).spaces()
}
