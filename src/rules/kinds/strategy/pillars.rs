//! S102: a strategy that is silent about one of its pillars.

use super::super::outline::Outline;
use crate::dialect::concept::Concept;
use crate::dialect::group::Group;
use crate::plan::Filled;
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use serde::Deserialize;

/// What a strategy must speak of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Required {
    #[serde(rename = "in")]
    of: Concept,
    pillars: Vec<Pillar>,
}

/// One thing it must speak of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pillar {
    name: String,
    /// Sections that cover it, anywhere in the document.
    #[serde(default)]
    concepts: Vec<Concept>,
    /// Words that mention it.
    group: Option<Group>,
}

impl Required {
    /// The pillars by name, with a concept that covers each.
    pub(crate) fn pillars(&self) -> impl Iterator<Item = (&str, Option<Concept>)> {
        self.pillars.iter().map(|pillar| (pillar.name.as_str(), pillar.concepts.first().copied()))
    }
}

pub(in crate::rules::kinds) fn check(required: &Required, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let outline = Outline::of(scene.document);
    let sections = outline.stating(required.of);
    // A document without any is S101's; what is only a link is judged where it leads.
    let Some(&first) = sections.iter().find(|&&at| outline.filled(&outline.parts(at, required.of, &[])) == Filled::Given) else { return };
    if outline.section(first).only_link {
        return;
    }
    let texts: Vec<_> = sections.iter().flat_map(|&at| outline.under(at)).map(|at| outline.section(at)).collect();
    let mentioned = |group: Group| {
        texts.iter().any(|section| {
            let (heading, body) = (scene.words(section.at(section.heading)), scene.words(section.at(section.body)));
            scene.vocabulary.mentions(group, &heading).is_some() || scene.vocabulary.mentions(group, &body).is_some()
        })
    };
    let labelled = |concept: Concept| {
        let here = |chunk: usize, section: usize| sections.iter().any(|&at| outline.under(at).contains(&outline.position(chunk, section)));
        scene.document.fields().any(|field| field.concept == Some(concept) && here(field.chunk, field.section))
    };
    let covered = |pillar: &Pillar| {
        pillar.concepts.iter().any(|&concept| !outline.stating(concept).is_empty() || labelled(concept))
            || pillar.group.is_some_and(mentioned)
    };
    let own: Vec<Pillar> = options.tables("pillars");
    let pillars = if own.is_empty() { &required.pillars } else { &own };
    let missing: Vec<&str> = pillars.iter().filter(|&pillar| !covered(pillar)).map(|pillar| pillar.name.as_str()).collect();
    if !missing.is_empty() {
        let section = outline.section(first);
        found.push(Draft::at(section.at(section.heading)).naming("missing", missing));
    }
}
