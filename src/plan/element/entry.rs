//! Objectives, strategies, metrics, gaps, risks, decisions and support areas.

use crate::dialect::owner::Owner;
use crate::text::Span;

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
