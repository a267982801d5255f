//! D107: dates in an order that cannot be.

use crate::dialect::concept::HeadKey;
use crate::plan::ActionState;
use crate::rules::draft::Draft;
use crate::rules::scene::Local;
use jiff::civil::Date;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, found: &mut Vec<Draft>) {
    let head = |key: HeadKey| -> Option<Date> { here.scene.document.head(key)?.date(here.scene.order) };
    let (start, end, created) = (head(HeadKey::Start), head(HeadKey::End), head(HeadKey::Created));
    for action in &here.chunk.plan.actions {
        if action.state == ActionState::Cancelled {
            continue;
        }
        if let (Some((span, done)), Some((_, begun))) = (action.done, action.start)
            && done < begun
        {
            found.push(Draft::at(here.at(span)).saying("done").with("date", done).with("other", begun));
        }
        let Some(due) = &action.due else { continue };
        let Some(deadline) = due.when.deadline() else { continue };
        let draft = Draft::at(here.at(due.span)).with("date", deadline);
        let begun = action.start.map(|(_, date)| date);
        if let Some(begun) = begun.filter(|&begun| deadline < begun) {
            found.push(draft.with("other", begun));
        } else if let Some(start) = start.filter(|&start| deadline < start) {
            found.push(draft.saying("plan-start").with("other", start));
        } else if let Some(end) = end.filter(|&end| end < deadline && first(&due.when) > end) {
            found.push(draft.saying("plan-end").with("other", end));
        } else if let Some(created) = created.filter(|&created| deadline < created) {
            found.push(draft.saying("created").with("other", created));
        }
    }
}

/// The first day a due value can mean: a quarter that only reaches beyond the end is not after it.
fn first(when: &crate::dialect::date::When) -> Date {
    match when {
        crate::dialect::date::When::Coarse { first, .. } => *first,
        other => other.deadline().unwrap_or_default(),
    }
}
