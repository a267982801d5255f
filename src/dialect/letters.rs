//! Counts the letters of a text by script. Every byte of every document comes by here, so plain text is counted eight bytes at a time.

use super::eight;
use super::script::{is_cyrillic, is_han, is_kana, is_syllable};
use memchr::memchr;

/// How many letters of which script a text has.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Letters {
    /// Of all scripts but those below.
    pub latin: u32,
    /// Those of them in words that begin small: names, titles and terms are written with capitals in any language.
    pub running: u32,
    /// Kana and Han characters.
    pub cjk: u32,
    /// Hangul syllables.
    pub hangul: u32,
    /// Cyrillic letters in words that begin small: who came to a meeting is written in his own letters.
    pub cyrillic: u32,
}

impl Letters {
    /// Of `text`, but for its addresses, which are in no language.
    pub fn of(text: &str) -> Self {
        let has = |byte| memchr(byte, text.as_bytes()).is_some();
        let has_address = has(b'@') || has(b':') && text.contains("://");
        let mut letters = Self::default();
        if text.is_ascii() && !has_address {
            (letters.latin, letters.running) = eight::letters(text.as_bytes());
            return letters;
        }
        for word in text.split_whitespace().filter(|word| !is_address(word)) {
            let latin = letters.add_foreign(word);
            letters.latin += latin;
            if word.starts_with(char::is_lowercase) {
                letters.running += latin;
            }
        }
        letters
    }

    /// Whether there are none.
    pub fn are_none(self) -> bool {
        self.latin + self.foreign() == 0
    }

    /// How many are not Latin.
    pub fn foreign(self) -> u32 {
        self.cjk + self.hangul + self.cyrillic
    }

    /// Counts the letters of `word` that are not Latin and returns the number of all others.
    fn add_foreign(&mut self, word: &str) -> u32 {
        if word.is_ascii() {
            return word.bytes().filter(u8::is_ascii_alphabetic).count() as u32;
        }
        let mut others = 0;
        let begins_small = word.starts_with(char::is_lowercase);
        for letter in word.chars() {
            match letter {
                _ if is_kana(letter) || is_han(letter) => self.cjk += 1,
                _ if is_syllable(letter) => self.hangul += 1,
                _ if is_cyrillic(letter) => self.cyrillic += u32::from(begins_small),
                _ if letter.is_alphabetic() => others += 1,
                _ => {}
            }
        }
        others
    }
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@')
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn letters_are_counted_by_script() {
        for (text, latin, running, cjk, hangul) in [
            ("", 0, 0, 0, 0),
            ("We ask Ann, who knows it.", 18, 13, 0, 0),
            ("a\tlongerwordthaneight (Not this) x2y", 29, 26, 0, 0),
            ("See https://a.example/plan or ann@example.org now", 8, 5, 0, 0),
            ("at 10:30 in Room 4", 8, 4, 0, 0),
            ("Größe und Maß", 11, 3, 0, 0),
            ("Plan 計画 を計画", 4, 0, 5, 0),
            ("계획 ok", 2, 2, 0, 2),
        ] {
            assert_eq!(Letters::of(text), Letters { latin, running, cjk, hangul, cyrillic: 0 }, "{text}");
        }
        assert_eq!(Letters::of("Никита: кто платит?"), Letters { cyrillic: 9, ..Letters::default() });
    }
}
