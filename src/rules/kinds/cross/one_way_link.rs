//! X102: a next document that does not lead back.

use crate::dialect::concept::HeadKey;
use crate::rules::draft::Draft;
use crate::rules::neighbours::Lookup;
use crate::rules::scene::Scene;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let links = scene.document.document_links(scene.source);
    let Some(next) = links.into_iter().find(|link| link.key == HeadKey::Next) else { return };
    let Some(other) = next.path.as_deref().and_then(|path| scene.neighbours.look_up(path).document()) else { return };
    if other.path == scene.neighbours.here() {
        return;
    }
    let draft = Draft::at(next.place).with("path", scene.neighbours.written(&other));
    let Some(back) = other.link(HeadKey::Previous).filter(|back| !back.empty) else {
        found.push(draft.related_in(&other.path, other.title_span, "no previous document is named here"));
        return;
    };
    // A title without a link may well be ours.
    let Some(path) = &back.path else { return };
    let draft = draft.related_in(&other.path, back.place, "this leads elsewhere");
    match scene.neighbours.look_up_from(&other, path) {
        Some(Lookup::Found(third) | Lookup::NoHeading { document: third, .. }) => {
            found.push(draft.saying("other").with("other", scene.neighbours.written(&third)));
        }
        Some(Lookup::Missing { .. } | Lookup::Outside | Lookup::There) => found.push(draft),
        // It leads back, or into the web.
        None | Some(Lookup::Unknown) => {}
    }
}
