//! Where a document states its mission or vision, and what is said there: labelled elements, and signs of elements in prose.
//!
//! One document may state several ("Company mission", "Contact center mission"); each is judged alone. A statement that is empty or
//! only points elsewhere is none: that is for the rules about missing and empty sections.

pub(super) mod beneficiaries;
pub(super) mod element;
pub(super) mod limit;
pub(super) mod telling;

use super::outline::Outline;
use super::presence::key_of;
use crate::dialect::concept::{Concept, HeadKey, Kind};
use crate::dialect::placeholder::{self, Slot};
use crate::dialect::sentence::{self, Length};
use crate::plan::{Cues, Field, FieldShape, Filled, Placed, advised, cues};
use crate::rules::scene::Scene;
use crate::text::Span;

/// A mission or vision as a document states it. Spans count from the start of the document.
pub(super) struct Statement {
    /// Where a finding about the whole sits: the heading, or the labelled line.
    pub place: Span,
    /// Its labelled elements.
    pub elements: Vec<Labelled>,
    /// Elements that its prose, beside the labelled ones, gives a sign of.
    pub cues: Cues,
    /// Runs of text that are searched for a writer's own cues.
    pub texts: Vec<Span>,
    /// Concepts of which it says how they are written: it states none of these.
    advises: Vec<Concept>,
    /// What is measured: the first paragraph or quotation, or the value of the line; and how long it is.
    pub measured: Option<Length>,
}

/// A labelled element.
pub(super) struct Labelled {
    /// Which.
    pub element: Concept,
    /// Where a finding about it sits.
    pub place: Span,
    /// Its value.
    pub value: Span,
    /// What the value amounts to.
    pub filled: Filled,
    /// It is a sub-heading: prose may stand beside it.
    pub heading: bool,
}

impl Statement {
    /// What is labelled as `element`.
    pub(in crate::rules::kinds) fn labelled(&self, element: Concept) -> impl Iterator<Item = &Labelled> {
        self.elements.iter().filter(move |labelled| labelled.element == element)
    }

    /// Whether it is written as labelled lines. Sub-headings under a written statement only go on about it.
    pub(in crate::rules::kinds) fn is_labelled(&self) -> bool {
        self.elements.iter().any(|labelled| !labelled.heading || self.measured.is_none())
    }

    /// Whether its prose uses one of the `own` phrases, in any case of letters.
    pub(in crate::rules::kinds) fn says<'o>(&self, scene: &Scene<'_>, mut own: impl Iterator<Item = &'o str>) -> bool {
        own.any(|phrase| {
            let phrase = phrase.to_lowercase();
            self.texts.iter().any(|&text| scene.words(text).to_lowercase().contains(&phrase))
        })
    }
}

/// Every statement of `concept`, which `elements` are parts of, in the order of the text.
pub(super) fn statements(scene: &Scene<'_>, concept: Concept, elements: &[Concept]) -> Vec<Statement> {
    let outline = Outline::of(scene.document);
    let mut found: Vec<Statement> = Vec::new();
    let sections = outline.stating(concept);
    for &at in &sections {
        // "Mission and vision" above a section for each, or for one of them, only frames them.
        let heading = outline.section(at);
        let frames = |other: usize| other != at && heading.matches.iter().any(|it| outline.section(other).states(it.concept));
        if heading.filled == Filled::Empty && outline.under(at).any(frames) {
            continue;
        }
        let mut statement = of_section(scene, &outline, at, concept, elements);
        if let (Some(statement), [_]) = (&mut statement, sections.as_slice()) {
            statement.elements.extend(elsewhere(&outline, &outline.parts(at, concept, elements), elements));
        }
        found.extend(statement);
    }
    found.extend(of_front_matter(scene, concept));
    let mut covered: Vec<usize> = sections.iter().flat_map(|&at| outline.parts(at, concept, elements)).collect();
    covered.sort_unstable();
    for field in scene.document.fields().filter(|field| field.concept == Some(concept)) {
        if !outline.holds(&covered, &field) && (field.in_head || field.shape == FieldShape::BoldLine) {
            found.extend(of_field(scene, &field));
        }
    }
    found.retain(|statement| !statement.advises.contains(&concept));
    found.sort_by_key(|statement| statement.place);
    found
}

