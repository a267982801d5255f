//! What a document of a kind must have: a section, or a value in its head.

pub(super) mod head_field;
pub(super) mod section;

use crate::dialect::concept::{Concept, HeadKey};
use crate::dialect::group::Group;
use crate::dialect::placeholder::{self, Slot};
use crate::plan::{Document, HeadValue};
use crate::rules::scene::Scene;

/// What stands in the place where something must be said.
pub(super) enum Said<'d> {
    /// Nothing was asked for there at all.
    Nothing,
    /// A placeholder or nothing behind the label.
    Unfinished(&'d HeadValue),
    /// Something.
    Given(&'d HeadValue),
}

/// What front matter and head fields say under `key`.
pub(super) fn in_head(document: &Document, key: HeadKey) -> Said<'_> {
    match document.head(key) {
        None => Said::Nothing,
        Some(value) if value.is_empty() || placeholder::whole(&value.text, Slot::Owner) => Said::Unfinished(value),
        Some(value) => Said::Given(value),
    }
}

/// Whether a phrase of the list stands anywhere in the document.
fn mentioned(scene: &Scene<'_>, group: Group) -> bool {
    scene.document.sections().any(|section| scene.vocabulary.mentions(group, &scene.words(section.at(section.body))).is_some())
}

/// The head key that means the same as a concept.
pub(super) fn key_of(concept: Concept) -> Option<HeadKey> {
    HeadKey::from_word(concept.word())
}
