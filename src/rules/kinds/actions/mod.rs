//! What is to be done, and by whom.

pub(super) mod empty;
pub(super) mod pasted_table;
pub(super) mod status;
pub(super) mod unassigned;

use crate::plan::{Action, ActionForm, ActionState, ChunkPlan};

/// The open actions of each list of a chunk, in the order of the lists.
pub(super) fn open_lists(plan: &ChunkPlan) -> impl Iterator<Item = (usize, Vec<&Action>)> {
    (0..plan.lists.len()).map(|list| {
        let open = plan.actions.iter().filter(|action| action.state == ActionState::Open && action.form == ActionForm::Item(list));
        (list, open.collect())
    })
}

/// The open rows of a chunk with their tables.
pub(super) fn open_rows(plan: &ChunkPlan) -> impl Iterator<Item = (&Action, &crate::plan::Table)> {
    plan.actions.iter().filter(|action| action.state == ActionState::Open).filter_map(|action| match action.form {
        ActionForm::Row(table) => Some((action, &plan.tables[table])),
        ActionForm::Item(_) => None,
    })
}
