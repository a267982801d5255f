//! What is judged: a document, and all it is held against.

use super::settings::Settings;
use crate::plan::{Document, Source};
use crate::rules::Neighbours;

/// A document on the table, with all it is held against.
#[derive(Clone, Copy)]
pub struct Case<'c> {
    /// What it says.
    pub document: &'c Document,
    /// Its text.
    pub source: Source<'c>,
    /// Its path as the configuration's globs see it.
    pub path: &'c str,
    /// The rules in force.
    pub settings: &'c Settings,
    /// The other documents.
    pub neighbours: &'c dyn Neighbours,
}
