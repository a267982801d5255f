//! H103: names that planlint does not know, so that what they ask for does not happen.

use crate::dialect::concept::{HeadKey, Kind, Lifecycle, Phase};
use crate::dialect::nearest::nearest;
use crate::dialect::placeholder::{self, Slot};
use crate::markdown::suppression::DirectiveKind;
use crate::plan::ActionForm;
use crate::rules::draft::{Draft, quoted};
use crate::rules::scene::{Local, Scene};
use crate::text::Span;

/// A cell of more words than this describes a state, it does not name one.
const MOST_WORDS: usize = 3;

/// Names in comments and in the status column.
pub(in crate::rules::kinds) fn local(here: &Local<'_>, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    for directive in &plan.directives {
        if directive.kind == DirectiveKind::Unknown {
            let words = DirectiveKind::WORDS.iter().map(|(word, _)| *word);
            found.push(unknown(here.at(directive.word), here.words(directive.word), "comment", words));
        }
        for (span, name) in &directive.codes {
            if !is_rule(here.scene, name) {
                found.push(unknown(here.at(*span), here.words(*span), "rule", here.scene.rule_names.iter().map(String::as_str)));
            }
        }
    }
    for action in plan.actions.iter().filter(|action| matches!(action.form, ActionForm::Row(_))) {
        if let Some((span, None)) = action.status
            && is_a_word(here.words(span))
        {
            found.push(Draft::at(here.at(span)).saying("status-cell").weighing("status-cell").quoting("value", here.words(span)));
        }
    }
}

/// Names in the front matter.
pub(in crate::rules::kinds) fn global(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let document = scene.document;
    let in_front = |key: HeadKey| document.head(key).filter(|value| value.in_front && value.items.len() == 1 && !value.is_empty());
    if let Some(value) = document.head(HeadKey::Planlint).filter(|value| value.in_front) {
        for (span, name) in &value.items {
            let is_switch = matches!(name.to_ascii_lowercase().as_str(), "on" | "off" | "true" | "false" | "");
            if !is_switch && !is_rule(scene, name) {
                found.push(unknown(*span, name, "rule", scene.rule_names.iter().map(String::as_str)));
            }
        }
    }
    if let Some(value) = in_front(HeadKey::Kind).filter(|value| scene.vocabulary.kind(&value.text).is_none()) {
        let kinds = || Kind::ALL.iter().map(|kind| kind.word());
        // A kind of another tool's is no mistake, unless it is almost one of ours.
        if scene.is_meant() || nearest(&value.text, kinds()).is_some() {
            found.push(unknown(value.place, &value.text, "kind", kinds()));
        }
    }
    if !scene.is_meant() {
        return;
    }
    if let Some(value) = in_front(HeadKey::Status)
        && scene.vocabulary.lifecycle(&value.text).is_none()
        && value.date(scene.order).is_none()
    {
        found.push(unknown(value.place, &value.text, "status", Lifecycle::ALL.iter().map(|status| status.word())));
    }
    if let Some(value) = in_front(HeadKey::Phase).filter(|value| scene.vocabulary.phase(&value.text).is_none()) {
        found.push(unknown(value.place, &value.text, "phase", Phase::ALL.iter().map(|phase| phase.word())));
    }
}

fn unknown<'a>(span: Span, written: &str, sort: &str, known: impl Iterator<Item = &'a str>) -> Draft {
    let draft = Draft::at(span).quoting("value", written).naming("name", [sort]);
    match nearest(written, known) {
        Some(meant) => draft.saying("suggestion").with("suggestion", quoted(meant)),
        None => draft,
    }
}

/// A code, a name, or the letters of a group.
fn is_rule(scene: &Scene<'_>, name: &str) -> bool {
    let letters = name.trim_end_matches('*');
    scene.rule_names.iter().any(|known| {
        known.eq_ignore_ascii_case(name) || !letters.is_empty() && known.trim_end_matches(|it: char| it.is_ascii_digit()) == letters
    })
}

/// A short text with letters in it that is not simply missing.
fn is_a_word(text: &str) -> bool {
    let text = text.trim();
    let is_word = text.chars().any(char::is_alphabetic) && text.split_whitespace().count() <= MOST_WORDS;
    is_word && !text.contains(['[', '<', '`', '@', '#', '%', '!', ':']) && !placeholder::whole(text, Slot::Due)
}
