//! GitLab's code quality report: one array, one object per finding.

use super::escape::visible;
use super::fingerprint::Fingerprints;
use super::layout;
use super::places::Places;
use super::report::{Report, View};
use crate::finding::Severity;
use serde::Serialize;
use std::io::{self, Write};

pub(super) fn write(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    let mut fingerprints = Fingerprints::default();
    let mut issues = Vec::new();
    for (index, file) in report.files.iter().enumerate() {
        let sheet = places.judged(index);
        for finding in file.findings.iter().filter(|finding| view.shows(finding)) {
            let range = sheet.range(finding.span);
            issues.push(Issue {
                description: format!("{}: {}", finding.code, visible(&finding.message)),
                check_name: &finding.name,
                fingerprint: fingerprints.of(finding, sheet),
                severity: match finding.severity {
                    Severity::Error => "critical",
                    Severity::Warning => "major",
                    Severity::Info => "minor",
                    Severity::Hint => "info",
                },
                location: Location { path: &file.path, lines: Lines { begin: range.start.line, end: range.end.line } },
            });
        }
    }
    layout::write(&issues, 1, out)
}

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}
