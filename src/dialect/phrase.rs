//! Finds phrases in a running text, many at once: each word of the text names the few phrases that begin with it.
//! Words of scripts that write spaces are found at word boundaries, others anywhere. Case and runs of white space do not count; whatever
//! else makes two spellings of a word equal, [`fold`] has seen to: an ASCII text needs no folding.

mod key;

use super::beginning::{BEGINNINGS, beginning};
use super::eight;
use super::normalise::{fold, is_space, loosely_folded};
use super::script::{is_cjk, is_hangul};
use crate::text::Span;
use key::{FIRST_WORD, WORD_KEY, begin, key_length, next_key, plainly, stem_key, word_key};
use std::ops::Range;

/// Phrases in search of a text. `!` in front of a phrase voids whatever it covers, `*` at an end leaves that end open, `#` is any number.
#[derive(Clone, Debug)]
pub(crate) struct Phrases {
    /// All phrases, one behind the other.
    spelling: Box<str>,
    /// For every beginning whether the first word of a phrase may begin so ([`WORD`]), and a stem of which length: mostly neither.
    beginnings: Box<[u8]>,
    /// Phrases by their first word, and how they go on behind it.
    words: Table,
    /// A bit for each first word of a phrase, and by chance for a few others: most words of a text begin no phrase.
    first_words: Box<[u64; FIRST_WORDS / 64]>,
    /// Phrases that do not begin with a whole word, by their first bytes: `train*`, ために, `(s)`.
    stems: Table,
    /// A bit for each key of a stem, and by chance for a few others.
    stem_keys: Box<[u64; STEM_KEYS / 64]>,
    /// For every byte a stem can begin with: how many bytes the table knows it by, a bit for each number.
    stem_lengths: Box<[u8; 256]>,
    /// The same for stems that may begin inside a word.
    inside_lengths: Box<[u8; 256]>,
    /// For every byte whether a word or a stem may begin with it.
    opens: Box<[bool; 256]>,
    /// Some phrase may begin inside a word.
    any_open_start: bool,
}

/// Phrases in slots named by their keys.
#[derive(Clone, Debug)]
struct Table {
    /// Sorted by slot.
    phrases: Box<[Phrase]>,
    /// Where each slot begins in `phrases`; one more at the end. Their number is a power of two.
    slots: Box<[u32]>,
}

#[derive(Clone, Copy, Debug)]
struct Phrase {
    key: u64,
    start: u32,
    length: u32,
    /// Which of the lists it is from. One list does not void what another finds.
    list: u8,
    voids: bool,
    open_start: bool,
    open_end: bool,
}

/// A phrase that stands in a text, at these bytes of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) start: u32,
    pub(super) end: u32,
    /// Which of the lists it is from.
    pub(super) list: u8,
    /// It voids what it covers.
    pub(super) voids: bool,
}

/// The bit of a beginning of words. Stems have those of the lengths of their keys.
const WORD: u8 = 1 << 7;

/// Bits for first words: a power of two, several times their number.
const FIRST_WORDS: usize = 1 << 15;

/// Bits for the keys of stems: a power of two, several times their number.
const STEM_KEYS: usize = 1 << 13;

