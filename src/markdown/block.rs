//! The blocks of one chunk, in the order of the text, each with its span; and the chunk's *masked* text.
//!
//! Masked text has the length of the source: what Markdown calls text is copied, code is `\x01`, everything else (bullets, pipes,
//! emphasis marks, link destinations, HTML) is blank. So words are searched in the mask, and offsets are those of the source.

use crate::text::Span;
use std::borrow::Cow;

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// A heading; `setext` ones are underlined.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Underlined by `===` or `---`.
        setext: bool,
    },
    /// Running text, also the text of a tight list item.
    Paragraph,
    /// A list.
    List {
        /// Numbered.
        ordered: bool,
        /// Made of `•` and its like, which Markdown does not read as a list.
        pasted: bool,
    },
    /// An item of a list.
    Item,
    /// A block quote.
    Quote {
        /// `> [!NOTE]` and its like.
        alert: bool,
    },
    /// A table; its children are rows.
    Table,
    /// A row of a table; its children are cells.
    Row {
        /// The first one.
        header: bool,
    },
    /// A cell; its span is all between the pipes. A cell the row does not have is empty at the row's end.
    Cell,
    /// Fenced or indented code.
    Code,
    /// Raw HTML, comments included.
    Html,
    /// The text of a footnote.
    Footnote,
    /// A thematic break.
    Break,
}

/// One block.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// All its bytes without the line end that follows.
    pub span: Span,
    /// The bytes of its own running text (heading, paragraph, cell), else empty.
    pub text: Span,
    /// Index behind its last descendant.
    pub end: u32,
    /// Its inlines, as a range of [`Blocks::inlines`].
    inlines: (u32, u32),
}

/// What an inline is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InlineKind {
    /// A code span.
    Code,
    /// `**bold**`
    Strong,
    /// `*emphasis*`
    Emphasis,
    /// `~~struck~~`
    Struck,
    /// A link; the destination is `None` where its definition lies outside the chunk.
    Link(Option<Box<str>>),
    /// A picture.
    Image,
    /// An HTML comment.
    Comment,
    /// Any other HTML.
    Html,
}

/// Something inside running text. The span holds its marks too.
#[derive(Clone, Debug)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// All its bytes.
    pub span: Span,
    /// The byte behind all inlines up to this one: one may lie in another that began long before.
    pub(super) reach: u32,
}

/// A chunk as blocks.
pub struct Blocks<'s> {
    /// The chunk.
    pub source: &'s str,
    pub(super) masked: String,
    pub(super) list: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
}

impl Block {
    pub(super) fn new(kind: BlockKind, span: Span, inlines_from: usize) -> Self {
        Self { kind, span, text: Span::empty(span.start as usize), end: 0, inlines: (inlines_from as u32, inlines_from as u32) }
    }

    pub(super) fn close(&mut self, end: usize, inlines_to: usize) {
        self.end = end as u32;
        self.inlines.1 = inlines_to as u32;
    }
}

impl<'s> Blocks<'s> {
    /// Block number `index`, in the order of the text.
    pub fn block(&self, index: usize) -> &Block {
        &self.list[index]
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is no block.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The blocks that lie directly in the chunk.
    pub fn top(&self) -> Children<'_> {
        Children { list: &self.list, next: 0, end: self.list.len() }
    }

    /// The blocks that lie directly in block `index`.
    pub fn children(&self, index: usize) -> Children<'_> {
        Children { list: &self.list, next: index + 1, end: self.list[index].end as usize }
    }

    /// The inlines of a block and of all blocks in it.
    pub fn inlines(&self, index: usize) -> &[Inline] {
        let (from, to) = self.list[index].inlines;
        &self.inlines[from as usize..to as usize]
    }

    /// Every inline of the chunk.
    pub fn all_inlines(&self) -> &[Inline] {
        &self.inlines
    }

    /// The inlines that share a byte with `span`. Found by halving, since lists of thousands of items ask for those of each.
    pub fn inlines_over(&self, span: Span) -> impl Iterator<Item = &Inline> {
        let from = self.inlines.partition_point(|inline| inline.reach <= span.start);
        let begun = self.inlines[from..].iter().take_while(move |inline| inline.span.start < span.end);
        begun.filter(move |inline| inline.span.overlaps(span))
    }

    /// The masked text of `span`.
    pub fn masked(&self, span: Span) -> &str {
        self.masked.get(span.range()).unwrap_or_default()
    }

    /// The masked text of `span` without what is struck through in it: that is withdrawn. If all is, there is nothing left.
    pub fn kept(&self, span: Span) -> Cow<'_, str> {
        let masked = self.masked(span);
        let mut struck = self.inlines_over(span).filter(|inline| inline.kind == InlineKind::Struck).peekable();
        if struck.peek().is_none() {
            return Cow::Borrowed(masked);
        }
        let mut kept = masked.as_bytes().to_vec();
        for inline in struck {
            let start = inline.span.start.max(span.start) - span.start;
            let end = inline.span.end.min(span.end) - span.start;
            kept[start as usize..end as usize].fill(b' ');
        }
        // Marks and what stands between them are whole letters.
        String::from_utf8(kept).map_or(Cow::Borrowed(masked), Cow::Owned)
    }

    /// The masked running text of a block.
    pub fn text(&self, index: usize) -> &str {
        self.masked(self.list[index].text)
    }

    /// The source of `span`.
    pub fn source(&self, span: Span) -> &'s str {
        self.source.get(span.range()).unwrap_or_default()
    }

    /// The first paragraph of an item or quote, if it begins with one.
    pub fn first_paragraph(&self, index: usize) -> Option<usize> {
        self.children(index).next().filter(|&child| self.list[child].kind == BlockKind::Paragraph)
    }
}

/// Walks over sibling blocks.
#[derive(Clone)]
pub struct Children<'b> {
    list: &'b [Block],
    next: usize,
    end: usize,
}

impl Iterator for Children<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.next >= self.end {
            return None;
        }
        let current = self.next;
        self.next = (self.list[current].end as usize).max(current + 1);
        Some(current)
    }
}
