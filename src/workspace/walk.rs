//! From what a person names on the command line to the documents that are judged.
//! Folders are walked on all cores, with .gitignore and .ignore honoured, hidden files and links to folders left out; the result is sorted by path.

use super::pick::{Facts, Picking, is_markdown, pick, pick_named};
use super::read::{Problem, shown};
use crate::config::{Config, ConfigError, Resolver, Unreadable, absolute, read_head};
use crate::dialect::vocabulary::Vocabulary;
use ignore::{DirEntry, WalkBuilder, WalkState};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Front matter is looked for in this many bytes.
pub const HEAD_BYTES: u64 = 64 * 1024;

/// A Markdown file, taken or not.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// As shown, and as opened from the current folder.
    pub path: String,
    /// To open it.
    pub file: PathBuf,
    /// What holds for it.
    pub config: Arc<Config>,
    /// Whether it is judged, and why.
    pub picking: Picking,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Every Markdown file, sorted by the bytes of its path, each once.
    pub candidates: Vec<Candidate>,
    /// What could not be looked at, sorted.
    pub problems: Vec<Problem>,
    /// What is wrong with the configurations met, each error once.
    pub config_errors: Vec<ConfigError>,
}

impl Found {
    /// The documents to judge.
    pub fn picked(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().filter(|candidate| candidate.picking.is_picked())
    }

    /// The same on every run, however many threads looked.
    fn in_order(mut self) -> Self {
        let mut seen = HashSet::new();
        self.candidates.retain(|candidate| seen.insert(candidate.file.clone()));
        self.candidates.sort_by(|a, b| a.path.cmp(&b.path));
        self.problems.sort();
        self.problems.dedup();
        self.config_errors.sort_by(|a, b| (&a.source.name, a.span).cmp(&(&b.source.name, b.span)));
        self
    }
}

/// How to look.
pub struct Search<'a> {
    /// Paths are relative to it; absolute.
    pub current: &'a Path,
    /// Whose configuration holds.
    pub resolver: &'a Resolver,
    /// In whose words front matter says what a document is.
    pub vocabulary: &'a Vocabulary,
    /// Named files are picked like walked ones.
    pub only_plans: bool,
    /// On how many threads folders are walked; 0: as many as there are cores.
    pub threads: usize,
}

impl Search<'_> {
    /// What is at `paths`, files and folders as a person named them.
    pub fn find(&self, paths: &[PathBuf]) -> Found {
        let found = Mutex::new(Found::default());
        let mut folders = Vec::new();
        for path in paths {
            match std::fs::metadata(absolute(path, self.current)) {
                Ok(about) if about.is_dir() => folders.push(path),
                Ok(about) if !about.is_file() => problem(&found, path, &Unreadable::Special),
                Ok(_) => self.take(path, true, &found),
                Err(error) => problem(&found, path, &Unreadable::from(error)),
            }
        }
        // After the named files: a file that is both named and walked is a named one.
        for folder in folders {
            self.walk(folder, &found);
        }
        found.into_inner().unwrap_or_else(PoisonError::into_inner).in_order()
    }

    fn walk(&self, folder: &Path, found: &Mutex<Found>) {
        let walk = WalkBuilder::new(self.current.join(folder))
            // Settings of one person or machine must not change what is found.
            .git_global(false)
            .git_exclude(false)
            // An unpacked archive of a repository gives the same as the repository.
            .require_git(false)
            .follow_links(false)
            // Thousands of files of other people's packages, none of them a plan of this place.
            .filter_entry(|entry| entry.depth() == 0 || entry.file_name() != "node_modules")
            .threads(self.threads)
            .build_parallel();
        walk.run(|| {
            Box::new(|entry| {
                match entry {
                    Ok(entry) => self.visit(&entry, folder, found),
                    Err(error) => lock(found).problems.push(self.walk_problem(&error, folder)),
                }
                WalkState::Continue
            })
        });
    }

    fn visit(&self, entry: &DirEntry, folder: &Path, found: &Mutex<Found>) {
        if !is_markdown(&entry.file_name().to_string_lossy()) {
            return;
        }
        // A link to a file is read as that file; a link to a folder, or to nothing, is passed by.
        let kind = entry.file_type();
        let is_file = kind.is_some_and(|kind| kind.is_file()) || kind.is_some_and(|kind| kind.is_symlink()) && entry.path().is_file();
        if is_file {
            self.take(&self.as_named(entry.path(), folder), false, found);
        }
    }

    /// What a walk found at `path` below `folder`, as a person would name it.
    fn as_named(&self, path: &Path, folder: &Path) -> PathBuf {
        path.strip_prefix(self.current.join(folder)).map_or_else(|_| path.to_owned(), |below| folder.join(below))
    }

    /// What cannot be read says nothing here; if its path picks it, whoever reads all of it finds out.
    fn facts(&self, file: &Path) -> Facts {
        // Most files have no front matter, and six bytes tell: a byte order mark and three dashes.
        let starts = read_head(file, 6).is_ok_and(|start| may_have_front_matter(&start));
        if !starts {
            return Facts::default();
        }
        read_head(file, HEAD_BYTES).map_or_else(|_| Facts::default(), |head| Facts::of(&head, self.vocabulary))
    }

    /// What could not be entered; the walk goes on beside it.
    fn walk_problem(&self, error: &ignore::Error, folder: &Path) -> Problem {
        let mut path = folder.to_owned();
        let mut inner = error;
        loop {
            match inner {
                ignore::Error::WithPath { path: at, err } => {
                    path = self.as_named(at, folder);
                    inner = err;
                }
                ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => inner = err,
                ignore::Error::Io(error) => return Problem { path: shown(&path), message: folder_message(error) },
                other => return Problem { path: shown(&path), message: other.to_string() },
            }
        }
    }

    /// Decides about one file; `path` as a person would name it.
    fn take(&self, path: &Path, is_named: bool, found: &Mutex<Found>) {
        let file = absolute(path, self.current);
        let config = match self.resolver.of_file(&file) {
            Ok(config) => config,
            Err(errors) => {
                let mut found = lock(found);
                let new: Vec<_> = errors.iter().filter(|error| !found.config_errors.contains(error)).cloned().collect();
                found.config_errors.extend(new);
                return;
            }
        };
        let facts = self.facts(&file);
        let picking = if is_named && !self.only_plans { pick_named(facts) } else { pick(&config.path_of(&file), facts, &config) };
        lock(found).candidates.push(Candidate { path: shown(path), file, config, picking });
    }
}

fn may_have_front_matter(head: &str) -> bool {
    let head = head.strip_prefix('\u{feff}').unwrap_or(head);
    head.starts_with("---") || head.starts_with("+++")
}

fn problem(found: &Mutex<Found>, path: &Path, why: &Unreadable) {
    lock(found).problems.push(Problem::unreadable(path, why));
}

fn folder_message(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => "this folder may not be read: ask for permission to read it".to_owned(),
        _ => format!("this folder cannot be read: {error}"),
    }
}

/// A panic elsewhere leaves the lists whole: each push is one step.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
