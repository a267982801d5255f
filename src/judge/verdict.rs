//! A draft to a finding: worded, and weighed by profile, lifecycle and configuration.

use super::settings::Settings;
use super::wording::Wording;
use crate::config::Level;
use crate::dialect::concept::{Kind, Lifecycle};
use crate::finding::{Class, Confidence, Finding, Related, Severity};
use crate::plan::Document;
use crate::rules::draft::{Draft, DraftRelated};
use std::sync::Arc;

/// The finding that `draft` becomes in `document` at `path`.
pub(super) fn finding(draft: Draft, document: &Document, path: &str, settings: &Settings) -> Finding {
    let page = &settings.rules[draft.rule].page;
    let wording = Wording::of(document.language, settings);
    let told = |related: DraftRelated, words: &_| Related {
        path: related.path.map(Arc::from),
        span: related.span,
        message: wording.related(related.message, words),
    };
    let recognised = settings.profile.is_presence(&page.code) && !document.kind_stated;
    Finding {
        severity: severity(&draft, document, path, settings),
        code: Arc::from(page.code.as_str()),
        name: Arc::from(page.name.as_str()),
        class: page.class,
        confidence: if recognised { Confidence::Low } else { draft.confidence },
        message: wording.message(page, &draft),
        help: wording.help(page),
        span: draft.span,
        related: draft.related.into_iter().map(|related| told(related, &draft.words)).collect(),
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
