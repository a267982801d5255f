//! pulldown-cmark's events -> [`Blocks`]. The only file that names the parser.
//!
//! Task boxes are read from the item's text by the dialect, which knows more of them. A reference link without a definition in
//! the chunk counts as a link when it is written `[text][]` or `[text][label]`: its definition may stand in another chunk.

use super::block::{Block, BlockKind, Blocks, Inline, InlineKind};
use super::{pasted, tag};
use crate::text::Span;
use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_GFM
}

impl<'s> Blocks<'s> {
    /// Reads one chunk. Never fails: all text is Markdown.
    pub fn read(source: &'s str) -> Self {
        let mut unknown_links = |link: BrokenLink<'_>| match link.link_type {
            LinkType::Reference | LinkType::Collapsed => Some((CowStr::Borrowed(""), CowStr::Borrowed(""))),
            _ => None,
        };
        let parser = Parser::new_with_broken_link_callback(source, options(), Some(&mut unknown_links));
        let mut reader = Reader::new(source);
        for (event, range) in parser.into_offset_iter() {
            reader.event(event, range);
        }
        reader.finish()
    }
}

/// In so many bytes of most texts there is one block at most, or one inline; and few blocks lie deeper than so many others. What is
/// rarely more grows once at most.
const BYTES_PER_BLOCK: usize = 32;
const BYTES_PER_INLINE: usize = 64;
const DEEP: usize = 8;

