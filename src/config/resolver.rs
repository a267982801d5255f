//! Which configuration holds for which folder: asked by the command line and the editor alike, answered once per configuration file.

use super::discover::{nearest, root};
use super::effective::Config;
use super::error::ConfigError;
use super::load::load;
use super::overrides::CommandLine;
use super::rules::Known;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The configuration of a folder, or all that is wrong with it.
pub type Resolved = Result<Arc<Config>, Arc<Vec<ConfigError>>>;

/// Tells what may be named, given the folder of the writer's own rule pages.
pub type KnownFor = dyn Fn(Option<&Path>) -> Arc<Known> + Send + Sync;

/// Finds, reads and keeps configurations.
pub struct Resolver {
    workspace: PathBuf,
    line: CommandLine,
    known: Box<KnownFor>,
    by_folder: Mutex<HashMap<PathBuf, Resolved>>,
    /// By file in force and root, so that the thousand folders under one file share one configuration.
    by_file: Mutex<HashMap<(Option<PathBuf>, PathBuf), Resolved>>,
}

impl Resolver {
    /// For documents of `workspace`, an absolute path: the editor's folder, or the current one.
    pub fn new(workspace: PathBuf, line: CommandLine, known: Box<KnownFor>) -> Self {
        Self { workspace, line, known, by_folder: Mutex::default(), by_file: Mutex::default() }
    }

    /// What holds for the documents directly in `folder`, an absolute path.
    ///
    /// # Errors
    /// All that is wrong with the configuration in force there.
    pub fn of_folder(&self, folder: &Path) -> Resolved {
        if let Some(resolved) = lock(&self.by_folder).get(folder) {
            return resolved.clone();
        }
        let root = root(folder, &self.workspace);
        let in_force = if self.line.isolated || self.line.file.is_some() { None } else { nearest(folder, root) };
        let key = (in_force, root.to_owned());
        // Held while reading: two threads that want the same file read it once.
        let mut by_file = lock(&self.by_file);
        let resolved = by_file.entry(key).or_insert_with(|| self.read(folder)).clone();
        lock(&self.by_folder).insert(folder.to_owned(), resolved.clone());
        resolved
    }

    /// What holds for `file`, an absolute path.
    ///
    /// # Errors
    /// As [`Resolver::of_folder`].
    pub fn of_file(&self, file: &Path) -> Resolved {
        self.of_folder(file.parent().unwrap_or(file))
    }

    /// Forgets everything, after a configuration file or a rule page has changed.
    pub fn forget(&self) {
        lock(&self.by_file).clear();
        lock(&self.by_folder).clear();
    }

    fn read(&self, folder: &Path) -> Resolved {
        let draft = load(folder, &self.workspace, &self.line);
        let known = (self.known)(draft.rules_path().as_deref());
        draft.finish(&known).map(Arc::new).map_err(Arc::new)
    }
}

/// A panic elsewhere leaves these maps whole: each insertion is one step.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
