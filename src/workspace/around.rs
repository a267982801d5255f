//! One document among its neighbours: answers what checks ask about the others, and reads no more of them than that takes.

use super::index::Index;
use super::nearest::nearest;
use super::series;
use super::target::{Target, relative};
use crate::config::slashed;
use crate::dialect::concept::HeadKey;
use crate::markdown::anchor;
use crate::plan::{Document, Source, Summary};
use crate::rules::{Lookup, Neighbours};
use crate::text::Span;
use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;

/// See the module.
pub struct Around<'i> {
    index: &'i Index,
    file: &'i Path,
    shown: String,
    document: &'i Document,
    source: Source<'i>,
    series: OnceCell<Vec<Arc<Summary>>>,
}

impl Index {
    /// The neighbours of `document`, which lies at `file`, an absolute path.
    pub fn around<'i>(&'i self, file: &'i Path, document: &'i Document, source: Source<'i>) -> Around<'i> {
        Around { index: self, file, shown: self.shown(file), document, source, series: OnceCell::new() }
    }
}

impl Around<'_> {
    fn look_up_at(&self, written: &str, from: &Path) -> Lookup {
        if !from.starts_with(&self.index.config.root) {
            return Lookup::Unknown;
        }
        let (path, heading) = match self.index.target(written, from) {
            Target::At { path, heading } => (path, heading),
            Target::Outside => return Lookup::Outside,
            Target::Elsewhere => return Lookup::Unknown,
        };
        let Some(file) = self.index.file_at(&path) else {
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

    fn members(&self) -> Vec<Arc<Summary>> {
        let Some(name) = self.document.head(HeadKey::Series).filter(|name| !name.is_empty()) else { return Vec::new() };
        let links =
            self.document.document_links(self.source).into_iter().filter(|link| matches!(link.key, HeadKey::Previous | HeadKey::Next));
        let links = links.filter_map(|link| self.index.file_meant(link.path.as_deref()?, self.file)).collect();
        series::members(self.index, self.file, &name.text, links)
    }

    /// A link within the document on the table.
    fn look_up_here(&self, heading: &str) -> Lookup {
        let text = self.source.of(Span::new(0, self.document.len));
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
        let leads_here = self.index.file_meant(path, &from).as_deref() == Some(self.file);
        (!leads_here).then(|| self.look_up_at(path, &from))
    }

    fn series(&self) -> Vec<Arc<Summary>> {
        self.series.get_or_init(|| self.members()).clone()
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
    let made_up =
        heading.starts_with(":~:") || heading.strip_prefix('L').is_some_and(|line| line.starts_with(|it: char| it.is_ascii_digit()));
    made_up || anchor::leads_to(&document.anchors, heading) || document.ids.iter().any(|id| id.id.eq_ignore_ascii_case(heading))
}
