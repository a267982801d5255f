//! `require-question`: questions that documents of a kind must ask, in whatever words (C101).

use super::keywords::Keywords;
use super::{Wording, heading_or_title};
use crate::dialect::concept::{Concept, Kind, Language};
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What must be asked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Required {
    /// Which kinds of document owe which set of questions.
    sets: BTreeMap<String, Vec<Kind>>,
    questions: Vec<Question>,
}

impl Required {
    /// What a fix inserts, in `language` or else in English.
    pub(crate) fn texts(&self, language: Option<Language>) -> impl Iterator<Item = &str> {
        self.questions.iter().map(move |question| question.text.in_language(language))
    }

    /// What documents of `kind` owe, in `language`.
    pub(crate) fn owed_by(&self, kind: Kind, language: Language) -> impl Iterator<Item = &str> {
        let owed = self.questions.iter().filter(move |question| self.sets.get(&question.set).is_some_and(|kinds| kinds.contains(&kind)));
        owed.map(move |question| question.text.in_language(Some(language)))
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    set: String,
    /// A question is asked when one question of the document holds a keyword of each group.
    groups: Vec<Keywords>,
    text: Wording,
}

pub(in crate::rules::kinds) fn check(required: &Required, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let document = scene.document;
    let is_owed = |question: &&Question| {
        let kinds = required.sets.get(&question.set);
        kinds.is_some_and(|kinds| kinds.contains(&document.kind)) && options.words("sets").any(|set| set == question.set)
    };
    let mut owed = required.questions.iter().filter(is_owed).peekable();
    if owed.peek().is_none() {
        return;
    }
    let asked: Vec<_> = document.questions().map(|question| scene.words(question.at(question.text))).collect();
    let is_asked = |question: &Question| asked.iter().any(|words| question.groups.iter().all(|group| group.are_in(words)));
    let place = heading_or_title(scene, Concept::Questions);
    for question in owed.filter(|question| !is_asked(question)) {
        let text = question.text.for_document(scene);
        found.push(Draft::at(place).quoting("item", text).with("text", text));
    }
}
