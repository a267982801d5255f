//! The keys and values a document may begin with: between `---` lines a flat subset of YAML, between `+++` lines TOML.
//!
//! Nothing here fails: what cannot be read becomes a [`Fault`] at its place, and reading goes on at the next key. Values stay text; what
//! a date or a status is, others know.

mod fence;
mod toml;
mod yaml;

use crate::dialect::concept::HeadKey;
use crate::text::{BOM, Span};
use fence::{Fenced, Syntax};
use std::collections::HashSet;

/// What a document begins with. Spans count from the start of the document's text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FrontMatter {
    /// From the opening fence to the end of the closing one. Empty when there is none.
    pub span: Span,
    /// Byte at which the Markdown begins, behind a BOM and the line of the closing fence.
    pub body_offset: usize,
    /// Keys and their values in the order of the text.
    pub entries: Vec<Entry>,
    /// What could not be read.
    pub faults: Vec<Fault>,
}

/// One key and its value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The key as written, without quotes.
    pub key: Span,
    /// The key in small letters, with spaces for `-` and `_`.
    pub name: String,
    /// What it holds.
    pub value: Value,
}

/// What a key holds. Spans lie inside the quotes, texts are unescaped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// One text. A number, a date or `true` is text too.
    Scalar {
        /// Where it is written; several lines when it runs over several.
        span: Span,
        /// What it says.
        text: String,
    },
    /// A flat list.
    List(Vec<(Span, String)>),
    /// Nothing.
    Empty,
    /// A map, or anything else we do not look into.
    Nested,
}

/// Something in front matter that cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: FaultKind,
}

/// See [`Fault`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FaultKind {
    /// The closing fence is missing.
    Unclosed,
    /// A line that is no key, no list item and no comment.
    NotAKey,
    /// A key that was there before; the first one counts.
    Duplicate,
    /// Not TOML, in the words of its parser.
    Toml(String),
}

impl FrontMatter {
    /// Reads what `text` begins with. A BOM may stand before it, nothing else.
    pub fn read(text: &str) -> Self {
        let start = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        let none = Self { span: Span::empty(start), body_offset: start, ..Self::default() };
        let Some(fenced) = Fenced::find(text, start) else { return none };
        let mut front_matter = Self { span: fenced.span, body_offset: fenced.body_offset, ..none };
        match fenced.syntax {
            Syntax::Yaml => yaml::read(text, fenced.inside, &mut front_matter),
            Syntax::Toml => toml::read(text, fenced.inside, &mut front_matter),
        }
        front_matter.mark_duplicates();
        if !fenced.closed {
            front_matter.faults.insert(0, Fault { span: fenced.opening, kind: FaultKind::Unclosed });
        }
        front_matter
    }

    /// The entry of `key`: the first, when there are several.
    pub fn get(&self, key: HeadKey) -> Option<&Entry> {
        let name = normalised(key.word());
        self.entries.iter().find(|entry| entry.name == name)
    }

    fn mark_duplicates(&mut self) {
        let mut seen = HashSet::new();
        let again = self.entries.iter().filter(|entry| !seen.insert(entry.name.as_str()));
        self.faults.extend(again.map(|entry| Fault { span: entry.key, kind: FaultKind::Duplicate }));
        self.faults.sort_by_key(|fault| fault.span);
    }
}

impl Value {
    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Each text with its place: the items of a list, or the one scalar.
    pub fn texts(&self) -> impl Iterator<Item = (Span, &str)> {
        let (scalar, list) = match self {
            Self::Scalar { span, text } => (Some((*span, text.as_str())), [].as_slice()),
            Self::List(items) => (None, items.as_slice()),
            Self::Empty | Self::Nested => (None, [].as_slice()),
        };
        scalar.into_iter().chain(list.iter().map(|(span, text)| (*span, text.as_str())))
    }
}

/// A key as it is compared: small letters, one space for every run of `-`, `_` and white space.
fn normalised(key: &str) -> String {
    let is_gap = |letter: char| letter == '-' || letter == '_' || letter.is_whitespace();
    key.split(is_gap).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase()
}
