//! Blocks -> the plan of a chunk. One file per kind of element; this one walks the chunk and hands each section to its reader.

mod actions;
mod areas;
mod entries;
mod fields;
mod identifiers;
mod items;
mod marks;
mod outline;
mod people;
mod questions;
mod statements;
mod strays;
mod tables;
mod talk;

pub use statements::{advised, cues};

use super::chunk_plan::ChunkPlan;
use super::context::{Context, Facts};
use super::element::Filled;
use super::headings::Opening;
use super::section::Reading;
use crate::dialect::mentions::Mentions;
use crate::dialect::placeholder::{self, Slot};
use crate::markdown::{BlockKind, Blocks};
use crate::text::Span;
use items::Own;
use std::cell::OnceCell;

/// Reads one chunk of a document. `context` is what the text before means; it is left as the text behind the chunk finds it. `opening`
/// is what is known already of the heading it begins with.
pub(super) fn read(source: &str, opening: Option<Opening>, facts: &Facts<'_>, context: &mut Context) -> ChunkPlan {
    let blocks = Blocks::read(source);
    let mentions = Mentions::of(blocks.masked(Span::new(0, source.len())));
    let mut reader = Reader {
        blocks: &blocks,
        own: vec![OnceCell::new(); blocks.len()],
        mentions,
        opening,
        facts,
        plan: ChunkPlan::default(),
        bodies: Vec::new(),
        slots: Vec::new(),
        claimed: vec![false; blocks.len()],
    };
    outline::read(&mut reader, context);
    for section in 0..reader.plan.sections.len() {
        reader.section(section, context);
    }
    talk::asides(&mut reader);
    identifiers::read(&mut reader);
    marks::read(&mut reader, context);
    people::read(&mut reader);
    reader.plan
}

/// What is known while a chunk is read.
struct Reader<'r> {
    blocks: &'r Blocks<'r>,
    /// By the number of an item's block: its own text, once somebody has asked for it.
    own: Vec<OnceCell<Option<Own>>>,
    /// The listed phrases of its masked text.
    mentions: Mentions,
    opening: Option<Opening>,
    facts: &'r Facts<'r>,
    plan: ChunkPlan,
    /// The top blocks of each section, without its heading.
    bodies: Vec<Body>,
    /// Slots whose placeholders are another rule's: owner, due, answer, elements.
    slots: Vec<Span>,
    /// By the number of a block: it was read as an element already.
    claimed: Vec<bool>,
}

/// The blocks of a section and what it takes from the headings above it.
#[derive(Clone, Default)]
struct Body {
    blocks: Vec<usize>,
    /// The heading asks: what stands here answers.
    asks: bool,
    /// Owner and date of the headings above.
    owned: bool,
    name: Option<Box<str>>,
    dated: super::section::Dated,
    in_head: bool,
}

impl Reader<'_> {
    fn section(&mut self, section: usize, context: &Context) {
        let body = self.bodies[section].clone();
        fields::read(self, section, &body);
        tables::read(self, section, &body);
        match self.plan.sections[section].reading {
            Reading::Questions { .. } => questions::read(self, section, &body),
            Reading::Actions => actions::read(self, section, &body),
            Reading::Mission | Reading::Vision => statements::read(self, section, &body),
            Reading::Areas => areas::read(self, section, &body),
            Reading::Gaps
            | Reading::Objectives
            | Reading::Milestones
            | Reading::Strategy
            | Reading::Metrics
            | Reading::Risks
            | Reading::Decisions => entries::read(self, section, &body),
            Reading::Faq | Reading::Checklist | Reading::Prose => {}
        }
        strays::read(self, section, &body);
        questions::heading(self, section, context);
    }

    /// What a run of masked text amounts to.
    fn filled(&self, text: &str) -> Filled {
        let text = text.trim();
        if text.is_empty() {
            Filled::Empty
        } else if placeholder::whole(text, Slot::Text) {
            Filled::Placeholder
        } else {
            Filled::Given
        }
    }

    /// The span of the first line of a block's running text.
    fn first_line(&self, paragraph: usize) -> Span {
        let text = self.blocks.block(paragraph).text;
        let masked = self.blocks.masked(text);
        let end = memchr::memchr2(b'\n', b'\r', masked.as_bytes()).unwrap_or(masked.len());
        Span::new(text.start as usize, text.start as usize + end).trimmed(self.blocks.source)
    }

    /// The lines of a block's running text.
    fn lines(&self, paragraph: usize) -> Vec<Span> {
        let text = self.blocks.block(paragraph).text;
        let masked = self.blocks.masked(text).as_bytes();
        let mut start = 0;
        let mut lines = Vec::new();
        for end in memchr::memchr2_iter(b'\n', b'\r', masked).chain([masked.len()]) {
            let line = Span::new(start, end).shifted(text.start as usize).trimmed(self.blocks.source);
            if !line.is_empty() {
                lines.push(line);
            }
            start = (end + 1).min(masked.len());
        }
        lines
    }

    /// Whether `block` is `kind`.
    fn is(&self, block: usize, kind: BlockKind) -> bool {
        self.blocks.block(block).kind == kind
    }

    fn is_list(&self, block: usize) -> bool {
        matches!(self.blocks.block(block).kind, BlockKind::List { .. })
    }

    fn claim(&mut self, block: usize) {
        self.claimed[block] = true;
    }

    fn is_claimed(&self, block: usize) -> bool {
        self.claimed[block]
    }
}
