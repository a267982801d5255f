//! Phrases of the lexicon as they stand in a text: `needs to`, `tout le monde`, `全員`.

use super::{
    is_east_asian,
    lexicon::{Lexicon, Part, Parts},
    skip_space,
};
use crate::text::Span;

/// Characters of the longest phrase in a script without spaces.
const LONGEST_RUN: usize = 8;

/// The longest phrase at `at` that can be a `part`.
pub(crate) fn phrase_at(text: &str, at: usize, part: Part) -> Option<Span> {
    phrase_among(text, at, Parts::of(&[part])).map(|(span, _)| span)
}

/// The longest phrase at `at` that can be one of `parts`, and all it can be.
pub(crate) fn phrase_among(text: &str, at: usize, parts: Parts) -> Option<(Span, Parts)> {
    let rest = text.get(at..)?;
    if rest.starts_with(is_east_asian) {
        run_among(rest, parts).map(|(span, of)| (span.shifted(at), of))
    } else {
        words_among(text, at, parts)
    }
}

/// Word by word, as long as the lexicon knows a longer phrase that begins so.
fn words_among(text: &str, at: usize, parts: Parts) -> Option<(Span, Parts)> {
    let lexicon = Lexicon::get();
    let mut best = None;
    let mut end = at;
    loop {
        let start = skip_space(text, end);
        end = start + text[start..].find(ends_word).unwrap_or(text.len() - start);
        if end == start {
            return best;
        }
        let found = lexicon.parts(&text[at..end]);
        if found.has_any(parts) {
            best = Some((Span::new(at, end), found));
        }
        if !found.has(Part::Prefix) {
            return best;
        }
    }
}

fn ends_word(c: char) -> bool {
    c.is_whitespace() || matches!(c, ':' | ',' | ';' | '(' | ')' | '[' | ']' | '：' | '、' | '，' | '（' | '）')
}

fn run_among(rest: &str, parts: Parts) -> Option<(Span, Parts)> {
    let lexicon = Lexicon::get();
    let chars = rest.char_indices().take_while(|(_, c)| is_east_asian(*c) || *c == ' ').take(LONGEST_RUN);
    let ends = chars.filter(|(_, c)| *c != ' ').map(|(offset, c)| offset + c.len_utf8());
    ends.map(|end| (Span::new(0, end), lexicon.parts(&rest[..end]))).filter(|(_, found)| found.has_any(parts)).last()
}
