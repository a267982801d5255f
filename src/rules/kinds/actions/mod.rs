//! What is to be done, and by whom.

pub(super) mod empty;
pub(super) mod pasted_table;
pub(super) mod status;
pub(super) mod unassigned;

use crate::plan::{Action, ActionForm, ActionState, ChunkPlan, Table};
use crate::rules::scene::Local;

/// The open actions of each list of a chunk, in the order of the lists.
pub(super) fn open_lists(plan: &ChunkPlan) -> impl Iterator<Item = (usize, Vec<&Action>)> {
    (0..plan.lists.len()).map(|list| {
        let open = plan.actions.iter().filter(|action| action.state == ActionState::Open && action.form == ActionForm::Item(list));
        (list, open.collect())
    })
}

/// The open rows of a chunk with their tables. Of a row with cells too many nobody knows which cell is which: H105 says so.
pub(super) fn open_rows<'h>(here: &'h Local<'_>) -> impl Iterator<Item = (&'h Action, &'h Table)> {
    let plan = &here.chunk.plan;
    let open = plan.actions.iter().filter(|action| action.state == ActionState::Open);
    let whole = open.filter(move |action| !super::is_cut(here, action.whole));
    whole.filter_map(|action| match action.form {
        ActionForm::Row(table) => Some((action, &plan.tables[table])),
        ActionForm::Item(_) => None,
    })
}
