//! The small words of all languages at once: what may stand beside a concept word in a heading, and what it then does.

use super::lexicon::Lexicon;
use super::normalise::fold;
use super::script::is_cjk;
use super::words::Words;
use std::cmp::Reverse;

/// What a small word does to the concept word beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// In front of it, adds nothing.
    Determiner,
    /// In front of it, does not say whose it is.
    NotScope,
    /// In front of it, makes the heading about something else.
    NotQualifier,
    /// Behind it, opens whom or what it is about.
    Preposition,
    /// Between two concepts.
    Conjunction,
    /// In front of a number, only counts.
    Numbering,
    /// A whole phrase that only looks like a concept behind a qualifier.
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
    pub(super) fn new(languages: &[Words]) -> Self {
        let glued = |word: &&&'static str| word.starts_with(is_cjk);
        let mut roles: Vec<(Box<str>, Role)> = ["&", "+"].map(|sign| (sign.into(), Role::Conjunction)).into();
        let mut glued_conjunctions: Vec<String> = ["・", "、"].map(String::from).into();
        let mut joiners = Vec::new();
        let mut units = Vec::new();
        let mut over = Vec::new();
        for grammar in languages.iter().map(|language| &language.grammar) {
            for (words, role) in [
                (&grammar.determiners, Role::Determiner),
                (&grammar.not_scope, Role::NotScope),
                (&grammar.not_qualifier, Role::NotQualifier),
                (&grammar.prepositions, Role::Preposition),
                (&grammar.conjunctions, Role::Conjunction),
                (&grammar.numbering, Role::Numbering),
                (&grammar.lookalikes, Role::Lookalike),
            ] {
                roles.extend(words.iter().map(|word| (Box::from(fold(word).as_str()), role)));
            }
            glued_conjunctions.extend(grammar.conjunctions.iter().filter(glued).copied().map(String::from));
            units.extend(grammar.units.iter().map(|word| fold(word).as_str().to_owned()));
            over.extend(&grammar.over);
            joiners.extend(grammar.joiners.iter().filter_map(|word| word.chars().next()));
        }
        glued_conjunctions.sort_by_key(|word| Reverse(word.len()));
        Self { roles: roles.into_iter().collect(), glued_conjunctions, joiners, units, over }
    }

    /// Whether folded `word` plays `role` in some language.
    pub(super) fn is(&self, word: &str, role: Role) -> bool {
        self.roles.get(word).contains(&role)
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
