//! T102: an id that several elements carry.

use super::ids::Ids;
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let Some(ids) = Ids::of(scene) else { return };
    for defined in &ids.definitions {
        let Some(first) = ids.find(defined.id).filter(|first| first.span != defined.span) else { continue };
        let line = scene.line(first.span.start as usize);
        found.push(Draft::at(defined.span).with("value", defined.id).with("line", line).related(first.span, format!("{} is defined here", defined.id)));
    }
}
