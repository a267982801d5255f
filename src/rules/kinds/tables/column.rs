//! A105: a table of actions that does not ask who or when.

use super::Subject;
use crate::dialect::concept::Column;
use crate::dialect::owner::Owner;
use crate::plan::{Action, ActionForm, ActionState, Table};
use crate::rules::draft::Draft;
use crate::rules::scene::Local;
use serde::Deserialize;

/// Which tables need which columns.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Required {
    table: Subject,
    columns: Vec<Column>,
}

impl Required {
    /// The columns.
    pub(crate) fn columns(&self) -> &[Column] {
        &self.columns
    }
}

pub(in crate::rules::kinds) fn check(required: &Required, here: &Local<'_>, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    for (number, table) in plan.tables.iter().enumerate().filter(|(_, table)| table.role == required.table.table()) {
        let rows: Vec<&Action> = plan.actions.iter().filter(|action| action.form == ActionForm::Row(number)).collect();
        // What is done needs nobody and no date any more.
        if !rows.is_empty() && rows.iter().all(|row| row.state != ActionState::Open) {
            continue;
        }
        let missing: Vec<&str> = required
            .columns
            .iter()
            .filter(|&&column| !asks(table, column, &rows) && !(column == Column::Due && table.shows_progress()))
            .map(|&column| name(column))
            .collect();
        if !missing.is_empty() {
            found.push(Draft::at(here.at(table.header)).naming("missing", missing));
        }
    }
}

/// Whether the table has the column, or every row says it in another way.
fn asks(table: &Table, column: Column, rows: &[&Action]) -> bool {
    let open = || rows.iter().filter(|row| row.state == ActionState::Open);
    let said = |row: &&&Action| match column {
        Column::Owner => !matches!(row.owner, Owner::Nobody | Owner::Placeholder { .. }),
        Column::Due => row.due.is_some() || row.period,
        _ => false,
    };
    let given = match column {
        Column::Owner => table.default_owner,
        Column::Due => table.default_due,
        _ => false,
    };
    table.has(column) || given || open().next().is_some() && open().all(|row| said(&row))
}

fn name(column: Column) -> &'static str {
    match column {
        Column::Owner => "no owner column",
        Column::Due => "no date column",
        _ => "a column missing",
    }
}
