//! Fixes tried out one by one on a copy of a document, before anybody is offered one. The copy follows each fix and goes back, so that
//! only what a fix touches is read and judged again: a menu does not keep its reader waiting, however long the document.

use super::bench::Sheet;
use super::contract::{Judged, Promise, is_kept, is_local};
use crate::finding::{Edit, Finding, Fix};
use crate::judge::{Case, Kept};
use crate::plan::{Change, Document, Source};
use crate::text::{Span, Text};

/// See the module.
pub struct Rehearsal<'r, 's> {
    sheet: &'r Sheet<'s>,
    findings: &'r [Finding],
    text: Text,
    document: Document,
    kept: Kept,
    /// What happened to the chunks since they were judged; `None`: they never were.
    since: Option<Change>,
}

impl<'r, 's> Rehearsal<'r, 's> {
    /// `findings` are all those of the text of `sheet`.
    pub fn new(sheet: &'r Sheet<'s>, findings: &'r [Finding]) -> Self {
        let (text, document) = (Text::new(sheet.text), sheet.document.clone());
        Self { sheet, findings, text, document, kept: Kept::default(), since: None }
    }

    /// Whether `fix`, of the finding with this number, keeps the contract when nothing else is mended. One that writes into other documents
    /// does.
    pub fn is_sound(&mut self, finding: usize, fix: &Fix) -> bool {
        if !is_local(fix) {
            return true;
        }
        let back = back(self.sheet.text, &fix.edits);
        self.put(&fix.edits);
        self.judge();
        let after: Vec<Finding> = self.kept.findings().map(|found| found.to_finding()).collect();
        let text = self.text.to_string();
        self.put(&back);
        let before = Judged { text: self.sheet.text, findings: self.findings };
        is_kept(before, Judged { text: &text, findings: &after }, &fix.edits, &[finding], Promise::of(fix))
    }

    /// Follows `edits`, which are sorted; the last one first, so that none moves another.
    fn put(&mut self, edits: &[Edit]) {
        let settings = self.sheet.bench.settings;
        for edit in edits.iter().rev() {
            let replaced = self.text.edit(edit.span, &edit.text);
            let origin = settings.origin(self.sheet.bench.file);
            let change = self.document.edit(&self.text, replaced, edit.text.len(), &origin, &settings.manner());
            self.since = self.since.as_ref().map(|before| before.then(&change));
        }
    }

    fn judge(&mut self) {
        let bench = self.sheet.bench;
        let source = Source::Rope(&self.text);
        let path = bench.settings.config.path_of(bench.file);
        let around = bench.index.around(bench.file, &self.document, source);
        let case = Case { document: &self.document, source, path: &path, settings: bench.settings, neighbours: &around };
        self.kept.judge(&case, self.since.as_ref());
        self.since = Some(Change::none());
    }
}

/// The edits that take `edits` of `text` back.
fn back(text: &str, edits: &[Edit]) -> Vec<Edit> {
    let mut gained = 0;
    let one = |edit: &Edit| {
        let start = (i64::from(edit.span.start) + gained) as usize;
        gained += edit.text.len() as i64 - edit.span.len() as i64;
        Edit::replace(Span::new(start, start + edit.text.len()), text.get(edit.span.range()).unwrap_or_default())
    };
    edits.iter().map(one).collect()
}
