//! An element that is referred to and does not exist: a place for it behind the one numbered before it, written like that one.

use super::bench::Sheet;
use super::title::Title;
use super::{grid, id, item, line};
use crate::dialect::concept::Column;
use crate::finding::Applicability::Choice;
use crate::finding::{Edit, Fix};
use crate::plan::{Definition, Placed};
use crate::text::Span;

/// T101: an element with the id `wanted` and nothing in it yet.
pub(super) fn create(sheet: &Sheet<'_>, wanted: &str) -> Option<Fix> {
    let number = |id: &str| id[id::prefix(id).len()..].parse::<u32>().unwrap_or_default();
    let alike = || sheet.document.definitions().filter(|known| id::prefix(&known.it.id) == id::prefix(wanted));
    let before = alike().filter(|known| number(&known.it.id) < number(wanted)).max_by_key(|known| number(&known.it.id));
    let sibling = before.or_else(|| alike().last())?;
    let edit = row(sheet, &sibling, wanted).or_else(|| beside(sheet, &sibling, wanted))?;
    Some(sheet.fix(Choice, Title::CREATE, &[("name", wanted)], vec![edit]))
}

/// An item behind that of `sibling`.
fn beside(sheet: &Sheet<'_>, sibling: &Placed<'_, Definition>, wanted: &str) -> Option<Edit> {
    let place = sibling.at(sibling.span);
    if sheet.document.tables().any(|table| table.at(table.span).covers(place)) {
        return None;
    }
    let item = item::around(sheet, place).filter(|item| !item.pasted && item.own().covers(place))?;
    let words = Span::new(item.start + item.marker.len() + item.gap.len(), item.words_end);
    let (before, behind) = (Span { start: words.start, end: place.start }, Span { start: place.end, end: words.end });
    // What parts an id from the words: "] ", ":** ", " — ".
    let gap = sheet.of(behind).find(|sign: char| sign.is_alphanumeric()).unwrap_or(0);
    let gap = sheet.of(behind)[..gap].trim_end_matches(['*', '_', '[', '(', '"', '`', '~']);
    let before = sheet.of(before).replace("[x]", "[ ]").replace("[X]", "[ ]");
    if before.chars().any(char::is_alphanumeric) {
        return None;
    }
    let gap = if gap.ends_with(char::is_whitespace) { gap.to_owned() } else { format!("{gap} ") };
    let new = format!("{}{}{before}{wanted}{gap}{}", line::ending(sheet.text, item.end), item.beside(1), sheet.insert().todo);
    Some(Edit::insert(item.end, new))
}

/// A row behind that of `sibling`.
fn row(sheet: &Sheet<'_>, sibling: &Placed<'_, Definition>, wanted: &str) -> Option<Edit> {
    let place = sibling.at(sibling.span);
    let table = sheet.document.tables().find(|table| table.at(table.span).covers(place))?;
    let grid = grid::around(sheet, place)?;
    let here = grid.rows.iter().find(|row| row.span.covers(place))?;
    let of_id = here.cells.iter().position(|cell| cell.covers(place))?;
    let id = sheet.of(here.cells[of_id]).trim();
    if id.trim_matches(['[', ']', '*', '`']) != sheet.of(place) {
        return None;
    }
    let id = id.replacen(sheet.of(place), wanted, 1);
    let todo = sheet.insert().todo.as_str();
    let of_text = table.columns.iter().position(|&(_, held)| held != Some(Column::Id)).unwrap_or(of_id + 1);
    let cells = (0..grid.width()).map(|number| match number {
        number if number == of_id => id.as_str(),
        number if number == of_text => todo,
        _ => "",
    });
    let lead = &sheet.text[line::start(sheet.text, here.span.start as usize)..here.span.start as usize];
    let end = here.span.end as usize;
    Some(Edit::insert(end, format!("{}{lead}{}", line::ending(sheet.text, end), grid.row(cells))))
}
