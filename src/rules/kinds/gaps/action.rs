//! G102: a gap that no action closes and nobody accepts.

use super::{id_of, mentioned};
use crate::dialect::concept::Column;
use crate::plan::{Document, Entry, Placed, Reading, Role, TableRole};
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;
use crate::text::Span;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let document = scene.document;
    for gap in document.entries().filter(|entry| entry.role == Role::Gap) {
        if gap.closed || gap.answered || gap.accepted || points_to_action(document, &gap) || is_pointed_at(document, &gap) {
            continue;
        }
        found.push(Draft::at(place(document, &gap)).quoting("item", &scene.words(gap.at(gap.text))));
    }
}

/// The blank cell where an action would be named, else the gap itself.
fn place(document: &Document, gap: &Placed<'_, Entry>) -> Span {
    let table = gap.table.map(|table| &document.chunks[gap.chunk].plan.tables[table]);
    let cell =
        table.and_then(|table| table.position(Column::Response)).and_then(|column| gap.cells.get(column)).filter(|cell| !cell.is_empty());
    gap.at(cell.copied().unwrap_or(gap.place))
}

/// It names an action; an id that is not defined here may be one of another document.
fn points_to_action(document: &Document, gap: &Placed<'_, Entry>) -> bool {
    let own = id_of(document, gap.at(gap.whole));
    mentioned(document, gap.at(gap.whole)).any(|(id, role)| Some(id) != own && role.is_none_or(|role| role == Role::Action))
}

/// An action names it.
fn is_pointed_at(document: &Document, gap: &Placed<'_, Entry>) -> bool {
    let Some(own) = id_of(document, gap.at(gap.whole)) else { return false };
    document.references().filter(|reference| *reference.it.id == *own).any(|reference| {
        let plan = &document.chunks[reference.chunk].plan;
        let in_section = plan.sections.iter().any(|section| section.reading == Reading::Actions && section.body.covers(reference.span));
        let in_row = plan.tables.iter().any(|table| table.role == TableRole::Actions && table.span.covers(reference.span));
        let in_item = plan.actions.iter().any(|action| action.place.covers(reference.span));
        in_section || in_row || in_item
    })
}
