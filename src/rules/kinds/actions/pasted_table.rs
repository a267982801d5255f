//! A108: the header line of an action table that lost its lines on the way here.

use crate::plan::MarkKind;
use crate::rules::draft::Draft;
use crate::rules::scene::Local;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    for mark in plan.marks.iter().filter(|mark| mark.kind == MarkKind::PastedTable) {
        let end =
            plan.sections.iter().find(|section| section.body.covers(mark.span)).map_or(here.text.len() as u32, |section| section.body.end);
        let table_follows = plan.tables.iter().any(|table| table.span.start >= mark.span.end && table.span.start < end);
        let something_follows = here.text.get(mark.span.end as usize..end as usize).is_some_and(|rest| !rest.trim().is_empty());
        if something_follows && !table_follows {
            found.push(Draft::at(here.at(mark.span)));
        }
    }
}
