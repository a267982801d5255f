//! All words about dates, of all languages at once, found by the first two characters of where one stands in the text.
//! Case, width and runs of white space do not count; Latin words end at a word boundary, others where they end.
//! A lookup where no word begins costs two loads: that is what keeps texts without dates cheap.

use std::sync::LazyLock;

use jiff::civil::Weekday;

use super::cursor::{Cursor, fold_case, is_word};
use super::relative::{Relative, Unit};
use super::words::{ALL, DateWords};
use crate::dialect::concept::Language;

/// What a word means. One spelling may have several entries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Meaning {
    /// 1 to 12.
    Month { month: i8, short: bool },
    /// `Friday`, `Fri`.
    Weekday { weekday: Weekday, short: bool },
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

/// A word as it stood in the text.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    /// The language whose word it is; the first of the list when several have it.
    pub(super) language: Language,
    /// Whether it has the capital its language gives it.
    pub(super) proper: bool,
}

struct Entry {
    slot: usize,
    phrase: Box<[char]>,
    meaning: Meaning,
    language: Language,
    capital: bool,
}

/// Power of two, some four times the number of spellings.
const SLOTS: usize = 4096;

struct Lexicon {
    /// Sorted by slot, longest first.
    entries: Vec<Entry>,
    /// Where each slot begins in `entries`; one more at the end.
    starts: Vec<u16>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&ALL));

/// The longest word at the cursor whose meaning `pick` wants, and the cursor behind it.
pub(super) fn word<T>(cursor: Cursor<'_>, pick: impl Fn(Meaning) -> Option<T>) -> Option<(T, Hit, Cursor<'_>)> {
    let lexicon = &*LEXICON;
    let (first, second) = cursor.two();
    let first = fold_case(first?);
    let second = second.map_or('\0', fold_case);
    [slot(first, second), slot(first, '\0')].into_iter().find_map(|slot| {
        let range = usize::from(lexicon.starts[slot])..usize::from(lexicon.starts[slot + 1]);
        lexicon.entries[range].iter().find_map(|entry| {
            let picked = pick(entry.meaning)?;
            let behind = entry.read(cursor)?;
            let proper = !entry.capital || cursor.peek().is_some_and(|c| !c.is_lowercase());
            Some((picked, Hit { language: entry.language, proper }, behind))
        })
    })
}

/// The cursor behind a word that means just this.
pub(super) fn exactly(cursor: Cursor<'_>, meaning: Meaning) -> Option<Cursor<'_>> {
    word(cursor, |found| (found == meaning).then_some(())).map(|(.., behind)| behind)
}

fn slot(first: char, second: char) -> usize {
    (first as usize).wrapping_mul(31).wrapping_add((second as usize).wrapping_mul(131)) % SLOTS
}

impl Entry {
    fn read<'t>(&self, mut cursor: Cursor<'t>) -> Option<Cursor<'t>> {
        for &wanted in &self.phrase {
            if wanted == ' ' {
                cursor = cursor.behind(' ')?.spaces();
            } else if fold_case(cursor.peek()?) == wanted {
                cursor = cursor.step();
            } else {
                return None;
            }
        }
        let ends_in_word = self.phrase.last().copied().is_some_and(is_word);
        let counted = matches!(self.meaning, Meaning::Week | Meaning::Numbered);
        let open = cursor.peek().is_some_and(|next| is_word(next) && !(counted && next.is_ascii_digit()));
        (!(ends_in_word && open)).then_some(cursor)
    }
}

impl Lexicon {
    fn new(all: &[(Language, DateWords)]) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        for (language, words) in all {
            meanings(words, |phrase, meaning| {
                let capital = phrase.starts_with(char::is_uppercase);
                let phrase: Box<[char]> = phrase.chars().map(fold_case).collect();
                let [first, rest @ ..] = &*phrase else { return };
                let slot = slot(*first, rest.first().copied().unwrap_or('\0'));
                entries.push(Entry { slot, phrase, meaning, language: *language, capital });
            });
        }
        // A spelling that is also written small somewhere ("mai") needs no capital: that entry comes first.
        entries.sort_by_key(|entry| (entry.slot, usize::MAX - entry.phrase.len(), entry.capital));
        let starts = (0..=SLOTS).map(|slot| entries.partition_point(|entry| entry.slot < slot) as u16).collect();
        Self { entries, starts }
    }
}

/// Hands each spelling of a language with each of its meanings to `add`.
fn meanings(words: &DateWords, mut add: impl FnMut(&str, Meaning)) {
    let mut list = |phrases: &[String], meaning: Meaning| phrases.iter().for_each(|phrase| add(phrase, meaning));
    for (month, (full, short)) in (1..).zip(pairs(&words.months, &words.months_short)) {
        list(full, Meaning::Month { month, short: false });
        list(short, Meaning::Month { month, short: true });
    }
    for (weekday, (full, short)) in Weekday::Monday.cycle_forward().zip(pairs(&words.weekdays, &words.weekdays_short)) {
        list(full, Meaning::Weekday { weekday, short: false });
        list(short, Meaning::Weekday { weekday, short: true });
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
fn pairs<'w>(full: &'w [Vec<String>], short: &'w [Vec<String>]) -> impl Iterator<Item = (&'w [String], &'w [String])> {
    (0..full.len().max(short.len())).map(|i| (full.get(i).map_or(&[][..], Vec::as_slice), short.get(i).map_or(&[][..], Vec::as_slice)))
}
