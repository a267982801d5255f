//! Labelled values in their five shapes (DIALECT 4). The fifth, a sub-heading with a text below it, is a section.

use super::{Body, Reader};
use crate::dialect::concept::{Column, Concept};
use crate::dialect::placeholder::{self, Slot};
use crate::markdown::{BlockKind, InlineKind};
use crate::plan::element::{Field, FieldShape, Filled};
use crate::text::Span;

pub(super) fn read(reader: &mut Reader<'_>, section: usize, body: &Body) {
    for &block in &body.blocks {
        match reader.blocks.block(block).kind {
            BlockKind::Paragraph => paragraph(reader, section, body, block),
            BlockKind::List { .. } => list(reader, section, body, block),
            BlockKind::Table => table(reader, section, body, block),
            BlockKind::Quote { alert: false } => {
                for child in reader.blocks.children(block).collect::<Vec<_>>() {
                    if reader.is(child, BlockKind::Paragraph) {
                        paragraph(reader, section, body, child);
                    }
                }
            }
            _ => {}
        }
    }
}

fn paragraph(reader: &mut Reader<'_>, section: usize, body: &Body, block: usize) {
    let text = reader.blocks.text(block);
    if memchr::memchr3(b':', 0xEF, b'*', reader.blocks.source(reader.blocks.block(block).text).as_bytes()).is_none()
        && !text.contains(" - ")
    {
        return;
    }
    let lines = reader.lines(block);
    let mut found: Vec<Field> = Vec::new();
    for (number, &line) in lines.iter().enumerate() {
        if let Some(mut field) = labelled(reader, line, section, body, FieldShape::PlainLine) {
            if field.value.is_empty()
                && field.shape == FieldShape::PlainLine
                && lines.get(number + 1).is_some_and(|next| next.of(reader.blocks.source).starts_with(": "))
            {
                field.shape = FieldShape::Definition;
            }
            found.push(field);
        } else if let Some(last) = found.last_mut() {
            // A value may be wrapped over several lines.
            if !line.of(reader.blocks.source).starts_with(": ") || last.shape == FieldShape::Definition {
                last.value = if last.value.is_empty() { line } else { last.value.to(line) };
            }
        }
    }
    for field in found {
        keep(reader, field);
    }
}

fn list(reader: &mut Reader<'_>, section: usize, body: &Body, list: usize) {
    for item in reader.blocks.children(list).collect::<Vec<_>>() {
        let Some(paragraph) = reader.blocks.first_paragraph(item) else { continue };
        let line = reader.first_line(paragraph);
        if let Some(mut field) = labelled(reader, line, section, body, FieldShape::Item) {
            let text = reader.blocks.block(paragraph).text;
            let end = text.end.max(field.value.end);
            let whole_value = Span { start: field.value.start, end }.trimmed(reader.blocks.source);
            if !whole_value.is_empty() {
                field.value = whole_value;
            }
            // What is nested below a label is its value too.
            let nested = reader.blocks.children(item).nth(1);
            if field.value.is_empty()
                && let Some(nested) = nested
            {
                let nested = reader.blocks.block(nested).span;
                field.value = Span { start: nested.start, end: reader.blocks.block(item).span.end.max(nested.end) };
            }
            keep(reader, field);
        }
    }
}

/// The labelled items nested in `item`.
pub(super) fn nested(reader: &mut Reader<'_>, section: usize, body: &Body, item: usize) {
    let lists: Vec<usize> = reader.blocks.children(item).filter(|&block| reader.is_list(block)).collect();
    for nested in lists {
        list(reader, section, body, nested);
    }
}

fn table(reader: &mut Reader<'_>, section: usize, body: &Body, table: usize) {
    let rows: Vec<usize> = reader.blocks.children(table).collect();
    let width = rows.first().map_or(0, |&row| reader.blocks.children(row).count());
    if width != 2 {
        return;
    }
    let mut fields = Vec::new();
    for (number, &row) in rows.iter().enumerate() {
        let cells: Vec<usize> = reader.blocks.children(row).collect();
        let [label, value] = cells[..] else { return };
        let (label, value) = (reader.blocks.block(label).text, reader.blocks.block(value).text);
        let words = reader.blocks.masked(label).trim();
        let names_columns = number == 0 && is_column(reader, words) && is_column(reader, reader.blocks.masked(value).trim());
        let meaning = Meaning::of(reader, words).filter(|_| !names_columns);
        if let Some(meaning) = meaning {
            let place = if value.is_empty() { label } else { label.to(value) };
            fields.push(meaning.field(reader, label, value, place, FieldShape::Row, section, body));
        }
    }
    // A header row is a pair only when its first cell is a label, and "Task | Owner" is none. One pair among many rows is a coincidence.
    if fields.len() * 2 >= rows.len() {
        for field in fields {
            keep(reader, field);
        }
    }
}

/// Whether `words` can stand above a column.
fn is_column(reader: &Reader<'_>, words: &str) -> bool {
    !words.is_empty() && reader.facts.vocabulary.column(words, None).is_some()
}

/// What a label can mean.
struct Meaning {
    concept: Option<crate::dialect::concept::Concept>,
    head: Option<crate::dialect::concept::HeadKey>,
    column: Option<crate::dialect::concept::Column>,
}

