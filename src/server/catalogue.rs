//! What features ask the desk for: documents as the client sees them, findings at a place, people, rules.

use super::desk::Desk;
use super::open::Open;
use super::shelf::load;
use super::things::{Thing, namings};
use super::view::View;
use crate::config::read_text;
use crate::finding::Finding;
use crate::rules::{Catalogue, Page};
use crate::text::Span;
use std::path::Path;
use std::sync::Arc;
use tower_lsp::ls_types::{Position, Range, Uri};

/// A file that is searched for a word may have this many bytes.
const MOST_BYTES: u64 = 10 * 1024 * 1024;

impl Desk {
    /// The open document at `uri`.
    pub(super) fn view(&self, uri: &Uri) -> Option<View<'_>> {
        Some(View { open: self.documents.get(uri.as_str())?, encoding: self.client.encoding })
    }

    /// Every open document.
    pub(super) fn views(&self) -> impl Iterator<Item = View<'_>> {
        self.documents.values().map(|open| View { open, encoding: self.client.encoding })
    }

    /// The open document that lies at `path`.
    pub(super) fn by_path(&self, path: &Path) -> Option<&Open> {
        self.documents.values().find(|open| open.path.as_deref() == Some(path))
    }

    /// The plans of the workspace that are not open and hold `words`.
    pub(super) fn on_disk_with(&self, words: &str) -> Vec<Open> {
        let mut engine = self.engine.beside();
        let closed = self.shelf.keys().filter(|path| self.by_path(path).is_none());
        let holding = closed
            .filter(|path| read_text(path, MOST_BYTES).is_ok_and(|text| memchr::memmem::find(text.as_bytes(), words.as_bytes()).is_some()));
        holding.filter_map(|path| load(path, &mut engine)).collect()
    }

    /// The rule called `name`, a writer's own rules included.
    pub(super) fn rule(&self, name: &str) -> Option<Arc<Page>> {
        let in_force = self.documents.values().flat_map(|open| &open.in_force.standard.settings.rules).map(|armed| &armed.page);
        let is_named = |page: &&Arc<Page>| page.code.eq_ignore_ascii_case(name) || page.name.eq_ignore_ascii_case(name);
        in_force.clone().find(is_named).or_else(|| Catalogue::shipped().find(name)).cloned()
    }

    /// Where the page of the rule with this code can be read.
    pub(super) fn page_of(&self, code: &str) -> Option<Uri> {
        let own = self.documents.values().find_map(|open| open.in_force.standard.addresses.of(code)).cloned();
        own.or_else(|| self.engine.pages.addresses(&[]).of(code).cloned())
    }

    /// The findings on the lines of a range of an open document, up to date: first those that touch the range itself, and how many these
    /// are. `None` when it is not open.
    pub(super) fn findings_on_lines(&mut self, uri: &Uri, range: Range) -> Option<(Vec<Finding>, usize)> {
        let encoding = self.client.encoding;
        let open = self.documents.get_mut(uri.as_str())?;
        open.judged();
        let view = View { open, encoding };
        let wanted = view.span(range);
        // Whoever selects a line with its end does not mean the next one.
        let last = wanted.end as usize - usize::from(!wanted.is_empty());
        let lines = Span { start: view.line(wanted.start as usize).start, end: view.line(last).end };
        let touches = |finding: &Finding, span: Span| finding.span.start <= span.end && span.start <= finding.span.end;
        let on_lines = open.findings().map(|found| found.to_finding()).filter(|finding| touches(finding, lines));
        let (mut findings, beside): (Vec<Finding>, Vec<Finding>) = on_lines.partition(|finding| touches(finding, wanted));
        let touching = findings.len();
        findings.extend(beside);
        Some((findings, touching))
    }

    /// The findings at a position, up to date.
    pub(super) fn findings_at(&mut self, uri: &Uri, position: Position) -> Option<Vec<Finding>> {
        let (mut findings, touching) = self.findings_on_lines(uri, Range::new(position, position))?;
        findings.truncate(touching);
        Some(findings)
    }

    /// Everybody that the document and the others that are open name, as they write it, the document's own people first.
    pub(super) fn people(&self, view: &View<'_>) -> Vec<String> {
        let own = std::iter::once(*view);
        let others = self.views().filter(|other| other.uri() != view.uri());
        let mut people: Vec<String> = Vec::new();
        for view in own.chain(others) {
            for naming in namings(&view).filter(|naming| matches!(naming.thing, Thing::Person(_))) {
                // The sign before a handle belongs to it.
                let handle = naming.span.start.checked_sub(1).map(|start| Span { start, ..naming.span });
                let words =
                    handle.map(|span| view.words(span)).filter(|words| words.starts_with('@')).unwrap_or_else(|| view.words(naming.span));
                if !people.iter().any(|known| *known == *words) {
                    people.push(words.into_owned());
                }
            }
        }
        let configured = &view.open.in_force.standard.settings.config.people;
        people.extend(configured.iter().filter(|person| !people.contains(person)).cloned().collect::<Vec<_>>());
        people
    }
}
