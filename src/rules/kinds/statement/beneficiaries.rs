//! V103: a vision that leaves out some of those who shall profit from it.

use super::{Statement, is_understood, statements};
use crate::dialect::concept::Concept;
use crate::plan::Filled;
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use serde::Deserialize;

/// Who shall profit from what.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Required {
    of: Concept,
    elements: Vec<Concept>,
}

impl Required {
    /// What they are a part of, and who they are.
    pub(crate) fn parts(&self) -> (Concept, &[Concept]) {
        (self.of, &self.elements)
    }
}

/// People that a writer names in place of the three.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Own {
    name: String,
    cues: Vec<String>,
}

pub(in crate::rules::kinds) fn check(required: &Required, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let own: Vec<Own> = options.tables("groups");
    for statement in statements(scene, required.of, &required.elements) {
        if own.is_empty() {
            unfinished(required, scene, &statement, found);
        }
        let missing: Vec<&str> = if own.is_empty() {
            required.elements.iter().filter(|&&element| !is_served(scene, &statement, element)).map(|&element| name(element)).collect()
        } else {
            own.iter()
                .filter(|group| !statement.says(scene, group.cues.iter().map(String::as_str)))
                .map(|group| group.name.as_str())
                .collect()
        };
        if missing.is_empty() {
            continue;
        }
        let draft = Draft::at(statement.place).naming("missing", missing);
        if own.is_empty() && statement.is_labelled() {
            found.push(draft);
        } else if is_understood(scene) {
            found.push(draft.saying("prose").weighing("prose").unsure());
        }
    }
}

/// Labelled lines that hold nothing yet.
fn unfinished(required: &Required, scene: &Scene<'_>, statement: &Statement, found: &mut Vec<Draft>) {
    for labelled in statement.elements.iter().filter(|labelled| required.elements.contains(&labelled.element)) {
        let draft = Draft::at(labelled.place).naming("missing", [name(labelled.element)]);
        match labelled.filled {
            Filled::Given => {}
            Filled::Empty => found.push(draft.saying("empty")),
            Filled::Placeholder => found.push(draft.saying("placeholder").quoting("value", &scene.words(labelled.value))),
        }
    }
}

/// Whether a line is labelled with them, or the prose speaks of them. The organisation's own name stands for the company.
fn is_served(scene: &Scene<'_>, statement: &Statement, element: Concept) -> bool {
    statement.labelled(element).next().is_some()
        || statement.cues.has(element)
        || element == Concept::Company && statement.says(scene, scene.organisation.into_iter())
}

fn name(element: Concept) -> &'static str {
    match element {
        Concept::Company => "the company",
        other => other.word(),
    }
}
