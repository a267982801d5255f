//! Tables, by what their columns hold.

use crate::dialect::concept::Column;
use crate::text::Span;

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
