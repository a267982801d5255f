//! Texts by path: those that somebody holds open, else those on the disk. What is held wins, so that unsaved text counts.
//! Counts what it reads from the disk: judging one document must not read a folder.

use super::read::{Document, read};
use crate::config::read_head;
use crate::text::{Span, Text};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{PoisonError, RwLock};

/// See the module. All paths are absolute.
#[derive(Debug)]
pub struct Files {
    held: RwLock<BTreeMap<PathBuf, Text>>,
    from_disk: bool,
    read: AtomicUsize,
}

impl Files {
    /// What is held, and behind it the disk.
    pub fn on_disk() -> Self {
        Self { held: RwLock::default(), from_disk: true, read: AtomicUsize::new(0) }
    }

    /// Only what is held: for the examples of rule pages.
    pub fn in_memory() -> Self {
        Self { from_disk: false, ..Self::on_disk() }
    }

    /// Holds `text` as the text of `path` from now on. A clone of a [`Text`] costs nothing.
    pub fn hold(&self, path: PathBuf, text: Text) {
        self.held.write().unwrap_or_else(PoisonError::into_inner).insert(path, text);
    }

    /// The disk counts again.
    pub fn release(&self, path: &Path) {
        self.held.write().unwrap_or_else(PoisonError::into_inner).remove(path);
    }

    /// How many texts were read from the disk so far.
    pub fn times_read(&self) -> usize {
        self.read.load(Ordering::Relaxed)
    }

    /// The text of `path`; nothing for what cannot be read or has more than `most` bytes.
    pub(super) fn text(&self, path: &Path, most: u64) -> Option<String> {
        if let Some(text) = self.held.read().unwrap_or_else(PoisonError::into_inner).get(path).cloned() {
            return Some(text.to_string());
        }
        if !self.from_disk {
            return None;
        }
        self.read.fetch_add(1, Ordering::Relaxed);
        match read(path, most) {
            Ok(Document::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The beginning of the text of `path`: about `most` bytes.
    pub(super) fn head(&self, path: &Path, most: u64) -> Option<String> {
        if let Some(text) = self.held.read().unwrap_or_else(PoisonError::into_inner).get(path) {
            return Some(text.slice(Span::new(0, text.len().min(most as usize))).into_owned());
        }
        if !self.from_disk {
            return None;
        }
        self.read.fetch_add(1, Ordering::Relaxed);
        read_head(path, most).ok()
    }

    /// Whether a file is at `path`.
    pub(super) fn is_file(&self, path: &Path) -> bool {
        self.held.read().unwrap_or_else(PoisonError::into_inner).contains_key(path) || self.from_disk && path.is_file()
    }

    /// Whether a folder is at `path`.
    pub(super) fn is_folder(&self, path: &Path) -> bool {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        held.keys().any(|file| file.parent().is_some_and(|folder| folder.starts_with(path))) || self.from_disk && path.is_dir()
    }

    /// The files directly in `folder`, sorted; hidden ones left out.
    pub(super) fn in_folder(&self, folder: &Path) -> BTreeSet<PathBuf> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        let mut found: BTreeSet<PathBuf> = held.keys().filter(|file| file.parent() == Some(folder)).cloned().collect();
        found.extend(self.entries(folder).filter(|path| path.is_file()));
        found
    }

    /// The folders directly in `folder`, sorted; hidden ones and links left out.
    pub(super) fn folders_in(&self, folder: &Path) -> BTreeSet<PathBuf> {
        self.entries(folder).filter(|path| path.symlink_metadata().is_ok_and(|about| about.is_dir())).collect()
    }

    fn entries(&self, folder: &Path) -> impl Iterator<Item = PathBuf> {
        let entries = self.from_disk.then(|| std::fs::read_dir(folder).ok()).flatten();
        let paths = entries.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
        paths.filter(|path| path.file_name().is_some_and(|name| !name.to_string_lossy().starts_with('.')))
    }
}
