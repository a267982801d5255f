//! One line per finding: `path:line:column: severity[CODE] message`. For terminals, editors' problem matchers and `grep`.

use super::escape::visible;
use super::places::Places;
use super::report::{Report, View};
use std::io::{self, Write};

pub(super) fn write(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    for (index, file) in report.files.iter().enumerate() {
        let path = visible(&file.path);
        let sheet = places.judged(index);
        for finding in file.findings.iter().filter(|finding| view.shows(finding)) {
            let at = sheet.position(finding.span.start as usize);
            let (severity, message) = (finding.severity.word(), visible(&finding.message));
            writeln!(out, "{path}:{}:{}: {severity}[{}] {message}", at.line, at.column, finding.code)?;
        }
    }
    Ok(())
}
