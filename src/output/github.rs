//! Workflow commands that GitHub turns into annotations beside the lines of a pull request.
//! A document cannot smuggle in a command of its own: everything quoted is escaped by GitHub's rules.

use super::escape::visible_char;
use super::places::{Places, Range};
use super::report::{Report, View};
use crate::finding::{Finding, Severity};
use std::io::{self, Write};

pub(super) fn write(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    for (index, file) in report.files.iter().enumerate() {
        for finding in file.findings.iter().filter(|finding| view.shows(finding)) {
            annotate(&file.path, places.judged(index).range(finding.span), finding, out)?;
        }
    }
    for problem in &report.problems {
        writeln!(out, "::error file={},title=planlint::{}", property(&problem.path), data(&problem.message))?;
    }
    Ok(())
}

fn annotate(path: &str, Range { start, end }: Range, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "notice",
    };
    write!(out, "::{command} file={},line={},endLine={}", property(path), start.line, end.line)?;
    // GitHub refuses columns on an annotation of several lines.
    if start.line == end.line {
        write!(out, ",col={},endColumn={}", start.column, end.column)?;
    }
    let title = format!("{} {}", finding.code, finding.name);
    write!(out, ",title={}::{}", property(&title), data(&finding.message))?;
    if let Some(help) = &finding.help {
        write!(out, "%0A{}", data(help))?;
    }
    writeln!(out)
}

/// Escaped as the text behind `::`.
fn data(text: &str) -> String {
    escaped(text, "")
}

/// Escaped as the value of a property, where `:` and `,` mean something too.
fn property(text: &str) -> String {
    escaped(text, ":,")
}

fn escaped(text: &str, special: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' => safe.push_str("%25"),
            '\r' => safe.push_str("%0D"),
            '\n' => safe.push_str("%0A"),
            ':' if special.contains(':') => safe.push_str("%3A"),
            ',' if special.contains(',') => safe.push_str("%2C"),
            c => safe.push(visible_char(c)),
        }
    }
    safe
}
