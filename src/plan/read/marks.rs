//! Runs of text that are seen by their look alone: placeholders, damaged characters, web leftovers, broken tables;
//! and what else a chunk notes by the way: comments for planlint, link labels, scripts.

use super::Reader;
use crate::dialect::concept::{Column, Concept};
use crate::dialect::damage;
use crate::dialect::date;
use crate::dialect::group::Group;
use crate::dialect::letters::Letters;
use crate::dialect::placeholder;
use crate::markdown::{BlockKind, InlineKind, suppression};
use crate::plan::chunk_plan::ScriptRun;
use crate::plan::context::Context;
use crate::plan::element::{Filled, Mark, MarkKind};
use crate::plan::section::Reading;
use crate::text::Span;

pub(super) fn read(reader: &mut Reader<'_>, context: &Context) {
    // Where quotations, those of them that say nothing for this document, and headers end.
    let (mut quoted_to, mut unread_to, mut header_to) = (0, 0, 0);
    for block in 0..reader.blocks.len() {
        let here = *reader.blocks.block(block);
        match here.kind {
            BlockKind::Paragraph if block < unread_to => lines(reader, block, false),
            BlockKind::Cell | BlockKind::Heading { .. } if block < unread_to => {}
            BlockKind::Paragraph => {
                lines(reader, block, true);
                placeholders(reader, here.text);
                shapes(reader, here.text);
            }
            BlockKind::Heading { .. } => {
                to_do(reader, here.text);
                shapes(reader, here.text);
            }
            BlockKind::Row { header: true } => header_to = here.end as usize,
            // `| [Owner] |` heads a column.
            BlockKind::Cell if block >= header_to => placeholders(reader, here.text),
            BlockKind::List { pasted: true, .. } => {
                let count = reader.blocks.children(block).count();
                push(reader, MarkKind::PastedBullets, here.span, count);
            }
            BlockKind::Table => table(reader, block),
            BlockKind::Html => comments(reader, here.span),
            BlockKind::Quote { alert } => {
                quoted_to = quoted_to.max(here.end as usize);
                if alert || !speaks_in_quotes(reader, context, here.span) {
                    unread_to = unread_to.max(here.end as usize);
                }
            }
            _ => {}
        }
        // A quotation stays in the language of its source.
        if block >= quoted_to && matches!(here.kind, BlockKind::Paragraph | BlockKind::Heading { .. } | BlockKind::Cell) {
            script(reader, here.text);
        }
    }
    for inline in reader.blocks.all_inlines() {
        if inline.kind == InlineKind::Comment {
            comments(reader, inline.span);
        }
    }
    sole_placeholders(reader, context);
    nonstandard(reader);
    link_labels(reader);
    telling(reader);
}

fn push(reader: &mut Reader<'_>, kind: MarkKind, span: Span, count: usize) {
    reader.plan.marks.push(Mark { kind, span, count });
}

/// Whether what is quoted at `quote` is the document's own: statements and answers are, other quotations are words of somebody else.
fn speaks_in_quotes(reader: &Reader<'_>, context: &Context, quote: Span) -> bool {
    let is_own = |reading: Reading| matches!(reading, Reading::Mission | Reading::Vision | Reading::Questions { .. });
    let section = reader.plan.sections.iter().rev().find(|section| section.body.covers(quote));
    let level = section.map(|section| section.level).filter(|&level| level > 0).unwrap_or(u8::MAX);
    section.is_some_and(|section| is_own(section.reading))
        || context.open.iter().any(|heading| heading.level < level && is_own(heading.reading))
}

/// What is looked for line by line in paragraphs; leftovers of web pages only where they are `own` words.
fn lines(reader: &mut Reader<'_>, block: usize, own: bool) {
    let text = reader.blocks.block(block).text;
    let source = reader.blocks.source(text);
    let suspicious = memchr::memchr(b'?', source.as_bytes()).is_some() || !source.is_ascii();
    let copied = own && reader.mentions.mentions(Group::Boilerplate, text);
    let lines = if suspicious || copied { reader.lines(block) } else { Vec::new() };
    for line in lines {
        if suspicious {
            let found = damage::damaged(reader.blocks.masked(line));
            if let Some(first) = found.first() {
                push(reader, MarkKind::Mojibake, first.shifted(line.start as usize), found.len());
            }
        }
        if copied {
            let words = reader.blocks.masked(line).trim();
            if words.len() <= 120 && reader.facts.vocabulary.in_group(Group::Boilerplate, words) {
                push(reader, MarkKind::Boilerplate, line, 1);
            }
        }
    }
    if source.starts_with('|') {
        let rows = reader.lines(block).iter().filter(|line| line.of(reader.blocks.source).starts_with('|')).count();
        if rows >= 2 {
            push(reader, MarkKind::NoDelimiter, reader.first_line(block), rows);
        }
    } else {
        pasted_table(reader, block);
    }
}

