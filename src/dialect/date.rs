//! Dates as people write them, in eight languages at once: what they say, and where they stand.
//! The same words weigh differently by place: a due cell is read leniently, running text so strictly that versions, fractions and
//! phone numbers pass. Nothing here knows today's date but the functions that are handed it.
//!
//! Relative or event? `next week`, `soon`, `Sprint 4` mean another day to each reader: [`When::Relative`], D105's business.
//! `by next Board meeting` binds the owner to something the team can look up: [`When::Event`], dated enough for D101
//! and nothing for D105. Between the two only words decide: a phrase is relative when the vocabulary lists it as one.

mod cursor;
mod due;
mod figures;
mod heading;
mod lexicon;
mod meaning;
mod months;
mod period;
mod phrase;
mod relative;
mod running;
mod shape;
mod slot;
mod trailing;
mod words;

#[cfg(test)]
mod tests;

use jiff::civil::{Date, Weekday};

pub use due::after_due_word;
pub use heading::{HeadingDate, heading_dates, says_relative_day, says_when};
pub use phrase::names_rhythm;
pub use relative::{Relative, Unit};
pub use running::find_shapes;
pub use slot::{leading, read_slot};
pub use trailing::{ends_in_phrase, ends_in_weekday, is_relative, says_part_of_period, trailing, without_until};
pub(super) use words::DateWords;

use crate::text::Span;

/// Which way round `03/04/2026` is (`dates.order`).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// Not settled: only dates that can be read one way alone are exact.
    #[default]
    Iso,
    /// Day first.
    Dmy,
    /// Month first.
    Mdy,
}

/// A date in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Its bytes within the text that was handed in, with a weekday beside it, without a clock time behind it.
    pub span: Span,
    /// What it says.
    pub when: When,
}

/// What a date says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum When {
    /// One day.
    Exact(Date),
    /// A month, week, quarter, half or year.
    Coarse {
        /// Its first day.
        first: Date,
        /// Its last day: the deadline.
        last: Date,
    },
    /// More than one day, depending on the reader.
    Ambiguous {
        /// Of what it leaves open.
        why: Ambiguity,
        /// The days it can mean. Empty until [`When::resolved`] when the year is open.
        options: Vec<Date>,
    },
    /// No day at all.
    Impossible(Impossible),
    /// Another day tomorrow.
    Relative(Relative),
    /// Again and again.
    Cadence {
        /// Without any rhythm: `ongoing`.
        ongoing: bool,
    },
    /// Tied to something that is to happen: `next Board meeting`.
    Event,
    /// Behind an explicit key (`due:`), but no date known here. The span is empty when nothing stands there.
    Unreadable,
}

/// What a date leaves open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ambiguity {
    /// `03/04/2026`: the options are day first, then month first.
    DayMonthOrder,
    /// `13/11/24`.
    TwoDigitYear,
    /// `05/20`, `March 1`, `March`.
    NoYear {
        /// 1 to 12.
        month: i8,
        /// Absent: the last of the month is meant.
        day: Option<i8>,
        /// `3/4`: day and month may also be the other way round.
        swappable: bool,
    },
    /// `early in March`: neither its year nor its last day.
    PartOfMonth,
    /// `Friday`.
    WeekdayOnly(Weekday),
}

/// Why a date is no day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Impossible {
    /// `2026-02-30`, `2026-13-01`.
    NoSuchDay {
        /// Of the month that was written, if it is one.
        last_day_of_month: Option<Date>,
    },
    /// `Friday 2026-03-05`.
    WrongWeekday {
        /// The day that was written.
        date: Date,
        /// Its weekday.
        real: Weekday,
        /// The weekday that was written.
        said: Weekday,
        /// The day with that weekday that is nearest to `date`.
        nearest: Date,
    },
}

impl When {
    /// The day after which it is overdue, when that is certain.
    pub fn deadline(&self) -> Option<Date> {
        match self {
            Self::Exact(date) => Some(*date),
            Self::Coarse { last, .. } => Some(*last),
            _ => None,
        }
    }

    /// With the options of a date without a year filled in: its next occurrences, `today` included.
    #[must_use]
    pub fn resolved(self, today: Date) -> Self {
        let Self::Ambiguous { why, mut options } = self else { return self };
        match why {
            Ambiguity::NoYear { month, day, swappable } => {
                options = next_occurrence(today, month, day).into_iter().collect();
                if let (true, Some(day)) = (swappable, day) {
                    options.extend(next_occurrence(today, day, Some(month)));
                }
            }
            Ambiguity::WeekdayOnly(weekday) => options = today.nth_weekday(1, weekday).into_iter().collect(),
            Ambiguity::DayMonthOrder | Ambiguity::TwoDigitYear | Ambiguity::PartOfMonth => {}
        }
        Self::Ambiguous { why, options }
    }

    /// Of a vague part of a month without a year.
    const PART_OF_MONTH: Self = Self::Ambiguous { why: Ambiguity::PartOfMonth, options: Vec::new() };

    /// Of the year alone left open.
    fn without_year(month: i8, day: Option<i8>, swappable: bool) -> Self {
        Self::Ambiguous { why: Ambiguity::NoYear { month, day, swappable }, options: Vec::new() }
    }
}

/// The first such day from `today` on; 29 February may be eight years away.
fn next_occurrence(today: Date, month: i8, day: Option<i8>) -> Option<Date> {
    (0..=8).find_map(|later| {
        let first = Date::new(today.year() + later, month, 1).ok()?;
        let date = day.map_or(Some(first.last_of_month()), |day| Date::new(first.year(), month, day).ok())?;
        (date >= today).then_some(date)
    })
}

/// Where a date is looked for, and so how much is believed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    /// A due cell or the value of an explicit key: it is meant to be a date.
    Slot,
    /// Behind a word like `by`, or in a heading: it may be a date.
    Hinted,
    /// Behind a German word, where `1.3.` is a day and no version.
    HintedDotted,
    /// Anywhere: it is a date only if it can be nothing else.
    Running,
}

/// How to read.
#[derive(Clone, Copy, Debug)]
struct How {
    order: Order,
    place: Place,
}

impl How {
    fn lenient(self) -> bool {
        self.place != Place::Running
    }
}

/// What was read, and the cursor behind it.
type Read<'t> = Option<(When, cursor::Cursor<'t>)>;
