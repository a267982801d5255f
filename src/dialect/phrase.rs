//! Finds the first of many phrases in a running text, in one pass.
//! Words of scripts that write spaces are found at word boundaries, others anywhere.

use super::normalise::{Folded, fold, fold_numbers, numberless};
use crate::text::Span;
use aho_corasick::{AhoCorasick, AhoCorasickKind, Match};

/// Phrases in search of a text. `!` in front of a phrase voids whatever it covers, `*` at an end leaves that end open, `#` is any number.
#[derive(Clone, Debug)]
pub(crate) struct Phrases {
    automaton: Option<AhoCorasick>,
    phrases: Vec<Phrase>,
    /// Some phrase holds a `#`: then all numbers of a text are read as one, and a phrase cannot name a number.
    any_number: bool,
}

#[derive(Clone, Copy, Debug)]
struct Phrase {
    voids: bool,
    open_start: bool,
    open_end: bool,
    /// Which of the lists it is from. One list does not void what another finds.
    list: u8,
}

impl Phrases {
    /// Phrases as a vocabulary lists them.
    pub(crate) fn new<'a>(listed: impl Iterator<Item = &'a str>) -> Self {
        Self::of_lists(listed.map(|phrase| (0, phrase)))
    }

    /// Phrases of up to 32 lists, each with the number of its list.
    pub(super) fn of_lists<'a>(listed: impl Iterator<Item = (u8, &'a str)>) -> Self {
        let mut patterns = Vec::new();
        let mut phrases = Vec::new();
        for (list, phrase) in listed {
            let (voids, phrase) = phrase.strip_prefix('!').map_or((false, phrase), |rest| (true, rest));
            let (open_start, phrase) = phrase.strip_prefix('*').map_or((false, phrase), |rest| (true, rest));
            let (open_end, phrase) = phrase.strip_suffix('*').map_or((false, phrase), |rest| (true, rest));
            patterns.push(fold(phrase).as_str().to_owned());
            phrases.push(Phrase { voids, open_start, open_end, list });
        }
        let automaton = AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(&patterns).ok();
        Self { automaton, phrases, any_number: patterns.iter().any(|phrase| phrase.contains('#')) }
    }

    /// The first phrase in `text`, the longest of those that begin there.
    pub(crate) fn find(&self, text: &str) -> Option<Span> {
        self.all(text).into_iter().min_by_key(|span| (span.start, u32::MAX - span.end))
    }

    /// Whether all of `text` is one phrase, but for what stands around words.
    pub(crate) fn are_all_of(&self, text: &str) -> bool {
        let outside = |span: Span| [&text[..span.start as usize], &text[span.end as usize..]];
        self.find(text).is_some_and(|span| outside(span).iter().all(|rest| !rest.contains(char::is_alphanumeric)))
    }

    /// Every phrase in `text`, also those inside others.
    pub(super) fn all(&self, text: &str) -> Vec<Span> {
        let folded = if self.any_number { fold_numbers(text) } else { fold(text) };
        self.hits(folded.as_str()).into_iter().map(|hit| folded.origin(hit.start(), hit.end())).collect()
    }

    /// The lists of which `text`, folded already, holds a phrase: a bit for each.
    pub(super) fn lists_in(&self, text: &Folded<'_>) -> u32 {
        let numberless = if self.any_number { numberless(text) } else { None };
        self.hits(numberless.as_ref().unwrap_or(text).as_str()).iter().fold(0, |lists, hit| lists | 1 << self.phrase(hit).list)
    }

    fn hits(&self, folded: &str) -> Vec<Match> {
        let Some(automaton) = self.automaton.as_ref() else { return Vec::new() };
        let mut void: Vec<Match> = Vec::new();
        let mut found: Vec<Match> = Vec::new();
        for hit in automaton.find_overlapping_iter(folded) {
            let phrase = self.phrase(&hit);
            if stands_alone(folded, &hit, phrase) {
                if phrase.voids { void.push(hit) } else { found.push(hit) }
            }
        }
        let covers = |void: &Match, hit: &Match| void.start() <= hit.start() && hit.end() <= void.end();
        found.retain(|hit| !void.iter().any(|void| covers(void, hit) && self.phrase(void).list == self.phrase(hit).list));
        found
    }

    fn phrase(&self, hit: &Match) -> &Phrase {
        &self.phrases[hit.pattern().as_usize()]
    }
}

/// Whether a phrase that was hit is no part of longer words.
fn stands_alone(text: &str, hit: &Match, phrase: &Phrase) -> bool {
    let joined = |outside: Option<char>, inside: Option<char>| match (outside, inside) {
        (Some(outside), Some(inside)) => is_spaced(outside) && is_spaced(inside),
        _ => false,
    };
    let (before, inside, after) = (&text[..hit.start()], &text[hit.range()], &text[hit.end()..]);
    (phrase.open_start || !joined(before.chars().next_back(), inside.chars().next()))
        && (phrase.open_end || !joined(after.chars().next(), inside.chars().next_back()))
}

/// Whether words of this letter's script are set off by spaces.
fn is_spaced(letter: char) -> bool {
    letter.is_alphanumeric() && !super::script::is_cjk(letter) && !super::script::is_hangul(letter)
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
