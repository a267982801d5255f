//! All words about dates, of all languages at once, found by the first three characters where one may stand in the text.
//! Case, width and runs of white space do not count; Latin words end at a word boundary, others where they end.
//! Nearly every other word is turned away by a look into three slots of a table: that keeps texts without dates cheap.

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
    fn opens_value(self) -> bool {
        match self {
            Self::Month { .. }
            | Self::Weekday { .. }
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

/// A word as it stood in the text.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    /// The language whose word it is; the first of the list when several have it.
    pub(super) language: Language,
    /// Whether it has the capital its language gives it.
    pub(super) proper: bool,
}

struct Entry {
    head: u32,
    phrase: Box<[char]>,
    meaning: Meaning,
    language: Language,
    capital: bool,
}

/// Power of two, some four times the number of spellings.
const SLOTS: usize = 4096;

/// Some ten times the number of first characters.
const FIRSTS: usize = 2048;

struct Lexicon {
    /// Whether any spelling begins with a character of that number, modulo the length: few kanji do.
    firsts: Vec<bool>,
    /// Sorted by slot, longest first.
    entries: Vec<Entry>,
    /// Where each slot begins in `entries`; one more at the end.
    starts: Vec<u16>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&ALL));

/// The longest word at the cursor whose meaning `pick` wants, and the cursor behind it.
pub(super) fn word<T>(cursor: Cursor<'_>, pick: impl Fn(Meaning) -> Option<T>) -> Option<(T, Hit, Cursor<'_>)> {
    let lexicon = &*LEXICON;
    if !lexicon.firsts[fold_case(cursor.peek()?) as usize % FIRSTS] {
        return None;
    }
    let [first, second, third] = cursor.three().map(fold_case);
    // A Latin word of one or two letters is over where the next character is another letter.
    let goes_on = |one: char, next: char| one.is_ascii_alphabetic() && next.is_ascii_alphabetic();
    let two = (!goes_on(second, third)).then(|| head([first, second, '\0']));
    let one = (!goes_on(first, second)).then(|| head([first, '\0', '\0']));
    [Some(head([first, second, third])), two, one].into_iter().flatten().find_map(|head| {
        lexicon.entries_of(head).find_map(|entry| {
            let picked = pick(entry.meaning)?;
            let behind = entry.read(cursor)?;
            let proper = !entry.capital || cursor.peek().is_some_and(|c| !c.is_lowercase());
            Some((picked, Hit { language: entry.language, proper }, behind))
        })
    })
}

/// Whether a word begins here that has to do with being due: in front of a value, or the value itself.
pub(super) fn opens_due(cursor: Cursor<'_>) -> bool {
    word(cursor, |meaning| (matches!(meaning, Meaning::Due | Meaning::DueKey) || meaning.opens_value()).then_some(())).is_some()
}

/// Whether a word begins here that a due value can begin with.
pub(super) fn opens_value(cursor: Cursor<'_>) -> bool {
    word(cursor, |meaning| meaning.opens_value().then_some(())).is_some()
}

/// The cursor behind a word that means just this.
pub(super) fn exactly(cursor: Cursor<'_>, meaning: Meaning) -> Option<Cursor<'_>> {
    word(cursor, |found| (found == meaning).then_some(())).map(|(.., behind)| behind)
}

/// A number for the first three characters of a spelling, `'\0'` where it is shorter; its low bits name the slot.
fn head([first, second, third]: [char; 3]) -> u32 {
    let mixed = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA6B) ^ (third as u32).wrapping_mul(0xC2B2_AE35);
    mixed ^ (mixed >> 15)
}

fn slot(head: u32) -> usize {
    head as usize % SLOTS
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
    fn entries_of(&self, head: u32) -> impl Iterator<Item = &Entry> {
        let slot = slot(head);
        let range = usize::from(self.starts[slot])..usize::from(self.starts[slot + 1]);
        self.entries[range].iter().filter(move |entry| entry.head == head)
    }

    fn new(all: &[(Language, DateWords)]) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        for (language, words) in all {
            meanings(words, |phrase, meaning| {
                let capital = phrase.starts_with(char::is_uppercase);
                let phrase: Box<[char]> = phrase.chars().map(fold_case).collect();
                let head = head([0, 1, 2].map(|at| phrase.get(at).copied().unwrap_or('\0')));
                entries.push(Entry { head, phrase, meaning, language: *language, capital });
            });
        }
        // A spelling that is also written small somewhere ("mai") needs no capital: that entry comes first.
        entries.sort_by_key(|entry| (slot(entry.head), usize::MAX - entry.phrase.len(), entry.capital));
        let starts = (0..=SLOTS).map(|slot| entries.partition_point(|entry| self::slot(entry.head) < slot) as u16).collect();
        let mut firsts = vec![false; FIRSTS];
        for first in entries.iter().filter_map(|entry| entry.phrase.first()) {
            firsts[*first as usize % FIRSTS] = true;
        }
        Self { firsts, entries, starts }
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
fn pairs<'w>(full: &'w [Vec<String>], short: &'w [Vec<String>]) -> impl Iterator<Item = (&'w [String], &'w [String])> {
    (0..full.len().max(short.len())).map(|i| (full.get(i).map_or(&[][..], Vec::as_slice), short.get(i).map_or(&[][..], Vec::as_slice)))
}
