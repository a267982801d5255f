//! What the server writes down about itself, in the file of `--log`. Standard output is the protocol's, and standard error may be closed.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// How much is written down. Each holds all above it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Level {
    /// What went wrong.
    Error,
    /// What looks wrong.
    Warn,
    /// What was asked for.
    #[default]
    Info,
    /// How long it took.
    Debug,
    /// Every message.
    Trace,
}

/// A log, or none. A disk that is full is no reason to stop.
#[derive(Clone, Default)]
pub(super) struct Log {
    level: Level,
    file: Option<Arc<Mutex<File>>>,
}

impl Log {
    /// Adds to the file at `path`; where it cannot be opened, nothing is written down.
    pub(super) fn open(path: Option<&Path>, level: Level) -> Self {
        let file = path.and_then(|path| File::options().append(true).create(true).open(path).ok());
        Self { level, file: file.map(|file| Arc::new(Mutex::new(file))) }
    }

    /// Writes one line.
    pub(super) fn write(&self, level: Level, line: impl FnOnce() -> String) {
        let Some(file) = self.file.as_ref().filter(|_| level <= self.level) else { return };
        let line = line().replace(['\n', '\r'], " ");
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = writeln!(file, "{} {level:?} {line}", jiff::Timestamp::now());
    }
}
