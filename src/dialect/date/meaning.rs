//! What the words of the vocabularies mean to the readers of dates.

use jiff::civil::Weekday;

use super::relative::{Relative, Unit};
use super::words::DateWords;

/// What a word means. One spelling may have several entries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    /// 1 to 12.
    Month { month: i8, short: bool },
    /// `Friday`, `Fri`.
    Weekday { weekday: Weekday, short: bool },
    /// `Do` without its stop, `quinta`: beside a date in its own place only.
    WeekdayCommon { weekday: Weekday, short: bool },
    /// `金`, behind a date only.
    WeekdaySign(Weekday),
    /// `th` behind a day.
    DaySuffix,
    /// `of` between day, month and year.
    Joiner,
    /// `the` between a due word and its date.
    Filler,
    /// `by`.
    Due,
    /// `まで`.
    DueAfter,
    /// `deadline` with a colon.
    DueKey,
    /// `since`.
    Since,
    /// `to`.
    Range,
    /// `end of`.
    EndOf,
    /// `末`.
    EndAfter,
    /// `early`.
    PartOf,
    /// `上旬`.
    PartAfter,
    /// 1 to 4.
    Quarter(i8),
    /// 1 or 2.
    Half(i8),
    /// `KW`.
    Week,
    /// `Sprint`.
    Numbered,
    /// `第` in front of a number.
    Ordinal,
    /// `令和`: the year before its first.
    Era(i16),
    /// `within`.
    Within,
    /// `every`.
    Every,
    /// `weekly`.
    Cadence,
    /// `ongoing`.
    Ongoing,
    /// `next`.
    Next,
    /// `meeting`.
    Event,
    /// `two`.
    Number(u16),
    /// `weeks`.
    Unit(Unit),
    /// `next week`.
    Relative(Relative),
}

impl Meaning {
    /// Whether a due value may follow.
    pub(super) fn opens_slot(self) -> bool {
        matches!(self, Self::Due | Self::DueKey)
    }

    /// Whether a due value can begin with it.
    pub(super) fn opens_value(self) -> bool {
        match self {
            Self::Month { .. }
            | Self::Weekday { .. }
            | Self::WeekdayCommon { .. }
            | Self::EndOf
            | Self::PartOf
            | Self::Quarter(_)
            | Self::Half(_)
            | Self::Week
            | Self::Numbered
            | Self::Ordinal
            | Self::Era(_)
            | Self::Within
            | Self::Every
            | Self::Cadence
            | Self::Ongoing
            | Self::Next
            | Self::Number(_)
            | Self::Relative(_) => true,
            Self::WeekdaySign(_)
            | Self::DaySuffix
            | Self::Joiner
            | Self::Filler
            | Self::Due
            | Self::DueAfter
            | Self::DueKey
            | Self::Since
            | Self::Range
            | Self::EndAfter
            | Self::PartAfter
            | Self::Event
            | Self::Unit(_) => false,
        }
    }
}

/// Hands each spelling of a language with each of its meanings to `add`.
pub(super) fn spellings(words: &DateWords, mut add: impl FnMut(&str, Meaning)) {
    let mut list = |phrases: &[&'static str], meaning: Meaning| phrases.iter().for_each(|phrase| add(phrase, meaning));
    for (month, (full, short)) in (1..).zip(pairs(&words.months, &words.months_short)) {
        list(full, Meaning::Month { month, short: false });
        list(short, Meaning::Month { month, short: true });
    }
    for (weekday, (full, short)) in Weekday::Monday.cycle_forward().zip(pairs(&words.weekdays, &words.weekdays_short)) {
        list(full, Meaning::Weekday { weekday, short: false });
        list(short, Meaning::Weekday { weekday, short: true });
        let stopless: Vec<&str> = short.iter().filter_map(|short| short.strip_suffix('.')).collect();
        list(&stopless, Meaning::WeekdayCommon { weekday, short: true });
    }
    for (weekday, names) in Weekday::Monday.cycle_forward().zip(&words.weekdays_common) {
        list(names, Meaning::WeekdayCommon { weekday, short: false });
    }
    for (weekday, sign) in Weekday::Monday.cycle_forward().zip(&words.weekday_signs) {
        list(std::slice::from_ref(sign), Meaning::WeekdaySign(weekday));
    }
    for (quarter, names) in (1..).zip(&words.quarters) {
        list(names, Meaning::Quarter(quarter));
    }
    for (half, names) in (1..).zip(&words.halves) {
        list(names, Meaning::Half(half));
    }
    for (era, before_first) in &words.eras {
        list(std::slice::from_ref(era), Meaning::Era(*before_first));
    }
    for (number, names) in (1..).zip(&words.numbers) {
        list(names, Meaning::Number(number));
    }
    for (phrases, meaning) in [
        (&words.day_suffixes, Meaning::DaySuffix),
        (&words.joiners, Meaning::Joiner),
        (&words.fillers, Meaning::Filler),
        (&words.due, Meaning::Due),
        (&words.due_after, Meaning::DueAfter),
        (&words.due_keys, Meaning::DueKey),
        (&words.since, Meaning::Since),
        (&words.range, Meaning::Range),
        (&words.end_of, Meaning::EndOf),
        (&words.end_after, Meaning::EndAfter),
        (&words.part_of, Meaning::PartOf),
        (&words.part_after, Meaning::PartAfter),
        (&words.weeks, Meaning::Week),
        (&words.numbered, Meaning::Numbered),
        (&words.ordinal, Meaning::Ordinal),
        (&words.within, Meaning::Within),
        (&words.every, Meaning::Every),
        (&words.cadence, Meaning::Cadence),
        (&words.ongoing, Meaning::Ongoing),
        (&words.next, Meaning::Next),
        (&words.events, Meaning::Event),
        (&words.units.day, Meaning::Unit(Unit::Day)),
        (&words.units.week, Meaning::Unit(Unit::Week)),
        (&words.units.month, Meaning::Unit(Unit::Month)),
        (&words.units.quarter, Meaning::Unit(Unit::Quarter)),
        (&words.units.year, Meaning::Unit(Unit::Year)),
        (&words.relative.vague, Meaning::Relative(Relative::Vague)),
    ] {
        list(phrases, meaning);
    }
    for (phrases, unit, ahead) in [
        (&words.relative.today, Unit::Day, 0),
        (&words.relative.tomorrow, Unit::Day, 1),
        (&words.relative.day_after_tomorrow, Unit::Day, 2),
        (&words.relative.this_week, Unit::Week, 0),
        (&words.relative.next_week, Unit::Week, 1),
        (&words.relative.this_month, Unit::Month, 0),
        (&words.relative.next_month, Unit::Month, 1),
        (&words.relative.this_quarter, Unit::Quarter, 0),
        (&words.relative.next_quarter, Unit::Quarter, 1),
        (&words.relative.this_year, Unit::Year, 0),
        (&words.relative.next_year, Unit::Year, 1),
    ] {
        list(phrases, Meaning::Relative(Relative::EndOf { unit, ahead }));
    }
}

/// Long and short names side by side; a language may have only one of the two lists.
fn pairs<'w>(
    full: &'w [Vec<&'static str>],
    short: &'w [Vec<&'static str>],
) -> impl Iterator<Item = (&'w [&'static str], &'w [&'static str])> {
    (0..full.len().max(short.len())).map(|i| (full.get(i).map_or(&[][..], Vec::as_slice), short.get(i).map_or(&[][..], Vec::as_slice)))
}
