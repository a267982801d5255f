//! Turns byte spans into lines and columns, for the documents of one report.
//! Each document is indexed once, when its first position is asked for. The only file of `output` that knows what a line is counted from.

use super::report::Report;
use crate::text::{Lines, Span};
use schemars::JsonSchema;
use serde::Serialize;
use std::cell::OnceCell;
use std::collections::HashMap;

/// One place of a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Position {
    /// From 1; LF, CRLF and CR end lines.
    pub line: u32,
    /// From 1, in Unicode scalar values; a byte order mark is no column.
    pub column: u32,
    /// From 0, in the file as stored.
    pub byte: u32,
}

/// From the first character to behind the last.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Range {
    /// Where it starts.
    pub start: Position,
    /// Behind its last character.
    pub end: Position,
}

/// A document that positions can be told of.
pub(super) struct Sheet<'a> {
    pub(super) path: &'a str,
    pub(super) text: &'a str,
    lines: OnceCell<Lines<'a>>,
}

impl<'a> Sheet<'a> {
    fn new(path: &'a str, text: &'a str) -> Self {
        Self { path, text, lines: OnceCell::new() }
    }

    /// A byte behind the end is told as the end, one inside a character as the start of that character.
    pub(super) fn position(&self, byte: usize) -> Position {
        let place = self.lines().place(byte);
        Position { line: place.line, column: place.column, byte: place.byte }
    }

    pub(super) fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start as usize), end: self.position(span.end as usize) }
    }

    /// Where the lines of the document are.
    pub(super) fn lines(&self) -> &Lines<'a> {
        self.lines.get_or_init(|| Lines::new(self.text))
    }
}

/// All documents a report speaks of.
pub(super) struct Places<'a> {
    sheets: Vec<Sheet<'a>>,
    by_path: HashMap<&'a str, usize>,
}

impl<'a> Places<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        let judged = report.files.iter().map(|file| Sheet::new(&file.path, &file.text));
        let others = report.others.iter().map(|other| Sheet::new(&other.path, &other.text));
        let sheets: Vec<_> = judged.chain(others).collect();
        let by_path = sheets.iter().enumerate().rev().map(|(at, sheet)| (sheet.path, at)).collect();
        Self { sheets, by_path }
    }

    /// The document of `report.files[index]`.
    pub(super) fn judged(&self, index: usize) -> &Sheet<'a> {
        &self.sheets[index]
    }

    /// The document a path of a finding in `own` means; `None` when its text is not at hand.
    pub(super) fn resolve<'s>(&'s self, path: Option<&str>, own: &'s Sheet<'a>) -> Option<&'s Sheet<'a>> {
        match path {
            None => Some(own),
            Some(path) => self.by_path.get(path).map(|at| &self.sheets[*at]),
        }
    }

    /// Path and range of a place, as the formats write it.
    pub(super) fn locate<'s>(&'s self, path: Option<&'s str>, span: Span, own: &'s Sheet<'a>) -> (&'s str, Range) {
        const FIRST: Position = Position { line: 1, column: 1, byte: 0 };
        match self.resolve(path, own) {
            Some(sheet) => (sheet.path, sheet.range(span)),
            None => (path.unwrap_or(own.path), Range { start: FIRST, end: FIRST }),
        }
    }
}

/// The nearest character boundary at or before `byte`.
pub(super) fn floor_boundary(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
