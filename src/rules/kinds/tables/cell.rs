//! S106, O101, O102: a row, a sub-heading or an item of metrics or support areas that leaves out what it must say.

use super::super::{ends_before, is_cut};
use super::{Subject, field_of};
use crate::dialect::concept::Column;
use crate::dialect::owner::Owner;
use crate::dialect::placeholder::{self, Slot};
use crate::plan::{Entry, Filled};
use crate::rules::draft::{Draft, quoted};
use crate::rules::scene::Local;
use crate::text::Span;
use serde::Deserialize;

/// So many bytes stand around the words of a nested item: line end, indent, bullet.
const BULLET: usize = 8;
/// As many items of a list, none of them with a value, become one finding.
const COLLAPSE_AFTER: usize = 3;

/// Which column of which tables must be filled.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Required {
    table: Subject,
    column: Column,
    /// A table without the column is reported on its header.
    #[serde(default)]
    missing_column: bool,
}

impl Required {
    /// The column.
    pub(crate) fn column(&self) -> Column {
        self.column
    }
}

pub(in crate::rules::kinds) fn check(required: &Required, here: &Local<'_>, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    let of_subject = || plan.entries.iter().filter(|entry| entry.role == required.table.role());
    for (number, table) in plan.tables.iter().enumerate().filter(|(_, table)| table.role == required.table.table()) {
        let given = required.column == Column::Owner && table.default_owner;
        let mut rows = of_subject().filter(|entry| entry.table == Some(number) && !is_cut(here, entry.whole)).peekable();
        match table.position(required.column) {
            Some(column) => found.extend(rows.filter_map(|row| cell(required, here, row, column))),
            None if required.missing_column && !given && rows.peek().is_some() => {
                found.push(Draft::at(here.at(table.header)).saying("column"));
            }
            None => {}
        }
    }
    for section in 0..plan.sections.len() {
        let items: Vec<&Entry> = of_subject().filter(|entry| entry.table.is_none() && entry.section == section).collect();
        let drafts: Vec<Draft> = items.iter().filter_map(|entry| listed(required, here, entry)).collect();
        let heading = plan.sections[section].heading;
        let weight = if required.column == Column::Target {
            super::super::weight_in_notes(here.scene, drafts.len(), items.len())
        } else {
            "default"
        };
        // A list that names metrics and nothing else is one fact.
        if required.column == Column::Target && drafts.len() >= COLLAPSE_AFTER && drafts.len() == items.len() && !heading.is_empty() {
            let one = Draft::at(here.at(heading)).saying("collapsed").weighing(weight).with("count", drafts.len());
            found.push(items.iter().fold(one, |one, item| one.related(here.at(item.place), quoted(here.words(item.text)))));
        } else {
            found.extend(drafts.into_iter().map(|draft| draft.weighing(weight)));
        }
    }
}

fn cell(required: &Required, here: &Local<'_>, row: &Entry, column: usize) -> Option<Draft> {
    let written = row.cells.get(column).copied();
    if ends_before(here, row.whole, written) {
        return None;
    }
    let cell = written.filter(|cell| !cell.is_empty()).unwrap_or(row.place);
    let words = here.said(cell);
    let draft = Draft::at(here.at(cell)).quoting("item", here.words(row.text));
    if words.is_empty() || cell == row.place {
        Some(draft)
    } else {
        is_placeholder(required, words).then(|| draft.saying("placeholder").quoting("value", words))
    }
}

/// A sub-heading or an item.
fn listed(required: &Required, here: &Local<'_>, entry: &Entry) -> Option<Draft> {
    let draft = |span: Span| Draft::at(here.at(span)).quoting("item", here.words(entry.text));
    if let Some(field) = field_of(&here.chunk.plan, entry, required.column) {
        let words = here.words(field.value);
        return match field.filled {
            Filled::Given if !is_placeholder(required, words) => None,
            Filled::Empty => Some(draft(field.place).saying("field")),
            _ => Some(draft(field.place).saying("placeholder").quoting("value", words)),
        };
    }
    let said = match required.column {
        Column::Owner => !matches!(entry.owner, Owner::Nobody | Owner::Placeholder { .. }),
        Column::Responsibilities => has_prose(here, entry),
        Column::Target => {
            // The number of its id measures nothing.
            let behind_id = Span { start: entry.id.map_or(entry.whole.start, |id| id.end), end: entry.whole.end };
            entry.measured || here.words(behind_id).bytes().any(|byte| byte.is_ascii_digit())
        }
        _ => false,
    };
    (!said).then(|| draft(entry.place).saying("field"))
}

fn is_placeholder(required: &Required, words: &str) -> bool {
    let slot = if required.column == Column::Owner { Slot::Owner } else { Slot::Text };
    placeholder::whole(words.trim(), slot)
}

/// Whether anything but labelled lines stands below a sub-heading, or behind the name that an item begins with.
fn has_prose(here: &Local<'_>, entry: &Entry) -> bool {
    let plan = &here.chunk.plan;
    let section = &plan.sections[entry.section];
    if entry.place == section.heading {
        let labelled = plan.fields.iter().filter(|field| field.section == entry.section).map(|field| here.words(field.place).trim());
        let labelled: Vec<&str> = labelled.collect();
        let lines = here.words(section.body).split(['\n', '\r']).map(|line| line.trim().trim_start_matches(['-', '*', '+']).trim());
        return lines
            .filter(|line| !line.is_empty())
            .any(|line| !labelled.iter().any(|field| field.contains(line) || line.contains(field)));
    }
    let own = here.words(entry.text);
    let behind = [": ", ":** ", ":__ ", " - ", " – ", " — ", "：", "("]
        .iter()
        .filter_map(|sign| own.split_once(sign))
        .any(|(_, rest)| !rest.trim().is_empty());
    let labelled = plan.fields.iter().filter(|field| entry.whole.covers(field.place) && field.place.start > entry.place.end);
    let labelled: usize = labelled.map(|field| field.place.to(field.value).len() + BULLET).sum();
    behind || entry.whole.len() > entry.place.len() + labelled + BULLET
}
