//! Actions: rows, boxes and items (DIALECT 6 and 14).

use super::items::{self, Own, Tick};
use super::{Body, Reader};
use crate::dialect::concept::{ActionKind, Column, Status};
use crate::dialect::date;
use crate::dialect::attribute::DueValue;
use crate::dialect::group::Group;
use crate::dialect::item::Attributes;
use crate::dialect::name;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::dialect::placeholder::{self, Slot};
use crate::markdown::{BlockKind, InlineKind};
use crate::plan::element::{Action, ActionForm, ActionList, ActionState, Due, Mark, MarkKind, TableRole};
use crate::plan::section::{Dated, Reading};
use crate::text::Span;

/// What an action takes from what stands above it.
#[derive(Clone, Default)]
pub(super) struct Above {
    owner: Option<Owner>,
    due: Option<Due>,
    nested: bool,
}

/// Reads an actions section.
pub(super) fn read(reader: &mut Reader<'_>, section: usize, body: &Body) {
    let lists: Vec<usize> = body.blocks.iter().copied().filter(|&block| reader.is_list(block)).collect();
    let any_box = lists.iter().any(|&list| items::has_box(reader, list));
    let any_table = body.blocks.iter().any(|&block| rows(reader, section, body, block));
    let section_owner = default_owner(reader, section);
    let section_due = default_due(reader, section);
    for (number, &list) in body.blocks.iter().enumerate() {
        if !reader.is_list(list) {
            continue;
        }
        if any_table && !any_box {
            break;
        }
        let mut above = Above { owner: section_owner.clone(), due: section_due.clone(), nested: false };
        if let Some(owner) = number.checked_sub(1).and_then(|before| announced(reader, body.blocks[before])) {
            above.owner = Some(owner);
        }
        let asks = all_ask(reader, list) || all_advise(reader, list);
        if !asks {
            self::list(reader, section, body, list, &above, any_box);
            reader.claim(list);
        }
    }
}

/// Whether every item of a list of two or more asks: those are questions also among actions.
fn all_ask(reader: &Reader<'_>, list: usize) -> bool {
    let items: Vec<Own> = reader.blocks.children(list).filter_map(|item| items::own(reader, item)).collect();
    items.len() > 1 && items.iter().all(|own| crate::dialect::question::ends_asking(reader.blocks.masked(own.text)))
}

/// A guide to good actions: "Phrase each action item as a sentence" is for whoever writes one.
fn all_advise(reader: &Reader<'_>, list: usize) -> bool {
    let words = reader.blocks.masked(reader.blocks.block(list).span);
    !reader.facts.minutes && reader.facts.notes && ["each action item", "an action item is", "action items should", "every action item"].iter().any(|advice| words.contains(advice))
}

/// `Owner: Ann` for a whole section.
fn default_owner(reader: &Reader<'_>, section: usize) -> Option<Owner> {
    let field = reader.plan.fields.iter().find(|field| field.section == section && field.column == Some(Column::Owner))?;
    match items::owner_in(reader, field.value) {
        owner @ (Owner::Named { .. } | Owner::Collective { .. }) => Some(owner),
        _ => None,
    }
}

fn default_due(reader: &Reader<'_>, section: usize) -> Option<Due> {
    let field = reader.plan.fields.iter().find(|field| field.section == section && field.column == Some(Column::Due))?;
    let found = date::read_slot(reader.blocks.masked(field.value), reader.facts.order)?;
    Some(Due::found(found, field.value.start as usize))
}

/// The owner that a paragraph right above a list names for it: `**Ann:**`, `The committee will:`.
fn announced(reader: &Reader<'_>, paragraph: usize) -> Option<Owner> {
    if !reader.is(paragraph, BlockKind::Paragraph) {
        return None;
    }
    let lines = reader.lines(paragraph);
    let last = *lines.last()?;
    let words = reader.blocks.masked(last).trim_end();
    let bold = reader.blocks.source(last).starts_with("**") && reader.blocks.source(last).ends_with("**");
    if !words.ends_with([':', '：']) && !bold {
        return None;
    }
    match items::attributes(reader, last).owner {
        owner @ (Owner::Named { .. } | Owner::Doubtful { .. }) => Some(owner),
        _ => None,
    }
}

