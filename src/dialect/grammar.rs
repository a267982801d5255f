//! The small words of all languages at once: what may stand beside a concept word in a heading, and what it then does.

use super::lexicon::Lexicon;
use super::listed::laid_out;
use super::normalise::fold;
use super::reading::ReadingWords;
use super::script::is_cjk;
use serde::Deserialize;
use std::cmp::Reverse;

/// What a small word does to the concept word beside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Role {
    /// In front of it, adds nothing.
    #[serde(rename = "determiners")]
    Determiner,
    /// In front of it, does not say whose it is.
    NotScope,
    /// In front of it, makes the heading about something else.
    NotQualifier,
    /// Behind it, opens whom or what it is about.
    #[serde(rename = "prepositions")]
    Preposition,
    /// Between two concepts.
    #[serde(rename = "conjunctions")]
    Conjunction,
    /// In front of a number, only counts.
    Numbering,
    /// A whole phrase that only looks like a concept behind a qualifier.
    #[serde(rename = "lookalikes")]
    Lookalike,
}

/// The small words of all languages.
pub(super) struct Grammar {
    roles: Lexicon<Role>,
    /// Between concepts of scripts without spaces: と, 以及.
    glued_conjunctions: Vec<String>,
    /// Between a scope and a concept: の.
    joiners: Vec<char>,
    /// How the name of a unit ends: センター.
    units: Vec<String>,
    /// How words begin that say that something is over.
    over: Vec<&'static str>,
}

/// No word that joins concepts is longer, in bytes.
const LONGEST_CONJUNCTION: usize = 9;

impl Grammar {
    pub(super) fn new(languages: &[ReadingWords]) -> Self {
        let glued = |word: &&&'static str| word.starts_with(is_cjk);
        let mut glued_conjunctions: Vec<String> = ["・", "、"].map(String::from).into();
        let mut joiners = Vec::new();
        let mut units = Vec::new();
        let mut over = Vec::new();
        for grammar in languages.iter().map(|language| &language.grammar) {
            glued_conjunctions.extend(grammar.conjunctions.iter().filter(glued).copied().map(String::from));
            units.extend(grammar.units.iter().map(|word| fold(word).as_str().to_owned()));
            over.extend(&grammar.over);
            joiners.extend(grammar.joiners.iter().filter_map(|word| word.chars().next()));
        }
        glued_conjunctions.sort_by_key(|word| Reverse(word.len()));
        let roles = Lexicon::shipped(laid_out!("grammar"), |_| 0, |sense| sense.meaning);
        Self { roles, glued_conjunctions, joiners, units, over }
    }

    /// Whether folded `word` plays `role` in some language.
    pub(super) fn is(&self, word: &str, role: Role) -> bool {
        self.roles.get(word).contains(&role) || role == Role::Conjunction && matches!(word, "&" | "+")
    }

    /// Whether folded `words` begin by saying that something is over.
    pub(super) fn is_over(&self, words: &str) -> bool {
        self.over.iter().any(|start| words.starts_with(start))
    }

    /// Whether `letter` joins a scope and a concept word.
    pub(super) fn joins_scope(&self, letter: char) -> bool {
        self.joiners.contains(&letter)
    }

    /// Whether folded `name` is that of a unit, in a script without spaces: something and センター.
    pub(super) fn ends_in_unit(&self, name: &str) -> bool {
        !self.is(name, Role::NotScope) && self.units.iter().any(|unit| name.len() > unit.len() && name.ends_with(unit.as_str()))
    }

    /// The first place where `text` goes on to a next thing: where the separator begins and ends.
    pub(super) fn separator(&self, text: &str) -> Option<(usize, usize)> {
        text.char_indices().find_map(|(at, letter)| {
            let rest = &text[at + letter.len_utf8()..];
            let length = match letter {
                '/' => 0,
                ' ' => self.conjunction(rest)?,
                ',' | ';' => 1 + rest.strip_prefix(' ').map(|rest| self.conjunction(rest).unwrap_or(0))?,
                _ if is_cjk(letter) => {
                    let word = self.glued_conjunctions.iter().find(|word| text[at..].starts_with(word.as_str()))?;
                    word.len() - letter.len_utf8()
                }
                _ => return None,
            };
            Some((at, at + letter.len_utf8() + length))
        })
    }

    /// Bytes of the conjunction that `text` begins with, and of the space behind it.
    fn conjunction(&self, text: &str) -> Option<usize> {
        let length = text.bytes().take(LONGEST_CONJUNCTION + 1).position(|byte| byte == b' ')?;
        self.is(&text[..length], Role::Conjunction).then_some(length + 1)
    }
}
