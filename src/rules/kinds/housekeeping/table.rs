//! H105: rows that do not fit the header of their table, and lines of pipes that make none.

use crate::plan::MarkKind;
use crate::rules::draft::Draft;
use crate::rules::scene::Local;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    for mark in &plan.marks {
        let draft = Draft::at(here.at(mark.span));
        let total = plan.tables.iter().find(|table| table.span.covers(mark.span)).map_or(0, |table| table.columns.len());
        match mark.kind {
            MarkKind::LongRow => found.push(draft.with("count", total + mark.count).with("total", total)),
            MarkKind::ShortRow => {
                found.push(draft.saying("short").weighing("short").with("count", total.saturating_sub(mark.count)).with("total", total));
            }
            MarkKind::NoDelimiter => found.push(draft.saying("undivided")),
            _ => {}
        }
    }
}
