//! The rows of a table of actions.

use super::item::due;
use super::{default_due, default_owner};
use crate::dialect::concept::{ActionKind, Column, Status};
use crate::dialect::date;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::dialect::placeholder::{self, Slot};
use crate::markdown::said;
use crate::plan::element::{Action, ActionForm, ActionState, Due, Mark, MarkKind, TableRole};
use crate::plan::read::{Body, Reader, items};
use crate::plan::section::{Dated, Reading};
use crate::text::Span;

/// The rows of a table of actions. Says whether `block` is one.
pub(in crate::plan::read) fn rows(reader: &mut Reader<'_>, section: usize, body: &Body, block: usize) -> bool {
    let span = reader.blocks.block(block).span;
    let Some(number) = reader.plan.tables.iter().position(|table| table.span == span && table.role == TableRole::Actions) else {
        return false;
    };
    let table = reader.plan.tables[number].clone();
    let columns = Columns::of(&table);
    let section_owner = default_owner(reader, section);
    let section_due = default_due(reader, section);
    reader.plan.tables[number].default_owner |= section_owner.is_some();
    reader.plan.tables[number].default_due |= section_due.is_some() || body.dated != Dated::No;
    let rows: Vec<usize> = reader.blocks.children(block).skip(1).collect();
    let mut above: Option<(Owner, Option<Due>)> = None;
    for &row in &rows {
        let row_span = reader.blocks.block(row).span.trimmed(reader.blocks.source);
        // Cells that the row stops short of stand nowhere.
        let cells: Vec<Span> =
            reader.blocks.children(row).map(|cell| reader.blocks.block(cell).text).filter(|cell| cell.start < row_span.end).collect();
        let blank = |span: &Span| says_nothing(reader, *span);
        if cells.iter().all(blank) {
            if !rows.is_empty() {
                reader.plan.marks.push(Mark { kind: MarkKind::EmptyAction, span: row_span, count: rows.len() });
            }
            continue;
        }
        let cell = |column: Option<usize>| column.and_then(|column| cells.get(column)).copied();
        let Some(text) = cell(columns.text) else { continue };
        if blank(&text) {
            let given = [columns.owner, columns.due].into_iter().filter_map(cell).any(|span| !blank(&span));
            if given {
                reader.plan.marks.push(Mark { kind: MarkKind::ActionWithoutText, span: text, count: 1 });
            }
            continue;
        }
        let words = reader.blocks.masked(text);
        let undecided = || {
            let said = words.replace("&nbsp;", " ");
            let alone = [columns.owner, columns.due].into_iter().filter_map(cell).all(|span| blank(&span));
            alone && placeholder::whole(said.trim_matches(['↳', '└', ' ']), Slot::Text)
        };
        if reader.facts.vocabulary.is_none(words) || matches!(words.trim(), "-" | "—" | "–" | "...") || undecided() {
            continue;
        }
        let action = from_row(reader, section, body, number, &columns, &cells, text, row);
        let continues = words.trim_start().starts_with(['↳', '└']);
        let action = match &above {
            Some((owner, due)) if continues => Action {
                owner: if matches!(action.owner, Owner::Nobody) { owner.clone() } else { action.owner.clone() },
                owner_inherited: matches!(action.owner, Owner::Nobody),
                due: action.due.clone().or_else(|| due.clone()),
                ..action
            },
            _ => {
                above = Some((action.owner.clone(), action.due.clone()));
                action
            }
        };
        reader.plan.actions.push(action);
    }
    reader.claim(block);
    true
}

impl Columns {
    fn of(table: &crate::plan::element::Table) -> Self {
        let text = table
            .position(Column::ActionText)
            .or_else(|| table.position(Column::WeakText))
            .or_else(|| table.columns.iter().position(|&(_, held)| held.is_none()));
        Self {
            text,
            owner: table.position(Column::Owner),
            due: table.position(Column::Due),
            status: table.position(Column::Status),
            done: table.position(Column::DoneDate),
            start: table.position(Column::StartDate),
            kind: table.position(Column::Kind),
            id: table.position(Column::Id),
            reference: table.position(Column::Reference),
        }
    }
}

/// Which column of a table holds what.
struct Columns {
    text: Option<usize>,
    owner: Option<usize>,
    due: Option<usize>,
    status: Option<usize>,
    done: Option<usize>,
    start: Option<usize>,
    kind: Option<usize>,
    id: Option<usize>,
    reference: Option<usize>,
}

