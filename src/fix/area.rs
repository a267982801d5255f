//! What a support area or a metric leaves out: a cell, a column, a labelled line below its name.

use super::bench::Sheet;
use super::{block, field, line, table};
use crate::dialect::concept::{Column, Concept};
use crate::finding::Applicability::Scaffold;
use crate::finding::{Edit, Finding, Fix};
use crate::plan::{Entry, Field, Placed};

/// The labels of an area, in the order in which they are expected.
const ORDER: [Column; 4] = [Column::Owner, Column::Responsibilities, Column::Interfaces, Column::Target];

/// S106, O101, O102, O103: `column` for the table, row, sub-heading or item at the finding. `words` stand in the cells of a new column.
pub(super) fn complete(sheet: &Sheet<'_>, finding: &Finding, column: Column, words: &str) -> Vec<Fix> {
    if table::with_header(sheet, finding.span).is_some() {
        return table::add_columns(sheet, finding, &[column], words);
    }
    let todo = &sheet.insert().todo;
    let (title, edit) = match sheet.document.entries().find(|entry| entry.table.is_none() && entry.at(entry.place) == finding.span) {
        Some(entry) => (format!("Insert {}", label(sheet, column)), labelled(sheet, &entry, column)),
        None => (format!("Put {todo} into the cell"), table::fill(sheet, finding.span, todo)),
    };
    edit.map(|edit| Fix::new(Scaffold, title, vec![edit])).into_iter().collect()
}

fn label<'d>(sheet: &Sheet<'d>, column: Column) -> &'d str {
    let words = sheet.insert();
    let of_concept = Concept::from_word(column.word()).and_then(|concept| words.labels.get(&concept));
    of_concept.or_else(|| words.columns.get(&column)).map_or(column.word(), String::as_str)
}

fn labelled(sheet: &Sheet<'_>, entry: &Placed<'_, Entry>, column: Column) -> Option<Edit> {
    let todo = &sheet.insert().todo;
    let label = label(sheet, column);
    let section = &sheet.document.chunks[entry.chunk].plan.sections[entry.section];
    if entry.place != section.heading {
        // Labels nested in an item are not read.
        return None;
    }
    let rank = |field: &Placed<'_, Field>| {
        ORDER
            .iter()
            .position(|&known| field.column == Some(known) || field.concept.is_some() && field.concept == Concept::from_word(known.word()))
    };
    let own = ORDER.iter().position(|&known| known == column)?;
    let here = sheet.document.fields().filter(|field| field.chunk == entry.chunk && field.section == entry.section);
    let known: Vec<(usize, Placed<'_, Field>)> = here.filter_map(|field| Some((rank(&field)?, field))).collect();
    if let Some((_, sibling)) = known.iter().filter(|(other, _)| *other < own).max_by_key(|(other, _)| *other) {
        return Some(field::behind(sheet, sibling, &field::like(sheet, sibling, label, todo), 1));
    }
    if let Some((_, first)) = known.first() {
        let at = line::start(sheet.text, first.at(first.place).start as usize);
        return Some(Edit::insert(at, format!("{}{}", field::like(sheet, first, label, todo), line::ending(sheet.text, at))));
    }
    let (heading, body) = (entry.at(section.heading), entry.at(section.body));
    let at = block::behind(sheet.text, heading.end as usize, body.end.max(heading.end) as usize);
    Some(block::insert(sheet.text, at, &field::list(sheet, &[label.to_owned()])))
}
