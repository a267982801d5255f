//! Text that was damaged on its way into the document: characters, bullets, lines of a web page, a table without its lines.

use super::bench::Sheet;
use super::line;
use super::title::Title;
use crate::dialect::concept::{Column, Concept};
use crate::dialect::damage;
use crate::finding::Applicability::Choice;
use crate::finding::{Edit, Finding, Fix};
use crate::markdown::{BlockKind, Blocks};
use crate::text::Span;

/// UTF-8 that was read as Windows-1252, and what it was.
const GARBLED: [(&str, &str); 14] = [
    ("â€™", "’"),
    ("â€œ", "“"),
    ("â€\u{9d}", "”"),
    ("â€“", "–"),
    ("â€”", "—"),
    ("â€¦", "…"),
    ("Ã©", "é"),
    ("Ã¨", "è"),
    ("Ã¼", "ü"),
    ("Ã¶", "ö"),
    ("Ã¤", "ä"),
    ("Ã±", "ñ"),
    ("Ã§", "ç"),
    ("Â ", " "),
];

/// H107: the words as they were, as far as that can be known.
pub(super) fn characters(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let text = sheet.text;
    // One finding stands for all damage of its line.
    let whole = Span::new(line::start(text, finding.span.start as usize), line::end(text, finding.span.end as usize));
    let places = damage::damaged(whole.of(text)).into_iter().map(|place| place.shifted(whole.start as usize));
    let edits: Vec<Edit> = places.filter_map(|place| Some(Edit::replace(place, mended(place.of(text))?))).collect();
    if edits.is_empty() { Vec::new() } else { vec![sheet.fix(Choice, Title::REPAIR, &[], edits)] }
}

fn mended(damaged: &str) -> Option<String> {
    if let Some((_, whole)) = GARBLED.iter().find(|(garbled, _)| *garbled == damaged) {
        return Some((*whole).to_owned());
    }
    let next = damaged.get(2..).filter(|_| damaged.get(1..2) == Some("?"))?;
    Some(format!("{} {next}", &damaged[..1]))
}

/// H108: the line goes, and with a paragraph of its own the blank line above it.
pub(super) fn boilerplate(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let gone = line::paragraph(sheet.text, Span::empty(finding.span.start as usize));
    vec![sheet.fix(Choice, Title::DELETE_LINE, &[], vec![Edit::delete(gone)])]
}

/// H111: a Markdown bullet for each of the run.
pub(super) fn bullets(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some((base, blocks)) = sheet.blocks(finding.span.start as usize) else { return Vec::new() };
    let is_run = |index: &usize| {
        let block = blocks.block(*index);
        matches!(block.kind, BlockKind::List { pasted: true, .. }) && block.span.start as usize + base == finding.span.start as usize
    };
    let Some(list) = (0..blocks.len()).find(is_run) else { return Vec::new() };
    let edits = blocks.children(list).map(|item| {
        let start = base + blocks.block(item).span.start as usize;
        let words = &sheet.text[start..line::end(sheet.text, start)];
        let bullet = words.chars().next().map_or(0, char::len_utf8);
        let gap = words[bullet..].len() - words[bullet..].trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}']).len();
        Edit::replace(Span::new(start, start + bullet + gap), "- ")
    });
    vec![sheet.fix(Choice, Title::MAKE_LIST, &[], edits.collect())]
}

/// A108: the line becomes the header, each paragraph below it a row with nothing in the other cells.
pub(super) fn table(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some((base, blocks)) = sheet.blocks(finding.span.start as usize) else { return Vec::new() };
    let names = columns(sheet, sheet.of(finding.span));
    let is_header = |index: &usize| {
        let block = blocks.block(*index);
        block.kind == BlockKind::Paragraph && block.span.shifted(base).covers(finding.span)
    };
    let Some(header) = blocks.top().find(is_header).filter(|_| names.len() > 1) else { return Vec::new() };
    let text_column = names.iter().position(|(_, column)| matches!(column, Column::ActionText | Column::WeakText)).unwrap_or(0);
    let row = |words: &str| {
        let cells = (0..names.len()).map(|column| if column == text_column { words } else { "" });
        format!("|{}|", cells.map(|cell| format!(" {cell} ")).collect::<Vec<_>>().join("|"))
    };
    let mut lines = vec![
        format!("| {} |", names.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" | ")),
        format!("|{}", " --- |".repeat(names.len())),
    ];
    let own = blocks.block(header).span.shifted(base);
    let rest = Span { start: finding.span.end, end: own.end };
    lines.extend(sheet.of(rest).lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| row(&cell(line))));
    let mut end = own.end as usize;
    for block in blocks.top().skip_while(|&block| block <= header).take_while(|&block| is_words(&blocks, block)) {
        let span = blocks.block(block).span.shifted(base).trimmed(sheet.text);
        lines.push(row(&cell(sheet.of(span))));
        end = span.end as usize;
    }
    let start = finding.span.start as usize;
    let end = start + sheet.text[start..end].trim_end().len();
    let edit = Edit::replace(Span::new(start, end), lines.join(line::ending(sheet.text, start)));
    let begins = line::start(sheet.text, own.start as usize) == own.start as usize && own.start == finding.span.start;
    if begins { vec![sheet.fix(Choice, Title::MAKE_TABLE, &[], vec![edit])] } else { Vec::new() }
}

fn is_words(blocks: &Blocks<'_>, block: usize) -> bool {
    blocks.block(block).kind == BlockKind::Paragraph
}

/// Words on one line, fit for a cell.
fn cell(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// The names of columns that `words` is made of, the longest known first; but "Task owner" is a task and an owner.
fn columns(sheet: &Sheet<'_>, words: &str) -> Vec<(String, Column)> {
    let pieces: Vec<&str> = words.split_whitespace().collect();
    let known = |from: usize, to: usize| {
        let name = pieces[from..to].join(" ");
        let column = sheet.bench.settings.vocabulary.column(&name, Some(Concept::Actions))?.column;
        Some((name, column))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let Some(mut end) = (at + 1..=pieces.len().min(at + 4)).rev().find(|&end| known(at, end).is_some()) else { return Vec::new() };
        let is_text = |to: usize| known(at, to).is_some_and(|(_, column)| matches!(column, Column::ActionText | Column::WeakText));
        if let Some(text) = (at + 1..end).find(|&to| is_text(to) && known(to, end).is_some()) {
            end = text;
        }
        found.extend(known(at, end));
        at = end;
    }
    found
}