impl Meaning {
    fn of(reader: &Reader<'_>, words: &str) -> Option<Self> {
        if words.is_empty() || words.len() > 60 {
            return None;
        }
        let vocabulary = reader.facts.vocabulary;
        let concept = vocabulary.label(words).map(|found| found.concept);
        let head = vocabulary.head_key(words);
        // "Check the concept – responsible: Ann" is an item about one thing, no field of all.
        let clause = [" - ", " – ", " — "].iter().any(|dash| words.contains(dash));
        let column = if clause { None } else { vocabulary.column(words, None).map(|found| found.column) };
        (concept.is_some() || head.is_some() || column.is_some()).then_some(Self { concept, head, column })
    }

    fn field(&self, reader: &Reader<'_>, label: Span, value: Span, place: Span, shape: FieldShape, section: usize, body: &Body) -> Field {
        Field {
            label,
            value,
            place,
            concept: self.concept,
            head: self.head,
            column: self.column,
            shape,
            filled: reader.filled(reader.blocks.masked(value)),
            link: link_in(reader, value),
            section,
            in_head: body.in_head,
        }
    }
}

/// Reads `label: value` from one line.
fn labelled(reader: &Reader<'_>, line: Span, section: usize, body: &Body, shape: FieldShape) -> Option<Field> {
    let blocks = reader.blocks;
    let masked = blocks.masked(line);
    let source = blocks.source(line);
    // A label ends with a colon, or is bold; a full-width colon begins with the byte 0xEF.
    if memchr::memchr2(b':', 0xEF, masked.as_bytes()).is_none() && memchr::memchr2(b'*', b'_', source.as_bytes()).is_none() {
        return None;
    }
    let indent = masked.len() - masked.trim_start().len();
    // A box stands before something to do, whatever label is in it.
    if matches!(masked.as_bytes()[indent..], [b'[', _, b']', ..]) {
        return None;
    }
    let bold = source.trim_start().starts_with("**") || source.trim_start().starts_with("__");
    let colon = memchr::memchr2_iter(b':', 0xEF, masked.as_bytes()).find_map(|at| {
        let mark = masked.get(at..)?.chars().next().filter(|mark| matches!(mark, ':' | '：'))?;
        Some((at, mark))
    });
    let (label_end, value_start) = match colon {
        Some((at, mark)) if at <= 80 => (at, at + mark.len_utf8()),
        _ if bold => {
            let inner = source.trim_start().trim_start_matches(['*', '_']);
            let close = inner.find("**").or_else(|| inner.find("__"))?;
            let label_end = source.len() - inner.len() + close;
            let rest = source[label_end..].trim_start_matches(['*', '_', ' ']);
            let rest = rest.strip_prefix(['-', '—', '–'])?;
            (label_end, source.len() - rest.len())
        }
        _ => return None,
    };
    let label = Span::new(line.start as usize + indent.min(label_end), line.start as usize + label_end).trimmed_mask(reader);
    let words = blocks.masked(label).trim();
    if words.split_whitespace().count() > 5 {
        return None;
    }
    let meaning = Meaning::of(reader, words)?;
    let value = Span::new(line.start as usize + value_start, line.end as usize);
    let value = mark_free(reader, value);
    let shape = if bold && shape == FieldShape::PlainLine { FieldShape::BoldLine } else { shape };
    Some(meaning.field(reader, label, value, line, shape, section, body))
}

/// A value without the closing marks of the label (`:**`) and without white space.
fn mark_free(reader: &Reader<'_>, value: Span) -> Span {
    let source = value.of(reader.blocks.source);
    let rest = source.trim_start_matches(['*', '_']).trim_start();
    Span::new(value.end as usize - rest.len(), value.end as usize).trimmed(reader.blocks.source)
}

fn link_in(reader: &Reader<'_>, value: Span) -> Option<Box<str>> {
    reader.blocks.inlines_over(value).find_map(|inline| match &inline.kind {
        InlineKind::Link(Some(destination)) if value.covers(inline.span) => Some(destination.clone()),
        _ => None,
    })
}

fn keep(reader: &mut Reader<'_>, mut field: Field) {
    field.filled = reader.filled(reader.blocks.masked(field.value));
    if field.filled == Filled::Given && placeholder::whole(reader.blocks.masked(field.value), Slot::Text) {
        field.filled = Filled::Placeholder;
    }
    // Among resources "people" are what is needed, and nobody else asks who they are.
    let is_resource = reader.plan.sections[field.section].states(Concept::Resources);
    if field.filled == Filled::Placeholder && !is_resource && is_asked_for(&field) {
        reader.slots.push(field.value);
    }
    reader.plan.fields.push(field);
}

/// Whether a rule of its own tells that the field is still to be filled. A placeholder anywhere else is H101's.
fn is_asked_for(field: &Field) -> bool {
    let by_concept = matches!(
        field.concept,
        Some(
            Concept::Mission
                | Concept::Purpose
                | Concept::Customers
                | Concept::Experience
                | Concept::Staff
                | Concept::Company
                | Concept::Answer
                | Concept::Responsibilities
                | Concept::Interfaces
                | Concept::Confirmation
                | Concept::StrategyLead
                | Concept::PlanningTime
                | Concept::Sponsor
        )
    );
    by_concept || field.in_head && field.head.is_some() || matches!(field.column, Some(Column::Owner | Column::Due | Column::Answer))
}

trait TrimmedMask {
    fn trimmed_mask(self, reader: &Reader<'_>) -> Self;
}

impl TrimmedMask for Span {
    /// Without what the mask blanks at either end: emphasis marks.
    fn trimmed_mask(self, reader: &Reader<'_>) -> Self {
        let masked = reader.blocks.masked(self);
        let start = self.start as usize + masked.len() - masked.trim_start().len();
        let end = start + masked.trim().len();
        Self::new(start, end)
    }
}
