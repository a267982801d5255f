//! What one list item says: its box, its words, its owner and dates, and what is nested in it.

use super::Reader;
use crate::dialect::item::{self, Attributes, ItemText};
use crate::dialect::owner::{Owner, owner_cell};
use crate::markdown::{BlockKind, InlineKind};
use crate::text::Span;
use std::cell::OnceCell;

/// A box in front of an item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tick {
    Open,
    InProgress,
    Done,
    Cancelled,
}

/// An item's own text: its first paragraph, behind the box.
#[derive(Clone, Copy, Debug)]
pub(super) struct Own {
    pub(super) item: usize,
    /// The whole text behind the box.
    pub(super) text: Span,
    /// Its first line.
    pub(super) place: Span,
    pub(super) tick: Option<Tick>,
    /// All of it is struck through.
    pub(super) struck: bool,
}

/// What a text says about itself, read when it is first asked for: most items are neither action nor promise.
pub(super) struct Told {
    text: Span,
    attributes: OnceCell<Attributes>,
}

impl Told {
    pub(super) fn by(text: Span) -> Self {
        Self { text, attributes: OnceCell::new() }
    }

    /// Owner, dates, id and the like.
    pub(super) fn attributes(&self, reader: &Reader<'_>) -> &Attributes {
        self.attributes.get_or_init(|| attributes(reader, self.text))
    }
}

/// The item's own text; `None` when it begins with something else (a nested list, code). An item of a box alone has an empty text.
/// Many readers ask for it: it is worked out once.
pub(super) fn own(reader: &Reader<'_>, item: usize) -> Option<Own> {
    *reader.own[item].get_or_init(|| worked_out(reader, item))
}

/// The text of an item that begins with a block quote.
pub(super) fn quoted(reader: &Reader<'_>, item: usize) -> Option<Own> {
    let quote = reader.blocks.children(item).next().filter(|&quote| matches!(reader.blocks.block(quote).kind, BlockKind::Quote { .. }))?;
    let paragraph = reader.blocks.children(quote).next().filter(|&block| reader.is(block, BlockKind::Paragraph))?;
    let text = reader.blocks.block(paragraph).text.trimmed(reader.blocks.source);
    Some(Own { item, text, place: reader.first_line(paragraph), tick: None, struck: false })
}

fn worked_out(reader: &Reader<'_>, item: usize) -> Option<Own> {
    let paragraph = reader.blocks.first_paragraph(item)?;
    let whole = reader.blocks.block(paragraph).text;
    let masked = reader.blocks.masked(whole);
    let (tick, width) = tick(masked);
    // Counted from where the width was: a line may begin behind blanks that Markdown does not know for such.
    let behind_box = whole.start as usize + width;
    let text = Span::new(behind_box, without_bullets(reader.blocks.source, whole)).trimmed(reader.blocks.source);
    let end = reader.first_line(paragraph).end as usize;
    let place = Span::new(behind_box.min(end), end).trimmed(reader.blocks.source);
    let struck = !text.is_empty()
        && reader.blocks.inlines(paragraph).iter().any(|inline| {
            // A remark behind what is struck does not bring it back.
            inline.kind == InlineKind::Struck && inline.span.start <= text.start + 2 && inline.span.len() * 2 >= text.len()
        });
    Some(Own { item, text, place, tick, struck })
}

/// A line of a paragraph that begins with a box, as the item that it would be behind a bullet.
pub(super) fn boxed_line(reader: &Reader<'_>, paragraph: usize, line: Span) -> Option<Own> {
    let (tick, width) = tick(reader.blocks.masked(line));
    let text = Span::new(line.start as usize + width, line.end as usize).trimmed(reader.blocks.source);
    (tick.is_some() && !text.is_empty()).then_some(Own { item: paragraph, text, place: text, tick, struck: false })
}

/// Bullets of word processors, which Markdown takes for letters. Others, such as ■ and ○, head lines and explain signs as often.
const PASTED_BULLETS: [char; 5] = ['•', '·', '‣', '◦', '・'];

/// A line of a paragraph that begins with a bullet of a word processor, as the item that it was there.
pub(super) fn bulleted_line(reader: &Reader<'_>, paragraph: usize, line: Span) -> Option<Own> {
    let words = reader.blocks.source(line).trim_start().strip_prefix(PASTED_BULLETS)?;
    let text = Span::new(line.end as usize - words.len(), line.end as usize).trimmed(reader.blocks.source);
    (!text.is_empty()).then_some(Own { item: paragraph, text, place: text, tick: None, struck: false })
}

/// An item's own text above the first of its lines that begin with a box, and each of these: only their bullets were left out.
pub(super) fn above_boxed_lines(reader: &Reader<'_>, own: Own) -> (Own, Vec<Own>) {
    let Some(paragraph) = reader.blocks.first_paragraph(own.item).filter(|_| own.text.len() > own.place.len()) else {
        return (own, Vec::new());
    };
    let mut end = None;
    let mut boxed = Vec::new();
    for line in reader.lines(paragraph).into_iter().skip(1) {
        if let Some(found) = boxed_line(reader, paragraph, line) {
            end.get_or_insert(line.start as usize);
            boxed.push(found);
        }
    }
    let text = end.map_or(own.text, |end| Span::new(own.text.start as usize, end).trimmed(reader.blocks.source));
    (Own { text, ..own }, boxed)
}

