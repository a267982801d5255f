//! What holds for a whole document while it is judged. What a local check finds depends on its chunk and on this, and on nothing else.

use super::case::Case;
use super::settings::Settings;
use crate::dialect::concept::{HeadKey, Kind, Language, Lifecycle};
use crate::dialect::name::Names;
use crate::finding::Class;
use crate::plan::Document;
use crate::rules::Neighbours;
use std::sync::Arc;

/// See the module. Two that are equal give equal local findings.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Basis {
    /// The rules that run: indexes into those of the settings.
    pub(super) running: Vec<usize>,
    /// Everybody the document knows, or another of its series. Shared while they stay the same, so that comparing them costs nothing.
    pub(super) names: Arc<Names>,
    /// Those whom the document and the configuration list.
    pub(super) people: Vec<String>,
    character: Character,
    /// What the head says, without its places.
    head: Vec<(HeadKey, String)>,
}

/// What sort of document it is.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
struct Character {
    kind: Option<Kind>,
    kind_stated: bool,
    lifecycle: Option<Lifecycle>,
    template: bool,
    dated: bool,
    language: Option<Language>,
}

impl Basis {
    /// Of the document of `case`. What costs most is taken over from the basis `before` where it cannot have changed; `same_people` says
    /// that the chunks name the same people as they did then.
    pub(super) fn of(case: &Case<'_>, before: Option<&Self>, same_people: bool) -> Self {
        let Case { document, path, settings, neighbours, .. } = *case;
        let character = Character {
            kind: Some(document.kind),
            kind_stated: document.kind_stated,
            lifecycle: Some(document.lifecycle),
            template: document.template,
            dated: document.dated,
            language: document.language,
        };
        let head: Vec<_> = document.head.iter().map(|(key, value)| (key, value.text.clone())).collect();
        let alike = before.filter(|before| before.character == character);
        let running = alike.map_or_else(
            || (0..settings.rules.len()).filter(|&rule| runs(document, path, settings, rule)).collect(),
            |before| before.running.clone(),
        );
        let known = before.filter(|before| same_people && before.head == head);
        let names = known.map_or_else(|| Arc::new(names(document, settings, neighbours)), |before| Arc::clone(&before.names));
        Self { running, names, people: listed(document, settings), character, head }
    }
}

/// Whether a rule runs on a document: by profile, lifecycle and configuration.
fn runs(document: &Document, path: &str, settings: &Settings, rule: usize) -> bool {
    let armed = &settings.rules[rule];
    let configured = settings.config.severity(&armed.page.code, path);
    if armed.page.check.is_about_judging() {
        return true;
    }
    if !settings.runs(armed, document.kind, document.language, path) {
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

/// Everybody the document knows, or another of its series.
fn names(document: &Document, settings: &Settings, neighbours: &dyn Neighbours) -> Names {
    let mut names = document.head.people();
    for person in &settings.config.people {
        names.add(person);
    }
    for chunk in &document.chunks {
        for person in &chunk.plan.people {
            names.add(person);
        }
    }
    for person in neighbours.series().iter().flat_map(|other| &other.people) {
        names.add(person);
    }
    names
}
