//! A document that is open in the editor: its text as the editor has it, its plan, its findings. Each follows the text edit by edit.

use super::engine::{Engine, InForce, Standard};
use super::shown::Shown;
use super::uri;
use crate::finding::Finding;
use crate::judge::{Case, Found, Kept, Settings};
use crate::plan::{Change, Document, Origin, Source};
use crate::rules::{Alone, Neighbours};
use crate::text::{Encoding, Span, Text};
use crate::workspace::{Facts, Picking, Reason, pick, pick_named};
use std::path::{Path, PathBuf};
use tower_lsp::ls_types::{TextDocumentItem, Uri};

/// In a longer document than this, in bytes, a keystroke does not wait for the rules about the whole.
const LONG: usize = 256 * 1024;

/// See the module.
pub(super) struct Open {
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) text: Text,
    /// Where it lies, if on this machine.
    pub(super) path: Option<PathBuf>,
    pub(super) in_force: InForce,
    /// Its writer said that it is a plan, whatever its path says.
    pub(super) is_plan_by_word: bool,
    origin: Origin,
    plan: Document,
    kept: Kept,
    /// What happened to its chunks since it was judged.
    since: Since,
    /// It was judged at a keystroke, and not yet as a whole.
    pub(super) is_whole_due: bool,
    /// The version whose diagnostics the client has.
    pub(super) published: Option<i32>,
    /// Its diagnostics as they were sent last.
    pub(super) shown: Shown,
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
        let in_force = engine.in_force(path.as_deref());
        let text = Text::new(&item.text);
        let settings = &in_force.standard.settings;
        let origin = origin(settings, path.as_deref(), &item.uri);
        let plan = Document::read(&item.text, &origin, &settings.manner());
        Self {
            uri: item.uri,
            version: item.version,
            text,
            path,
            is_plan_by_word: false,
            origin,
            plan,
            kept: Kept::default(),
            since: Since::Much,
            is_whole_due: false,
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

    /// Takes an edit as editors send it.
    pub(super) fn edit(&mut self, from: (u32, u32), to: (u32, u32), encoding: Encoding, new: &str) {
        let lines = self.text.line_count();
        let replaced = self.text.edit_range(from, to, encoding, new);
        let line = self.text.position(replaced.start as usize, Encoding::Utf8).0;
        self.shown.edited(line, from.0 != to.0 || self.text.line_count() != lines || new.contains(['\n', '\r']));
        let change = self.plan.edit(&self.text, replaced, new.len(), &self.origin, &self.in_force.standard.settings.manner());
        self.since = match &self.since {
            Since::Nothing => Since::Edit(change),
            Since::Edit(before) => Since::Edit(before.then(&change)),
            Since::Much => Since::Much,
        };
        self.published = None;
    }

    /// Takes a whole new text.
    pub(super) fn replace(&mut self, text: &str) {
        self.text = Text::new(text);
        self.read();
    }

    fn read(&mut self) {
        self.plan = Document::read(&self.text.to_string(), &self.origin, &self.in_force.standard.settings.manner());
        self.since = Since::Much;
        self.published = None;
    }

    /// What it says.
    pub(super) fn plan(&self) -> &Document {
        &self.plan
    }

    /// What is wrong with it, up to date; nothing where it is no plan.
    pub(super) fn judged(&mut self) -> &Kept {
        self.judge(false);
        &self.kept
    }

    /// As [`judged`](Self::judged), at a keystroke: a long document is judged as a whole when its writer pauses.
    pub(super) fn judged_at_a_keystroke(&mut self) {
        self.judge(self.text.len() > LONG);
    }

    /// Judges the whole of a long document. Whether anything comes out otherwise than at the last keystroke.
    pub(super) fn judge_whole(&mut self) -> bool {
        let before: Vec<Finding> = self.kept.of_whole().cloned().collect();
        self.judge(false);
        !self.kept.of_whole().eq(&before)
    }

    fn judge(&mut self, can_whole_wait: bool) {
        if !self.picking().is_picked() {
            self.kept = Kept::default();
            self.shown = Shown::default();
            self.since = Since::Much;
            return;
        }
        let change = match std::mem::replace(&mut self.since, Since::Nothing) {
            Since::Nothing if !self.is_whole_due || can_whole_wait => return,
            Since::Nothing => Some(Change::none()),
            Since::Edit(change) => Some(change),
            Since::Much => None,
        };
        // Before the work: what cannot be done must not be tried for ever.
        self.is_whole_due = false;
        let Standard { settings, index } = &*self.in_force.standard;
        let path = path_for_globs(settings, self.path.as_deref(), &self.uri);
        let source = Source::Rope(&self.text);
        let around = self.path.as_deref().map(|file| index.around(file, &self.plan, source));
        let neighbours: &dyn Neighbours = around.as_ref().map_or(&Alone, |around| around);
        let case = Case { document: &self.plan, source, path: &path, settings, neighbours };
        if can_whole_wait {
            self.is_whole_due = self.kept.judge_chunks(&case, change.as_ref());
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
        let start = self.text.slice(Span::new(0, self.plan.front.body_offset));
        let facts = Facts::of(&start, &settings.vocabulary);
        let by_word = self.is_plan_by_word && facts.planlint != Some(false);
        match &self.path {
            _ if by_word => pick_named(facts),
            None if facts.planlint == Some(true) || facts.planlint.is_none() && facts.kind.is_some() => pick_named(facts),
            Some(path) => pick(&settings.config.path_of(path), facts, &settings.config),
            None => Picking::Skipped { because: Reason::NotIncluded },
        }
    }
}

/// What is known of a document before it is read.
fn origin(settings: &Settings, path: Option<&Path>, uri: &Uri) -> Origin {
    settings.origin(path.unwrap_or(Path::new(uri.path().as_str())))
}

/// Its path as the configuration's globs see it.
fn path_for_globs(settings: &Settings, path: Option<&Path>, uri: &Uri) -> String {
    path.map_or_else(|| uri.path().as_str().to_owned(), |path| settings.config.path_of(path))
}