/// The items of a list. With boxes about, only an item with a box is an action, at any depth.
pub(super) fn list(reader: &mut Reader<'_>, section: usize, body: &Body, list: usize, above: &Above, boxes: bool) {
    for item in reader.blocks.children(list).collect::<Vec<_>>() {
        let Some(own) = items::own(reader, item) else {
            descend(reader, section, body, item, above, boxes);
            continue;
        };
        let words = reader.blocks.masked(own.text);
        if own.tick.is_some() && words.trim().is_empty() && reader.blocks.source(own.text).trim().is_empty() {
            let paragraph = reader.blocks.first_paragraph(item).map_or(item, |paragraph| paragraph);
            let span = reader.blocks.block(paragraph).span;
            reader.plan.marks.push(Mark { kind: MarkKind::EmptyAction, span, count: 1 });
            continue;
        }
        if words.trim().is_empty() || reader.facts.vocabulary.is_none(words) || placeholder::whole(words, Slot::Text) || is_attribute(reader, words) || points_elsewhere(reader, &own) || only_asks(reader, &own) || is_appointment(reader, &own) {
            continue;
        }
        if own.tick.is_none() && spoken_lines(reader, section, body, &own, above) {
            continue;
        }
        let nested = items::nested(reader, item);
        let has_list = nested.iter().any(|&block| reader.is_list(block));
        let attributes = items::attributes(reader, own.text);
        if own.tick.is_none() && !matches!(attributes.owner, Owner::Named { .. }) && reader.facts.vocabulary.mentions(Group::Reports, words).is_some() {
            continue;
        }
        if has_list && !boxes && is_group(reader, &own, &attributes) || boxes && own.tick.is_none() {
            let owner = match &attributes.owner {
                owner @ (Owner::Named { .. } | Owner::Doubtful { .. }) => Some(owner.clone()),
                _ if has_list => name_alone(reader, own.text),
                _ => None,
            };
            let inherited = Above { owner: owner.or_else(|| above.owner.clone()), due: attributes.due.clone().map(due).or_else(|| above.due.clone()), nested: above.nested };
            descend(reader, section, body, item, &inherited, boxes);
            continue;
        }
        let action = from_item(reader, section, body, &own, attributes, above, &nested);
        let inherited = Above {
            owner: Some(action.owner.clone()).filter(|owner| !matches!(owner, Owner::Nobody | Owner::Placeholder { .. })),
            due: action.due.clone(),
            nested: true,
        };
        reader.plan.actions.push(action);
        if boxes {
            descend(reader, section, body, item, &inherited, boxes);
        }
    }
}

/// An item whose later lines begin with names: each of them is an action, only the bullets were left out.
fn spoken_lines(reader: &mut Reader<'_>, section: usize, body: &Body, own: &Own, above: &Above) -> bool {
    let Some(paragraph) = reader.blocks.first_paragraph(own.item) else { return false };
    let lines = reader.lines(paragraph);
    if lines.len() < 2 {
        return false;
    }
    let read: Vec<(Span, Attributes)> = lines.iter().map(|&line| (line, items::attributes(reader, line))).collect();
    let spoken = |found: &Attributes| matches!(found.owner, Owner::Named { form: OwnerForm::LeadingColon, .. });
    if !read[1..].iter().any(|(_, found)| spoken(found)) {
        return false;
    }
    for (line, attributes) in read.into_iter().filter(|(_, found)| spoken(found)) {
        let own = Own { text: line, place: line, ..*own };
        let action = from_item(reader, section, body, &own, attributes, above, &[]);
        reader.plan.actions.push(action);
    }
    true
}

