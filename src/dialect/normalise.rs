//! Makes two spellings of the same words equal before they are compared: case, width, quotes, `ß`, composed accents, runs of white space.
//! A folded text remembers where its bytes came from, so whatever is found in it can be pointed at in the original.
//! Which words there are is not known here.

use crate::text::Span;
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text in the one spelling all words are compared in.
pub(crate) struct Folded<'a> {
    text: Cow<'a, str>,
    origins: Origins<'a>,
}

/// Where the bytes of a folded text came from.
enum Origins<'a> {
    /// From the same place.
    Same,
    /// From this ASCII text, of which only runs of white space became shorter. Few places are ever asked for: they are counted then.
    Loose(&'a str),
    /// For every byte, and for the end.
    Listed(Vec<u32>),
}

impl Folded<'_> {
    /// The folded text.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The part of the original that became the bytes `start..end` of the folded text.
    pub(crate) fn origin(&self, start: usize, end: usize) -> Span {
        let at = |byte: usize| match &self.origins {
            Origins::Same => byte,
            Origins::Loose(original) => letters_kept(original).nth(byte).unwrap_or(original.len()),
            Origins::Listed(origins) => origins.get(byte).map_or(byte, |&origin| origin as usize),
        };
        Span::new(at(start), at(end))
    }

    /// For every byte and for the end: where it came from.
    fn all_origins(&self) -> Vec<u32> {
        match &self.origins {
            Origins::Same => (0..=self.text.len() as u32).collect(),
            Origins::Loose(original) => letters_kept(original).chain([original.len()]).map(|origin| origin as u32).collect(),
            Origins::Listed(origins) => origins.clone(),
        }
    }
}

/// The bytes of an ASCII text that are still there when it is folded: all but white space behind white space.
fn letters_kept(text: &str) -> impl Iterator<Item = usize> {
    let mut space_before = false;
    text.bytes().enumerate().filter_map(move |(at, byte)| {
        let space = is_space(byte);
        let kept = !(space && space_before);
        space_before = space;
        kept.then_some(at)
    })
}

/// Whether an ASCII letter is white space.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// Folds `text`. Plain lower-case ASCII is borrowed, other ASCII is copied once.
pub(crate) fn fold(text: &str) -> Folded<'_> {
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let mut folding = Folding::of(text);
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        // Between ASCII letters no mark can stand.
        let plain = letter.is_ascii() && rest.as_bytes().get(1).is_none_or(u8::is_ascii);
        let length = if plain { 1 } else { letter_length(rest) };
        folding.push(letter, &rest[..length], text.len() - rest.len());
        rest = &rest[length..];
    }
    folding.finish(text.len())
}

/// Folds an ASCII text: case, and runs of white space, of which a masked text has many.
fn fold_ascii(text: &str) -> Folded<'_> {
    if !has_single_spaces(text) {
        let mut folded = String::with_capacity(text.len());
        let mut space_before = false;
        for byte in text.bytes() {
            let space = is_space(byte);
            if !space {
                folded.push(char::from(byte.to_ascii_lowercase()));
            } else if !space_before {
                folded.push(' ');
            }
            space_before = space;
        }
        return Folded { text: Cow::Owned(folded), origins: Origins::Loose(text) };
    }
    let small = !text.bytes().any(|byte| byte.is_ascii_uppercase());
    Folded { text: if small { Cow::Borrowed(text) } else { Cow::Owned(text.to_ascii_lowercase()) }, origins: Origins::Same }
}

/// Folds every run of digits to one `#` on top, so that a phrase with `#` in it meets any number.
pub(crate) fn fold_numbers(text: &str) -> Folded<'_> {
    let folded = fold(text);
    numberless(&folded).unwrap_or(folded)
}