struct Reader<'s> {
    source: &'s str,
    masked: Vec<u8>,
    list: Vec<Block>,
    inlines: Vec<Inline>,
    open: Vec<usize>,
    /// The running text of a tight item has no paragraph of its own: this one is made for it.
    tight: bool,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        let (list, inlines) = (Vec::with_capacity(source.len() / BYTES_PER_BLOCK), Vec::with_capacity(source.len() / BYTES_PER_INLINE));
        Self { source, masked: vec![b' '; source.len()], list, inlines, open: Vec::with_capacity(DEEP), tight: false }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(_) => {
                self.running_text(&range);
                self.masked[range.clone()].fill(1);
                self.inline(InlineKind::Code, range);
            }
            Event::SoftBreak | Event::HardBreak => {
                self.running_text(&range);
                for at in range {
                    if matches!(self.source.as_bytes()[at], b'\n' | b'\r') {
                        self.masked[at] = self.source.as_bytes()[at];
                    }
                }
            }
            Event::InlineHtml(html) if tag::is_words(&html) => self.text(&html, range),
            Event::InlineHtml(html) => {
                self.running_text(&range);
                self.inline(if html.starts_with("<!--") { InlineKind::Comment } else { InlineKind::Html }, range);
            }
            Event::Html(html) => {
                let words = html.trim_end();
                self.text(words, range.start..range.start + words.len());
            }
            Event::FootnoteReference(_) => self.running_text(&range),
            Event::Rule => {
                self.leave_tight();
                let block = Block::new(BlockKind::Break, self.without_line_end(range), self.inlines.len());
                self.list.push(block);
                let last = self.list.len();
                self.list[last - 1].close(last, self.inlines.len());
            }
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let kind = match tag {
            Tag::Paragraph => BlockKind::Paragraph,
            Tag::Heading { level, .. } => {
                let setext = !self.source[range.clone()].trim_start().starts_with('#');
                BlockKind::Heading { level: *level as u8, setext }
            }
            Tag::BlockQuote(alert) => BlockKind::Quote { alert: alert.is_some() },
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => BlockKind::Code,
            Tag::HtmlBlock if self.is_instruction(&range) => BlockKind::Paragraph,
            Tag::HtmlBlock => BlockKind::Html,
            Tag::List(first) => BlockKind::List { ordered: first.is_some(), pasted: false },
            Tag::Item => BlockKind::Item,
            Tag::FootnoteDefinition(_) => BlockKind::Footnote,
            Tag::Table(_) => BlockKind::Table,
            Tag::TableHead => BlockKind::Row { header: true },
            Tag::TableRow => BlockKind::Row { header: false },
            Tag::TableCell => BlockKind::Cell,
            inline => {
                self.running_text(&range);
                let kind = match inline {
                    Tag::Strong => InlineKind::Strong,
                    Tag::Emphasis => InlineKind::Emphasis,
                    Tag::Strikethrough => InlineKind::Struck,
                    Tag::Image { .. } => InlineKind::Image,
                    Tag::Link { dest_url, .. } => InlineKind::Link((!dest_url.is_empty()).then(|| dest_url.as_ref().into())),
                    _ => return,
                };
                return self.inline(kind, range);
            }
        };
        self.leave_tight();
        let span = if kind == BlockKind::Cell { Span::new(range.start, range.end) } else { self.without_line_end(range) };
        self.open.push(self.list.len());
        self.list.push(Block::new(kind, span, self.inlines.len()));
    }

    /// `<your name>` on a line of its own. A capital is left to the components of other dialects: `<Note>`.
    fn is_instruction(&self, range: &Range<usize>) -> bool {
        let html = self.source[range.clone()].trim();
        tag::is_words(html) && html[1..].starts_with(char::is_lowercase)
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        let is_inline = matches!(tag, TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image);
        if is_inline {
            return self.running_text(&range);
        }
        if !matches!(tag, TagEnd::Paragraph) {
            self.leave_tight();
        }
        let Some(index) = self.open.pop() else { return };
        if self.list[index].kind == BlockKind::Cell {
            // A blank cell is all between its pipes: that is where something is missing.
            let (span, text) = (self.list[index].span, self.list[index].span.trimmed(self.source));
            self.list[index].text = if text.is_empty() { span } else { text };
        }
        self.close(index);
        if self.list[index].kind == BlockKind::Paragraph {
            pasted::split(self.source, &mut self.list, index);
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let Some(&index) = self.open.last() else { return };
        if matches!(self.list[index].kind, BlockKind::Code | BlockKind::Html) {
            return;
        }
        self.running_text(&range);
        let source = &self.source.as_bytes()[range.clone()];
        if source == text.as_bytes() {
            self.masked[range].copy_from_slice(source);
        } else if !text.trim().is_empty() {
            self.masked[range].fill(1);
        }
    }

    /// Notes that `range` is running text of the innermost block; opens a paragraph where a tight item has none.
    fn running_text(&mut self, range: &Range<usize>) {
        let Some(&index) = self.open.last() else { return };
        let index = match self.list[index].kind {
            BlockKind::Item | BlockKind::Quote { .. } | BlockKind::Footnote => {
                self.tight = true;
                self.open.push(self.list.len());
                self.list.push(Block::new(BlockKind::Paragraph, Span::new(range.start, range.end), self.inlines.len()));
                self.list.len() - 1
            }
            _ => index,
        };
        let block = &mut self.list[index];
        let here = Span::new(range.start, range.end);
        match block.kind {
            BlockKind::Cell => {}
            _ if block.text.is_empty() => block.text = here,
            _ => block.text = block.text.to(here),
        }
        if self.tight {
            block.span = block.span.to(here);
        }
    }

    fn leave_tight(&mut self) {
        if self.tight {
            self.tight = false;
            if let Some(index) = self.open.pop() {
                self.close(index);
                pasted::split(self.source, &mut self.list, index);
            }
        }
    }

    fn close(&mut self, index: usize) {
        let end = self.list.len();
        self.list[index].close(end, self.inlines.len());
    }

    fn inline(&mut self, kind: InlineKind, range: Range<usize>) {
        let before = self.inlines.last().map_or(0, |inline| inline.reach);
        self.inlines.push(Inline { kind, span: Span::new(range.start, range.end), reach: before.max(range.end as u32) });
    }

    /// The parser's ends of lists and items hold the blank lines that follow; ours do not.
    fn without_line_end(&self, range: Range<usize>) -> Span {
        let text = &self.source[range.clone()];
        Span::new(range.start, range.start + text.trim_end_matches(['\n', '\r', ' ', '\t']).len())
    }

    fn finish(self) -> Blocks<'s> {
        // Only whole runs of text were copied over blanks, so the mask is UTF-8; an empty mask would only hide words.
        let masked = String::from_utf8(self.masked).unwrap_or_default();
        Blocks { source: self.source, masked, list: self.list, inlines: self.inlines }
    }
}
