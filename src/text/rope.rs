//! The text of an open document: takes an editor's edits in logarithmic time and never panics on any of them.
//!
//! Bytes and positions that come in are clamped to the text and to whole characters. Cloning costs nothing worth counting, so a clone is a snapshot.

use super::Span;
use super::chunk::Source;
use super::position::{Encoding, without_line_end};
use ropey::Rope;
use std::borrow::Cow;
use std::fmt;

/// In a longer line than this, in bytes, characters are not counted but looked up.
const LONG_LINE: usize = 1024;

/// A document's text as the editor has it, BOM and line ends included.
#[derive(Clone, Debug, Default)]
pub struct Text {
    rope: Rope,
}

impl Text {
    /// A text to edit.
    pub fn new(text: &str) -> Self {
        Self { rope: Rope::from_str(text) }
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Whether it holds no byte.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many lines there are; the nothing behind a final line end is one.
    pub fn line_count(&self) -> usize {
        self.rope.len_lines()
    }

    /// Puts `new` in the place of the bytes `span` and returns the bytes that were really replaced.
    pub fn edit(&mut self, span: Span, new: &str) -> Span {
        let (start, end) = (self.char_of(span.start as usize), self.char_of(span.end as usize));
        let replaced = Span::new(self.byte_of(start), self.byte_of(end));
        // Both are within the text, so neither is refused.
        let removed = self.rope.try_remove(start..end);
        let inserted = self.rope.try_insert(start, new);
        debug_assert!(removed.is_ok() && inserted.is_ok(), "edit {replaced:?}");
        replaced
    }

    /// An edit as editors send it: from and to (line, character), both from 0, in either order. Returns the bytes that were replaced.
    pub fn edit_range(&mut self, from: (u32, u32), to: (u32, u32), encoding: Encoding, new: &str) -> Span {
        let (from, to) = (self.offset(from.0, from.1, encoding), self.offset(to.0, to.1, encoding));
        self.edit(Span::new(from.min(to), from.max(to)), new)
    }

    /// The bytes `span`; borrowed when they lie together.
    pub fn slice(&self, span: Span) -> Cow<'_, str> {
        // Most lie in one piece of the rope, which is found in one step where a slice of it takes many.
        if let Some((piece, start, ..)) = self.rope.get_chunk_at_byte(span.start as usize)
            && let Some(slice) = piece.get(span.start as usize - start..(span.end as usize).saturating_sub(start))
        {
            return Cow::Borrowed(slice);
        }
        if let Some(slice) = self.rope.get_byte_slice(span.range()) {
            return slice.into();
        }
        // Not between characters, or not within the text.
        let (start, end) = (self.char_of(span.start as usize), self.char_of(span.end as usize));
        self.rope.get_slice(start..end).map_or(Cow::Borrowed(""), Cow::from)
    }

    /// The lines without their line ends.
    pub fn lines(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.rope.lines().map(|line| match Cow::from(line) {
            Cow::Borrowed(line) => Cow::Borrowed(without_line_end(line)),
            Cow::Owned(line) => Cow::Owned(without_line_end(&line).to_owned()),
        })
    }

    /// Line and character of `byte` for an editor, both from 0; as [`Lines::position`](super::Lines::position).
    pub fn position(&self, byte: usize, encoding: Encoding) -> (u32, u32) {
        let byte = byte.min(self.len());
        if let Some(position) = self.position_in_piece(byte, encoding) {
            return position;
        }
        let line = self.rope.try_byte_to_line(byte).unwrap_or_default();
        let start = self.rope.try_line_to_byte(line).unwrap_or_default();
        let byte = if self.is_inside_crlf(byte) { byte - 1 } else { byte };
        if byte - start > LONG_LINE {
            let byte = byte.min(self.content(line).end as usize);
            let character = self.units_before(byte, encoding) - self.units_before(start, encoding);
            return (line as u32, character as u32);
        }
        (line as u32, encoding.len(&self.slice(Span::new(start, byte))) as u32)
    }

