//! Reads the text of a document, or says in one sentence why that is not possible.

use crate::config::{Unreadable, read_text, slashed};
use std::fmt::{self, Display, Formatter};
use std::path::{Component, Path};

/// A file or folder that planlint could not take part of. The others are still judged.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Problem {
    /// As shown.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Display for Problem {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.path, self.message)
    }
}

impl Problem {
    /// Why the file at `path` was not read.
    pub fn unreadable(path: &Path, why: &Unreadable) -> Self {
        Self { path: shown(path), message: why.to_string() }
    }
}

/// A document as it came from the disk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Document {
    /// Its whole text, byte order mark included.
    Text(String),
    /// It is larger than the configuration allows; its size in bytes. Not a problem but a finding.
    TooLarge(u64),
}

/// The document at `path`, unless it has more than `document_bytes` bytes.
///
/// # Errors
/// A missing or forbidden file, a folder, a pipe or device, text that is not UTF-8.
pub fn read(path: &Path, document_bytes: u64) -> Result<Document, Problem> {
    match read_text(path, document_bytes) {
        Ok(text) => Ok(Document::Text(text)),
        Err(Unreadable::TooLarge(bytes)) => Ok(Document::TooLarge(bytes)),
        Err(why) => Err(Problem::unreadable(path, &why)),
    }
}

/// `path` as every output shows it: as given, forward slashes, no `./` in front.
pub fn shown(path: &Path) -> String {
    let bare: std::path::PathBuf = path.components().filter(|component| *component != Component::CurDir).collect();
    if bare.as_os_str().is_empty() { ".".to_owned() } else { slashed(&bare) }
}
