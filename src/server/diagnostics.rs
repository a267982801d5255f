//! Findings as diagnostics: pushed with the version they are for, or handed out to a client that asks. Never both to one client.

use super::client::Client;
use super::desk::Desk;
use super::open::Open;
use crate::finding::{Finding, Severity};
use crate::text::Span;
use serde::Serialize;
use tower_lsp::ls_types::{PublishDiagnosticsParams, DocumentDiagnosticParams, DocumentDiagnosticReportResult, DocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport, FullDocumentDiagnosticReport, Diagnostic, Range, Position, Uri, DiagnosticRelatedInformation, Location, DiagnosticSeverity, NumberOrString};

/// As many of a document are shown. Nobody reads more, and every one of them is sent at each keystroke.
const MOST: usize = 1_000;

#[derive(Serialize)]
struct Publish<'p> {
    jsonrpc: &'static str,
    method: &'static str,
    params: &'p PublishDiagnosticsParams,
}

/// Tells the client about every document it does not know the findings of.
pub(super) fn push(desk: &mut Desk) {
    let addresses: Vec<String> =
        desk.documents.iter().filter(|(_, open)| open.published != Some(open.version)).map(|(address, _)| address.clone()).collect();
    for address in addresses {
        let Some(open) = desk.documents.get_mut(&address) else { continue };
        open.published = Some(open.version);
        let diagnostics = of(open, &desk.client);
        send(
            desk,
            &address,
            PublishDiagnosticsParams {
                uri: desk.documents[&address].uri.clone(),
                version: Some(desk.documents[&address].version),
                diagnostics,
            },
        );
    }
}

/// Takes the diagnostics of a document that is no longer open from the client.
pub(super) fn clear(desk: &Desk, open: &Open) {
    send(desk, open.uri.as_str(), PublishDiagnosticsParams { uri: open.uri.clone(), version: None, diagnostics: Vec::new() });
}

fn send(desk: &Desk, address: &str, params: PublishDiagnosticsParams) {
    let message = Publish { jsonrpc: "2.0", method: "textDocument/publishDiagnostics", params: &params };
    if let Ok(message) = serde_json::to_vec(&message) {
        desk.outbox.publish(address, message);
    }
}

/// `textDocument/diagnostic`
pub(super) fn pull(desk: &mut Desk, params: &DocumentDiagnosticParams) -> DocumentDiagnosticReportResult {
    let items = desk.documents.get_mut(params.text_document.uri.as_str()).map(|open| of(open, &desk.client)).unwrap_or_default();
    DocumentDiagnosticReportResult::Report(DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: None, items },
    }))
}

fn of(open: &mut Open, client: &Client) -> Vec<Diagnostic> {
    let _ = open.judged();
    let text = open.text.clone();
    let uri = open.uri.clone();
    let range = |span: Span| {
        let start = text.position(span.start as usize, client.encoding);
        let end = text.position(span.end as usize, client.encoding);
        Range::new(Position::new(start.0, start.1), Position::new(end.0, end.1))
    };
    open.judged().findings().take(MOST).map(|found| diagnostic(&found.to_finding(), &uri, client, &range)).collect()
}

fn diagnostic(finding: &Finding, uri: &Uri, client: &Client, range: &impl Fn(Span) -> Range) -> Diagnostic {
    let related = finding.related.iter().filter(|related| related.path.is_none()).map(|related| DiagnosticRelatedInformation {
        location: Location::new(uri.clone(), range(related.span)),
        message: related.message.clone(),
    });
    Diagnostic {
        range: range(finding.span),
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
            Severity::Info => DiagnosticSeverity::INFORMATION,
            Severity::Hint => DiagnosticSeverity::HINT,
        }),
        code: Some(NumberOrString::String(finding.code.to_string())),
        source: Some("planlint".to_owned()),
        message: finding.message.clone(),
        related_information: (client.related && !finding.related.is_empty()).then(|| related.collect()),
        ..Diagnostic::default()
    }
}
