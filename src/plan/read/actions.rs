//! Actions: rows, boxes and items (DIALECT 6 and 14).

mod beside;
mod doubtful;
mod item;
mod others;
mod rows;

use item::due;
pub(super) use item::from_item;
pub(super) use rows::rows;

use super::items::{self, Own};
use super::{Body, Reader};
use crate::dialect::concept::Column;
use crate::dialect::date;
use crate::dialect::group::Group;
use crate::dialect::item::Attributes;
use crate::dialect::name;
use crate::dialect::order;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::dialect::placeholder::{self, Slot};
use crate::dialect::sentence;
use crate::markdown::BlockKind;
use crate::plan::element::{Action, ActionList, Due, Mark, MarkKind};
use crate::text::Span;
use others::{all_advise, all_ask, is_appointment, is_attribute, only_asks, points_elsewhere};

/// What an action takes from what stands above it.
#[derive(Clone, Default)]
pub(super) struct Above {
    owner: Option<Owner>,
    due: Option<Due>,
    nested: bool,
    /// What stands there may name somebody.
    labelled: bool,
    /// It is what somebody says in a meeting.
    talk: bool,
}

impl Above {
    /// An action that only gathers others: whose they are and until when.
    pub(super) fn gathered_by(action: &Action) -> Self {
        let owner = Some(action.owner.clone()).filter(|owner| !matches!(owner, Owner::Nobody | Owner::Placeholder { .. }));
        Self { owner, due: action.due.clone(), ..Self::default() }
    }

    /// Nothing but an owner, if there is one; `talk`: somebody says it in a meeting.
    pub(super) fn owned_by(owner: Option<Owner>, talk: bool) -> Self {
        Self { owner, talk, ..Self::default() }
    }
}

/// Reads an actions section.
pub(super) fn read(reader: &mut Reader<'_>, section: usize, body: &Body) {
    let lists: Vec<usize> = body.blocks.iter().copied().filter(|&block| reader.is_list(block)).collect();
    let any_box = lists.iter().any(|&list| items::has_box(reader, list));
    let any_table = body.blocks.iter().any(|&block| rows(reader, section, body, block));
    let section_owner = default_owner(reader, section);
    let section_due = default_due(reader, section);
    for (number, &list) in body.blocks.iter().enumerate() {
        if reader.is(list, BlockKind::Paragraph) && !any_table {
            written_lines(reader, section, body, list, 2);
        }
        if !reader.is_list(list) {
            continue;
        }
        if any_table && !any_box {
            break;
        }
        let mut above = Above { owner: section_owner.clone(), due: section_due.clone(), ..Above::default() };
        if let Some(before) = number.checked_sub(1).map(|before| body.blocks[before]) {
            if let Some(owner) = announced(reader, before) {
                above.owner = Some(owner);
            }
            above.labelled =
                reader.is(before, BlockKind::Paragraph) && reader.lines(before).last().is_some_and(|&line| beside::is_label(reader, line));
        }
        if let Some(owner) = body.blocks.get(number + 1).and_then(|&behind| names_alone(reader, behind)) {
            above.owner = Some(owner);
        } else if number > 0 && names_alone(reader, list).is_some() && reader.is_list(body.blocks[number - 1]) {
            reader.claim(list);
            continue;
        }
        let asks = all_ask(reader, list) || all_advise(reader, list);
        if !asks {
            self::list(reader, section, body, list, &above, any_box);
            reader.claim(list);
        }
    }
}

/// Lines that begin with a box, where only the bullets were left out, or with bullets that Markdown does not know. Fewer of these than
/// `fewest` may be anything.
pub(super) fn written_lines(reader: &mut Reader<'_>, section: usize, body: &Body, paragraph: usize, fewest: usize) {
    let lines = reader.lines(paragraph);
    let boxed = lines.iter().filter_map(|&line| items::boxed_line(reader, paragraph, line));
    let bulleted: Vec<Own> = lines.iter().filter_map(|&line| items::bulleted_line(reader, paragraph, line)).collect();
    // The first line may head them.
    let is_list = bulleted.len() >= fewest && bulleted.len() + 1 >= lines.len();
    let written: Vec<Own> = boxed.chain(bulleted.iter().copied().filter(|_| is_list)).collect();
    for own in written {
        let attributes = items::attributes(reader, own.text);
        let action = from_item(reader, section, body, &own, attributes, &Above::default(), &[]);
        reader.plan.actions.push(action);
    }
}