impl Phrases {
    /// Phrases as a vocabulary lists them.
    pub(crate) fn new<'a>(listed: impl Iterator<Item = &'a str>) -> Self {
        Self::of_lists([(0, listed.collect())].into_iter())
    }

    /// Phrases of many lists, each with the number of its list. In a list with a `#` in it a phrase cannot name a number.
    pub(super) fn of_lists<'a>(lists: impl Iterator<Item = (u8, Vec<&'a str>)>) -> Self {
        let (mut spelling, mut words, mut stems) = (String::new(), Vec::new(), Vec::new());
        for (list, listed) in lists {
            let any_number = listed.iter().any(|phrase| phrase.contains('#'));
            for phrase in listed {
                let (voids, phrase) = phrase.strip_prefix('!').map_or((false, phrase), |rest| (true, rest));
                let (open_start, phrase) = phrase.strip_prefix('*').map_or((false, phrase), |rest| (true, rest));
                let (open_end, phrase) = phrase.strip_suffix('*').map_or((false, phrase), |rest| (true, rest));
                let folded = fold(phrase);
                let folded = folded.as_str();
                if folded.is_empty() || any_number && folded.bytes().any(|byte| byte.is_ascii_digit()) {
                    continue;
                }
                // A number ends where its figures end, whatever stands beside them.
                let (open_start, open_end) = (open_start || folded.starts_with('#'), open_end || folded.ends_with('#'));
                let first_word = folded.find(|letter| !is_spaced(letter)).unwrap_or(folded.len());
                let is_stem = first_word == 0 || open_start || open_end && first_word == folded.len();
                let key = if is_stem {
                    stem_key(folded.as_bytes())
                } else {
                    word_key(&folded.as_bytes()[..first_word]) | next_key(&folded.as_bytes()[first_word..])
                };
                let (start, length) = (spelling.len() as u32, folded.len() as u32);
                spelling.push_str(folded);
                let table = if is_stem { &mut stems } else { &mut words };
                table.push(Phrase { key, start, length, list, voids, open_start, open_end });
            }
        }
        let mut first_words = Box::new([0; FIRST_WORDS / 64]);
        for word in &words {
            let bit = slot(word.key & FIRST_WORD, FIRST_WORDS);
            first_words[bit / 64] |= 1 << (bit % 64);
        }
        let mut stem_keys = Box::new([0; STEM_KEYS / 64]);
        for stem in &stems {
            let bit = slot(stem.key, STEM_KEYS);
            stem_keys[bit / 64] |= 1 << (bit % 64);
        }
        let mut beginnings = vec![0; BEGINNINGS];
        for word in &words {
            begin(&mut beginnings, word.key & FIRST_WORD, |sort| !sort.is_letter(), WORD);
        }
        for stem in &stems {
            begin(&mut beginnings, stem.key, |_| true, 1 << key_length(stem.key));
        }
        let stem_lengths = lengths(stems.iter());
        let inside_lengths = lengths(stems.iter().filter(|stem| stem.open_start));
        let any_open_start = stems.iter().any(|stem| stem.open_start);
        let opens = Box::new(std::array::from_fn(|byte| byte >= 0x80 || (byte as u8).is_ascii_alphanumeric() || stem_lengths[byte] != 0));
        let (words, stems) = (Table::new(words), Table::new(stems));
        Self {
            spelling: spelling.into(),
            beginnings: beginnings.into(),
            words,
            first_words,
            stems,
            stem_keys,
            stem_lengths,
            inside_lengths,
            opens,
            any_open_start,
        }
    }

    /// The first phrase in `text`, the longest of those that begin there.
    pub(crate) fn find(&self, text: &str) -> Option<Span> {
        let mut hits = Vec::new();
        self.hits(text, |hit| hits.push(hit));
        let covers = |void: &Hit, hit: &Hit| void.voids && void.start <= hit.start && hit.end <= void.end;
        let found = hits.iter().filter(|hit| !hit.voids && !hits.iter().any(|void| covers(void, hit)));
        found.min_by_key(|hit| (hit.start, u32::MAX - hit.end)).map(|hit| Span { start: hit.start, end: hit.end })
    }

    /// Whether all of `text` is one phrase, but for what stands around words.
    pub(crate) fn are_all_of(&self, text: &str) -> bool {
        let outside = |span: Span| [&text[..span.start as usize], &text[span.end as usize..]];
        self.find(text).is_some_and(|span| outside(span).iter().all(|rest| !rest.contains(char::is_alphanumeric)))
    }

    /// Hands `found` every phrase in `text`, also those inside others and those that void, by their first byte.
    pub(super) fn hits(&self, text: &str, mut found: impl FnMut(Hit)) {
        if text.is_ascii() {
            return self.hits_in(text, found);
        }
        let folded = loosely_folded(text);
        self.hits_in(folded.as_str(), |hit| {
            let Span { start, end } = folded.origin(hit.start as usize, hit.end as usize);
            found(Hit { start, end, ..hit });
        });
    }

    fn hits_in(&self, text: &str, mut found: impl FnMut(Hit)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&first) = bytes.get(at) {
            if !self.opens[usize::from(first)] {
                at += 1;
                continue;
            }
            let begins = self.beginnings[beginning(&bytes[at..])];
            let (start, key) = (at, word_at(text, &mut at));
            let lengths = self.stem_lengths[usize::from(first)] & begins;
            if lengths != 0 {
                self.stems_at(text, start, lengths, false, &mut found);
            }
            if at == start {
                at += letter(text, at).1;
                continue;
            }
            if begins & WORD != 0 && self.begins(key) {
                let alike = if at - start <= WORD_KEY { at - start } else { 0 };
                for key in [key, key | next_key(&bytes[at..])] {
                    for phrase in self.words.with(key) {
                        self.hit(phrase, text, start, alike, &mut found);
                    }
                }
            }
            if self.any_open_start {
                self.stems_inside(text, start + 1..at, &mut found);
            }
        }
    }

    /// Whether a phrase may begin with the word of that key.
    fn begins(&self, word: u64) -> bool {
        let bit = slot(word, FIRST_WORDS);
        self.first_words[bit / 64] & 1 << (bit % 64) != 0
    }

    /// The stems that begin inside the word at these bytes. Of a number only the first figure begins one.
    fn stems_inside(&self, text: &str, word: Range<usize>, found: &mut impl FnMut(Hit)) {
        let bytes = text.as_bytes();
        for at in word {
            let lengths = self.inside_lengths[usize::from(bytes[at])];
            let goes_on = bytes[at].is_ascii_digit() && bytes[at - 1].is_ascii_digit();
            if lengths != 0 && !goes_on && text.is_char_boundary(at) {
                self.stems_at(text, at, lengths, true, found);
            }
        }
    }

    /// The stems that begin at byte `at`, which lies inside a word or not; `lengths` are those of their keys, a bit for each.
    fn stems_at(&self, text: &str, at: usize, mut lengths: u8, inside_word: bool, found: &mut impl FnMut(Hit)) {
        let longest = plainly(eight::load(text.as_bytes(), at));
        while lengths != 0 {
            let length = lengths.trailing_zeros() as usize;
            lengths &= lengths - 1;
            if at + length > text.len() {
                return;
            }
            let key = eight::first(longest, length);
            let bit = slot(key, STEM_KEYS);
            if self.stem_keys[bit / 64] & 1 << (bit % 64) == 0 {
                continue;
            }
            for phrase in self.stems.with(key).filter(|phrase| phrase.open_start || !inside_word) {
                self.hit(phrase, text, at, 0, found);
            }
        }
    }

    /// Hands on `phrase` if it stands at byte `at`; that its first `alike` bytes do is known.
    fn hit(&self, phrase: &Phrase, text: &str, at: usize, alike: usize, found: &mut impl FnMut(Hit)) {
        let spelling = &self.spelling.as_bytes()[phrase.start as usize + alike..(phrase.start + phrase.length) as usize];
        if let Some(length) = spelled(spelling, &text.as_bytes()[at + alike..]).map(|length| alike + length)
            && (phrase.open_end || !goes_on(text, at + length))
        {
            found(Hit { start: at as u32, end: (at + length) as u32, list: phrase.list, voids: phrase.voids });
        }
    }
}

