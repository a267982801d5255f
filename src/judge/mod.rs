//! The pipeline in one place: a document, its neighbours, the settings in force -> findings, after profile, lifecycle, configuration
//! and suppression. The command line and the editor both come here, so that they say the same.

pub mod example;
mod profile;
mod readings;
mod run;
mod rulebook;
mod settings;
pub mod silence;
mod unread;
mod wording;

pub use profile::Profile;
pub use readings::readings;
pub use rulebook::Rulebook;
pub use settings::{Armed, Choice, Settings, names};
pub use unread::too_large;

use crate::config::Level;
use crate::dialect::concept::{HeadKey, Kind, Lifecycle};
use crate::dialect::name::Names;
use crate::finding::{Class, Confidence, Finding, Related, Severity};
use crate::plan::{Document, Source};
use crate::rules::draft::Draft;
use crate::rules::{Check, Neighbours, Scene};
use crate::text::Span;
use crate::workspace::Index;
use silence::Silences;
use std::path::Path;
use std::sync::Arc;

/// Reads and judges the text of the document at `file` (absolute) among the documents of `index`. Findings come sorted by place and code.
pub fn judge_text(text: &str, file: &Path, settings: &Settings, index: &Index) -> Vec<Finding> {
    let document = Document::read(text, &settings.origin(file), &settings.manner());
    let source = Source::Whole(text);
    judge(&document, source, &settings.config.path_of(file), settings, &index.around(file, &document, source))
}

/// Judges a document at `path` (as the configuration's globs see it). Findings come sorted by place and code.
pub fn judge(document: &Document, source: Source<'_>, path: &str, settings: &Settings, neighbours: &dyn Neighbours) -> Vec<Finding> {
    let running: Vec<usize> = (0..settings.rules.len()).filter(|&rule| runs(document, path, settings, rule)).collect();
    let names = people(document, settings);
    let listed = listed(document, settings);
    let is_running = |code: &str| running.iter().any(|&rule| settings.rules[rule].page.code == code);
    let scene = Scene {
        document,
        source,
        vocabulary: &settings.vocabulary,
        today: settings.today,
        order: settings.order(),
        days_only: settings.days_only(),
        allow_ongoing: settings.config.dates.allow_ongoing,
        names: &names,
        people: &listed,
        organisation: settings.config.organisation.as_deref(),
        neighbours,
        running: &is_running,
        rule_names: &settings.rule_names,
        has_own_patterns: running.iter().any(|&rule| settings.rules[rule].page.check.is_own_pattern()),
    };
    let drafts = run::drafts(&scene, source, settings, &running);
    let mut silences = Silences::of(document, source, settings.today);
    let mut findings: Vec<Finding> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let page = &settings.rules[draft.rule].page;
        if page.check.is_about_judging() || !silences.cover(page, &draft) {
            findings.push(finding(draft, document, path, settings));
        }
    }
    let unused = silence::unused(&mut silences, document, settings, &running);
    findings.extend(unused.into_iter().map(|draft| finding(draft, document, path, settings)));
    findings.sort_by(|one, other| (one.span.start, &one.code, one.span.end).cmp(&(other.span.start, &other.code, other.span.end)));
    if let Some(first) = findings.get(MOST_FINDINGS) {
        let cut = limit(first.span, settings);
        findings.truncate(MOST_FINDINGS);
        findings.extend(cut.map(|draft| finding(draft, document, path, settings)));
    }
    findings
}

/// More findings than this in one document are not shown.
const MOST_FINDINGS: usize = 10_000;

/// The draft that says that no finding from `at` on is shown.
fn limit(at: Span, settings: &Settings) -> Option<Draft> {
    let rule = settings.rules.iter().position(|armed| matches!(armed.page.check, Check::NotReadToTheEnd))?;
    let mut draft = Draft::at(Span::empty(at.start as usize)).saying("findings").with("total", MOST_FINDINGS);
    draft.rule = rule;
    Some(draft)
}

/// Whether a rule runs on a document: by profile, lifecycle and configuration.
fn runs(document: &Document, path: &str, settings: &Settings, rule: usize) -> bool {
    let armed = &settings.rules[rule];
    let configured = settings.config.severity(&armed.page.code, path);
    if armed.page.check.is_about_judging() {
        return true;
    }
    if !settings.runs(armed, document.kind, path) {
        return false;
    }
    let class = armed.page.class;
    let closed = document.is_closed() && class != Class::Correctness;
    // A form to fill in is judged for its form alone.
    let form = document.template && class != Class::Correctness;
    !(closed || form) || configured.is_some()
}

/// The people that the document and the configuration list.
fn listed(document: &Document, settings: &Settings) -> Vec<String> {
    let own = document.head(HeadKey::People).into_iter().flat_map(|value| &value.items).map(|(_, person)| person.clone());
    own.chain(settings.config.people.iter().cloned()).collect()
}

/// Everybody the document knows.
fn people(document: &Document, settings: &Settings) -> Names {
    let mut names = document.head.people();
    for person in &settings.config.people {
        names.add(person);
    }
    for chunk in &document.chunks {
        for person in &chunk.plan.people {
            names.add(person);
        }
    }
    names
}

fn finding(draft: Draft, document: &Document, path: &str, settings: &Settings) -> Finding {
    let page = &settings.rules[draft.rule].page;
    let recognised = settings.profile.is_presence(&page.code) && !document.kind_stated;
    Finding {
        severity: severity(&draft, document, path, settings),
        code: Arc::from(page.code.as_str()),
        name: Arc::from(page.name.as_str()),
        class: page.class,
        confidence: if recognised { Confidence::Low } else { draft.confidence },
        message: wording::message(page, &draft),
        help: page.help.clone(),
        span: draft.span,
        related: draft.related.into_iter().map(|related| Related { path: related.path.map(Arc::from), span: related.span, message: related.message }).collect(),
        fixes: Vec::new(),
    }
}

/// The page's severity for the variant; the profile's for the kind; at most info where the kind is only recognised; stepped by the
/// lifecycle. What configuration sets is final.
fn severity(draft: &Draft, document: &Document, path: &str, settings: &Settings) -> Severity {
    let page = &settings.rules[draft.rule].page;
    match settings.config.severity(&page.code, path) {
        Some(Level::Hint) => return Severity::Hint,
        Some(Level::Info) => return Severity::Info,
        Some(Level::Warning) => return Severity::Warning,
        Some(Level::Error) => return Severity::Error,
        Some(Level::Off) | None => {}
    }
    let own = page.severity.get(draft.weight).or_else(|| page.severity.get("default")).copied().unwrap_or(Severity::Info);
    let mut severity = settings.profile.severity(&page.code, document.kind).unwrap_or(own);
    if settings.profile.is_presence(&page.code) && !document.kind_stated && document.kind != Kind::Notes {
        severity = severity.min(Severity::Info);
    }
    match (page.class, document.lifecycle) {
        (Class::Completeness, Lifecycle::Draft) => severity.lowered(),
        (Class::Completeness, Lifecycle::Approved) => severity.raised(),
        _ => severity,
    }
}
