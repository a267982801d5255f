//! Sections: a heading, what it is about, and how the text under it is read.

use super::element::Filled;
use crate::dialect::concept::Concept;
use crate::dialect::sentence::Length;
use crate::dialect::vocabulary::Match;
use crate::text::Span;

/// How a heading is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SectionShape {
    /// The text before the first heading, or what goes on from the chunk before.
    None,
    /// `## Questions`
    Atx,
    /// Underlined.
    Setext,
    /// A paragraph that is only bold text and names a concept.
    Bold,
    /// In a document without any heading: a line that names a concept.
    Plain,
    /// `<h2>Questions</h2>`
    Html,
}

/// How the text of a section is read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Reading {
    /// Nothing special.
    #[default]
    Prose,
    /// A mission.
    Mission,
    /// A vision.
    Vision,
    /// Items are questions.
    Questions {
        /// "Open questions", "unresolved", on the heading or above it.
        open: bool,
        /// An item must ask to be one.
        must_ask: bool,
    },
    /// Answered questions for others: never judged.
    Faq,
    /// Items are actions.
    Actions,
    /// Attendance, agenda, acceptance criteria: boxes are no actions.
    Checklist,
    /// Items are gaps.
    Gaps,
    /// Items are objectives.
    Objectives,
    /// Items are milestones.
    Milestones,
    /// Items are courses of action.
    Strategy,
    /// Items are metrics.
    Metrics,
    /// Items are risks.
    Risks,
    /// Items are decisions.
    Decisions,
    /// Items are support areas.
    Areas,
}

/// Elements of a mission or vision that prose gives a sign of.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Cues(u8);

impl Cues {
    const ELEMENTS: [Concept; 5] = [Concept::Purpose, Concept::Customers, Concept::Experience, Concept::Staff, Concept::Company];

    fn bit(element: Concept) -> u8 {
        Self::ELEMENTS.iter().position(|&known| known == element).map_or(0, |at| 1 << at)
    }

    /// Notes a sign of `element`.
    pub fn add(&mut self, element: Concept) {
        self.0 |= Self::bit(element);
    }

    /// Whether there was a sign of `element`.
    pub fn has(self, element: Concept) -> bool {
        self.0 & Self::bit(element) != 0
    }

    /// All signs of both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One section's own text: up to the next heading of any level. What lies under it follows in the list of sections.
#[derive(Clone, Debug)]
pub struct Section {
    /// The words of the heading; empty at the start of the text where there is none.
    pub heading: Span,
    /// 1 to 6; a bold pseudo-heading lies one below the heading it stands under; 0 without a heading.
    pub level: u8,
    /// How the heading is written.
    pub shape: SectionShape,
    /// What the heading is about.
    pub matches: Vec<Match>,
    /// How its text is read.
    pub reading: Reading,
    /// Its own text: from behind the heading to the next one.
    pub body: Span,
    /// What its own text amounts to.
    pub filled: Filled,
    /// The first paragraph or block quote of its own text, when it is a mission or vision.
    pub statement: Option<Span>,
    /// How long that text is.
    pub length: Length,
    /// Concepts of which that text says how they are written, instead of stating one.
    pub advises: Vec<Concept>,
    /// Signs of elements in its own prose, when it is a mission or vision.
    pub cues: Cues,
    /// Destinations of links to other documents in its own text.
    pub links: Vec<Box<str>>,
    /// Its own text is nothing but a link.
    pub only_link: bool,
    /// A date, or a period, in the heading.
    pub dated: Dated,
    /// The heading names actions among other things: what has the look of one is one.
    pub also_actions: bool,
}

/// What a heading says about time.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Dated {
    /// Nothing.
    #[default]
    No,
    /// A day without a word that makes it a deadline, most often of a meeting: what is decided there is dated, not what is to be done.
    Meeting,
    /// A stretch of time: "next week", "2026".
    Period,
    /// A day.
    Day,
}

impl Section {
    /// Whether the heading states `concept`.
    pub fn states(&self, concept: Concept) -> bool {
        self.matches.iter().any(|found| found.concept == concept)
    }

    /// The unit the heading speaks of ("contact center"), when it states `concept`.
    pub fn scope_of(&self, concept: Concept) -> Option<&str> {
        self.matches.iter().find(|found| found.concept == concept)?.scope.as_deref()
    }
}
