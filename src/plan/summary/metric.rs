//! The metrics of a document's tables: what each is called, what tells it from others of the same name, and what is said of it.

use crate::dialect::concept::Column;
use crate::dialect::numbering;
use crate::plan::document::Document;
use crate::plan::element::{Entry, Role, Table};
use crate::plan::placed::Placed;
use crate::plan::source::Source;
use crate::text::Span;

/// One row of a table of metrics. Spans count from the start of the document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MetricRow {
    /// As written.
    pub name: String,
    /// Header and cell of every column that makes it another metric: channel, region, period; in lower case.
    pub keys: Vec<(String, String)>,
    /// Figures of the headings it stands under: years, phases.
    pub figures: String,
    /// The heading it stands under.
    pub heading: Span,
    /// What is said of it, by column, with the place of each cell that is not empty.
    pub cells: Vec<(Column, Span, String)>,
}

impl MetricRow {
    /// The cell of `column`.
    pub fn cell(&self, column: Column) -> Option<(Span, &str)> {
        self.cells.iter().find(|(held, ..)| *held == column).map(|(_, span, text)| (*span, text.as_str()))
    }
}

/// Every row of a table of metrics, in the order of the text.
pub fn metrics(document: &Document, source: Source<'_>) -> Vec<MetricRow> {
    let rows = document.entries().filter(|entry| entry.role == Role::Metric);
    rows.filter_map(|entry| row(document, source, &entry)).collect()
}

fn row(document: &Document, source: Source<'_>, entry: &Placed<'_, Entry>) -> Option<MetricRow> {
    let table: &Table = document.chunks.get(entry.chunk)?.plan.tables.get(entry.table?)?;
    let words = |span: Span| source.of(entry.at(span)).trim().to_owned();
    let (figures, heading) = above(document, source, entry);
    let mut row = MetricRow { name: words(entry.text), keys: Vec::new(), figures, heading, cells: Vec::new() };
    for (&(header, column), &cell) in table.columns.iter().zip(&entry.cells) {
        if cell == entry.text {
            continue;
        }
        let text = words(cell);
        match column {
            Some(column @ (Column::Target | Column::Unit | Column::Definition)) if !text.is_empty() => {
                row.cells.push((column, entry.at(cell), text));
            }
            // They say who measures, how far it is, or more about it: the metric stays the same.
            Some(
                Column::Target
                | Column::Unit
                | Column::Definition
                | Column::Id
                | Column::MetricName
                | Column::Baseline
                | Column::Owner
                | Column::Area
                | Column::Responsibilities
                | Column::Status
                | Column::Reference
                | Column::DoneDate
                | Column::Neutral,
            ) => {}
            _ => row.keys.push((words(header).to_lowercase(), text.to_lowercase())),
        }
    }
    Some(row)
}

/// The digits of the headings above but for their numbering, since targets of 2025 and of 2026 are two; and the nearest heading.
fn above(document: &Document, source: Source<'_>, entry: &Placed<'_, Entry>) -> (String, Span) {
    let start = entry.at(entry.text).start;
    let mut open: Vec<(u8, String)> = Vec::new();
    let mut nearest = Span::default();
    for section in document.sections().take_while(|section| section.at(section.heading).start <= start).filter(|section| section.level > 0)
    {
        nearest = section.at(section.heading);
        open.retain(|&(level, _)| level < section.level);
        let digits = numbering::without_place(&source.of(nearest)).chars().filter(char::is_ascii_digit).collect();
        open.push((section.level, digits));
    }
    // How deep a heading lies makes no other metric of it.
    let figures = open.into_iter().map(|(_, digits)| digits).filter(|digits| !digits.is_empty());
    (figures.collect::<Vec<_>>().join("/"), nearest)
}
