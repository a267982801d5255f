//! D106: an open action or a promised answer whose day has passed.

use crate::dialect::concept::Status;
use crate::plan::{ActionForm, ActionState};
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::Local;
use crate::text::Span;
use jiff::civil::Date;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    let grace = options.count("grace-days", 0);
    for action in plan.actions.iter().filter(|action| action.state == ActionState::Open) {
        let Some(due) = &action.due else { continue };
        let completion = match action.form {
            ActionForm::Row(table) => super::is_completion(here, &plan.tables[table]),
            ActionForm::Item(_) => false,
        };
        // "Complete date" may be the day it was done, unless something says that it is still open.
        let said_open =
            action.ticked == Some(false) || matches!(action.status, Some((_, Some(Status::Open | Status::InProgress | Status::Blocked))));
        if completion && !said_open {
            continue;
        }
        found.extend(due.when.deadline().and_then(|date| draft(here, due.span, date, grace)));
    }
    for question in plan.questions.iter().filter(|question| !question.answer.settles()) {
        let Some(due) = &question.due else { continue };
        found.extend(due.when.deadline().and_then(|date| draft(here, due.span, date, grace)));
    }
}

fn draft(here: &Local<'_>, span: Span, date: Date, grace: usize) -> Option<Draft> {
    let days = here.scene.today.since(date).ok()?.get_days();
    let late = usize::try_from(days).ok().filter(|&days| days > grace)?;
    let draft = Draft::at(here.at(span)).with("days", late).with("date", date);
    Some(if late == 1 { draft.saying("yesterday") } else { draft })
}
