//! What tables and lists of areas, metrics and actions must hold.

pub(super) mod cell;
pub(super) mod column;
pub(super) mod silo;

use crate::dialect::concept::{Column, Concept};
use crate::plan::{ChunkPlan, Entry, Field, Filled, Role, TableRole};
use serde::Deserialize;

/// Which tables, or lists in their place.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Subject {
    /// Of actions.
    Actions,
    /// Of metrics.
    Metrics,
    /// Of support areas.
    Areas,
}

impl Subject {
    fn table(self) -> TableRole {
        match self {
            Self::Actions => TableRole::Actions,
            Self::Metrics => TableRole::Metrics,
            Self::Areas => TableRole::Areas,
        }
    }

    fn role(self) -> Role {
        match self {
            Self::Actions => Role::Action,
            Self::Metrics => Role::Metric,
            Self::Areas => Role::Area,
        }
    }
}

/// The labelled line under an entry that stands for a column.
pub(super) fn field_of<'p>(plan: &'p ChunkPlan, entry: &Entry, column: Column) -> Option<&'p Field> {
    let concept = Concept::from_word(column.word());
    let means = |field: &Field| field.column == Some(column) || concept.is_some() && field.concept == concept;
    let mut fields = plan.fields.iter().filter(|field| entry.whole.covers(field.place) && means(field));
    let first = fields.next();
    fields.find(|field| field.filled == Filled::Given).or(first)
}
