//! Drafts to sentences: a rule's message with the draft's words put in.

use crate::rules::Page;
use crate::rules::draft::Draft;

/// The message of `draft` in the words of its rule's page.
pub(super) fn message(page: &Page, draft: &Draft) -> String {
    let template = page.messages.get(draft.message).or_else(|| page.messages.get("default")).map_or("", String::as_str);
    fill(template, &draft.words)
}

/// `template` with every `{name}` replaced. A name without a word stays out.
pub(super) fn fill(template: &str, words: &[(&'static str, String)]) -> String {
    let mut text = String::with_capacity(template.len() + 48);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('}') else { break };
        let name = &rest[open + 1..open + close];
        if let Some((_, word)) = words.iter().find(|(known, _)| *known == name) {
            text.push_str(word);
        }
        rest = &rest[open + close + 1..];
    }
    text.push_str(rest);
    text
}
