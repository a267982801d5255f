//! What a document asks, and what it answers.

use super::Due;
use crate::text::Span;

/// Something the document asks.
#[derive(Clone, Debug)]
pub struct Question {
    /// The words of the question; where its findings sit.
    pub text: Span,
    /// How it came to be read as a question.
    pub source: QuestionSource,
    /// Number of sentence-ending question marks.
    pub marks: usize,
    /// What answers it.
    pub answer: Answer,
    /// `- [x]` or `- [ ]`.
    pub ticked: Option<bool>,
    /// It says `status: answered` or the like.
    pub closed: Option<Span>,
    /// Somebody is named who will answer it.
    pub owner: Option<Span>,
    /// When that will be.
    pub due: Option<Due>,
    /// The section it stands in.
    pub section: usize,
}

impl Question {
    /// A question in one sentence that says nothing but what it asks.
    pub(crate) fn bare(text: Span, source: QuestionSource, answer: Answer, section: usize) -> Self {
        Self { text, source, marks: 1, answer, ticked: None, closed: None, owner: None, due: None, section }
    }
}

/// How a question was recognised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuestionSource {
    /// Item of a questions section.
    Item,
    /// Paragraph of a questions section.
    Paragraph,
    /// A heading that asks.
    Heading,
    /// Row of a table in a questions section.
    Row,
    /// Nested under another question.
    Nested,
    /// A sentence of a questions section that says what is open, or remarks on what is asked beside it, without asking.
    Stated,
    /// Item of a list outside questions sections in which every item asks.
    ImplicitList,
    /// The same in notes, below a point that does not ask itself: part of the talk about it.
    ListBelow,
    /// `Q: …`
    Labelled,
    /// Asked in the talk of minutes; the lines around it do not take it up.
    Thread,
    /// Point of an agenda that asks; what is said further down may answer it.
    Agenda,
    /// An item among others by which the writers ask themselves: "Should we …?"
    Deliberation,
    /// A remark in brackets that asks: "(do we need this?)"
    Aside,
}

impl Answer {
    /// Whether nobody needs to answer any more.
    pub fn settles(self) -> bool {
        matches!(self, Self::Given(_) | Self::Withdrawn)
    }
}

/// What answers a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// Nothing.
    None,
    /// A placeholder: no answer.
    Placeholder(Span),
    /// These words.
    Given(Span),
    /// The whole question is struck through.
    Withdrawn,
}
