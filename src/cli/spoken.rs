//! The texts of documents that findings elsewhere speak of: without them a place in such a document cannot be told as line and column.

use crate::config::MAX_DOCUMENT_BYTES;
use crate::output::{Document, Report};
use crate::workspace::{self, read};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// Reads what `report` speaks of and does not hold. Paths are relative to `current`.
pub(super) fn read_spoken_of(report: &mut Report, current: &Path) {
    let mut spoken_of: BTreeSet<Arc<str>> = BTreeSet::new();
    for finding in report.files.iter().flat_map(|file| &file.findings) {
        spoken_of.extend(finding.related.iter().filter_map(|related| related.path.clone()));
        spoken_of.extend(finding.fixes.iter().flat_map(|fix| &fix.edits).filter_map(|edit| edit.path.clone()));
    }
    for path in spoken_of {
        // They are sorted by path, and there may be thousands of both.
        let number = report.files.binary_search_by(|file| file.path.as_str().cmp(&path));
        let held = number.ok().map(|number| &mut report.files[number]);
        if held.as_ref().is_some_and(|file| !file.text.is_empty()) {
            continue;
        }
        // What cannot be read any more is told by its first character.
        let Ok(workspace::Document::Text(text)) = read(&current.join(&*path), MAX_DOCUMENT_BYTES) else { continue };
        match held {
            Some(file) => file.text = Arc::from(text),
            None => report.others.push(Document { path: path.to_string(), text: Arc::from(text) }),
        }
    }
}