/// A line that holds nothing but header words of an action table: a table that lost its pipes (A108).
fn pasted_table(reader: &mut Reader<'_>, block: usize) {
    if block > 0 && reader.is(block - 1, BlockKind::Item) {
        return;
    }
    let line = reader.first_line(block);
    let words = reader.blocks.masked(line).trim();
    if words.len() > 100 || words.len() < 8 || words.contains(['?', '!', ':', '_']) {
        return;
    }
    let in_actions = reader
        .plan
        .sections
        .iter()
        .rev()
        .find(|section| section.body.covers(line))
        .is_some_and(|section| section.reading == Reading::Actions);
    let workbook = reader.facts.headless || in_actions || reader.facts.stated == Some(crate::dialect::concept::Kind::Workbook);
    if !workbook {
        return;
    }
    if header_words(reader, words) {
        push(reader, MarkKind::PastedTable, line, 1);
    }
}

/// Whether `words` is a row of two or three known column names and nothing else, one of them the action's and one its owner or date.
fn header_words(reader: &Reader<'_>, words: &str) -> bool {
    let pieces: Vec<&str> = words.split_whitespace().collect();
    if pieces.len() < 2 || pieces.len() > 9 {
        return false;
    }
    column_runs(reader, &pieces, (false, 0))
}

/// Whether `pieces` can be cut into column names so that, with those already cut off, they head a table of actions. `so_far` says
/// whether one named the action, and how many named its owner or date. "Complete date" is one column, "Verantwortlich Frist" are two.
fn column_runs(reader: &Reader<'_>, pieces: &[&str], so_far: (bool, usize)) -> bool {
    let (text, others) = so_far;
    if pieces.is_empty() {
        return text && others >= 1 || others >= 2;
    }
    (1..=4.min(pieces.len())).any(|count| {
        let column = reader.facts.vocabulary.column(&pieces[..count].join(" "), Some(Concept::Actions)).map(|found| found.column);
        let next = match column {
            Some(Column::ActionText | Column::WeakText) => (true, others),
            Some(Column::Owner | Column::Due) => (text, others + 1),
            Some(_) => so_far,
            None => return false,
        };
        column_runs(reader, &pieces[count..], next)
    })
}

/// Placeholders of a heading. One that says "TODO" stands over what is to do, unless it says what.
fn to_do(reader: &mut Reader<'_>, text: Span) {
    let words = reader.blocks.masked(text).trim_start();
    let is_title = words.strip_prefix("TODO").is_some_and(|rest| !rest.starts_with([':', '：']));
    if !is_title {
        let marks = reader.plan.marks.len();
        placeholders(reader, text);
        // 待确认问题 is how open questions are headed: the word says what stands there, and keeps no place free.
        let stated = reader.plan.sections.iter().any(|section| section.heading.overlaps(text) && !section.matches.is_empty());
        let marked = reader.plan.marks.split_off(marks);
        reader.plan.marks.extend(marked.into_iter().filter(|mark| !stated || reader.blocks.source(mark.span).is_ascii()));
    }
}

fn placeholders(reader: &mut Reader<'_>, text: Span) {
    let masked = reader.blocks.masked(text);
    for token in placeholder::tokens_among(masked, &reader.mentions, text) {
        let span = token.shifted(text.start as usize);
        // "TODO (Ann): …" that was read as an action; words that nobody could hear.
        let named = reader.facts.todo_is_name && placeholder::goes_on_as_name(masked, token);
        let labels = named || reader.plan.actions.iter().any(|action| action.place.start == span.start && action.text.start >= span.end);
        let unheard = reader.facts.minutes && token.of(masked).starts_with('_') && masked[..token.start as usize].contains([':', '：']);
        if !labels && !unheard && !reader.slots.iter().any(|slot| slot.covers(span)) {
            reader.plan.marks.push(Mark { kind: MarkKind::Placeholder, span, count: 1 });
        }
    }
}

/// Sets apart the placeholders that are all there is below the heading of a part of a plan.
fn sole_placeholders(reader: &mut Reader<'_>, context: &Context) {
    let plan = &mut reader.plan;
    for mark in plan.marks.iter_mut().filter(|mark| mark.kind == MarkKind::Placeholder) {
        let Some(number) = plan.sections.iter().position(|section| section.body.covers(mark.span)) else { continue };
        let section = &plan.sections[number];
        let goes_on = plan.sections.get(number + 1).map_or(context.deeper_follows, |next| next.level > section.level);
        // An action whose words are still to come is one.
        let acts = plan.actions.iter().any(|action| action.section == number);
        if section.filled == Filled::Placeholder && section.level > 0 && !section.matches.is_empty() && !goes_on && !acts {
            mark.kind = MarkKind::SolePlaceholder;
        }
    }
}