impl Table {
    fn new(mut phrases: Vec<Phrase>) -> Self {
        let count = (phrases.len() * 2).next_power_of_two();
        phrases.sort_by_key(|phrase| slot(phrase.key, count));
        let mut slots = vec![0; count + 1];
        for phrase in &phrases {
            slots[slot(phrase.key, count) + 1] += 1;
        }
        for number in 0..count {
            slots[number + 1] += slots[number];
        }
        Self { phrases: phrases.into(), slots: slots.into() }
    }

    /// The phrases with this key.
    fn with(&self, key: u64) -> impl Iterator<Item = &Phrase> {
        let slot = slot(key, self.slots.len() - 1);
        self.phrases[self.slots[slot] as usize..self.slots[slot + 1] as usize].iter().filter(move |phrase| phrase.key == key)
    }
}

/// The slot of a key among `count`, a power of two.
fn slot(key: u64, count: usize) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & (count - 1)
}

/// The key of the word at byte `at`, which is moved behind it; stays where no word is.
#[inline]
fn word_at(text: &str, at: &mut usize) -> u64 {
    let (bytes, start) = (text.as_bytes(), *at);
    let mut eight = eight::small(eight::load(bytes, start));
    let mut length = eight::word_length(eight);
    let key = eight::first(eight, length.min(WORD_KEY));
    *at += length;
    while length == 8 {
        eight = eight::small(eight::load(bytes, *at));
        length = eight::word_length(eight);
        *at += length;
    }
    if bytes.get(*at).is_none_or(u8::is_ascii) || !letter(text, *at).0 {
        return key;
    }
    // Letters beyond ASCII are several bytes each: the key is made when the end is known.
    while let (true, width) = letter(text, *at) {
        *at += width;
    }
    word_key(&bytes[start..*at])
}

