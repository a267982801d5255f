//! The findings as data for other programs: `json` (one document) and `jsonl` (one finding a line).
//! The shape is a contract, published by [`findings_schema`]; findings are written as they are met, never collected.

use super::layout;
use super::places::{Places, Range, Sheet};
use super::report::{Counts, Report, View};
use crate::finding::{Applicability, Class, Confidence, Finding, Severity};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::io::{self, Write};

/// Name and version of the shape. Raised when a reader of the old shape would be wrong.
const SCHEMA: &str = "planlint-findings/1";

/// The JSON schema of `--format json`.
pub fn findings_schema() -> schemars::Schema {
    schemars::schema_for!(FindingsFile)
}

pub(super) fn write(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    let counts = Counts::of(report, |_| true);
    let file = FindingsFile {
        schema: SCHEMA,
        today: report.today.to_string(),
        files_checked: report.files.len(),
        findings: Shown { report, view, places: &places },
        problems: report.problems.iter().map(|problem| ProblemRecord { path: &problem.path, message: &problem.message }).collect(),
        summary: SummaryRecord {
            error: counts.with(Severity::Error),
            warning: counts.with(Severity::Warning),
            info: counts.with(Severity::Info),
            hint: counts.with(Severity::Hint),
            fixable: counts.fixable,
            scaffoldable: counts.scaffoldable,
        },
    };
    layout::write(&file, 2, out)
}

pub(super) fn write_lines(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    Shown { report, view, places: &places }.records().try_for_each(|record| layout::write(&record, 0, out))
}

/// What planlint found.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "planlint findings")]
struct FindingsFile<'a> {
    /// Name and version of this shape.
    #[schemars(extend("const" = SCHEMA))]
    schema: &'a str,
    /// The day the documents were judged against.
    #[schemars(extend("format" = "date"))]
    today: String,
    /// Documents judged.
    files_checked: usize,
    /// The findings shown, by path, line, column and code.
    #[schemars(with = "Vec<FindingRecord>")]
    findings: Shown<'a>,
    /// Files that could not be read.
    problems: Vec<ProblemRecord<'a>>,
    /// All findings counted, shown or not.
    summary: SummaryRecord,
}

/// One thing that is missing or wrong.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct FindingRecord<'a> {
    /// Code of the rule.
    code: &'a str,
    /// Name of the rule.
    name: &'a str,
    severity: Severity,
    class: Class,
    confidence: Confidence,
    /// The fact.
    message: &'a str,
    /// What to do about it.
    help: Option<&'a str>,
    path: &'a str,
    range: Range,
    /// Other places that belong to it.
    related: Vec<RelatedRecord<'a>>,
    /// Ways to mend it, the best first.
    fixes: Vec<FixRecord<'a>>,
}

/// Another place a finding speaks of.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Related")]
struct RelatedRecord<'a> {
    path: &'a str,
    range: Range,
    /// What is there.
    message: &'a str,
}

/// One way to mend a finding.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Fix")]
struct FixRecord<'a> {
    title: &'a str,
    applicability: Applicability,
    edits: Vec<EditRecord<'a>>,
}

/// Replaces the range by the text.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Edit")]
struct EditRecord<'a> {
    path: &'a str,
    range: Range,
    text: &'a str,
}

/// A file that could not be judged.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
struct ProblemRecord<'a> {
    path: &'a str,
    message: &'a str,
}

/// Counts.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Summary")]
struct SummaryRecord {
    error: usize,
    warning: usize,
    info: usize,
    hint: usize,
    /// Findings with a safe fix.
    fixable: usize,
    /// Findings with a fix that inserts structure with a placeholder.
    scaffoldable: usize,
}

/// The findings a view shows, made into records one by one.
struct Shown<'a> {
    report: &'a Report,
    view: &'a View,
    places: &'a Places<'a>,
}

impl<'a> Shown<'a> {
    fn records(&self) -> impl Iterator<Item = FindingRecord<'a>> {
        let Self { report, view, places } = *self;
        report.files.iter().enumerate().flat_map(move |(index, file)| {
            let shown = file.findings.iter().filter(|finding| view.shows(finding));
            shown.map(move |finding| FindingRecord::new(finding, places.judged(index), places))
        })
    }
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.records())
    }
}

impl<'a> FindingRecord<'a> {
    fn new(finding: &'a Finding, sheet: &'a Sheet<'a>, places: &'a Places<'a>) -> Self {
        let related = finding.related.iter().map(|related| {
            let (path, range) = places.locate(related.path.as_deref(), related.span, sheet);
            RelatedRecord { path, range, message: &related.message }
        });
        let fixes = finding.fixes.iter().map(|fix| {
            let edits = fix.edits.iter().map(|edit| {
                let (path, range) = places.locate(edit.path.as_deref(), edit.span, sheet);
                EditRecord { path, range, text: &edit.text }
            });
            FixRecord { title: &fix.title, applicability: fix.applicability, edits: edits.collect() }
        });
        Self {
            code: &finding.code,
            name: &finding.name,
            severity: finding.severity,
            class: finding.class,
            confidence: finding.confidence,
            message: &finding.message,
            help: finding.help.as_deref(),
            path: sheet.path,
            range: sheet.range(finding.span),
            related: related.collect(),
            fixes: fixes.collect(),
        }
    }
}