fn descend(reader: &mut Reader<'_>, section: usize, body: &Body, item: usize, above: &Above, boxes: bool) {
    for child in reader.blocks.children(item).filter(|&child| reader.is_list(child)).collect::<Vec<_>>() {
        list(reader, section, body, child, above, boxes);
    }
}

/// An item that only gathers others: a name, or words that end in a colon.
fn is_group(reader: &Reader<'_>, own: &Own, attributes: &Attributes) -> bool {
    let words = reader.blocks.masked(own.text).trim_end();
    words.ends_with([':', '：']) || attributes.text.is_empty() || name_alone(reader, own.text).is_some()
}

/// An item whose whole text is a name.
fn name_alone(reader: &Reader<'_>, text: Span) -> Option<Owner> {
    let words = reader.blocks.masked(text).trim().trim_end_matches([':', '：']).trim();
    (words.len() <= 40 && name::is_name(words)).then_some(Owner::Named { span: text, names: vec![text], form: OwnerForm::Inherited, sure: false })
}

/// "Anyone willing to host?" among actions asks; who does something is not its affair.
fn only_asks(reader: &Reader<'_>, own: &Own) -> bool {
    own.tick.is_none() && crate::dialect::question::ends_asking(reader.blocks.masked(own.text))
}

/// "Next meeting: 8 May" tells a date that nobody has to do anything about.
fn is_appointment(reader: &Reader<'_>, own: &Own) -> bool {
    let words = reader.blocks.masked(own.text).trim_start();
    let short = own.text.len() <= 60 && own.tick.is_none();
    short && reader.facts.vocabulary.mentions(Group::Appointments, words).is_some_and(|said| said.start == 0)
}

/// An item that is a name and a link called "link" or "here": it points at a record, nobody has to do anything.
fn points_elsewhere(reader: &Reader<'_>, own: &Own) -> bool {
    const GENERIC: [&str; 10] = ["链接", "link", "here", "リンク", "링크", "lien", "enlace", "ici", "hier", "aquí"];
    let Some(paragraph) = reader.blocks.first_paragraph(own.item) else { return false };
    reader.blocks.inlines(paragraph).iter().any(|inline| {
        matches!(inline.kind, InlineKind::Link(_)) && inline.span.end + 4 >= own.text.end && GENERIC.contains(&reader.blocks.masked(inline.span).trim().to_lowercase().as_str())
    }) && own.text.len() < 400
        && own.tick.is_none()
}

fn is_attribute(reader: &Reader<'_>, words: &str) -> bool {
    let Some((label, _)) = words.split_once([':', '：']) else { return false };
    label.len() <= 40
        && reader
            .facts
            .vocabulary
            .column(label.trim(), None)
            .is_some_and(|found| matches!(found.column, Column::Owner | Column::Due | Column::Status))
}

fn due(value: DueValue) -> Due {
    Due { span: value.span, when: value.when }
}

