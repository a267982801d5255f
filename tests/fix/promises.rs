//! What mending promises about the rest of a document, told by another reader than ours: words stay, tables stay, nothing that is missing
//! is left where nobody has been led to it.

use planlint::finding::Finding;
use planlint::fix::Mended;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use similar::{ChangeTag, TextDiff};

/// Rules whose fixes take something out or put something in its place; all others only insert.
const REPLACING: [&str; 4] = ["A106", "H102", "L102", "Q104"];

/// Rules that ask for something to be there and can put a place for it.
const PRESENCE: [&str; 22] = [
    "A104", "A105", "B102", "C101", "C102", "G101", "G103", "M101", "M102", "M103", "M104", "M106", "O101", "O102", "O103", "O105", "S101",
    "S102", "S103", "S107", "V101", "V103",
];

/// What mending `old` broke.
pub(crate) fn broken(old: &str, mended: &Mended) -> Vec<String> {
    let mut broken = Vec::new();
    if mended.applied.iter().any(|fix| REPLACING.contains(&&*fix.code)) {
        return broken;
    }
    if !holds_in_order(&mended.text, old) {
        broken.push("words went where only an insertion was promised".to_owned());
    }
    let (before, after) = (tables(old), tables(&mended.text));
    let mut rest = after.iter();
    for table in &before {
        if !rest.any(|new| is_kept(table, new)) {
            broken.push(format!("a table is no longer the same: {table:?}"));
        }
    }
    broken
}

/// Findings of presence rules that stand neither on what was inserted nor on a placeholder that the writer left.
pub(crate) fn unprepared<'m>(old: &str, mended: &'m Mended) -> Vec<&'m Finding> {
    let (old_lines, new_lines): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), mended.text.split_inclusive('\n').collect());
    let diff = TextDiff::from_slices(&old_lines, &new_lines);
    let inserted: Vec<usize> =
        diff.iter_all_changes().filter(|change| change.tag() == ChangeTag::Insert).filter_map(|change| change.new_index()).collect();
    let line = |finding: &Finding| mended.text[..finding.span.start as usize].matches('\n').count();
    let is_left = |finding: &Finding| finding.message.contains("placeholder");
    mended
        .remaining
        .iter()
        .filter(|found| PRESENCE.contains(&&*found.code) && !is_left(found) && !inserted.contains(&line(found)))
        .collect()
}

/// Whether every character of `part` stands in `whole`, in this order.
fn holds_in_order(whole: &str, part: &str) -> bool {
    let mut rest = whole.chars();
    part.chars().all(|wanted| rest.any(|found| found == wanted))
}

type Table = Vec<Vec<String>>;

/// The tables of a text: rows of cells, the header first.
fn tables(text: &str) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut cell: Option<std::ops::Range<usize>> = None;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).into_offset_iter() {
        let last = tables.last_mut();
        match (event, last) {
            (Event::Start(Tag::Table(_)), _) => tables.push(Vec::new()),
            (Event::Start(Tag::TableHead | Tag::TableRow), Some(table)) => table.push(Vec::new()),
            (Event::Start(Tag::TableCell), _) => cell = Some(range),
            (Event::End(TagEnd::TableCell), Some(table)) => {
                let words = cell.take().and_then(|cell| text.get(cell)).unwrap_or_default();
                table.last_mut().expect("a cell stands in a row").push(words.trim_matches([' ', '\t', '|']).to_owned());
            }
            _ => {}
        }
    }
    tables
}

/// Whether `new` holds the columns and rows of `old` in their order; what was blank may be filled.
fn is_kept(old: &Table, new: &Table) -> bool {
    let (Some(header), Some(wider)) = (old.first(), new.first()) else { return old.is_empty() };
    let mut columns = Vec::new();
    let mut at = 0;
    for name in header {
        let Some(found) = wider[at.min(wider.len())..].iter().position(|other| other == name) else { return false };
        columns.push(at + found);
        at += found + 1;
    }
    let is_row = |row: &[String], other: &[String]| {
        row.iter().zip(&columns).all(|(cell, &column)| cell.is_empty() || other.get(column).is_some_and(|other| other == cell))
    };
    let mut rest = new[1..].iter();
    old[1..].iter().all(|row| rest.any(|other| is_row(row, other)))
}
