//! SARIF 2.1.0: findings, rules and fixes for code scanning services and SARIF viewers.
//! Columns are told in Unicode scalar values, which `columnKind` declares. The result list is written as it is met, never collected.

use super::escape::visible;
use super::fingerprint::Fingerprints;
use super::layout;
use super::places::{Places, Range, Sheet};
use super::report::{Report, RuleFacts, View};
use crate::finding::{Finding, Severity};
use crate::text::Span;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{self, Write};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn write(report: &Report, view: &View, rules: &[RuleFacts], out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    let rule_index = rules.iter().enumerate().map(|(index, rule)| (&*rule.code, index)).collect();
    let results = Results { report, view, places: &places, rule_index, fingerprints: RefCell::default() };
    let run = Run { tool: tool(rules), invocations: [invocation(report)], column_kind: "unicodeCodePoints", results };
    layout::write(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] }, 4, out)
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Value,
    invocations: [Value; 1],
    column_kind: &'a str,
    results: Results<'a>,
}

fn tool(rules: &[RuleFacts]) -> Value {
    let mut driver = json!({
        "name": "planlint",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules.iter().map(rule).collect::<Vec<_>>(),
    });
    if !env!("CARGO_PKG_REPOSITORY").is_empty() {
        driver["informationUri"] = env!("CARGO_PKG_REPOSITORY").into();
    }
    json!({ "driver": driver })
}

fn rule(facts: &RuleFacts) -> Value {
    let mut rule = json!({
        "id": &*facts.code,
        "name": &*facts.name,
        "shortDescription": { "text": facts.summary },
        "help": { "text": facts.help, "markdown": facts.help },
        "defaultConfiguration": { "level": level(facts.severity) },
        "properties": { "tags": [facts.class.word()] },
    });
    if let Some(uri) = &facts.help_uri {
        rule["helpUri"] = uri.as_str().into();
    }
    rule
}

fn invocation(report: &Report) -> Value {
    let notifications = report.problems.iter().map(|problem| {
        json!({
            "level": "error",
            "message": { "text": visible(&problem.message) },
            "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(&problem.path) } } }],
        })
    });
    json!({
        "executionSuccessful": report.problems.is_empty(),
        "toolExecutionNotifications": notifications.collect::<Vec<_>>(),
        "properties": { "today": report.today.to_string() },
    })
}

/// The findings a view shows, made into results one by one.
struct Results<'a> {
    report: &'a Report,
    view: &'a View,
    places: &'a Places<'a>,
    rule_index: HashMap<&'a str, usize>,
    fingerprints: RefCell<Fingerprints>,
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let files = self.report.files.iter().enumerate();
        serializer.collect_seq(files.flat_map(|(index, file)| {
            let shown = file.findings.iter().filter(|finding| self.view.shows(finding));
            shown.map(move |finding| self.result(finding, self.places.judged(index)))
        }))
    }
}

impl<'a> Results<'a> {
    fn result(&self, finding: &'a Finding, sheet: &'a Sheet<'a>) -> Value {
        let mut result = json!({
            "ruleId": &*finding.code,
            "level": level(finding.severity),
            "message": { "text": message(finding) },
            "locations": [self.location(None, finding.span, sheet)],
            "partialFingerprints": { "planlint/v1": self.fingerprints.borrow_mut().of(finding, sheet) },
            "properties": { "name": &*finding.name, "severity": finding.severity, "class": finding.class, "confidence": finding.confidence },
        });
        if let Some(index) = self.rule_index.get(&*finding.code) {
            result["ruleIndex"] = (*index).into();
        }
        if !finding.related.is_empty() {
            result["relatedLocations"] = self.related(finding, sheet).into();
        }
        if !finding.fixes.is_empty() {
            result["fixes"] = self.fixes(finding, sheet).into();
        }
        result
    }

    fn location(&self, path: Option<&'a str>, span: Span, sheet: &'a Sheet<'a>) -> Value {
        let (path, range) = self.places.locate(path, span, sheet);
        json!({ "physicalLocation": { "artifactLocation": { "uri": uri(path) }, "region": region(range) } })
    }

    fn related(&self, finding: &'a Finding, sheet: &'a Sheet<'a>) -> Vec<Value> {
        let located = finding.related.iter().enumerate().map(|(id, related)| {
            let mut location = self.location(related.path.as_deref(), related.span, sheet);
            location["id"] = id.into();
            location["message"] = json!({ "text": visible(&related.message) });
            location
        });
        located.collect()
    }

    /// SARIF wants the edits of a fix grouped by document.
    fn fixes(&self, finding: &'a Finding, sheet: &'a Sheet<'a>) -> Vec<Value> {
        let fixes = finding.fixes.iter().filter(|fix| !fix.edits.is_empty()).map(|fix| {
            let mut changes: Vec<(&str, Vec<Value>)> = Vec::new();
            for edit in &fix.edits {
                let (path, range) = self.places.locate(edit.path.as_deref(), edit.span, sheet);
                let replacement = json!({ "deletedRegion": region(range), "insertedContent": { "text": edit.text } });
                match changes.iter_mut().find(|(changed, _)| *changed == path) {
                    Some((_, replacements)) => replacements.push(replacement),
                    None => changes.push((path, vec![replacement])),
                }
            }
            let changes = changes.into_iter().map(|(path, replacements)| {
                json!({ "artifactLocation": { "uri": uri(path) }, "replacements": replacements })
            });
            json!({
                "description": { "text": visible(&fix.title) },
                "artifactChanges": changes.collect::<Vec<_>>(),
                "properties": { "applicability": fix.applicability },
            })
        });
        fixes.collect()
    }
}

fn region(Range { start, end }: Range) -> Value {
    json!({ "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column })
}

fn message(finding: &Finding) -> String {
    match &finding.help {
        Some(help) => format!("{}\n{}", visible(&finding.message), visible(help)),
        None => visible(&finding.message).into_owned(),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "note",
    }
}

/// A path as a relative or `file:` reference.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte as char),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
