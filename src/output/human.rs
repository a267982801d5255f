//! Findings for people: each under its source line, with what to do about it, and a summary in plain words at the end.
//! The only file that asks codespan-reporting to draw.

use super::escape::visible;
use super::excerpt::{Excerpt, Excerpts};
use super::ink::{CYAN, Ink, painted};
use super::places::{Places, Sheet};
use super::report::{Report, View};
use super::summary;
use crate::finding::{Applicability, Finding, Related, Severity};
use codespan_reporting::diagnostic::{Diagnostic, Label, Severity as Drawn};
use codespan_reporting::files::Error;
use codespan_reporting::term::{Config, emit_to_write_style};
use std::io::{self, Write};

/// Columns to draw in when there is no terminal.
const PAGE: usize = 120;
/// Columns a line is drawn in however narrow the terminal is.
const NARROWEST: usize = 40;
/// Other places drawn with a finding; the rest is counted.
const PLACES: usize = 4;

pub(super) fn write(report: &Report, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::new(report);
    let config = Config { start_context_lines: 1, end_context_lines: 1, ..Config::default() };
    for (index, file) in report.files.iter().enumerate() {
        let sheet = places.judged(index);
        for finding in file.findings.iter().filter(|finding| view.shows(finding)) {
            draw(finding, sheet, &places, view, &config, out)?;
        }
    }
    if view.summary { summary::write(report, view, out) } else { Ok(()) }
}

fn draw<'s>(
    finding: &'s Finding,
    sheet: &'s Sheet<'s>,
    places: &'s Places<'s>,
    view: &View,
    config: &Config,
    out: &mut dyn Write,
) -> io::Result<()> {
    let head = format!("{}[{}] {}", finding.severity.word(), finding.code, finding.name);
    let (excerpts, labels, mut notes) = labelled(finding, sheet, places, view);
    notes.extend(advice(finding, view));
    let diagnostic = Diagnostic::new(drawn(finding.severity)).with_message(visible(&finding.message)).with_labels(labels).with_notes(notes);
    let mut ink = Ink::new(out, finding.severity, &head, view.colour);
    emit_to_write_style(&mut ink, config, &excerpts, &diagnostic).map_err(|error| match error {
        Error::Io(error) => error,
        other => io::Error::other(other),
    })
}

/// The lines to draw and the labels on them; what cannot be drawn is said in notes.
fn labelled<'s>(
    finding: &'s Finding,
    sheet: &'s Sheet<'s>,
    places: &'s Places<'s>,
    view: &View,
) -> (Excerpts<'s>, Vec<Label<usize>>, Vec<String>) {
    let gutter = 4 + digits(sheet.position(sheet.text.len()).line);
    let width = view.width.unwrap_or(PAGE).max(NARROWEST) - gutter.min(NARROWEST / 2);
    let mut own = Excerpt::new(sheet, width);
    let mut labels: Vec<_> = own.mark(finding.span).map(|range| Label::primary(0, range)).into_iter().collect();
    let mut excerpts = vec![own];
    let mut notes = Vec::new();

    for related in finding.related.iter().take(PLACES) {
        let Some(there) = places.resolve(related.path.as_deref(), sheet) else {
            notes.push(elsewhere(related, None));
            continue;
        };
        let id = excerpts.iter().position(|excerpt| std::ptr::eq(excerpt.sheet(), there)).unwrap_or_else(|| {
            excerpts.push(Excerpt::new(there, width));
            excerpts.len() - 1
        });
        match excerpts[id].mark(related.span) {
            Some(range) => labels.push(Label::secondary(id, range).with_message(visible(&related.message))),
            None => notes.push(elsewhere(related, Some(there))),
        }
    }
    let more = finding.related.len().saturating_sub(PLACES);
    if more > 0 {
        notes.push(format!("and {more} more {}", if more == 1 { "place" } else { "places" }));
    }
    excerpts.iter_mut().for_each(Excerpt::fill_gaps);
    (Excerpts(excerpts), labels, notes)
}

/// Says in words what is at a place that is not drawn.
fn elsewhere(related: &Related, there: Option<&Sheet>) -> String {
    let message = visible(&related.message);
    match there {
        Some(sheet) => {
            let at = sheet.position(related.span.start as usize);
            format!("{}:{}:{}: {message}", visible(sheet.path), at.line, at.column)
        }
        None => format!("{}: {message}", visible(related.path.as_deref().unwrap_or_default())),
    }
}

/// What to do, and which command does it.
fn advice(finding: &Finding, view: &View) -> impl Iterator<Item = String> {
    let help = finding.help.as_deref().map(|help| format!("{} {}", painted("help:", CYAN, view.colour), visible(help)));
    let command = |applicability| match applicability {
        Applicability::Safe => Some("--fix"),
        Applicability::Scaffold => Some("--fix --scaffold"),
        Applicability::Choice => None,
    };
    let fix = finding.fixes.iter().find_map(|fix| Some((fix, command(fix.applicability)?)));
    let fix = fix.map(|(fix, command)| format!("{} {} ({command})", painted("fix:", CYAN, view.colour), visible(&fix.title)));
    help.into_iter().chain(fix)
}

/// Only for codespan's layout: words and colours are ours.
fn drawn(severity: Severity) -> Drawn {
    match severity {
        Severity::Error => Drawn::Error,
        Severity::Warning => Drawn::Warning,
        Severity::Info => Drawn::Note,
        Severity::Hint => Drawn::Help,
    }
}

fn digits(number: u32) -> usize {
    number.checked_ilog10().unwrap_or(0) as usize + 1
}
