//! What rule packs ask for: a question nobody asks, a support area nobody lists.

use super::bench::Sheet;
use super::title::Title;
use super::{grid, item, line, section, style, tail};
use crate::dialect::concept::{Column, Concept};
use crate::dialect::placeholder::{self, Slot};
use crate::finding::Applicability::Scaffold;
use crate::finding::{Edit, Finding, Fix};
use crate::plan::{Placed, QuestionSource, Role, Section, TableRole};
use crate::rules::Outline;

/// C101: one of `texts`, the one the finding names, as a question without an answer.
pub(super) fn ask<'t>(sheet: &Sheet<'_>, finding: &Finding, mut texts: impl Iterator<Item = &'t str>) -> Vec<Fix> {
    let Some(text) = texts.find(|text| finding.message.contains(&crate::rules::draft::quoted(text))) else { return Vec::new() };
    let Some(section) = heading(sheet, finding, Concept::Questions) else {
        let fix = section::whole(sheet, &Outline::of(sheet.document), Concept::Questions, vec![format!("{} {text}", style::bullet(sheet))]);
        return fix.map(|fix| sheet.fix(Scaffold, Title::ADD_QUESTION, &[], fix.edits)).into_iter().collect();
    };
    let here = section.at(section.body);
    let last = sheet
        .document
        .questions()
        .filter(|question| here.covers(question.at(question.text)) && question.source == QuestionSource::Item)
        .last();
    let behind = last.and_then(|last| {
        let item = item::around(sheet, last.at(last.text)).filter(|item| !item.pasted)?;
        let tick = if last.ticked.is_some() { "[ ] " } else { "" };
        Some(Edit::insert(item.end, format!("{}{}{tick}{text}", line::ending(sheet.text, item.end), item.beside(1))))
    });
    let edit = behind.unwrap_or_else(|| tail::insert(sheet, &section, &[format!("{} {text}", style::bullet(sheet))]));
    vec![sheet.fix(Scaffold, Title::ADD_QUESTION, &[], vec![edit])]
}

/// C102: the area of `names` that the finding names, with placeholders: a row, or an item where areas are items. Where there is no area
/// yet, all of them, so that each is asked from the start how it depends on the others.
pub(super) fn list<'t>(sheet: &Sheet<'_>, finding: &Finding, names: impl Iterator<Item = &'t str>) -> Vec<Fix> {
    let names: Vec<&str> = names.collect();
    let Some(name) = names.iter().copied().filter(|name| finding.message.contains(name)).max_by_key(|name| name.len()) else {
        return Vec::new();
    };
    let edits = match sheet.document.entries().filter(|entry| entry.role == Role::Area).last() {
        None => all(sheet, finding, &names),
        Some(last) if last.table.is_none() => item::around(sheet, last.at(last.place))
            .filter(|item| !item.pasted)
            .map(|item| vec![Edit::insert(item.end, format!("{}{}{name}", line::ending(sheet.text, item.end), item.beside(1)))]),
        Some(_) => row(sheet, name),
    };
    edits.map(|edits| sheet.fix(Scaffold, Title::LIST, &[("name", name)], edits)).into_iter().collect()
}

/// A table of areas under the heading at the finding, or in a section of its own.
fn all(sheet: &Sheet<'_>, finding: &Finding, names: &[&str]) -> Option<Vec<Edit>> {
    let words = sheet.insert();
    let header = &words.area_table;
    let line = |cells: Vec<&str>| format!("| {} |", cells.join(" | "));
    let mut table = vec![line(header.iter().map(String::as_str).collect()), grid::rule(sheet, header.len())];
    for name in names {
        let cells = std::iter::once(*name).chain(std::iter::repeat_n(words.todo.as_str(), header.len().saturating_sub(1)));
        table.push(line(cells.collect()));
    }
    match heading(sheet, finding, Concept::SupportAreas) {
        // A table without a row that says anything is there to be filled by hand.
        Some(_) if sheet.document.tables().any(|table| table.role == TableRole::Areas) => None,
        Some(section) => Some(vec![tail::insert(sheet, &section, &table)]),
        None => section::whole(sheet, &Outline::of(sheet.document), Concept::SupportAreas, table).map(|fix| fix.edits),
    }
}

/// A row behind the last one of the table of areas. A second area asks how the two depend on each other: the column for it comes along.
fn row(sheet: &Sheet<'_>, name: &str) -> Option<Vec<Edit>> {
    let table = sheet.document.tables().filter(|table| table.role == TableRole::Areas).last()?;
    let grid = grid::around(sheet, table.at(table.header))?;
    let todo = sheet.insert().todo.as_str();
    let of_area = table.position(Column::Area).or_else(|| table.columns.iter().position(|&(_, held)| held != Some(Column::Id)))?;
    let mut cells: Vec<&str> = Vec::new();
    for (number, &(_, held)) in table.columns.iter().enumerate() {
        cells.push(match held {
            _ if number == of_area => name,
            Some(Column::Owner | Column::Responsibilities | Column::Interfaces) => todo,
            _ => "",
        });
    }
    let mut edits = Vec::new();
    let mut areas = sheet.document.entries().filter(|entry| entry.role == Role::Area);
    if let (Some(only), None) = (areas.next(), areas.next()) {
        let said =
            table.position(Column::Interfaces).map(|column| only.cells.get(column).is_some_and(|&cell| !is_open(sheet.of(only.at(cell)))));
        if said == Some(false) {
            return None;
        }
        if said.is_none() {
            let header = sheet.insert().columns.get(&Column::Interfaces)?;
            edits = grid.add_columns(sheet.text, grid.width(), &[header], todo);
            cells.push(todo);
        }
    }
    let end = grid.rows.last().map_or(grid.delimiter.span, |row| row.span).end as usize;
    let lead = &sheet.text[line::start(sheet.text, grid.header.span.start as usize)..grid.header.span.start as usize];
    let row = format!("{}{lead}{}", line::ending(sheet.text, end), grid.row(cells));
    match edits.iter_mut().find(|edit| edit.span.start as usize == end) {
        Some(edit) => edit.text.push_str(&row),
        None => edits.push(Edit::insert(end, row)),
    }
    Some(edits)
}

/// Whether a cell holds nothing yet.
fn is_open(words: &str) -> bool {
    words.trim().is_empty() || placeholder::whole(words.trim(), Slot::Text)
}

/// The section about `concept` on whose heading the finding sits.
fn heading<'d>(sheet: &Sheet<'d>, finding: &Finding, concept: Concept) -> Option<Placed<'d, Section>> {
    sheet.document.sections().find(|section| section.states(concept) && section.at(section.heading) == finding.span)
}
