//! The language a text is written in, by its script and its commonest words: for documents of which no heading is known.
//!
//! A guess, good enough to choose the words of what is inserted; whatever is read or judged does without it.

use crate::dialect::concept::Language;
use crate::dialect::script::{is_cjk, is_hangul, is_kana};

/// So much of a text shows in which language it is written.
const SHOWN: usize = 10_000;
/// Fewer words than this may stand in any text.
const FEWEST: usize = 3;
/// Longest of the words that tell languages apart, in bytes.
const LONGEST: usize = 5;

/// The language of `text`; English where nothing speaks for another.
pub(super) fn of(text: &str) -> Language {
    let shown = text.char_indices().nth(SHOWN).map_or(text, |(end, _)| &text[..end]);
    of_script(shown).unwrap_or_else(|| of_words(shown))
}

/// The language that a script belongs to; `None` where there are several.
fn of_script(text: &str) -> Option<Language> {
    let (mut kana, mut han, mut hangul, mut latin) = (0, 0, 0, 0);
    for character in text.chars() {
        match character {
            _ if !character.is_alphabetic() => {}
            _ if is_kana(character) => kana += 1,
            _ if is_hangul(character) => hangul += 1,
            _ if is_cjk(character) => han += 1,
            _ => latin += 1,
        }
    }
    // Three Latin letters say about as much as one character.
    match () {
        () if hangul > kana + han && hangul * 3 > latin => Some(Language::Ko),
        () if kana > 0 && (kana + han) * 3 > latin => Some(Language::Ja),
        () if han * 3 > latin => Some(Language::Zh),
        () => None,
    }
}

/// The language whose commonest words stand in `text` most often; of several the first.
fn of_words(text: &str) -> Language {
    let words: Vec<String> =
        text.split(|sign: char| !sign.is_alphabetic()).filter(|word| (1..=LONGEST).contains(&word.len())).map(str::to_lowercase).collect();
    let count = |language: &Language| {
        let common: Vec<&str> = language.writing().commonest.split_whitespace().collect();
        words.iter().filter(|word| common.contains(&word.as_str())).count()
    };
    let counts: Vec<(Language, usize)> = Language::ALL.iter().map(|language| (*language, count(language))).collect();
    let most = counts.iter().map(|&(_, count)| count).max().filter(|&most| most >= FEWEST);
    counts.iter().find(|&&(_, count)| Some(count) == most).map_or(Language::ALL[0], |&(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_without_a_known_heading() {
        for (text, language) in [
            ("We meet in the hall, and this is for all of us.", Language::En),
            ("Wir treffen uns in der Halle; das ist nicht für den Chor und die Gäste.", Language::De),
            ("Nous nous retrouvons dans la salle, pour les choristes et une invitée.", Language::Fr),
            ("Nos vemos en la sala con los cantantes para una prueba.", Language::Es),
            ("A sala não é para os ensaios da turma, mas do coro.", Language::Pt),
            ("ホールで会いましょう", Language::Ja),
            ("我们在大厅见面", Language::Zh),
            ("홀에서 만나요", Language::Ko),
            ("# Roadmap 2026", Language::En),
            ("", Language::En),
        ] {
            assert_eq!(of(text), language, "{text}");
        }
    }
}
