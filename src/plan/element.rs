//! The elements of a plan: what a paragraph, an item or a row of a document is *as a plan*.
//! Spans count from the start of the chunk the element was read from.

use crate::dialect::concept::{Column, Concept, HeadKey};
use crate::dialect::date::{Found, When};
use crate::dialect::owner::Owner;
use crate::text::Span;
use jiff::civil::Date;

/// A labelled value: `**Purpose:** keep homes warm` (DIALECT 4).
#[derive(Clone, Debug)]
pub struct Field {
    /// The words of the label.
    pub label: Span,
    /// The value on the label's line and the lines that continue it; empty where there is none.
    pub value: Span,
    /// Label and value, without a bullet: where a finding about the field sits.
    pub place: Span,
    /// What the label says, read as a concept.
    pub concept: Option<Concept>,
    /// Read as a head field.
    pub head: Option<HeadKey>,
    /// Read as the name of a column or attribute.
    pub column: Option<Column>,
    /// How it is written.
    pub shape: FieldShape,
    /// What its value amounts to.
    pub filled: Filled,
    /// Destination of the first link in the value.
    pub link: Option<Box<str>>,
    /// The section it stands in: an index into the chunk's sections.
    pub section: usize,
    /// It stands between the start of the file and its second heading.
    pub in_head: bool,
}

/// How a field is written. A fix copies the shape it finds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldShape {
    /// `**Purpose:** text` on a line of its own.
    BoldLine,
    /// `Purpose: text`
    PlainLine,
    /// `- **Purpose:** text` or `- Purpose: text`
    Item,
    /// A row of a table of two columns.
    Row,
    /// `Purpose` and on the next line `: text`.
    Definition,
}

/// What a value or a section amounts to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Filled {
    /// Nothing but white space and comments.
    Empty,
    /// Only a placeholder.
    Placeholder,
    /// Something is said.
    Given,
}

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
    /// Item of a list outside questions sections in which every item asks.
    ImplicitList,
    /// `Q: …`
    Labelled,
    /// End of a thread of minutes: nobody took it up.
    Thread,
    /// Point of an agenda that asks; what is said further down may answer it.
    Agenda,
    /// An item among others by which the writers ask themselves: "Should we …?"
    Deliberation,
    /// A remark in brackets that asks: "(do we need this?)"
    Aside,
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

impl Answer {
    /// Whether nobody needs to answer any more.
    pub fn settles(self) -> bool {
        matches!(self, Self::Given(_) | Self::Withdrawn)
    }
}

/// A due value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Due {
    /// The words of the date, or of what stands in its place.
    pub span: Span,
    /// What they mean.
    pub when: When,
}

impl Due {
    /// From a date found in a text that begins at `offset`.
    pub fn found(found: Found, offset: usize) -> Self {
        Self { span: found.span.shifted(offset), when: found.when }
    }
}

/// Something to be done.
#[derive(Clone, Debug)]
pub struct Action {
    /// Where its findings sit: the first line of the item, or the text cell.
    pub place: Span,
    /// Its own words, without owner, dates and id.
    pub text: Span,
    /// The row, or the item with everything nested in it.
    pub whole: Span,
    /// Row or item, and of which list.
    pub form: ActionForm,
    /// Whether it is still to do.
    pub state: ActionState,
    /// Of a box.
    pub ticked: Option<bool>,
    /// A word that says how far it is, with its place.
    pub status: Option<(Span, Option<crate::dialect::concept::Status>)>,
    /// Who does it; spans count from the start of the chunk.
    pub owner: Owner,
    /// The owner cell of a row.
    pub owner_cell: Option<Span>,
    /// The owner comes from the parent item, the section or a default.
    pub owner_inherited: bool,
    /// Until when.
    pub due: Option<Due>,
    /// The due cell of a row.
    pub due_cell: Option<Span>,
    /// The cell of a row that says what it serves.
    pub reference_cell: Option<Span>,
    /// The date comes from the parent item, the heading or the section.
    pub due_inherited: bool,
    /// A period in a heading dates it loosely: neither dated nor undated.
    pub period: bool,
    /// Not before.
    pub start: Option<(Span, Date)>,
    /// When it was done.
    pub done: Option<(Span, Date)>,
    /// Strategic or proactive (`true`), tactical or reactive (`false`).
    pub strategic: Option<bool>,
    /// Its id.
    pub id: Option<Span>,
    /// The words of the heading it stands under, when they may be a name.
    pub under: Option<Box<str>>,
    /// Nested under another action.
    pub nested: bool,
    /// It stands outside action sections.
    pub stray: bool,
    /// The section it stands in.
    pub section: usize,
}

/// Where an action is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ActionForm {
    /// Row of table number n of the chunk.
    Row(usize),
    /// Item of list number n of the chunk; all items of one section are one list.
    Item(usize),
}

/// Whether an action is still to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ActionState {
    /// To do.
    Open,
    /// Done.
    Done,
    /// Dropped.
    Cancelled,
}