#[expect(clippy::too_many_arguments, reason = "a row is read against its table, its section and its cells")]
fn from_row(
    reader: &mut Reader<'_>,
    section: usize,
    body: &Body,
    table: usize,
    columns: &Columns,
    cells: &[Span],
    text: Span,
    row: usize,
) -> Action {
    let cell = |column: Option<usize>| column.and_then(|column| cells.get(column)).copied();
    let in_text = items::attributes(reader, text);
    let owner_cell = cell(columns.owner);
    let due_cell = cell(columns.due);
    let mut owner = match owner_cell {
        Some(span) => items::owner_in(reader, span),
        None => in_text.owner.clone(),
    };
    // A picture or HTML in the cell is somebody's badge.
    if matches!(owner, Owner::Nobody) && owner_cell.is_some_and(|span| !says_nothing(reader, span)) {
        let span = owner_cell.unwrap_or_default();
        owner = Owner::Named { span, names: Vec::new(), form: OwnerForm::Cell, sure: false };
    }
    if let Owner::Named { names, sure: true, .. } = &owner {
        let people: Vec<Box<str>> = names.iter().map(|name| reader.blocks.source(*name).into()).collect();
        reader.plan.people.extend(people);
    }
    let due = match due_cell {
        Some(span) => date::read_slot(&reader.blocks.kept(span), reader.facts.order).map(|found| Due::found(found, span.start as usize)),
        None => in_text.due.clone().map(due),
    };
    reader.slots.extend([owner_cell, due_cell].into_iter().flatten());
    let status = cell(columns.status)
        .filter(|span| !says_nothing(reader, *span))
        .map(|span| (span, reader.facts.vocabulary.status(reader.blocks.masked(span))))
        .or_else(|| in_text.status.map(|(span, status)| (span, Some(status))));
    let done = cell(columns.done).and_then(|span| exact(reader, span)).or(in_text.done);
    let struck = items::is_struck(reader, text);
    let (tick, width) = tick_of(reader.blocks.masked(text));
    let state = match status {
        Some((_, Some(Status::Done | Status::Answered))) => ActionState::Done,
        Some((_, Some(Status::Cancelled))) => ActionState::Cancelled,
        _ if tick == Some(true) || done.is_some() => ActionState::Done,
        _ if struck => ActionState::Cancelled,
        _ => ActionState::Open,
    };
    let kind = cell(columns.kind).and_then(|span| reader.facts.vocabulary.action_kind(reader.blocks.masked(span)));
    let place = Span::new(text.start as usize + width, text.end as usize).trimmed(reader.blocks.source);
    Action {
        place,
        text: place,
        whole: reader.blocks.block(row).span,
        form: ActionForm::Row(table),
        state,
        ticked: tick,
        status,
        owner,
        owner_cell,
        owner_inherited: false,
        due,
        due_cell,
        reference_cell: cell(columns.reference),
        due_inherited: body.dated == Dated::Day,
        period: body.dated == Dated::Period,
        start: cell(columns.start).and_then(|span| exact(reader, span)).or(in_text.start),
        done,
        strategic: kind.or(in_text.kind.map(|(_, kind)| kind)).map(ActionKind::looks_ahead),
        id: cell(columns.id).filter(|span| !says_nothing(reader, *span)).or(in_text.id),
        may_be_owned: false,
        under: body.name.clone(),
        nested: false,
        stray: !matches!(reader.plan.sections[section].reading, Reading::Actions),
        section,
    }
}

fn tick_of(text: &str) -> (Option<bool>, usize) {
    let start = text.len() - text.trim_start().len();
    match text[start..].get(..3) {
        Some("[ ]") => (Some(false), start + 3),
        Some("[x]" | "[X]") => (Some(true), start + 3),
        _ => (None, 0),
    }
}

/// Whether a cell shows nothing to its readers: comments do not count.
fn says_nothing(reader: &Reader<'_>, cell: Span) -> bool {
    said(reader.blocks.source(cell)).is_empty()
}

fn exact(reader: &Reader<'_>, span: Span) -> Option<(Span, jiff::civil::Date)> {
    match date::read_slot(&reader.blocks.kept(span), reader.facts.order)?.when {
        date::When::Exact(day) => Some((span, day)),
        _ => None,
    }
}
