//! The documents around the one on the table that a check may hold it against: its series, the one before it, those it rests on.

use crate::dialect::concept::{HeadKey, Language};
use crate::plan::{SeriesPlace, Summary};
use crate::rules::scene::Scene;
use std::sync::Arc;

/// The other documents of its series, without those that say the same in another language.
pub(in crate::rules::kinds) fn peers(scene: &Scene<'_>) -> Vec<Arc<Summary>> {
    let mut series = scene.neighbours.series();
    series.retain(|other| speaks_alike(scene, other));
    series
}

/// The peers whose paths come before its own: of two that do not agree the later is told.
pub(in crate::rules::kinds) fn earlier_peers(scene: &Scene<'_>) -> Vec<Arc<Summary>> {
    let mut series = peers(scene);
    series.retain(|other| other.path.as_str() < scene.neighbours.here());
    series
}

/// The documents whose ids it may mention: its series, its mission, its strategy, and its parent.
pub(in crate::rules::kinds) fn scope(scene: &Scene<'_>) -> Vec<Arc<Summary>> {
    let links = scene.document.document_links(scene.source);
    let bases = links.iter().filter(|link| matches!(link.key, HeadKey::Mission | HeadKey::Strategy | HeadKey::Parent));
    let bases = bases.filter_map(|link| scene.neighbours.look_up(link.path.as_deref()?).document());
    let mut scope = scene.neighbours.series();
    scope.extend(bases.filter(|base| base.path != scene.neighbours.here()));
    scope
}

/// The one it names as its previous, else the part of the series before it.
pub(super) fn before(scene: &Scene<'_>) -> Option<Arc<Summary>> {
    let links = scene.document.document_links(scene.source);
    if let Some(path) = links.iter().find(|link| link.key == HeadKey::Previous).and_then(|link| link.path.as_deref())
        && let Some(document) = scene.neighbours.look_up(path).document()
    {
        return Some(document).filter(|document| document.path != scene.neighbours.here());
    }
    let place = SeriesPlace::of(scene.document, scene.source, scene.vocabulary);
    let part = place.part.filter(|_| place.name.is_some())?.checked_sub(1)?;
    peers(scene).into_iter().find(|other| other.series.part == Some(part))
}

/// Whether nothing says that the two are in different languages: a translation repeats the parts, ids and missions of its source.
fn speaks_alike(scene: &Scene<'_>, other: &Summary) -> bool {
    if language_of_name(scene.neighbours.here()) != language_of_name(&other.path) {
        return false;
    }
    match (scene.document.language, other.language) {
        (Some(here), Some(there)) => here == there,
        _ => scene.document.head(HeadKey::TranslationOf).is_none() && other.link(HeadKey::TranslationOf).is_none(),
    }
}

/// The language that the name of a file says: `fair.ja.md`, `fair-de.md`.
fn language_of_name(path: &str) -> Option<Language> {
    let (stem, _) = path.rsplit_once('.')?;
    let (_, tag) = stem.rsplit_once(['.', '-', '_'])?;
    Language::from_word(&tag.to_ascii_lowercase())
}
