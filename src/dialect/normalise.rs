//! Makes two spellings of the same words equal before they are compared: case, width, quotes, `ß`, composed accents, runs of white space.
//! A folded text remembers where its bytes came from, so whatever is found in it can be pointed at in the original.
//! Which words there are is not known here.

use super::eight;
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
    /// From the same place as far as they go, stretch by stretch.
    Stretches(Vec<Stretch>),
}

/// Bytes of a folded text, from `start` to the next stretch.
struct Stretch {
    start: u32,
    /// Where they came from.
    origin: u32,
    /// Each of them came from a byte of its own; else all are from one letter.
    is_same: bool,
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
            Origins::Stretches(stretches) => {
                let behind = stretches.partition_point(|stretch| stretch.start as usize <= byte);
                let stretch = behind.checked_sub(1).and_then(|last| stretches.get(last));
                stretch.map_or(byte, |stretch| stretch.origin as usize + if stretch.is_same { byte - stretch.start as usize } else { 0 })
            }
        };
        Span::new(at(start), at(end))
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
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// Folds `text`. Plain lower-case ASCII is borrowed, other ASCII is copied once.
pub(crate) fn fold(text: &str) -> Folded<'_> {
    if text.is_ascii() {
        return fold_ascii(text);
    }
    let mut folding = Folding::of(text);
    let mut rest = text;
    while !rest.is_empty() {
        // Between ASCII letters no mark can stand.
        let plain = plain_length(rest.as_bytes());
        if plain > 0 {
            folding.push_ascii(&rest[..plain], text.len() - rest.len());
            rest = &rest[plain..];
            continue;
        }
        let length = letter_length(rest);
        folding.push(&rest[..length], text.len() - rest.len());
        rest = &rest[length..];
    }
    folding.finish(text.len())
}

/// Folds `text` but for what can be told from ASCII as quickly: its capitals and its runs of white space stay. Most texts are borrowed.
pub(super) fn loosely_folded(text: &str) -> Folded<'_> {
    let mut folded = String::new();
    let mut stretches = Vec::new();
    // What lies between the two stays as it is, and is still to be taken over.
    let (mut from, mut at) = (0, 0);
    loop {
        let plain = eight::ascii_length(text.as_bytes(), at);
        at += plain;
        let Some(letter) = text[at..].chars().next() else { break };
        // A mark belongs to the letter before it.
        let start = if is_mark(letter) && plain > 0 { at - 1 } else { at };
        let whole = &text[start..start + letter_length(&text[start..])];
        at = start + whole.len();
        if whole.len() == letter.len_utf8() && is_small(letter) {
            continue;
        }
        stretches.push(Stretch { start: folded.len() as u32, origin: from as u32, is_same: true });
        folded.push_str(&text[from..start]);
        stretches.push(Stretch { start: folded.len() as u32, origin: start as u32, is_same: false });
        spell(whole, &mut folded);
        from = at;
    }
    if from == 0 {
        return Folded { text: Cow::Borrowed(text), origins: Origins::Same };
    }
    stretches.push(Stretch { start: folded.len() as u32, origin: from as u32, is_same: true });
    folded.push_str(&text[from..]);
    Folded { text: Cow::Owned(folded), origins: Origins::Stretches(stretches) }
}

/// Folds an ASCII text: case, and runs of white space, of which a masked text has many.
fn fold_ascii(text: &str) -> Folded<'_> {
    if has_single_spaces(text) {
        let is_small = text.bytes().fold(true, |small, byte| small & !byte.is_ascii_uppercase());
        return Folded { text: if is_small { Cow::Borrowed(text) } else { Cow::Owned(text.to_ascii_lowercase()) }, origins: Origins::Same };
    }
    let mut folded = vec![0; text.len()];
    let (mut end, mut space_before) = (0, false);
    for byte in text.bytes() {
        let space = is_space(byte);
        folded[end] = if space { b' ' } else { byte.to_ascii_lowercase() };
        end += usize::from(!(space && space_before));
        space_before = space;
    }
    folded.truncate(end);
    // Letters of an ASCII text are UTF-8.
    let folded = String::from_utf8(folded).unwrap_or_default();
    Folded { text: Cow::Owned(folded), origins: Origins::Loose(text) }
}

