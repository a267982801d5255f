//! A document that is open in the editor: its text as the editor has it, its plan, its findings. Each follows the text edit by edit.

use super::engine::{Engine, InForce, Standard};
use super::shown::{Moved, Shown};
use super::uri;
use super::view::View;
use crate::config::{ConfigError, FILE_NAMES};
use crate::finding::Finding;
use crate::judge::{Case, Found, Kept, Settings};
use crate::plan::{Change, Document, Origin, Source};
use crate::rules::{Alone, Neighbours};
use crate::text::{Encoding, Span, Text};
use crate::workspace::{Facts, Picking, Reason, pick, pick_named};
use std::path::{Path, PathBuf};
use tower_lsp::ls_types::{Range, TextDocumentItem, Uri};

/// In a longer document than this, in bytes, a keystroke does not wait for the rules about the whole.
const LONG: usize = 48 * 1024;
/// Nor does it wait for a chunk to be read again that is longer than this, or for all of a long document after an edit of its head.
const HUGE: usize = 64 * 1024;

/// See the module.
pub(super) struct Open {
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) text: Text,
    /// Where it lies, if on this machine.
    pub(super) path: Option<PathBuf>,
    pub(super) in_force: InForce,
    /// It is no Markdown, so nothing in it is read as part of a plan.
    pub(super) is_toml: bool,
    /// Its writer said that it is a plan, whatever its path says.
    pub(super) is_plan_by_word: bool,
    origin: Origin,
    plan: Document,
    kept: Kept,
    /// What happened to its text since it was read.
    unread: Option<Unread>,
    /// What happened to its chunks since it was judged.
    since: Since,
    /// It was judged at a keystroke, and is to be judged as a whole when its writer pauses.
    pub(super) is_judging_due: bool,
    /// What is wrong with it where it is a planlint.toml.
    pub(super) faults: Vec<ConfigError>,
    /// The version whose diagnostics the client has.
    pub(super) published: Option<i32>,
    /// Its diagnostics as they were sent last.
    pub(super) shown: Shown,
}

/// Edits that are costly to follow, as one: what was read and found is of the text before them.
#[derive(Clone, Copy)]
struct Unread {
    /// Of the text that was read.
    replaced: Span,
    /// What stands in its place, in bytes.
    inserted: usize,
}

impl Unread {
    /// Together with an edit of the text as it is now.
    fn then(self, replaced: Span, inserted: usize) -> Self {
        let (start, end) = (self.replaced.start.min(replaced.start), self.replaced.start as usize + self.inserted);
        let behind = (replaced.end as usize).saturating_sub(end);
        let new_end = end.max(replaced.end as usize) - replaced.len() + inserted;
        Self { replaced: Span::new(start as usize, self.replaced.end as usize + behind), inserted: new_end - start as usize }
    }
}

/// See [`Open::since`].
#[derive(PartialEq, Eq)]
enum Since {
    /// Nothing.
    Nothing,
    /// Edits.
    Edit(Change),
    /// All of it is new.
    Much,
}

impl Open {
    pub(super) fn new(item: TextDocumentItem, engine: &mut Engine) -> Self {
        let path = uri::to_path(&item.uri);
        Self::held_to(engine.in_force(path.as_deref()), path, item)
    }

    /// The document at `path` under what is in force there.
    pub(super) fn held_to(in_force: InForce, path: Option<PathBuf>, item: TextDocumentItem) -> Self {
        let text = Text::new(&item.text);
        let settings = &in_force.standard.settings;
        let origin = origin(settings, path.as_deref(), &item.uri);
        let plan = Document::read(&item.text, &origin, &settings.manner());
        Self {
            is_toml: item.language_id == "toml" || is_configuration(path.as_deref()),
            uri: item.uri,
            version: item.version,
            text,
            path,
            is_plan_by_word: false,
            origin,
            plan,
            kept: Kept::default(),
            unread: None,
            since: Since::Much,
            is_judging_due: false,
            faults: Vec::new(),
            published: None,
            shown: Shown::default(),
            in_force,
        }
    }

