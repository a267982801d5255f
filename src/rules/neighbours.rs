//! The other documents of a workspace, as far as checks ask for them. Who holds them, and where they come from, is not known here.

use crate::plan::Summary;
use std::sync::Arc;

/// What a path, as a document writes it, leads to.
#[derive(Clone, Debug)]
pub enum Lookup {
    /// A document, and the heading that was asked for.
    Found(Arc<Summary>),
    /// Something that is there and no document: a folder, a picture, a file too large to be read.
    There,
    /// A document without the heading that was asked for.
    NoHeading {
        /// The document.
        document: Arc<Summary>,
        /// The heading, as written behind `#`.
        heading: String,
    },
    /// No such file; the nearest path, if one is near.
    Missing {
        /// As it would be written in the document.
        nearest: Option<String>,
    },
    /// It lies outside the workspace.
    Outside,
    /// Not to be judged: a web address, a site root, a document without a place.
    Unknown,
}

impl Lookup {
    /// The document, whether or not the heading is in it.
    pub fn document(self) -> Option<Arc<Summary>> {
        match self {
            Self::Found(document) | Self::NoHeading { document, .. } => Some(document),
            _ => None,
        }
    }
}

/// Answers about other documents. Paths go in as they are written, documents come out as summaries.
pub trait Neighbours {
    /// Where `path`, as written in the document on the table, leads.
    fn look_up(&self, path: &str) -> Lookup;

    /// Where `path`, as written in `other`, leads; `None`: to the document on the table.
    fn look_up_from(&self, other: &Summary, path: &str) -> Option<Lookup>;

    /// The other documents of the series of the document on the table, in the order of their paths; none where it names no series.
    fn series(&self) -> Vec<Arc<Summary>>;

    /// The path of the document on the table, as findings name it.
    fn here(&self) -> &str;

    /// How the document on the table would write the path of `other`.
    fn written(&self, other: &Summary) -> String;
}

/// A document without neighbours: nothing it points at is doubted.
pub struct Alone;

impl Neighbours for Alone {
    fn look_up(&self, _path: &str) -> Lookup {
        Lookup::Unknown
    }

    fn look_up_from(&self, _other: &Summary, _path: &str) -> Option<Lookup> {
        Some(Lookup::Unknown)
    }

    fn series(&self) -> Vec<Arc<Summary>> {
        Vec::new()
    }

    fn here(&self) -> &'static str {
        ""
    }

    fn written(&self, other: &Summary) -> String {
        other.path.clone()
    }
}
