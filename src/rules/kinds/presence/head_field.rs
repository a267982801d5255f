//! S104, O105, B102: a value that the head of a document must hold.

use super::super::outline::Outline;
use super::{Said, in_head, mentioned};
use crate::dialect::concept::{Concept, HeadKey};
use crate::dialect::group::Group;
use crate::plan::{Document, Filled};
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;
use crate::text::Span;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What must be said.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Required {
    /// One of these will do: head keys or concepts.
    #[serde(default)]
    any_of: Vec<String>,
    /// Each of these is needed.
    #[serde(default)]
    all_of: Vec<String>,
    /// Only where the title or a strategy section speaks of one part of the organisation.
    #[serde(default)]
    scoped_only: bool,
    /// A phrase of this list anywhere in the text will do.
    mention: Option<Group>,
    /// For a value of the lists above: a sentence with a percentage and a word of this list will do.
    #[serde(default)]
    shares: BTreeMap<String, Group>,
}

impl Required {
    /// The names of which one is needed, and those that are all needed.
    pub(crate) fn names(&self) -> (&[String], &[String]) {
        (&self.any_of, &self.all_of)
    }
}

pub(in crate::rules::kinds) fn check(required: &Required, scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let document = scene.document;
    let scope = scope(document);
    if required.scoped_only && scope.is_none() {
        return;
    }
    let scope = scope.unwrap_or_default();
    if required.mention.is_some_and(|group| mentioned(scene, group)) {
        return;
    }
    let of_any = required.any_of.iter().map(|name| stated(document, name)).min_by_key(Stated::rank);
    match of_any {
        Some(Stated::Absent) => found.push(Draft::at(document.title_span()).quoting("scope", &scope)),
        Some(Stated::Unfinished(place, value)) => {
            found.push(Draft::at(place).saying("placeholder").quoting("scope", &scope).quoting("value", &scene.words(value)));
        }
        Some(Stated::Given) | None => {}
    }
    let mut missing = Vec::new();
    for name in &required.all_of {
        match stated(document, name) {
            Stated::Given => {}
            Stated::Absent if required.shares.get(name).is_some_and(|&group| shared(scene, group)) => {}
            Stated::Absent => missing.push(name.as_str()),
            Stated::Unfinished(place, value) => {
                found.push(Draft::at(place).saying("placeholder").naming("missing", [name]).quoting("value", &scene.words(value)));
            }
        }
    }
    if !missing.is_empty() {
        found.push(Draft::at(document.title_span()).naming("missing", missing));
    }
}

enum Stated {
    Given,
    /// Place and value.
    Unfinished(Span, Span),
    Absent,
}

impl Stated {
    /// The more is said, the lower.
    fn rank(&self) -> u8 {
        match self {
            Self::Given => 0,
            Self::Unfinished(..) => 1,
            Self::Absent => 2,
        }
    }
}

/// What the document says under `name`, a head key or a concept.
fn stated(document: &Document, name: &str) -> Stated {
    let by_key = HeadKey::from_word(name).map_or(Stated::Absent, |key| match in_head(document, key) {
        Said::Nothing => Stated::Absent,
        Said::Unfinished(value) => Stated::Unfinished(value.place, value.span),
        Said::Given(_) => Stated::Given,
    });
    let by_concept = Concept::from_word(name).map_or(Stated::Absent, |concept| of_concept(document, concept));
    if by_key.rank() <= by_concept.rank() { by_key } else { by_concept }
}

/// A field of the head, or a section.
fn of_concept(document: &Document, concept: Concept) -> Stated {
    let outline = Outline::of(document);
    if outline.stating(concept).into_iter().any(|at| outline.filled(&outline.parts(at, concept, &[])) == Filled::Given) {
        return Stated::Given;
    }
    let fields = document.fields().filter(|field| field.concept == Some(concept) && (field.in_head || concept != Concept::Confirmation));
    let stated = fields.map(|field| match field.filled {
        Filled::Given => Stated::Given,
        _ => Stated::Unfinished(field.at(field.place), field.at(field.value)),
    });
    stated.min_by_key(Stated::rank).unwrap_or(Stated::Absent)
}

/// The part of the organisation that the title or a strategy heading speaks of.
fn scope(document: &Document) -> Option<String> {
    document.sections().find_map(|section| section.scope_of(Concept::Strategy).map(str::to_owned))
}

/// Whether a line gives a percentage for something of `group`.
fn shared(scene: &Scene<'_>, group: Group) -> bool {
    scene.document.sections().any(|section| {
        let text = scene.words(section.at(section.body));
        text.contains(['%', '％'])
            && text.split(['\n', '\r']).any(|line| line.contains(['%', '％']) && scene.vocabulary.mentions(group, line).is_some())
    })
}
