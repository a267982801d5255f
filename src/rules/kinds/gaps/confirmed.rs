//! G103: gaps that nobody in charge has seen and committed to.

use super::super::outline::Outline;
use crate::dialect::concept::Concept;
use crate::dialect::date;
use crate::dialect::group::Group;
use crate::dialect::placeholder::{self, Slot};
use crate::plan::{ActionState, Filled, Role};
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::Scene;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let document = scene.document;
    if !document.entries().any(|entry| entry.role == Role::Gap) || discussed(scene) || in_front_matter(scene) {
        return;
    }
    let outline = Outline::of(document);
    for at in outline.stating(Concept::Gaps) {
        let within = outline.under(at);
        let lists =
            document.entries().any(|entry| entry.role == Role::Gap && within.contains(&outline.position(entry.chunk, entry.section)));
        if !lists {
            continue;
        }
        let heading = outline.section(at);
        let confirmations = document.fields().filter(|field| {
            field.concept == Some(Concept::Confirmation)
                && (field.in_head || within.contains(&outline.position(field.chunk, field.section)))
        });
        let drafts = confirmations.map(|field| {
            let value = scene.words(field.at(field.value));
            let draft = Draft::at(field.at(field.place));
            if field.filled != Filled::Given || is_unfinished(&value) {
                Some(draft.saying("placeholder").quoting("value", &value))
            } else if options.flag("require-date", true) && !is_dated(scene, &value) {
                Some(draft.saying("undated"))
            } else {
                None
            }
        });
        let drafts: Vec<Option<Draft>> = drafts.collect();
        if drafts.iter().any(Option::is_none) {
            continue;
        }
        found.push(drafts.into_iter().flatten().next().unwrap_or_else(|| Draft::at(heading.at(heading.heading))));
    }
}

fn is_dated(scene: &Scene<'_>, value: &str) -> bool {
    !date::find_shapes(value, scene.order).is_empty() || date::heading_dates(value, scene.order).is_some()
}

/// `confirmed-by: Dana Ruiz, 2026-01-28`
fn in_front_matter(scene: &Scene<'_>) -> bool {
    scene.document.front.entries.iter().any(|entry| {
        let says = scene.vocabulary.label_as(&entry.name.replace(['-', '_'], " "), Concept::Confirmation).is_some();
        says && entry.value.texts().any(|(_, text)| !text.trim().is_empty() && !is_unfinished(text))
    })
}

/// A finished action in which those in charge went through the gaps.
fn discussed(scene: &Scene<'_>) -> bool {
    scene.document.actions().filter(|action| action.state == ActionState::Done).any(|action| {
        let words = scene.words(action.at(action.place));
        scene.vocabulary.mentions(Group::SeniorManagement, &words).is_some() && scene.vocabulary.mentions(Group::GapWords, &words).is_some()
    })
}

/// Whether a value, or what stands before its first comma, is a placeholder.
fn is_unfinished(value: &str) -> bool {
    let name = value.split([',', '，', '、']).next().unwrap_or_default();
    [value, name].into_iter().any(|words| placeholder::whole(words.trim(), Slot::Owner))
}
