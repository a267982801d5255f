//! Due values that mean another day when they are read another day, and the date to suggest instead.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A unit of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// 24 hours.
    Day,
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// Three calendar months.
    Quarter,
    /// A calendar year.
    Year,
}

/// What a phrase says about the day it is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Relative {
    /// The end of the unit so many units from now: tomorrow is the day 1 ahead, `end of month` the month 0 ahead.
    EndOf {
        /// What is counted.
        unit: Unit,
        /// 0 is the one we are in.
        ahead: u8,
    },
    /// In so many units.
    After {
        /// How many.
        count: u16,
        /// Of what.
        unit: Unit,
    },
    /// `next Friday`.
    NextWeekday(Weekday),
    /// A quarter, 1 to 4, of no year.
    Quarter(i8),
    /// A half, 1 or 2, of no year.
    Half(i8),
    /// Counted from a start known to the writer alone: `Week 1`, `Sprint 4`.
    Numbered,
    /// `ASAP`, `soon`, `later`.
    Vague,
}

impl Relative {
    /// The date it most likely means, read on `today`. A week's work is due on its Friday; nobody knows when `soon` is.
    pub fn suggestion(self, today: Date) -> Option<Date> {
        match self {
            Self::EndOf { unit: Unit::Day, ahead } => today.checked_add(i64::from(ahead).days()).ok(),
            Self::EndOf { unit: Unit::Week, ahead } => {
                let from_monday = i64::from(today.weekday().to_monday_zero_offset());
                today.checked_add((4 + 7 * i64::from(ahead) - from_monday).days()).ok()
            }
            Self::EndOf { unit: Unit::Month, ahead } => Some(today.checked_add(i64::from(ahead).months()).ok()?.last_of_month()),
            Self::EndOf { unit: Unit::Quarter, ahead } => end_of_month(today.year(), 3 * (quarter_of(today) + i32::from(ahead))),
            Self::EndOf { unit: Unit::Year, ahead } => end_of_month(today.year(), 12 * (1 + i32::from(ahead))),
            Self::After { count, unit } => {
                let (none, count) = (jiff::Span::new(), i64::from(count));
                let span = match unit {
                    Unit::Day => none.try_days(count),
                    Unit::Week => none.try_weeks(count),
                    Unit::Month => none.try_months(count),
                    Unit::Quarter => none.try_months(3 * count),
                    Unit::Year => none.try_years(count),
                };
                today.checked_add(span.ok()?).ok()
            }
            Self::NextWeekday(weekday) => today.nth_weekday(1, weekday).ok(),
            Self::Quarter(quarter) => next_end(today, 3 * i32::from(quarter)),
            Self::Half(half) => next_end(today, 6 * i32::from(half)),
            Self::Numbered | Self::Vague => None,
        }
    }

    /// How the suggestion is best written: a quarter stays a quarter, anything else becomes a day.
    pub fn suggested_text(self, today: Date) -> Option<String> {
        let date = self.suggestion(today)?;
        Some(match self {
            Self::Quarter(quarter) => format!("{}-Q{quarter}", date.year()),
            Self::Half(half) => format!("{}-H{half}", date.year()),
            _ => date.to_string(),
        })
    }
}

/// 1 to 4.
fn quarter_of(date: Date) -> i32 {
    (i32::from(date.month()) - 1) / 3 + 1
}

/// Last day of the month, which may run past December into the years after.
fn end_of_month(year: i16, month: i32) -> Option<Date> {
    let year = i32::from(year) + (month - 1).div_euclid(12);
    let month = (month - 1).rem_euclid(12) + 1;
    Some(Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()?.last_of_month())
}

/// The next last day of that month that is not over.
fn next_end(today: Date, month: i32) -> Option<Date> {
    [0, 12].into_iter().filter_map(|later| end_of_month(today.year(), month + later)).find(|&end| end >= today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn suggestions() {
        let sunday = date(2026, 2, 1);
        let end_of = |unit, ahead| Relative::EndOf { unit, ahead };
        for (relative, expected) in [
            (end_of(Unit::Day, 1), "2026-02-02"),
            (end_of(Unit::Week, 0), "2026-01-30"),
            (end_of(Unit::Week, 1), "2026-02-06"),
            (end_of(Unit::Month, 0), "2026-02-28"),
            (end_of(Unit::Month, 1), "2026-03-31"),
            (end_of(Unit::Quarter, 0), "2026-03-31"),
            (end_of(Unit::Quarter, 4), "2027-03-31"),
            (end_of(Unit::Year, 0), "2026-12-31"),
            (end_of(Unit::Year, 1), "2027-12-31"),
            (Relative::After { count: 2, unit: Unit::Week }, "2026-02-15"),
            (Relative::NextWeekday(Weekday::Sunday), "2026-02-08"),
            (Relative::Quarter(3), "2026-Q3"),
            (Relative::Half(1), "2026-H1"),
        ] {
            assert_eq!(relative.suggested_text(sunday).as_deref(), Some(expected), "{relative:?}");
        }
        assert_eq!(Relative::Quarter(1).suggested_text(date(2026, 4, 1)).as_deref(), Some("2027-Q1"));
        assert_eq!(Relative::Vague.suggestion(sunday), None);
        assert_eq!(Relative::After { count: u16::MAX, unit: Unit::Year }.suggestion(sunday), None);
    }
}
