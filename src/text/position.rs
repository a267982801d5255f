//! Lines, columns and encodings: the only file that knows them. Everything else in planlint counts bytes.
//!
//! A line ends at LF, CRLF or a lone CR, as in every editor; VT, FF, NEL and U+2028 are text. Whatever comes in is clamped: no byte
//! and no line makes this file panic, and no position it hands out lies inside a character or between CR and LF.

use super::Span;
use memchr::{memchr2, memchr2_iter};

/// The unit in which an editor counts inside a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units: what editors speak unless something else was agreed.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl Encoding {
    /// Length of `text` in this unit.
    pub fn len(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.bytes().map(|byte| usize::from(!is_continuation(byte)) + usize::from(byte >= 0xF0)).sum(),
            Self::Utf32 => text.bytes().filter(|&byte| !is_continuation(byte)).count(),
        }
    }

    /// The byte of `text` at which `units` have passed: the start of the character when that falls inside one, the end when `text` is shorter.
    pub fn byte_of(self, text: &str, units: usize) -> usize {
        if self == Self::Utf8 || text.is_ascii() {
            return boundary(text, units);
        }
        let mut passed = 0;
        for (at, letter) in text.char_indices() {
            passed += if self == Self::Utf16 { letter.len_utf16() } else { 1 };
            if passed > units {
                return at;
            }
        }
        text.len()
    }
}

/// A place as people and reports count it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in Unicode scalar values, from 1. A leading BOM takes none.
    pub column: u32,
    /// Byte in the text as stored, from 0. A leading BOM takes three.
    pub byte: u32,
}

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<u32>,
}

impl<'t> Lines<'t> {
    /// Finds all lines in one pass.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for end in memchr2_iter(b'\n', b'\r', bytes) {
            let inside_crlf = bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n');
            if !inside_crlf {
                starts.push(end as u32 + 1);
            }
        }
        Self { text, starts }
    }

    /// How many lines there are. An empty text has one, and so has the nothing behind a final line end.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The 0-based line that holds `byte`.
    pub fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= byte).saturating_sub(1)
    }

    /// Bytes of the 0-based `line` without its line end. A line behind the last is the empty end of the text.
    pub fn content(&self, line: usize) -> Span {
        let Some(&start) = self.starts.get(line) else { return Span::empty(self.text.len()) };
        let end = self.starts.get(line + 1).map_or(self.text.len(), |&next| next as usize);
        let content = &self.text[start as usize..end];
        Span::new(start as usize, start as usize + without_line_end(content).len())
    }

    /// Line and column of `byte` for people. For many bytes in rising order take [`Lines::walk`].
    pub fn place(&self, byte: usize) -> Place {
        self.walk().place(byte)
    }

    /// Line and character of `byte` for an editor, both from 0.
    pub fn position(&self, byte: usize, encoding: Encoding) -> (u32, u32) {
        let line = self.line_of(byte.min(self.text.len()));
        let content = self.content(line);
        let inside = byte.saturating_sub(content.start as usize);
        let text = content.of(self.text);
        (line as u32, encoding.len(&text[..boundary(text, inside)]) as u32)
    }

    /// The byte an editor means by `line` and `character`, both from 0. Behind the end of a line is its end, behind the last line the end of the text.
    pub fn offset(&self, line: u32, character: u32, encoding: Encoding) -> usize {
        let content = self.content(line as usize);
        content.start as usize + encoding.byte_of(content.of(self.text), character as usize)
    }

    /// A walk over the text that turns bytes into places; each step costs the distance from the one before.
    pub fn walk(&self) -> Walk<'_, 't> {
        Walk { lines: self, line: 0, byte: 0, column: 0 }
    }
}

/// See [`Lines::walk`]. Going back is allowed and costs a line.
#[derive(Clone, Debug)]
pub struct Walk<'l, 't> {
    lines: &'l Lines<'t>,
    line: usize,
    byte: usize,
    column: usize,
}

