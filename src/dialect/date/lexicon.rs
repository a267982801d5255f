//! All words about dates, of all languages at once, found by the first three characters where one may stand in the text.
//! Case, width and runs of white space do not count; Latin words end at a word boundary, others where they end.
//! Nearly every other word is turned away by one look into a table of beginnings: that keeps texts without dates cheap.

use std::sync::LazyLock;

use super::cursor::{Cursor, fold_case, is_word};
pub(super) use super::meaning::Meaning;
use super::meaning::spellings;
use super::words::DateWords;
use crate::dialect::beginning::{BEGINNINGS, Sort, beginning, numbered};
use crate::dialect::concept::Language;
use crate::dialect::reading::shipped;

/// A word as it stood in the text.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    /// The language whose word it is; the first of the list when several have it.
    pub(super) language: Language,
    /// Whether it has the capital its language gives it.
    pub(super) proper: bool,
    /// Whether it has a capital just where its language gives it one.
    pub(super) same_case: bool,
}

/// What some word can do, a bit for each: nothing at all, if it says nothing about dates.
#[derive(Clone, Copy, Default)]
struct Opens(u8);

impl Opens {
    /// Say anything about dates.
    const ANY: u8 = 1;
    /// Stand in front of a due value.
    const SLOT: u8 = 1 << 1;
    /// Begin a due value.
    const VALUE: u8 = 1 << 2;

    fn by(meaning: Meaning) -> Self {
        let slot = if meaning.opens_slot() { Self::SLOT } else { 0 };
        let value = if meaning.opens_value() { Self::VALUE } else { 0 };
        Self(Self::ANY | slot | value)
    }

    fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
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
    /// What a word that begins with three characters of those sorts can do: mostly nothing, and every word of every item is asked.
    beginnings: Vec<Opens>,
    /// Sorted by slot, longest first.
    entries: Vec<Entry>,
    /// Where each slot begins in `entries`; one more at the end.
    starts: Vec<u16>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(shipped().iter().map(|words| (words.language, &words.dates))));

/// The longest word at the cursor whose meaning `pick` wants, and the cursor behind it.
pub(super) fn word<T>(cursor: Cursor<'_>, pick: impl Fn(Meaning) -> Option<T>) -> Option<(T, Hit, Cursor<'_>)> {
    let lexicon = &*LEXICON;
    if lexicon.opens(cursor).is_some_and(|opens| !opens.has(Opens::ANY)) || !lexicon.firsts[cursor.peek_small()? as usize % FIRSTS] {
        return None;
    }
    let [first, second, third] = cursor.three();
    // A Latin word of one or two letters is over where the next character is another letter.
    let goes_on = |one: char, next: char| one.is_ascii_alphabetic() && next.is_ascii_alphabetic();
    let two = (!goes_on(second, third)).then(|| head([first, second, '\0']));
    let one = (!goes_on(first, second)).then(|| head([first, '\0', '\0']));
    [Some(head([first, second, third])), two, one].into_iter().flatten().find_map(|head| {
        lexicon.entries_of(head).find_map(|entry| {
            let picked = pick(entry.meaning)?;
            let behind = entry.read(cursor)?;
            // "tuesday" in haste is nothing else.
            let in_haste = matches!(entry.meaning, Meaning::Weekday { short: false, .. });
            let proper = !entry.capital || in_haste || cursor.peek().is_some_and(|c| !c.is_lowercase());
            let same_case = entry.capital == cursor.peek().is_some_and(char::is_uppercase);
            Some((picked, Hit { language: entry.language, proper, same_case }, behind))
        })
    })
}

/// Whether a word may begin here that has to do with being due: in front of a value, or, in a script without spaces, the value itself.
pub(super) fn opens_due(cursor: Cursor<'_>) -> bool {
    match LEXICON.opens(cursor) {
        Some(opens) => opens.has(Opens::SLOT),
        None => word(cursor, |meaning| (meaning.opens_slot() || meaning.opens_value()).then_some(())).is_some(),
    }
}

/// Whether a word begins here that a due value can begin with.
pub(super) fn opens_value(cursor: Cursor<'_>) -> bool {
    LEXICON.opens(cursor).is_none_or(|opens| opens.has(Opens::VALUE))
        && word(cursor, |meaning| meaning.opens_value().then_some(())).is_some()
}

