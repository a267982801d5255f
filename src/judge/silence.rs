//! Suppression comments: which findings they silence, and which comments silenced nothing (DIALECT 11).

use crate::dialect::concept::HeadKey;
use crate::markdown::suppression::{Directive, DirectiveKind};
use crate::plan::{Document, Source};
use crate::rules::Page;
use crate::rules::draft::Draft;
use crate::text::Span;
use jiff::civil::Date;

/// A stretch of the document in which some rules are silent.
#[derive(Clone, Debug)]
pub struct Silence {
    /// Where findings must begin to be silenced.
    pub over: Span,
    /// The comment, or the front matter value.
    pub place: Span,
    /// Rules it names, with the place of each name; none: all.
    pub codes: Vec<(Span, String)>,
    /// How many findings each name silenced; one count for all when none is named.
    pub hits: Vec<usize>,
    /// Its date has passed: it silences nothing any more.
    pub expired: bool,
}

impl Silence {
    fn names(&self, page: &Page) -> Option<usize> {
        if self.codes.is_empty() {
            return Some(0);
        }
        self.codes.iter().position(|(_, name)| {
            name.eq_ignore_ascii_case(&page.code)
                || name.eq_ignore_ascii_case(&page.name)
                || !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase()) && page.code.trim_end_matches(|it: char| it.is_ascii_digit()) == name
        })
    }
}

/// Every silence of a document.
pub fn silences(document: &Document, source: Source<'_>, today: Date) -> Vec<Silence> {
    let mut found = Vec::new();
    let whole = Span::new(0, document.len);
    if let Some(value) = document.head(HeadKey::Planlint) {
        let codes: Vec<(Span, String)> =
            value.items.iter().filter(|(_, word)| !matches!(word.to_ascii_lowercase().as_str(), "on" | "off" | "true" | "false" | "")).cloned().collect();
        if !codes.is_empty() {
            found.push(silence(whole, value.span, codes, false));
        }
    }
    let mut open: Vec<(Span, Vec<(Span, String)>, bool)> = Vec::new();
    for chunk in &document.chunks {
        for directive in &chunk.plan.directives {
            let place = directive.span.shifted(chunk.start);
            let codes: Vec<(Span, String)> = directive.codes.iter().map(|(span, code)| (span.shifted(chunk.start), code.clone())).collect();
            let expired = is_expired(directive, today);
            match directive.kind {
                DirectiveKind::DisableFile => found.push(silence(whole, place, codes, expired)),
                DirectiveKind::DisableLine => found.push(silence(line(document, source, place), place, codes, expired)),
                DirectiveKind::DisableNextLine => found.push(silence(next(document, source, place), place, codes, expired)),
                DirectiveKind::DisableSection => found.push(silence(section(document, place), place, codes, expired)),
                DirectiveKind::Disable => open.push((place, codes, expired)),
                DirectiveKind::Enable => {
                    let ends = |opened: &[(Span, String)]| codes.is_empty() || opened.iter().any(|(_, code)| codes.iter().any(|(_, ended)| ended == code));
                    let (closed, still): (Vec<_>, Vec<_>) = open.into_iter().partition(|(_, opened, _)| ends(opened));
                    open = still;
                    for (start, opened, expired) in closed {
                        found.push(silence(Span { start: start.start, end: place.end }, start, opened, expired));
                    }
                }
                DirectiveKind::Unknown => {}
            }
        }
    }
    for (start, codes, expired) in open {
        found.push(silence(Span { start: start.start, end: document.len as u32 }, start, codes, expired));
    }
    found
}

fn silence(over: Span, place: Span, codes: Vec<(Span, String)>, expired: bool) -> Silence {
    let hits = vec![0; codes.len().max(1)];
    Silence { over, place, codes, hits, expired }
}

fn is_expired(directive: &Directive, today: Date) -> bool {
    directive.until.as_ref().and_then(|(_, until)| until.parse::<Date>().ok()).is_some_and(|until| until < today)
}

/// Whether a silence covers `draft`; counts it.
pub(super) fn silenced(silences: &mut [Silence], page: &Page, draft: &Draft) -> bool {
    let mut silent = false;
    for silence in silences.iter_mut().filter(|silence| !silence.expired) {
        let inside = silence.over.start <= draft.span.start && (draft.span.start < silence.over.end || draft.span.start == silence.over.end && draft.span.is_empty());
        if inside && let Some(number) = silence.names(page) {
            silence.hits[number] += 1;
            silent = true;
        }
    }
    silent
}

/// The line that `place` stands on.
fn line(document: &Document, source: Source<'_>, place: Span) -> Span {
    let (start, text) = around(document, source, place);
    let at = place.start as usize - start;
    let from = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let behind = place.end as usize - start;
    let to = text[behind..].find(['\n', '\r']).map_or(text.len(), |end| behind + end);
    Span::new(start + from, start + to)
}

/// The line behind the one `place` stands on; all of a table or of the lines of a paragraph's first line.
fn next(document: &Document, source: Source<'_>, place: Span) -> Span {
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
    let table = document.tables().find(|table| table.at(table.span).start <= found.end && found.start <= table.at(table.header).end && table.at(table.span).start >= found.start.saturating_sub(3));
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
fn section(document: &Document, place: Span) -> Span {
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
fn around<'t>(document: &Document, source: Source<'t>, place: Span) -> (usize, std::borrow::Cow<'t, str>) {
    let chunk = document.chunks.iter().find(|chunk| chunk.start <= place.start as usize && place.end as usize <= chunk.end);
    let span = chunk.map_or(Span::new(0, document.len), |chunk| Span::new(chunk.start, chunk.end));
    (span.start as usize, source.of(span))
}
