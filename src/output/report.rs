//! What there is to write down: the documents judged, their findings, and how much of it the reader wants to see.
//! Filled by whoever judges; the formats only read it. Findings in here are final: selected, ignored, suppressed and baselined ones are gone.

use crate::finding::{Applicability, Class, Confidence, Finding, Severity};
use jiff::civil::Date;
use std::sync::Arc;

/// The outcome of one run.
#[derive(Clone, Debug)]
pub struct Report {
    /// The day the documents were judged against.
    pub today: Date,
    /// Every document judged, also the faultless ones, sorted by path.
    pub files: Vec<Judged>,
    /// Documents that were not judged but are spoken of (`related` and edits of findings): a place in a document
    /// that is in neither list is told as its first character.
    pub others: Vec<Document>,
    /// What could not be read, sorted by path.
    pub problems: Vec<Problem>,
}

/// A document with what was found in it.
#[derive(Clone, Debug)]
pub struct Judged {
    /// As it is shown: relative where possible, `/` between folders, no leading `./`.
    pub path: String,
    /// As it is stored, byte order mark included.
    pub text: Arc<str>,
    /// Sorted by line, column, code.
    pub findings: Vec<Finding>,
}

/// A document whose text is needed to tell lines and columns.
#[derive(Clone, Debug)]
pub struct Document {
    /// As in [`Judged::path`].
    pub path: String,
    /// As it is stored, byte order mark included.
    pub text: Arc<str>,
}

/// A file that could not be judged.
#[derive(Clone, Debug)]
pub struct Problem {
    /// As in [`Judged::path`].
    pub path: String,
    /// Why, and what to do.
    pub message: String,
}

/// How much of a report is shown, and on what. Hiding never changes what is counted.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Lighter findings are hidden.
    pub min_severity: Severity,
    /// Less certain findings are hidden.
    pub min_confidence: Confidence,
    /// Whether the reader sees ANSI colours.
    pub colour: bool,
    /// Columns of the terminal; `None` when there is none.
    pub width: Option<usize>,
    /// Whether the human format ends in a summary.
    pub summary: bool,
}

impl Default for View {
    fn default() -> Self {
        Self { min_severity: Severity::Info, min_confidence: Confidence::Low, colour: false, width: None, summary: true }
    }
}

impl View {
    /// Whether the reader gets to see `finding`.
    pub fn shows(&self, finding: &Finding) -> bool {
        finding.severity >= self.min_severity && finding.confidence >= self.min_confidence
    }
}

/// What a report tells about a rule besides its findings.
#[derive(Clone, Debug)]
pub struct RuleFacts {
    /// Such as `A101`.
    pub code: Arc<str>,
    /// Such as `unassigned-action`.
    pub name: Arc<str>,
    /// One sentence.
    pub summary: String,
    /// Before configuration and lifecycle.
    pub severity: Severity,
    /// What kind of fault it looks for.
    pub class: Class,
    /// The rule's page, in Markdown.
    pub help: String,
    /// Where the page can be opened; `None` when it is published nowhere.
    pub help_uri: Option<String>,
}

/// Findings counted, shown or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// By severity, in the order of [`Severity`]: hints, infos, warnings, errors.
    pub by_severity: [usize; 4],
    /// With a fix that `--fix` applies.
    pub fixable: usize,
    /// With a fix that `--fix --scaffold` applies.
    pub scaffoldable: usize,
    /// Documents with at least one finding.
    pub files: usize,
}

impl Counts {
    /// Counts the findings of `report` that `wanted` lets through.
    pub fn of(report: &Report, wanted: impl Fn(&Finding) -> bool) -> Self {
        let mut counts = Self::default();
        for file in &report.files {
            let before = counts.total();
            for finding in file.findings.iter().filter(|finding| wanted(finding)) {
                counts.by_severity[finding.severity as usize] += 1;
                counts.fixable += usize::from(offers(finding, Applicability::Safe));
                counts.scaffoldable += usize::from(offers(finding, Applicability::Scaffold));
            }
            counts.files += usize::from(counts.total() > before);
        }
        counts
    }

    /// Findings of this weight.
    pub fn with(&self, severity: Severity) -> usize {
        self.by_severity[severity as usize]
    }

    /// All findings.
    pub fn total(&self) -> usize {
        self.by_severity.iter().sum()
    }
}

/// Whether a fix of this applicability comes with `finding`.
pub(super) fn offers(finding: &Finding, applicability: Applicability) -> bool {
    finding.fixes.iter().any(|fix| fix.applicability == applicability)
}
