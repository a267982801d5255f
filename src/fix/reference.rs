//! Fixes of ids and what they tie together: what an element serves, an id that does not exist, one that exists twice.

use super::bench::Sheet;
use super::title::Title;
use super::{element, grid, id, item, table};
use crate::dialect::concept::Column;
use crate::finding::Applicability::Choice;
use crate::finding::{Edit, Finding, Fix};
use crate::plan::Role;
use crate::text::Span;

/// A menu of more ids is no help.
const MOST: usize = 8;

/// T103, T104, T106, C103: each id of one of `roles` that the element at the finding can serve.
pub(super) fn serve(sheet: &Sheet<'_>, finding: &Finding, roles: &[Role]) -> Vec<Fix> {
    let Some(put) = place(sheet, finding.span) else { return Vec::new() };
    let own = |span: Span| finding.span.covers(span);
    let mut ids: Vec<&str> = Vec::new();
    for role in roles {
        let defined = sheet.document.definitions().filter(|definition| definition.role == *role && !own(definition.at(definition.span)));
        for definition in defined {
            let id: &str = &definition.it.id;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids.truncate(MOST);
    ids.into_iter().map(|id| sheet.fix(Choice, Title::LINK, &[("name", id)], vec![put(id)])).collect()
}

/// How a reference is put into the element at `span`: into its blank cell for references, or behind its words.
fn place<'s>(sheet: &'s Sheet<'_>, span: Span) -> Option<Box<dyn Fn(&str) -> Edit + 's>> {
    let in_table = sheet.document.tables().find(|table| table.at(table.span).covers(span));
    let cell = match in_table {
        Some(_) if sheet.of(span).trim().is_empty() => Some(span),
        Some(table) => match table.position(Column::Reference) {
            Some(column) => {
                let grid = grid::around(sheet, span)?;
                let row = grid.rows.iter().find(|row| row.span.covers(span))?;
                Some(*row.cells.get(column)?)
            }
            None => None,
        },
        None => None,
    };
    if let Some(cell) = cell {
        table::fill(sheet, cell, "")?;
        return Some(Box::new(move |id| Edit::replace(cell, format!(" {id} "))));
    }
    // A finding on a heading stands for many elements.
    if let Some(table) = in_table {
        // Without a column for it, behind the words of the row.
        let grid = grid::around(sheet, span)?;
        let row = grid.rows.iter().find(|row| row.span.covers(span))?;
        let own = row.cells.iter().position(|cell| cell.covers(span))?;
        let behind = table.position(Column::Id) != Some(own);
        let end = span.trimmed(sheet.text).end as usize;
        let supports = &sheet.insert().supports;
        return behind
            .then(|| Box::new(move |id: &str| Edit::insert(end, format!(" ({supports}: {id})"))) as Box<dyn Fn(&str) -> Edit + 's>);
    }
    if sheet.document.sections().any(|section| section.at(section.heading) == span) {
        return None;
    }
    let end = item::around(sheet, span)?.words_end;
    let supports = &sheet.insert().supports;
    Some(Box::new(move |id| Edit::insert(end, format!(" {supports}: {id}"))))
}

/// T101: the ids of the same letters, nearest first.
pub(super) fn nearest(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let wrong = sheet.of(finding.span);
    let number = |id: &str| id[id::prefix(id).len()..].parse::<u32>().unwrap_or_default();
    let mut alike: Vec<String> = id::defined(sheet).into_iter().filter(|known| id::prefix(known) == id::prefix(wrong)).collect();
    alike.sort_by_key(|known| (number(known).abs_diff(number(wrong)), number(known)));
    alike.dedup();
    alike.truncate(3);
    let change = |known: String| sheet.fix(Choice, Title::CHANGE, &[("name", &known)], vec![Edit::replace(finding.span, known.as_str())]);
    alike.into_iter().map(change).chain(element::create(sheet, wrong)).collect()
}

/// T102: the next free number. Who refers to the id meant one of the two; nobody but the writer knows which.
pub(super) fn renumber(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let new = id::next(sheet, id::prefix(sheet.of(finding.span)));
    vec![sheet.fix(Choice, Title::RENUMBER, &[("name", &new)], vec![Edit::replace(finding.span, new.as_str())])]
}
