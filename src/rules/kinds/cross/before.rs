//! The document that comes before the one on the table.

use crate::dialect::concept::HeadKey;
use crate::plan::{SeriesPlace, Summary};
use crate::rules::scene::Scene;
use std::sync::Arc;

/// The one it names as its previous, else the part of the series before it.
pub(super) fn before(scene: &Scene<'_>) -> Option<Arc<Summary>> {
    let links = scene.document.document_links(scene.source);
    if let Some(path) = links.iter().find(|link| link.key == HeadKey::Previous).and_then(|link| link.path.as_deref())
        && let Some(document) = scene.neighbours.look_up(path).document()
    {
        return Some(document);
    }
    let place = SeriesPlace::of(scene.document, scene.source, scene.vocabulary);
    let part = place.part.filter(|_| place.name.is_some())?.checked_sub(1)?;
    let mut series = scene.neighbours.series().into_iter();
    series.find(|other| other.series.part == Some(part) && speak_alike(scene, other))
}

/// Whether nothing says that the two are in different languages: a translation repeats the parts of its source.
pub(super) fn speak_alike(scene: &Scene<'_>, other: &Summary) -> bool {
    match (scene.document.language, other.language) {
        (Some(here), Some(there)) => here == there,
        _ => other.link(HeadKey::TranslationOf).is_none() && scene.document.head(HeadKey::TranslationOf).is_none(),
    }
}
