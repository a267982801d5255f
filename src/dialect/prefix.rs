//! Meanings that sit at the beginning of a text: a status word before its date, a "none" before its reason.

use super::group::Group;
use super::lexicon::Lexicon;
use super::normalise::fold;
use super::question::has_mark;

/// What follows a "none" beyond this many letters is a sentence of its own.
const LONGEST_NONE_TRAIL: usize = 60;

/// Words of the longest beginning that is looked up.
const MOST_WORDS: usize = 4;

/// Letters of a text that are looked at.
const LONGEST_BEGINNING: usize = 40;

/// The meaning of the longest known beginning of `text`. Ornaments in front count only when nothing else is known: `✅`.
pub(super) fn by_prefix<T: Copy>(lexicon: &Lexicon<T>, text: &str) -> Option<T> {
    let text = text.trim();
    let folded = fold(text.char_indices().nth(LONGEST_BEGINNING).map_or(text, |(end, _)| &text[..end]));
    let words = folded.as_str().trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let known = beginnings(words).find_map(|beginning| lexicon.get(beginning).first());
    let ornament = || folded.as_str().split(' ').find_map(|word| lexicon.get(word).first());
    known.or_else(ornament).copied()
}

/// Whether `text` begins with a word for "none" and goes on for at most 60 letters, without a question.
pub(super) fn is_none(groups: &Lexicon<Group>, text: &str) -> bool {
    if text.len() > 400 || has_mark(text) {
        return false;
    }
    let folded = fold(text.trim());
    let words = folded.as_str().trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let none = beginnings(words).find(|beginning| groups.get(beginning).contains(&Group::None));
    none.is_some_and(|none| {
        let trail = &words[none.len()..];
        trail.chars().count() <= LONGEST_NONE_TRAIL && !trail.starts_with(" of ")
    })
}

/// Beginnings of `text` of up to four words, the longest first.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    let mut ends = [0; MOST_WORDS];
    let mut count = 0;
    let mut inside_word = false;
    for (at, letter) in text.char_indices() {
        let part_of_word = letter.is_alphanumeric() || matches!(letter, '\'');
        if inside_word && !part_of_word && count < MOST_WORDS {
            ends[count] = at;
            count += 1;
        }
        inside_word = part_of_word;
    }
    if inside_word && count < MOST_WORDS {
        ends[count] = text.len();
        count += 1;
    }
    (0..count).rev().map(move |place| &text[..ends[place]])
}
