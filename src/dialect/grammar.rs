//! The small words of all languages at once: what may stand beside a concept word in a heading, and what it then does.

use super::lexicon::Lexicon;
use super::normalise::fold;
use super::words::Words;

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
    /// In front of a number, only counts.
    Numbering,
    /// A whole phrase that only looks like a concept behind a qualifier.
    Lookalike,
}

/// The small words of all languages.
pub(super) struct Grammar {
    roles: Lexicon<Role>,
    /// Between words that are set off by spaces: ` and `, ` & `, `, `.
    separators: Vec<String>,
    /// Between words that are not: と.
    joins: Vec<char>,
    joiners: Vec<char>,
}

impl Grammar {
    pub(super) fn new(languages: &[Words]) -> Self {
        let mut roles = Vec::new();
        let mut separators: Vec<String> = [" & ", " + ", "/", ", ", "; "].map(String::from).into();
        let mut joins = vec!['・', '、'];
        let mut joiners = Vec::new();
        for grammar in languages.iter().map(|language| &language.grammar) {
            for (words, role) in [
                (&grammar.determiners, Role::Determiner),
                (&grammar.not_scope, Role::NotScope),
                (&grammar.not_qualifier, Role::NotQualifier),
                (&grammar.prepositions, Role::Preposition),
                (&grammar.numbering, Role::Numbering),
                (&grammar.lookalikes, Role::Lookalike),
            ] {
                roles.extend(words.iter().map(|word| (Box::from(fold(word).as_str()), role)));
            }
            for word in &grammar.conjunctions {
                match word.chars().next().filter(|&letter| super::script::is_cjk(letter)) {
                    Some(letter) if word.chars().count() == 1 => joins.push(letter),
                    Some(_) => separators.push(word.clone()),
                    None => {
                        separators.push(format!(" {} ", fold(word).as_str()));
                        separators.push(format!(", {} ", fold(word).as_str()));
                    }
                }
            }
            joiners.extend(grammar.joiners.iter().filter_map(|word| word.chars().next()));
        }
        Self { roles: roles.into_iter().collect(), separators, joins, joiners }
    }

    /// Whether folded `word` plays `role` in some language.
    pub(super) fn is(&self, word: &str, role: Role) -> bool {
        self.roles.get(word).contains(&role)
    }

    /// Whether `letter` joins a scope and a concept word.
    pub(super) fn joins_scope(&self, letter: char) -> bool {
        self.joiners.contains(&letter)
    }

    /// Whether `word` stands between two things that are listed.
    pub(super) fn is_conjunction(&self, word: &str) -> bool {
        self.separators.iter().any(|separator| separator.trim() == word)
    }

    /// The first separator of `text`: where it begins and ends.
    pub(super) fn separator(&self, text: &str) -> Option<(usize, usize)> {
        let spaced = self.separators.iter().filter_map(|separator| text.find(separator.as_str()).map(|at| (at, at + separator.len())));
        let glued = text.char_indices().find(|(_, letter)| self.joins.contains(letter)).map(|(at, letter)| (at, at + letter.len_utf8()));
        spaced.chain(glued).min_by_key(|&(start, end)| (start, usize::MAX - end))
    }
}
