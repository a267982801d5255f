//! Lines that begin with `•` and its like, as they come out of a web page or a word processor, read as list items (DIALECT 12, 14).
//! Markdown calls such a run of lines one paragraph; here it becomes a paragraph (what stands before) and a list.

use super::block::{Block, BlockKind};
use crate::text::Span;

const BULLETS: [char; 5] = ['•', '‣', '◦', '●', '・'];

/// The width of a pasted bullet and the white space behind it at the start of `line`, in bytes; 0 where there is none.
fn bullet_width(line: &str) -> usize {
    let Some(rest) = line.strip_prefix(BULLETS) else { return 0 };
    let text = rest.trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}']);
    if text.len() == rest.len() { 0 } else { line.len() - text.len() }
}

/// Where the item that begins at `start` ends: a line that is indented no deeper than its bullet goes on after the list.
fn own_lines(source: &str, start: usize, end: usize) -> usize {
    let indent = start - source[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let mut line_start = start;
    for (number, line) in source[start..end].split_inclusive(['\n', '\r']).enumerate() {
        let blank = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        if number > 0 && blank <= indent && !line.trim().is_empty() {
            return line_start;
        }
        line_start += line.len();
    }
    end
}

/// Splits paragraph `index`, the last block of `list`, where its lines begin with pasted bullets.
pub(super) fn split(source: &str, list: &mut Vec<Block>, index: usize) {
    let text = list[index].text;
    let bytes = &source.as_bytes()[text.range()];
    if index + 1 != list.len() || memchr::memchr2(0xE2, 0xE3, bytes).is_none() {
        return;
    }
    let mut items: Vec<(usize, usize)> = Vec::new();
    let mut line_start = text.start as usize;
    for line in text.of(source).split_inclusive(['\n', '\r']) {
        let indent = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        let width = bullet_width(&line[indent..]);
        if width > 0 {
            items.push((line_start + indent, line_start + indent + width));
        }
        line_start += line.len();
    }
    let Some(&(first, _)) = items.first() else { return };
    let whole = list[index];
    let end = text.end as usize;
    list.truncate(index);
    if first > text.start as usize {
        let before = Span::new(text.start as usize, first).trimmed(source);
        if !before.is_empty() {
            let mut paragraph = whole;
            paragraph.text = before;
            paragraph.span = before;
            paragraph.end = list.len() as u32 + 1;
            list.push(paragraph);
        }
    }
    let at = list.len();
    let mut pasted = whole;
    pasted.kind = BlockKind::List { ordered: false, pasted: true };
    pasted.span = Span::new(first, end);
    pasted.text = Span::empty(first);
    list.push(pasted);
    for (number, &(start, text_start)) in items.iter().enumerate() {
        let item_end = own_lines(source, start, items.get(number + 1).map_or(end, |next| next.0));
        let inner = Span::new(text_start.min(item_end), item_end).trimmed(source);
        let mut item = whole;
        item.kind = BlockKind::Item;
        item.span = Span::new(start, (inner.end as usize).max(start));
        item.text = Span::empty(start);
        item.end = list.len() as u32 + 2;
        list.push(item);
        let mut paragraph = whole;
        paragraph.text = inner;
        paragraph.span = inner;
        paragraph.end = list.len() as u32 + 1;
        list.push(paragraph);
    }
    let last = list.len() as u32;
    list[at].end = last;
    let Some(&(start, _)) = items.last() else { return };
    let behind = Span::new(own_lines(source, start, end), end).trimmed(source);
    if !behind.is_empty() {
        list[at].span.end = behind.start;
        list[at].span = list[at].span.trimmed(source);
        let mut paragraph = whole;
        paragraph.text = behind;
        paragraph.span = behind;
        paragraph.end = last + 1;
        list.push(paragraph);
    }
}
