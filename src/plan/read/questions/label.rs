//! Labels in and below a question: `Answer:`, `Owner:`, `Status:`.

use crate::dialect::concept::{Column, Concept, Status};
use crate::plan::read::Reader;

/// Where the value begins when `text` starts with the label of an answer.
pub(super) fn answer_label(reader: &Reader<'_>, text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start().len();
    for arrow in ["→", "=>", "->", "⇒"] {
        if text[start..].starts_with(arrow) {
            return Some(start + arrow.len());
        }
    }
    let colon = colon_within(text, 60)?;
    let label = text[start..].get(..colon.0.checked_sub(start)?)?.trim();
    reader.facts.vocabulary.label_as(label, Concept::Answer)?;
    Some(colon.0 + colon.1.len_utf8())
}

/// Whether `text` is only an owner, a date or a status: about the question, no answer to it.
pub(super) fn attribute_label(reader: &Reader<'_>, text: &str) -> bool {
    column_label(reader, text).is_some_and(|(column, _)| matches!(column, Column::Owner | Column::Due | Column::Status))
}

pub(super) fn status_label(reader: &Reader<'_>, text: &str) -> Option<Status> {
    let (column, value) = column_label(reader, text)?;
    (column == Column::Status).then(|| reader.facts.vocabulary.status(text[value..].trim()))?
}

/// The first colon among the first `count` letters.
pub(super) fn colon_within(text: &str, count: usize) -> Option<(usize, char)> {
    // A full-width colon begins with the byte 0xEF. Most texts have neither.
    memchr::memchr2(b':', 0xEF, text.as_bytes())?;
    text.char_indices().take(count).find(|&(_, it)| matches!(it, ':' | '：'))
}

pub(super) fn column_label(reader: &Reader<'_>, text: &str) -> Option<(Column, usize)> {
    let colon = colon_within(text, 40)?;
    let label = text[..colon.0].trim();
    let found = reader.facts.vocabulary.column(label, None)?;
    Some((found.column, colon.0 + colon.1.len_utf8()))
}
