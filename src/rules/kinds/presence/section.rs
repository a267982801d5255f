//! M101, V101, S101, S107, A104, G101: a document without a section it must have, or with that section empty.

use super::super::outline::Outline;
use super::{Said, in_head, key_of};
use crate::dialect::concept::{Concept, HeadKey, Kind};
use crate::dialect::group::Group;
use crate::plan::{Document, Filled, MarkKind};
use crate::rules::draft::Draft;
use crate::rules::neighbours::Lookup;
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use crate::text::Span;
use serde::Deserialize;

/// What must be there.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Required {
    /// What the section is about.
    concept: Concept,
    /// Sections about these will do as well ...
    #[serde(default)]
    or: Vec<Concept>,
    /// ... in documents of these kinds.
    #[serde(default)]
    or_kinds: Vec<Kind>,
    /// A link to the document that states it will do.
    #[serde(default)]
    accept_link: bool,
    /// A labelled line or a head field will do.
    #[serde(default)]
    accept_field: bool,
    /// Actions anywhere will do.
    #[serde(default)]
    accept_items: bool,
    /// A section of elements will do in a document of the kind that is named like the concept.
    #[serde(default)]
    elements: Vec<Concept>,
    /// What the section must speak of.
    #[serde(default)]
    groups: Vec<Named>,
}

/// A list of words and what it stands for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    name: String,
    group: Group,
}

pub(in crate::rules::kinds) fn check(required: &Required, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let document = scene.document;
    if required.accept_items && has_actions(document) {
        return;
    }
    let outline = Outline::of(document);
    let sections = outline.stating(required.concept);
    for &at in &sections {
        let parts = outline.parts(at, required.concept, &required.elements);
        if outline.filled(&parts) == Filled::Given {
            found.extend(unfinished(required, scene, options, &outline, at, &parts));
            return;
        }
    }
    if said_elsewhere(required, scene, options, &outline, found) {
        return;
    }
    found.push(match sections.first() {
        Some(&at) => {
            let section = outline.section(at);
            Draft::at(section.at(section.heading)).saying("empty")
        }
        None => absent(required, document),
    });
}

fn absent(required: &Required, document: &Document) -> Draft {
    let draft = Draft::at(document.title_span());
    let alone = !required.or_kinds.is_empty() && !required.or_kinds.contains(&document.kind);
    if alone { draft.saying("alone") } else { draft }
}

/// A table that lost its pipes is A108's.
fn has_actions(document: &Document) -> bool {
    document.chunks.iter().any(|chunk| !chunk.plan.actions.is_empty() || chunk.plan.marks.iter().any(|mark| mark.kind == MarkKind::PastedTable))
}

/// Whether a field, the front matter or another section says it, or a link leads to where it is said.
fn said_elsewhere(required: &Required, scene: &Scene<'_>, options: &Options, outline: &Outline<'_>, found: &mut Vec<Draft>) -> bool {
    let document = scene.document;
    if required.accept_link || required.accept_field {
        if let Some(key) = key_of(required.concept)
            && let Some(span) = in_head_as(scene, key, found)
        {
            return span;
        }
        if let Some(unsaid) = labelled(required, document) {
            found.extend(unsaid.map(|span| Draft::at(span).saying("empty")));
            return true;
        }
    }
    let others_will_do = required.or_kinds.contains(&document.kind) && options.flag("accept-values", true);
    let own_kind = Kind::from_word(required.concept.word()) == Some(document.kind);
    let others = required.or.iter().filter(|_| others_will_do).chain(required.elements.iter().filter(|_| own_kind));
    others.copied().any(|concept| is_stated(document, outline, concept))
}

/// What a head value says: `None` when there is none.
fn in_head_as(scene: &Scene<'_>, key: HeadKey, found: &mut Vec<Draft>) -> Option<bool> {
    match in_head(scene.document, key) {
        Said::Nothing => None,
        Said::Unfinished(value) => {
            found.push(Draft::at(value.place).saying("empty"));
            Some(true)
        }
        Said::Given(value) => {
            let says_nothing = |path: &str| match scene.neighbours.look_up(path) {
                // A link that leads nowhere is X101's.
                Lookup::Missing { .. } => !(scene.running)("X101"),
                // Whoever names the heading knows what stands there.
                Lookup::Found(document) => key == HeadKey::Mission && !document.has_mission && !path.contains('#'),
                _ => false,
            };
            if let Some(path) = value.path().filter(|path| says_nothing(path)) {
                found.push(Draft::at(value.place).saying("link").with("path", path));
            }
            Some(true)
        }
    }
}

/// Whether a labelled line says it; where a label has nothing behind it, its place.
fn labelled(required: &Required, document: &Document) -> Option<Option<Span>> {
    let mut unsaid = None;
    for field in document.fields().filter(|field| required.accept_field && field.concept == Some(required.concept)) {
        if field.filled == Filled::Given {
            return Some(None);
        }
        unsaid = unsaid.or(Some(field.at(field.place)));
    }
    unsaid.map(Some)
}

fn is_stated(document: &Document, outline: &Outline<'_>, concept: Concept) -> bool {
    outline.stating(concept).into_iter().any(|at| outline.filled(&outline.parts(at, concept, &[])) == Filled::Given)
        || document.fields().any(|field| field.concept == Some(concept) && field.filled == Filled::Given)
}

/// A section that is there and says too little.
fn unfinished(required: &Required, scene: &Scene<'_>, options: &Options, outline: &Outline<'_>, at: usize, parts: &[usize]) -> Option<Draft> {
    let section = outline.section(at);
    let draft = Draft::at(section.at(section.heading));
    let texts: Vec<_> = parts.iter().map(|&part| outline.section(part)).map(|part| scene.words(part.at(part.body))).collect();
    if required.accept_items {
        // What is kept elsewhere is linked; what is rightly empty says so.
        let settled = section.only_link || texts.iter().any(|text| scene.vocabulary.is_none(text.trim()));
        return (!settled).then_some(draft);
    }
    if section.only_link {
        return None;
    }
    let silent = |named: &&Named| !texts.iter().any(|text| scene.vocabulary.mentions(named.group, text).is_some());
    let missing: Vec<&str> = required.groups.iter().filter(silent).map(|named| named.name.as_str()).collect();
    let enough = missing.len() < required.groups.len() && !options.flag("require-both", true);
    (!missing.is_empty() && !enough).then(|| draft.saying("half").with("missing", missing.join(", ")))
}
