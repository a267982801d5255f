//! Makes two spellings of the same words equal before they are compared: case, width, quotes, `ß`, composed accents, runs of white space.
//! A folded text remembers where its bytes came from, so whatever is found in it can be pointed at in the original.
//! Which words there are is not known here.

use crate::text::Span;
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text in the one spelling all words are compared in.
pub(crate) struct Folded<'a> {
    text: Cow<'a, str>,
    /// For every byte of `text` and for its end: the byte of the original it came from. Empty when they are the same.
    origins: Vec<u32>,
}

impl Folded<'_> {
    /// The folded text.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The part of the original that became the bytes `start..end` of the folded text.
    pub(crate) fn origin(&self, start: usize, end: usize) -> Span {
        let at = |byte: usize| self.origins.get(byte).map_or(byte, |&origin| origin as usize);
        Span::new(at(start), at(end))
    }
}

/// Folds `text`. Plain lower-case ASCII is borrowed, other ASCII is copied once.
pub(crate) fn fold(text: &str) -> Folded<'_> {
    if is_folded(text) {
        return Folded { text: Cow::Borrowed(text), origins: Vec::new() };
    }
    if text.is_ascii() && has_single_spaces(text) {
        return Folded { text: Cow::Owned(text.to_ascii_lowercase()), origins: Vec::new() };
    }
    let mut folding = Folding::of(text);
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = letter_length(rest);
        folding.push(letter, &rest[..length], text.len() - rest.len());
        rest = &rest[length..];
    }
    folding.finish(text.len())
}

/// Folds every run of digits to one `#` on top, so that a phrase with `#` in it meets any number.
pub(crate) fn fold_numbers(text: &str) -> Folded<'_> {
    let folded = fold(text);
    let digit = |byte: &u8| byte.is_ascii_digit();
    if !folded.text.bytes().any(|byte| digit(&byte)) {
        return folded;
    }
    let bytes = folded.text.as_bytes();
    let mut numberless = String::with_capacity(bytes.len());
    let mut origins = Vec::with_capacity(bytes.len() + 1);
    for (at, letter) in folded.text.char_indices() {
        let inside_number = letter.is_ascii_digit() && at > 0 && bytes.get(at - 1).is_some_and(digit);
        if inside_number {
            continue;
        }
        numberless.push(if letter.is_ascii_digit() { '#' } else { letter });
        origins.resize(numberless.len(), folded.origin(at, at).start);
    }
    origins.push(folded.origin(bytes.len(), bytes.len()).start);
    Folded { text: Cow::Owned(numberless), origins }
}

/// Whether folding would change nothing.
fn is_folded(text: &str) -> bool {
    text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_uppercase()) && has_single_spaces(text)
}

/// Whether all white space is single spaces.
fn has_single_spaces(text: &str) -> bool {
    let mut space_before = false;
    !text.bytes().any(|byte| {
        let loose = matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0b' | b'\x0c') || space_before && byte == b' ';
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
        Folded { text: Cow::Owned(self.text), origins: self.origins }
    }
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
