//! A dictionary: folded words to everything they can mean, in the order the meanings were listed.
//! Filled once from lists that are trusted, then only read; so it hashes for speed and not against attack.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Looks words up without allocating. Words are expected in the spelling of [`super::normalise::fold`].
pub(super) struct Lexicon<T> {
    meanings: HashMap<Box<str>, Vec<T>, BuildHasherDefault<WordHasher>>,
}

impl<T> Lexicon<T> {
    /// Everything `word` can mean; nothing for an unknown word.
    pub(super) fn get(&self, word: &str) -> &[T] {
        self.meanings.get(word).map_or(&[], Vec::as_slice)
    }
}

impl<T> FromIterator<(Box<str>, T)> for Lexicon<T> {
    fn from_iter<I: IntoIterator<Item = (Box<str>, T)>>(entries: I) -> Self {
        let entries = entries.into_iter();
        let mut meanings: HashMap<_, Vec<T>, _> = HashMap::with_capacity_and_hasher(entries.size_hint().0, BuildHasherDefault::default());
        for (word, meaning) in entries {
            meanings.entry(word).or_default().push(meaning);
        }
        Self { meanings }
    }
}

/// Multiplies eight bytes at a time: most words are one or two multiplications long.
#[derive(Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }

    fn write_u8(&mut self, _end_of_word: u8) {}

    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}
