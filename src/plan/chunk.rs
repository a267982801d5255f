//! One chunk of a document: where it lies, what it was read with, what it says.

use super::chunk_plan::ChunkPlan;
use super::context::Context;
use super::gist::Gist;
use super::headings::{Headings, Opening};
use super::manner::Manner;

/// One chunk of a document with its plan.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// First byte, counted from the start of the document.
    pub start: usize,
    /// The byte behind its last.
    pub end: usize,
    /// What its plan was read with.
    pub context: Context,
    /// What it says; boxed, so that a pass over the chunks of a long document touches little memory.
    pub plan: Box<ChunkPlan>,
    pub(super) headings: Headings,
    /// Of a chunk that is still to be read.
    pub(super) opening: Option<Opening>,
    pub(super) gist: Gist,
}

impl Chunk {
    /// Whether any letter in it is of another script than Latin.
    pub fn has_foreign(&self) -> bool {
        self.gist.foreign
    }

    /// Whether comments in it speak to planlint.
    pub fn has_directives(&self) -> bool {
        self.gist.directives
    }

    /// The chunk `text`, which begins at byte `start` of its document, with nothing known but its headings.
    pub(super) fn unread(start: usize, text: &str, manner: &Manner<'_>) -> Self {
        let (headings, opening) = Headings::of(text, manner);
        let end = start + text.len();
        Self { start, end, context: Context::default(), plan: Box::default(), headings, opening, gist: Gist::default() }
    }
}
