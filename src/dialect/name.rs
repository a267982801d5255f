//! Whether words in front of us name a person, a team or a role.
//!
//! Reads shapes and word lists only, never the people of the document: what it says of a text depends on the text alone and may be kept.
//! Names of a document are asked for in [`Names`], by whoever has read the whole of it.

mod east_asian;
mod known;
pub(crate) mod lexicon;
mod phrase;
mod word;

pub use known::Names;

use lexicon::{Lexicon, Part, Parts};
pub(crate) use phrase::{phrase_among, phrase_at};
pub(crate) use word::{Shape, Word, ends_like_a_noun, is_east_asian, skip_space, word_at};

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

/// Whether `text` alone above a list names one side of several: `Our team`, `GreenLab`.
pub fn is_party(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (Some(first), second, None) = (words.next(), words.next(), words.next()) else { return false };
    let lexicon = Lexicon::get();
    match second {
        Some(second) => lexicon.is(second, Part::Group) && word_at(text.trim_start(), 0).is_some(),
        None => word_at(first, 0).is_some_and(|word| word.shape == Shape::Compound && !lexicon.is(first, Part::Common)),
    }
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

/// Capitalised words, with particles between them; or a phrase that holds a word for a group or a role: `SRE team`, `the secretary`, `Equipe de Dados`.
fn latin_name_at(text: &str, at: usize) -> Option<(Span, Trust)> {
    let (first, asked) = first_word(text, at)?;
    let start = first.span.start as usize;
    let (mut end, mut words, mut ordinary, mut collective) = (start, 0, false, false);
    let mut next = Some(first);
    while let Some(word) = next {
        match sort(word, text) {
            Sort::Collective => collective = true,
            Sort::Name => {}
            Sort::Ordinary => ordinary = true,
            Sort::Small => {
                next = behind_particle(text, word.span.start as usize).filter(|_| words > 0);
                if next.is_none() {
                    break;
                }
                continue;
            }
        }
        end = word.span.end as usize;
        words += 1;
        next = next_word(text, end);
    }
    // "How teams ..." and "This group ..." name none, nor does a single letter.
    let pointless = collective && words > 1 && Lexicon::get().is(first.of(text), Part::NotWork) || end - start == 1;
    let trust = match collective {
        _ if asked || pointless => Trust::Doubtful,
        true => Trust::Said,
        false if ordinary => Trust::Doubtful,
        false => Trust::Shape,
    };
    (1..=LONGEST_NAME).contains(&words).then(|| (Span::new(start, end), trust))
}

/// Where the name itself begins: behind an article, or behind an order to ask somebody (then `true`).
fn first_word(text: &str, at: usize) -> Option<(Word, bool)> {
    let word = word_at(text, at)?;
    let parts = Lexicon::get().parts(word.of(text));
    if parts.has(Part::Article) {
        return Some((next_word(text, word.span.end as usize)?, false));
    }
    let asked = next_word(text, word.span.end as usize).filter(|next| parts.has(Part::Bid) && next.shape.may_be_name());
    Some(asked.map_or((word, false), |asked| (asked, true)))
}

/// What a word adds to a name.
enum Sort {
    Collective,
    Name,
    Ordinary,
    Small,
}

fn sort(word: Word, text: &str) -> Sort {
    let parts = Lexicon::get().parts(word.of(text));
    match word.shape {
        _ if parts.has(Part::Group) || parts.has(Part::Role) => Sort::Collective,
        shape if !shape.may_be_name() => Sort::Small,
        Shape::Compound => Sort::Ordinary,
        _ if is_common(word.of(text), parts) => Sort::Ordinary,
        _ => Sort::Name,
    }
}

/// The word behind `end`, if nothing but blanks stands between.
fn next_word(text: &str, end: usize) -> Option<Word> {
    let blanks = text.get(end..)?.bytes().take_while(|byte| *byte == b' ').count();
    word_at(text, end + blanks).filter(|_| blanks > 0)
}

/// The capitalised word behind the particle at `at`.
fn behind_particle(text: &str, at: usize) -> Option<Word> {
    let particle = phrase_at(text, at, Part::Particle)?;
    next_word(text, particle.end as usize).filter(|next| next.shape.may_be_name())
}

/// `Draft`, `Migration`, `Follow-through`.
fn is_common(word: &str, parts: Parts) -> bool {
    let first_of_compound =
        || word.split_once('-').is_some_and(|(first, rest)| rest.starts_with(char::is_lowercase) && Lexicon::get().is(first, Part::Common));
    parts.has(Part::Common) || word::ends_like_a_noun(word) || first_of_compound()
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
