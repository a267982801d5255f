//! One action from one item.

use super::{Above, beside, list_of};
use crate::dialect::attribute::DueValue;
use crate::dialect::concept::{Column, Status};
use crate::dialect::date;
use crate::dialect::item::Attributes;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::plan::element::{Action, ActionForm, ActionState, Due};
use crate::plan::read::items::{self, Own, Tick};
use crate::plan::read::{Body, Reader};
use crate::plan::section::{Dated, Reading};
use crate::text::Span;

/// One action from one item.
pub(in crate::plan::read) fn from_item(
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
    // "Connecting …" may be a name, but whoever is named above certainly is.
    if matches!(owner, Owner::Nobody | Owner::Doubtful { .. })
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
    let words = reader.blocks.masked(own.text);
    let order = reader.facts.order;
    // What stands behind its own words, an owner for one, does not hide how they end.
    let said = Some(attributes.text).filter(|said| said.end < own.text.end).map_or("", |said| reader.blocks.masked(said));
    let ends_in_phrase = date::ends_in_phrase(words, order) || date::ends_in_phrase(said, order);
    let dated_loosely = due.is_none() && (ends_in_phrase || date::says_part_of_period(words, order));
    let stray = !matches!(reader.plan.sections[section].reading, Reading::Actions);
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
    let may_be_owned = matches!(owner, Owner::Nobody)
        && (above.labelled || !stray && beside::is_headed(reader, &reader.plan.sections[section]) || beside::may_name(reader, own, nested));
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
        // In minutes a heading such as "Budget 2026" says what is talked about.
        period: dated_loosely || body.dated == Dated::Period && !(stray && reader.facts.minutes),
        start: attributes.start,
        done: attributes.done,
        strategic: attributes.kind.map(|(_, kind)| kind.looks_ahead()),
        id: attributes.id,
        may_be_owned,
        under: body.name.clone(),
        nested: above.nested,
        stray,
        section,
    }
}

/// `- Owner: Ann` below an action.
fn attribute_bullet(
    reader: &mut Reader<'_>,
    item: usize,
    owner: &mut Owner,
    due: &mut Option<Due>,
    status: &mut Option<(Span, Option<Status>)>,
) {
    let Some(own) = items::own(reader, item) else { return };
    let words = reader.blocks.masked(own.text);
    let Some((at, mark)) = words.char_indices().find(|&(_, it)| matches!(it, ':' | '：')) else { return };
    let Some(column) = (at <= 40).then(|| reader.facts.vocabulary.column(words[..at].trim(), None)).flatten() else { return };
    let value = Span::new(own.text.start as usize + at + mark.len_utf8(), own.text.end as usize).trimmed(reader.blocks.source);
    let masked = reader.blocks.masked(value);
    match column.column {
        Column::Owner if matches!(owner, Owner::Nobody | Owner::Doubtful { .. }) => *owner = items::owner_in(reader, value),
        Column::Due if due.is_none() => {
            *due = date::read_slot(&reader.blocks.kept(value), reader.facts.order).map(|found| Due::found(found, value.start as usize));
            reader.slots.push(value);
        }
        Column::Status if status.is_none() => *status = Some((value, reader.facts.vocabulary.status(masked))),
        _ => {}
    }
}

/// Somebody is named in what is nested below an action, or in each part of it: most often who does it.
pub(super) fn named_below(reader: &Reader<'_>, nested: &[usize]) -> bool {
    let lists = nested.iter().copied().filter(|&block| reader.is_list(block));
    let items = lists.flat_map(|list| reader.blocks.children(list)).filter_map(|item| items::own(reader, item));
    let surely: Vec<Option<bool>> = items
        .map(|own| match items::attributes(reader, own.text).owner {
            Owner::Named { sure, .. } => Some(sure),
            _ => None,
        })
        .collect();
    surely.contains(&Some(true)) || !surely.is_empty() && surely.iter().all(Option::is_some)
}

pub(super) fn due(value: DueValue) -> Due {
    Due { span: value.span, when: value.when }
}
