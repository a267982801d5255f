//! Cuts a document at its headings into chunks that parse alone to the same blocks as inside the whole.
//!
//! A chunk starts at an ATX heading in column 0 that follows a blank line, outside fences and multi-line HTML. Every chunk start is a
//! clean state, so cutting can begin at any of them: after an edit only the chunks around it are cut again.

use super::Span;
use super::block::Blocks;
use memchr::memchr2;
use std::ops::Range;

/// A text that is read front to back in pieces.
pub trait Source {
    /// Bytes from `at` to the end of the piece that holds it. Empty only at the end of the text.
    fn piece(&self, at: usize) -> &[u8];
}

impl Source for str {
    fn piece(&self, at: usize) -> &[u8] {
        self.as_bytes().get(at..).unwrap_or_default()
    }
}

/// Chunk starts (bytes) of `source` from `body` on, which is behind the front matter. The first start is `body` itself.
pub fn cut(source: &(impl Source + ?Sized), body: usize) -> Vec<u32> {
    let mut starts = vec![body as u32];
    starts.extend(Headings::from(source, body).map(|start| start as u32));
    starts
}

/// What an edit did to the chunks of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recut {
    /// Indices of the old chunks that are gone.
    pub gone: Range<usize>,
    /// Starts (bytes, in the new text) of the chunks in their place.
    pub fresh: Vec<u32>,
    /// How far all chunks behind them moved, in bytes.
    pub shift: i64,
}

impl Recut {
    /// Brings the starts of the old text up to date.
    pub fn apply(&self, starts: &mut Vec<u32>) {
        for start in &mut starts[self.gone.end..] {
            *start = moved(*start, self.shift);
        }
        starts.splice(self.gone.clone(), self.fresh.iter().copied());
    }
}

/// Cuts again after an edit that replaced the bytes `edit` of the old text by `inserted` bytes. `source` is the new text, `starts` are
/// the old chunk starts, `body` is where the new text begins behind its front matter.
pub fn recut(source: &(impl Source + ?Sized), starts: &[u32], edit: Span, inserted: usize, body: usize) -> Recut {
    let touched = starts.partition_point(|&start| start <= edit.start).saturating_sub(1);
    let same_body = starts.first().is_some_and(|&first| first as usize == body && first <= edit.start);
    let first = if same_body { touched.saturating_sub(1) } else { 0 };
    let from = if same_body { starts[first] as usize } else { body };

    let mut fresh = vec![from as u32];
    let mut last = starts.len();
    let behind_edit = edit.start as usize + inserted;
    let shift = i64::from(behind_edit as u32) - i64::from(edit.end);
    for start in Headings::from(source, from) {
        if start >= behind_edit {
            let old = moved(start as u32, -shift);
            if let Ok(index) = starts.binary_search(&old) {
                last = index;
                break;
            }
        }
        fresh.push(start as u32);
    }
    let gone = first..last.max(first);
    // The chunk before the edit was only read for the state behind it.
    let untouched = same_body && first < touched && fresh.get(1) == Some(&starts[touched]);
    if untouched {
        fresh.remove(0);
        return Recut { gone: gone.start + 1..gone.end, fresh, shift };
    }
    Recut { gone, fresh, shift }
}

fn moved(start: u32, shift: i64) -> u32 {
    u32::try_from(i64::from(start) + shift).unwrap_or_default()
}

/// The headings behind `from` at which a chunk starts, in order. `from` must be a clean state.
struct Headings<'s, S: ?Sized> {
    source: &'s S,
    from: usize,
    blocks: Blocks,
    /// The rest of the piece being read, and where it begins.
    piece: &'s [u8],
    at: usize,
    /// A line that lies across pieces, put together.
    across: Vec<u8>,
}

impl<'s, S: Source + ?Sized> Headings<'s, S> {
    fn from(source: &'s S, from: usize) -> Self {
        Self { source, from, blocks: Blocks::clean(), piece: source.piece(from), at: from, across: Vec::new() }
    }

    /// The next line, if all of it and the byte behind its line end lie in this piece.
    #[inline]
    fn line_in_piece(&mut self) -> Option<&'s [u8]> {
        let piece = self.piece;
        let end = memchr2(b'\n', b'\r', piece)?;
        let line_end = if piece[end] == b'\r' && piece.get(end + 1)? == &b'\n' { 2 } else { 1 };
        let (line, rest) = (&piece[..end], piece.get(end + line_end..).filter(|rest| !rest.is_empty())?);
        self.at += end + line_end;
        self.piece = rest;
        Some(line)
    }

    /// Puts the next line together from several pieces, in `across`.
    fn line_across_pieces(&mut self) {
        self.across.clear();
        loop {
            let end = memchr2(b'\n', b'\r', self.piece);
            let part = &self.piece[..end.unwrap_or(self.piece.len())];
            self.across.extend_from_slice(part);
            self.advance(part.len());
            if end.is_some() || self.piece.is_empty() {
                break;
            }
        }
        let is_cr = self.piece.first() == Some(&b'\r');
        self.advance(usize::from(!self.piece.is_empty()));
        if is_cr && self.piece.first() == Some(&b'\n') {
            self.advance(1);
        }
    }

    fn advance(&mut self, bytes: usize) {
        self.at += bytes;
        self.piece = &self.piece[bytes..];
        if self.piece.is_empty() {
            self.piece = self.source.piece(self.at);
        }
    }
}

impl<S: Source + ?Sized> Iterator for Headings<'_, S> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while !self.piece.is_empty() {
            let start = self.at;
            let is_start = if let Some(line) = self.line_in_piece() {
                self.blocks.line(line)
            } else {
                self.line_across_pieces();
                self.blocks.line(&self.across)
            };
            if is_start && start > self.from {
                return Some(start);
            }
        }
        None
    }
}
