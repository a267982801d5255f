//! H104: a heading with nothing below it.

use super::super::outline::Outline;
use crate::dialect::concept::Concept;
use crate::plan::Filled;
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::Scene;

/// Rules that report the empty section of their concept themselves.
const TOLD_BY: [(&str, Concept); 5] = [
    ("M101", Concept::Mission),
    ("S101", Concept::Strategy),
    ("A104", Concept::Actions),
    ("G101", Concept::Gaps),
    ("V101", Concept::Vision),
];
/// Elements whose blank heading is told by the rule about the element.
const ELEMENTS: [(&str, Concept); 3] = [("M102", Concept::Purpose), ("M103", Concept::Customers), ("M104", Concept::Experience)];

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let outline = Outline::of(scene.document);
    let all = options.flag("all", false);
    for at in outline.positions() {
        let section = outline.section(at);
        if section.level == 0
            || section.matches.is_empty() && !all
            || is_filled(&outline, at)
            || acts(scene, &outline, at)
            || told(scene, &outline, at)
        {
            continue;
        }
        let draft = Draft::at(section.at(section.heading)).quoting("item", &scene.words(section.at(section.heading)));
        // Minutes made from a template often end so.
        let usual = section.states(Concept::Actions) && !scene.is_plan();
        found.push(if usual { draft.weighing("actions") } else { draft });
    }
}

fn is_filled(outline: &Outline<'_>, at: usize) -> bool {
    outline.under(at).any(|below| outline.section(below).filled == Filled::Given)
}

/// An action whose words are still to come is one.
fn acts(scene: &Scene<'_>, outline: &Outline<'_>, at: usize) -> bool {
    let below = outline.under(at);
    outline.section(at).states(Concept::Actions)
        && scene.document.actions().any(|action| below.contains(&outline.position(action.chunk, action.section)))
}

/// Whether a rule about what is missing speaks of this very heading.
fn told(scene: &Scene<'_>, outline: &Outline<'_>, at: usize) -> bool {
    let section = outline.section(at);
    let by_presence = TOLD_BY.iter().any(|&(code, concept)| {
        let sections = if section.states(concept) && (scene.running)(code) { outline.stating(concept) } else { Vec::new() };
        let has_actions = concept == Concept::Actions && scene.document.actions().next().is_some();
        sections.first() == Some(&at) && !has_actions && !sections.iter().any(|&other| is_filled(outline, other))
    });
    let in_mission = || outline.stating(Concept::Mission).into_iter().any(|mission| mission != at && outline.under(mission).contains(&at));
    by_presence || ELEMENTS.iter().any(|&(code, concept)| section.states(concept) && (scene.running)(code)) && in_mission()
}
