//! The pipeline in one place: a document, its neighbours, the settings in force -> findings, after profile, lifecycle, configuration
//! and suppression. The command line and the editor both come here, so that they say the same.

mod basis;
mod case;
pub mod example;
mod kept;
mod profile;
mod readings;
mod run;
mod rulebook;
mod settings;
pub mod silence;
mod unread;
mod verdict;
mod wording;

pub use case::Case;
pub use kept::{Found, Kept, Key};
pub use profile::Profile;
pub use readings::readings;
pub use rulebook::Rulebook;
pub use settings::{Armed, Choice, Settings, names};
pub use unread::too_large;
pub use wording::own_word;

use crate::finding::Finding;
use crate::plan::{Document, Source};
use crate::rules::Neighbours;
use crate::workspace::Index;
use std::path::Path;

/// Reads and judges the text of the document at `file` (absolute) among the documents of `index`. Findings come sorted by place and code.
pub fn judge_text(text: &str, file: &Path, settings: &Settings, index: &Index) -> Vec<Finding> {
    let document = Document::read(text, &settings.origin(file), &settings.manner());
    let source = Source::Whole(text);
    judge(&document, source, &settings.config.path_of(file), settings, &index.around(file, &document, source))
}

/// Judges a document at `path` (as the configuration's globs see it). Findings come sorted by place and code.
pub fn judge(document: &Document, source: Source<'_>, path: &str, settings: &Settings, neighbours: &dyn Neighbours) -> Vec<Finding> {
    let mut kept = Kept::default();
    kept.judge(&Case { document, source, path, settings, neighbours }, None);
    kept.into_findings()
}
