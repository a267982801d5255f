//! Support areas: rows, sub-headings or items of their section, and tables of areas anywhere (DIALECT 3).

use super::items;
use super::{Body, Reader, entries, fields};
use crate::dialect::concept::Concept;
use crate::dialect::owner::Owner;
use crate::markdown::BlockKind;
use crate::plan::element::{Entry, Filled, Role, TableRole};
use crate::plan::section::SectionShape;
use crate::text::Span;

pub(super) fn read(reader: &mut Reader<'_>, section: usize, body: &Body) {
    let mut tables = false;
    for &block in &body.blocks {
        if reader.is(block, BlockKind::Table) {
            entries::rows(reader, section, Role::Area, block);
            tables = true;
        }
    }
    let here = &reader.plan.sections[section];
    let own_heading = here.states(Concept::SupportAreas);
    if !own_heading
        && matches!(here.shape, SectionShape::Atx | SectionShape::Setext)
        && here.filled != Filled::Empty
        && here.matches.is_empty()
        && !tables
    {
        let place = here.heading;
        let whole = place.to(here.body);
        reader.plan.entries.push(area(place, place, whole, section));
    } else if own_heading && !tables {
        let lists: Vec<usize> = body.blocks.iter().copied().filter(|&block| reader.is_list(block)).collect();
        for list in lists {
            for item in reader.blocks.children(list).collect::<Vec<_>>() {
                let Some(own) = items::own(reader, item) else { continue };
                let mut found = area(own.place, own.text, reader.blocks.block(item).span, section);
                // "Stores: keeps rope" names the area and nobody who answers for it.
                let owner = items::attributes(reader, own.text).owner;
                let said = match &owner {
                    Owner::Named { names, .. } => names.first(),
                    Owner::Doubtful { span, .. } => Some(span),
                    _ => None,
                };
                let is_area = said.is_some_and(|name| reader.blocks.masked(Span { end: name.start, ..own.text }).trim().is_empty());
                found.owner = if is_area { Owner::Nobody } else { owner };
                reader.plan.entries.push(found);
                fields::nested(reader, section, body, item);
            }
            reader.claim(list);
        }
    }
}

/// A table of areas that stands outside a section of areas.
pub(super) fn stray(reader: &mut Reader<'_>, section: usize, block: usize) {
    let span = reader.blocks.block(block).span;
    if reader.plan.tables.iter().any(|table| table.span == span && table.role == TableRole::Areas) {
        entries::rows(reader, section, Role::Area, block);
    }
}

fn area(place: Span, text: Span, whole: Span, section: usize) -> Entry {
    Entry {
        role: Role::Area,
        place,
        text,
        table: None,
        cells: Vec::new(),
        whole,
        id: None,
        dated: false,
        measured: false,
        answered: false,
        closed: false,
        accepted: false,
        owner: Owner::Nobody,
        section,
    }
}
