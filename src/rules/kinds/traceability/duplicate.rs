//! T102: an id that several elements carry.
//!
//! Many people count anew under each heading (`M1:`, `M2:` below every goal): such a label is an id of its section only. Brackets
//! make it one of the whole document, and so does a cell when something refers to it.

use super::ids::{Form, Ids};
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let Some(ids) = Ids::of(scene) else { return };
    for defined in &ids.definitions {
        let Some(first) = ids.find(defined.id).filter(|first| first.span != defined.span) else { continue };
        let is_sure = first.section == defined.section
            || match (first.form, defined.form) {
                (Form::Bracketed, Form::Bracketed) => true,
                (Form::Label, _) | (_, Form::Label) => false,
                _ => ids.references.iter().any(|mention| mention.id == defined.id),
            };
        if !is_sure {
            continue;
        }
        let line = scene.line(first.span.start as usize);
        found.push(Draft::at(defined.span).with("value", defined.id).with("line", line).related(first.span, format!("{} is defined here", defined.id)));
    }
}
