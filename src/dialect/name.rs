//! Whether words in front of us name a person, a team or a role.
//!
//! Reads shapes and word lists only, never the people of the document: what it says of a text depends on the text alone and may be kept.
//! Names of a document are asked for in [`Names`], by whoever has read the whole of it.

mod east_asian;
mod known;
pub(crate) mod lexicon;
mod word;

pub use known::Names;

use lexicon::{Lexicon, Part};
pub(crate) use word::{Shape, is_east_asian, skip_space, word_at};

use crate::text::Span;

/// How far the words themselves vouch for a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Trust {
    /// Shaped like a name, but made of ordinary words: only the document can tell.
    Doubtful,
    /// Shaped like a name.
    Shape,
    /// Says that it is one: a handle, an honorific, a team or a role by its word.
    Said,
}

/// One or several names side by side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct People {
    /// Each name, in the order of the text.
    pub names: Vec<Span>,
    /// The byte behind the last, a remark in parentheses included.
    pub end: usize,
    /// As much as the least of them is trusted.
    pub trust: Trust,
}

impl People {
    /// From the first byte of the first name to the end of the last.
    pub(crate) fn span(&self) -> Span {
        match (self.names.first(), self.names.last()) {
            (Some(first), Some(last)) => first.to(*last),
            _ => Span::empty(self.end),
        }
    }
}

/// Longest remark in parentheses between a name and what follows it, in bytes: `Ann (treasurer): ...`.
const LONGEST_REMARK: usize = 40;
/// Words of the longest name.
const LONGEST_NAME: usize = 4;

/// The names that begin at `at`: `Ann`, `Ann Lee and Bo`, `@ann, @bo`, `佐藤、田中`.
pub(crate) fn people_at(text: &str, at: usize) -> Option<People> {
    let (first, mut trust) = person_at(text, at)?;
    let mut end = first.end as usize;
    let mut names = vec![first];
    while let Some((name, said)) = after_joiner(text, end).and_then(|next| person_at(text, next)) {
        end = name.end as usize;
        trust = trust.min(said);
        names.push(name);
    }
    Some(People { names, end: after_remark(text, end), trust })
}

/// Whether `text` is the name of a person, a team or a role, by its shape at least.
pub fn is_name(text: &str) -> bool {
    people_in(text, Span::new(0, text.len())).is_some_and(|people| people.trust > Trust::Doubtful)
}

/// The names of `span`, if it holds nothing else.
pub(crate) fn people_in(text: &str, span: Span) -> Option<People> {
    let span = span.trimmed(text);
    let within = text.get(..span.end as usize)?;
    people_at(within, span.start as usize).filter(|people| within[people.end..].trim().is_empty())
}

fn person_at(text: &str, at: usize) -> Option<(Span, Trust)> {
    match text.get(at..)?.chars().next()? {
        '@' => crate::dialect::owner::handle_at(text, at).map(|handle| (handle, Trust::Said)),
        first if is_east_asian(first) => east_asian::name_at(text, at),
        first if first.is_alphabetic() => latin_name_at(text, at),
        _ => None,
    }
}

/// Capitalised words, with particles between them; or a phrase that ends (in Romance languages: begins) with a word for a group or a role.
fn latin_name_at(text: &str, at: usize) -> Option<(Span, Trust)> {
    let lexicon = Lexicon::get();
    let mut at = at;
    let mut word = word_at(text, at)?;
    if lexicon.is(word.of(text), Part::Article) {
        at = skip_space(text, word.span.end as usize);
        word = word_at(text, at)?;
    }
    let start = word.span.start as usize;
    let mut end = start;
    let (mut common, mut names, mut collective, mut shape) = (0, 0, false, Shape::Capital);
    for _ in 0..=LONGEST_NAME {
        let written = word.of(text);
        let parts = lexicon.parts(written);
        if parts.has(Part::Group) || parts.has(Part::Role) {
            collective = true;
        } else if !word.shape.may_be_name() {
            let inside_name = end > start && parts.has(Part::Particle);
            let follows = word_at(text, skip_space(text, word.span.end as usize)).filter(|next| next.shape.may_be_name());
            match follows {
                Some(next) if inside_name => {
                    word = next;
                    continue;
                }
                _ => break,
            }
        } else if parts.has(Part::Common) || word::ends_like_a_noun(written) {
            common += 1;
        } else {
            names += 1;
            shape = shape.weaker(word.shape);
        }
        end = word.span.end as usize;
        match word_at(text, skip_space(text, end)) {
            Some(next) if text[end..next.span.start as usize].bytes().all(|byte| byte == b' ') => word = next,
            _ => break,
        }
    }
    let trust = match (collective, common, names) {
        (true, ..) => Trust::Said,
        (_, 0, 1..=LONGEST_NAME) if shape != Shape::Compound => Trust::Shape,
        (_, _, 0..=LONGEST_NAME) => Trust::Doubtful,
        _ => return None,
    };
    (end > start).then(|| (Span::new(start, end), trust))
}

/// Behind the comma, the slash or the word that joins two names.
fn after_joiner(text: &str, end: usize) -> Option<usize> {
    let at = skip_space(text, end);
    let next = text.get(at..)?.chars().next()?;
    if matches!(next, ',' | '/' | '&' | '+' | '、' | '，' | '・' | '／') {
        let behind = skip_space(text, at + next.len_utf8());
        let joiner = word_at(text, behind).filter(|word| Lexicon::get().is(word.of(text), Part::Joiner));
        return Some(joiner.map_or(behind, |word| skip_space(text, word.span.end as usize)));
    }
    if is_east_asian(next) {
        return Lexicon::get().is(&text[at..at + next.len_utf8()], Part::Joiner).then(|| skip_space(text, at + next.len_utf8()));
    }
    let word = word_at(text, at)?;
    (at > end && Lexicon::get().is(word.of(text), Part::Joiner)).then(|| skip_space(text, word.span.end as usize))
}

fn after_remark(text: &str, end: usize) -> usize {
    let at = skip_space(text, end);
    let Some(open) = text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| matches!(c, '(' | '（')) else { return end };
    let close = text[at..].char_indices().take_while(|(offset, _)| *offset <= LONGEST_REMARK).find(|(_, c)| matches!(c, ')' | '）'));
    match close {
        Some((offset, c)) if offset > open.len_utf8() => {
            let behind = at + offset + c.len_utf8();
            if text[behind..].trim_start().is_empty() { end } else { behind }
        }
        _ => end,
    }
}
