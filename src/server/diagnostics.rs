//! Findings as diagnostics: pushed with the version they are for, or handed out to a client that asks. Never both to one client.

use super::client::Client;
use super::desk::Desk;
use super::open::Open;
use super::outbox::{Outbox, Reply};
use super::settings::EditorSettings;
use super::shelf::Shelved;
use super::shown::Told;
use super::uri;
use super::view::View;
use crate::config::ConfigError;
use crate::finding::{Finding, Severity};
use serde_json::json;
use std::path::Path;
use tower_lsp::ls_types::*;

/// Tells the client about every document whose findings it does not know.
pub(super) fn push(desk: &mut Desk) {
    let Desk { documents, client, outbox, settings, .. } = desk;
    for open in documents.values_mut().filter(|open| open.published != Some(open.version)) {
        open.published = Some(open.version);
        let version = open.version;
        let uri = open.uri.clone();
        publish(outbox, &uri, Some(version), current(open, client, *settings).text);
    }
}

/// Takes the diagnostics of a document that is no longer open from the client.
pub(super) fn clear(desk: &Desk, open: &Open) {
    publish(&desk.outbox, &open.uri, None, b"[]");
}

/// Sends the message that publishes `diagnostics`, an array.
fn publish(outbox: &Outbox, uri: &Uri, version: Option<i32>, diagnostics: &[u8]) {
    let version = version.map(|version| format!(r#""version":{version},"#)).unwrap_or_default();
    // A URI holds nothing that JSON would escape.
    let head = format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{{"uri":"{}",{version}"diagnostics":"#,
        uri.as_str()
    );
    outbox.publish(uri.as_str(), &[head.as_bytes(), diagnostics, b"}}"]);
}

/// The diagnostics of an open document, as far as they are brought up to date at a keystroke.
fn current<'o>(open: &'o mut Open, client: &Client, settings: EditorSettings) -> Told<'o> {
    if open.judged_at_a_keystroke() { written(open, client, settings) } else { open.shown.write_again() }
}

/// The diagnostics of a document that has been judged, as many as are shown; the last one says how many more there are.
pub(super) fn written<'o>(open: &'o mut Open, client: &Client, settings: EditorSettings) -> Told<'o> {
    let mut shown = std::mem::take(&mut open.shown);
    shown.write(&View { open, encoding: client.encoding }, client, settings);
    open.shown = shown;
    open.shown.told()
}

/// A document's diagnostics that were asked for and are not told yet.
pub(super) struct Asked {
    params: DocumentDiagnosticParams,
    reply: Reply,
}

/// `textDocument/diagnostic`, answered with the text of the report: it comes with every keystroke. Who cannot be told to ask again has to be
/// told everything, so where that takes long it is told when no order is waiting: a burst of keystrokes is judged once.
pub(super) fn pull(desk: &mut Desk, params: DocumentDiagnosticParams, reply: Reply) {
    let open = desk.documents.get(params.text_document.uri.as_str());
    if !desk.client.refreshes_diagnostics && open.is_some_and(Open::takes_long) {
        return desk.wait_for_quiet(Asked { params, reply });
    }
    let items = items(desk, &params, current);
    let (head, items, tail) = report("", items, params.previous_result_id.as_deref());
    reply.give(&[head.as_bytes(), items, tail]);
}

/// Tells what was [`Asked`], all of it.
pub(super) fn tell(desk: &mut Desk, asked: Asked) {
    let items = items(desk, &asked.params, complete);
    let (head, items, tail) = report("", items, asked.params.previous_result_id.as_deref());
    asked.reply.give(&[head.as_bytes(), items, tail]);
}

/// The diagnostics of an open document, all brought up to date.
fn complete<'o>(open: &'o mut Open, client: &Client, settings: EditorSettings) -> Told<'o> {
    open.judged();
    written(open, client, settings)
}

/// The diagnostics that `params` ask for: as `of_open` works them out, or those of a plan that is not open.
fn items<'d>(
    desk: &'d mut Desk,
    params: &DocumentDiagnosticParams,
    of_open: for<'o> fn(&'o mut Open, &Client, EditorSettings) -> Told<'o>,
) -> Told<'d> {
    let Desk { documents, client, settings, shelf, .. } = desk;
    if let Some(open) = documents.get_mut(params.text_document.uri.as_str()) {
        return of_open(open, client, *settings);
    }
    let shelved = uri::to_path(&params.text_document.uri).and_then(|path| shelf.get(&path));
    shelved.map_or(Told::NOTHING, Shelved::told)
}