/// For every byte a stem can begin with, how many bytes its key has, a bit for each number.
fn lengths<'p>(stems: impl Iterator<Item = &'p Phrase>) -> Box<[u8; 256]> {
    let mut lengths = Box::new([0; 256]);
    for stem in stems {
        for byte in [stem.key as u8, (stem.key as u8).to_ascii_uppercase()] {
            lengths[usize::from(byte)] |= 1 << key_length(stem.key);
        }
    }
    for figure in b'0'..=b'9' {
        lengths[usize::from(figure)] = lengths[usize::from(b'#')];
    }
    lengths
}

/// How many bytes of `text` spell `phrase`, if it begins with it.
fn spelled(phrase: &[u8], text: &[u8]) -> Option<usize> {
    let mut at = 0;
    for &wanted in phrase {
        let next = *text.get(at)?;
        let width = match wanted {
            b' ' => text[at..].iter().take_while(|byte| is_space(**byte)).count(),
            b'#' if next.is_ascii_digit() => text[at..].iter().take_while(|byte| byte.is_ascii_digit()).count(),
            _ => usize::from(next.to_ascii_lowercase() == wanted),
        };
        if width == 0 {
            return None;
        }
        at += width;
    }
    Some(at)
}

/// Whether a word goes on over byte `at` of `text`.
fn goes_on(text: &str, at: usize) -> bool {
    match (text.as_bytes()[at - 1], text.as_bytes().get(at)) {
        (_, None) => false,
        (before, Some(after)) if before.is_ascii() && after.is_ascii() => before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric(),
        _ => text[..at].chars().next_back().is_some_and(is_spaced) && text[at..].chars().next().is_some_and(is_spaced),
    }
}

/// Whether the letter at byte `at` belongs to a word that is set off by spaces, and its bytes.
fn letter(text: &str, at: usize) -> (bool, usize) {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => (byte.is_ascii_alphanumeric(), 1),
        _ => text[at..].chars().next().map_or((false, 1), |letter| (is_spaced(letter), letter.len_utf8())),
    }
}

/// Whether words of this letter's script are set off by spaces.
fn is_spaced(letter: char) -> bool {
    letter.is_alphanumeric() && !is_cjk(letter) && !is_hangul(letter)
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    #[test]
    fn phrases_are_found_where_words_begin_and_end() {
        let phrases = ["to help", "famil*", "!years of experience", "experience", "within # minutes", "ために"];
        let phrases = Phrases::new(phrases.into_iter());
        for (text, found) in [
            ("We exist to  ⟦⟧help nobody", None),
            ("We want TO   HELP you", Some("TO   HELP")),
            ("into helping", None),
            ("many families", Some("famil")),
            ("ten years of experience", None),
            ("ten years of experience, one experience", Some("experience")),
            ("answers within 30 minutes", Some("within 30 minutes")),
            ("世界のために働く", Some("ために")),
        ] {
            assert_eq!(phrases.find(text).map(|span| span.of(text)), found, "{text}");
        }
    }
}