    /// Everything about it may be otherwise now but its text.
    pub(super) fn look_again(&mut self, engine: &mut Engine) {
        self.in_force = engine.in_force(self.path.as_deref());
        self.origin = origin(&self.in_force.standard.settings, self.path.as_deref(), &self.uri);
        self.kept = Kept::default();
        self.shown = Shown::default();
        self.read();
    }

    /// Those around it may have changed.
    pub(super) fn judge_again(&mut self) {
        self.published = None;
        if self.since == Since::Nothing {
            self.since = Since::Edit(Change::none());
        }
    }

    /// Takes an edit as editors send it. Where it would be costly to follow, the document is read later.
    pub(super) fn edit(&mut self, range: Range, encoding: Encoding, new: &str) {
        let lines = self.text.line_count();
        let view = View { open: self, encoding };
        let replaced = view.span(range);
        let (start, old_end) = (view.position(replaced.start as usize), view.position(replaced.end as usize));
        let replaced = self.text.edit(replaced, new);
        self.published = None;
        if self.unread.is_some() || self.is_costly(replaced) {
            let edit = Unread { replaced, inserted: new.len() };
            self.unread = Some(self.unread.map_or(edit, |before| before.then(replaced, new.len())));
            self.is_judging_due = true;
            let new_end = View { open: self, encoding }.position(replaced.start as usize + new.len());
            self.shown.follow(Moved { start, old_end, new_end });
            return;
        }
        let are_lines_moved = start.line != old_end.line || self.text.line_count() != lines || new.contains(['\n', '\r']);
        self.shown.edited(start.line, are_lines_moved);
        self.follow(replaced, new.len());
    }

    /// Whether much would have to be read again after an edit at `replaced`.
    fn is_costly(&self, replaced: Span) -> bool {
        let chunks = &self.plan.chunks;
        let holding = |at: u32| chunks.get(chunks.partition_point(|chunk| chunk.start <= at as usize).saturating_sub(1));
        let is_huge = |at: u32| holding(at).is_some_and(|chunk| chunk.end - chunk.start > HUGE);
        self.is_long() && (replaced.start as usize) < self.plan.front.body_offset || is_huge(replaced.start) || is_huge(replaced.end)
    }

    /// Reads again what an edit touched.
    fn follow(&mut self, replaced: Span, inserted: usize) {
        let change = self.plan.edit(&self.text, replaced, inserted, &self.origin, &self.in_force.standard.settings.manner());
        self.since = match &self.since {
            Since::Nothing => Since::Edit(change),
            Since::Edit(before) => Since::Edit(before.then(&change)),
            Since::Much => Since::Much,
        };
    }

    /// Reads what is still to be read.
    pub(super) fn catch_up(&mut self) {
        if let Some(Unread { replaced, inserted }) = self.unread.take() {
            self.shown.edited(0, true);
            self.follow(replaced, inserted);
        }
    }

    /// Takes a whole new text.
    pub(super) fn replace(&mut self, text: &str) {
        self.text = Text::new(text);
        self.read();
    }

    fn read(&mut self) {
        self.unread = None;
        self.plan = Document::read(&self.text.to_string(), &self.origin, &self.in_force.standard.settings.manner());
        self.since = Since::Much;
        self.published = None;
    }

    /// Whether a keystroke does not wait for the rules about the whole.
    fn is_long(&self) -> bool {
        self.text.len() > LONG
    }

    /// Whether all that is wrong with it takes longer to find than what a keystroke waits for.
    pub(super) fn takes_long(&self) -> bool {
        self.is_long() || self.unread.is_some()
    }

    /// Whether it is a planlint.toml.
    pub(super) fn is_configuration(&self) -> bool {
        is_configuration(self.path.as_deref())
    }

    /// What it says, as far as it was read.
    pub(super) fn plan(&self) -> &Document {
        &self.plan
    }

    /// What is wrong with it, up to date; nothing where it is no plan.
    pub(super) fn judged(&mut self) -> &Kept {
        self.judge(false);
        &self.kept
    }

    /// As [`judged`](Self::judged), at a keystroke: a long document is judged as a whole when its writer pauses. Whether anything was
    /// judged at all.
    pub(super) fn judged_at_a_keystroke(&mut self) -> bool {
        if self.unread.is_none() {
            self.judge(self.is_long());
        }
        self.unread.is_none()
    }

