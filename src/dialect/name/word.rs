//! One word of a Latin script, and how it is written.

use crate::dialect::script::{is_han, is_kana, is_syllable};
use crate::text::Span;

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Shape {
    /// `Ann`, `O'Neil`, `McDonald`, `Zoë`.
    Capital,
    /// `JW`, `CHL`, `J.`
    Initials,
    /// Capitals inside or four and more of them, as products and norms are written: `GitHub`, `SBOM`.
    Compound,
    /// Small letters.
    Lower,
    /// With digits or underscores, or in the genitive.
    Other,
}

impl Shape {
    pub(crate) fn may_be_name(self) -> bool {
        self <= Self::Compound
    }
}

/// A word and its bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Word {
    pub span: Span,
    pub shape: Shape,
}

impl Word {
    pub(crate) fn of(self, text: &str) -> &str {
        self.span.of(text)
    }
}

/// Han, kana and Hangul: scripts that do not part words with capitals.
pub(crate) fn is_east_asian(c: char) -> bool {
    (is_han(c) || is_kana(c) || is_syllable(c) || matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3005}'..='\u{3007}')) && c != '・'
}

/// The first byte at or behind `at` that is no white space.
pub(crate) fn skip_space(text: &str, at: usize) -> usize {
    text.get(at..).map_or(text.len(), |rest| at + (rest.len() - rest.trim_start().len()))
}

/// The word that begins at `at`.
pub(crate) fn word_at(text: &str, at: usize) -> Option<Word> {
    let rest = text.get(at..)?;
    let first = rest.chars().next().filter(|c| c.is_alphabetic() && !is_east_asian(*c))?;
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let before_letter = chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let inside = match c {
            '\'' | '’' | '-' | '‐' => before_letter,
            '.' => offset > 0 && (is_initial(&rest[..offset]) || TITLES.contains(&&rest[..offset])),
            '_' => true,
            _ => c.is_alphanumeric() && !is_east_asian(c),
        };
        if !inside {
            break;
        }
        end = offset + c.len_utf8();
    }
    Some(Word { span: Span::new(at, at + end), shape: shape_of(&rest[..end], first) })
}

/// Titles that are cut short with a full stop, which belongs to them: `Dr. Meier`.
const TITLES: [&str; 16] = ["Mr", "Mrs", "Ms", "Dr", "Prof", "Hr", "Fr", "Sr", "Sra", "Srta", "Dra", "Mag", "Ing", "Dott", "Mme", "St"];

/// `J`, `J.R`: a single capital before the full stop.
fn is_initial(before: &str) -> bool {
    let mut back = before.chars().rev();
    back.next().is_some_and(char::is_uppercase) && back.next().is_none_or(|c| c == '.')
}

fn shape_of(word: &str, first: char) -> Shape {
    if word.contains(|c: char| c.is_numeric() || c == '_') || is_contracted(word) {
        return Shape::Other;
    }
    if !first.is_uppercase() {
        return Shape::Lower;
    }
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let small = word.chars().filter(|c| c.is_lowercase()).count();
    match (capitals, small) {
        (1..=3, 0) => Shape::Initials,
        (_, 0) => Shape::Compound,
        _ if humps(word) => Shape::Compound,
        _ => Shape::Capital,
    }
}

/// `Ann's`, `We've`, `Doesn't`.
fn is_contracted(word: &str) -> bool {
    const ENDINGS: [&str; 7] = ["s", "t", "d", "m", "re", "ve", "ll"];
    word.rsplit_once(['\'', '’']).is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

/// A capital right behind a small letter, except behind the prefixes of family names.
fn humps(word: &str) -> bool {
    const PREFIXES: [&str; 9] = ["Mc", "Mac", "De", "Di", "La", "Le", "Van", "Von", "Fitz"];
    let mut previous = ' ';
    for (offset, c) in word.char_indices() {
        if c.is_uppercase() && previous.is_lowercase() && !PREFIXES.contains(&&word[..offset]) {
            return true;
        }
        previous = c;
    }
    false
}

/// Endings that make a noun or an adjective of a verb, and hardly ever end a name.
pub(crate) fn ends_like_a_noun(word: &str) -> bool {
    const ENDINGS: [&str; 27] = [
        "tion", "tions", "sion", "sions", "ment", "ments", "ness", "able", "ible", "ities", "ship", "ology", "ance", "ence", "ción",
        "ciones", "miento", "idad", "ção", "ções", "mento", "idade", "ungen", "heit", "keit", "schaft", "tät",
    ];
    const SHORTEST: usize = 7;
    word.len() >= SHORTEST
        && (ENDINGS.iter().any(|ending| word.ends_with(ending))
            || word.len() > SHORTEST + 1 && (word.ends_with("ing") || word.ends_with("ung")))
}
