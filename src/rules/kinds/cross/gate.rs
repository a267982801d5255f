//! X104: a plan goes on while the step before it is unfinished.

use super::series::before;
use crate::dialect::concept::{HeadKey, Lifecycle};
use crate::plan::OpenPoint;
use crate::rules::draft::{Draft, quoted};
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use crate::text::Span;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    // Nothing to guard: neither phase nor approval is stated.
    if scene.document.head(HeadKey::Phase).is_none() && scene.document.lifecycle != Lifecycle::Approved {
        return;
    }
    let Some(before) = before(scene).filter(|before| before.lifecycle != Lifecycle::Archived) else { return };
    let Some(place) = passed(scene, before.phase) else { return };
    let counts = |what: &str| options.words("count").any(|counted| counted == what);
    let none: &[OpenPoint] = &[];
    let actions = if counts("actions") { before.open_actions.as_slice() } else { none };
    let questions = if counts("questions") { before.open_questions.as_slice() } else { none };
    let Some(first) = actions.iter().chain(questions).min_by_key(|point| point.place.start) else { return };
    let missing: Vec<String> =
        [counted(actions.len(), "open action"), counted(questions.len(), "unanswered question")].into_iter().flatten().collect();
    let draft = Draft::at(place).with("path", scene.neighbours.written(&before)).naming("missing", missing);
    found.push(draft.related_in(&before.path, first.place, quoted(&first.text)));
}

/// The line that says that this document is further than the one before: its phase, else its approval.
fn passed(scene: &Scene<'_>, before: Option<crate::dialect::concept::Phase>) -> Option<Span> {
    let head = &scene.document.head;
    if let (Some(here), Some(before)) = (head.phase(scene.vocabulary), before)
        && here > before
    {
        return head.get(HeadKey::Phase).map(|value| value.place);
    }
    let approved = scene.document.lifecycle == Lifecycle::Approved;
    approved.then(|| head.get(HeadKey::Status).map(|value| value.place)).flatten()
}

fn counted(count: usize, what: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {what}")),
        _ => Some(format!("{count} {what}s")),
    }
}