/// Whether all white space is single spaces.
fn has_single_spaces(text: &str) -> bool {
    // Without leaving early, so that many bytes are looked at in one step.
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let are_spaces = |(one, next): (&u8, &u8)| *one == b' ' && *next == b' ';
    let doubled = pairs.fold(false, |any, pair| any | are_spaces(pair));
    !doubled && !bytes.iter().fold(false, |any, byte| any | matches!(byte, b'\t'..=b'\r'))
}

/// How many bytes of ASCII `text` begins with, but for one in front of another letter, which may be a mark on it.
fn plain_length(text: &[u8]) -> usize {
    let length = eight::ascii_length(text, 0);
    if length == text.len() { length } else { length.saturating_sub(1) }
}

/// Bytes of the first letter of `text` with the marks that belong to it.
fn letter_length(text: &str) -> usize {
    let mut letters = text.char_indices();
    letters.next();
    letters.find(|&(_, mark)| !is_mark(mark)).map_or(text.len(), |(at, _)| at)
}

/// Accents, and the half-width voicing marks that NFKC joins to the kana before them.
fn is_mark(letter: char) -> bool {
    !letter.is_ascii() && !is_small(letter) && (is_combining_mark(letter) || matches!(letter, '\u{ff9e}' | '\u{ff9f}'))
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

    /// Adds ASCII letters, of which the first is found at byte `origin`.
    fn push_ascii(&mut self, letters: &str, origin: usize) {
        let mut space_before = self.text.ends_with(' ');
        for (letter, origin) in letters.bytes().zip(origin as u32..) {
            let space = is_space(letter);
            if !(space && space_before) {
                self.text.push(if space { ' ' } else { char::from(letter.to_ascii_lowercase()) });
                self.origins.push(origin);
            }
            space_before = space;
        }
    }

    /// Adds one letter with its marks, found at byte `origin`.
    fn push(&mut self, whole: &str, origin: usize) {
        spell(whole, &mut self.text);
        self.origins.resize(self.text.len(), origin as u32);
    }

    fn finish(mut self, length: usize) -> Folded<'static> {
        self.origins.push(length as u32);
        Folded { text: Cow::Owned(self.text), origins: Origins::Listed(self.origins) }
    }
}

/// Adds a letter with its marks to a folded text.
fn spell(whole: &str, text: &mut String) {
    let Some(letter) = whole.chars().next() else { return };
    if letter.is_whitespace() {
        if !text.ends_with(' ') {
            text.push(' ');
        }
    } else if whole.is_ascii() {
        text.push(letter.to_ascii_lowercase());
    } else if whole.len() == letter.len_utf8() && is_small(letter) {
        text.push(letter);
    } else if matches!(whole, "’" | "‘") {
        text.push('\'');
    } else {
        for folded in whole.nfkc().flat_map(char::to_lowercase) {
            match folded {
                'ß' => text.push_str("ss"),
                '’' | '‘' | 'ʼ' | '´' => text.push('\''),
                '‐' | '‑' => text.push('-'),
                '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}' | '\u{fe0f}' => {}
                letter if letter.is_whitespace() => text.push(' '),
                letter => text.push(letter),
            }
        }
    }
}

/// Frequent letters and signs that folding leaves as they are: small accented letters but `ß`, dashes, kana, Han, Hangul.
fn is_small(letter: char) -> bool {
    matches!(letter, 'à'..='ÿ' | '–' | '—' | '“' | '”' | '、' | '。' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '\u{4e00}'..='\u{9fff}' | '가'..='힣')
}

#[cfg(test)]
mod tests {
    use super::{fold, loosely_folded};

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
        let folded = fold(text);
        assert_eq!(folded.as_str(), "grösse: abc 2026");
        let loosely = loosely_folded(text);
        assert_eq!(loosely.as_str(), "Grösse:  abc 2026");
        for (folded, word) in [(11, "Ｂ"), (2, "ö"), (4, "ß"), (5, "ß"), (14, "2"), (18, "")] {
            let origin = loosely.origin(folded, folded).start as usize;
            assert!(text[origin..].starts_with(word), "{folded}: {:?}", &text[origin..]);
        }
        let at = |word: &str| {
            let start = folded.as_str().find(word).expect("the word is there");
            folded.origin(start, start + word.len()).of(text).to_owned()
        };
        assert_eq!((at("grösse"), at("abc"), at("2026")), ("Größe".into(), "ＡＢＣ".into(), "2026".into()));
    }
}
