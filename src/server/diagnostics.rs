//! Findings as diagnostics: pushed with the version they are for, or handed out to a client that asks. Never both to one client.

use super::client::Client;
use super::desk::Desk;
use super::open::Open;
use super::settings::EditorSettings;
use super::shown::Shown;
use super::uri;
use super::view::View;
use crate::finding::{Finding, Severity};
use serde_json::json;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use tower_lsp::ls_types::*;

/// Where the pages of rules can be read, when there is such a place.
const REPOSITORY: Option<&str> = option_env!("CARGO_PKG_REPOSITORY");

/// Tells the client about every document whose findings it does not know.
pub(super) fn push(desk: &mut Desk) {
    let Desk { documents, client, outbox, settings, .. } = desk;
    for open in documents.values_mut().filter(|open| open.published != Some(open.version)) {
        open.published = Some(open.version);
        let version = open.version;
        let uri = open.uri.clone();
        let diagnostics = current(open, client, *settings);
        outbox.publish(uri.as_str(), published(&uri, Some(version), &diagnostics));
    }
}

/// Takes the diagnostics of a document that is no longer open from the client.
pub(super) fn clear(desk: &Desk, open: &Open) {
    desk.outbox.publish(open.uri.as_str(), published(&open.uri, None, b"[]"));
}

/// The message that publishes `diagnostics`, an array.
fn published(uri: &Uri, version: Option<i32>, diagnostics: &[u8]) -> Vec<u8> {
    let version = version.map(|version| format!(r#""version":{version},"#)).unwrap_or_default();
    // A URI holds nothing that JSON would escape.
    let head = format!(r#"{{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{{"uri":"{}",{version}"diagnostics":"#, uri.as_str());
    [head.as_bytes(), diagnostics, b"}}"].concat()
}

/// The diagnostics of an open document, brought up to date, as an array.
fn current(open: &mut Open, client: &Client, settings: EditorSettings) -> Vec<u8> {
    if client.can_be_told_later() {
        open.judged_at_a_keystroke();
    } else {
        open.judged();
    }
    let mut shown = std::mem::take(&mut open.shown);
    let mut diagnostics = Vec::with_capacity(64 * 1024);
    shown.write(&View { open, encoding: client.encoding }, client, settings, &mut diagnostics);
    open.shown = shown;
    diagnostics
}

/// `textDocument/diagnostic`, answered with the text of the report: it comes with every keystroke.
pub(super) fn pull(desk: &mut Desk, params: &DocumentDiagnosticParams) -> Vec<u8> {
    let Desk { documents, client, settings, shelf, .. } = desk;
    let items = match documents.get_mut(params.text_document.uri.as_str()) {
        Some(open) => current(open, client, *settings),
        None => {
            let shelved = uri::to_path(&params.text_document.uri).and_then(|path| shelf.get(&path));
            serde_json::to_vec(shelved.map_or([].as_slice(), |shelved| &shelved.diagnostics)).unwrap_or_default()
        }
    };
    let result_id = identity(&items);
    if params.previous_result_id.as_ref() == Some(&result_id) {
        return format!(r#"{{"kind":"unchanged","resultId":"{result_id}"}}"#).into_bytes();
    }
    [format!(r#"{{"kind":"full","resultId":"{result_id}","items":"#).as_bytes(), &items, b"}"].concat()
}

/// `workspace/diagnostic`: every plan, open or not. What the client knows already is not told again.
pub(super) fn pull_all(desk: &mut Desk, params: &WorkspaceDiagnosticParams) -> WorkspaceDiagnosticReport {
    let (client, settings) = (desk.client.clone(), desk.settings);
    let mut reports = Vec::new();
    let mut report = |uri: Uri, version: Option<i32>, items: Vec<Diagnostic>| {
        let version = version.map(i64::from);
        let result_id = identity(&serde_json::to_vec(&items).unwrap_or_default());
        let known = params.previous_result_ids.iter().any(|known| known.uri == uri && known.value == result_id);
        reports.push(if known {
            let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id };
            WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport { uri, version, unchanged_document_diagnostic_report })
        } else {
            let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id: Some(result_id), items };
            WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report })
        });
    };
    for open in desk.documents.values_mut() {
        open.judged();
        let items = of(&View { open, encoding: client.encoding }, &client, settings);
        report(open.uri.clone(), Some(open.version), items);
    }
    for (path, shelved) in desk.shelf.iter().filter(|(path, _)| desk.by_path(path).is_none()) {
        if let Some(uri) = uri::of_path(path) {
            report(uri, None, shelved.diagnostics.clone());
        }
    }
    WorkspaceDiagnosticReport { items: reports }
}

/// The same for the same diagnostics.
fn identity(items: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    items.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The diagnostics of a document that has been judged, as many as are shown; the last one says how many more there are.
pub(super) fn of(view: &View<'_>, client: &Client, settings: EditorSettings) -> Vec<Diagnostic> {
    let mut text = Vec::new();
    Shown::default().write(view, client, settings, &mut text);
    serde_json::from_slice(&text).unwrap_or_default()
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

/// A finding as the client shows it.
pub(super) fn of_finding(view: &View<'_>, finding: &Finding, client: &Client) -> Diagnostic {
    let related = finding.related.iter().filter_map(|related| {
        let location = match &related.path {
            None => view.location(related.span),
            Some(path) => place_in(Path::new("/").join(&**path).as_path(), related.span, view)?,
        };
        Some(DiagnosticRelatedInformation { location, message: related.message.clone() })
    });
    let href = REPOSITORY.filter(|address| client.links && !address.is_empty());
    let href = href.and_then(|address| format!("{address}/blob/v{}/rules#{}", env!("CARGO_PKG_VERSION"), finding.code).parse().ok());
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
        code_description: href.map(|href| CodeDescription { href }),
        source: Some("planlint".to_owned()),
        message: finding.message.clone(),
        related_information: (client.related && !finding.related.is_empty()).then(|| related.collect()),
        tags: is_idle.then(|| vec![DiagnosticTag::UNNECESSARY]),
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
