//! A101: an open action that nobody owns.

use super::super::ends_before;
use super::{open_lists, open_rows};
use crate::dialect::concept::{Column, Status};
use crate::dialect::name::is_east_asian;
use crate::dialect::owner::{Owner, says_nobody};
use crate::plan::Action;
use crate::rules::draft::{Draft, quoted};
use crate::rules::options::Options;
use crate::rules::scene::Local;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    for (action, table) in open_rows(here) {
        // A table without an owner column is A105's. What is paused in a table of progress waits for somebody to take it up.
        let paused = table.shows_progress() && matches!(action.status, Some((_, Some(Status::Blocked))));
        if paused {
            continue;
        }
        if table.default_owner || !table.has(Column::Owner) || is_owned(here, action, options) {
            continue;
        }
        if ends_before(here, action.whole, action.owner_cell) {
            continue;
        }
        found.push(draft(here, action));
    }
    let collapse_after = options.count("collapse-after", 4);
    for (list, open) in open_lists(plan) {
        let require_nested = options.flag("require-for-nested", false);
        let (parts, open): (Vec<&Action>, Vec<&Action>) = open.into_iter().partition(|action| action.nested && !require_nested);
        // A part with a box of its own waits for somebody as its whole does.
        let parts = parts.into_iter().filter(|part| part.ticked.is_some() && !is_owned(here, part, options));
        found.extend(parts.map(|part| draft(here, part).weighing("possible").unsure()));
        let earlier = here.scene.vocabulary.leaves_behind(here.words(plan.sections[plan.lists[list].section].heading));
        let waits = |action: &&Action| !(is_owned(here, action, options) || earlier && ends_in_link(here, action));
        let unowned: Vec<&Action> = open.iter().copied().filter(waits).collect();
        let place = plan.lists[list].place;
        if collapse_after > 0 && unowned.len() >= collapse_after && unowned.len() == open.len() {
            let mut one = Draft::at(here.at(place)).saying("collapsed").with("count", unowned.len());
            if unowned.iter().filter(|action| may_be_owned(here, action)).count() * 2 >= unowned.len() {
                one = one.weighing("possible").unsure();
            }
            for action in &unowned {
                one = one.related(here.at(action.place), quoted(here.words(action.place)));
            }
            found.push(one);
        } else {
            found.extend(unowned.into_iter().map(|action| draft(here, action)));
        }
    }
    let possible = plan.possible.iter().filter(|action| !is_owned(here, action, options));
    found.extend(possible.map(|action| draft(here, action).weighing("possible").unsure()));
}

/// "Create a mail group [list](url)", among old actions: there it is.
fn ends_in_link(here: &Local<'_>, action: &Action) -> bool {
    let words = here.words(action.place).trim_end();
    words.ends_with('>') && words.contains("<http") || words.ends_with(')') && words.contains("](")
}

fn is_owned(here: &Local<'_>, action: &Action, options: &Options) -> bool {
    match &action.owner {
        Owner::Named { .. } => true,
        // "Everyone" is A102's; "we should" is nobody's promise, and nobody's omission either.
        Owner::Collective { .. } => true,
        Owner::Placeholder { .. } => options.flag("allow-placeholder", false),
        Owner::Doubtful { span, .. } => here.scene.names.knows(here.words(*span)) || under_a_name(here, action),
        Owner::Nobody => under_a_name(here, action) || begins_with_known(here, action),
    }
}

/// What stands in an owner's place may be one.
fn may_be_owned(here: &Local<'_>, action: &Action) -> bool {
    match action.owner {
        // Who writes a plan writes down who does what.
        _ if here.scene.is_plan() => false,
        Owner::Placeholder { .. } => false,
        // "Blog - unassigned for now"
        Owner::Doubtful { .. } => !says_nobody(here.words(action.place)),
        _ => action.may_be_owned,
    }
}

/// The heading it stands under is somebody's name.
fn under_a_name(here: &Local<'_>, action: &Action) -> bool {
    action.under.as_deref().is_some_and(|name| here.scene.names.knows(name))
}

/// "Sal draft the talk": the first word is somebody's name.
fn begins_with_known(here: &Local<'_>, action: &Action) -> bool {
    let first = here.words(action.text).split_whitespace().next().unwrap_or_default();
    if first.starts_with(is_east_asian) {
        // Names there have two to four characters, and a space behind them or none.
        let ends = first.char_indices().map(|(at, last)| at + last.len_utf8()).skip(1).take(3);
        return ends.map(|end| &first[..end]).any(|name| here.scene.names.knows(name));
    }
    first.starts_with(char::is_uppercase) && first.chars().all(char::is_alphabetic) && here.scene.names.knows(first)
}

fn draft(here: &Local<'_>, action: &Action) -> Draft {
    let span = action.owner_cell.unwrap_or(action.place);
    let draft = Draft::at(here.at(span)).quoting("item", here.words(action.text));
    match &action.owner {
        Owner::Placeholder { span, .. } => draft.saying("placeholder").quoting("value", here.words(*span)),
        _ if may_be_owned(here, action) => draft.weighing("possible").unsure(),
        _ => draft,
    }
}
