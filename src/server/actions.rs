//! What a writer can have done about a place: fixes, all fixes of a rule or of everything, silence, and telling planlint that a file is a
//! plan. What takes long to work out is worked out when it is chosen.

use super::change::Changes;
use super::desk::Desk;
use super::view::View;
use super::{diagnostics, marks, rewrite, stops, suppress};
use crate::finding::{Applicability, Finding, Fix};
use crate::fix::{Bench, Rehearsal, Sheet, Title, Wanted, apply, fixes, mend, mend_rule};
use crate::text::{Span, Text};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};
use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types::*;

/// The kind of an action that mends everything that can be mended safely.
pub(super) const FIX_ALL: &str = "source.fixAll.planlint";
/// The kind of an action that inserts everything that is missing.
pub(super) const INSERT_ALL: &str = "refactor.rewrite.planlint";
/// So many findings of a selection get actions of their own.
const MOST_FINDINGS: usize = 20;
/// So long a menu may keep its reader waiting while fixes are tried out. Findings of a selection whose turn does not come get none.
const PATIENCE: Duration = Duration::from_millis(300);

/// An action whose edit is worked out when it is chosen.
#[derive(Debug, Serialize, Deserialize)]
struct Later {
    uri: Uri,
    version: i32,
    what: What,
}

#[derive(Debug, Serialize, Deserialize)]
enum What {
    /// Every safe fix.
    Everything,
    /// Everything that can be inserted.
    Scaffold,
    /// Every fix of the rule with this code.
    Rule(String),
}

/// `textDocument/codeAction`, as JSON.
pub(super) fn answer(desk: &mut Desk, params: &CodeActionParams) -> Vec<u8> {
    let actions = actions(desk, params);
    let view = desk.view(&params.text_document.uri).filter(|_| desk.client.snippet_edits);
    let with_stops = view.zip(actions.as_deref()).map(|(view, actions)| {
        let text = view.text().to_string();
        with_sheet(&view, &text, |sheet| stops::with_stops(&view, actions, &sheet.placeholders()))
    });
    // Neither holds anything that is not JSON.
    with_stops.map_or_else(|| serde_json::to_vec(&actions), |actions| serde_json::to_vec(&actions)).unwrap_or_default()
}

/// What can be done about a place, for clients of every sort.
pub(super) fn actions(desk: &mut Desk, params: &CodeActionParams) -> Option<CodeActionResponse> {
    let uri = &params.text_document.uri;
    let (findings, touching) = desk.findings_on_lines(uri, params.range)?;
    let view = desk.view(uri)?;
    let wanted = |kind: &CodeActionKind| {
        let only = params.context.only.as_deref();
        only.is_none_or(|only| {
            only.iter().any(|wanted| {
                kind.as_str() == wanted.as_str()
                    || kind.as_str().strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('.') || wanted.as_str().is_empty())
            })
        })
    };
    let mut found: Vec<CodeAction> = Vec::new();
    if wanted(&CodeActionKind::QUICKFIX) {
        let text = view.text().to_string();
        let all: Vec<Finding> = view.open.findings().map(|found| found.to_finding()).collect();
        let began = Instant::now();
        with_sheet(&view, &text, |sheet| {
            let mut rehearsal = Rehearsal::new(sheet, &all);
            for finding in findings.iter().take(MOST_FINDINGS).take_while(|_| began.elapsed() < PATIENCE) {
                found.extend(fixes_of(desk, &view, sheet, finding, &all, &mut rehearsal));
            }
        });
        let mut told: Vec<&str> = Vec::new();
        // Mended is what stands on the line; silenced only what the cursor is in, if it is in anything.
        let meant = if touching > 0 { touching } else { findings.len() };
        for finding in findings.iter().take(meant.min(MOST_FINDINGS)) {
            let is_first = !told.contains(&&*finding.code);
            told.push(&finding.code);
            found.extend(silences(desk, &view, finding, is_first));
        }
        found.extend(as_a_plan(desk, &view));
    }
    if wanted(&CodeActionKind::new(marks::KIND)) {
        found.extend(marks::marks(desk, &view, view.span(params.range)));
    }
    for (kind, title, what) in [
        (CodeActionKind::new(FIX_ALL), Title::FIX_EVERYTHING, What::Everything),
        (CodeActionKind::new(INSERT_ALL), Title::INSERT_EVERYTHING, What::Scaffold),
    ] {
        // Offered where it is asked for; in a menu beside a finding it would only be in the way.
        let is_asked = params.context.only.is_some() || matches!(what, What::Scaffold) && !findings.is_empty();
        if wanted(&kind) && is_asked && view.open.picking().is_picked() {
            found.push(later(desk, &view, view.told(title, &[]), kind, what));
        }
    }
    Some(found.into_iter().map(|action| shown(desk, action)).collect())
}

