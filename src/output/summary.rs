//! The end of a report in plain words: how much was found, what can be mended by itself, what is hidden and how to see it.

use super::ink::{DIM, GREEN, colour_of, painted};
use super::report::{Counts, Report, View};
use crate::finding::{Confidence, Severity};
use std::io::{self, Write};

pub(super) fn write(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let all = Counts::of(report, |_| true);
    if all.total() == 0 {
        write_praise(report, view, out)?;
    } else {
        write_counts(&all, report.files.len(), view, out)?;
        write_fixes(&all, out)?;
        write_hidden(report, view, out)?;
    }
    match report.problems.len() {
        0 => Ok(()),
        n => writeln!(out, "Not everything could be done: {}.", counted(n, "problem")),
    }
}

fn write_praise(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    match report.files.len() {
        0 => Ok(()),
        1 => writeln!(out, "{} Nothing is missing in this document.", painted("All good.", GREEN, view.colour)),
        n => writeln!(out, "{} Nothing is missing in {}.", painted("All good.", GREEN, view.colour), counted(n, "document")),
    }
}

fn write_counts(all: &Counts, checked: usize, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let by_weight = [Severity::Error, Severity::Warning, Severity::Info, Severity::Hint];
    let found: Vec<String> = by_weight
        .into_iter()
        .filter(|severity| all.with(*severity) > 0)
        .map(|severity| painted(&counted(all.with(severity), severity.word()), colour_of(severity), view.colour))
        .collect();
    let place = if checked == 1 {
        "1 document".to_owned()
    } else if all.files == checked {
        format!("all {checked} documents")
    } else {
        format!("{} of {checked} documents", all.files)
    };
    writeln!(out, "Found {} in {place}.", listed(&found))
}

fn write_fixes(all: &Counts, out: &mut dyn Write) -> io::Result<()> {
    let can = |n, verb: &str, option| format!("{n} can be {verb} with {option}");
    match (all.fixable, all.scaffoldable) {
        (0, 0) => Ok(()),
        (safe, 0) => writeln!(out, "{}.", can(safe, "mended", "--fix")),
        (0, scaffold) => writeln!(out, "{}.", can(scaffold, "prepared for you to fill in", "--fix --scaffold")),
        (safe, scaffold) => {
            writeln!(out, "{}, {}.", can(safe, "mended", "--fix"), can(scaffold, "prepared for you to fill in", "--fix --scaffold"))
        }
    }
}

fn write_hidden(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let light = Counts::of(report, |finding| finding.severity < view.min_severity).total();
    if light > 0 {
        let lightest = Severity::word(if Counts::of(report, |_| true).with(Severity::Hint) > 0 { Severity::Hint } else { Severity::Info });
        let line = format!("{light} not shown: see {} with --min-severity {lightest}.", them(light));
        writeln!(out, "{}", painted(&line, DIM, view.colour))?;
    }
    let unsure = Counts::of(report, |finding| finding.severity >= view.min_severity && !view.shows(finding)).total();
    if unsure > 0 {
        let line = format!("{unsure} less certain not shown: see {} with --min-confidence {}.", them(unsure), Confidence::Low.word());
        writeln!(out, "{}", painted(&line, DIM, view.colour))?;
    }
    Ok(())
}

fn them(n: usize) -> &'static str {
    if n == 1 { "it" } else { "them" }
}

/// "1 warning", "3 warnings".
pub(super) fn counted(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

/// "a", "a and b", "a, b and c".
fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
