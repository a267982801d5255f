//! Diagnostics of an open document as they go over the wire, kept from keystroke to keystroke.
//!
//! What a diagnostic says is written once; only its lines are filled in when it is sent, counted from the start of its chunk. What is said
//! of the document as a whole is kept as long as no edit moves its lines. So a keystroke in a document with a thousand findings costs
//! little more than copying them.

use super::client::Client;
use super::diagnostics::{misconfigured, more, of_finding};
use super::settings::EditorSettings;
use super::view::View;
use crate::judge::{Found, Key};
use crate::text::Encoding;
use std::collections::HashMap;
use std::io::Write;
use tower_lsp::ls_types::{Diagnostic, Position, Range};

/// As many of a document are shown. Nobody reads more, and every one of them is sent at each keystroke.
pub(super) const MOST: usize = 1_000;

/// How a diagnostic at the start of a text is written up to its range.
const AT_THE_START: &str = r#"{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"#;

/// What was sent last, by finding.
#[derive(Debug, Default)]
pub(super) struct Shown {
    written: HashMap<Key, Written>,
}

/// A diagnostic without its place.
#[derive(Debug)]
struct Written {
    /// Its lines count from the first line of its chunk; those of the whole from the first of all.
    range: Range,
    rest: Box<str>,
    /// Of the whole: each line it speaks of.
    lines: Option<Vec<u32>>,
}

impl Shown {
    /// Appends the diagnostics of a document that has been judged to `out`, as a JSON array.
    pub(super) fn write(&mut self, view: &View<'_>, client: &Client, settings: EditorSettings, out: &mut Vec<u8>) {
        let mut before = std::mem::take(&mut self.written);
        let mut list = List { out, is_empty: true };
        list.out.push(b'[');
        let error = view.open.in_force.errors.first();
        if settings.enable {
            let most = MOST - usize::from(error.is_some());
            let mut shown = view.open.findings().filter(|found| found.as_made().severity >= settings.min_severity).peekable();
            let mut chunk = (None, 0);
            let mut taken = 0;
            while let Some(found) = shown.next() {
                taken += 1;
                if taken == most && shown.peek().is_some() {
                    list.whole(&more(view.range(found.span()), shown.count() + 1));
                    break;
                }
                let start = found.chunk_start();
                let can_be_kept = start.is_none() || found.as_made().related.is_empty();
                let Some(key) = found.key().filter(|_| can_be_kept) else {
                    list.whole(&of_finding(view, &found.to_finding(), client));
                    continue;
                };
                if chunk.0 != start {
                    chunk = (start, start.map_or(0, |start| view.text().position(start, Encoding::Utf8).0));
                }
                let written = before.remove(&key).unwrap_or_else(|| Written::new(view, &found, chunk.1, client));
                list.written(&written, chunk.1);
                self.written.insert(key, written);
            }
            list.all(error.map(|error| misconfigured(&error.to_string())).iter());
        }
        list.out.push(b']');
    }
}

impl Shown {
    /// Forgets what an edit on `line` may have moved: what speaks of that line, and where line ends came or went, of any behind it.
    pub(super) fn edited(&mut self, line: u32, are_lines_moved: bool) {
        let stays = |lines: &Vec<u32>| lines.iter().all(|&told| if are_lines_moved { told < line } else { told != line });
        self.written.retain(|_, written| written.lines.as_ref().is_none_or(stays));
    }
}

impl Written {
    fn new(view: &View<'_>, found: &Found<'_>, first_line: u32, client: &Client) -> Self {
        let mut diagnostic = of_finding(view, &found.to_finding(), client);
        let range = std::mem::take(&mut diagnostic.range);
        let relative = |at: Position| Position::new(at.line.saturating_sub(first_line), at.character);
        let lines = found.chunk_start().is_none().then(|| {
            let related = diagnostic.related_information.iter().flatten().map(|related| related.location.range);
            related.chain([range]).flat_map(|range| [range.start.line, range.end.line]).collect()
        });
        let text = serde_json::to_string(&diagnostic).unwrap_or_default();
        let rest = text.strip_prefix(AT_THE_START).unwrap_or(r#""message":""}"#).into();
        Self { range: Range::new(relative(range.start), relative(range.end)), rest, lines }
    }
}

/// An array being written.
struct List<'o> {
    out: &'o mut Vec<u8>,
    is_empty: bool,
}

impl List<'_> {
    fn next(&mut self) {
        if !std::mem::take(&mut self.is_empty) {
            self.out.push(b',');
        }
    }

    fn written(&mut self, written: &Written, first_line: u32) {
        self.next();
        let Range { start, end } = written.range;
        // Writing to memory does not fail.
        let _ = write!(
            self.out,
            r#"{{"range":{{"start":{{"line":{},"character":{}}},"end":{{"line":{},"character":{}}}}},"#,
            start.line + first_line,
            start.character,
            end.line + first_line,
            end.character
        );
        self.out.extend_from_slice(written.rest.as_bytes());
    }

    fn whole(&mut self, diagnostic: &Diagnostic) {
        self.next();
        let _ = serde_json::to_writer(&mut *self.out, diagnostic);
    }

    fn all<'d>(&mut self, diagnostics: impl Iterator<Item = &'d Diagnostic>) {
        diagnostics.for_each(|diagnostic| self.whole(diagnostic));
    }
}
