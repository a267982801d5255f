//! Follows what is open at the outermost level of a document, line by line, to know where a heading is surely a heading.
//!
//! Only fences and HTML outside of every list item, quote and footnote matter: whatever is open inside one of these ends with it, and
//! each of them ends at a heading in column 0. So this keeps the one list item a line may belong to, and no more. Where a line could
//! be read in two ways it waits; where the two ways would differ about a fence it gives up, and the rest of the document has no clean
//! heading. It never says that a heading is clean when it is not.

use super::line::{self, Html, Marker};

/// The state behind a line.
#[derive(Clone, Debug)]
pub(super) struct Blocks {
    open: Open,
    item: Option<Item>,
    html: Run,
    after_blank: bool,
}

/// What takes every line until it is closed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Open {
    Nothing,
    Fence {
        mark: u8,
        length: usize,
    },
    Html {
        end: &'static [u8],
    },
    /// A fence or HTML that is there in one reading and not in the other.
    Unknown,
}

/// The outermost list item.
#[derive(Clone, Copy, Debug)]
struct Item {
    /// Lines indented this far belong to it.
    width: usize,
    /// Nothing but its marker yet: a blank line now ends it.
    empty: bool,
    /// Whether it is surely there.
    sure: bool,
}

/// HTML that ends at a blank line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Run {
    No,
    Perhaps,
    Yes,
}

impl Blocks {
    /// At the start of a document or of a chunk.
    pub(super) fn clean() -> Self {
        Self { open: Open::Nothing, item: None, html: Run::No, after_blank: true }
    }

    /// Takes the next line (without its line end) and says whether it is a heading at which a chunk can start.
    #[inline]
    pub(super) fn line(&mut self, line: &[u8]) -> bool {
        match self.open {
            Open::Nothing => {
                let says_nothing = line.first().is_some_and(|&first| !TELLING[first as usize]);
                if says_nothing { self.text() } else { return self.telling(line) }
            }
            Open::Fence { mark, length } if line::closes_fence(line, mark, length) => self.open = Open::Nothing,
            Open::Html { end } if line::holds(line, end) => self.open = Open::Nothing,
            _ => {}
        }
        false
    }

    /// A line of plain text in column 0: ends an item unless it continues its paragraph, which only a blank line before it rules out.
    #[inline]
    fn text(&mut self) {
        if let Some(item) = &mut self.item {
            item.sure = false;
            if self.after_blank {
                self.item = None;
            }
        }
        self.after_blank = false;
    }

    fn telling(&mut self, line: &[u8]) -> bool {
        let (indent, rest) = line::indentation(line);
        if line::is_blank(rest) {
            self.blank();
            return false;
        }
        let after_blank = std::mem::replace(&mut self.after_blank, false);
        let item_before = self.item;
        let inside = item_before.filter(|item| indent >= item.width);
        if let Some(item) = &mut self.item {
            item.empty = false;
        }
        if self.html == Run::Yes || inside.is_some_and(|item| item.sure) {
            return false;
        }
        let doubt = self.html == Run::Perhaps || inside.is_some();
        if inside.is_none() {
            self.item = item_before.filter(|_| !after_blank).map(|item| Item { sure: false, ..item });
        }
        if indent >= 4 {
            return false;
        }
        if line::is_heading(rest) || rest[0] == b'>' || line::is_thematic_break(rest) {
            self.end_item(doubt);
            return after_blank && indent == 0 && rest[0] == b'#';
        }
        if let Some((mark, length)) = line::opening_fence(rest) {
            self.end_item(doubt);
            self.open = if doubt { Open::Unknown } else { Open::Fence { mark, length } };
        } else if let Some(marker) = line::list_marker(rest) {
            let breaks_off = after_blank || !marker.timid || item_before.is_some_and(|item| item.sure);
            self.start_item(indent, marker, !doubt && breaks_off);
        } else if let Some(html) = line::html(rest) {
            self.start_html(html, rest, doubt);
        }
        false
    }

    fn blank(&mut self) {
        self.after_blank = true;
        self.html = Run::No;
        if let Some(item) = &mut self.item {
            item.sure &= !item.empty;
        }
    }

    fn end_item(&mut self, doubt: bool) {
        if !doubt {
            self.item = None;
        }
    }

    fn start_item(&mut self, indent: usize, marker: Marker, sure: bool) {
        let width = indent + marker.width;
        let nearest = if sure { width } else { self.item.map_or(width, |item| item.width.min(width)) };
        self.item = Some(Item { width: nearest, empty: marker.empty, sure });
    }

    fn start_html(&mut self, html: Html, rest: &[u8], doubt: bool) {
        match html {
            Html::Perhaps => self.html = Run::Perhaps,
            Html::Block => {
                self.end_item(doubt);
                self.html = if doubt { Run::Perhaps } else { Run::Yes };
            }
            Html::Until(end) => {
                self.end_item(doubt);
                if !line::holds(rest, end) {
                    self.open = if doubt { Open::Unknown } else { Open::Html { end } };
                }
            }
        }
    }
}

/// First bytes that can say more than "text".
const TELLING: [bool; 256] = {
    let bytes = b"# \t\x0B\x0C`~<>-+*_0123456789";
    let mut telling = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        telling[bytes[at] as usize] = true;
        at += 1;
    }
    telling
};
