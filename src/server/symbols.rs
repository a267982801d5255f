//! The outline of a document, and the things of a workspace by name: sections, questions, actions, entries, people.

use super::desk::Desk;
use super::view::View;
use crate::plan::{ActionState, Role};
use crate::text::Span;
use tower_lsp::ls_types::*;

/// A line of the outline. Flat; `level` tells what lies in what.
struct Line {
    level: u8,
    name: String,
    detail: Option<String>,
    kind: SymbolKind,
    /// All of it; sections grow while the outline is folded.
    whole: Span,
    /// Its words.
    place: Span,
}

/// `textDocument/documentSymbol`
pub(super) fn document(desk: &Desk, uri: &Uri) -> Option<DocumentSymbolResponse> {
    let view = desk.view(uri)?;
    let lines = lines(&view);
    if desk.client.nested_symbols {
        return Some(DocumentSymbolResponse::Nested(fold(&view, lines)));
    }
    Some(DocumentSymbolResponse::Flat(lines.into_iter().map(|line| flat(&view, line, None)).collect()))
}

/// `workspace/symbol`: everything whose name holds the letters of `query` in their order.
pub(super) fn workspace(desk: &Desk, query: &str) -> Vec<SymbolInformation> {
    let mut found: Vec<SymbolInformation> = desk.views().filter(|view| view.open.picking().is_picked()).flat_map(|view| of_document(&view)).collect();
    let closed = desk.shelf.iter().filter(|(path, _)| desk.by_path(path).is_none()).flat_map(|(_, shelved)| shelved.symbols.iter().cloned());
    found.extend(closed);
    found.retain(|symbol| holds(&symbol.name, query));
    found.truncate(MOST);
    found
}

/// So many symbols are found at most; nobody reads more.
const MOST: usize = 1_000;

/// What can be found of a document from elsewhere.
pub(super) fn of_document(view: &View<'_>) -> Vec<SymbolInformation> {
    let title = view.plan().title().map(|title| line_of(view, title.at(title.heading)));
    let mut symbols: Vec<SymbolInformation> = lines(view).into_iter().map(|line| flat(view, line, title.clone())).collect();
    let mut people: Vec<String> = Vec::new();
    for action in view.plan().actions() {
        for &span in action.owner.names() {
            let span = action.at(span);
            let name = line_of(view, span);
            if !people.contains(&name) {
                symbols.push(information(view, name.clone(), SymbolKind::VARIABLE, span, title.clone()));
                people.push(name);
            }
        }
    }
    symbols
}

fn lines(view: &View<'_>) -> Vec<Line> {
    let plan = view.plan();
    let mut lines: Vec<Line> = Vec::new();
    for section in plan.sections().filter(|section| section.level > 0) {
        let place = section.at(section.heading);
        let detail = section.matches.first().map(|found| found.concept.word().to_owned());
        let kind = if detail.is_some() { SymbolKind::NAMESPACE } else { SymbolKind::STRING };
        lines.push(Line { level: section.level, name: line_of(view, place), detail, kind, whole: place.to(section.at(section.body)), place });
    }
    let mut add = |text: Span, place: Span, detail: &str, kind: SymbolKind| {
        lines.push(Line { level: u8::MAX, name: line_of(view, text), detail: Some(detail.to_owned()), kind, whole: place.to(text), place: text });
    };
    for question in plan.questions() {
        let text = question.at(question.text);
        add(text, text, if question.answer.settles() { "answered" } else { "open question" }, SymbolKind::EVENT);
    }
    for action in plan.actions() {
        let detail = match action.state {
            ActionState::Open => "open action",
            ActionState::Done => "done",
            ActionState::Cancelled => "dropped",
        };
        add(action.at(action.text), action.at(action.place), detail, SymbolKind::METHOD);
    }
    for entry in plan.entries().filter(|entry| !matches!(entry.role, Role::Question | Role::Action)) {
        add(entry.at(entry.text), entry.at(entry.place), role(entry.role), SymbolKind::PROPERTY);
    }
    lines.retain(|line| !line.name.is_empty());
    lines.sort_by_key(|line| (line.place.start, line.level));
    lines
}

/// Puts each line under the section it stands in.
fn fold(view: &View<'_>, lines: Vec<Line>) -> Vec<DocumentSymbol> {
    let mut roots = Vec::new();
    let mut open: Vec<(u8, Span, DocumentSymbol)> = Vec::new();
    for line in lines {
        while open.last().is_some_and(|(level, ..)| *level >= line.level) {
            close(view, &mut open, &mut roots);
        }
        #[expect(deprecated, reason = "the field is part of the type")]
        let symbol = DocumentSymbol {
            name: line.name,
            detail: line.detail,
            kind: line.kind,
            tags: None,
            deprecated: None,
            range: view.range(line.whole),
            selection_range: view.range(line.place),
            children: None,
        };
        open.push((line.level, line.whole, symbol));
    }
    while !open.is_empty() {
        close(view, &mut open, &mut roots);
    }
    roots
}

/// Ends the innermost open symbol: what it lies in reaches as far as it does.
fn close(view: &View<'_>, open: &mut Vec<(u8, Span, DocumentSymbol)>, roots: &mut Vec<DocumentSymbol>) {
    let Some((_, whole, symbol)) = open.pop() else { return };
    match open.last_mut() {
        Some((_, above, parent)) => {
            *above = above.to(whole);
            parent.range = view.range(*above);
            parent.children.get_or_insert_default().push(symbol);
        }
        None => roots.push(symbol),
    }
}

fn flat(view: &View<'_>, line: Line, container: Option<String>) -> SymbolInformation {
    information(view, line.name, line.kind, line.place, container)
}

fn information(view: &View<'_>, name: String, kind: SymbolKind, place: Span, container_name: Option<String>) -> SymbolInformation {
    #[expect(deprecated, reason = "the field is part of the type")]
    SymbolInformation { name, kind, tags: None, deprecated: None, location: view.location(place), container_name }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Mission => "mission",
        Role::Vision => "vision",
        Role::Objective => "objective",
        Role::Milestone => "milestone",
        Role::Strategy => "strategy",
        Role::Metric => "metric",
        Role::Gap => "gap",
        Role::Risk => "risk",
        Role::Decision => "decision",
        Role::Area => "support area",
        Role::Question => "question",
        Role::Action => "action",
        Role::Other => "entry",
    }
}

/// The words of `span` on one line, not too long for a list.
fn line_of(view: &View<'_>, span: Span) -> String {
    let words = view.words(span).split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(120) {
        Some((cut, _)) => format!("{}…", &words[..cut]),
        None => words,
    }
}

/// Whether the letters of `query` stand in `name` in their order, in any case.
fn holds(name: &str, query: &str) -> bool {
    let mut letters = name.chars().flat_map(char::to_lowercase);
    query.chars().flat_map(char::to_lowercase).filter(|letter| !letter.is_whitespace()).all(|wanted| letters.any(|letter| letter == wanted))
}
