//! Numbers of elements: the next free one, and the letters in use.

use super::bench::Sheet;
use std::collections::BTreeSet;

/// The next free id with the letters (and the dash) of `prefix`: behind the highest in use, defined or mentioned.
pub(super) fn next(sheet: &Sheet<'_>, prefix: &str) -> String {
    let defined = sheet.document.definitions().map(|definition| definition.it.id.as_ref());
    let mentioned = sheet.document.references().map(|reference| reference.it.id.as_ref());
    let used: BTreeSet<u32> = defined.chain(mentioned).filter_map(|id| id.strip_prefix(prefix)?.parse().ok()).collect();
    let number = used.last().map_or(1, |last| last + 1);
    let width = sheet
        .document
        .definitions()
        .filter(|definition| definition.it.id.starts_with(prefix))
        .map(|definition| definition.it.id.len() - prefix.len())
        .max()
        .unwrap_or(1);
    format!("{prefix}{number:0width$}")
}

/// The letters of an id, with the dash behind them.
pub(super) fn prefix(id: &str) -> &str {
    id.trim_end_matches(|letter: char| letter.is_ascii_digit())
}
