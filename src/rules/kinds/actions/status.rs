//! A107: the tick, the status and the dates of an action contradict each other.

use crate::dialect::concept::Status;
use crate::plan::{Action, ActionForm};
use crate::rules::draft::Draft;
use crate::rules::kinds::dates::is_completion;
use crate::rules::scene::Local;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, found: &mut Vec<Draft>) {
    for action in &here.chunk.plan.actions {
        let words = here.words(action.text);
        let place = match (action.form, action.status) {
            (ActionForm::Row(_), Some((span, _))) => span,
            _ => action.place,
        };
        let draft = Draft::at(here.at(place)).quoting("item", words);
        match (action.ticked, action.status, action.done) {
            (Some(true), Some((span, Some(Status::Open | Status::InProgress | Status::Blocked))), _) => {
                found.push(draft.quoting("value", here.words(span)));
            }
            (Some(false), Some((span, Some(Status::Done))), _) => {
                found.push(draft.saying("ticked").quoting("value", here.words(span)));
            }
            (Some(false), _, Some((_, date))) => found.push(draft.saying("done").with("date", date)),
            (_, Some((span, Some(Status::Done))), None) => {
                let future = action.due.as_ref().and_then(|due| due.when.deadline()).filter(|&date| date > here.scene.today);
                // Who finishes early is done early; only a date of completion cannot lie ahead.
                if let Some(date) = future
                    && in_completion_column(here, action)
                {
                    found.push(draft.saying("future").quoting("value", here.words(span)).with("date", date));
                }
            }
            _ => {}
        }
    }
}

/// The date column means "completed on" as much as "complete by".
fn in_completion_column(here: &Local<'_>, action: &Action) -> bool {
    let ActionForm::Row(table) = action.form else { return false };
    is_completion(here, &here.chunk.plan.tables[table])
}
