//! The other documents of a workspace, as far as checks ask for them. Who holds them, and where they come from, is not known here.

/// What a relative path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// A file that is there.
    Found,
    /// No such file; the nearest name in the same folder, if one is near.
    Missing {
        /// Path as it would be written in the document.
        nearest: Option<String>,
    },
    /// It lies outside the workspace.
    Outside,
    /// Not to be judged: a web address, a site root, a document without a place.
    Unknown,
}

/// Answers about other documents.
pub trait Neighbours {
    /// Where `path`, as written in the document on the table, leads.
    fn look_up(&self, path: &str) -> Lookup;
}

/// A document without neighbours: nothing it points at is doubted.
pub struct Alone;

impl Neighbours for Alone {
    fn look_up(&self, _path: &str) -> Lookup {
        Lookup::Unknown
    }
}
