//! X103: parts of a series that do not count up. Of two documents that do not go together the later by path is told.

use super::series::peers;
use crate::dialect::concept::HeadKey;
use crate::plan::{SeriesPlace, Summary};
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;
use crate::text::Span;
use std::sync::Arc;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    if scene.document.head(HeadKey::Series).is_none() {
        return;
    }
    let here = SeriesPlace::of(scene.document, scene.source, scene.vocabulary);
    let (Some((name, name_place)), neighbours) = (&here.name, scene.neighbours) else { return };
    let others = peers(scene);
    let earlier = |other: &&Arc<Summary>| other.path.as_str() < neighbours.here();
    // What the first document says holds for all: one slip is told once.
    if let Some((other, spelling)) =
        others.iter().filter(earlier).find_map(|other| Some((other, spelling(other)?))).filter(|(_, spelling)| *spelling != name)
    {
        let draft = Draft::at(*name_place).saying("spelling").weighing("spelling").with("value", name);
        found.push(draft.with("other", spelling).with("path", neighbours.written(other)));
    }
    let (Some(part), Some(place)) = (here.part, here.part_place) else { return };
    if let Some(total) = here.total.filter(|&total| total < part) {
        found.push(Draft::at(place).saying("beyond").with("value", part).with("total", total));
    }
    let twin = others.iter().filter(earlier).find(|other| other.series.part == Some(part));
    if let Some(other) = twin {
        found.push(pointing(Draft::at(place).with("value", part).with("path", neighbours.written(other)), other));
    }
    let first_total = others.iter().filter(earlier).find_map(|other| Some((other, other.series.total?)));
    if let (Some(total), Some((other, there))) = (here.total, first_total)
        && total != there
    {
        let draft = Draft::at(place).saying("total").with("total", total).with("other", there);
        found.push(pointing(draft.with("path", neighbours.written(other)), other));
    }
    // Of two documents with one part the first by path stands for it.
    if twin.is_none() {
        holes(neighbours.here(), (part, place), &others, found);
    }
    next(scene, part, found);
}

/// The parts that nobody has on either side of `part`, told at the later of the two documents beside them.
fn holes(here: &str, (part, place): (u32, Span), others: &[Arc<Summary>], found: &mut Vec<Draft>) {
    let numbered = |wanted: u32| others.iter().find(move |other| other.series.part == Some(wanted));
    let parts = || others.iter().filter_map(|other| other.series.part);
    let below = parts().filter(|&other| other < part).max();
    let above = parts().filter(|&other| other > part).min();
    let is_later_than = |other: Option<u32>| other.and_then(numbered).is_some_and(|other| other.path.as_str() < here);
    let holes = [(below, below.map(|below| (below + 1, part))), (above, above.map(|above| (part + 1, above)))];
    for (other, hole) in holes {
        if let Some((first, end)) = hole.filter(|(first, end)| first < end && is_later_than(other)) {
            let draft = Draft::at(place);
            found.push(if end == first + 1 {
                draft.saying("hole").with("missing", first)
            } else {
                draft.saying("holes").with("missing", format!("{first} to {}", end - 1))
            });
        }
    }
}

/// The next document is the next part.
fn next(scene: &Scene<'_>, part: u32, found: &mut Vec<Draft>) {
    let Some(link) = scene.document.document_links(scene.source).into_iter().find(|link| link.key == HeadKey::Next) else { return };
    let Some(other) = link.path.as_deref().and_then(|path| scene.neighbours.look_up(path).document()) else { return };
    let is_of_series = scene.neighbours.series().iter().any(|member| member.path == other.path);
    if let Some(number) = other.series.part.filter(|&number| is_of_series && number != part + 1) {
        let draft = Draft::at(link.place).saying("next").with("path", scene.neighbours.written(&other));
        found.push(pointing(draft.with("value", number).with("other", part + 1), &other));
    }
}

fn spelling(other: &Summary) -> Option<&String> {
    other.series.name.as_ref().map(|(name, _)| name)
}

fn pointing(draft: Draft, other: &Summary) -> Draft {
    draft.related_in(&other.path, other.series.part_place.unwrap_or(other.title_span), "the other part")
}
