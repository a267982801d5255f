//! S103: a strategy in a document that neither states a mission nor points to one.

use super::super::outline::Outline;
use super::super::presence::{Said, in_head};
use crate::dialect::concept::{Concept, HeadKey, Kind};
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let document = scene.document;
    // Where a mission is asked for, M101 speaks.
    if (scene.running)("M101") {
        return;
    }
    let outline = Outline::of(document);
    let sections = outline.stating(Concept::Strategy);
    if sections.is_empty() && document.kind != Kind::Strategy || !outline.stating(Concept::Mission).is_empty() {
        return;
    }
    match in_head(document, HeadKey::Mission) {
        Said::Given(_) => return,
        Said::Unfinished(value) => {
            found.push(Draft::at(value.place).saying("placeholder").quoting("value", &value.text));
            return;
        }
        Said::Nothing => {}
    }
    let stated = document.fields().any(|field| field.concept == Some(Concept::Mission));
    let linked = || {
        sections
            .iter()
            .flat_map(|&at| outline.under(at))
            .any(|at| outline.section(at).links.iter().any(|link| leads_to_mission(scene, link)))
    };
    if stated || linked() {
        return;
    }
    // The title alone is no strategy yet: a section is the better place.
    let place = sections.first().map_or(document.title_span(), |&at| {
        let section = outline.section(at);
        section.at(section.heading)
    });
    found.push(Draft::at(place));
}

/// Whether the name of the file says that it states a mission.
fn leads_to_mission(scene: &Scene<'_>, link: &str) -> bool {
    let path = link.split('#').next().unwrap_or_default();
    let stem = path.rsplit('/').next().unwrap_or_default().split('.').next().unwrap_or_default();
    scene.vocabulary.heading(&stem.replace(['-', '_'], " ")).matches.iter().any(|found| found.concept == Concept::Mission)
}
