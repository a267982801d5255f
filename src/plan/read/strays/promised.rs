//! Actions outside their sections: boxes with an owner or a date, and promises of minutes.

use super::Above;
use super::to_do::to_do;
use crate::dialect::concept::{Concept, Kind};
use crate::dialect::item::Attributes;
use crate::dialect::name;
use crate::dialect::order;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::dialect::question;
use crate::plan::element::ActionState;
use crate::plan::read::items::{self, Own, Told};
use crate::plan::read::{Body, Reader, actions};
use crate::plan::section::Reading;
use crate::text::Span;

/// Reads an item that is an action by what it says itself: a box, an owner, a date, a promise. Says whether it is one.
pub(super) fn action(
    reader: &mut Reader<'_>,
    section: usize,
    body: &Body,
    own: &Own,
    told: &Told,
    reading: Reading,
    above: Above<'_>,
) -> bool {
    let heard = own.tick.is_none() && reading != Reading::Prose && reader.facts.minutes && is_heard(reading);
    if !heard
        && matches!(reading, Reading::Questions { .. } | Reading::Checklist | Reading::Faq | Reading::Objectives | Reading::Milestones)
    {
        return false;
    }
    let words = reader.blocks.masked(own.text);
    if words.trim().is_empty() {
        return false;
    }
    let planned = matches!(reader.facts.stated, Some(Kind::Plan | Kind::Workbook));
    let also_actions = reader.plan.sections[section].also_actions;
    let takes = if also_actions && !question::ends_asking(words) {
        own.tick.is_some() || order::is_order(words) || {
            let found = told.attributes(reader);
            found.due.is_some() || matches!(found.owner, Owner::Named { form, .. } if form != OwnerForm::HandleInside)
        }
    } else if own.tick.is_some() {
        planned || {
            let found = told.attributes(reader);
            found.due.is_some() || says_who(found)
        }
    } else {
        reader.facts.notes && (heard || reading == Reading::Prose) && promises(reader, own, told)
    };
    let to_do = if reader.facts.minutes { to_do(reader, own.text) } else { None };
    let acts = takes || to_do.is_some() && own.tick.is_none();
    if acts {
        let mut attributes = told.attributes(reader).clone();
        if let Some(to_do) = to_do {
            reader.slots.push(to_do.whole);
            attributes.owner = to_do.owner;
        }
        if let Some(owner) = labelled_owner(reader, own)
            && !matches!(attributes.owner, Owner::Named { .. })
        {
            attributes.owner = owner;
        }
        let nested = items::nested(reader, own.item);
        let owned = matches!(attributes.owner, Owner::Named { .. } | Owner::Collective { .. });
        let talk = !owned && above.is_talk(reader);
        let above = actions::Above::owned_by(if owned { None } else { above.owner(reader) }, talk);
        let action = actions::from_item(reader, section, body, own, attributes, &above, &nested);
        let gathers = owned && action.state == ActionState::Open && own.tick.is_none() && words.trim_end().ends_with([':', '：']);
        let parts: Vec<usize> = nested.into_iter().filter(|&block| gathers && reader.is_list(block)).collect();
        if parts.is_empty() {
            actions::keep(reader, section, action, talk);
        } else {
            // "Ann and Bo to:" is no action, but each of what follows is.
            let above = actions::Above::gathered_by(&action);
            for list in parts {
                let boxes = items::has_box(reader, list);
                actions::list(reader, section, body, list, &above, boxes);
                reader.blocks.children(list).for_each(|item| reader.claim(item));
            }
        }
        reader.claim(own.item);
    }
    acts
}

/// Where minutes may hold promises in passing: wherever people talk, also under what a meeting decides or has still to ask.
pub(super) fn is_heard(reading: Reading) -> bool {
    match reading {
        Reading::Questions { must_ask, .. } => must_ask,
        Reading::Prose | Reading::Checklist | Reading::Decisions | Reading::Metrics | Reading::Risks | Reading::Strategy => true,
        _ => false,
    }
}

/// An owner in a form that only a task has.
fn says_who(found: &Attributes) -> bool {
    matches!(
        found.owner,
        Owner::Collective { sure: true, .. }
            | Owner::Named { form: OwnerForm::Key | OwnerForm::Handle | OwnerForm::LeadingTo | OwnerForm::TrailingBracket, .. }
    )
}