    /// The same where the line begins in the piece of the rope that holds `byte`, as most do: found in one step.
    fn position_in_piece(&self, byte: usize, encoding: Encoding) -> Option<(u32, u32)> {
        let (piece, start, _, line) = self.rope.get_chunk_at_byte(byte)?;
        let before = piece.get(..byte - start)?;
        let line_start = memchr::memrchr2(b'\n', b'\r', before.as_bytes())? + 1;
        let is_inside_crlf = line_start == before.len() && before.ends_with('\r') && piece[before.len()..].starts_with('\n');
        if is_inside_crlf {
            return None;
        }
        Some(((line + behind_line_ends(before).count()) as u32, encoding.len(&before[line_start..]) as u32))
    }

    fn is_inside_crlf(&self, byte: usize) -> bool {
        self.rope.get_byte(byte) == Some(b'\n') && byte > 0 && self.rope.get_byte(byte - 1) == Some(b'\r')
    }

    /// The byte an editor means by `line` and `character`, both from 0; as [`Lines::offset`](super::Lines::offset).
    pub fn offset(&self, line: u32, character: u32, encoding: Encoding) -> usize {
        if let Some((start, content)) = self.line_in_piece(line as usize) {
            return start + encoding.byte_of(content, character as usize);
        }
        let content = self.content(line as usize);
        let units = self.units_before(content.start as usize, encoding) + character as usize;
        self.byte_at(units, encoding).min(content.end as usize)
    }

    /// Where the 0-based `line` begins, and what it says, where all of it and its line end lie in one piece of the rope, as most do: found in
    /// one step.
    fn line_in_piece(&self, line: usize) -> Option<(usize, &str)> {
        let (piece, start, _, first) = self.rope.get_chunk_at_line_break(line)?;
        let begin = if line == 0 { 0 } else { behind_line_ends(piece).nth(line.checked_sub(first + 1)?)? };
        let length = memchr::memchr2(b'\n', b'\r', piece.get(begin..)?.as_bytes())?;
        Some((start + begin, &piece[begin..begin + length]))
    }

    /// Bytes of the 0-based `line` without its line end; the empty end of the text behind the last.
    fn content(&self, line: usize) -> Span {
        let Ok(start) = self.rope.try_line_to_byte(line) else { return Span::empty(self.len()) };
        let next = self.rope.try_line_to_byte(line + 1).unwrap_or(self.len());
        let is = |at: usize, byte: u8| at > start && self.rope.get_byte(at - 1) == Some(byte);
        let end = if is(next, b'\n') { next - 1 } else { next };
        let end = if is(end, b'\r') { end - 1 } else { end };
        Span::new(start, end)
    }

    /// How many units of `encoding` lie before the character that holds `byte`.
    fn units_before(&self, byte: usize, encoding: Encoding) -> usize {
        let character = self.char_of(byte);
        match encoding {
            Encoding::Utf8 => self.byte_of(character),
            Encoding::Utf16 => self.rope.try_char_to_utf16_cu(character).unwrap_or_default(),
            Encoding::Utf32 => character,
        }
    }

    /// The start of the character that holds the unit, the end of the text when there are fewer.
    fn byte_at(&self, units: usize, encoding: Encoding) -> usize {
        let character = match encoding {
            Encoding::Utf8 => self.char_of(units),
            Encoding::Utf16 => self.rope.try_utf16_cu_to_char(units.min(self.rope.len_utf16_cu())).unwrap_or_default(),
            Encoding::Utf32 => units.min(self.rope.len_chars()),
        };
        self.byte_of(character)
    }

    fn char_of(&self, byte: usize) -> usize {
        self.rope.try_byte_to_char(byte.min(self.len())).unwrap_or_default()
    }

    fn byte_of(&self, character: usize) -> usize {
        self.rope.try_char_to_byte(character).unwrap_or_default()
    }
}

/// The bytes behind each line end of a piece of a text.
fn behind_line_ends(piece: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = piece.as_bytes();
    let ends = memchr::memchr2_iter(b'\n', b'\r', bytes).map(|end| end + 1);
    ends.filter(|&behind| bytes[behind - 1] == b'\n' || bytes.get(behind) != Some(&b'\n'))
}

impl Source for Text {
    fn piece(&self, at: usize) -> &[u8] {
        let Some((piece, start, ..)) = self.rope.get_chunk_at_byte(at) else { return &[] };
        piece.as_bytes().get(at - start..).unwrap_or_default()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rope.chunks().try_for_each(|piece| out.write_str(piece))
    }
}
