//! Fixes of tables: cells to fill, rows to delete, rows that are longer or shorter than their header, and missing columns.

use super::bench::Sheet;
use super::grid::{self, Grid};
use super::title::Title;
use super::{item, line};
use crate::dialect::concept::Column;
use crate::dialect::placeholder::{self, Slot};
use crate::finding::Applicability::{Safe, Scaffold};
use crate::finding::{Edit, Finding, Fix};
use crate::markdown::said;
use crate::plan::{Placed, Table};
use crate::text::Span;

/// Puts `words` into a blank cell, whose span is all between its pipes. A cell that its row does not have has no pipe behind it.
pub(super) fn fill(sheet: &Sheet<'_>, cell: Span, words: &str) -> Option<Edit> {
    let written = sheet.of(cell).trim();
    if !written.is_empty() && said(written).is_empty() {
        return Some(Edit::insert(cell.trimmed(sheet.text).start as usize, format!("{words} ")));
    }
    let behind = sheet.text.get(cell.end as usize..)?;
    let before = sheet.text.get(..cell.start as usize)?;
    (sheet.of(cell).trim().is_empty() && before.ends_with('|') && behind.starts_with('|'))
        // The row stays as wide as it was drawn, where that is possible.
        .then(|| Edit::replace(cell, grid::padded(format!(" {words} "), sheet.of(cell).len(), false)))
}

/// A106: the line of an empty box, or an empty row; the only row of a table and the only item of a list stay.
pub(super) fn delete_empty(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    if !sheet.of(finding.span).contains('|') {
        return delete_box(sheet, finding).into_iter().collect();
    }
    let Some(table) = grid::around(sheet, finding.span) else { return Vec::new() };
    let here = table.rows.iter().position(|row| row.span.overlaps(finding.span) || row.span == finding.span);
    let Some(here) = here.filter(|&here| table.rows[here].is_blank(sheet.text)) else { return Vec::new() };
    if here == 0 && table.rows.iter().all(|row| row.is_blank(sheet.text)) {
        return Vec::new();
    }
    vec![sheet.fix(Safe, Title::DELETE_ROW, &[], vec![Edit::delete(line::whole(sheet.text, table.rows[here].span.start as usize))])]
}

fn delete_box(sheet: &Sheet<'_>, finding: &Finding) -> Option<Fix> {
    let item = item::around(sheet, finding.span)?;
    let alone = item.siblings < 2 || item.is_first;
    if alone || !item.is_plain || !item.lead.trim_matches([' ', '\t', '>']).is_empty() {
        return None;
    }
    Some(sheet.fix(Safe, Title::DELETE_ITEM, &[], vec![Edit::delete(line::whole(sheet.text, item.start))]))
}

/// H105: fills a short row up, gives a long row the columns it needs.
pub(super) fn even_out(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(table) = grid::around(sheet, finding.span) else { return Vec::new() };
    let Some(row) = table.rows.iter().find(|row| row.span.overlaps(finding.span)) else { return Vec::new() };
    let width = table.width();
    if row.cells.len() < width {
        let blank = table.cell("");
        return vec![sheet.fix(Safe, Title::ADD_CELLS, &[], vec![row.put(width - 1, std::slice::from_ref(&blank), &blank)])];
    }
    // With a blank among them the cells may have slipped: where they belong, a person has to say.
    let is_open = |cell: &Span| placeholder::whole(cell.of(sheet.text).trim(), Slot::Owner) || cell.of(sheet.text).trim().is_empty();
    if row.cells[..width].iter().any(is_open) {
        return Vec::new();
    }
    let longest = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(width);
    if longest == width {
        return Vec::new();
    }
    let (blank, dashes) = ([" ".to_owned()], ["---".to_owned()]);
    let mut edits = vec![table.header.put(longest - 1, &blank, " "), table.delimiter.put(longest - 1, &dashes, "---")];
    edits.extend(table.rows.iter().filter(|row| row.cells.len() < longest).map(|row| row.put(longest - 1, &blank, " ")));
    vec![sheet.fix(Safe, Title::ADD_EXTRA_COLUMN, &[], edits)]
}

/// A105, O102, O103, S106: adds those of `columns` that the table with this header does not have, with `words` in each row.
pub(super) fn add_columns(sheet: &Sheet<'_>, finding: &Finding, columns: &[Column], words: &str) -> Vec<Fix> {
    let Some(table) = with_header(sheet, finding.span) else { return Vec::new() };
    let Some(grid) = grid::around(sheet, finding.span) else { return Vec::new() };
    let missing: Vec<Column> = columns.iter().copied().filter(|&column| !table.has(column)).collect();
    let names: Vec<&str> = missing.iter().filter_map(|column| sheet.insert().columns.get(column)).map(String::as_str).collect();
    let Some(&first) = missing.first().filter(|_| !names.is_empty()) else { return Vec::new() };
    let edits = grid.add_columns(sheet.text, place(&table, &grid, first), &names, words);
    let title = if names.len() > 1 { Title::ADD_COLUMNS } else { Title::ADD_COLUMN };
    vec![sheet.fix(Scaffold, title, &[("name", &names.join(", "))], edits)]
}

/// An owner stands before the date; everything else comes last.
fn place(table: &Table, grid: &Grid, column: Column) -> usize {
    match (column, table.position(Column::Due)) {
        (Column::Owner, Some(due)) if due > 0 => due,
        _ => grid.width(),
    }
}

/// The table whose header row is `span`.
pub(super) fn with_header<'d>(sheet: &Sheet<'d>, span: Span) -> Option<Placed<'d, Table>> {
    sheet.document.tables().find(|table| table.at(table.header) == span)
}
