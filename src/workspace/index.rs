//! What is known of the documents of a workspace, for checks that look beyond one of them. One index for each configuration in force.
//!
//! A document is read when somebody asks for it, and once: a document that points at nothing costs nothing. What has changed must be
//! [forgotten](Index::forget). Any number of threads may ask.

use super::around::Around;
use super::files::Files;
use super::target::relative;
use crate::config::{Config, DateOrder, absolute, slashed};
use crate::dialect::date::Order;
use crate::dialect::vocabulary::Vocabulary;
use crate::plan::{self, Manner, Origin, Summary};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

type Known = Arc<OnceLock<Option<Arc<Summary>>>>;

/// See the module.
pub struct Index {
    pub(super) files: Arc<Files>,
    pub(super) config: Arc<Config>,
    vocabulary: Arc<Vocabulary>,
    current: PathBuf,
    known: Mutex<HashMap<PathBuf, Known>>,
}

impl Index {
    /// Of `files`, read as `config` and `vocabulary` want it. Findings name paths as seen from the folder `current`, which is absolute.
    pub fn new(files: Arc<Files>, config: Arc<Config>, vocabulary: Arc<Vocabulary>, current: PathBuf) -> Self {
        Self { files, config, vocabulary, current, known: Mutex::default() }
    }

    /// The neighbours of `document`, which lies at `file`, an absolute path.
    pub fn around<'i>(&'i self, file: &'i Path, document: &'i plan::Document, source: plan::Source<'i>) -> Around<'i> {
        Around::new(self, file, document, source)
    }

    /// Forgets what was known of `file`, an absolute path, after its text has changed or it has come or gone.
    pub fn forget(&self, file: &Path) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).remove(file);
    }

    /// Forgets everything.
    pub fn forget_all(&self) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The document at `file`, an absolute path; nothing for what is no readable Markdown.
    pub fn summary(&self, file: &Path) -> Option<Arc<Summary>> {
        let slot = Arc::clone(self.known.lock().unwrap_or_else(PoisonError::into_inner).entry(file.to_owned()).or_default());
        slot.get_or_init(|| self.read(file)).clone()
    }

    /// How findings name `file`.
    pub(super) fn shown(&self, file: &Path) -> String {
        slashed(&relative(file, &self.current))
    }

    /// Where `document` lies.
    pub(super) fn located(&self, document: &Summary) -> PathBuf {
        absolute(Path::new(&document.path), &self.current)
    }

    fn read(&self, file: &Path) -> Option<Arc<Summary>> {
        let path = self.config.path_of(file);
        if !super::pick::is_markdown(&path) {
            return None;
        }
        let text = self.files.text(file, self.config.document_bytes)?;
        let origin = Origin { configured: self.config.kind(&path), ..Origin::of_path(&path, &self.vocabulary) };
        let document = plan::Document::read(&text, &origin, &manner(&self.config, &self.vocabulary));
        Some(Arc::new(Summary::of(self.shown(file), &text, &document, &self.vocabulary)))
    }
}

/// How `config` wants documents read.
pub fn manner<'v>(config: &Config, vocabulary: &'v Vocabulary) -> Manner<'v> {
    Manner {
        vocabulary,
        order: order(config),
        implicit_questions: config.questions.implicit_lists,
        ignored_questions: config.questions.ignore_sections.clone(),
        ignored_actions: config.actions.ignore_sections.clone(),
    }
}

/// Order of day and month in slash dates.
pub fn order(config: &Config) -> Order {
    match config.dates.order {
        DateOrder::Iso => Order::Iso,
        DateOrder::Dmy => Order::Dmy,
        DateOrder::Mdy => Order::Mdy,
    }
}
