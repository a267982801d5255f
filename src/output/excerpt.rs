//! The few lines of a document that are drawn with a finding, cut to the width of the terminal and made safe to look at.
//! codespan-reporting draws from an excerpt as if it were the document: line numbers and columns told are the document's own.

use super::escape::{visible, visible_char};
use super::places::{Position, Sheet, floor_boundary};
use crate::text::{BOM, Span};
use codespan_reporting::files::{Error, Files, Location};
use std::borrow::Cow;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// Marks where a line goes on beyond the terminal.
const CUT: char = '…';

/// The lines of one document that matter to one finding.
pub(super) struct Excerpt<'a> {
    sheet: &'a Sheet<'a>,
    /// Columns of the terminal there are for a line.
    width: usize,
    /// All lines drawn, each ended by a line feed, in the order they were asked for.
    text: String,
    lines: Vec<Line>,
    /// Where each mark starts, here and in the document.
    marks: Vec<(usize, Position)>,
}

/// One line of the excerpt.
struct Line {
    /// In the document, from 0.
    index: usize,
    /// Bytes of the document drawn.
    source: Range<usize>,
    /// Bytes of the excerpt, marks of a cut included.
    drawn: Range<usize>,
    /// Bytes of the mark of a cut at its start.
    cut: usize,
}

impl<'a> Excerpt<'a> {
    pub(super) fn new(sheet: &'a Sheet<'a>, width: usize) -> Self {
        Self { sheet, width, text: String::new(), lines: Vec::new(), marks: Vec::new() }
    }

    pub(super) fn sheet(&self) -> &'a Sheet<'a> {
        self.sheet
    }

    /// Takes in the lines of `span` and tells its bytes in the excerpt; `None` when its line is there already, cut short of it.
    pub(super) fn mark(&mut self, span: Span) -> Option<Range<usize>> {
        let (start, end) = self.ends(span);
        let (from, until) = (start.byte as usize, end.byte as usize);
        let one_line = start.line == end.line;
        let first = self.take(start.line as usize - 1, from..if one_line { until } else { from });
        let last = if one_line { first } else { self.take_rest(start, end) };
        let drawn = self.drawn_at(first, from)?..self.drawn_at(last, until.min(self.lines[last].source.end))?;
        self.marks.push((drawn.start, start));
        Some(drawn)
    }

    /// Both ends of `span`, without byte order mark and without the line ends it stops at.
    fn ends(&self, span: Span) -> (Position, Position) {
        let text = self.sheet.text;
        let bom = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        let lines = self.sheet.lines();
        let from = (span.start as usize).clamp(bom, text.len());
        let start = self.sheet.position(from.min(lines.content(lines.line_of(from)).end as usize));
        let from = start.byte as usize;
        let until = floor_boundary(text, (span.end as usize).max(from));
        let inner = text[from..until].trim_end_matches(['\n', '\r']);
        (start, self.sheet.position(from + inner.len()))
    }

    /// Takes in what is drawn of a mark over several lines besides the first: the line behind it and the last two. Tells where the last one is.
    fn take_rest(&mut self, start: Position, end: Position) -> usize {
        let (first, last) = (start.line as usize - 1, end.line as usize - 1);
        for index in [first + 1, last - 1].into_iter().filter(|index| *index != first && *index != last) {
            self.take_start(index);
        }
        self.take(last, end.byte as usize..end.byte as usize)
    }

    /// Codespan draws the line between two drawn lines that are two apart; takes those in.
    pub(super) fn fill_gaps(&mut self) {
        let mut indices: Vec<usize> = self.lines.iter().map(|line| line.index).collect();
        indices.sort_unstable();
        for pair in indices.windows(2).filter(|pair| pair[1] == pair[0] + 2) {
            self.take_start(pair[0] + 1);
        }
    }

    /// Takes in the line of number `index`, cut at its end if need be.
    fn take_start(&mut self, index: usize) {
        let start = self.sheet.lines().content(index).start as usize;
        self.take(index, start..start);
    }

