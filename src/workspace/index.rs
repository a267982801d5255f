//! What is known of the documents of a workspace, for checks that look beyond one of them. One index for each configuration in force.
//!
//! A document is read when somebody asks for it, and once: a document that points at nothing costs nothing. What has changed must be
//! [forgotten](Index::forget). Any number of threads may ask.

use super::files::Files;
use super::manner::{manner, order, origin, series_name};
use super::pick::is_markdown;
use super::target::{Start, Target, relative};
use super::walk::HEAD_BYTES;
use crate::config::{Config, absolute, slashed};
use crate::dialect::concept::Kind;
use crate::dialect::vocabulary::Vocabulary;
use crate::plan::{Document, Summary};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// So many files of a folder are read in search of one.
const MOST_NEAR: usize = 100;

type Known = Arc<OnceLock<Option<Arc<Summary>>>>;

/// See the module.
pub struct Index {
    pub(super) files: Arc<Files>,
    pub(super) config: Arc<Config>,
    pub(super) vocabulary: Arc<Vocabulary>,
    current: PathBuf,
    known: Mutex<HashMap<PathBuf, Known>>,
    /// What the heads of files call their series.
    series: Mutex<HashMap<PathBuf, Option<Arc<str>>>>,
    /// The Markdown files directly in a folder.
    folders: Mutex<HashMap<PathBuf, Arc<[PathBuf]>>>,
}

impl Index {
    /// Of `files`, read as `config` and `vocabulary` want it. Findings name paths as seen from the folder `current`, which is absolute.
    pub fn new(files: Arc<Files>, config: Arc<Config>, vocabulary: Arc<Vocabulary>, current: PathBuf) -> Self {
        Self { files, config, vocabulary, current, known: Mutex::default(), series: Mutex::default(), folders: Mutex::default() }
    }

    /// The file of `document` and its text.
    pub(crate) fn text_of(&self, document: &Summary) -> Option<(PathBuf, String)> {
        let file = self.located(document);
        let text = self.files.text(&file, self.config.document_bytes)?;
        Some((file, text))
    }

    /// The mission document for the document at `file`: the only one in its folder, or in the nearest folder above it that has one.
    pub(crate) fn mission_near(&self, file: &Path) -> Option<PathBuf> {
        let is_mission = |path: &&PathBuf| {
            *path != file && self.summary(path).is_some_and(|summary| summary.kind == Kind::Mission && summary.has_mission)
        };
        let folders = file.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.config.root));
        for folder in folders {
            let near = self.markdown_in(folder);
            // A folder of that many files is a collection; nobody waits until all of them are read.
            if near.len() > MOST_NEAR {
                return None;
            }
            let mut missions = near.iter().filter(is_mission);
            match (missions.next(), missions.next()) {
                (Some(only), None) => return Some(only.clone()),
                (Some(_), Some(_)) => return None,
                (None, _) => {}
            }
        }
        None
    }

    /// How the document at `from` would write the path of `file`; both absolute.
    pub(crate) fn written(&self, file: &Path, from: &Path) -> String {
        slashed(&relative(file, from.parent().unwrap_or(from)))
    }

    /// Forgets what was known of `file`, an absolute path, after its text has changed or it has come or gone.
    pub fn forget(&self, file: &Path) {
        lock(&self.known).remove(file);
        lock(&self.series).remove(file);
        lock(&self.folders).remove(file.parent().unwrap_or(file));
    }

    /// Forgets everything.
    pub fn forget_all(&self) {
        lock(&self.known).clear();
        lock(&self.series).clear();
        lock(&self.folders).clear();
    }

    /// The document at `file`, an absolute path; nothing for what is no readable Markdown.
    pub fn summary(&self, file: &Path) -> Option<Arc<Summary>> {
        let slot = Arc::clone(lock(&self.known).entry(file.to_owned()).or_default());
        slot.get_or_init(|| self.read(file)).clone()
    }

    /// The name of the series that the file at `file` says it belongs to. Reads its head alone.
    pub(super) fn series_name(&self, file: &Path) -> Option<Arc<str>> {
        if let Some(name) = lock(&self.series).get(file) {
            return name.clone();
        }
        let head = self.files.head(file, HEAD_BYTES);
        let name = head.and_then(|head| series_name(&head, &self.config, &self.vocabulary)).map(Arc::from);
        lock(&self.series).insert(file.to_owned(), name.clone());
        name
    }

    /// The Markdown files directly in `folder`, sorted.
    pub(super) fn markdown_in(&self, folder: &Path) -> Arc<[PathBuf]> {
        if let Some(files) = lock(&self.folders).get(folder) {
            return Arc::clone(files);
        }
        let files = self.files.in_folder(folder).into_iter().filter(|path| is_markdown(&path.to_string_lossy()));
        let files: Arc<[PathBuf]> = files.collect();
        lock(&self.folders).insert(folder.to_owned(), Arc::clone(&files));
        files
    }

    /// The file that `written` in the document at `from` means, if it is there.
    pub(super) fn file_meant(&self, written: &str, from: &Path) -> Option<PathBuf> {
        match self.target(written, from) {
            Target::At { path, .. } => self.file_at(&path),
            _ => None,
        }
    }

    /// What `written` in the document at `from` means. A name that is there as it stands is not decoded.
    pub(super) fn target(&self, written: &str, from: &Path) -> Target {
        let start = Start { document: from, root: &self.config.root, site: self.config.links_root.as_deref() };
        if written.contains('%')
            && let as_it_stands @ Target::At { .. } = start.target(written, true)
            && let Target::At { path, .. } = &as_it_stands
            && self.files.is_file(path)
        {
            return as_it_stands;
        }
        start.target(written, false)
    }

    /// The file at `path`, or the page that a name without its ending, or with that of a generated page, stands for.
    pub(super) fn file_at(&self, path: &Path) -> Option<PathBuf> {
        if self.files.is_file(path) {
            return Some(path.to_owned());
        }
        let generated = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm"));
        let page = if generated {
            path.with_extension("md")
        } else {
            let mut name = path.as_os_str().to_owned();
            name.push(".md");
            PathBuf::from(name)
        };
        self.files.is_file(&page).then_some(page)
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
        if !is_markdown(&file.to_string_lossy()) {
            return None;
        }
        let text = self.files.text(file, self.config.document_bytes)?;
        let document = Document::read(&text, &origin(&self.config, &self.vocabulary, file), &manner(&self.config, &self.vocabulary));
        Some(Arc::new(Summary::of(self.shown(file), &text, &document, &self.vocabulary, order(&self.config))))
    }
}

/// A panic elsewhere leaves these maps whole: each insertion is one step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
