//! One document among its neighbours: answers what checks ask about the others, and reads no more of them than that takes.

use super::index::Index;
use super::nearest::nearest;
use super::target::{Start, Target, relative};
use crate::config::slashed;
use crate::markdown::anchor;
use crate::plan::{Document, Source, Summary};
use crate::rules::{Lookup, Neighbours};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// See the module.
pub struct Around<'i> {
    index: &'i Index,
    file: &'i Path,
    shown: String,
    document: &'i Document,
    source: Source<'i>,
}

impl<'i> Around<'i> {
    pub(super) fn new(index: &'i Index, file: &'i Path, document: &'i Document, source: Source<'i>) -> Self {
        Self { index, file, shown: index.shown(file), document, source }
    }

    /// The file that `written` in the document at `from` means: the name as it stands wins over the name decoded.
    fn target(&self, written: &str, from: &Path) -> Target {
        let start = Start { document: from, root: &self.index.config.root, site: self.index.config.links_root.as_deref() };
        let target = start.target(written, false);
        if written.contains('%')
            && let as_it_is @ Target::At { .. } = start.target(written, true)
            && let Target::At { path, .. } = &as_it_is
            && self.index.files.is_file(path)
        {
            return as_it_is;
        }
        target
    }

    /// The file itself, or the page that a name without its ending stands for.
    fn file_at(&self, path: &Path) -> Option<PathBuf> {
        let files = &self.index.files;
        if files.is_file(path) {
            return Some(path.to_owned());
        }
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        match ending.as_deref() {
            // Generated from the page of the same name.
            Some("html" | "htm") => Some(path.with_extension("md")),
            _ => {
                let mut name = path.as_os_str().to_owned();
                name.push(".md");
                Some(PathBuf::from(name))
            }
        }
        .filter(|page| files.is_file(page))
    }

    fn look_up_at(&self, written: &str, from: &Path) -> Lookup {
        if !from.starts_with(&self.index.config.root) {
            return Lookup::Unknown;
        }
        let (path, heading) = match self.target(written, from) {
            Target::At { path, heading } => (path, heading),
            Target::Outside => return Lookup::Outside,
            Target::Elsewhere => return Lookup::Unknown,
        };
        let Some(file) = self.file_at(&path) else {
            if self.index.files.is_folder(&path) {
                return Lookup::There;
            }
            let nearest = nearest(&self.index.files, &path, from, &self.index.config.root);
            return Lookup::Missing { nearest };
        };
        let Some(document) = self.index.summary(&file) else { return Lookup::There };
        match heading {
            Some(heading) if !has_place(&document, &heading) => Lookup::NoHeading { document, heading },
            _ => Lookup::Found(document),
        }
    }

    /// A link within the document on the table.
    fn look_up_here(&self, heading: &str) -> Lookup {
        let text = self.source.of(crate::text::Span::new(0, self.document.len));
        let body = text.get(self.document.front.body_offset..).unwrap_or_default();
        if anchor::leads_to(&anchor::anchors(body), heading) { Lookup::There } else { Lookup::Unknown }
    }
}

impl Neighbours for Around<'_> {
    fn look_up(&self, path: &str) -> Lookup {
        match path.strip_prefix('#') {
            Some(heading) => self.look_up_here(heading),
            None => self.look_up_at(path, self.file),
        }
    }

    fn look_up_from(&self, other: &Summary, path: &str) -> Option<Lookup> {
        let from = self.index.located(other);
        if let Target::At { path, .. } = self.target(path, &from)
            && self.file_at(&path).as_deref() == Some(self.file)
        {
            return None;
        }
        Some(self.look_up_at(path, &from))
    }

    fn series(&self) -> Vec<Arc<Summary>> {
        Vec::new()
    }

    fn here(&self) -> &str {
        &self.shown
    }

    fn written(&self, other: &Summary) -> String {
        let folder = self.file.parent().unwrap_or(self.file);
        slashed(&relative(&self.index.located(other), folder))
    }
}

/// Whether `#heading` leads anywhere in `document`: to a heading, an HTML anchor, or an id.
fn has_place(document: &Summary, heading: &str) -> bool {
    // `#L12` and `#:~:text=` are addresses of lines and words, which viewers make up.
    let made_up = heading.starts_with(":~:") || heading.strip_prefix('L').is_some_and(|line| line.starts_with(|it: char| it.is_ascii_digit()));
    made_up || anchor::leads_to(&document.anchors, heading)
}
