//! `implies`: an action or a heading about one thing must lead to another (C103: technology to what it serves).

use super::super::traceability::ids::{Ids, Lead};
use super::keywords::Keywords;
use crate::dialect::concept::Concept;
use crate::plan::{ActionState, Document, Role};
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;
use crate::text::Span;
use serde::Deserialize;

/// What asks for what.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Implied {
    /// Words that ask for it: one of each group.
    when_groups: Vec<Keywords>,
    /// A section about one of these answers for the whole document.
    unless: Vec<Concept>,
    /// What an action or heading may refer to instead, or stand under.
    refers_to: Vec<Concept>,
}

pub(in crate::rules::kinds) fn check(implied: &Implied, scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let document = scene.document;
    if document.sections().any(|section| implied.unless.iter().any(|&concept| section.states(concept))) {
        return;
    }
    let asks = |span: Span| {
        let words = scene.words(span);
        implied.when_groups.iter().all(|group| group.are_in(&words))
    };
    let open = document.actions().filter(|action| action.state == ActionState::Open);
    let actions = open.map(|action| (action.at(action.place), action.at(action.text), action.at(action.whole)));
    let headings = document.sections().filter(|section| section.level > 0).map(|section| {
        let heading = section.at(section.heading);
        (heading, heading, heading.to(section.at(section.body)))
    });
    let asking: Vec<(Span, Span, Span)> = actions.chain(headings).filter(|&(_, text, _)| asks(text)).collect();
    if asking.is_empty() {
        return;
    }
    let ids = Ids::of(scene);
    let serves = served(document, &implied.refers_to);
    let refers = |whole: Span| {
        let Some(ids) = &ids else { return false };
        ids.leads(whole).any(|lead| match lead {
            Lead::To(role) => implied.refers_to.iter().any(|&concept| means(concept, role)),
            Lead::Nowhere => false,
            Lead::Unknown => true,
        })
    };
    for (place, text, whole) in asking {
        if !refers(whole) && !serves.iter().any(|stretch| stretch.covers(place)) {
            found.push(Draft::at(place).quoting("item", &scene.words(text)));
        }
    }
}

/// The stretches under headings about `concepts`, headings included: what stands there is part of them.
fn served(document: &Document, concepts: &[Concept]) -> Vec<Span> {
    let sections: Vec<_> = document.sections().filter(|section| section.level > 0).collect();
    let mut stretches = Vec::new();
    for (number, section) in sections.iter().enumerate() {
        if concepts.iter().any(|&concept| section.states(concept)) && section.level > 1 {
            let next = sections[number + 1..].iter().find(|next| next.level <= section.level);
            let end = next.map_or(document.len, |next| next.at(next.heading).start as usize);
            stretches.push(Span::new(section.at(section.heading).start as usize, end));
        }
    }
    stretches
}

fn means(concept: Concept, role: Role) -> bool {
    match concept {
        Concept::Mission => role == Role::Mission,
        Concept::Vision => role == Role::Vision,
        Concept::Strategy => role == Role::Strategy,
        Concept::Objectives => matches!(role, Role::Objective | Role::Milestone),
        Concept::Metrics => role == Role::Metric,
        Concept::Gaps => role == Role::Gap,
        _ => false,
    }
}
