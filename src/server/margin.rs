//! What stands beside the text: above headings how far questions and actions are, behind dates how many days are left.

use super::desk::Desk;
use super::view::View;
use crate::fix::Title;
use crate::plan::{ActionState, Reading};
use crate::text::Span;
use serde_json::json;
use tower_lsp::ls_types::*;

/// `textDocument/codeLens`. A click lists the places.
pub(super) fn lenses(desk: &Desk, uri: &Uri) -> Option<Vec<CodeLens>> {
    let view = desk.view(uri).filter(|view| view.open.picking().is_picked())?;
    let plan = view.plan();
    let today = view.open.in_force.standard.settings.today;
    let mut lenses = Vec::new();
    let headings: Vec<_> = plan.sections().filter(|section| section.level > 0).collect();
    for (number, section) in headings.iter().enumerate() {
        let end = headings[number + 1..]
            .iter()
            .find(|next| next.level <= section.level)
            .map_or(plan.len, |next| next.at(next.heading).start as usize);
        let below = Span::new(section.at(section.heading).start as usize, end);
        match section.reading {
            Reading::Questions { .. } => {
                let questions: Vec<_> = plan.questions().filter(|question| below.covers(question.at(question.text))).collect();
                let open: Vec<_> = questions.iter().filter(|question| !question.answer.settles()).collect();
                // Where none is open, a click still lists what is counted.
                let listed = if open.is_empty() { questions.iter().collect() } else { open.clone() };
                let places = listed.into_iter().map(|question| question.at(question.text)).collect();
                if !questions.is_empty() {
                    let (answered, total) = ((questions.len() - open.len()).to_string(), questions.len().to_string());
                    let title = view.told(Title::ANSWERED, &[("count", &answered), ("total", &total)]);
                    lenses.push(lens(&view, below, title, places));
                }
            }
            Reading::Actions => {
                let open: Vec<_> =
                    plan.actions().filter(|action| action.state == ActionState::Open && below.covers(action.at(action.place))).collect();
                let late = open
                    .iter()
                    .filter(|action| action.due.as_ref().and_then(|due| due.when.deadline()).is_some_and(|day| day < today))
                    .count();
                let unassigned = open.iter().filter(|action| action.owner.names().is_empty() && !action.owner_inherited).count();
                let counts = [(open.len(), Title::OPEN), (late, Title::OVERDUE), (unassigned, Title::UNASSIGNED)];
                let counts = counts.into_iter().filter(|(count, _)| *count > 0);
                let counts: Vec<String> = counts.map(|(count, what)| counted(&view, what, count)).collect();
                if !counts.is_empty() {
                    lenses.push(lens(&view, below, counts.join(", "), open.iter().map(|action| action.at(action.place)).collect()));
                }
            }
            _ => {}
        }
    }
    Some(lenses)
}

fn lens(view: &View<'_>, section: Span, title: String, places: Vec<Span>) -> CodeLens {
    let start = view.position(section.start as usize);
    let places: Vec<Location> = places.into_iter().map(|place| view.location(place)).collect();
    let command =
        Command { title, command: "planlint.showPlaces".to_owned(), arguments: Some(vec![json!(view.uri()), json!(start), json!(places)]) };
    CodeLens { range: Range::new(start, start), command: Some(command), data: None }
}

/// `textDocument/inlayHint`
pub(super) fn hints(desk: &Desk, params: &InlayHintParams) -> Option<Vec<InlayHint>> {
    let view = desk.view(&params.text_document.uri).filter(|view| view.open.picking().is_picked())?;
    let shown = view.span(params.range);
    let today = view.open.in_force.standard.settings.today;
    let actions = view.plan().actions().filter(|action| action.state == ActionState::Open && !action.due_inherited);
    let actions = actions.filter_map(|action| action.due.as_ref().map(|due| (action.at(due.span), due.when.deadline())));
    let questions = view.plan().questions().filter(|question| !question.answer.settles());
    let questions = questions.filter_map(|question| question.due.as_ref().map(|due| (question.at(due.span), due.when.deadline())));
    let mut hints = Vec::new();
    for (span, day) in actions.chain(questions) {
        let days = day.and_then(|day| day.since(today).ok()).map(|span| span.get_days());
        let Some(days) = days.filter(|_| !span.is_empty() && shown.start <= span.end && span.start <= shown.end) else { continue };
        let label = match days {
            0 => view.told(Title::TODAY, &[]),
            1 => view.told(Title::TOMORROW, &[]),
            -1 => view.told(Title::LATE_SINCE_YESTERDAY, &[]),
            days if days > 0 => counted(&view, Title::IN_DAYS, days),
            days => counted(&view, Title::LATE_BY_DAYS, -days),
        };
        hints.push(InlayHint {
            position: view.position(span.end as usize),
            label: InlayHintLabel::String(label),
            kind: None,
            text_edits: None,
            tooltip: None,
            padding_left: Some(true),
            padding_right: None,
            data: None,
        });
    }
    Some(hints)
}

fn counted(view: &View<'_>, title: Title, count: impl ToString) -> String {
    view.told(title, &[("count", &count.to_string())])
}
