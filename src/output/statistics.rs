//! `--statistics`: how often each rule spoke, the most frequent first.

use super::escape::visible;
use super::report::{Report, View, offers};
use crate::finding::{Applicability, Finding};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes a table of the findings that `view` shows, counted by rule: number, code, name, how many `--fix` or `--scaffold` mends.
///
/// # Errors
/// What the writer says.
pub fn write_statistics(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    for finding in report.files.iter().flat_map(|file| &file.findings).filter(|finding| view.shows(finding)) {
        rows.entry(&finding.code).or_insert_with(|| Row { name: &finding.name, ..Row::default() }).add(finding);
    }
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by_key(|(code, row)| (std::cmp::Reverse(row.count), *code));

    let counts = rows.iter().map(|(_, row)| row.count.to_string().len()).max().unwrap_or(0);
    let codes = rows.iter().map(|(code, _)| code.len()).max().unwrap_or(0);
    let names = rows.iter().map(|(_, row)| row.name.len()).max().unwrap_or(0);
    for (code, row) in &rows {
        let line = format!("{:>counts$}  {code:codes$}  {:names$}  {}", row.count, visible(row.name), row.fixes());
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

#[derive(Default)]
struct Row<'a> {
    name: &'a str,
    count: usize,
    fixable: usize,
    scaffoldable: usize,
}

impl Row<'_> {
    fn add(&mut self, finding: &Finding) {
        self.count += 1;
        self.fixable += usize::from(offers(finding, Applicability::Safe));
        self.scaffoldable += usize::from(offers(finding, Applicability::Scaffold));
    }

    fn fixes(&self) -> String {
        let parts = [(self.fixable, "--fix"), (self.scaffoldable, "--fix --scaffold")];
        let told: Vec<_> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, option)| format!("{n} by {option}")).collect();
        told.join(", ")
    }
}
