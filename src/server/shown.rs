//! Diagnostics of an open document as they go over the wire, kept from keystroke to keystroke.
//!
//! They are written once, one behind the other, and what stays is copied from there: a keystroke that moves no line writes what it changed
//! and nothing else, and one that does fills in lines, which count from the start of a chunk. What is said of the document as a whole stays
//! as long as no edit touches or moves a line it speaks of.

use super::client::Client;
use super::diagnostics::{misconfigured, more, of_fault, of_finding};
use super::settings::EditorSettings;
use super::view::View;
use crate::judge::{Found, Key};
use crate::text::Encoding;
use std::io::Write;
use std::vec::IntoIter;
use tower_lsp::ls_types::{Diagnostic, Position, Range};

/// As many of a document are shown. Nobody reads more, and every one of them is sent at each keystroke.
pub(super) const MOST: usize = 1_000;

/// How a diagnostic at the start of a text is written up to its range.
const AT_THE_START: &str = r#"{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"#;

/// What was sent last.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// As a JSON array; empty when nothing was.
    text: Vec<u8>,
    /// Room for the next one: taken once, not at every keystroke.
    room: Vec<u8>,
    sent: Vec<Sent>,
    /// Edits since then have moved lines.
    are_lines_moved: bool,
    /// The last of the chunks judged by then.
    newest: u64,
}

/// The diagnostics of a document as they are sent.
#[derive(Clone, Copy)]
pub(super) struct Told<'t> {
    /// As a JSON array.
    pub(super) text: &'t [u8],
    /// The same for the same text.
    pub(super) identity: u64,
}

impl Told<'_> {
    /// There are none.
    pub(super) const NOTHING: Self = Self { text: b"[]", identity: 0 };
}

/// A diagnostic in its place.
#[derive(Debug)]
struct Sent {
    /// By what its finding is known again; `None`: it is written anew each time.
    key: Option<Key>,
    range: Range,
    /// Its lines count from the first line of its chunk; those of the whole from the first of all.
    within: Range,
    /// Of the whole: each line it speaks of.
    lines: Option<Vec<u32>>,
    /// Where it stands in the text, its range, and the rest.
    start: usize,
    rest: usize,
    end: usize,
    /// The same for the same diagnostic.
    identity: u64,
}

/// What an edit did, as the client counts: everything between `start` and `old_end` gave way to what now ends at `new_end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moved {
    pub(super) start: Position,
    pub(super) old_end: Position,
    pub(super) new_end: Position,
}

impl Shown {
    /// The diagnostics of a document that has been judged, as a JSON array.
    pub(super) fn write(&mut self, view: &View<'_>, client: &Client, settings: EditorSettings) {
        let mut before = std::mem::take(self);
        self.text = std::mem::take(&mut before.room);
        self.text.clear();
        self.text.reserve(before.text.len() + 1024);
        self.text.push(b'[');
        self.gather(&mut before, view, client, settings);
        self.text.push(b']');
        self.room = before.text;
    }

