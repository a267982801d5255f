//! What a support area or a metric leaves out: a cell, a column, a labelled line below its name.

use super::bench::Sheet;
use super::title::Title;
use super::{block, field, item, line, table, tail};
use crate::dialect::concept::{Column, Concept};
use crate::finding::Applicability::Scaffold;
use crate::finding::{Edit, Finding, Fix};
use crate::plan::{Entry, Field, Placed, Role};

/// The labels of an area, in the order in which they are expected.
const ORDER: [Column; 4] = [Column::Owner, Column::Responsibilities, Column::Interfaces, Column::Target];

/// S106, O101, O102, O103: `column` for the table, row, sub-heading or item at the finding. `words` stand in the cells of a new column.
pub(super) fn complete(sheet: &Sheet<'_>, finding: &Finding, column: Column, words: &str) -> Vec<Fix> {
    if table::with_header(sheet, finding.span).is_some() {
        return table::add_columns(sheet, finding, &[column], words);
    }
    let todo = &sheet.insert().todo;
    let (title, name, edit) = match sheet.document.entries().find(|entry| entry.table.is_none() && entry.at(entry.place) == finding.span) {
        Some(entry) => (Title::INSERT, label(sheet, column), labelled(sheet, &entry, column)),
        None => (Title::FILL_CELL, todo.as_str(), table::fill(sheet, finding.span, todo)),
    };
    edit.map(|edit| sheet.fix(Scaffold, title, &[("name", name)], vec![edit])).into_iter().collect()
}

fn label<'d>(sheet: &Sheet<'d>, column: Column) -> &'d str {
    let words = sheet.insert();
    let of_concept = Concept::from_word(column.word()).and_then(|concept| words.labels.get(&concept));
    of_concept.or_else(|| words.columns.get(&column)).map_or(column.word(), String::as_str)
}

fn labelled(sheet: &Sheet<'_>, entry: &Placed<'_, Entry>, column: Column) -> Option<Edit> {
    let todo = &sheet.insert().todo;
    let label = label(sheet, column);
    let heading = sheet.document.sections().find(|section| section.at(section.heading) == entry.at(entry.place));
    let rank = |field: &Placed<'_, Field>| {
        ORDER
            .iter()
            .position(|&known| field.column == Some(known) || field.concept.is_some() && field.concept == Concept::from_word(known.word()))
    };
    let own = ORDER.iter().position(|&known| known == column)?;
    let here = sheet.document.fields().filter(|field| field.chunk == entry.chunk && entry.at(entry.whole).covers(field.at(field.place)));
    let known: Vec<(usize, Placed<'_, Field>)> = here.filter_map(|field| Some((rank(&field)?, field))).collect();
    if let Some((_, sibling)) = known.iter().filter(|(other, _)| *other < own).max_by_key(|(other, _)| *other) {
        return Some(field::behind(sheet, sibling, &field::like(sheet, sibling, label, todo), 1));
    }
    if let Some((_, first)) = known.first() {
        let at = line::start(sheet.text, first.at(first.place).start as usize);
        return Some(Edit::insert(at, format!("{}{}", field::like(sheet, first, label, todo), line::ending(sheet.text, at))));
    }
    if let Some(heading) = heading {
        return Some(block::insert(sheet.text, tail::of(sheet, &heading), &field::list(sheet, &[label.to_owned()])));
    }
    // What is nested in items of other lists is not read.
    let place = entry.at(entry.place);
    let item = item::around(sheet, place).filter(|item| entry.role == Role::Area && !item.pasted && item.own().covers(place))?;
    Some(item.nest(sheet.text, &field::bold(sheet, label, todo)))
}
