//! How far a suppression comment reaches: its line, the line or table behind it, its section.

use crate::plan::{Document, Source};
use crate::text::Span;
use std::borrow::Cow;

/// The line that `place` stands on.
pub(super) fn line(document: &Document, source: Source<'_>, place: Span) -> Span {
    let (start, text) = around(document, source, place);
    let at = place.start as usize - start;
    let from = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let behind = place.end as usize - start;
    let to = text[behind..].find(['\n', '\r']).map_or(text.len(), |end| behind + end);
    Span::new(start + from, start + to)
}

/// The line behind the one `place` stands on; all of a table or of the lines of a paragraph's first line.
pub(super) fn next(document: &Document, source: Source<'_>, place: Span) -> Span {
    let (start, text) = around(document, source, place);
    let behind = place.end as usize - start;
    let Some(end_of_line) = text[behind..].find(['\n', '\r']).map(|end| behind + end) else {
        return following_heading(document, source, start + text.len());
    };
    let rest = &text[end_of_line..];
    let skipped = rest.len() - rest.trim_start_matches(['\n', '\r', ' ', '\t']).len();
    let from = end_of_line + skipped;
    if from >= text.len() {
        return following_heading(document, source, start + text.len());
    }
    let to = text[from..].find(['\n', '\r']).map_or(text.len(), |end| from + end);
    let found = Span::new(start + from, start + to);
    let table = document.tables().find(|table| {
        table.at(table.span).start <= found.end
            && found.start <= table.at(table.header).end
            && table.at(table.span).start >= found.start.saturating_sub(3)
    });
    table.map_or(found, |table| found.to(table.at(table.span)))
}

/// The heading line that the next chunk begins with.
fn following_heading(document: &Document, source: Source<'_>, at: usize) -> Span {
    let Some(chunk) = document.chunks.iter().find(|chunk| chunk.start >= at) else { return Span::empty(at) };
    let text = source.of(Span::new(chunk.start, chunk.end));
    let to = text.find(['\n', '\r']).unwrap_or(text.len());
    Span::new(chunk.start, chunk.start + to)
}

/// From the heading that `place` stands under to the next of its level or above.
pub(super) fn section(document: &Document, place: Span) -> Span {
    let mut start = None;
    for section in document.sections() {
        let heading = section.at(section.heading);
        match start {
            _ if heading.start <= place.start => start = Some((heading.start, section.level)),
            Some((from, level)) if section.level <= level => return Span { start: from, end: heading.start },
            _ => {}
        }
    }
    Span { start: start.map_or(0, |(from, _)| from), end: document.len as u32 }
}

/// The chunk that holds `place`: its start and its text.
fn around<'t>(document: &Document, source: Source<'t>, place: Span) -> (usize, Cow<'t, str>) {
    let chunk = document.chunks.iter().find(|chunk| chunk.start <= place.start as usize && place.end as usize <= chunk.end);
    let span = chunk.map_or(Span::new(0, document.len), |chunk| Span::new(chunk.start, chunk.end));
    (span.start as usize, source.of(span))
}
