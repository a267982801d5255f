//! Lays the tables of actions out in columns that are as wide as their widest cell, East Asian characters counted as two.

use super::desk::Desk;
use super::view::View;
use crate::plan::TableRole;
use crate::text::Span;
use tower_lsp::ls_types::{Range, TextEdit, Uri};
use unicode_width::UnicodeWidthStr;

/// Wider cells are left as they are: nobody reads a table of such columns as a grid.
const WIDEST: usize = 60;

/// `textDocument/formatting` and `/rangeFormatting`
pub(super) fn format(desk: &Desk, uri: &Uri, range: Option<Range>) -> Option<Vec<TextEdit>> {
    let view = desk.view(uri)?;
    let wanted = range.map_or(Span::new(0, view.text().len()), |range| view.span(range));
    let tables = view.plan().tables().filter(|table| table.role == TableRole::Actions && table.at(table.span).overlaps(wanted));
    Some(tables.filter_map(|table| layout(&view, table.at(table.span))).collect())
}

/// The table at `span` laid out; `None` where it is so already or is no whole grid.
fn layout(view: &View<'_>, span: Span) -> Option<TextEdit> {
    let start = view.line(span.start as usize).start;
    let before = view.words(Span { start, end: span.start }).into_owned();
    let text = view.words(span);
    let text = text.trim_end();
    // In a quotation or an item every line begins with more than white space.
    if !before.trim().is_empty() {
        return None;
    }
    let end = view.line_end();
    let rows: Vec<Vec<String>> = text.split(end).map(cells).collect();
    let columns = rows.first()?.len();
    if rows.len() < 2 || rows.iter().any(|row| row.len() != columns) || !rows[1].iter().all(|cell| is_rule(cell)) {
        return None;
    }
    let width = |column: usize| {
        let cells = rows.iter().enumerate().filter(|&(number, _)| number != 1).map(|(_, row)| row[column].width());
        cells.max().unwrap_or(0).clamp(3, WIDEST)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let lines = rows.iter().enumerate().map(|(number, row)| {
        let cells = row.iter().zip(&widths).map(|(cell, &width)| if number == 1 { rule(cell, width) } else { padded(cell, width) });
        format!(
            "{}|{}|",
            if number == 0 { "" } else { before.as_str() },
            cells.map(|cell| format!(" {cell} ")).collect::<Vec<_>>().join("|")
        )
    });
    let new = lines.collect::<Vec<_>>().join(end);
    (new != text).then(|| view.edit(Span::new(span.start as usize, span.start as usize + text.len()), new))
}

/// The cells of a row, without white space around them. A pipe behind `\` is text.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for letter in line.chars() {
        if letter == '|' && !escaped {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(letter);
        }
        escaped = letter == '\\' && !escaped;
    }
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn is_rule(cell: &str) -> bool {
    let dashes = cell.trim_matches(':');
    !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
}

fn rule(cell: &str, width: usize) -> String {
    let (left, right) = (cell.starts_with(':'), cell.ends_with(':'));
    let dashes = "-".repeat(width - usize::from(left) - usize::from(right));
    format!("{}{dashes}{}", if left { ":" } else { "" }, if right { ":" } else { "" })
}

fn padded(cell: &str, width: usize) -> String {
    format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width())))
}
