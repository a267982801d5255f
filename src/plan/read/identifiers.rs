//! Ids: where they are defined and where they are mentioned (DIALECT 8).

use super::{Reader, entries};
use crate::dialect::concept::Column;
use crate::dialect::identifier::{identifier_in_front, references_in};
use crate::markdown::{BlockKind, InlineKind};
use crate::plan::element::{Definition, Reference, Role};
use crate::text::Span;

pub(super) fn read(reader: &mut Reader<'_>) {
    if !could_hold_ids(reader.blocks.source.as_bytes()) {
        return;
    }
    let mut quoted_to = 0;
    for block in 0..reader.blocks.len() {
        let here = *reader.blocks.block(block);
        match here.kind {
            // What is quoted defines nothing here.
            _ if block < quoted_to => mentions(reader, here.text, false),
            BlockKind::Quote { .. } => quoted_to = here.end as usize,
            BlockKind::Heading { .. } => text(reader, here.text, here.span),
            BlockKind::Item => {
                if let Some(own) = super::items::own(reader, block) {
                    text(reader, own.text, here.span);
                }
            }
            BlockKind::Paragraph if !is_own_of_item(reader, block) => mentions(reader, here.text, false),
            BlockKind::Row { header: false } => row(reader, block),
            _ => {}
        }
    }
    outside_links(reader);
}

/// A capital letter (or a dash behind one) right before a digit: without it there is no id.
#[expect(clippy::needless_bitwise_bool, reason = "without a branch in it the loop looks at many bytes at a time")]
fn could_hold_ids(source: &[u8]) -> bool {
    let pairs = source.iter().zip(source.get(1..).unwrap_or_default());
    pairs.fold(false, |any, (before, byte)| any | (byte.is_ascii_digit() & (before.is_ascii_uppercase() | (*before == b'-'))))
}

/// The id that `text` begins with in defining position.
pub(super) fn in_front(reader: &Reader<'_>, text: Span) -> Option<Span> {
    let words = reader.blocks.masked(text);
    let start = text.start as usize + words.len() - words.trim_start().len();
    let bold = reader.blocks.inlines_over(Span::new(start, start + 1)).find(|inline| inline.kind == InlineKind::Strong);
    let bold = bold
        .filter(|bold| text.covers(bold.span))
        .map(|bold| Span { start: bold.span.start - text.start, end: bold.span.end - text.start });
    Some(identifier_in_front(words, bold.as_slice())?.shifted(text.start as usize))
}

fn is_own_of_item(reader: &Reader<'_>, block: usize) -> bool {
    block > 0 && reader.is(block - 1, BlockKind::Item)
}

fn text(reader: &mut Reader<'_>, text: Span, whole: Span) {
    let mut rest = text;
    if let Some(span) = in_front(reader, text) {
        define(reader, span, role_at(reader, text), whole, text);
        rest = Span { start: span.end, end: text.end };
    }
    mentions(reader, rest, false);
}

fn row(reader: &mut Reader<'_>, row: usize) {
    let cells: Vec<Span> = reader.blocks.children(row).map(|cell| reader.blocks.block(cell).text).collect();
    let whole = reader.blocks.block(row).span;
    let Some(table) = reader.plan.tables.iter().find(|table| table.span.covers(whole)) else { return };
    let columns: Vec<Option<Column>> = table.columns.iter().map(|&(_, held)| held).collect();
    let id_column = columns.iter().position(|&held| held == Some(Column::Id));
    let words = cells.iter().enumerate().find(|&(number, _)| Some(number) != id_column).map_or(whole, |(_, &cell)| cell);
    for (number, &cell) in cells.iter().enumerate() {
        let masked = reader.blocks.masked(cell);
        if Some(number) == id_column || id_column.is_none() && number == 0 {
            let alone = references_in(masked, true);
            if let [id] = alone[..]
                && (Some(number) == id_column || in_front(reader, cell).is_some())
            {
                define(reader, id.shifted(cell.start as usize), role_of_row(reader, whole), whole, words);
                continue;
            }
        }
        let in_field = matches!(columns.get(number), Some(Some(Column::Reference | Column::Response)));
        mentions(reader, cell, in_field);
    }
}

fn define(reader: &mut Reader<'_>, span: Span, role: Role, whole: Span, text: Span) {
    let id = reader.blocks.masked(span).into();
    reader.plan.definitions.push(Definition { id, span, role, whole, text });
}

fn mentions(reader: &mut Reader<'_>, text: Span, in_field: bool) {
    let masked = reader.blocks.masked(text);
    if !could_hold_ids(masked.as_bytes()) {
        return;
    }
    for found in references_in(masked, in_field) {
        let span = found.shifted(text.start as usize);
        let id = reader.blocks.masked(span).into();
        reader.plan.references.push(Reference { id, span, document: None });
    }
}

/// What carries an id that begins `text`.
fn role_at(reader: &Reader<'_>, text: Span) -> Role {
    if reader.plan.actions.iter().any(|action| text.covers(action.place)) {
        return Role::Action;
    }
    section_role(reader, text)
}

fn role_of_row(reader: &Reader<'_>, row: Span) -> Role {
    if reader.plan.actions.iter().any(|action| row.covers(action.place)) {
        return Role::Action;
    }
    reader.plan.entries.iter().find(|entry| entry.whole == row).map_or_else(|| section_role(reader, row), |entry| entry.role)
}

fn section_role(reader: &Reader<'_>, at: Span) -> Role {
    let section = reader.plan.sections.iter().rev().find(|section| section.heading.start <= at.start || section.body.covers(at));
    section.and_then(|section| entries::role(section.reading)).unwrap_or(Role::Other)
}

/// `[A1](…)` is a link, never an id; `other.md#A3` names an id of another document.
fn outside_links(reader: &mut Reader<'_>) {
    let links: Vec<(Span, Option<Box<str>>)> = reader
        .blocks
        .all_inlines()
        .iter()
        .filter_map(|inline| match &inline.kind {
            InlineKind::Link(destination) => Some((inline.span, destination.clone())),
            InlineKind::Image => Some((inline.span, None)),
            _ => None,
        })
        .collect();
    let blocks = reader.blocks;
    let is_linked = |span: Span| {
        let mut inlines = blocks.inlines_over(span);
        inlines.any(|inline| matches!(inline.kind, InlineKind::Link(_) | InlineKind::Image) && inline.span.covers(span))
    };
    reader.plan.definitions.retain(|definition| !is_linked(definition.span));
    reader.plan.references.retain(|reference| !is_linked(reference.span));
    for (span, destination) in links {
        let Some((document, id)) = destination.as_deref().and_then(|it| it.split_once('#')) else { continue };
        let whole_id = references_in(id, true).first().is_some_and(|found| found.len() == id.len());
        if whole_id && document.ends_with(".md") && !document.contains("://") {
            reader.plan.references.push(Reference { id: id.into(), span, document: Some(document.into()) });
        }
    }
}