/// Dates by their shape in running text; impossible ones are wrong wherever they stand, but for the title of another page.
fn shapes(reader: &mut Reader<'_>, text: Span) {
    let blocks = reader.blocks;
    for mut found in date::find_shapes(blocks.masked(text), reader.facts.order) {
        if matches!(found.when, date::When::Impossible { .. }) {
            found.span = found.span.shifted(text.start as usize);
            // The title of something else.
            let mut around = reader.blocks.inlines_over(found.span);
            if !around.any(|inline| matches!(inline.kind, InlineKind::Link(_) | InlineKind::Image)) {
                reader.plan.dates.push(found);
            }
        }
    }
}

fn table(reader: &mut Reader<'_>, block: usize) {
    let rows: Vec<usize> = reader.blocks.children(block).collect();
    let Some(&header) = rows.first() else { return };
    let width = reader.blocks.children(header).count();
    for &row in &rows[1..] {
        let span = reader.blocks.block(row).span;
        let (cells, surplus) = cells_written(reader.blocks.source(span), width);
        let missing = reader.blocks.children(row).any(|cell| {
            let cell = reader.blocks.block(cell).span;
            cell.is_empty() && cell.start >= span.end
        });
        if cells > width {
            // Blank cells too many are not shown either, but nothing is lost.
            if surplus {
                push(reader, MarkKind::LongRow, span, cells - width);
            }
        } else if missing {
            push(reader, MarkKind::ShortRow, span, width.saturating_sub(cells));
        }
    }
}

/// How many cells a row has in the text, and whether something stands in those beyond `width`.
fn cells_written(line: &str, width: usize) -> (usize, bool) {
    let line = line.trim();
    let inner = line.strip_prefix('|').unwrap_or(line);
    let (mut cells, mut escaped, mut ends_with_pipe, mut surplus) = (1, false, false, false);
    for byte in inner.bytes() {
        ends_with_pipe = byte == b'|' && !escaped;
        if ends_with_pipe {
            cells += 1;
        } else if cells > width && !byte.is_ascii_whitespace() {
            surplus = true;
        }
        escaped = byte == b'\\' && !escaped;
    }
    (cells - usize::from(ends_with_pipe), surplus)
}

fn comments(reader: &mut Reader<'_>, span: Span) {
    let source = reader.blocks.source(span);
    if memchr::memmem::find(source.as_bytes(), b"planlint-").is_none() {
        return;
    }
    let mut at = 0;
    while let Some(start) = source[at..].find("<!--").map(|found| at + found) {
        let end = source[start..].find("-->").map_or(source.len(), |found| start + found + 3);
        let comment = Span::new(start, end).shifted(span.start as usize);
        if let Some(directive) = suppression::parse(reader.blocks.source(comment), comment.start as usize) {
            reader.plan.directives.push(directive);
        }
        at = end;
    }
}

/// Words recognised only as an awkward variant (L102).
fn nonstandard(reader: &mut Reader<'_>) {
    let mut found: Vec<Span> = Vec::new();
    for section in &reader.plan.sections {
        if section.matches.iter().any(|found| found.nonstandard) {
            found.push(section.heading);
        }
    }
    for table in &reader.plan.tables {
        let concept = (table.role == crate::plan::element::TableRole::Actions).then_some(Concept::Actions);
        for &(cell, _) in &table.columns {
            if reader.facts.vocabulary.column(reader.blocks.masked(cell), concept).is_some_and(|found| found.nonstandard) {
                found.push(cell);
            }
        }
    }
    for field in &reader.plan.fields {
        if reader.facts.vocabulary.label(reader.blocks.masked(field.label)).is_some_and(|found| found.nonstandard) {
            found.push(field.label);
        }
    }
    for span in found {
        push(reader, MarkKind::Nonstandard, span, 1);
    }
}

/// `[A1]: url` makes every `[A1]` a link.
fn link_labels(reader: &mut Reader<'_>) {
    if memchr::memmem::find(reader.blocks.source.as_bytes(), b"]:").is_none() {
        return;
    }
    for line in reader.blocks.source.split(['\n', '\r']) {
        if let Some((label, _)) = line.trim_start().strip_prefix('[').and_then(|rest| rest.split_once("]:")) {
            reader.plan.link_labels.push(label.into());
        }
    }
}

/// Something that tells employees (M106): a verb of telling and an audience in one action or field.
fn telling(reader: &mut Reader<'_>) {
    let mentions = &reader.mentions;
    reader.plan.telling = reader
        .plan
        .actions
        .iter()
        .any(|action| mentions.mentions(Group::Telling, action.place) && mentions.mentions(Group::Audience, action.place));
}

/// The letters a block is written in.
fn script(reader: &mut Reader<'_>, text: Span) {
    let letters = Letters::of(reader.blocks.masked(text));
    if !letters.are_none() {
        reader.plan.scripts.push(ScriptRun { span: text, letters });
    }
}