/// The cursor behind a word that means just this.
pub(super) fn exactly(cursor: Cursor<'_>, meaning: Meaning) -> Option<Cursor<'_>> {
    word(cursor, |found| (found == meaning).then_some(())).map(|(.., behind)| behind)
}

/// A number for the first three characters of a spelling, `'\0'` where it is shorter; its low bits name the slot.
fn head([first, second, third]: [char; 3]) -> u32 {
    let mixed =
        (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA6B) ^ (third as u32).wrapping_mul(0xC2B2_AE35);
    mixed ^ (mixed >> 15)
}

fn slot(head: u32) -> usize {
    head as usize % SLOTS
}

impl Entry {
    /// The sort of the character of that number, if it is ASCII.
    fn sort(&self, number: usize) -> Option<Sort> {
        let letter = self.phrase.get(number).filter(|letter| letter.is_ascii())?;
        Some(Sort::of(*letter as u8))
    }

    /// The sorts of what may stand at the place of the character of that number, where all before it stands there. A letter beyond ASCII
    /// may be another way to write any character; a word ends in front of any other letter.
    fn sorts(&self, number: usize) -> impl Iterator<Item = Sort> {
        let own = self.sort(number);
        let over = self.phrase.len() <= number;
        let any = over && !self.phrase.last().copied().is_some_and(is_word);
        Sort::all().filter(move |&sort| any || sort == Sort::BEYOND || own == Some(sort) || over && !sort.is_letter())
    }

    fn read<'t>(&self, mut cursor: Cursor<'t>) -> Option<Cursor<'t>> {
        for &wanted in &self.phrase {
            if wanted == ' ' {
                cursor = cursor.behind(' ')?.spaces();
            } else if cursor.peek_small()? == wanted {
                cursor = cursor.step();
            } else {
                return None;
            }
        }
        let ends_in_word = self.phrase.last().copied().is_some_and(is_word);
        let counted = matches!(self.meaning, Meaning::Week | Meaning::Numbered | Meaning::Era(_));
        let open = cursor.peek().is_some_and(|next| is_word(next) && !(counted && next.is_ascii_digit()));
        (!(ends_in_word && open)).then_some(cursor)
    }
}

impl Lexicon {
    /// What the word at the cursor can do, as far as its first three characters tell; `None` where the first two are not both ASCII.
    fn opens(&self, cursor: Cursor<'_>) -> Option<Opens> {
        match cursor.rest().as_bytes() {
            rest @ [first, second, ..] if first.is_ascii() && second.is_ascii() => Some(self.beginnings[beginning(rest)]),
            _ => None,
        }
    }

    fn entries_of(&self, head: u32) -> impl Iterator<Item = &Entry> {
        let slot = slot(head);
        let range = usize::from(self.starts[slot])..usize::from(self.starts[slot + 1]);
        self.entries[range].iter().filter(move |entry| entry.head == head)
    }

    fn new<'w>(all: impl Iterator<Item = (Language, &'w DateWords)>) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        for (language, words) in all {
            spellings(words, |phrase, meaning| {
                let capital = phrase.starts_with(char::is_uppercase);
                let phrase: Box<[char]> = phrase.chars().map(fold_case).collect();
                let head = head([0, 1, 2].map(|at| phrase.get(at).copied().unwrap_or('\0')));
                entries.push(Entry { head, phrase, meaning, language, capital });
            });
        }
        // A spelling that is also written small somewhere ("mai") needs no capital: that entry comes first.
        entries.sort_by_key(|entry| (slot(entry.head), usize::MAX - entry.phrase.len(), entry.capital));
        let starts = (0..=SLOTS).map(|slot| entries.partition_point(|entry| self::slot(entry.head) < slot) as u16).collect();
        let mut firsts = vec![false; FIRSTS];
        for first in entries.iter().filter_map(|entry| entry.phrase.first()) {
            firsts[*first as usize % FIRSTS] = true;
        }
        let mut beginnings = vec![Opens::default(); BEGINNINGS];
        for entry in &entries {
            let Some(first) = entry.sort(0) else { continue };
            for second in entry.sorts(1).filter(|sort| *sort != Sort::BEYOND) {
                for third in entry.sorts(2) {
                    beginnings[numbered([first, second, third])].0 |= Opens::by(entry.meaning).0;
                }
            }
        }
        Self { firsts, beginnings, entries, starts }
    }
}
