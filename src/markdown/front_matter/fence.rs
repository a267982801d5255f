//! Finds the fences of front matter, and tells it from a document that merely begins with a thematic break.
//!
//! Between two fences most lines must look like keys. Without a closing fence the keys must follow the opening one at once.

use super::{HeadKey, Span, normalised, toml, yaml};
use crate::text::lines_from;

/// Front matter is looked for in so many bytes and lines and no further.
const MOST_BYTES: usize = 64 * 1024;
const MOST_LINES: usize = 2_000;
/// So many lines are front matter when one key is of ours, whatever else stands among them.
const TRUSTED_LINES: usize = 40;

/// What the fence asks to be read as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    Yaml,
    Toml,
}

/// Front matter, not read yet.
pub(super) struct Fenced {
    pub(super) syntax: Syntax,
    /// The opening fence.
    pub(super) opening: Span,
    /// Both fences and what is between.
    pub(super) span: Span,
    /// Whole lines between the fences.
    pub(super) inside: Span,
    /// Where the Markdown begins.
    pub(super) body_offset: usize,
    /// Whether there is a closing fence.
    pub(super) closed: bool,
}

/// What a line in column 0 looks like.
pub(super) enum Look<'t> {
    /// `key: …`, with the key.
    Key(&'t str),
    /// Neither a key nor anything that may stand under one.
    Prose,
    /// Blank, a comment, a list item, indented.
    Other,
}

impl Fenced {
    /// The front matter at `start`, where nothing but a BOM may have come before.
    pub(super) fn find(text: &str, start: usize) -> Option<Self> {
        let opening = lines_from(text, start).next()?;
        let syntax = match opening.of(text).trim_end() {
            "---" => Syntax::Yaml,
            "+++" => Syntax::Toml,
            _ => return None,
        };
        let inside = line_behind(text, opening);
        let end = match closing(text, inside, opening, syntax) {
            Some(fence) => Some((fence, fence.start as usize, true)),
            None => last_key(text, inside, syntax).map(|line| (line, line_behind(text, line), false)),
        };
        let (last, inside_end, closed) = end?;
        let inside = Span::new(inside, inside_end);
        Some(Self { syntax, opening, span: opening.to(last), inside, body_offset: line_behind(text, last), closed })
    }
}

/// The closing fence, if what is before it is meant as front matter.
fn closing(text: &str, inside: usize, opening: Span, syntax: Syntax) -> Option<Span> {
    let (mut keys, mut prose, mut known) = (0, 0, false);
    let lines = lines_from(text, inside).take(MOST_LINES).take_while(|line| line.end as usize <= MOST_BYTES);
    for (number, line) in lines.enumerate() {
        if line.of(text).trim_end() == opening.of(text).trim_end() {
            let meant = keys > 0 && (keys >= prose || known && number <= TRUSTED_LINES);
            return (meant || number == 0).then_some(line);
        }
        match syntax.look(line.of(text)) {
            Look::Key(key) => {
                keys += 1;
                known |= is_known(key);
            }
            Look::Prose => prose += 1,
            Look::Other => {}
        }
    }
    None
}

/// The last of the keys right behind an opening fence that is never closed: two at least, or one of ours.
fn last_key(text: &str, inside: usize, syntax: Syntax) -> Option<Span> {
    let (mut keys, mut known, mut last) = (0, false, None);
    for line in lines_from(text, inside).take(TRUSTED_LINES) {
        match syntax.look(line.of(text)) {
            Look::Key(key) => {
                keys += 1;
                known |= is_known(key);
            }
            Look::Other if keys > 0 && !line.of(text).trim().is_empty() && !line.of(text).starts_with('#') => {}
            _ => break,
        }
        last = Some(line);
    }
    last.filter(|_| keys > 1 || known)
}

impl Syntax {
    fn look(self, line: &str) -> Look<'_> {
        match self {
            Self::Yaml => yaml::look(line),
            Self::Toml => toml::look(line),
        }
    }
}

fn is_known(key: &str) -> bool {
    let name = normalised(key);
    HeadKey::ALL.iter().any(|key| normalised(key.word()) == name)
}

/// The byte behind the line end of `line`.
fn line_behind(text: &str, line: Span) -> usize {
    lines_from(text, line.start as usize).nth(1).map_or(text.len(), |next| next.start as usize)
}