impl Walk<'_, '_> {
    /// Line and column of `byte`, which becomes the start of the next step.
    pub fn place(&mut self, byte: usize) -> Place {
        let text = self.lines.text;
        let byte = boundary(text, byte);
        let leaves_line = byte < self.byte || self.lines.starts.get(self.line + 1).is_some_and(|&next| next as usize <= byte);
        if leaves_line {
            self.line = self.lines.line_of(byte);
            self.byte = self.lines.starts[self.line] as usize;
            self.column = 0;
        }
        self.column += Encoding::Utf32.len(&text[self.byte..byte]);
        self.byte = byte;
        let bom = self.line == 0 && byte > 0 && text.starts_with(BOM);
        Place { line: self.line as u32 + 1, column: (self.column - usize::from(bom)) as u32 + 1, byte: byte as u32 }
    }
}

/// The mark some editors put before the first character of a file.
pub const BOM: char = '\u{FEFF}';

/// The lines of `text` from byte `at` on, without their line ends, one search per line. The nothing behind a final line end is no line here.
pub fn lines_from(text: &str, at: usize) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let mut next = at;
    std::iter::from_fn(move || {
        let rest = bytes.get(next..).filter(|rest| !rest.is_empty())?;
        let start = next;
        let length = memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let line_end = if rest[length..].starts_with(b"\r\n") { 2 } else { 1 };
        next += length + line_end;
        Some(Span::new(start, start + length))
    })
}

/// `line` without the LF, CRLF or CR at its end.
pub(super) fn without_line_end(line: &str) -> &str {
    let line = line.strip_suffix('\n').unwrap_or(line);
    line.strip_suffix('\r').unwrap_or(line)
}

/// The start of the character of `text` that `byte` lies in; the end of the text when it lies behind it.
pub(crate) fn boundary(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One text with everything that ever broke a position: BOM, CJK, combining mark, surrogate pair, CRLF, lone CR, U+2028.
    const HARD: &str = "\u{FEFF}目的 a\u{301}\r\nx😀y\rsep\u{2028}same line\n\n末";

    #[test]
    fn lines_end_at_lf_crlf_and_cr_only() {
        let lines = Lines::new(HARD);
        let contents: Vec<&str> = (0..lines.count()).map(|line| lines.content(line).of(HARD)).collect();
        assert_eq!(contents, ["\u{FEFF}目的 a\u{301}", "x😀y", "sep\u{2028}same line", "", "末"]);
        assert!(lines.content(99).is_empty());
    }

    #[test]
    fn columns_count_scalar_values_and_no_bom() {
        let lines = Lines::new(HARD);
        let place = |needle: &str| {
            let Place { line, column, byte } = lines.place(HARD.find(needle).expect("in the text"));
            (line, column, byte)
        };
        assert_eq!(place("\u{FEFF}"), (1, 1, 0));
        assert_eq!(place("目"), (1, 1, 3));
        assert_eq!(place("\u{301}"), (1, 5, 11));
        assert_eq!(place("y"), (2, 3, 20));
        assert_eq!(place("same"), (3, 5, 28));
        assert_eq!(place("末"), (5, 1, 39));
    }

    #[test]
    fn a_walk_in_any_order_says_the_same_as_single_places() {
        let lines = Lines::new(HARD);
        let mut walk = lines.walk();
        for byte in (0..HARD.len() + 5).chain([3, 30, 7, 7, 0]) {
            assert_eq!(walk.place(byte), lines.place(byte), "byte {byte}");
        }
    }

    #[test]
    fn every_position_is_sound_and_comes_back() {
        let lines = Lines::new(HARD);
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            for byte in 0..HARD.len() + 5 {
                let (line, character) = lines.position(byte, encoding);
                let back = lines.offset(line, character, encoding);
                let inside_crlf = HARD.as_bytes().get(byte) == Some(&b'\n') && byte > 0 && HARD.as_bytes()[byte - 1] == b'\r';
                let sound = if inside_crlf { byte - 1 } else { boundary(HARD, byte) };
                assert_eq!(back, sound, "{encoding:?} byte {byte} at {line}:{character}");
            }
        }
        assert_eq!(lines.offset(1, 2, Encoding::Utf16), lines.offset(1, 1, Encoding::Utf16), "inside the surrogate pair");
        assert_eq!(lines.offset(0, u32::MAX, Encoding::Utf16), HARD.find('\r').expect("in the text"));
        assert_eq!(lines.offset(u32::MAX, 0, Encoding::Utf8), HARD.len());
    }
}
