//! A dictionary: folded words to everything they can mean, in the order the meanings were listed.

use std::{collections::HashMap, ops::Range};

/// Looks words up without allocating. Words are expected in the spelling of [`super::normalise::fold`].
pub(super) struct Lexicon<T> {
    places: HashMap<Box<str>, Range<usize>>,
    meanings: Vec<T>,
}

impl<T> Lexicon<T> {
    /// Everything `word` can mean; nothing for an unknown word.
    pub(super) fn get(&self, word: &str) -> &[T] {
        self.places.get(word).and_then(|range| self.meanings.get(range.clone())).unwrap_or(&[])
    }
}

impl<T> FromIterator<(Box<str>, T)> for Lexicon<T> {
    fn from_iter<I: IntoIterator<Item = (Box<str>, T)>>(entries: I) -> Self {
        let mut entries: Vec<_> = entries.into_iter().collect();
        entries.sort_by(|(one, _), (other, _)| one.cmp(other)); // stable: meanings of one word keep their order
        let mut places = HashMap::with_capacity(entries.len());
        let mut meanings = Vec::with_capacity(entries.len());
        let mut entries = entries.into_iter().peekable();
        while let Some((word, meaning)) = entries.next() {
            let start = meanings.len();
            meanings.push(meaning);
            while let Some((_, meaning)) = entries.next_if(|(next, _)| *next == word) {
                meanings.push(meaning);
            }
            places.insert(word, start..meanings.len());
        }
        Self { places, meanings }
    }
}
