//! A106: a box or a row without an action.

use crate::plan::MarkKind;
use crate::rules::draft::Draft;
use crate::rules::scene::Local;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    for mark in &plan.marks {
        let draft = Draft::at(here.at(mark.span));
        match mark.kind {
            MarkKind::EmptyAction if here.words(mark.span).contains('|') => {
                found.push(draft.saying("table"));
            }
            MarkKind::EmptyAction => found.push(draft),
            MarkKind::ActionWithoutText => found.push(draft.saying("row").weighing("row")),
            _ => {}
        }
    }
}
