//! The lists that no configuration changes, over all languages; each is made ready when it is first asked for, since most runs need few.

use super::concept::{ActionKind, HeadKey, Kind, Language, Lifecycle, Phase, Status};
use super::grammar::Grammar;
use super::group::Group;
use super::lexicon::Lexicon;
use super::phrase::Phrases;
use super::reading::{ReadingWords, shipped};
use super::words::Lists;
use crate::packed::unpacked;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

/// A lexicon as `build.rs` has laid it out.
macro_rules! laid_out {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".lexicon"))
    };
}
pub(super) use laid_out;

pub(super) static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| Grammar::new(shipped()));
pub(super) static STATUSES: LazyLock<Lexicon<Status>> = LazyLock::new(|| lexicon(laid_out!("status")));
pub(super) static LIFECYCLES: LazyLock<Lexicon<Lifecycle>> = LazyLock::new(|| lexicon(laid_out!("lifecycle")));
pub(super) static PHASES: LazyLock<Lexicon<Phase>> = LazyLock::new(|| lexicon(laid_out!("phase")));
pub(super) static ACTION_KINDS: LazyLock<Lexicon<ActionKind>> = LazyLock::new(|| lexicon(laid_out!("action-kind")));
pub(super) static KINDS: LazyLock<Lexicon<Kind>> = LazyLock::new(|| lexicon(laid_out!("kind")));
pub(super) static KEYS: LazyLock<Lexicon<HeadKey>> = LazyLock::new(|| lexicon(laid_out!("head")));
pub(super) static GROUPS: LazyLock<Lexicon<Group>> = LazyLock::new(|| lexicon(laid_out!("groups")));

/// Entries of groups that end in `*`, without it: any text that begins so belongs to the group.
static OPENINGS: LazyLock<Lists<Group>> =
    LazyLock::new(|| unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/openings.packed"))).unwrap_or_default());

static GROUP_PHRASES: LazyLock<BTreeMap<Group, OnceLock<Phrases>>> = LazyLock::new(|| unbuilt(|words| &words.groups));
static LANGUAGE_PHRASES: LazyLock<BTreeMap<(Language, Group), OnceLock<Phrases>>> = LazyLock::new(|| {
    let lists = shipped().iter().flat_map(|words| words.groups.keys().map(|&group| (words.language, group)));
    lists.map(|list| (list, OnceLock::new())).collect()
});

/// Whether folded `words` begin with an opening of the group.
pub(super) fn opens(group: Group, words: &str) -> bool {
    OPENINGS.get(&group).is_some_and(|openings| openings.iter().any(|opening| words.starts_with(opening)))
}

/// The phrases of a group.
pub(super) fn group_phrases(group: Group) -> Option<&'static Phrases> {
    Some(GROUP_PHRASES.get(&group)?.get_or_init(|| phrases(|words| words.groups.get(&group))))
}

/// The phrases of a group in one language.
pub(super) fn group_phrases_of(language: Language, group: Group) -> Option<&'static Phrases> {
    let unbuilt = LANGUAGE_PHRASES.get(&(language, group))?;
    Some(unbuilt.get_or_init(|| phrases(|words| (words.language == language).then(|| words.groups.get(&group)).flatten())))
}

fn lexicon<M: Copy + Ord + Deserialize<'static>>(laid_out: &'static [u8]) -> Lexicon<M> {
    Lexicon::shipped(laid_out, |_| 0, |sense| sense.meaning)
}

fn unbuilt<M: Copy + Ord, T>(table: fn(&ReadingWords) -> &Lists<M>) -> BTreeMap<M, OnceLock<T>> {
    shipped().iter().flat_map(|words| table(words).keys()).map(|&meaning| (meaning, OnceLock::new())).collect()
}

fn phrases(list: impl Fn(&'static ReadingWords) -> Option<&'static Vec<&'static str>>) -> Phrases {
    Phrases::new(shipped().iter().filter_map(list).flatten().copied())
}
