//! Diagnostics of an open document as they go over the wire, kept from keystroke to keystroke.
//!
//! What a diagnostic says is written once; only its lines are filled in when it is sent, counted from the start of its chunk. What is said
//! of the document as a whole is kept as long as no edit moves its lines. So a keystroke in a document with a thousand findings costs
//! little more than copying them.

use super::client::Client;
use super::diagnostics::{misconfigured, more, of_fault, of_finding};
use super::settings::EditorSettings;
use super::view::View;
use crate::judge::{Found, Key};
use crate::text::Encoding;
use std::collections::HashMap;
use std::io::Write;
use std::sync::Arc;
use tower_lsp::ls_types::{Diagnostic, Position, Range};

/// As many of a document are shown. Nobody reads more, and every one of them is sent at each keystroke.
pub(super) const MOST: usize = 1_000;

/// How a diagnostic at the start of a text is written up to its range.
const AT_THE_START: &str = r#"{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"#;

/// What was sent last.
#[derive(Debug, Default)]
pub(super) struct Shown {
    written: HashMap<Key, Written>,
    sent: Vec<Sent>,
}

/// A diagnostic that can be sent again.
#[derive(Debug)]
struct Written {
    /// Its lines count from the first line of its chunk; those of the whole from the first of all.
    range: Range,
    rest: Arc<str>,
    /// Of the whole: each line it speaks of.
    lines: Option<Vec<u32>>,
}

/// A diagnostic in its place.
#[derive(Debug)]
struct Sent {
    range: Range,
    /// All of it behind the range, as JSON.
    rest: Arc<str>,
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
    pub(super) fn write(&mut self, view: &View<'_>, client: &Client, settings: EditorSettings) -> Vec<u8> {
        self.gather(view, client, settings);
        self.write_again()
    }

    /// Those sent last, where they lie now.
    pub(super) fn write_again(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(64 + self.sent.len() * 256);
        out.push(b'[');
        for (number, sent) in self.sent.iter().enumerate() {
            if number > 0 {
                out.push(b',');
            }
            sent.write(&mut out);
        }
        out.push(b']');
        out
    }

    /// Forgets what an edit on `line` may have moved: what speaks of that line, and where line ends came or went, of any behind it.
    pub(super) fn edited(&mut self, line: u32, are_lines_moved: bool) {
        let stays = |lines: &Vec<u32>| lines.iter().all(|&told| if are_lines_moved { told < line } else { told != line });
        self.written.retain(|_, written| written.lines.as_ref().is_none_or(stays));
    }

    /// Moves what was sent last with its text.
    pub(super) fn follow(&mut self, moved: Moved) {
        for Sent { range, .. } in &mut self.sent {
            range.start = moved.place(range.start);
            range.end = moved.place(range.end).max(range.start);
        }
    }

    fn gather(&mut self, view: &View<'_>, client: &Client, settings: EditorSettings) {
        let mut before = std::mem::take(&mut self.written);
        self.sent.clear();
        if !settings.enable {
            return;
        }
        if view.open.is_configuration() {
            self.sent.extend(view.open.faults.iter().map(|fault| Sent::of(of_fault(view, fault))));
            return;
        }
        let error = view.open.in_force.errors.first();
        let most = MOST - usize::from(error.is_some());
        let mut shown = view.open.findings().filter(|found| found.as_made().severity >= settings.min_severity).peekable();
        let mut chunk = (None, 0);
        let mut taken = 0;
        while let Some(found) = shown.next() {
            taken += 1;
            if taken == most && shown.peek().is_some() {
                self.sent.push(Sent::of(more(view.range(found.span()), shown.count() + 1)));
                break;
            }
            let start = found.chunk_start();
            let can_be_kept = start.is_none() || found.as_made().related.is_empty();
            let Some(key) = found.key().filter(|_| can_be_kept) else {
                self.sent.push(Sent::of(of_finding(view, &found.to_finding(), client)));
                continue;
            };
            if chunk.0 != start {
                chunk = (start, start.map_or(0, |start| view.text().position(start, Encoding::Utf8).0));
            }
            let written = before.remove(&key).unwrap_or_else(|| Written::new(view, &found, chunk.1, client));
            self.sent.push(written.at(chunk.1));
            self.written.insert(key, written);
        }
        self.sent.extend(error.map(|error| Sent::of(misconfigured(&error.to_string()))));
    }
}

impl Written {
    fn new(view: &View<'_>, found: &Found<'_>, first_line: u32, client: &Client) -> Self {
        let diagnostic = of_finding(view, &found.to_finding(), client);
        let range = diagnostic.range;
        let relative = |at: Position| Position::new(at.line.saturating_sub(first_line), at.character);
        let lines = found.chunk_start().is_none().then(|| {
            let related = diagnostic.related_information.iter().flatten().map(|related| related.location.range);
            related.chain([range]).flat_map(|range| [range.start.line, range.end.line]).collect()
        });
        Self { range: Range::new(relative(range.start), relative(range.end)), rest: Sent::of(diagnostic).rest, lines }
    }

    /// Where its chunk begins on `first_line`.
    fn at(&self, first_line: u32) -> Sent {
        let place = |at: Position| Position::new(at.line + first_line, at.character);
        Sent { range: Range::new(place(self.range.start), place(self.range.end)), rest: Arc::clone(&self.rest) }
    }
}

impl Sent {
    fn of(mut diagnostic: Diagnostic) -> Self {
        let range = std::mem::take(&mut diagnostic.range);
        let text = serde_json::to_string(&diagnostic).unwrap_or_default();
        Self { range, rest: text.strip_prefix(AT_THE_START).unwrap_or(r#""message":""}"#).into() }
    }

    fn write(&self, out: &mut Vec<u8>) {
        let Range { start, end } = self.range;
        // Writing to memory does not fail.
        let _ = write!(
            out,
            r#"{{"range":{{"start":{{"line":{},"character":{}}},"end":{{"line":{},"character":{}}}}},"#,
            start.line, start.character, end.line, end.character
        );
        out.extend_from_slice(self.rest.as_bytes());
    }
}

impl Moved {
    /// Where a place is now. What was taken away lies at the start of what came.
    fn place(&self, at: Position) -> Position {
        match at {
            at if at <= self.start => at,
            at if at < self.old_end => self.start,
            at if at.line == self.old_end.line => Position::new(self.new_end.line, self.new_end.character + (at.character - self.old_end.character)),
            at => Position::new(at.line - self.old_end.line + self.new_end.line, at.character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_follow_an_edit() {
        let at = Position::new;
        let moved = Moved { start: at(2, 3), old_end: at(4, 5), new_end: at(3, 1) };
        for (before, after) in [(at(1, 9), at(1, 9)), (at(2, 3), at(2, 3)), (at(3, 0), at(2, 3)), (at(4, 5), at(3, 1)), (at(4, 9), at(3, 5)), (at(7, 2), at(6, 2))] {
            assert_eq!(moved.place(before), after, "{before:?}");
        }
    }
}
