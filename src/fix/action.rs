//! Fixes of actions: an owner or a date, as a placeholder or as a choice.

use super::bench::Sheet;
use super::title::Title;
use super::{habit, item, table};
use crate::dialect::owner::Owner;
use crate::finding::Applicability::Choice;
use crate::finding::{Edit, Finding, Fix};
use crate::markdown::said;
use crate::plan::{Action, Placed};
use crate::text::Span;
use jiff::ToSpan;
use jiff::civil::Date;

/// What stands where a day is still missing.
pub(super) const NO_DAY: &str = "YYYY-MM-DD";

/// A101: a placeholder, or one of the people about.
pub(super) fn owner(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(action) = find(sheet, finding, |action| action.owner_cell) else { return Vec::new() };
    let placeholder = match &action.owner {
        Owner::Placeholder { span, .. } => Some(action.at(*span)),
        _ => None,
    };
    let put = |name: &str| match (placeholder, action.owner_cell) {
        (Some(span), _) => Some(Edit::replace(span, name)),
        (None, Some(cell)) => table::fill(sheet, action.at(cell), name),
        (None, None) => append(sheet, &action, &habit::owner(sheet, name)),
    };
    let todo = sheet.insert().todo.as_str();
    let mut fixes = Vec::new();
    if placeholder.is_none() {
        fixes.extend(put(todo).map(|edit| sheet.fix(Choice, Title::OWNER_PLACEHOLDER, &[("name", todo)], vec![edit])));
    }
    for name in sheet.people() {
        fixes.extend(put(name).map(|edit| sheet.fix(Choice, Title::ASSIGN, &[("name", name)], vec![edit])));
    }
    fixes
}

/// D101: a placeholder, or one of the days by which things are usually done.
pub(super) fn due(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(action) = find(sheet, finding, |action| action.due_cell) else { return Vec::new() };
    let cell = action.due_cell.map(|cell| action.at(cell));
    let placeholder = match (&action.due, cell) {
        (Some(due), _) if !due.span.is_empty() => Some(action.at(due.span)),
        (_, Some(cell)) if !said(sheet.of(cell)).is_empty() => Some(cell.trimmed(sheet.text)),
        _ => None,
    };
    let put = |day: &str| match (placeholder, cell) {
        (Some(span), _) => Some(Edit::replace(span, day)),
        (None, Some(cell)) => table::fill(sheet, cell, day),
        // A placeholder is known by its key.
        (None, None) if day == NO_DAY => append(sheet, &action, &format!(" due:{day}")),
        (None, None) => append(sheet, &action, &habit::day(sheet, &action, day)),
    };
    let mut fixes = Vec::new();
    if placeholder.is_none() {
        fixes.extend(put(NO_DAY).map(|edit| sheet.fix(Choice, Title::DATE_PLACEHOLDER, &[], vec![edit])));
    }
    for (when, day) in days(sheet.bench.settings.today) {
        let day = day.to_string();
        let words = [("day", &*day), ("when", &*sheet.own_word(when))];
        fixes.extend(put(&day).map(|edit| sheet.fix(Choice, Title::DUE, &words, vec![edit])));
    }
    fixes
}

/// Days to offer, with their names.
pub(super) fn days(today: Date) -> impl Iterator<Item = (&'static str, Date)> {
    let later = |days: i64| today.checked_add(days.days()).ok();
    [("in a week", later(7)), ("in 30 days", later(30)), ("end of the month", Some(today.last_of_month()))]
        .into_iter()
        .filter_map(|(name, day)| Some((name, day?)))
}

/// Puts `words` behind an action's own.
fn append(sheet: &Sheet<'_>, action: &Placed<'_, Action>, words: &str) -> Option<Edit> {
    let place = action.at(action.place);
    let item = item::around(sheet, place)?;
    // Several lines of one item may each be an action: then what stands behind the line is another's.
    let actions = &sheet.document.chunks[action.chunk].plan.actions;
    let is_one_of_many = actions.iter().any(|other| other.place != action.place && item.own().covers(action.at(other.place)));
    Some(Edit::insert(if is_one_of_many { place.end as usize } else { item.words_end }, words))
}

/// The action that a finding is about: on its cell, or on its place.
fn find<'d>(sheet: &Sheet<'d>, finding: &Finding, cell: impl Fn(&Action) -> Option<Span>) -> Option<Placed<'d, Action>> {
    sheet.document.actions().find(|action| action.at(cell(action).unwrap_or(action.place)) == finding.span)
}
