//! Requests of our own, for our editor extensions and for tests. They take and give plain JSON.

use super::desk::Desk;
use super::view::View;
use crate::finding::Severity;
use crate::plan::{Action, ActionState, Answer, Due, Placed, Question};
use crate::rules::Page;
use crate::text::Span;
use serde::Serialize;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{Range, Uri};

/// `planlint/text` {uri}: the document as the server has it, and its version; null when it is not open.
pub(super) fn text(desk: &Desk, params: &Value) -> Value {
    desk.view_of_any(address(params)).map_or(Value::Null, |view| json!({ "text": view.text().to_string(), "version": view.open.version }))
}

/// `planlint/status` {uri}: the configuration in force, whether the document is judged, and why.
pub(super) fn status(desk: &mut Desk, params: &Value) -> Value {
    let address = address(params).to_owned();
    let Some(open) = desk.documents.get_mut(&address) else { return Value::Null };
    let mut counts = [0_u32; 4];
    for found in open.judged().findings() {
        counts[found.as_made().severity as usize] += 1;
    }
    let count = |severity: Severity| counts[severity as usize];
    let (picking, plan, settings) = (open.picking(), open.plan(), &open.in_force.standard.settings);
    json!({
        "judged": picking.is_picked(),
        "because": picking.because().to_string(),
        "configuration": settings.config.file,
        "profiles": settings.config.profiles,
        "errors": open.in_force.errors.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "kind": plan.kind.word(),
        "kindStated": plan.kind_stated,
        "lifecycle": plan.lifecycle.word(),
        "today": settings.today.to_string(),
        "version": open.version,
        "findings": { "error": count(Severity::Error), "warning": count(Severity::Warning), "info": count(Severity::Info), "hint": count(Severity::Hint) },
    })
}

/// `planlint/plan` {uri?}: questions and actions; of all plans, open or in the workspace, when none is named.
pub(super) fn plan(desk: &Desk, params: &Value) -> Value {
    let named = Some(address(params)).filter(|address| !address.is_empty());
    let open = desk
        .views()
        .filter(|view| named.map_or(view.open.picking().is_picked(), |named| view.uri().as_str() == named))
        .filter_map(|view| serde_json::to_value(document(&view)).ok());
    let shelved = desk
        .shelf
        .iter()
        .filter(|(path, _)| named.is_none() && desk.by_path(path).is_none())
        .filter_map(|(_, shelved)| serde_json::from_str(&shelved.plan).ok());
    json!({ "documents": open.chain(shelved).collect::<Vec<_>>() })
}

/// The questions and actions of a document. Told of every plan in a workspace, so no tree is built of them.
pub(super) fn document<'v>(view: &View<'v>) -> Told<'v> {
    Told {
        uri: view.uri(),
        version: view.open.version,
        kind: view.plan().kind.word(),
        questions: view.plan().questions().map(|it| question(view, &it)).collect(),
        actions: view.plan().actions().map(|it| action(view, &it)).collect(),
    }
}

/// What `planlint/plan` tells of a document.
#[derive(Serialize)]
pub(super) struct Told<'v> {
    uri: &'v Uri,
    version: i32,
    kind: &'static str,
    questions: Vec<ToldQuestion>,
    actions: Vec<ToldAction>,
}

#[derive(Serialize)]
struct ToldQuestion {
    text: String,
    range: Range,
    answer: ToldAnswer,
    owner: Option<String>,
    due: Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "state", rename_all = "lowercase")]
enum ToldAnswer {
    Open {
        /// Of the placeholder that stands for one.
        #[serde(skip_serializing_if = "Option::is_none")]
        range: Option<Range>,
    },
    Answered {
        range: Range,
        text: String,
    },
    Withdrawn,
}

#[derive(Serialize)]
struct ToldAction {
    text: String,
    range: Range,
    state: &'static str,
    ticked: Option<bool>,
    owners: Vec<String>,
    due: Option<String>,
    overdue: bool,
}

/// `planlint/rulePage` {code}: the page of a rule, as Markdown.
pub(super) fn rule_page(desk: &Desk, params: &Value) -> Result<Value> {
    let name = params.get("code").and_then(Value::as_str).unwrap_or_default();
    let page = desk.rule(name).ok_or_else(|| Error::invalid_params(format!("no rule is called `{name}`")))?;
    Ok(json!({ "code": page.code, "name": page.name, "summary": page.summary, "markdown": markdown(&page) }))
}

/// The page of a rule as an editor shows it.
pub(super) fn markdown(page: &Page) -> String {
    let body = page.body.strip_prefix(&format!("# {}", page.name)).unwrap_or(&page.body);
    format!("# {} {}\n\n{}\n\n{}", page.code, page.name, page.summary, body.trim_start().replace(['⟦', '⟧'], ""))
}

fn question(view: &View<'_>, question: &Placed<'_, Question>) -> ToldQuestion {
    let answer = match question.answer {
        Answer::None => ToldAnswer::Open { range: None },
        Answer::Placeholder(span) => ToldAnswer::Open { range: Some(view.range(question.at(span))) },
        Answer::Given(span) => ToldAnswer::Answered { range: view.range(question.at(span)), text: words(view, question.at(span)) },
        Answer::Withdrawn => ToldAnswer::Withdrawn,
    };
    ToldQuestion {
        text: words(view, question.at(question.text)),
        range: view.range(question.at(question.text)),
        answer,
        owner: question.owner.map(|span| words(view, question.at(span))),
        due: due(question.due.as_ref()),
    }
}

fn action(view: &View<'_>, action: &Placed<'_, Action>) -> ToldAction {
    let state = match action.state {
        ActionState::Open => "open",
        ActionState::Done => "done",
        ActionState::Cancelled => "cancelled",
    };
    let late = action.due.as_ref().and_then(|due| due.when.deadline()).is_some_and(|day| day < view.open.in_force.standard.settings.today);
    ToldAction {
        text: words(view, action.at(action.text)),
        range: view.range(action.at(action.place)),
        state,
        ticked: action.ticked,
        owners: action.owner.names().iter().map(|&span| words(view, action.at(span))).collect(),
        due: due(action.due.as_ref()),
        overdue: late && action.state == ActionState::Open,
    }
}

fn due(due: Option<&Due>) -> Option<String> {
    due.and_then(|due| due.when.deadline()).map(|day| day.to_string())
}

fn words(view: &View<'_>, span: Span) -> String {
    view.words(span).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn address(params: &Value) -> &str {
    params.get("uri").and_then(Value::as_str).unwrap_or_default()
}
