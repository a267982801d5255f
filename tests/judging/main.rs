//! From a text to findings: what comments silence, where judging stops, and what a writer's own pages may ask for.

mod limits;
mod minutes;
mod own_pages;
mod precedence;
mod silence;
mod weight;

use jiff::civil::date;
use planlint::config::Config;
use planlint::finding::Finding;
use planlint::judge::{Choice, Settings, judge};
use planlint::plan::{Document, Origin, Source};
use planlint::rules::{Alone, Catalogue};
use std::path::Path;
use std::sync::Arc;

/// What the rules of `catalogue` that `select` names find in `text`; all of them when it names none.
fn judged(text: &str, catalogue: &Catalogue, select: &[&str]) -> Vec<Finding> {
    judged_at("plan.md", text, catalogue, select)
}

/// The same in `text` that lies at `path`.
fn judged_at(path: &str, text: &str, catalogue: &Catalogue, select: &[&str]) -> Vec<Finding> {
    let choice = Choice { select: select.iter().map(|&name| name.to_owned()).collect(), ignore: Vec::new() };
    let settings = Settings::new(Arc::new(Config::built_in(Path::new("/"))), catalogue, &choice, date(2026, 2, 1));
    let document = Document::read(text, &Origin::of_path(path, &settings.vocabulary), &settings.manner());
    judge(&document, Source::Whole(text), path, &settings, &Alone)
}

/// Each finding as its code and the words it sits on.
fn told(text: &str, findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {}", finding.code, finding.span.of(text))).collect()
}
