//! T101: a reference to an id that nothing carries.

use super::ids::Ids;
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let Some(ids) = Ids::of(scene) else { return };
    for mention in ids.references.iter().filter(|mention| ids.find(mention.id).is_none()) {
        let draft = Draft::at(mention.span).with("value", mention.id);
        found.push(match ids.nearest(mention.id) {
            Some(meant) => draft.saying("suggestion").with("suggestion", meant),
            None => draft,
        });
    }
}
