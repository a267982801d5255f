//! A table as a fix sees it: its rows with their cells as they are written, and the edits that add or fill cells.
//!
//! Cells here are what stands between the pipes of the text, also those that Markdown does not show because the header is shorter.

use super::bench::Sheet;
use super::line;
use crate::finding::Edit;
use crate::markdown::BlockKind;
use crate::text::Span;
use unicode_width::UnicodeWidthStr;

/// A row as it is written.
pub(super) struct Row {
    /// From the first to the last byte that is not blank.
    pub(super) span: Span,
    /// Everything between the pipes.
    pub(super) cells: Vec<Span>,
    /// It ends with a pipe.
    pub(super) closed: bool,
}

/// A table as it is written.
pub(super) struct Grid {
    /// The header.
    pub(super) header: Row,
    /// The line below the header.
    pub(super) delimiter: Row,
    /// All other rows.
    pub(super) rows: Vec<Row>,
    /// Cells are written `| a |` and not `|a|`.
    pub(super) spaced: bool,
    /// How wide the cells of each column are drawn, where those of every row are as wide as the others; else nothing.
    widths: Vec<usize>,
    /// Which columns are drawn to the right.
    to_the_right: Vec<bool>,
}

/// The table that holds `place`.
pub(super) fn around(sheet: &Sheet<'_>, place: Span) -> Option<Grid> {
    let (base, blocks) = sheet.blocks(place.start as usize)?;
    let at = place.start.checked_sub(base as u32)?;
    let is_here = |index: &usize| {
        let block = blocks.block(*index);
        block.kind == BlockKind::Table && block.span.start <= at && at <= block.span.end
    };
    let table = (0..blocks.len()).find(is_here)?;
    let mut rows = blocks.children(table).map(|row| Row::read(sheet.text, blocks.block(row).span.shifted(base)));
    let header = rows.next()?;
    let rows: Vec<Row> = rows.collect();
    let below = line::next(sheet.text, header.span.end as usize);
    let delimiter = Span::new(below, line::end(sheet.text, below));
    let first = delimiter.of(sheet.text).find(['|', ':', '-'])?;
    let delimiter = Row::read(sheet.text, Span::new(below + first, delimiter.end as usize));
    let spaced = header.cells.iter().any(|cell| cell.of(sheet.text).starts_with(' ') && !cell.of(sheet.text).trim().is_empty());
    let widths = widths(sheet.text, &header, &delimiter, &rows);
    let to_the_right =
        delimiter.cells.iter().map(|cell| cell.of(sheet.text).trim()).map(|rule| rule.ends_with(':') && !rule.starts_with(':'));
    let to_the_right = to_the_right.collect();
    Some(Grid { header, delimiter, rows, spaced, widths, to_the_right })
}

/// The width of each column of a table that somebody has drawn with care.
fn widths(text: &str, header: &Row, delimiter: &Row, rows: &[Row]) -> Vec<usize> {
    let of = |row: &Row| row.cells.iter().map(|cell| cell.of(text).width()).collect::<Vec<_>>();
    let widths = of(header);
    let alike = of(delimiter) == widths && rows.iter().all(|row| of(row) == widths);
    if alike && !rows.is_empty() { widths } else { Vec::new() }
}

/// The line below the header of a new table with `columns` columns, as other tables of the document have it.
pub(super) fn rule(sheet: &Sheet<'_>, columns: usize) -> String {
    if sheet.text.contains("|---") && !sheet.text.contains("| ---") {
        return format!("|{}", "---|".repeat(columns));
    }
    format!("|{}", " --- |".repeat(columns))
}

/// `cell` with blanks behind it, or before it where its column is drawn to the right, until it is `width` wide.
pub(super) fn padded(mut cell: String, width: usize, to_the_right: bool) -> String {
    let blanks = " ".repeat(width.saturating_sub(cell.width()));
    cell.insert_str(if to_the_right { 0 } else { cell.len() }, &blanks);
    cell
}