    /// Takes in the line of number `index`, cut so that `focus` is seen, unless it is there. Tells where in `lines` it is.
    fn take(&mut self, index: usize, focus: Range<usize>) -> usize {
        if let Some(at) = self.lines.iter().position(|line| line.index == index) {
            return at;
        }
        let text = self.sheet.text;
        let mut line = self.sheet.lines().content(index).range();
        line.start += BOM.len_utf8() * usize::from(text[line.clone()].starts_with(BOM) && line.start == 0);
        let source = window(text, &line, focus.start..focus.end.min(line.end), self.width);
        let from = self.text.len();
        self.text.extend((source.start > line.start).then_some(CUT));
        let cut = self.text.len() - from;
        self.text.extend(text[source.clone()].chars().map(visible_char));
        self.text.extend((source.end < line.end).then_some(CUT));
        let drawn = from..self.text.len();
        self.text.push('\n');
        self.lines.push(Line { index, source, drawn, cut });
        self.lines.len() - 1
    }

    /// Where the byte of the document is drawn in line `at`.
    fn drawn_at(&self, at: usize, byte: usize) -> Option<usize> {
        let Line { source, drawn, cut, .. } = &self.lines[at];
        if byte < source.start || byte > source.end {
            return None;
        }
        let before: usize = self.sheet.text[source.start..byte].chars().map(|c| visible_char(c).len_utf8()).sum();
        Some(drawn.start + cut + before)
    }
}

/// The excerpts of one finding, its own document first.
pub(super) struct Excerpts<'a>(pub(super) Vec<Excerpt<'a>>);

impl<'f> Files<'f> for Excerpts<'_> {
    type FileId = usize;
    type Name = Cow<'f, str>;
    type Source = &'f str;

    fn name(&'f self, id: usize) -> Result<Cow<'f, str>, Error> {
        Ok(visible(self.of(id)?.sheet.path))
    }

    fn source(&'f self, id: usize) -> Result<&'f str, Error> {
        Ok(&self.of(id)?.text)
    }

    fn line_index(&'f self, id: usize, byte: usize) -> Result<usize, Error> {
        let excerpt = self.of(id)?;
        let line = excerpt.lines.iter().find(|line| line.drawn.start <= byte && byte <= line.drawn.end);
        line.map(|line| line.index).ok_or(Error::IndexTooLarge { given: byte, max: excerpt.text.len() })
    }

    /// Lines in the middle of a long mark are asked for but not drawn: they are empty.
    fn line_range(&'f self, id: usize, index: usize) -> Result<Range<usize>, Error> {
        let line = self.of(id)?.lines.iter().find(|line| line.index == index);
        Ok(line.map_or(0..0, |line| line.drawn.clone()))
    }

    fn location(&'f self, id: usize, byte: usize) -> Result<Location, Error> {
        let excerpt = self.of(id)?;
        let mark = excerpt.marks.iter().find(|(at, _)| *at == byte);
        let (_, position) = mark.ok_or(Error::IndexTooLarge { given: byte, max: excerpt.text.len() })?;
        Ok(Location { line_number: position.line as usize, column_number: position.column as usize })
    }
}

impl<'a> Excerpts<'a> {
    fn of(&self, id: usize) -> Result<&Excerpt<'a>, Error> {
        self.0.get(id).ok_or(Error::FileMissing)
    }
}

/// The part of `line` around `focus` that fits into `width` columns.
/// Looks no further than can be drawn, so a document of one enormous line costs no more than any other.
fn window(text: &str, line: &Range<usize>, focus: Range<usize>, width: usize) -> Range<usize> {
    let (whole, _) = columns(text[line.clone()].chars(), width);
    if whole == line.len() {
        return line.clone();
    }
    let room = width.saturating_sub(2);
    let (focused, focus_columns) = columns(text[focus.clone()].chars(), room);
    let spare = room - focus_columns;
    let (before, after) = (&text[line.start..focus.start], &text[focus.start + focused..line.end]);
    let (_, wanted_after) = columns(after.chars(), spare);
    let (left, left_columns) = columns(before.chars().rev(), (spare / 2).max(spare - wanted_after));
    let (right, _) = columns(after.chars(), spare - left_columns);
    focus.start - left..focus.start + focused + right
}

/// Bytes and columns of the first characters that fit into `room` columns.
fn columns(chars: impl Iterator<Item = char>, room: usize) -> (usize, usize) {
    let (mut bytes, mut used) = (0, 0);
    for c in chars {
        let wide = if c == '\t' { 4 } else { visible_char(c).width().unwrap_or(0) };
        if used + wide > room {
            break;
        }
        bytes += c.len_utf8();
        used += wide;
    }
    (bytes, used)
}
