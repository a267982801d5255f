//! Ids and numbers of issues at the end of an item: what stands before them ends it as if they were not there.

use crate::dialect::name::lexicon::{Key, Lexicon, Part};

/// `Supports: S1, O2`, `→ A4`, `[O1]`, `see G1 and G2`, `(#12)`: what stands before ends the item as if they were not there.
pub(super) fn references(text: &str, from: usize) -> Option<usize> {
    let text = text.trim_end();
    let rest = without_ids(text);
    if rest.len() == text.len() || rest.len() < from {
        return None;
    }
    let ids = text[rest.len()..].trim();
    let bracketed = ids.starts_with('[') && ids.ends_with(']');
    // "Fix #12" needs its number; "Fix it (Ann) #12" has said all.
    let tracked = ids.split_whitespace().all(is_issue) && rest.ends_with([')', ']', '）']);
    if bracketed || tracked {
        return Some(rest.len());
    }
    if let Some(before) = rest.strip_suffix('→').or_else(|| rest.strip_suffix("->")) {
        return (before.len() >= from).then_some(before.len());
    }
    let points = |word: &str| Lexicon::get().key(word) == Some(Key::Reference);
    let key = rest.strip_suffix([':', '：']).or_else(|| last_word(rest).is_some_and(points).then_some(rest))?;
    let start = key.rfind(|letter: char| !letter.is_alphabetic()).map_or(0, |at| at + 1);
    let start = (start..=key.len()).find(|&at| key.is_char_boundary(at))?;
    (start < key.len() && start >= from).then_some(start)
}

/// `text` without the ids at its end and what joins them.
fn without_ids(text: &str) -> &str {
    let mut rest = text.trim_end();
    while let Some(word) = last_word(rest) {
        let before = rest[..rest.len() - word.len()].trim_end();
        let joins = || rest.len() < text.len() && Lexicon::get().is(word, Part::Joiner) && last_word(before).is_some_and(is_id);
        if !is_id(word) && !is_issue(word) && !joins() {
            break;
        }
        rest = before;
    }
    rest
}

fn is_id(word: &str) -> bool {
    let word = word.trim_matches(['[', ']', ',', ';']);
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = word[letters..].trim_start_matches('-');
    (1..=4).contains(&letters) && (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `#12`, `(#12)`
fn is_issue(word: &str) -> bool {
    let number = word.trim_matches(['(', ')', '[', ']', ',']).strip_prefix('#');
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn last_word(text: &str) -> Option<&str> {
    text.split_whitespace().next_back()
}
