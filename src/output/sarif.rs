//! SARIF 2.1.0: findings, rules and fixes for code scanning services and SARIF viewers.
//! Columns are told in Unicode scalar values, which `columnKind` declares. Results are written as they are met, never collected.

mod shape;

use super::escape::visible;
use super::fingerprint::Fingerprints;
use super::layout;
use super::places::{Places, Sheet};
use super::report::{Problem, Report, RuleFacts, View};
use crate::finding::{Edit, Finding, Fix, Severity};
use crate::text::Span;
use serde::{Serialize, Serializer};
use shape::{ArtifactChange, ArtifactLocation, Location, PhysicalLocation, Text};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{self, Write};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// Empty while the project has no address of its own.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

pub(super) fn write(report: &Report, view: &View, rules: &[RuleFacts], out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    let rule_index = rules.iter().enumerate().map(|(index, rule)| (&*rule.code, index)).collect();
    let results = Results { report, view, places: &places, rule_index, fingerprints: RefCell::default() };
    let run = Run { tool: tool(rules), invocations: [invocation(report)], column_kind: "unicodeCodePoints", results };
    layout::write(&shape::Log { schema: SCHEMA, version: "2.1.0", runs: [run] }, 4, out)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: shape::Tool<'a>,
    invocations: [shape::Invocation; 1],
    column_kind: &'static str,
    results: Results<'a>,
}

fn tool(rules: &[RuleFacts]) -> shape::Tool<'_> {
    shape::Tool {
        driver: shape::Driver {
            name: "planlint",
            version: env!("CARGO_PKG_VERSION"),
            semantic_version: env!("CARGO_PKG_VERSION"),
            information_uri: Some(REPOSITORY).filter(|address| !address.is_empty()),
            rules: rules.iter().map(rule).collect(),
        },
    }
}

fn rule(facts: &RuleFacts) -> shape::Rule<'_> {
    shape::Rule {
        id: &facts.code,
        name: &facts.name,
        short_description: Text { text: &facts.summary },
        help: shape::Help { text: &facts.help, markdown: &facts.help },
        help_uri: facts.help_uri.as_deref(),
        default_configuration: shape::Configuration { level: level(facts.severity) },
        properties: shape::RuleProperties { tags: [facts.class.word()] },
    }
}

fn invocation(report: &Report) -> shape::Invocation {
    shape::Invocation {
        execution_successful: report.problems.is_empty(),
        tool_execution_notifications: report.problems.iter().map(notification).collect(),
        properties: shape::InvocationProperties { today: report.today.to_string() },
    }
}

fn notification(problem: &Problem) -> shape::Notification {
    let physical_location = PhysicalLocation { artifact_location: artifact(&problem.path), region: None };
    shape::Notification {
        level: "error",
        message: text(&problem.message),
        locations: [Location { id: None, physical_location, message: None }],
    }
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
    fn result(&self, finding: &'a Finding, sheet: &'a Sheet<'a>) -> shape::Result<'a> {
        shape::Result {
            rule_id: &finding.code,
            rule_index: self.rule_index.get(&*finding.code).copied(),
            level: level(finding.severity),
            message: message(finding),
            locations: [self.location(None, finding.span, sheet)],
            related_locations: self.related(finding, sheet),
            partial_fingerprints: shape::PartialFingerprints { planlint: self.fingerprints.borrow_mut().of(finding, sheet) },
            fixes: finding.fixes.iter().filter(|fix| !fix.edits.is_empty()).map(|fix| self.fix(fix, sheet)).collect(),
            properties: shape::ResultProperties {
                name: &finding.name,
                severity: finding.severity,
                class: finding.class,
                confidence: finding.confidence,
            },
        }
    }

    fn location(&self, path: Option<&'a str>, span: Span, sheet: &'a Sheet<'a>) -> Location {
        let (path, range) = self.places.locate(path, span, sheet);
        Location {
            id: None,
            physical_location: PhysicalLocation { artifact_location: artifact(path), region: Some(range.into()) },
            message: None,
        }
    }

    fn related(&self, finding: &'a Finding, sheet: &'a Sheet<'a>) -> Vec<Location> {
        let located = finding.related.iter().enumerate().map(|(id, related)| Location {
            id: Some(id),
            message: Some(text(&related.message)),
            ..self.location(related.path.as_deref(), related.span, sheet)
        });
        located.collect()
    }

    fn fix(&self, fix: &'a Fix, sheet: &'a Sheet<'a>) -> shape::Fix<'a> {
        shape::Fix {
            description: text(&fix.title),
            artifact_changes: self.changes(&fix.edits, sheet),
            properties: shape::FixProperties { applicability: fix.applicability },
        }
    }

    /// SARIF wants edits grouped by document.
    fn changes(&self, edits: &'a [Edit], sheet: &'a Sheet<'a>) -> Vec<ArtifactChange<'a>> {
        let mut changes: Vec<ArtifactChange<'a>> = Vec::new();
        for edit in edits {
            let (path, range) = self.places.locate(edit.path.as_deref(), edit.span, sheet);
            let uri = uri(path);
            let replacement = shape::Replacement { deleted_region: range.into(), inserted_content: Text { text: &edit.text } };
            match changes.iter_mut().find(|change| change.artifact_location.uri == uri) {
                Some(change) => change.replacements.push(replacement),
                None => changes.push(ArtifactChange { artifact_location: ArtifactLocation { uri }, replacements: vec![replacement] }),
            }
        }
        changes
    }
}

fn message(finding: &Finding) -> Text<String> {
    match &finding.help {
        Some(help) => Text { text: format!("{}\n{}", visible(&finding.message), visible(help)) },
        None => text(&finding.message),
    }
}

fn text(raw: &str) -> Text<String> {
    Text { text: visible(raw).into_owned() }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "note",
    }
}

fn artifact(path: &str) -> ArtifactLocation {
    ArtifactLocation { uri: uri(path) }
}

/// A path as a relative or `file:` reference.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => write!(uri, "%{byte:02X}").expect("a string takes all"),
        }
    }
    uri
}