/// Who does what the list before says, when `list` holds nothing but names: its writer indented them too little.
fn names_alone(reader: &Reader<'_>, list: usize) -> Option<Owner> {
    if !reader.is_list(list) {
        return None;
    }
    let mut names = reader.blocks.children(list).map(|item| items::own(reader, item).and_then(|own| name_alone(reader, own.text)));
    let first = names.next()??;
    names.all(|name| name.is_some()).then_some(first)
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
        // "Ann and Bo", and nothing else.
        return (lines.len() == 1).then(|| name_alone(reader, last)).flatten();
    }
    if name::is_party(words.trim_end_matches([':', '：'])) {
        return Some(Owner::Named { span: last, names: Vec::new(), form: OwnerForm::Inherited, sure: false });
    }
    match items::attributes(reader, last).owner {
        owner @ (Owner::Named { .. } | Owner::Doubtful { .. } | Owner::Collective { sure: true, .. }) => Some(owner),
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
        if words.trim().is_empty()
            || reader.facts.vocabulary.is_none(words)
            || placeholder::whole(words, Slot::Text)
            || is_attribute(reader, &own)
            || points_elsewhere(reader, &own)
            || only_asks(reader, &own)
            || is_appointment(reader, &own)
        {
            continue;
        }
        if own.tick.is_none() && spoken_lines(reader, section, body, &own, above) {
            continue;
        }
        let nested = items::nested(reader, item);
        let has_list = nested.iter().any(|&block| reader.is_list(block));
        let attributes = items::attributes(reader, own.text);
        if own.tick.is_none()
            && !matches!(attributes.owner, Owner::Named { .. })
            && (sentence::ends_as_report(words.trim_end().trim_end_matches(['.', '。']))
                || reader.facts.vocabulary.mentions(Group::Reports, words).is_some())
        {
            continue;
        }
        if has_list && !boxes && is_group(reader, &own, &attributes) || boxes && own.tick.is_none() {
            let owner = match &attributes.owner {
                owner @ (Owner::Named { .. } | Owner::Doubtful { .. }) => Some(owner.clone()),
                _ if has_list => name_alone(reader, own.text),
                _ => None,
            };
            let inherited = Above {
                owner: owner.or_else(|| above.owner.clone()),
                due: attributes.due.clone().map(due).or_else(|| above.due.clone()),
                labelled: above.labelled || beside::is_label(reader, own.text),
                ..*above
            };
            descend(reader, section, body, item, &inherited, boxes);
            continue;
        }
        let action = from_item(reader, section, body, &own, attributes, above, &nested);
        let inherited = Above { nested: true, labelled: above.labelled, talk: above.talk, ..Above::gathered_by(&action) };
        keep(reader, section, action, above.talk);
        // "Ann: write to all neighbours:" is an action, and so is each of its parts.
        if boxes || has_list && words.trim_end().ends_with([':', '：']) {
            descend(reader, section, body, item, &inherited, boxes);
        }
    }
}

/// Keeps an action among those that certainly are some, or apart. `talk`: it is what somebody says in a meeting.
pub(super) fn keep(reader: &mut Reader<'_>, section: usize, action: Action, talk: bool) {
    if doubtful::is_doubtful(reader, section, &action, talk) {
        reader.plan.possible.push(action);
    } else {
        reader.plan.actions.push(action);
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
    let given = matches!(attributes.owner, Owner::Named { .. } | Owner::Collective { sure: true, .. });
    let does = given && order::begins_with_imperative(reader.blocks.masked(attributes.text).trim_start());
    words.ends_with([':', '：']) && !does
        || attributes.text.is_empty()
        || name_alone(reader, own.text).is_some()
        || reader.facts.vocabulary.column(words.trim(), None).is_some() && !order::begins_as_order(words)
}

/// An item whose whole text is a name. "Confirm subsection owners" is none.
fn name_alone(reader: &Reader<'_>, text: Span) -> Option<Owner> {
    let words = reader.blocks.masked(text).trim().trim_end_matches([':', '：']).trim();
    (words.len() <= 40 && name::is_name(words) && !order::begins_as_order(words)).then_some(Owner::Named {
        span: text,
        names: vec![text],
        form: OwnerForm::Inherited,
        sure: false,
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