/// One action from one item.
pub(super) fn from_item(
    reader: &mut Reader<'_>,
    section: usize,
    body: &Body,
    own: &Own,
    attributes: Attributes,
    above: &Above,
    nested: &[usize],
) -> Action {
    let list = list_of(reader, section, own.place);
    let mut owner = attributes.owner;
    let mut owner_inherited = false;
    let mut due = attributes.due.map(self::due);
    let mut due_inherited = false;
    let mut status = attributes.status.map(|(span, status)| (span, Some(status)));
    let below: Vec<usize> = nested.iter().copied().filter(|&block| reader.is_list(block)).collect();
    for block in below {
        for item in reader.blocks.children(block).collect::<Vec<_>>() {
            attribute_bullet(reader, item, &mut owner, &mut due, &mut status);
        }
    }
    if matches!(owner, Owner::Nobody)
        && let Some(inherited) = &above.owner
    {
        owner = inherited.clone();
        owner_inherited = true;
    }
    if matches!(owner, Owner::Nobody) && (body.owned || named_below(reader, nested)) {
        owner = Owner::Named { span: own.place, names: Vec::new(), form: OwnerForm::Inherited, sure: false };
        owner_inherited = true;
    }
    if due.is_none()
        && let Some(inherited) = &above.due
    {
        due = Some(inherited.clone());
        due_inherited = true;
    }
    if let Owner::Named { names, sure: true, .. } = &owner
        && !owner_inherited
    {
        let people: Vec<Box<str>> = names.iter().map(|name| reader.blocks.source(*name).into()).collect();
        reader.plan.people.extend(people);
    }
    if let Owner::Placeholder { span, .. } = &owner {
        reader.slots.push(*span);
    }
    if let Some(due) = &due {
        reader.slots.push(due.span);
    }
    let mut state = match own.tick {
        Some(Tick::Done) => ActionState::Done,
        Some(Tick::Cancelled) => ActionState::Cancelled,
        _ if own.struck => ActionState::Cancelled,
        _ => ActionState::Open,
    };
    if state == ActionState::Open {
        state = match status {
            Some((_, Some(Status::Done | Status::Answered))) => ActionState::Done,
            Some((_, Some(Status::Cancelled))) => ActionState::Cancelled,
            _ if attributes.done.is_some() && own.tick.is_none() => ActionState::Done,
            _ if attributes.cancelled.is_some() => ActionState::Cancelled,
            _ => ActionState::Open,
        };
    }
    Action {
        place: own.place,
        text: if attributes.text.is_empty() { own.text } else { attributes.text },
        whole: reader.blocks.block(own.item).span,
        form: ActionForm::Item(list),
        state,
        ticked: own.tick.map(|tick| tick == Tick::Done),
        status,
        owner,
        owner_cell: None,
        owner_inherited,
        due,
        due_cell: None,
        reference_cell: None,
        due_inherited: due_inherited || body.dated == Dated::Day,
        period: body.dated == Dated::Period,
        start: attributes.start,
        done: attributes.done,
        strategic: attributes.kind.map(|(_, kind)| kind.looks_ahead()),
        id: attributes.id,
        under: body.name.clone(),
        nested: above.nested,
        stray: !matches!(reader.plan.sections[section].reading, Reading::Actions),
        section,
    }
}

/// `- Owner: Ann` below an action.
fn attribute_bullet(reader: &mut Reader<'_>, item: usize, owner: &mut Owner, due: &mut Option<Due>, status: &mut Option<(Span, Option<Status>)>) {
    let Some(own) = items::own(reader, item) else { return };
    let words = reader.blocks.masked(own.text);
    let Some((at, mark)) = words.char_indices().find(|&(_, it)| matches!(it, ':' | '：')) else { return };
    let Some(column) = (at <= 40).then(|| reader.facts.vocabulary.column(words[..at].trim(), None)).flatten() else { return };
    let value = Span::new(own.text.start as usize + at + mark.len_utf8(), own.text.end as usize).trimmed(reader.blocks.source);
    let masked = reader.blocks.masked(value);
    match column.column {
        Column::Owner if matches!(owner, Owner::Nobody | Owner::Doubtful { .. }) => *owner = items::owner_in(reader, value),
        Column::Due if due.is_none() => {
            *due = date::read_slot(masked, reader.facts.order).map(|found| Due::found(found, value.start as usize));
            reader.slots.push(value);
        }
        Column::Status if status.is_none() => *status = Some((value, reader.facts.vocabulary.status(masked))),
        _ => {}
    }
}

/// Somebody is named in what is nested below an action: most often who does it.
fn named_below(reader: &Reader<'_>, nested: &[usize]) -> bool {
    nested.iter().filter(|&&block| reader.is_list(block)).any(|&list| {
        reader.blocks.children(list).any(|item| {
            items::own(reader, item).is_some_and(|own| matches!(items::attributes(reader, own.text).owner, Owner::Named { sure: true, .. }))
        })
    })
}