/// `codeAction/resolve`
pub(super) fn resolve(desk: &Desk, mut action: CodeAction) -> Result<CodeAction> {
    let Some(later) = action.data.clone().and_then(|data| serde_json::from_value::<Later>(data).ok()) else { return Ok(action) };
    let view = desk.view(&later.uri).ok_or_else(moved_on)?;
    if view.open.version != later.version {
        return Err(moved_on());
    }
    action.edit = edit(&view, &later.what).into_edit(&desk.client);
    Ok(action)
}

/// What an action does that is worked out when it is chosen; at once for saving.
fn edit(view: &View<'_>, what: &What) -> Changes {
    let text = view.text().to_string();
    let bench = bench(view);
    let mended = match what {
        What::Rule(code) => mend_rule(&bench, &text, code),
        What::Everything => mend(&bench, &text, Wanted::Safe, &[]),
        What::Scaffold => mend(&bench, &text, Wanted::Scaffold, &[]),
    };
    Changes::of(view, mended.map(|mended| rewrite::edits(view, &text, &mended.text)).unwrap_or_default())
}

/// The fixes of one of `findings`, those left out that would do harm as things stand.
fn fixes_of(
    desk: &Desk,
    view: &View<'_>,
    sheet: &Sheet<'_>,
    finding: &Finding,
    findings: &[Finding],
    rehearsal: &mut Rehearsal<'_, '_>,
) -> Vec<CodeAction> {
    let mut actions = Vec::new();
    let mut is_first = true;
    let is_it = |known: &Finding| known.code == finding.code && known.span == finding.span && known.message == finding.message;
    let Some(number) = findings.iter().position(is_it) else { return actions };
    let mut all = fixes(sheet, finding);
    all.retain(|fix| rehearsal.is_sound(number, fix));
    let in_bulk = all.iter().any(|fix| fix.applicability != Applicability::Choice);
    for fix in all {
        let command = shows_placeholder(desk, view, sheet, &fix);
        let Some(edit) = Changes::of_fix(desk, view, &fix.edits).and_then(|changes| changes.into_edit(&desk.client)) else { continue };
        actions.push(CodeAction {
            title: fix.title,
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![diagnostics::of_finding(view, finding, &desk.client)]),
            is_preferred: desk.client.prefers.then_some(is_first && fix.applicability == Applicability::Safe),
            edit: Some(edit),
            command,
            ..CodeAction::default()
        });
        is_first = false;
    }
    let others = view.open.findings().filter(|found| found.as_made().code == finding.code).count();
    if in_bulk && others > 1 {
        let words = [("count", &*others.to_string()), ("code", &*finding.code), ("name", &*finding.name)];
        let title = view.told(Title::FIX_RULE, &words);
        actions.push(later(desk, view, title, CodeActionKind::QUICKFIX, What::Rule(finding.code.to_string())));
    }
    actions
}

/// The ways to silence a finding; those for its rule only once for each rule.
fn silences(desk: &Desk, view: &View<'_>, finding: &Finding, first_of_rule: bool) -> Vec<CodeAction> {
    let code = &finding.code;
    let told = |title: Title| view.told(title, &[("code", code)]);
    let here = |title: Title, edit: Option<TextEdit>| Some((told(title), Changes::of(view, vec![edit?])));
    let mut ways = vec![here(Title::SILENCE_LINE, suppress::on_line(view, finding))];
    if first_of_rule {
        ways.push(here(Title::SILENCE_SECTION, suppress::in_section(view, finding)));
        ways.push(here(Title::SILENCE_FILE, Some(suppress::in_file(view, finding))));
        ways.push(suppress::in_configuration(desk, view, finding).map(|changes| (told(Title::SWITCH_OFF), changes)));
    }
    let action = |(title, changes): (String, Changes)| {
        let edit = changes.into_edit(&desk.client)?;
        let diagnostics = Some(vec![diagnostics::of_finding(view, finding, &desk.client)]);
        Some(CodeAction { title, kind: Some(CodeActionKind::QUICKFIX), diagnostics, edit: Some(edit), ..CodeAction::default() })
    };
    let mut actions: Vec<CodeAction> = ways.into_iter().flatten().filter_map(action).collect();
    if first_of_rule {
        let title = told(Title::WHY);
        let command = Command {
            title: title.clone(),
            command: "planlint.openRulePage".to_owned(),
            arguments: Some(vec![json!({ "code": &**code })]),
        };
        actions.push(CodeAction { title, kind: Some(CodeActionKind::QUICKFIX), command: Some(command), ..CodeAction::default() });
    }
    actions
}

