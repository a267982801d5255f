//! The finding about a document that is too large to be read: it has no text, so no check can make it.

use super::settings::Settings;
use super::wording::Wording;
use crate::finding::{Confidence, Finding, Severity};
use crate::rules::draft::Draft;
use crate::text::Span;
use std::sync::Arc;

const CODE: &str = "H109";

/// What there is to say about a document of so many `bytes`, more than the configuration lets in. It sits at the start and cannot be silenced.
pub fn too_large(bytes: u64, settings: &Settings) -> Vec<Finding> {
    let armed = settings.rules.iter().find(|armed| armed.page.code == CODE);
    let finding = armed.map(|armed| {
        let page = &armed.page;
        let draft = Draft::at(Span::empty(0)).saying("document").with("value", bytes).with("total", settings.config.document_bytes);
        let wording = Wording::of(None, settings);
        Finding {
            code: Arc::from(page.code.as_str()),
            name: Arc::from(page.name.as_str()),
            severity: page.severity.get("default").copied().unwrap_or(Severity::Error),
            class: page.class,
            confidence: Confidence::High,
            message: wording.message(page, &draft),
            help: wording.help(page),
            span: draft.span,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    });
    finding.into_iter().collect()
}
