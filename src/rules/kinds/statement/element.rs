//! M102, M103, M104: a mission that leaves out one of its elements. What is labelled is certain; prose gives signs at best.

use super::{is_understood, statements};
use crate::dialect::concept::Concept;
use crate::plan::Filled;
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use serde::Deserialize;

/// The elements of a mission.
const ELEMENTS: [Concept; 3] = [Concept::Purpose, Concept::Customers, Concept::Experience];

/// Which element of what.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Required {
    of: Concept,
    element: Concept,
}

impl Required {
    /// What the element is a part of, and the element.
    pub(crate) fn parts(&self) -> (Concept, Concept) {
        (self.of, self.element)
    }
}

pub(in crate::rules::kinds) fn check(required: &Required, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let element = required.element;
    for statement in statements(scene, required.of, &ELEMENTS) {
        let mut labelled = statement.labelled(element).peekable();
        if let Some(&first) = labelled.peek() {
            if labelled.all(|other| other.filled != Filled::Given) {
                let draft = Draft::at(first.place);
                found.push(match first.filled {
                    Filled::Placeholder => draft.saying("placeholder").quoting("value", &scene.words(first.value)),
                    _ => draft.saying("empty"),
                });
            }
            continue;
        }
        let draft = Draft::at(statement.place);
        if options.flag("require-labels", false) {
            found.push(draft);
        } else if statement.cues.has(element) || statement.says(scene, options.words("cues")) {
        } else if statement.is_labelled() {
            found.push(draft);
        } else if is_understood(scene) {
            found.push(draft.saying("prose").weighing("prose").unsure());
        }
    }
}