    /// Those sent last, as they were.
    pub(super) fn told(&self) -> Told<'_> {
        Told { text: &self.text, identity: self.sent.iter().fold(0, |all, sent| mixed(all, sent.identity)) }
    }

    /// Those sent last, where they lie now.
    pub(super) fn write_again(&mut self) -> Told<'_> {
        let before = std::mem::take(self);
        (self.are_lines_moved, self.newest) = (before.are_lines_moved, before.newest);
        self.text = Vec::with_capacity(before.text.len() + 1024);
        self.text.push(b'[');
        for mut sent in before.sent {
            let rest = sent.rest_in(&before.text);
            self.begin(&mut sent);
            self.finish(sent, rest);
        }
        self.text.push(b']');
        self.told()
    }

    /// Takes in an edit on `line`: what is said of the whole is written anew where it speaks of that line, or where line ends came or went,
    /// of any behind it.
    pub(super) fn edited(&mut self, line: u32, are_lines_moved: bool) {
        self.are_lines_moved |= are_lines_moved;
        let stays = |lines: &Vec<u32>| lines.iter().all(|&told| if are_lines_moved { told < line } else { told != line });
        for sent in &mut self.sent {
            sent.key = sent.key.filter(|_| sent.lines.as_ref().is_none_or(stays));
        }
    }

    /// Moves what was sent last with its text.
    pub(super) fn follow(&mut self, moved: Moved) {
        for Sent { range, .. } in &mut self.sent {
            range.start = moved.place(range.start);
            range.end = moved.place(range.end).max(range.start);
        }
    }

    fn gather(&mut self, before: &mut Self, view: &View<'_>, client: &Client, settings: EditorSettings) {
        if !settings.enable {
            return;
        }
        if view.open.is_configuration() {
            view.open.faults.iter().for_each(|fault| self.add(None, 0, of_fault(view, fault), None));
            return;
        }
        let error = view.open.in_force.errors.first();
        let most = MOST - usize::from(error.is_some());
        let mut shown = view.open.findings().filter(|found| found.as_made().severity >= settings.min_severity).peekable();
        self.sent.reserve(before.sent.len() + 1);
        let left = std::mem::take(&mut before.sent).into_iter();
        let mut old = Old { text: &before.text, left, are_lines_moved: before.are_lines_moved, newest: before.newest };
        let mut chunk = Chunk::default();
        let mut taken = 0;
        while let Some(found) = shown.next() {
            taken += 1;
            if taken == most && shown.peek().is_some() {
                self.add(None, 0, more(view.range(found.span()), shown.count() + 1), None);
                break;
            }
            self.newest = found.key().map_or(0, Key::mark).max(self.newest);
            match found.key().and_then(|key| old.take(key)) {
                Some(sent) => self.keep(sent, &old, &found, view, &mut chunk),
                None => self.tell(&found, view, client, &mut chunk),
            }
        }
        if let Some(error) = error {
            self.add(None, 0, misconfigured(&error.to_string()), None);
        }
    }

    /// Takes a diagnostic over as it was sent, moved with its chunk.
    fn keep(&mut self, mut sent: Sent, old: &Old<'_>, found: &Found<'_>, view: &View<'_>, chunk: &mut Chunk) {
        if !old.are_lines_moved {
            self.comma();
            let written = &old.text[sent.start..sent.end];
            sent.move_to(self.text.len());
            self.text.extend_from_slice(written);
            self.sent.push(sent);
            return;
        }
        let first_line = chunk.first_line(found, view);
        let place = |at: Position| Position::new(at.line + first_line, at.character);
        sent.range = Range::new(place(sent.within.start), place(sent.within.end));
        let rest = sent.rest_in(old.text);
        self.begin(&mut sent);
        self.finish(sent, rest);
    }

    /// Writes what is new.
    fn tell(&mut self, found: &Found<'_>, view: &View<'_>, client: &Client, chunk: &mut Chunk) {
        let diagnostic = of_finding(view, &found.to_finding(), client);
        let is_whole = found.chunk_start().is_none();
        let lines = is_whole.then(|| {
            let related = diagnostic.related_information.iter().flatten().map(|related| related.location.range);
            related.chain([diagnostic.range]).flat_map(|range| [range.start.line, range.end.line]).collect()
        });
        // Other places that a chunk's finding names are written out, so they cannot be moved.
        let key = found.key().filter(|_| is_whole || found.as_made().related.is_empty());
        self.add(key, chunk.first_line(found, view), diagnostic, lines);
    }

    fn add(&mut self, key: Option<Key>, first_line: u32, mut diagnostic: Diagnostic, lines: Option<Vec<u32>>) {
        let range = std::mem::take(&mut diagnostic.range);
        let text = serde_json::to_string(&diagnostic).unwrap_or_default();
        let rest = text.strip_prefix(AT_THE_START).unwrap_or(r#""message":""}"#);
        let relative = |at: Position| Position::new(at.line.saturating_sub(first_line), at.character);
        let within = Range::new(relative(range.start), relative(range.end));
        let mut sent = Sent { key, range, within, lines, start: 0, rest: 0, end: 0, identity: 0 };
        self.begin(&mut sent);
        self.finish(sent, rest.as_bytes());
    }

    fn comma(&mut self) {
        if !self.sent.is_empty() {
            self.text.push(b',');
        }
    }

    /// Writes a diagnostic up to its range.
    fn begin(&mut self, sent: &mut Sent) {
        self.comma();
        sent.start = self.text.len();
        let Range { start, end } = sent.range;
        // Writing to memory does not fail.
        let _ = write!(
            self.text,
            r#"{{"range":{{"start":{{"line":{},"character":{}}},"end":{{"line":{},"character":{}}}}},"#,
            start.line, start.character, end.line, end.character
        );
        sent.rest = self.text.len();
    }

    /// Writes all of it behind the range.
    fn finish(&mut self, mut sent: Sent, rest: &[u8]) {
        self.text.extend_from_slice(rest);
        sent.end = self.text.len();
        sent.identity = identity(&self.text[sent.start..]);
        self.sent.push(sent);
    }
}

