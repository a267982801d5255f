//! Where the text of a document lies: in one piece, or in an editor's rope.

use crate::text::{Encoding, Span, Text};
use std::borrow::Cow;

/// Where the text of a document lies.
#[derive(Clone, Copy)]
pub enum Source<'t> {
    /// In one piece.
    Whole(&'t str),
    /// In an editor's rope.
    Rope(&'t Text),
}

impl<'t> Source<'t> {
    /// The text of `span`.
    pub fn of(self, span: Span) -> Cow<'t, str> {
        match self {
            Self::Whole(text) => Cow::Borrowed(text.get(span.range()).unwrap_or_default()),
            Self::Rope(text) => text.slice(span),
        }
    }

    /// The line on which byte `at` stands, from 1.
    pub fn line(self, at: usize) -> usize {
        match self {
            Self::Whole(text) => {
                let bytes = &text.as_bytes()[..at.min(text.len())];
                let ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
                1 + ends.filter(|&end| bytes[end] == b'\n' || bytes.get(end + 1) != Some(&b'\n')).count()
            }
            Self::Rope(text) => text.position(at, Encoding::Utf8).0 as usize + 1,
        }
    }
}