/// `workspace/diagnostic`: every plan, open or not. What the client knows already is not told again.
pub(super) fn pull_all(desk: &mut Desk, params: &WorkspaceDiagnosticParams) -> Vec<u8> {
    let (client, settings) = (desk.client.clone(), desk.settings);
    let mut reports: Vec<Vec<u8>> = Vec::new();
    let whole = |(head, items, tail): (String, &[u8], &[u8])| [head.as_bytes(), items, tail].concat();
    let known = |uri: &str| params.previous_result_ids.iter().find(|known| known.uri.as_str() == uri).map(|known| known.value.as_str());
    for open in desk.documents.values_mut() {
        let (uri, version) = (open.uri.clone(), open.version);
        let items = complete(open, &client, settings);
        reports.push(whole(report(&format!(r#""uri":"{}","version":{version},"#, uri.as_str()), items, known(uri.as_str()))));
    }
    for (_, shelved) in desk.shelf.iter().filter(|(path, _)| desk.by_path(path).is_none()) {
        let uri = shelved.uri.as_str();
        reports.push(whole(report(&format!(r#""uri":"{uri}","version":null,"#), shelved.told(), known(uri))));
    }
    [br#"{"items":["#.as_slice(), &reports.join(&b','), b"]}"].concat()
}

/// A report about a document, in parts: that nothing is otherwise than the client knows by the id `known`, or all of `items`.
fn report<'i>(head: &str, items: Told<'i>, known: Option<&str>) -> (String, &'i [u8], &'static [u8]) {
    let result_id = format!("{:016x}", items.identity);
    if known == Some(&result_id) {
        return (format!(r#"{{{head}"kind":"unchanged","resultId":"{result_id}"}}"#), b"", b"");
    }
    (format!(r#"{{{head}"kind":"full","resultId":"{result_id}","items":"#), items.text, b"}")
}

/// Stands for the findings that are not shown.
pub(super) fn more(range: Range, count: usize) -> Diagnostic {
    Diagnostic {
        range,
        severity: Some(DiagnosticSeverity::INFORMATION),
        source: Some("planlint".to_owned()),
        message: format!("{count} more findings follow in this document: `planlint check` lists them all"),
        ..Diagnostic::default()
    }
}

/// Says at the top of a document that what holds for it is not what its configuration says.
pub(super) fn misconfigured(error: &str) -> Diagnostic {
    let first = error.lines().next().unwrap_or_default();
    Diagnostic {
        severity: Some(DiagnosticSeverity::WARNING),
        source: Some("planlint".to_owned()),
        message: format!("the configuration has an error, so the last good one holds: {first}"),
        ..Diagnostic::default()
    }
}

/// What is wrong in a planlint.toml.
pub(super) fn of_fault(view: &View<'_>, fault: &ConfigError) -> Diagnostic {
    let help = fault.help.iter().map(|help| format!("\n{help}")).collect::<String>();
    Diagnostic {
        range: view.range(fault.span),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some("planlint".to_owned()),
        message: format!("{}{help}", fault.message),
        ..Diagnostic::default()
    }
}

/// A finding as the client shows it.
pub(super) fn of_finding(view: &View<'_>, finding: &Finding, client: &Client) -> Diagnostic {
    let related = finding.related.iter().filter_map(|related| {
        let location = match &related.path {
            None => view.location(related.span),
            Some(path) => place_in(Path::new("/").join(&**path).as_path(), related.span, view)?,
        };
        Some(DiagnosticRelatedInformation { location, message: related.message.clone() })
    });
    let page = view.open.in_force.standard.addresses.of(&finding.code).filter(|_| client.links);
    // A comment that silences nothing can go.
    let is_idle = &*finding.name == "unused-suppression";
    Diagnostic {
        range: view.range(finding.span),
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
            Severity::Info => DiagnosticSeverity::INFORMATION,
            Severity::Hint => DiagnosticSeverity::HINT,
        }),
        code: Some(NumberOrString::String(finding.code.to_string())),
        code_description: page.map(|page| CodeDescription { href: page.clone() }),
        source: Some("planlint".to_owned()),
        message: finding.message.clone(),
        related_information: (client.related && !finding.related.is_empty()).then(|| related.collect()),
        tags: (is_idle && client.tags).then(|| vec![DiagnosticTag::UNNECESSARY]),
        data: client.data.then(|| json!({ "rule": &*finding.name })),
    }
}

/// A place in a document that is not this one; its lines are counted in the file.
fn place_in(path: &Path, span: crate::text::Span, view: &View<'_>) -> Option<Location> {
    let text = crate::text::Text::new(&std::fs::read_to_string(path).ok()?);
    let position = |at: u32| {
        let (line, character) = text.position(at as usize, view.encoding);
        Position::new(line, character)
    };
    Some(Location::new(uri::of_path(path)?, Range::new(position(span.start), position(span.end))))
}