impl Row {
    fn read(text: &str, span: Span) -> Self {
        let span = span.trimmed(text);
        let words = span.of(text);
        let (mut cells, mut escaped) = (Vec::new(), false);
        let mut start = usize::from(words.starts_with('|'));
        let mut closed = false;
        for (at, byte) in words.bytes().enumerate().skip(start) {
            if byte == b'|' && !escaped {
                cells.push(Span::new(start, at).shifted(span.start as usize));
                start = at + 1;
                closed = start == words.len();
            }
            escaped = byte == b'\\' && !escaped;
        }
        if !closed && start <= words.len() {
            cells.push(Span::new(start, words.len()).shifted(span.start as usize));
        }
        Self { span, cells, closed }
    }

    /// Whether every cell is blank.
    pub(super) fn is_blank(&self, text: &str) -> bool {
        self.cells.iter().all(|cell| cell.of(text).trim().is_empty())
    }
}

impl Grid {
    /// Columns that are shown.
    pub(super) fn width(&self) -> usize {
        self.header.cells.len()
    }

    /// A cell that holds `words`, without its pipes.
    pub(super) fn cell(&self, words: &str) -> String {
        match (words, self.spaced) {
            ("", true) => "  ".to_owned(),
            ("", false) => " ".to_owned(),
            (words, true) => format!(" {words} "),
            (words, false) => words.to_owned(),
        }
    }

    /// A whole row of `cells`.
    pub(super) fn row<'w>(&self, cells: impl IntoIterator<Item = &'w str>) -> String {
        let mut row = String::from("|");
        for (number, words) in cells.into_iter().enumerate() {
            let width = self.widths.get(number).copied().unwrap_or_default();
            row.push_str(&padded(self.cell(words), width, self.to_the_right.get(number) == Some(&true)));
            row.push('|');
        }
        row
    }

    /// Makes columns called `headers`, the first of them number `at`, with `words` in each row. Rows that lack cells before them get
    /// those too, so that no cell moves into another column.
    pub(super) fn add_columns(&self, text: &str, at: usize, headers: &[&str], words: &str) -> Vec<Edit> {
        let (dashes, blank, filled) = (self.dashes(text), self.cell(""), self.cell(words));
        let named: Vec<String> = headers.iter().map(|header| self.cell(header)).collect();
        // A table drawn with care goes on to be one.
        let width = |named: &String| if self.widths.is_empty() { 0 } else { named.width().max(filled.width()) };
        let rules =
            named.iter().map(|named| dashes.replacen("---", &"-".repeat((width(named) + 3).saturating_sub(dashes.width()).max(3)), 1));
        let cells = named.iter().map(|named| padded(filled.clone(), width(named), false));
        let (rules, cells): (Vec<String>, Vec<String>) = (rules.collect(), cells.collect());
        let named: Vec<String> = named.iter().map(|named| padded(named.clone(), width(named), false)).collect();
        let mut edits = vec![self.header.put(at, &named, &blank), self.delimiter.put(at, &rules, &dashes)];
        edits.extend(self.rows.iter().map(|row| row.put(at, &cells, &blank)));
        edits
    }

    /// A cell of the line below the header, written as its last one, without an alignment.
    fn dashes(&self, text: &str) -> String {
        let last = self.delimiter.cells.last().map_or("", |cell| cell.of(text));
        let before = if last.starts_with(' ') { " " } else { "" };
        let behind = if last.ends_with(' ') || !self.delimiter.closed { before } else { "" };
        format!("{before}---{behind}")
    }
}

impl Row {
    /// Puts `new` cells in, the first of them as number `at`; where cells before it are missing they become `blank`.
    pub(super) fn put(&self, at: usize, new: &[String], blank: &str) -> Edit {
        if let Some(there) = self.cells.get(at) {
            return Edit::insert(there.start as usize, closed(new));
        }
        let open = if self.closed { "" } else { " |" };
        let missing = vec![blank.to_owned(); at - self.cells.len()];
        Edit::insert(self.span.end as usize, format!("{open}{}{}", closed(&missing), closed(new)))
    }
}

/// Cells with a pipe behind each.
fn closed(cells: &[String]) -> String {
    cells.iter().flat_map(|cell| [cell.as_str(), "|"]).collect()
}
