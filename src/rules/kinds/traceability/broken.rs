//! T101: a reference to an id that nothing carries: neither here, nor in the series, nor where mission, strategy and parent lead.

use super::ids::Ids;
use crate::plan::{Placed, Reference};
use crate::rules::draft::Draft;
use crate::rules::neighbours::Lookup;
use crate::rules::scene::Scene;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let Some(ids) = Ids::of(scene) else { return };
    for mention in ids.references.iter().filter(|mention| ids.find(mention.id).is_none() && ids.find_outside(mention.id).is_none()) {
        let draft = Draft::at(mention.span).with("value", mention.id);
        found.push(match ids.nearest(mention.id) {
            Some(meant) => draft.saying("suggestion").with("suggestion", meant),
            None => draft,
        });
    }
    found.extend(scene.document.references().filter_map(|reference| elsewhere(scene, &reference)));
}

/// `other.md#A3`: whatever letters are in use here, that document must carry the id.
fn elsewhere(scene: &Scene<'_>, reference: &Placed<'_, Reference>) -> Option<Draft> {
    let document = reference.it.document.as_deref()?;
    let written = format!("{document}#{}", reference.it.id);
    let is_broken = matches!(scene.neighbours.look_up(&written), Lookup::Missing { .. } | Lookup::NoHeading { .. });
    is_broken.then(|| Draft::at(reference.at(reference.span)).with("value", written))
}
