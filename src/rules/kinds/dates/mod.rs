//! When things are due, and whether the dates can be trusted.

pub(super) mod age;
pub(super) mod fault;
pub(super) mod order;
pub(super) mod overdue;
pub(super) mod undated_action;
pub(super) mod undated_entry;

use crate::dialect::concept::Column;
use crate::plan::Table;
use crate::rules::scene::Local;

/// Whether the due column of a table may as well hold the day something was done: "Complete date" (DIALECT 6).
pub(super) fn is_completion(here: &Local<'_>, table: &Table) -> bool {
    let Some(column) = table.position(Column::Due) else { return false };
    let header = here.words(table.columns[column].0).to_lowercase();
    ["complet", "完全な日付", "完了日", "完成日期", "abschluss", "achèvement", "finaliza", "conclus"]
        .iter()
        .any(|word| header.contains(word))
        && !header.contains("by")
}