impl Sent {
    /// It stands at byte `start` of another text.
    fn move_to(&mut self, start: usize) {
        (self.rest, self.end) = (start + (self.rest - self.start), start + (self.end - self.start));
        self.start = start;
    }

    /// What stands behind the range, where `text` is what it was sent in.
    fn rest_in<'t>(&self, text: &'t [u8]) -> &'t [u8] {
        &text[self.rest..self.end]
    }
}

/// What was sent before, as far as it is not taken yet.
struct Old<'t> {
    text: &'t [u8],
    left: IntoIter<Sent>,
    are_lines_moved: bool,
    newest: u64,
}

impl Old<'_> {
    /// What was sent for the finding with this key. Findings keep their order, so what is passed over is not asked for again; should it be,
    /// it is written anew.
    fn take(&mut self, key: Key) -> Option<Sent> {
        if key.mark() > self.newest {
            return None;
        }
        let at = self.left.as_slice().iter().position(|sent| sent.key == Some(key))?;
        self.left.nth(at)
    }
}

/// The chunk looked at last, and its first line.
#[derive(Default)]
struct Chunk {
    start: Option<usize>,
    first_line: u32,
}

impl Chunk {
    /// The first line of the chunk that `found` lies in; 0 for the whole.
    fn first_line(&mut self, found: &Found<'_>, view: &View<'_>) -> u32 {
        let Some(start) = found.chunk_start() else { return 0 };
        if self.start != Some(start) {
            *self = Self { start: Some(start), first_line: view.text().position(start, Encoding::Utf8).0 };
        }
        self.first_line
    }
}

impl Moved {
    /// Where a place is now. What was taken away lies at the start of what came.
    fn place(&self, at: Position) -> Position {
        match at {
            at if at <= self.start => at,
            at if at < self.old_end => self.start,
            at if at.line == self.old_end.line => {
                Position::new(self.new_end.line, self.new_end.character + (at.character - self.old_end.character))
            }
            at => Position::new(at.line - self.old_end.line + self.new_end.line, at.character),
        }
    }
}

/// A number for a diagnostic as it is written, word by word and four at a time: many are written at once when a document is opened.
fn identity(written: &[u8]) -> u64 {
    let word = |some: &[u8]| {
        let mut word = [0; 8];
        word[..some.len()].copy_from_slice(some);
        u64::from_le_bytes(word)
    };
    let mut lanes = [written.len() as u64; 4];
    let mut blocks = written.chunks_exact(32);
    for block in blocks.by_ref() {
        lanes.iter_mut().zip(block.chunks_exact(8)).for_each(|(lane, some)| *lane = mixed(*lane, word(some)));
    }
    let rest = blocks.remainder().chunks(8).fold(0, |rest, some| mixed(rest, word(some)));
    lanes.into_iter().fold(rest, mixed)
}

/// A number for what `number` stands for and then `next`.
fn mixed(number: u64, next: u64) -> u64 {
    (number.rotate_left(5) ^ next).wrapping_mul(0x517C_C1B7_2722_0A95)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_follow_an_edit() {
        let at = Position::new;
        let moved = Moved { start: at(2, 3), old_end: at(4, 5), new_end: at(3, 1) };
        for (before, after) in [
            (at(1, 9), at(1, 9)),
            (at(2, 3), at(2, 3)),
            (at(3, 0), at(2, 3)),
            (at(4, 5), at(3, 1)),
            (at(4, 9), at(3, 5)),
            (at(7, 2), at(6, 2)),
        ] {
            assert_eq!(moved.place(before), after, "{before:?}");
        }
    }
}
