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
    let flat = |line: Line| information(&line.name, line.kind, view.location(line.place), None);
    Some(DocumentSymbolResponse::Flat(lines.into_iter().map(flat).collect()))
}

/// `workspace/symbol`: everything whose name holds the letters of `query` in their order.
pub(super) fn workspace(desk: &Desk, query: &str) -> Vec<SymbolInformation> {
    let mut found = Vec::new();
    for view in desk.views().filter(|view| view.open.picking().is_picked()) {
        found.extend(Symbols::of(&view).found(query, view.uri()));
    }
    for (_, shelved) in desk.shelf.iter().filter(|(path, _)| desk.by_path(path).is_none()) {
        found.extend(shelved.symbols.found(query, &shelved.uri));
    }
    found.truncate(MOST);
    found
}

/// So many symbols are found at most; nobody reads more.
const MOST: usize = 1_000;

/// What can be found of a document from elsewhere.
#[derive(Debug)]
pub(super) struct Symbols {
    title: Option<Box<str>>,
    all: Vec<(Box<str>, SymbolKind, Range)>,
}

impl Symbols {
    pub(super) fn of(view: &View<'_>) -> Self {
        let named = |line: Line| (line.name.into(), line.kind, view.range(line.place));
        let mut all: Vec<(Box<str>, SymbolKind, Range)> = lines(view).into_iter().map(named).collect();
        let mut people: Vec<String> = Vec::new();
        for action in view.plan().actions() {
            for &span in action.owner.names() {
                let span = action.at(span);
                let name = line_of(view, span);
                if !people.contains(&name) {
                    all.push((name.as_str().into(), SymbolKind::VARIABLE, view.range(span)));
                    people.push(name);
                }
            }
        }
        let title = view.plan().title().map(|title| line_of(view, title.at(title.heading)).into());
        Self { title, all }
    }

    /// Those that `query` means, of the document at `uri`.
    fn found<'s>(&'s self, query: &'s str, uri: &'s Uri) -> impl Iterator<Item = SymbolInformation> + 's {
        let meant = self.all.iter().filter(move |(name, ..)| holds(name, query));
        let container = self.title.as_deref();
        meant.map(move |(name, kind, range)| information(name, *kind, Location::new(uri.clone(), *range), container))
    }
}

fn lines(view: &View<'_>) -> Vec<Line> {
    let plan = view.plan();
    let mut lines: Vec<Line> = Vec::new();
    for section in plan.sections().filter(|section| section.level > 0) {
        let place = section.at(section.heading);
        let detail = section.matches.first().map(|found| found.concept.word().to_owned());
        let kind = if detail.is_some() { SymbolKind::NAMESPACE } else { SymbolKind::STRING };
        lines.push(Line {
            level: section.level,
            name: line_of(view, place),
            detail,
            kind,
            whole: place.to(section.at(section.body)),
            place,
        });
    }
    let mut add = |text: Span, place: Span, detail: &str, kind: SymbolKind| {
        lines.push(Line {
            level: u8::MAX,
            name: line_of(view, text),
            detail: Some(detail.to_owned()),
            kind,
            whole: place.to(text),
            place: text,
        });
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

fn information(name: &str, kind: SymbolKind, location: Location, container: Option<&str>) -> SymbolInformation {
    #[expect(deprecated, reason = "the field is part of the type")]
    SymbolInformation { name: name.to_owned(), kind, tags: None, deprecated: None, location, container_name: container.map(str::to_owned) }
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
