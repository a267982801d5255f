//! Objectives, milestones, strategies, metrics, gaps, risks and decisions: the items and rows of their sections.

use super::items::{self, Own, Tick};
use super::{Body, Reader, identifiers};
use crate::dialect::concept::{Column, Status};
use crate::dialect::date;
use crate::dialect::group::Group;
use crate::dialect::measure;
use crate::dialect::owner::Owner;
use crate::dialect::placeholder::{self, Slot};
use crate::markdown::BlockKind;
use crate::plan::element::{Entry, Role, TableRole};
use crate::plan::section::Reading;
use crate::text::Span;

pub(super) fn read(reader: &mut Reader<'_>, section: usize, body: &Body) {
    let Some(role) = role(reader.plan.sections[section].reading) else { return };
    for &block in &body.blocks {
        match reader.blocks.block(block).kind {
            BlockKind::List { .. } => {
                for item in reader.blocks.children(block).collect::<Vec<_>>() {
                    if let Some(own) = items::own(reader, item) {
                        entry(reader, section, role, &own);
                    }
                }
                reader.claim(block);
            }
            BlockKind::Table => rows(reader, section, role, block),
            _ => {}
        }
    }
}

/// What the items of a section are.
pub(super) fn role(reading: Reading) -> Option<Role> {
    Some(match reading {
        Reading::Gaps => Role::Gap,
        Reading::Objectives => Role::Objective,
        Reading::Milestones => Role::Milestone,
        Reading::Strategy => Role::Strategy,
        Reading::Metrics => Role::Metric,
        Reading::Risks => Role::Risk,
        Reading::Decisions => Role::Decision,
        Reading::Areas => Role::Area,
        Reading::Mission => Role::Mission,
        Reading::Vision => Role::Vision,
        Reading::Actions => Role::Action,
        Reading::Questions { .. } => Role::Question,
        _ => return None,
    })
}

fn entry(reader: &mut Reader<'_>, section: usize, role: Role, own: &Own) {
    let words = reader.blocks.masked(own.text);
    if words.trim().is_empty() || own.struck || reader.facts.vocabulary.is_none(words) || placeholder::whole(words, Slot::Text) {
        return;
    }
    if reader.plan.fields.iter().any(|field| field.place == own.place && (field.concept.is_some() || field.column == Some(Column::Owner))) {
        return;
    }
    let whole = reader.blocks.block(own.item).span;
    let nested = items::nested(reader, own.item);
    let all = reader.blocks.masked(whole);
    let id = identifiers::in_front(reader, own.text);
    let attributes = items::attributes(reader, own.text);
    let found = Entry {
        role,
        place: own.place,
        text: behind_id(reader, own.text, id),
        table: None,
        cells: Vec::new(),
        whole,
        id,
        dated: dated(all, reader.facts.order),
        measured: measure::measured(&reader.mentions, whole, all),
        answered: !nested.is_empty(),
        closed: matches!(own.tick, Some(Tick::Done | Tick::Cancelled)),
        accepted: reader.mentions.mentions(Group::Accepted, whole),
        owner: attributes.owner,
        section,
    };
    reader.plan.entries.push(found);
}

/// The words of an entry behind its id. A name that they begin with is part of them: "Nobody owns the list".
fn behind_id(reader: &Reader<'_>, text: Span, id: Option<Span>) -> Span {
    let Some(id) = id else { return text };
    let rest = reader.blocks.masked(Span { start: id.end, end: text.end });
    let words = rest.trim_start_matches([']', ':', '：', '—', '–', '-', ' ', '\t']);
    if words.is_empty() { text } else { Span::new(text.end as usize - words.len(), text.end as usize) }
}

/// Whether a day or a stretch of time stands in `text`.
fn dated(text: &str, order: date::Order) -> bool {
    date::says_when(text, order) || !date::find_shapes(text, order).is_empty()
}

/// The rows of a table as entries.
pub(super) fn rows(reader: &mut Reader<'_>, section: usize, role: Role, block: usize) {
    let span = reader.blocks.block(block).span;
    let Some(number) =
        reader.plan.tables.iter().position(|table| table.span == span && !matches!(table.role, TableRole::Fields | TableRole::Actions))
    else {
        return;
    };
    let table = reader.plan.tables[number].clone();
    let named = match role {
        Role::Gap => table.position(Column::Gap),
        Role::Metric => table.position(Column::MetricName),
        Role::Area => table.position(Column::Area),
        _ => None,
    };
    let Some(text_column) = named.or_else(|| table.columns.iter().position(|&(_, held)| held != Some(Column::Id))) else { return };
    let (id, owner, response) = (table.position(Column::Id), table.position(Column::Owner), table.position(Column::Response));
    let status = table.position(Column::Status);
    for row in reader.blocks.children(block).skip(1).collect::<Vec<_>>() {
        let cells: Vec<Span> = reader.blocks.children(row).map(|cell| reader.blocks.block(cell).text).collect();
        let cell = |column: Option<usize>| column.and_then(|column| cells.get(column)).copied();
        let Some(text) = cell(Some(text_column)) else { continue };
        let words = reader.blocks.masked(text);
        if words.trim().is_empty()
            || reader.facts.vocabulary.is_none(words)
            || placeholder::whole(words, Slot::Owner)
            || items::is_struck(reader, text)
        {
            continue;
        }
        let whole = reader.blocks.block(row).span;
        let all = reader.blocks.masked(whole);
        let said = |span: Span| {
            let words = reader.blocks.masked(span);
            !words.trim().is_empty() && !placeholder::whole(words, Slot::Owner)
        };
        let owner = cell(owner).map_or(Owner::Nobody, |span| items::owner_in(reader, span));
        let found = Entry {
            role,
            place: text,
            text,
            table: Some(number),
            whole,
            id: cell(id).filter(|span| !reader.blocks.masked(*span).trim().is_empty()).or_else(|| identifiers::in_front(reader, text)),
            dated: dated(all, reader.facts.order),
            measured: measure::measured(&reader.mentions, whole, all),
            answered: cell(response).is_some_and(said),
            closed: cell(status).is_some_and(|span| is_over(reader, span)),
            accepted: reader.mentions.mentions(Group::Accepted, whole),
            owner,
            section,
            cells: cells.clone(),
        };
        reader.slots.extend(cells);
        reader.plan.entries.push(found);
    }
    reader.claim(block);
}

/// Whether the words of a status cell close the row.
fn is_over(reader: &Reader<'_>, cell: Span) -> bool {
    matches!(reader.facts.vocabulary.status(reader.blocks.masked(cell)), Some(Status::Done | Status::Cancelled | Status::Answered))
}