/// For a file that is not judged: by a line in its front matter, or only for now.
fn as_a_plan(desk: &Desk, view: &View<'_>) -> Vec<CodeAction> {
    if view.open.picking().is_picked() {
        return Vec::new();
    }
    let end = view.line_end();
    let front = view.plan().front.span;
    let start = front.start as usize;
    let edit = match &*view.words(Span::new(start, start + 3)) {
        _ if front.is_empty() => view.edit(Span::empty(start), format!("---{end}planlint: on{end}---{end}{end}")),
        "+++" => view.edit(Span::empty(view.line(start).end as usize), format!("{end}planlint = \"on\"")),
        _ => view.edit(Span::empty(view.line(start).end as usize), format!("{end}planlint: on")),
    };
    let title = view.told(Title::WRITE_AS_PLAN, &[]);
    let edit = Changes::of(view, vec![edit]).into_edit(&desk.client);
    let written = CodeAction { title, kind: Some(CodeActionKind::QUICKFIX), edit, ..CodeAction::default() };
    let title = view.told(Title::TREAT_AS_PLAN, &[]);
    let command =
        Command { title: title.clone(), command: "planlint.treatAsPlan".to_owned(), arguments: Some(vec![json!({ "uri": view.uri() })]) };
    vec![written, CodeAction { title, kind: Some(CodeActionKind::QUICKFIX), command: Some(command), ..CodeAction::default() }]
}

/// An action that is worked out when it is chosen, or at once for a client that cannot ask again.
fn later(desk: &Desk, view: &View<'_>, title: String, kind: CodeActionKind, what: What) -> CodeAction {
    let mut action = CodeAction { title, kind: Some(kind), ..CodeAction::default() };
    if desk.client.resolves_edits {
        action.data = serde_json::to_value(Later { uri: view.uri().clone(), version: view.open.version, what }).ok();
    } else {
        action.edit = edit(view, &what).into_edit(&desk.client);
    }
    action
}

/// As `client` takes it: clients of old know commands alone.
fn shown(desk: &Desk, action: CodeAction) -> CodeActionOrCommand {
    if desk.client.action_literals {
        return CodeActionOrCommand::CodeAction(action);
    }
    let apply =
        || Command { title: action.title.clone(), command: "planlint.applyEdit".to_owned(), arguments: Some(vec![json!(action.edit)]) };
    CodeActionOrCommand::Command(action.command.clone().unwrap_or_else(apply))
}

/// Puts the cursor on the placeholder that `fix` inserts, where the client lets itself be led there.
fn shows_placeholder(desk: &Desk, view: &View<'_>, sheet: &Sheet<'_>, fix: &Fix) -> Option<Command> {
    if !desk.client.shows_documents || fix.applicability != Applicability::Scaffold || fix.edits.iter().any(|edit| edit.path.is_some()) {
        return None;
    }
    let place = sheet.placeholder_of(fix)?;
    let new = Text::new(&apply(sheet.text, &fix.edits));
    let position = |at: u32| {
        let (line, character) = new.position(at as usize, desk.client.encoding);
        Position::new(line, character)
    };
    let selection = Range::new(position(place.start), position(place.end));
    let arguments = vec![json!({ "uri": view.uri(), "takeFocus": true, "selection": selection })];
    Some(Command { title: fix.title.clone(), command: "planlint.show".to_owned(), arguments: Some(arguments) })
}

fn bench<'b>(view: &View<'b>) -> Bench<'b> {
    let standard = &view.open.in_force.standard;
    Bench { file: view.open.path.as_deref().unwrap_or(Path::new("/")), settings: &standard.settings, index: &standard.index }
}

/// Has `work` look at the text with what was read in it.
fn with_sheet<T>(view: &View<'_>, text: &str, work: impl FnOnce(&Sheet<'_>) -> T) -> T {
    let bench = bench(view);
    work(&Sheet::new(&bench, text, view.plan()))
}

fn moved_on() -> Error {
    Error { code: ErrorCode::ContentModified, message: "the document has changed since".into(), data: None }
}