/// Whether `list` and the lists nested in it hold nothing but boxes.
pub(super) fn is_all_boxes(reader: &Reader<'_>, list: usize) -> bool {
    reader.blocks.children(list).all(|item| {
        own(reader, item).is_some_and(|own| own.tick.is_some())
            && nested(reader, item).into_iter().all(|block| reader.is_list(block) && is_all_boxes(reader, block))
    })
}

/// Where `text` ends without the lone bullets below it: an empty item does not end a paragraph, so Markdown takes them for words.
fn without_bullets(source: &str, text: Span) -> usize {
    let mut words = text.of(source).trim_end();
    while let Some((before, last)) = words.rsplit_once('\n') {
        if !matches!(last.trim(), "*" | "-" | "+") {
            break;
        }
        words = before.trim_end();
    }
    text.start as usize + words.len()
}

/// The box at the start of `text` and its width in bytes.
fn tick(text: &str) -> (Option<Tick>, usize) {
    let start = text.len() - text.trim_start().len();
    let mut characters = text[start..].chars();
    if characters.next() != Some('[') {
        return (None, 0);
    }
    let first = characters.next();
    if first == Some(']') && text[start + 2..].starts_with(' ') && text.len() > start + 3 {
        return (Some(Tick::Open), start + 2);
    }
    let tick = match first {
        Some(' ') => Tick::Open,
        Some('x' | 'X') => Tick::Done,
        Some('-') => Tick::Cancelled,
        Some('/') => Tick::InProgress,
        _ => return (None, 0),
    };
    if characters.next() != Some(']') || characters.next().is_some_and(|next| !next.is_whitespace()) {
        return (None, 0);
    }
    (Some(tick), start + 3)
}

/// Whether any item of `list`, nested ones included, has a box.
pub(super) fn has_box(reader: &Reader<'_>, list: usize) -> bool {
    let end = reader.blocks.block(list).end as usize;
    (list..end).any(|block| reader.is(block, BlockKind::Item) && own(reader, block).is_some_and(|own| own.tick.is_some()))
}

/// Owner, dates, id and the like of a run of text.
pub(super) fn attributes(reader: &Reader<'_>, text: Span) -> Attributes {
    let inside = |wanted: fn(&InlineKind) -> bool| -> Vec<Span> {
        reader
            .blocks
            .inlines_over(text)
            .filter(|inline| wanted(&inline.kind))
            .map(|inline| {
                let start = inline.span.start.max(text.start) - text.start;
                let end = inline.span.end.min(text.end) - text.start;
                Span { start, end }
            })
            .collect()
    };
    let links = inside(|kind| matches!(kind, InlineKind::Link(_) | InlineKind::Image));
    let strong = inside(|kind| *kind == InlineKind::Strong);
    let struck = inside(|kind| *kind == InlineKind::Struck);
    let kept = reader.blocks.kept(text);
    let given = ItemText {
        // What is struck through as a whole still says what it was.
        masked: if kept.trim().is_empty() { reader.blocks.masked(text) } else { &kept },
        source: reader.blocks.source(text),
        links: &links,
        strong: &strong,
        struck: &struck,
    };
    item::read(&given, reader.facts.order).shifted(text.start as usize)
}

/// Whether all of a cell is struck through.
pub(super) fn is_struck(reader: &Reader<'_>, cell: Span) -> bool {
    let mut inlines = reader.blocks.inlines_over(cell);
    inlines.any(|inline| inline.kind == InlineKind::Struck && inline.span.start <= cell.start + 2 && inline.span.end + 2 >= cell.end)
}

/// Whether all of `text` is one link: a title, not its writer's words.
pub(super) fn is_link(reader: &Reader<'_>, text: Span) -> bool {
    // A sign or two may stand around the link, or be all that is left of the text.
    let around = Span { start: text.start.min(text.end.saturating_sub(3)), end: text.end.max(text.start + 3) };
    let mut inlines = reader.blocks.inlines_over(around);
    inlines
        .any(|inline| matches!(inline.kind, InlineKind::Link(_)) && inline.span.start <= text.start + 2 && inline.span.end + 2 >= text.end)
}

/// Who a cell or value names, without those who are struck through.
pub(super) fn owner_in(reader: &Reader<'_>, cell: Span) -> Owner {
    owner_cell(&ItemText::plain(&reader.blocks.kept(cell))).shifted(cell.start as usize)
}

/// The blocks nested in an item behind its own text.
pub(super) fn nested(reader: &Reader<'_>, item: usize) -> Vec<usize> {
    let skip = usize::from(reader.blocks.first_paragraph(item).is_some());
    reader.blocks.children(item).skip(skip).collect()
}
