//! Numbers of elements: the next free one, and the letters in use.

use super::bench::Sheet;
use crate::plan::Source;
use crate::rules::Neighbours;

/// The next free id with the letters (and the dash) of `prefix`: behind the highest in use, here or in the document's series.
pub(super) fn next(sheet: &Sheet<'_>, prefix: &str) -> String {
    let mentioned = sheet.document.references().map(|reference| reference.it.id.to_string());
    let defined = defined(sheet);
    let width = defined.iter().filter_map(|id| id.strip_prefix(prefix)).map(str::len).max().unwrap_or(1);
    let used = defined.iter().cloned().chain(mentioned).filter_map(|id| id.strip_prefix(prefix)?.parse::<u32>().ok());
    let number = used.max().map_or(1, |last| last.saturating_add(1));
    format!("{prefix}{number:0width$}")
}

/// Every id that is defined in the document or its series.
pub(super) fn defined(sheet: &Sheet<'_>) -> Vec<String> {
    let bench = sheet.bench;
    let around = bench.index.around(bench.file, sheet.document, Source::Whole(sheet.text));
    let outside = around.series();
    let outside = outside.iter().flat_map(|document| &document.ids).map(|id| id.id.clone());
    sheet.document.definitions().map(|definition| definition.it.id.to_string()).chain(outside).collect()
}

/// The letters of an id, with the dash behind them.
pub(super) fn prefix(id: &str) -> &str {
    id.trim_end_matches(|letter: char| letter.is_ascii_digit())
}