/// Begins a list of its own for the actions below an item that heads them.
pub(super) fn begin_list(reader: &mut Reader<'_>, section: usize, place: Span) {
    reader.plan.lists.push(ActionList { section, place });
}

/// The list an action of `section` belongs to: all items of one section are one list.
fn list_of(reader: &mut Reader<'_>, section: usize, place: Span) -> usize {
    if let Some(list) = reader.plan.lists.iter().rposition(|list| list.section == section) {
        return list;
    }
    let heading = reader.plan.sections[section].heading;
    let place = if heading.is_empty() { place } else { heading };
    reader.plan.lists.push(ActionList { section, place });
    reader.plan.lists.len() - 1
}

/// The rows of a table of actions. Says whether `block` is one.
pub(super) fn rows(reader: &mut Reader<'_>, section: usize, body: &Body, block: usize) -> bool {
    let span = reader.blocks.block(block).span;
    let Some(number) = reader.plan.tables.iter().position(|table| table.span == span && table.role == TableRole::Actions) else { return false };
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
        let cells: Vec<Span> = reader.blocks.children(row).map(|cell| reader.blocks.block(cell).text).filter(|cell| cell.start < row_span.end).collect();
        let blank = |span: &Span| reader.blocks.source(*span).trim().is_empty();
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

impl Columns {
    fn of(table: &crate::plan::element::Table) -> Self {
        let text = table.position(Column::ActionText).or_else(|| table.position(Column::WeakText)).or_else(|| {
            table.columns.iter().position(|&(_, held)| held.is_none())
        });
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
    if matches!(owner, Owner::Nobody) && owner_cell.is_some_and(|span| !reader.blocks.source(span).trim().is_empty() && !is_blank_html(reader.blocks.source(span))) {
        let span = owner_cell.unwrap_or_default();
        owner = Owner::Named { span, names: Vec::new(), form: OwnerForm::Cell, sure: false };
    }
    if let Owner::Named { names, sure: true, .. } = &owner {
        let people: Vec<Box<str>> = names.iter().map(|name| reader.blocks.source(*name).into()).collect();
        reader.plan.people.extend(people);
    }
    let due = match due_cell {
        Some(span) => date::read_slot(reader.blocks.masked(span), reader.facts.order).map(|found| Due::found(found, span.start as usize)),
        None => in_text.due.clone().map(self::due),
    };
    reader.slots.extend([owner_cell, due_cell].into_iter().flatten());
    let status = cell(columns.status)
        .filter(|span| !reader.blocks.source(*span).trim().is_empty())
        .map(|span| (span, reader.facts.vocabulary.status(reader.blocks.masked(span))))
        .or_else(|| in_text.status.map(|(span, status)| (span, Some(status))));
    let done = cell(columns.done).and_then(|span| exact(reader, span)).or(in_text.done);
    let struck = reader
        .blocks
        .inlines(row)
        .iter()
        .any(|inline| inline.kind == crate::markdown::InlineKind::Struck && inline.span.start <= text.start + 2 && inline.span.end + 2 >= text.end);
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
        id: cell(columns.id).filter(|span| !reader.blocks.source(*span).trim().is_empty()).or(in_text.id),
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

fn is_blank_html(source: &str) -> bool {
    source.trim().trim_start_matches("<br>").trim_start_matches("<br/>").trim_start_matches("&nbsp;").trim().is_empty()
}

fn exact(reader: &Reader<'_>, span: Span) -> Option<(Span, jiff::civil::Date)> {
    match date::read_slot(reader.blocks.masked(span), reader.facts.order)?.when {
        date::When::Exact(day) => Some((span, day)),
        _ => None,
    }
}
