//! D103, D104, D105: a due value that is no day, can be two days, or is another day tomorrow.

use crate::dialect::concept::Kind;
use crate::dialect::date::{Ambiguity, Impossible, Relative, When};
use crate::plan::{ActionState, Due};
use crate::rules::draft::Draft;
use crate::rules::scene::Local;
use crate::text::Span;
use jiff::civil::Weekday;
use serde::Deserialize;
use std::collections::BTreeSet;

/// Which of the three.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    fault: Sort,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Sort {
    Impossible,
    Ambiguous,
    Relative,
}

pub(in crate::rules::kinds) fn check(fault: &Fault, here: &Local<'_>, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    let mut seen: BTreeSet<Span> = BTreeSet::new();
    for action in plan.actions.iter().filter(|action| fault.fault == Sort::Impossible || action.state == ActionState::Open) {
        if let Some(due) = &action.due
            && seen.insert(due.span)
        {
            value(fault.fault, here, due, found);
        }
    }
    for question in &plan.questions {
        if let Some(due) = &question.due
            && !question.answer.settles()
        {
            seen.insert(due.span);
            value(fault.fault, here, due, found);
        }
    }
    if fault.fault == Sort::Impossible {
        for date in plan.dates.iter().filter(|date| !seen.iter().any(|span| span.overlaps(date.span))) {
            value(fault.fault, here, &Due { span: date.span, when: date.when.clone() }, found);
        }
    }
}

fn value(sort: Sort, here: &Local<'_>, due: &Due, found: &mut Vec<Draft>) {
    let words = here.words(due.span);
    let draft = Draft::at(here.at(due.span)).quoting("value", words);
    let draft = match (sort, &due.when) {
        (Sort::Impossible, When::Impossible(Impossible::NoSuchDay { .. })) => draft,
        (Sort::Impossible, When::Impossible(Impossible::WrongWeekday { date, real, said, .. })) => {
            draft.saying("weekday").with("date", date).naming("real", [weekday(*real)]).naming("said", [weekday(*said)])
        }
        (Sort::Ambiguous, When::Ambiguous { why, .. }) if !year_is_told(here, why) => {
            match (why, due.when.clone().resolved(here.scene.today)) {
                (Ambiguity::DayMonthOrder, When::Ambiguous { options, .. }) => match options.as_slice() {
                    [one, other, ..] => draft.with("date", one).with("other", other),
                    _ => draft.saying("year"),
                },
                (Ambiguity::TwoDigitYear, _) => draft.saying("short-year"),
                _ => draft.saying("year"),
            }
        }
        (Sort::Relative, When::Relative(relative)) => match relative {
            _ if relative.suggestion(here.scene.today).is_none() => draft.saying("vague"),
            Relative::Quarter(_) => draft.saying("year"),
            _ => draft,
        },
        (Sort::Relative, When::Cadence { ongoing: true }) if !here.scene.allow_ongoing => draft.saying("vague"),
        (Sort::Relative, When::Coarse { .. }) if here.scene.days_only => draft.saying("coarse"),
        _ => return,
    };
    found.push(draft);
}

/// "Feb 8" or "early in March" in the minutes of a day: their year is its year, or the next.
fn year_is_told(here: &Local<'_>, why: &Ambiguity) -> bool {
    let document = here.scene.document;
    let one_time = matches!(why, Ambiguity::NoYear { day: Some(_), swappable: false, .. } | Ambiguity::PartOfMonth);
    one_time && document.dated && document.kind == Kind::Notes
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
