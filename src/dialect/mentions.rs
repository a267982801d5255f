//! Every listed phrase that a text holds, found in one pass over it; then asked for piece by piece, as often as need be.
//! What a piece mentions is what it would mention alone: a phrase that voids another does so only inside the same piece.

use super::group::{Cue, Group};
use super::phrase::{Hit, Phrases};
use super::placeholder::ANNOTATIONS;
use super::reading::{ReadingWords, shipped};
use crate::text::Span;
use std::sync::LazyLock;

/// The groups that are looked for in every text. Any other group is asked of the vocabulary.
const GROUPS: [Group; 6] =
    [Group::Boilerplate, Group::Accepted, Group::DeferredAnswers, Group::DeliverableVerbs, Group::Telling, Group::Audience];

/// In so many bytes of most texts there is one listed phrase at most.
const BYTES_PER_HIT: usize = 32;

/// What is mentioned in a text.
#[derive(Default)]
pub struct Mentions {
    /// By their first byte, which counts from the start of the text.
    hits: Vec<Hit>,
}

/// A list of phrases by its number.
#[derive(Clone, Copy, PartialEq, Eq)]
struct List(u8);

impl List {
    /// Phrases that are placeholders even inside a text.
    const PLACEHOLDERS: Self = Self(u8::MAX);

    /// Words that may annotate a text.
    const ANNOTATIONS: Self = Self(u8::MAX - 1);

    const fn of_group(group: Group) -> Self {
        Self(group as u8)
    }

    const fn of_cue(cue: Cue) -> Self {
        Self(u8::MAX - 2 - cue as u8)
    }
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let groups = GROUPS.map(|group| (List::of_group(group).0, listed(|words| words.groups.get(&group))));
    let cues = Cue::ALL.map(|cue| (List::of_cue(cue).0, listed(|words| words.cues.get(&cue))));
    let placeholders = (List::PLACEHOLDERS.0, listed(|words| Some(&words.placeholders.token)));
    let annotations = (List::ANNOTATIONS.0, ANNOTATIONS.to_vec());
    Phrases::of_lists(groups.into_iter().chain(cues).chain([placeholders, annotations]))
});

fn listed(list: impl Fn(&'static ReadingWords) -> Option<&'static Vec<&'static str>>) -> Vec<&'static str> {
    shipped().iter().filter_map(list).flatten().copied().collect()
}

impl Mentions {
    /// What `text` mentions.
    pub fn of(text: &str) -> Self {
        let mut hits = Vec::with_capacity(text.len() / BYTES_PER_HIT);
        PHRASES.hits(text, |hit| hits.push(hit));
        Self { hits }
    }

    /// Whether a phrase of the group, which must be one of those looked for, stands in `piece` of the text.
    pub fn mentions(&self, group: Group, piece: Span) -> bool {
        debug_assert!(GROUPS.contains(&group), "{group:?} is not looked for");
        self.within(List::of_group(group), piece).next().is_some()
    }

    /// The elements that prose states in `piece` without naming them.
    pub fn cues(&self, piece: Span) -> impl Iterator<Item = Cue> {
        Cue::ALL.into_iter().filter(move |&cue| self.within(List::of_cue(cue), piece).next().is_some())
    }

    /// The listed placeholders in `piece`, by their first byte.
    pub(super) fn placeholders(&self, piece: Span) -> impl Iterator<Item = Span> {
        self.within(List::PLACEHOLDERS, piece)
    }

    /// Whether a word that may annotate stands in `piece`.
    pub(super) fn may_annotate(&self, piece: Span) -> bool {
        self.within(List::ANNOTATIONS, piece).next().is_some()
    }

    /// The phrases of `list` in `piece`, by their first byte, without those that are void there.
    fn within(&self, list: List, piece: Span) -> impl Iterator<Item = Span> {
        let first = self.hits.partition_point(|hit| hit.start < piece.start);
        let begun = self.hits[first..].iter().take_while(move |hit| hit.start < piece.end);
        let inside = begun.filter(move |hit| hit.end <= piece.end && hit.list == list.0);
        let covers = |void: &Hit, hit: &Hit| void.voids && void.start <= hit.start && hit.end <= void.end;
        let heard = inside.clone().filter(move |hit| !hit.voids && !inside.clone().any(|void| covers(void, hit)));
        heard.map(|hit| Span { start: hit.start, end: hit.end })
    }
}
