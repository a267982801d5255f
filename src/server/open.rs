//! A document that is open in the editor: its text as the editor has it, its plan, its findings. Unsaved text wins over the disk.

use super::engine::{Engine, InForce};
use super::uri;
use crate::dialect::concept::{HeadKey, Kind};
use crate::finding::Finding;
use crate::judge::judge;
use crate::plan::{Document, Origin, Source};
use crate::rules::Alone;
use crate::text::{Encoding, Text};
use crate::workspace::{Facts, Picking, pick, pick_named};
use std::path::PathBuf;
use tower_lsp::ls_types::{TextDocumentItem, Uri};

/// See the module.
pub(super) struct Open {
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) text: Text,
    /// Where it lies, if on this machine.
    pub(super) path: Option<PathBuf>,
    pub(super) in_force: InForce,
    /// What it says, and what is wrong with it; `None` after a change.
    judged: Option<Judged>,
    /// The version whose diagnostics the client has.
    pub(super) published: Option<i32>,
}

/// What was made of a document.
pub(super) struct Judged {
    pub(super) plan: Document,
    pub(super) picking: Picking,
    pub(super) findings: Vec<Finding>,
}

impl Open {
    pub(super) fn new(item: TextDocumentItem, engine: &mut Engine) -> Self {
        let path = uri::to_path(&item.uri);
        let in_force = engine.in_force(path.as_deref());
        Self { uri: item.uri, version: item.version, text: Text::new(&item.text), path, in_force, judged: None, published: None }
    }

    /// Everything about it may be otherwise now but its text.
    pub(super) fn forget(&mut self, engine: &mut Engine) {
        self.in_force = engine.in_force(self.path.as_deref());
        self.judged = None;
        self.published = None;
    }

    /// Takes an edit as editors send it.
    pub(super) fn edit(&mut self, from: (u32, u32), to: (u32, u32), encoding: Encoding, new: &str) {
        self.text.edit_range(from, to, encoding, new);
        self.judged = None;
    }

    /// Takes a whole new text.
    pub(super) fn replace(&mut self, text: &str) {
        self.text = Text::new(text);
        self.judged = None;
    }

    /// Its path as the configuration's globs see it.
    pub(super) fn path_for_globs(&self) -> String {
        match &self.path {
            Some(path) => self.in_force.settings.config.path_of(path),
            None => self.uri.path().as_str().to_owned(),
        }
    }

    /// What it says and what is wrong with it, up to date.
    pub(super) fn judged(&mut self) -> &Judged {
        let judged = self.judged.take().unwrap_or_else(|| self.judge());
        self.judged.insert(judged)
    }

    fn judge(&self) -> Judged {
        let settings = &self.in_force.settings;
        let path = self.path_for_globs();
        let origin = Origin { configured: settings.config.kind(&path), ..Origin::of_path(&path, &settings.vocabulary) };
        let text = self.text.to_string();
        let plan = Document::read(&text, &origin, &settings.manner());
        let picking = self.pick(&plan, &path);
        let findings = if picking.is_picked() { judge(&plan, Source::Whole(&text), &path, settings, &Alone) } else { Vec::new() };
        Judged { plan, picking, findings }
    }

    /// Whether it is judged. A document that lies nowhere has no path that could pick it.
    fn pick(&self, plan: &Document, path: &str) -> Picking {
        let front = |key| plan.head(key).filter(|value| value.in_front);
        let planlint = front(HeadKey::Planlint).and_then(|value| match value.text.trim().to_ascii_lowercase().as_str() {
            "on" | "true" => Some(true),
            "off" | "false" => Some(false),
            _ => None,
        });
        let kind = front(HeadKey::Kind).and_then(|value| Kind::from_word(value.text.trim()));
        let facts = Facts { planlint, kind };
        match (&self.path, planlint, kind) {
            (None, Some(true), _) | (None, None, Some(_)) => pick_named(facts),
            _ => pick(path, facts, &self.in_force.settings.config),
        }
    }
}
