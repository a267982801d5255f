//! O103: a support area that neither needs anything from the others nor gives anything to them.

use super::super::{ends_before, is_cut};
use super::field_of;
use crate::dialect::concept::Column;
use crate::dialect::date;
use crate::dialect::group::Group;
use crate::dialect::placeholder::{self, Slot};
use crate::plan::{Entry, Filled, Role, Table, TableRole};
use crate::rules::draft::Draft;
use crate::rules::scene::{Local, Scene};

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let names: Vec<String> = areas(scene).map(|area| scene.words(area.at(area.text)).trim().to_lowercase()).collect();
    if names.len() < 2 {
        return;
    }
    for chunk in scene.document.chunks.iter().filter(|chunk| chunk.plan.entries.iter().any(|entry| entry.role == Role::Area)) {
        let text = scene.words(crate::text::Span::new(chunk.start, chunk.end));
        let here = Local::new(scene, chunk, &text);
        let entries = || chunk.plan.entries.iter().filter(|entry| entry.role == Role::Area);
        for (number, table) in chunk.plan.tables.iter().enumerate().filter(|(_, table)| table.role == TableRole::Areas) {
            let rows: Vec<&Entry> = entries().filter(|entry| entry.table == Some(number)).collect();
            of_table(&here, table, &rows, &names, found);
        }
        let listed = entries().filter(|entry| entry.table.is_none() && !speaks(&here, entry, &names));
        let place = |entry: &Entry| field_of(&chunk.plan, entry, Column::Interfaces).map_or(entry.place, |field| field.place);
        found.extend(listed.map(|entry| draft(&here, entry, place(entry))));
    }
}

fn areas<'s>(scene: &Scene<'s>) -> impl Iterator<Item = crate::plan::Placed<'s, Entry>> {
    scene.document.entries().filter(|entry| entry.role == Role::Area)
}

fn of_table(here: &Local<'_>, table: &Table, rows: &[&Entry], names: &[String], found: &mut Vec<Draft>) {
    let column = table.position(Column::Interfaces);
    let silent: Vec<&&Entry> = rows
        .iter()
        .filter(|row| {
            !mentions_another(here, row, names) && !keeps_in_touch(here, row) && !column.is_some_and(|column| is_filled(here, row, column))
        })
        .collect();
    if column.is_none() && !rows.is_empty() && silent.len() == rows.len() {
        found.push(Draft::at(here.at(table.header)).saying("column"));
        return;
    }
    for row in silent {
        let written = column.and_then(|column| row.cells.get(column)).copied();
        if is_cut(here, row.whole) || column.is_some() && ends_before(here, row.whole, written) {
            continue;
        }
        let cell = written.filter(|cell| !cell.is_empty());
        found.push(draft(here, row, cell.unwrap_or(row.place)));
    }
}

fn draft(here: &Local<'_>, entry: &Entry, place: crate::text::Span) -> Draft {
    Draft::at(here.at(place)).quoting("item", here.words(entry.text))
}

fn is_filled(here: &Local<'_>, row: &Entry, column: usize) -> bool {
    let words = row.cells.get(column).map_or("", |&cell| here.said(cell));
    !words.is_empty() && !placeholder::whole(words, Slot::Text)
}

/// A sub-heading or item: a labelled line, the name of another area, or how it keeps in touch.
fn speaks(here: &Local<'_>, entry: &Entry, names: &[String]) -> bool {
    field_of(&here.chunk.plan, entry, Column::Interfaces).is_some_and(|field| field.filled == Filled::Given)
        || mentions_another(here, entry, names)
        || keeps_in_touch(here, entry)
}

/// Whether an area says how it hears from others and how often: "weekly stand-up". A rhythm alone is that of its own work.
fn keeps_in_touch(here: &Local<'_>, entry: &Entry) -> bool {
    let words = here.words(entry.whole);
    here.scene.vocabulary.mentions(Group::Channels, words).is_some() && date::names_rhythm(words)
}

/// Whether the words of an area hold the name of another one.
fn mentions_another(here: &Local<'_>, entry: &Entry, names: &[String]) -> bool {
    let own = here.words(entry.text).trim().to_lowercase();
    let words = here.words(entry.whole).to_lowercase();
    names.iter().filter(|name| !name.is_empty() && **name != own).any(|name| {
        words.match_indices(name.as_str()).any(|(at, _)| {
            let joined = |outside: Option<char>| outside.is_some_and(|letter| letter.is_ascii_alphanumeric());
            let spelled = name.is_ascii();
            !(spelled && (joined(words[..at].chars().next_back()) || joined(words[at + name.len()..].chars().next())))
        })
    })
}