/// A folded text with every run of digits as one `#`; nothing for a text without digits.
pub(super) fn numberless(folded: &Folded<'_>) -> Option<Folded<'static>> {
    let digit = |byte: &u8| byte.is_ascii_digit();
    if !folded.text.bytes().any(|byte| digit(&byte)) {
        return None;
    }
    let bytes = folded.text.as_bytes();
    let came_from = folded.all_origins();
    let origin = |byte: usize| came_from.get(byte).copied().unwrap_or(byte as u32);
    let mut numberless = String::with_capacity(bytes.len());
    let mut origins = Vec::with_capacity(bytes.len() + 1);
    for (at, letter) in folded.text.char_indices() {
        let inside_number = letter.is_ascii_digit() && at > 0 && bytes.get(at - 1).is_some_and(digit);
        if inside_number {
            continue;
        }
        numberless.push(if letter.is_ascii_digit() { '#' } else { letter });
        origins.resize(numberless.len(), origin(at));
    }
    origins.push(origin(bytes.len()));
    Some(Folded { text: Cow::Owned(numberless), origins: Origins::Listed(origins) })
}

/// Whether all white space is single spaces.
fn has_single_spaces(text: &str) -> bool {
    let mut space_before = false;
    !text.bytes().any(|byte| {
        let loose = is_space(byte) && (space_before || byte != b' ');
        space_before = byte == b' ';
        loose
    })
}

/// Bytes of the first letter of `text` with the marks that belong to it.
fn letter_length(text: &str) -> usize {
    let mut letters = text.char_indices();
    letters.next();
    letters.find(|&(_, mark)| !is_mark(mark)).map_or(text.len(), |(at, _)| at)
}

/// Accents, and the half-width voicing marks that NFKC joins to the kana before them.
fn is_mark(letter: char) -> bool {
    !letter.is_ascii() && (is_combining_mark(letter) || matches!(letter, '\u{ff9e}' | '\u{ff9f}'))
}

/// The folded text while it grows.
struct Folding {
    text: String,
    origins: Vec<u32>,
}

impl Folding {
    fn of(text: &str) -> Self {
        Self { text: String::with_capacity(text.len()), origins: Vec::with_capacity(text.len() + 1) }
    }

    /// Adds one letter; `whole` is the letter with its marks, found at byte `origin`.
    fn push(&mut self, letter: char, whole: &str, origin: usize) {
        if letter.is_whitespace() {
            if !self.text.ends_with(' ') {
                self.text.push(' ');
            }
        } else if whole.is_ascii() {
            self.text.push(letter.to_ascii_lowercase());
        } else if whole.len() == letter.len_utf8() && is_small(letter) {
            self.text.push(letter);
        } else {
            for folded in whole.nfkc().flat_map(char::to_lowercase) {
                match folded {
                    'ß' => self.text.push_str("ss"),
                    '’' | '‘' | 'ʼ' | '´' => self.text.push('\''),
                    '‐' | '‑' => self.text.push('-'),
                    '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}' | '\u{fe0f}' => {}
                    letter if letter.is_whitespace() => self.text.push(' '),
                    letter => self.text.push(letter),
                }
            }
        }
        self.origins.resize(self.text.len(), origin as u32);
    }

    fn finish(mut self, length: usize) -> Folded<'static> {
        self.origins.push(length as u32);
        Folded { text: Cow::Owned(self.text), origins: Origins::Listed(self.origins) }
    }
}

/// Frequent letters and signs that folding leaves as they are: small accented letters but `ß`, dashes, kana, Han, Hangul.
fn is_small(letter: char) -> bool {
    matches!(letter, 'à'..='ÿ' | '–' | '—' | '“' | '”' | '、' | '。' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '\u{4e00}'..='\u{9fff}' | '가'..='힣')
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_numbers};

    #[test]
    fn spellings_meet() {
        for (text, folded) in [
            ("plain words", "plain words"),
            ("  Two   SPACES\n", " two spaces "),
            ("Ｆｕｌｌ（ｗｉｄｔｈ）：", "full(width):"),
            ("ﾀﾞｯｼｭ", "ダッシュ"),
            ("カ\u{3099}", "ガ"),
            ("E\u{301}TAPE", "étape"),
            ("MAẞNAHMEN Maßnahmen", "massnahmen massnahmen"),
            ("Rust’s", "rust's"),
            ("⚙\u{fe0f} Goals", "⚙ goals"),
        ] {
            assert_eq!(fold(text).as_str(), folded);
        }
    }

    #[test]
    fn places_lead_back_to_the_original() {
        let text = "Größe:  ＡＢＣ 2026";
        let folded = fold_numbers(text);
        assert_eq!(folded.as_str(), "grösse: abc #");
        let at = |word: &str| {
            let start = folded.as_str().find(word).expect("the word is there");
            folded.origin(start, start + word.len()).of(text).to_owned()
        };
        assert_eq!((at("grösse"), at("abc"), at("#")), ("Größe".into(), "ＡＢＣ".into(), "2026".into()));
    }
}
