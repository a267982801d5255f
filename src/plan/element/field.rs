//! Labelled values: `**Purpose:** keep homes warm`.

use crate::dialect::concept::{Column, Concept, HeadKey};
use crate::text::Span;

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
