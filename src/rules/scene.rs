//! What a check may look at: a document, its words, today, and its neighbours. Nothing else: no clock, no disk, no configuration file.

use super::neighbours::Neighbours;
use crate::dialect::concept::{HeadKey, Kind};
use crate::dialect::date::Order;
use crate::dialect::name::Names;
use crate::dialect::vocabulary::Vocabulary;
use crate::markdown::{Blocks, said};
use crate::plan::{Chunk, Document, Source};
use crate::text::Span;
use jiff::civil::Date;
use std::borrow::Cow;
use std::cell::OnceCell;

/// A document on the table.
pub struct Scene<'s> {
    /// What it says.
    pub document: &'s Document,
    /// Its text.
    pub source: Source<'s>,
    /// The words in force.
    pub vocabulary: &'s Vocabulary,
    /// The day everything is held against.
    pub today: Date,
    /// Order of day and month in slash dates.
    pub order: Order,
    /// A month is not precise enough for a due date (`dates.min-precision = "day"`).
    pub days_only: bool,
    /// "Ongoing" is a due value (`dates.allow-ongoing`).
    pub allow_ongoing: bool,
    /// People of the document, its series and the configuration.
    pub names: &'s Names,
    /// Those whom `people:` and the configuration list: who owns something should be one of them. Empty when no list is given.
    pub people: &'s [String],
    /// The organisation's own name.
    pub organisation: Option<&'s str>,
    /// Other documents.
    pub neighbours: &'s dyn Neighbours,
    /// Codes of the rules that run on this document: the more telling of two rules speaks.
    pub running: &'s dyn Fn(&str) -> bool,
    /// Codes and names of all rules there are.
    pub rule_names: &'s [String],
    /// A writer's own regular expressions run, which look at lines up to a limit only.
    pub has_own_patterns: bool,
}

/// One chunk of the document on the table.
pub struct Local<'s> {
    /// The document.
    pub scene: &'s Scene<'s>,
    /// The chunk.
    pub chunk: &'s Chunk,
    /// The chunk's text.
    pub text: &'s str,
    blocks: OnceCell<Blocks<'s>>,
}

impl<'s> Scene<'s> {
    /// The words of a span of the document.
    pub fn words(&self, span: Span) -> Cow<'s, str> {
        self.source.of(span)
    }

    /// The line on which byte `at` of the document stands, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.source.line(at)
    }

    /// The stretches under the headings that `wanted` chooses by their words: each to the next heading of its level or above.
    pub fn below_headings(&self, wanted: impl Fn(&str) -> bool) -> Vec<Span> {
        let sections: Vec<_> = self.document.sections().filter(|section| !section.heading.is_empty()).collect();
        let mut stretches = Vec::new();
        for (number, section) in sections.iter().enumerate() {
            let heading = section.at(section.heading);
            if wanted(self.words(heading).trim()) {
                let next = sections[number + 1..].iter().find(|next| next.level <= section.level);
                let end = next.map_or(self.document.len, |next| next.at(next.heading).start as usize);
                stretches.push(Span::new(heading.end as usize, end));
            }
        }
        stretches
    }

    /// The document says that it is a plan, or speaks to planlint: its front matter means what we understand.
    pub fn is_meant(&self) -> bool {
        self.document.kind_stated || self.document.head(HeadKey::Planlint).is_some()
    }

    /// The document is a plan or a workbook.
    pub fn is_plan(&self) -> bool {
        matches!(self.document.kind, Kind::Plan | Kind::Workbook)
    }
}

impl<'s> Local<'s> {
    /// The chunk `chunk` of the document of `scene`; `text` is its text.
    pub fn new(scene: &'s Scene<'s>, chunk: &'s Chunk, text: &'s str) -> Self {
        Self { scene, chunk, text, blocks: OnceCell::new() }
    }

    /// The chunk's blocks, read again: for the few checks that look at running text.
    pub fn blocks(&self) -> &Blocks<'s> {
        self.blocks.get_or_init(|| Blocks::read(self.text))
    }

    /// A span of the chunk, counted from the start of the document.
    pub fn at(&self, span: Span) -> Span {
        span.shifted(self.chunk.start)
    }

    /// What a cell or a value says: its words without comments, and without the marks around all of them.
    pub fn said(&self, span: Span) -> &str {
        said(self.words(span))
    }

    /// The words of a span of the chunk.
    pub fn words(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }
}
