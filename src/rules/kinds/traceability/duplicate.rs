//! T102: an id that several elements carry, here or in the series. The later ones are told.
//!
//! Many people count anew under each heading (`M1:`, `M2:` below every goal): such a label is an id of its section only. Brackets
//! make it one of the whole document, and so does a cell when something refers to it.

use super::super::cross::series::earlier_peers;
use super::ids::{Defined, Form, Ids};
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;

/// What is said of the first place.
const DEFINED: &str = "{value} is defined here";

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let Some(ids) = Ids::of(scene).filter(|ids| !ids.definitions.is_empty()) else { return };
    let earlier = earlier_peers(scene);
    for defined in &ids.definitions {
        let draft = Draft::at(defined.span).with("value", defined.id);
        if let Some(first) = ids.find(defined.id).filter(|first| first.span != defined.span) {
            if is_same_number(&ids, first, defined) {
                let line = scene.line(first.span.start as usize);
                found.push(draft.with("line", line).related(first.span, DEFINED));
            }
            continue;
        }
        let elsewhere = earlier.iter().find_map(|document| Some((document, document.ids.iter().find(|other| other.id == defined.id)?)));
        if let Some((document, other)) = elsewhere.filter(|_| defined.form != Form::Label) {
            let draft = draft.saying("elsewhere").with("path", scene.neighbours.written(document));
            found.push(draft.related_in(&document.path, other.span, DEFINED));
        }
    }
}

/// Whether two elements that carry one id mean to share one numbering.
fn is_same_number(ids: &Ids<'_>, first: &Defined<'_>, later: &Defined<'_>) -> bool {
    first.section == later.section
        || match (first.form, later.form) {
            (Form::Bracketed, Form::Bracketed) => true,
            (Form::Label, _) | (_, Form::Label) => false,
            _ => ids.references.iter().any(|mention| mention.id == later.id),
        }
}
