//! D101: an open action without a date. What it weighs depends on whether others of its list are dated (DIALECT 14).

use super::super::actions::{open_lists, open_rows};
use super::super::ends_before;
use crate::dialect::concept::{Column, Kind};
use crate::dialect::date::{self, When};
use crate::dialect::placeholder::{self, Slot};
use crate::plan::{Action, ActionForm};
use crate::rules::draft::{Draft, quoted};
use crate::rules::options::Options;
use crate::rules::scene::Local;
use crate::text::Span;
use std::collections::BTreeMap;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    let collapse_after = options.count("collapse-after", 4);
    for (action, table) in open_rows(here) {
        // That a table has no date column is A105's to say; in notes its rows are told of lightly, below.
        if table.default_due || action.due_inherited || action.period || !table.has(Column::Due) {
            continue;
        }
        match action.due_cell {
            Some(cell) => found.extend(cell_draft(here, action, cell)),
            None if action.due.is_some() || ends_before(here, action.whole, None) => {}
            None => found.push(Draft::at(here.at(action.place)).quoting("item", here.words(action.text))),
        }
    }
    // Outside of notes, that the column is missing says it all.
    if here.scene.document.kind == Kind::Notes {
        for (table, undated) in undated_rows(here) {
            found.extend(of_many(here, plan.tables[table].header, &undated, "undated-list", collapse_after));
        }
    }
    for (list, open) in open_lists(plan) {
        // Dated loosely, an action is neither dated nor undated.
        let loosely = open.iter().any(|action| action.period);
        let open: Vec<&Action> = open.into_iter().filter(|action| !action.due_inherited && !action.period).collect();
        let some_dated = open.iter().any(|action| is_dated(action));
        let undated: Vec<&Action> = open.iter().copied().filter(|action| !is_dated(action) && !names_day(here, action)).collect();
        let place = plan.lists[list].place;
        let weight = match (some_dated, here.scene.is_plan()) {
            (true, _) => "default",
            (false, true) => "undated-list-plan",
            (false, false) => "undated-list",
        };
        let collapse_after = if some_dated || loosely { 0 } else { collapse_after };
        found.extend(of_many(here, place, &undated, weight, collapse_after));
    }
    let possible =
        plan.possible.iter().filter(|action| !action.due_inherited && !action.period && !is_dated(action) && !names_day(here, action));
    found.extend(possible.map(|action| item_draft(here, action, "undated-list").unsure()));
}

/// The undated rows of each table without a date column, by its number.
fn undated_rows<'h>(here: &'h Local<'_>) -> BTreeMap<usize, Vec<&'h Action>> {
    let mut tables: BTreeMap<usize, Vec<&Action>> = BTreeMap::new();
    for (action, _) in open_rows(here).filter(|(_, table)| !table.default_due && !table.has(Column::Due)) {
        if let ActionForm::Row(number) = action.form
            && !action.due_inherited
            && !action.period
            && !is_dated(action)
        {
            tables.entry(number).or_default().push(action);
        }
    }
    tables
}

/// One finding per action, or from `collapse_after` on one at `place` for all of them; 0 is never.
fn of_many(here: &Local<'_>, place: Span, undated: &[&Action], weight: &'static str, collapse_after: usize) -> Vec<Draft> {
    if collapse_after == 0 || undated.len() < collapse_after {
        return undated.iter().map(|action| item_draft(here, action, weight)).collect();
    }
    let mut one = Draft::at(here.at(place)).saying("collapsed").weighing(weight).with("count", undated.len());
    for action in undated {
        one = one.related(here.at(action.place), quoted(here.words(action.place)));
    }
    vec![one]
}

/// "Call the hall on Monday and ask for chairs": a day in the middle may be the date or not.
fn names_day(here: &Local<'_>, action: &Action) -> bool {
    date::says_relative_day(here.words(action.text), here.scene.order)
}

/// Whether any due value is there; whether it is a good one, other rules say.
fn is_dated(action: &Action) -> bool {
    match &action.due {
        None => false,
        Some(due) => !(due.when == When::Unreadable && due.span.is_empty()),
    }
}

fn cell_draft(here: &Local<'_>, action: &Action, cell: Span) -> Option<Draft> {
    let words = here.said(cell);
    let draft = Draft::at(here.at(cell)).quoting("item", here.words(action.text));
    // What the row says may date it, whatever its cell leaves open.
    let draft = if names_day(here, action) { draft.weighing("undated-list").unsure() } else { draft };
    if words.is_empty() {
        Some(draft)
    } else if action.due.is_none() && placeholder::whole(words, Slot::Due) {
        Some(draft.saying("placeholder").quoting("value", words))
    } else {
        None
    }
}

fn item_draft(here: &Local<'_>, action: &Action, weight: &'static str) -> Draft {
    let draft = Draft::at(here.at(action.place)).weighing(weight).quoting("item", here.words(action.text));
    match &action.due {
        Some(due) if !due.span.is_empty() => draft.saying("placeholder").quoting("value", here.words(due.span)),
        _ => draft,
    }
}
