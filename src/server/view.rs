//! One open document as a feature sees it: text, plan, and places in the client's own units. Whatever the client sends is clamped.

use super::open::Open;
use crate::fix::Title;
use crate::plan::{Document, Source};
use crate::text::{Encoding, Span, Text};
use std::borrow::Cow;
use tower_lsp::ls_types::{Location, Position, Range, TextEdit, Uri};

/// See the module.
#[derive(Clone, Copy)]
pub(super) struct View<'v> {
    pub(super) open: &'v Open,
    pub(super) encoding: Encoding,
}

impl<'v> View<'v> {
    pub(super) fn plan(&self) -> &'v Document {
        self.open.plan()
    }

    pub(super) fn text(&self) -> &'v Text {
        &self.open.text
    }

    pub(super) fn uri(&self) -> &'v Uri {
        &self.open.uri
    }

    pub(super) fn source(&self) -> Source<'v> {
        Source::Rope(&self.open.text)
    }

    /// The words of `span`.
    pub(super) fn words(&self, span: Span) -> Cow<'v, str> {
        self.open.text.slice(span)
    }

    /// The byte that a client means.
    pub(super) fn offset(&self, position: Position) -> usize {
        self.open.text.offset(position.line, position.character, self.encoding)
    }

    /// The bytes that a client means.
    pub(super) fn span(&self, range: Range) -> Span {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        Span::new(start.min(end), start.max(end))
    }

    /// A byte as the client counts.
    pub(super) fn position(&self, at: usize) -> Position {
        let (line, character) = self.open.text.position(at, self.encoding);
        Position::new(line, character)
    }

    /// A span as the client counts.
    pub(super) fn range(&self, span: Span) -> Range {
        Range::new(self.position(span.start as usize), self.position(span.end as usize))
    }

    /// A title in the language that the document's messages are told in.
    pub(super) fn told(&self, title: Title, words: &[(&str, &str)]) -> String {
        title.told(self.open.in_force.standard.settings.spoken(self.plan().language), words)
    }

    /// A place in this document.
    pub(super) fn location(&self, span: Span) -> Location {
        Location::new(self.uri().clone(), self.range(span))
    }

    /// `text` in the place of `span`.
    pub(super) fn edit(&self, span: Span, text: impl Into<String>) -> TextEdit {
        TextEdit::new(self.range(span), text.into())
    }

    /// The line that byte `at` stands on, without its line end.
    pub(super) fn line(&self, at: usize) -> Span {
        let (line, _) = self.open.text.position(at, Encoding::Utf8);
        let start = self.open.text.offset(line, 0, Encoding::Utf8);
        Span::new(start, self.open.text.offset(line, u32::MAX, Encoding::Utf8))
    }

    /// The first byte of the line behind `line`.
    pub(super) fn next_line(&self, line: Span) -> usize {
        let (number, _) = self.open.text.position(line.start as usize, Encoding::Utf8);
        self.open.text.offset(number + 1, 0, Encoding::Utf8)
    }

    /// How lines end in this document.
    pub(super) fn line_end(&self) -> &'static str {
        let first = self.line(0).end as usize;
        match &*self.words(Span::new(first, first + 2)) {
            "\r\n" => "\r\n",
            rest if rest.starts_with('\r') => "\r",
            _ => "\n",
        }
    }
}
