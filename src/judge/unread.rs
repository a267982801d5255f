//! The finding about a document that is too large to be read: it has no text, so no check can make it.

use super::settings::Settings;
use super::wording;
use crate::finding::{Confidence, Finding, Severity};
use crate::text::Span;
use std::sync::Arc;

const CODE: &str = "H109";

/// What there is to say about a document of so many `bytes`, more than the configuration lets in. It sits at the start and cannot be silenced.
pub fn too_large(bytes: u64, settings: &Settings) -> Vec<Finding> {
    let armed = settings.rules.iter().find(|armed| armed.page.code == CODE);
    let finding = armed.map(|armed| {
        let page = &armed.page;
        let words = [("value", bytes.to_string()), ("total", settings.config.document_bytes.to_string())];
        let message = page.messages.get("document").or_else(|| page.messages.get("default"));
        Finding {
            code: Arc::from(page.code.as_str()),
            name: Arc::from(page.name.as_str()),
            severity: page.severity.get("default").copied().unwrap_or(Severity::Error),
            class: page.class,
            confidence: Confidence::High,
            message: wording::fill(message.map_or("", String::as_str), &words),
            help: page.help.clone(),
            span: Span::empty(0),
            related: Vec::new(),
            fixes: Vec::new(),
        }
    });
    finding.into_iter().collect()
}
