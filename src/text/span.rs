//! A range of bytes: the only unit of place inside planlint.
//! Lines, columns and UTF-16 exist in `position` alone.

use std::ops::Range;

/// Bytes `start..end` of a text, counted from 0. What the text is (a chunk or the whole document) is said by whoever hands the span out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// The byte behind the last.
    pub end: u32,
}

impl Span {
    /// The span of `start..end`. A document is at most 32 MiB, so 32 bits hold every offset.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "span {start}..{end}");
        Self { start: start as u32, end: end.max(start) as u32 }
    }

    /// A span of no bytes at `at`.
    pub fn empty(at: usize) -> Self {
        Self::new(at, at)
    }

    /// As the range that slices a `str`.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same bytes seen from a text that begins `offset` bytes earlier.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        Self { start: self.start + offset as u32, end: self.end + offset as u32 }
    }

    /// The same bytes seen from a text that begins at byte `start` of the one they count in, and holds them.
    #[must_use]
    pub fn from(self, start: u32) -> Self {
        Self { start: self.start - start, end: self.end - start }
    }

    /// The same bytes after the text before them has grown or shrunk by `bytes`.
    #[must_use]
    pub fn moved(self, bytes: i64) -> Self {
        let after = |at: u32| u32::try_from(i64::from(at) + bytes).unwrap_or_default();
        Self { start: after(self.start), end: after(self.end) }
    }

    /// Where its text lies after `inserted` bytes came in the place of the bytes `edit`; what it lost of it is gone.
    #[must_use]
    pub fn after(self, edit: Self, inserted: usize) -> Self {
        let after = |at: u32| if at >= edit.end { at - edit.end + edit.start + inserted as u32 } else { at.min(edit.start) };
        let start = after(self.start);
        Self { start, end: after(self.end).max(start) }
    }

    /// Whether `at` lies inside.
    pub fn contains(self, at: usize) -> bool {
        (self.start as usize..self.end as usize).contains(&at)
    }

    /// Whether all of `other` lies inside.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// From the first byte of either to the last of either.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The text it covers; nothing of a text that it does not lie in.
    pub fn of(self, text: &str) -> &str {
        let covered = text.get(self.range());
        debug_assert!(covered.is_some(), "{self:?} in {} bytes", text.len());
        covered.unwrap_or_default()
    }

    /// Without white space at either end. An all-blank span becomes empty at its start.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let inner = self.of(text);
        // Most text begins and ends with a letter or a sign.
        if let [first, .., last] = inner.as_bytes()
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return self;
        }
        let start = self.start as usize + (inner.len() - inner.trim_start().len());
        let inner = inner.trim();
        if inner.is_empty() { Self::empty(self.start as usize) } else { Self::new(start, start + inner.len()) }
    }
}
