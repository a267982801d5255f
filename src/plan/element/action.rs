//! What is to be done, by whom and until when.

use crate::dialect::date::{Found, When};
use crate::dialect::owner::Owner;
use crate::text::Span;
use jiff::civil::Date;

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
    /// Something in an owner's place beside it, or above, may name who does it, though it is not known for a name.
    pub may_be_owned: bool,
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

impl Due {
    /// From a date found in a text that begins at `offset`.
    pub fn found(found: Found, offset: usize) -> Self {
        Self { span: found.span.shifted(offset), when: found.when }
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

/// A list of actions: the items of one section.
#[derive(Clone, Copy, Debug)]
pub struct ActionList {
    /// The section they stand in.
    pub section: usize,
    /// Where a finding about the whole list sits: the heading, else the first item.
    pub place: Span,
}
