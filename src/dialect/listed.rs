//! The lists that no configuration changes, over all languages; each is built when it is first asked for, since most runs need few.

use super::concept::{ActionKind, HeadKey, Kind, Language, Lifecycle, Phase, Status};
use super::grammar::Grammar;
use super::group::Group;
use super::lexicon::Lexicon;
use super::normalise::fold;
use super::phrase::Phrases;
use super::words::{Lists, Words, shipped};
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

pub(super) static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| Grammar::new(shipped()));
pub(super) static STATUSES: LazyLock<Lexicon<Status>> = LazyLock::new(|| lexicon(|words| &words.status));
pub(super) static LIFECYCLES: LazyLock<Lexicon<Lifecycle>> = LazyLock::new(|| lexicon(|words| &words.lifecycle));
pub(super) static PHASES: LazyLock<Lexicon<Phase>> = LazyLock::new(|| lexicon(|words| &words.phase));
pub(super) static ACTION_KINDS: LazyLock<Lexicon<ActionKind>> = LazyLock::new(|| lexicon(|words| &words.action_kind));
pub(super) static KINDS: LazyLock<Lexicon<Kind>> = LazyLock::new(|| lexicon(|words| &words.kind));
pub(super) static KEYS: LazyLock<Lexicon<HeadKey>> = LazyLock::new(|| lexicon(|words| &words.head));
pub(super) static GROUPS: LazyLock<Lexicon<Group>> = LazyLock::new(|| lexicon(|words| &words.groups));

/// Entries of groups that end in `*`: any text that begins so belongs to the group.
static OPENINGS: LazyLock<BTreeMap<Group, Vec<Box<str>>>> = LazyLock::new(|| {
    let mut openings: BTreeMap<Group, Vec<Box<str>>> = BTreeMap::new();
    for (word, group) in shipped().iter().flat_map(|words| entries(&words.groups)) {
        if let Some(opening) = word.strip_suffix('*') {
            openings.entry(group).or_default().push(opening.into());
        }
    }
    openings
});

static GROUP_PHRASES: LazyLock<BTreeMap<Group, OnceLock<Phrases>>> = LazyLock::new(|| unbuilt(|words| &words.groups));
static LANGUAGE_PHRASES: LazyLock<BTreeMap<(Language, Group), OnceLock<Phrases>>> = LazyLock::new(|| {
    let lists = shipped().iter().flat_map(|words| words.groups.keys().map(|&group| (words.language, group)));
    lists.map(|list| (list, OnceLock::new())).collect()
});

/// Whether folded `words` begin with an opening of the group.
pub(super) fn opens(group: Group, words: &str) -> bool {
    OPENINGS.get(&group).is_some_and(|openings| openings.iter().any(|opening| words.starts_with(&**opening)))
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

/// The folded words of a table with their meaning.
pub(super) fn entries<M: Copy>(table: &Lists<M>) -> impl Iterator<Item = (Box<str>, M)> {
    table.iter().flat_map(|(&meaning, words)| words.iter().map(move |word| (Box::from(fold(word).as_str()), meaning)))
}

fn lexicon<M: Copy>(table: fn(&Words) -> &Lists<M>) -> Lexicon<M> {
    shipped().iter().flat_map(|words| entries(table(words))).collect()
}

fn unbuilt<M: Copy + Ord, T>(table: fn(&Words) -> &Lists<M>) -> BTreeMap<M, OnceLock<T>> {
    shipped().iter().flat_map(|words| table(words).keys()).map(|&meaning| (meaning, OnceLock::new())).collect()
}

fn phrases(list: impl Fn(&'static Words) -> Option<&'static Vec<&'static str>>) -> Phrases {
    Phrases::new(shipped().iter().filter_map(list).flatten().copied())
}
