//! Which letters are set without spaces between words.

use serde::Deserialize;

/// The letters of a language, or those that it mixes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Script {
    /// Words of letters with capitals, spaces between them.
    Latin,
    /// Chinese characters and kana.
    Han,
    /// Korean syllables.
    Hangul,
    /// Letters of Russian and its neighbours: no language that planlint speaks, but one that may stand among them.
    Cyrillic,
}

/// Han, kana and their punctuation: words follow each other without spaces.
pub(crate) fn is_cjk(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{312f}' | '\u{31a0}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Kana, which only Japanese is written in.
pub(crate) fn is_kana(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30ff}')
}

/// Hangul: spaces stand between phrases, particles are glued on.
pub(crate) fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}') || is_syllable(letter)
}

/// Hangul syllables, without the letters that they are made of.
pub(crate) fn is_syllable(letter: char) -> bool {
    matches!(letter, '\u{ac00}'..='\u{d7af}')
}

/// Han characters, without their punctuation.
pub(crate) fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Letters of Russian, Ukrainian, Bulgarian and the like.
pub(crate) fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{0400}'..='\u{052f}')
}

/// Pictures and ornaments that decorate a heading: neither letters nor punctuation of a sentence.
pub(super) fn is_ornament(letter: char) -> bool {
    matches!(letter, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0e}' | '\u{fe0f}' | '\u{200d}' | '\u{20e3}' | '\u{3030}' | '®' | '©' | '™')
        && !matches!(letter, '\u{2460}'..='\u{24ff}')
}
