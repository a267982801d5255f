//! A dictionary: folded words to everything they can mean, in the order in which the meanings weigh.
//! The shipped words lie in the program as `build.rs` has laid them out, and are found there: nothing is built when it starts. Words
//! that only a run knows, such as a writer's own, stand above them.

use super::concept::Language;
use super::eight;
use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, Error};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Looks words up without allocating. Words are expected in the spelling of [`super::normalise::fold`].
pub(super) struct Lexicon<T> {
    shipped: Shipped<T>,
    own: HashMap<Box<str>, Vec<T>, BuildHasherDefault<WordHasher>>,
}

/// What a word means by where a vocabulary lists it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Sense<M> {
    /// How much it weighs among the senses of its word: the least comes first.
    pub(super) rank: u8,
    pub(super) language: Language,
    /// The number of the table among those that the lexicon is made of.
    pub(super) table: u8,
    /// What the table lists it under.
    pub(super) meaning: M,
}

/// Words as `build.rs` lays them out: slots, each with the place of an entry, and the entries.
struct Shipped<T> {
    /// Four bytes each, the lowest first; their number is a power of two. 0 is an empty slot, else the place is counted from 1.
    slots: &'static [u8],
    /// The length of a word, the word, and two bytes for the number of its list.
    entries: &'static [u8],
    /// Where the meanings of each list begin; one more at the end.
    lists: Vec<u32>,
    meanings: Vec<T>,
}

impl<T> Lexicon<T> {
    /// The shipped words of `packed`. `rank` weighs the tables against each other, `term` says what a sense amounts to.
    pub(super) fn shipped<M>(packed: &'static [u8], rank: fn(u8) -> u8, term: impl Fn(Sense<M>) -> T) -> Self
    where
        M: Deserialize<'static> + Copy + Ord,
    {
        Self { shipped: Shipped::of(packed, rank, term), own: HashMap::default() }
    }

    /// With words that mean this and nothing else.
    pub(super) fn with(mut self, own: impl Iterator<Item = (Box<str>, T)>) -> Self {
        for (word, meaning) in own {
            self.own.entry(word).or_default().push(meaning);
        }
        self
    }

    /// Everything `word` can mean; nothing for an unknown word.
    pub(super) fn get(&self, word: &str) -> &[T] {
        let own = if self.own.is_empty() { None } else { self.own.get(word) };
        own.map_or_else(|| self.shipped.get(word.as_bytes()), Vec::as_slice)
    }
}

impl<T> FromIterator<(Box<str>, T)> for Lexicon<T> {
    fn from_iter<I: IntoIterator<Item = (Box<str>, T)>>(entries: I) -> Self {
        let shipped = Shipped { slots: &[], entries: &[], lists: Vec::new(), meanings: Vec::new() };
        Self { shipped, own: HashMap::default() }.with(entries.into_iter())
    }
}

impl<T> Shipped<T> {
    fn of<M>(packed: &'static [u8], rank: fn(u8) -> u8, term: impl Fn(Sense<M>) -> T) -> Self
    where
        M: Deserialize<'static> + Copy + Ord,
    {
        let mut rest = packed;
        let senses: Vec<Option<Sense<M>>> = (0..number(&mut rest)).map(|_| sense(&mut rest, rank)).collect();
        let (mut lists, mut meanings) = (vec![0], Vec::with_capacity(senses.len()));
        let mut list: Vec<Sense<M>> = Vec::new();
        for _ in 0..number(&mut rest) {
            let members = number(&mut rest);
            list.clear();
            list.extend((0..members).filter_map(|_| senses.get(number(&mut rest)).copied().flatten()));
            list.sort_unstable();
            meanings.extend(list.iter().map(|sense| term(*sense)));
            lists.push(meanings.len() as u32);
        }
        let slots = 4 << number(&mut rest);
        let (slots, entries) = rest.split_at_checked(slots).unwrap_or_default();
        Self { slots, entries, lists, meanings }
    }

    fn get(&self, word: &[u8]) -> &[T] {
        self.list(word)
            .and_then(|list| {
                let (start, end) = (*self.lists.get(list)?, *self.lists.get(list + 1)?);
                self.meanings.get(start as usize..end as usize)
            })
            .unwrap_or_default()
    }

    /// The number of the list of what `word` means.
    fn list(&self, word: &[u8]) -> Option<usize> {
        let last = (self.slots.len() / 4).checked_sub(1)?;
        let mut slot = eight::hash(word) as usize & last;
        loop {
            let place = self.slots.get(4 * slot..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))?;
            let (&length, entry) = self.entries.get((place as usize).checked_sub(1)?..)?.split_first()?;
            if usize::from(length) == word.len()
                && let Some(list) = entry.strip_prefix(word)
            {
                return list.first_chunk().map(|bytes| usize::from(u16::from_le_bytes(*bytes)));
            }
            slot = (slot + 1) & last;
        }
    }
}

/// A number of two bytes, the lower first.
fn number(rest: &mut &'static [u8]) -> usize {
    let (bytes, behind) = rest.split_first_chunk().unwrap_or((&[0; 2], &[]));
    *rest = behind;
    usize::from(u16::from_le_bytes(*bytes))
}

/// A sense: its table, its language, and the length and the letters of what it is listed under.
fn sense<M: Deserialize<'static>>(rest: &mut &'static [u8], rank: fn(u8) -> u8) -> Option<Sense<M>> {
    let ([table, language, length], behind) = rest.split_first_chunk()?;
    let (meaning, behind) = behind.split_at_checked(usize::from(*length))?;
    *rest = behind;
    let word = std::str::from_utf8(meaning).ok()?;
    let meaning = M::deserialize(BorrowedStrDeserializer::<Error>::new(word)).ok()?;
    Some(Sense { rank: rank(*table), language: *Language::ALL.get(usize::from(*language))?, table: *table, meaning })
}

/// For words that are entered while the program runs.
#[derive(Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = eight::hash(bytes);
    }

    fn write_u8(&mut self, _end_of_word: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}