fn of_section(scene: &Scene<'_>, outline: &Outline<'_>, at: usize, concept: Concept, elements: &[Concept]) -> Option<Statement> {
    let heading = outline.section(at);
    let parts = outline.parts(at, concept, elements);
    if outline.filled(&parts) != Filled::Given || heading.only_link {
        return None;
    }
    let mut labelled: Vec<Labelled> = fields(scene, outline, &parts, concept, elements);
    labelled.extend(parts.iter().skip(1).filter_map(|&part| sub_heading(outline, part, elements)));
    let own = parts.iter().map(|&part| outline.section(part));
    let mut signs = Cues::default();
    let mut texts = Vec::new();
    for part in own.filter(|part| part.matches.is_empty() || part.states(concept)) {
        signs = signs.with(part.cues);
        texts.push(part.at(part.body));
    }
    let measured = heading.statement.map(|_| heading.length);
    // Pictures and code say nothing that could be judged.
    let says_nothing = labelled.is_empty() && signs == Cues::default() && measured.is_none();
    (!says_nothing).then(|| Statement {
        place: heading.at(heading.heading),
        elements: labelled,
        cues: signs,
        texts,
        advises: heading.advises.clone(),
        measured,
    })
}

/// The labelled lines of `parts`; in a document that is a mission as a whole, those of its head too.
fn fields(scene: &Scene<'_>, outline: &Outline<'_>, parts: &[usize], concept: Concept, elements: &[Concept]) -> Vec<Labelled> {
    let whole = concept == Concept::Mission && scene.document.kind == Kind::Mission;
    let (first, last) = (outline.chunk_of(parts[0]), outline.chunk_of(parts[parts.len() - 1]));
    let head = if whole { 0..first } else { 0..0 };
    let in_head = scene.document.fields_in(head).filter(|field| field.in_head);
    let here =
        in_head.chain(scene.document.fields_in(first..last + 1).filter(|field| outline.holds(parts, field) || whole && field.in_head));
    let element_of = |field: &Field, words: &str| {
        let said = field.concept.filter(|concept| elements.contains(concept));
        said.or_else(|| elements.iter().copied().find(|&element| scene.vocabulary.label_as(words, element).is_some()))
    };
    here.filter_map(|field| {
        let element = element_of(field.it, &scene.words(field.at(field.label)))?;
        let (place, value) = (field.at(field.place), field.at(field.value));
        Some(Labelled { element, place, value, filled: field.filled, heading: false })
    })
    .collect()
}

fn sub_heading(outline: &Outline<'_>, part: usize, elements: &[Concept]) -> Option<Labelled> {
    let section = outline.section(part);
    let element = elements.iter().copied().find(|&element| section.states(element))?;
    let below: Vec<usize> = outline.under(part).collect();
    let (place, value) = (section.at(section.heading), section.at(section.body));
    Some(Labelled { element, place, value, filled: outline.filled(&below), heading: true })
}

/// What the only statement of a document leaves to sections beside it: "Target customers".
fn elsewhere(outline: &Outline<'_>, parts: &[usize], elements: &[Concept]) -> Vec<Labelled> {
    let beside = elements.iter().flat_map(|&element| outline.stating(element)).filter(|part| !parts.contains(part));
    beside.filter_map(|part| sub_heading(outline, part, elements)).filter(|labelled| labelled.filled == Filled::Given).collect()
}

fn of_front_matter(scene: &Scene<'_>, concept: Concept) -> Option<Statement> {
    let value = scene.document.head(key_of(concept)?).filter(|value| value.in_front)?;
    let says = value.path().is_none() && !value.is_empty() && !placeholder::whole(&value.text, Slot::Owner);
    says.then(|| of_text(scene, value.place, value.span, &value.text))
}

fn of_field(scene: &Scene<'_>, field: &Placed<'_, Field>) -> Option<Statement> {
    let value = field.at(field.value);
    let words = scene.words(value);
    let points = words.starts_with('[') && words.ends_with(')') || !words.trim().contains(char::is_whitespace) && words.is_ascii();
    (field.filled == Filled::Given && !points).then(|| of_text(scene, field.at(field.place), value, &words))
}

fn of_text(scene: &Scene<'_>, place: Span, value: Span, words: &str) -> Statement {
    let (cues, advises) = (cues(scene.vocabulary, words), advised(scene.vocabulary, words));
    Statement { place, elements: Vec::new(), cues, texts: vec![value], advises, measured: Some(sentence::length(words)) }
}

/// Whether the words of prose can be understood: the document does not say that it is in a language without words here.
pub(super) fn is_understood(scene: &Scene<'_>) -> bool {
    scene.document.head(HeadKey::Lang).is_none() || scene.document.head.language().is_some()
}
