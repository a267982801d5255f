//! D107 for documents: a part of a series that ends before the part it follows.

use super::series::before;
use crate::dialect::concept::HeadKey;
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let Some((value, end)) = scene.document.head(HeadKey::End).and_then(|value| Some((value, value.date(scene.order)?))) else { return };
    let Some(before) = before(scene) else { return };
    let Some((other, place)) = before.end.filter(|&(other, _)| end < other) else { return };
    let draft = Draft::at(value.place).saying("series").with("date", end).with("other", other);
    found.push(draft.related_in(&before.path, place, "the part before ends here"));
}
