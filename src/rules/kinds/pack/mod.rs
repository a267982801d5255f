//! Checks that a rule pack is made of: what documents of one trade should ask, list and give reasons for, by keywords of its pages.

mod keywords;
pub(super) mod implies;
pub(super) mod question;
pub(super) mod row;

use crate::dialect::concept::{Concept, Language};
use crate::rules::scene::Scene;
use crate::text::Span;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a fix inserts, by language.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Wording(BTreeMap<Language, String>);

impl Wording {
    /// In the language of the document, else in English.
    fn for_document(&self, scene: &Scene<'_>) -> &str {
        let wording = scene.document.language.and_then(|language| self.0.get(&language));
        wording.or_else(|| self.0.get(&Language::En)).map_or("", String::as_str)
    }
}

/// The first heading about `concept`, else the title.
fn heading_or_title(scene: &Scene<'_>, concept: Concept) -> Span {
    let document = scene.document;
    document.sections().find(|section| section.states(concept)).map_or_else(|| document.title_span(), |section| section.at(section.heading))
}
