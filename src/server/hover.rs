//! What is known of the place under the pointer: findings with why they matter, questions and their answers, dates in words, what a
//! person still has to do. Text of the document is quoted, never rendered.

use super::desk::Desk;
use super::things::{Thing, naming_at, namings};
use super::view::View;
use crate::plan::{Action, ActionState, Answer, Placed};
use crate::rules::Page;
use crate::text::Span;
use jiff::civil::Date;
use tower_lsp::ls_types::*;

/// So many actions of a person are listed.
const MOST_ACTIONS: usize = 10;

/// `textDocument/hover`
pub(super) fn hover(desk: &mut Desk, params: &TextDocumentPositionParams) -> Option<Hover> {
    let here = desk.findings_at(&params.text_document.uri, params.position)?;
    let view = desk.view(&params.text_document.uri)?;
    let at = view.offset(params.position);
    let mut told: Vec<(Span, String)> = Vec::new();
    for finding in &here {
        let page = desk.rule(&finding.code);
        told.push((
            finding.span,
            page.map_or_else(|| finding.message.clone(), |page| about_finding(&finding.message, finding.help.as_deref(), &page)),
        ));
    }
    told.extend(about_question(&view, at));
    told.extend(about_date(&view, at));
    told.extend(about_thing(desk, &view, at));
    let span = told.iter().map(|&(span, _)| span).min_by_key(|span| span.len())?;
    let value = told.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n\n---\n\n");
    Some(Hover { contents: HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value }), range: Some(view.range(span)) })
}

fn about_finding(message: &str, help: Option<&str>, page: &Page) -> String {
    let why = page
        .body
        .lines()
        .skip_while(|line| line.starts_with('#') || line.trim().is_empty())
        .take_while(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let help = help.map(|help| format!("\n\n{}", plain(help))).unwrap_or_default();
    format!("**{} {}**: {}{help}\n\n{}", page.code, page.name, plain(message), why.collect::<Vec<_>>().join("\n"))
}

fn about_question(view: &View<'_>, at: usize) -> Option<(Span, String)> {
    let question = view.plan().questions().find(|question| touches(question.at(question.text), at))?;
    let answer = match question.answer {
        Answer::None => "Not answered yet.".to_owned(),
        Answer::Placeholder(span) => format!("Not answered yet: {} keeps the place.", quoted(view, question.at(span))),
        Answer::Given(span) => format!("Answered: {}", quoted(view, question.at(span))),
        Answer::Withdrawn => "Struck through: it needs no answer any more.".to_owned(),
    };
    Some((question.at(question.text), format!("**Question.** {answer}")))
}

fn about_date(view: &View<'_>, at: usize) -> Option<(Span, String)> {
    let plan = view.plan();
    let actions = plan.actions().filter_map(|it| it.due.as_ref().map(|due| (it.at(due.span), due.when.deadline())));
    let questions = plan.questions().filter_map(|it| it.due.as_ref().map(|due| (it.at(due.span), due.when.deadline())));
    let (span, day) = actions.chain(questions).find(|&(span, _)| !span.is_empty() && touches(span, at))?;
    let today = view.open.in_force.standard.settings.today;
    Some((span, format!("**{}**", day.map_or_else(|| "No day can be read from this.".to_owned(), |day| in_words(day, today)))))
}

/// A day as people say it.
pub(super) fn in_words(day: Date, today: Date) -> String {
    let long = day.strftime("%A, %-d %B %Y");
    let Ok(days) = day.since(today).map(|span| span.get_days()) else { return long.to_string() };
    match days {
        0 => format!("{long}: today"),
        1 => format!("{long}: tomorrow"),
        -1 => format!("{long}: yesterday"),
        days if days > 0 => format!("{long}: in {days} days"),
        days => format!("{long}: {} days ago", -days),
    }
}

fn about_thing(desk: &Desk, view: &View<'_>, at: usize) -> Option<(Span, String)> {
    let naming = naming_at(view, at)?;
    match &naming.thing {
        Thing::Person(name) => {
            let open = desk.views().flat_map(|view| open_actions_of(&view, name)).take(MOST_ACTIONS + 1).collect::<Vec<_>>();
            let list: Vec<String> = open.iter().take(MOST_ACTIONS).map(|line| format!("- {line}")).collect();
            let more = if open.len() > MOST_ACTIONS { "\n- …" } else { "" };
            let told = if list.is_empty() { "nothing open".to_owned() } else { format!("open actions\n\n{}{more}", list.join("\n")) };
            Some((naming.span, format!("**{}**: {told}", quoted(view, naming.span))))
        }
        Thing::Id(id) if !naming.is_definition => {
            let definition = view.plan().definitions().find(|definition| *definition.id == **id)?;
            Some((naming.span, format!("**{id}**: {}", quoted(view, definition.at(definition.text)))))
        }
        Thing::Id(id) => {
            let mentions = namings(view).filter(|other| other.thing == naming.thing && !other.is_definition).count();
            Some((naming.span, format!("**{id}**: mentioned {mentions} times in this document")))
        }
    }
}

/// The open actions of a person, a line each.
fn open_actions_of<'v>(view: &View<'v>, name: &str) -> Vec<String> {
    let is_named = |action: &Placed<'v, Action>| {
        action.owner.names().iter().any(|&span| view.words(action.at(span)).trim().trim_start_matches('@').to_lowercase() == name)
    };
    let open = view.plan().actions().filter(|action| action.state == ActionState::Open && is_named(action));
    open.map(|action| {
        let due = action.due.as_ref().and_then(|due| due.when.deadline()).map(|day| format!(" ({day})")).unwrap_or_default();
        format!("{}{due}", quoted(view, action.at(action.text)))
    })
    .collect()
}

fn touches(span: Span, at: usize) -> bool {
    span.start as usize <= at && at <= span.end as usize
}

/// Words of the document as plain text.
fn quoted(view: &View<'_>, span: Span) -> String {
    plain(&crate::rules::draft::quoted(&view.words(span)))
}

/// `text` with everything escaped that Markdown or HTML would take for its own.
pub(super) fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