/// A line of free minutes that says who will do what: "Kate needs to send …", "TODO (Matt): …".
fn promises(reader: &Reader<'_>, own: &Own, told: &Told) -> bool {
    let words = reader.blocks.masked(own.text).trim_start();
    if own.place.len() > 400 || question::ends_asking(words) {
        return false;
    }
    // Statutes and guides say all day what members may, shall and must do: only minutes hold promises, and "can" is none.
    let promised = || matches!(told.attributes(reader).owner, Owner::Named { form: OwnerForm::LeadingTo, sure: true, .. });
    reader.facts.minutes && (labelled_as_action(reader, words) || assigned_in_brackets(reader, own.text, told) || promised())
}

/// "… (Action Vincent)", "… (will be done by Vincent)": who shall do it, behind what was said.
pub(super) fn assigned_in_brackets(reader: &Reader<'_>, text: Span, told: &Told) -> bool {
    let words = reader.blocks.masked(text);
    let inside = words.trim_end_matches([' ', '.']).strip_suffix(')').and_then(|words| words.rsplit_once('('));
    let labelled = inside.and_then(|(_, inside)| inside.split_once([' ', ':']));
    labelled.is_some_and(|(label, _)| order::is_bound(label) || reader.facts.vocabulary.label_as(label, Concept::Actions).is_some())
        && matches!(told.attributes(reader).owner, Owner::Named { form: OwnerForm::TrailingBracket, .. })
}

/// "TODO: …", "TODO (Matt): …", "Next step: …", "工作安排：…".
pub(super) fn labelled_as_action(reader: &Reader<'_>, words: &str) -> bool {
    let Some((at, mark)) = words.char_indices().take(48).find(|&(_, it)| matches!(it, ':' | '：')) else { return false };
    let label = words[..at].split(['(', '（', '[']).next().unwrap_or_default().trim();
    let says = words[at + mark.len_utf8()..].trim();
    says.chars().filter(|it| it.is_alphabetic()).count() >= 4
        && !says.starts_with(['(', '（'])
        && reader.facts.vocabulary.label_as(label, Concept::Actions).is_some()
}

/// "Tasks: write the tests", even where other labels explain themselves.
pub(super) fn orders_by_label(reader: &Reader<'_>, words: &str) -> bool {
    labelled_as_action(reader, words) && words.split_once([':', '：']).is_some_and(|(_, said)| order::begins_as_order(said))
}

/// A list that says what the points of a meeting are for: "Updates: what is done", "Action plan: where to go next". Each item has a
/// label, and most of the labels are neither names nor such as actions have.
pub(super) fn is_legend(reader: &Reader<'_>, items: &[usize]) -> bool {
    const FEWEST: usize = 3;
    let explains = |item: usize| {
        let own = items::own(reader, item).filter(|own| own.tick.is_none())?;
        let (label, said) = reader.blocks.masked(own.text).split_once([':', '：'])?;
        let label = label.trim();
        let explained = label.len() <= 30 && !said.trim().is_empty();
        explained.then(|| !name::is_name(label) && reader.facts.vocabulary.label_as(label, Concept::Actions).is_none())
    };
    let Some(found) = items.iter().map(|&item| explains(item)).collect::<Option<Vec<bool>>>() else { return false };
    found.len() >= FEWEST && found.iter().filter(|&&explains| explains).count() * 2 > found.len()
}

/// The name in the label of "TODO (Matt): …", "AI [zjn]: …".
fn labelled_owner(reader: &Reader<'_>, own: &Own) -> Option<Owner> {
    let words = reader.blocks.masked(own.text);
    let colon = words.find([':', '：']).filter(|&at| at <= 48)?;
    let open = words[..colon].find(['(', '[', '（'])?;
    let close = words[..colon].rfind([')', ']', '）'])?;
    let start = open + words[open..].chars().next().map_or(1, char::len_utf8);
    (start < close).then(|| items::owner_in(reader, Span::new(own.text.start as usize + start, own.text.start as usize + close)))
}
