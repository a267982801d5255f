//! Runs of text whose look alone is wrong.

use crate::text::Span;

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
    /// One in a section that says nothing else: the empty section (H104) is told, not the word.
    SolePlaceholder,
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