    /// Does what was left for a pause. Whether anything comes out otherwise than at the last keystroke.
    pub(super) fn judge_in_a_pause(&mut self) -> bool {
        let is_behind = self.unread.is_some() || self.since != Since::Nothing;
        let before: Vec<Finding> = self.kept.of_whole().cloned().collect();
        self.judge(false);
        is_behind || !self.kept.of_whole().eq(&before)
    }

    fn judge(&mut self, can_whole_wait: bool) {
        self.catch_up();
        if !self.picking().is_picked() {
            self.kept = Kept::default();
            self.shown = Shown::default();
            self.since = Since::Much;
            self.is_judging_due = false;
            return;
        }
        let change = match std::mem::replace(&mut self.since, Since::Nothing) {
            Since::Nothing if !self.is_judging_due || can_whole_wait => return,
            Since::Nothing => Some(Change::none()),
            Since::Edit(change) => Some(change),
            Since::Much => None,
        };
        // Before the work: what cannot be done must not be tried for ever.
        self.is_judging_due = false;
        let Standard { settings, index, .. } = &*self.in_force.standard;
        let path = path_for_globs(settings, self.path.as_deref(), &self.uri);
        let source = Source::Rope(&self.text);
        let around = self.path.as_deref().map(|file| index.around(file, &self.plan, source));
        let neighbours: &dyn Neighbours = around.as_ref().map_or(&Alone, |around| around);
        let case = Case { document: &self.plan, source, path: &path, settings, neighbours };
        if can_whole_wait {
            self.is_judging_due = self.kept.judge_chunks(&case, change.as_ref());
        } else {
            self.kept.judge(&case, change.as_ref());
        }
    }

    /// What was wrong with it when it was judged last.
    pub(super) fn findings(&self) -> impl Iterator<Item = Found<'_>> {
        self.kept.findings()
    }

    /// Whether it is judged, and why. A document that lies nowhere has no path that could pick it.
    pub(super) fn picking(&self) -> Picking {
        let settings = &self.in_force.standard.settings;
        let facts = Facts::of_front(&self.plan.front, &settings.vocabulary);
        let by_word = self.is_plan_by_word && facts.planlint != Some(false);
        match &self.path {
            _ if by_word => pick_named(facts),
            None if facts.planlint == Some(true) || facts.planlint.is_none() && facts.kind.is_some() => pick_named(facts),
            Some(path) => pick(&settings.config.path_of(path), facts, &settings.config),
            None => Picking::Skipped { because: Reason::NotIncluded },
        }
    }
}

fn is_configuration(path: Option<&Path>) -> bool {
    let name = path.and_then(Path::file_name);
    name.is_some_and(|name| FILE_NAMES.iter().any(|known| name == *known))
}

/// What is known of a document before it is read.
fn origin(settings: &Settings, path: Option<&Path>, uri: &Uri) -> Origin {
    settings.origin(path.unwrap_or(Path::new(uri.path().as_str())))
}

/// Its path as the configuration's globs see it.
fn path_for_globs(settings: &Settings, path: Option<&Path>, uri: &Uri) -> String {
    path.map_or_else(|| uri.path().as_str().to_owned(), |path| settings.config.path_of(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_one() {
        let text = "0123456789";
        for edits in [
            [(2, 4, "ab"), (3, 5, "xyz")],
            [(5, 5, "abc"), (0, 1, "")],
            [(1, 3, ""), (1, 1, "long")],
            [(0, 9, "q"), (1, 2, "r")],
            [(4, 6, "abc"), (4, 7, "")],
        ] {
            let mut edited = text.to_owned();
            let mut unread: Option<Unread> = None;
            for (start, end, new) in edits {
                edited.replace_range(start..end, new);
                let replaced = Span::new(start, end);
                unread = Some(unread.map_or(Unread { replaced, inserted: new.len() }, |before| before.then(replaced, new.len())));
            }
            let Some(Unread { replaced, inserted }) = unread else { continue };
            let start = replaced.start as usize;
            let mut at_once = text.to_owned();
            at_once.replace_range(replaced.range(), &edited[start..start + inserted]);
            assert_eq!(at_once, edited, "{edits:?}");
        }
    }
}
