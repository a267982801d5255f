//! `JUnit` XML: a document is a suite, a finding a failed test, a faultless document one passed test.

use super::escape::visible_char;
use super::places::{Places, Sheet};
use super::report::{Report, View};
use crate::finding::Finding;
use std::io::{self, Write};

pub(super) fn write(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"planlint\">")?;
    for (index, file) in report.files.iter().enumerate() {
        let shown: Vec<_> = file.findings.iter().filter(|finding| view.shows(finding)).collect();
        let path = escaped(&file.path);
        let tests = shown.len().max(1);
        writeln!(out, "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{}\" errors=\"0\">", shown.len())?;
        for finding in &shown {
            write_failure(&path, finding, places.judged(index), out)?;
        }
        if shown.is_empty() {
            writeln!(out, "    <testcase name=\"nothing missing\" classname=\"{path}\" time=\"0\"/>")?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    for problem in &report.problems {
        let (path, message) = (escaped(&problem.path), escaped(&problem.message));
        writeln!(out, "  <testsuite name=\"{path}\" tests=\"1\" failures=\"0\" errors=\"1\">")?;
        writeln!(out, "    <testcase name=\"can be read\" classname=\"{path}\" time=\"0\"><error message=\"{message}\"/></testcase>")?;
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

fn write_failure(path: &str, finding: &Finding, sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let at = sheet.position(finding.span.start as usize);
    let (severity, message) = (finding.severity.word(), escaped(&finding.message));
    writeln!(out, "    <testcase name=\"{} {} line {}\" classname=\"{path}\" time=\"0\">", finding.code, finding.name, at.line)?;
    write!(out, "      <failure message=\"{message}\" type=\"{severity}\">{path}:{}:{}", at.line, at.column)?;
    if let Some(help) = &finding.help {
        write!(out, " {}", escaped(help))?;
    }
    writeln!(out, "</failure>\n    </testcase>")
}

/// As text and as an attribute alike. Most control characters may not stand in XML at all.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' => safe.push_str("&#10;"),
            '\r' => safe.push_str("&#13;"),
            '\t' => safe.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => safe.push('�'),
            c => safe.push(visible_char(c)),
        }
    }
    safe
}