/// What a table is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TableRole {
    /// Rows are actions.
    Actions,
    /// Rows are questions.
    Questions,
    /// Rows are gaps.
    Gaps,
    /// Rows are support areas.
    Areas,
    /// Rows are metrics.
    Metrics,
    /// Rows are objectives, strategies, risks or decisions.
    Elements,
    /// Rows are labelled values.
    Fields,
    /// Anything else.
    Other,
}

/// A table of the chunk.
#[derive(Clone, Debug)]
pub struct Table {
    /// All of it.
    pub span: Span,
    /// The header row, from the first to the last pipe.
    pub header: Span,
    /// What it is about.
    pub role: TableRole,
    /// What each column holds, with the span of its header cell.
    pub columns: Vec<(Span, Option<Column>)>,
    /// The section it stands in.
    pub section: usize,
    /// Owner given once for the whole table or section.
    pub default_owner: bool,
    /// A date given once for the whole table or section.
    pub default_due: bool,
}

impl Table {
    /// The number of the first column that holds `column`.
    pub fn position(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|&(_, held)| held == Some(column))
    }

    /// Whether a column holds `column`.
    pub fn has(&self, column: Column) -> bool {
        self.position(column).is_some()
    }

    /// A table of what is made and how far it is: its status stands where others have a date.
    pub fn shows_progress(&self) -> bool {
        self.has(Column::Status) && self.has(Column::WeakText) && !self.has(Column::ActionText)
    }
}

/// A list of actions: the items of one section.
#[derive(Clone, Copy, Debug)]
pub struct ActionList {
    /// The section they stand in.
    pub section: usize,
    /// Where a finding about the whole list sits: the heading, else the first item.
    pub place: Span,
}

/// What an entry is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// A statement of a mission with an id.
    Mission,
    /// A statement of a vision with an id.
    Vision,
    /// A result wanted.
    Objective,
    /// A dated step.
    Milestone,
    /// A course of action.
    Strategy,
    /// Something measured.
    Metric,
    /// A shortfall.
    Gap,
    /// Something that may go wrong.
    Risk,
    /// Something decided.
    Decision,
    /// A support area.
    Area,
    /// A question.
    Question,
    /// An action.
    Action,
    /// Anything else with an id.
    Other,
}

/// An item or row of a section of objectives, strategies, metrics, gaps, risks, decisions or support areas.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is.
    pub role: Role,
    /// Where its findings sit: the first line of the item, the text cell, or a sub-heading.
    pub place: Span,
    /// Its own words.
    pub text: Span,
    /// Table it is a row of.
    pub table: Option<usize>,
    /// Cell of each column of that table.
    pub cells: Vec<Span>,
    /// The item or row with everything nested in it.
    pub whole: Span,
    /// Its id.
    pub id: Option<Span>,
    /// A date stands in it, in its nested items or in its row.
    pub dated: bool,
    /// A figure, a deliverable or a metric stands in it or in its nested items.
    pub measured: bool,
    /// Something is said about what will be done: a filled response column, a nested task, a field.
    pub answered: bool,
    /// It is ticked or its status says that it is over: nothing is missing from it.
    pub closed: bool,
    /// It says that it is accepted as it is.
    pub accepted: bool,
    /// Who answers for it.
    pub owner: Owner,
    /// The section it stands in.
    pub section: usize,
}

/// Where an id is defined (DIALECT 8).
#[derive(Clone, Debug)]
pub struct Definition {
    /// The id, such as `A1`.
    pub id: Box<str>,
    /// Its letters and digits.
    pub span: Span,
    /// What carries it.
    pub role: Role,
    /// The whole element that carries it: references inside are its own.
    pub whole: Span,
    /// The words of the element.
    pub text: Span,
}

/// Where an id is mentioned.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The id.
    pub id: Box<str>,
    /// Its letters and digits.
    pub span: Span,
    /// `other.md#A3` names its document.
    pub document: Option<Box<str>>,
}

/// A run of the text that is not as it should be, found by its look alone.
#[derive(Clone, Debug)]
pub struct Mark {
    /// What is wrong.
    pub kind: MarkKind,
    /// Where.
    pub span: Span,
    /// How many places the span stands for.
    pub count: usize,
}

/// What is wrong with a run of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MarkKind {
    /// A placeholder in running text (H101).
    Placeholder,
    /// Damaged characters on one line (H107).
    Mojibake,
    /// A line left over from a web page (H108).
    Boilerplate,
    /// A run of lines with pasted bullets (H111).
    PastedBullets,
    /// A header line of an action table that lost its pipes (A108).
    PastedTable,
    /// A word recognised only as an awkward variant (L102).
    Nonstandard,
    /// A date by shape that is no day (D103), outside due slots.
    ImpossibleDate,
    /// A row with more cells than its header: they are not shown (H105).
    LongRow,
    /// A row with fewer cells than its header (H105).
    ShortRow,
    /// Lines that begin with pipes and have no delimiter row (H105).
    NoDelimiter,
    /// A pipe inside code inside a cell (H105).
    PipeInCode,
    /// A box or a row without an action (A106).
    EmptyAction,
    /// A row with an owner or a date but no action (A106).
    ActionWithoutText,
}
