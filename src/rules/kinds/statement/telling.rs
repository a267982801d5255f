//! M106: nothing says how employees hear of the mission.

use super::super::outline::Outline;
use crate::dialect::concept::Concept;
use crate::plan::Filled;
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let document = scene.document;
    let told = document.chunks.iter().any(|chunk| chunk.plan.telling)
        || document.fields().any(|field| field.concept == Some(Concept::Communication) && field.filled == Filled::Given);
    let outline = Outline::of(document);
    let is_filled = |at: usize| outline.filled(&outline.under(at).collect::<Vec<_>>()) != Filled::Empty;
    // A section that is there and empty is H104's.
    if !told && !outline.stating(Concept::Communication).into_iter().any(is_filled) {
        found.push(Draft::at(document.title_span()));
    }
}
