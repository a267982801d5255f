//! The sections of a document as a tree: what lies under a heading, and which sections are about a concept.
//!
//! A title counts as a section about a concept only when no other heading states it (DIALECT 3). Positions in an outline are indices
//! into the flat list of sections.

use crate::dialect::concept::Concept;
use crate::plan::{Document, Field, Filled, Placed, Section};
use std::ops::Range;

/// A document's sections in order.
pub(crate) struct Outline<'d> {
    sections: Vec<Placed<'d, Section>>,
    /// For each chunk the position of its first section.
    chunks: Vec<usize>,
    title: Option<usize>,
}

impl<'d> Outline<'d> {
    /// The outline of `document`.
    pub(crate) fn of(document: &'d Document) -> Self {
        let sections: Vec<Placed<'d, Section>> = document.sections().collect();
        let mut chunks = Vec::with_capacity(document.chunks.len());
        let mut first = 0;
        for chunk in &document.chunks {
            chunks.push(first);
            first += chunk.plan.sections.len();
        }
        let title = sections.iter().position(|section| section.level == 1);
        Self { sections, chunks, title }
    }

    /// The section at a position.
    pub(crate) fn section(&self, at: usize) -> Placed<'d, Section> {
        self.sections[at]
    }

    /// Every position.
    pub(crate) fn positions(&self) -> Range<usize> {
        0..self.sections.len()
    }

    /// The position of section number `section` of chunk number `chunk`.
    pub(crate) fn position(&self, chunk: usize, section: usize) -> usize {
        self.chunks[chunk] + section
    }

    /// Whether the section at a position is the title.
    pub(crate) fn is_title(&self, at: usize) -> bool {
        self.title == Some(at)
    }

    /// A section and everything under its heading.
    pub(crate) fn under(&self, at: usize) -> Range<usize> {
        let level = self.sections[at].level;
        let end = self.sections[at + 1..].iter().position(|section| section.level != 0 && section.level <= level);
        at..end.map_or(self.sections.len(), |end| at + 1 + end)
    }

    /// The sections about `concept`: the headings that state it, or else the title.
    pub(crate) fn stating(&self, concept: Concept) -> Vec<usize> {
        let mut found: Vec<usize> = self.positions().filter(|&at| self.sections[at].states(concept)).collect();
        if found.len() > 1 {
            found.retain(|&at| !self.is_title(at));
        }
        found
    }

    /// What belongs to the section at `at` as one about `concept`: all that lies under it, but of a title only what no heading of
    /// another concept claims. `elements` are concepts that are parts of it.
    pub(crate) fn parts(&self, at: usize, concept: Concept, elements: &[Concept]) -> Vec<usize> {
        let under = self.under(at);
        if !self.is_title(at) {
            return under.collect();
        }
        let foreign = |section: &Section| {
            !section.matches.is_empty()
                && !section.matches.iter().any(|found| found.concept == concept || elements.contains(&found.concept))
        };
        let mut parts = vec![at];
        let mut next = at + 1;
        while next < under.end {
            if foreign(&self.sections[next]) {
                next = self.under(next).end;
            } else {
                parts.push(next);
                next += 1;
            }
        }
        parts
    }

    /// What `parts` amount to together.
    pub(crate) fn filled(&self, parts: &[usize]) -> Filled {
        parts.iter().map(|&part| self.sections[part].filled).max_by_key(|&filled| filled as u8).unwrap_or(Filled::Empty)
    }

    /// Whether a field stands in one of `parts`, which are in order.
    pub(crate) fn holds(&self, parts: &[usize], field: &Placed<'_, Field>) -> bool {
        parts.binary_search(&self.position(field.chunk, field.section)).is_ok()
    }

    /// The number of the chunk that the section at a position stands in.
    pub(crate) fn chunk_of(&self, at: usize) -> usize {
        self.sections[at].chunk
    }
}
