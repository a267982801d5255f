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
    /// A phrase of this list anywhere in the text will do.
    mention: Option<Group>,
    /// What the section must speak of.
    #[serde(default)]
    groups: Vec<Named>,
}

impl Required {
    /// What the section is about.
    pub(crate) fn concept(&self) -> Concept {
        self.concept
    }

    /// The lists of words of each of which the section must hold one.
    pub(crate) fn groups(&self) -> impl Iterator<Item = Group> {
        self.groups.iter().map(|named| named.group)
    }
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
    if let Elsewhere::Said(draft) = elsewhere(required, scene, options, &outline) {
        found.extend(draft);
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
    document
        .chunks
        .iter()
        .any(|chunk| !chunk.plan.actions.is_empty() || chunk.plan.marks.iter().any(|mark| mark.kind == MarkKind::PastedTable))
}

/// What a document says outside of a section.
enum Elsewhere {
    /// Nothing.
    Nothing,
    /// Enough; or enough but for what the draft says.
    Said(Option<Draft>),
}

/// Whether a head value, a labelled line, running text or another section says it.
fn elsewhere(required: &Required, scene: &Scene<'_>, options: &Options, outline: &Outline<'_>) -> Elsewhere {
    if required.accept_link || required.accept_field {
        let by_head = key_of(required.concept).map_or(Elsewhere::Nothing, |key| head(scene, key));
        if let Elsewhere::Said(draft) = by_head {
            return Elsewhere::Said(draft);
        }
    }
    let document = scene.document;
    if required.accept_field
        && let Elsewhere::Said(draft) = labelled(document, required.concept)
    {
        return Elsewhere::Said(draft);
    }
    let mentioned = required.mention.is_some_and(|group| super::mentioned(scene, group));
    let others_will_do = required.or_kinds.contains(&document.kind) && options.flag("accept-values", true);
    let own_kind = Kind::from_word(required.concept.word()) == Some(document.kind);
    let mut others = required.or.iter().filter(|_| others_will_do).chain(required.elements.iter().filter(|_| own_kind));
    if mentioned || others.any(|&concept| is_stated(document, outline, concept)) { Elsewhere::Said(None) } else { Elsewhere::Nothing }
}

fn head(scene: &Scene<'_>, key: HeadKey) -> Elsewhere {
    match in_head(scene.document, key) {
        Said::Nothing => Elsewhere::Nothing,
        Said::Unfinished(value) => Elsewhere::Said(Some(Draft::at(value.place).saying("empty"))),
        Said::Given(value) => {
            let says_nothing = |path: &&str| match scene.neighbours.look_up(path) {
                // A link that leads nowhere is X101's.
                Lookup::Missing { .. } => !(scene.running)("X101"),
                // Whoever names the heading knows what stands there.
                Lookup::Found(document) => key == HeadKey::Mission && !document.has_mission && !path.contains('#'),
                _ => false,
            };
            let lost = value.path().filter(says_nothing);
            Elsewhere::Said(lost.map(|path| Draft::at(value.place).saying("link").with("path", path)))
        }
    }
}

/// A label with nothing behind it is the place to write it.
fn labelled(document: &Document, concept: Concept) -> Elsewhere {
    let fields = document.fields().filter(|field| field.concept == Some(concept));
    match fields.max_by_key(|field| field.filled as u8) {
        None => Elsewhere::Nothing,
        Some(field) if field.filled == Filled::Given => Elsewhere::Said(None),
        Some(field) => Elsewhere::Said(Some(Draft::at(field.at(field.place)).saying("empty"))),
    }
}

fn is_stated(document: &Document, outline: &Outline<'_>, concept: Concept) -> bool {
    outline.stating(concept).into_iter().any(|at| outline.filled(&outline.parts(at, concept, &[])) == Filled::Given)
        || document.fields().any(|field| field.concept == Some(concept) && field.filled == Filled::Given)
}

/// A section that is there and says too little.
fn unfinished(
    required: &Required,
    scene: &Scene<'_>,
    options: &Options,
    outline: &Outline<'_>,
    at: usize,
    parts: &[usize],
) -> Option<Draft> {
    let section = outline.section(at);
    let draft = Draft::at(section.at(section.heading));
    let texts: Vec<_> = parts.iter().map(|&part| outline.section(part)).map(|part| scene.words(part.at(part.body))).collect();
    if required.accept_items {
        // What is kept elsewhere is linked; what is rightly empty says so.
        let settled = section.only_link || texts.iter().any(|text| scene.vocabulary.is_none(text.trim()));
        return (!settled).then_some(draft);
    }
    // A list of links is reading matter: "resources" of another sort.
    if section.only_link || texts.iter().any(|text| text.contains("](")) {
        return None;
    }
    let silent = |named: &&Named| !texts.iter().any(|text| scene.vocabulary.mentions(named.group, text).is_some());
    let missing: Vec<&str> = required.groups.iter().filter(silent).map(|named| named.name.as_str()).collect();
    let enough = missing.len() < required.groups.len() && !options.flag("require-both", true);
    (!missing.is_empty() && !enough).then(|| draft.saying("half").naming("missing", missing))
}
