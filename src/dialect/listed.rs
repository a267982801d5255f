//! The lists that no configuration changes, over all languages; each is built when it is first asked for, since most runs need few.

use super::concept::{ActionKind, HeadKey, Kind, Language, Lifecycle, Phase, Status};
use super::grammar::Grammar;
use super::group::{Cue, Group};
use super::lexicon::Lexicon;
use super::normalise::fold;
use super::phrase::Phrases;
use super::words::{Lists, Words, shipped};
use aho_corasick::{AhoCorasick, AhoCorasickKind};
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
pub(super) static OPENINGS: LazyLock<Vec<(Box<str>, Group)>> = LazyLock::new(|| {
    let words = shipped().iter().flat_map(|words| entries(&words.groups));
    words.filter_map(|(word, group)| Some((word.strip_suffix('*')?.into(), group))).collect()
});

static GROUP_PHRASES: LazyLock<BTreeMap<Group, OnceLock<Phrases>>> = LazyLock::new(|| unbuilt(|words| &words.groups));
/// The phrases of all cues, in two searches: a list with a `#` in it sees all numbers as one, and others do not.
static CUE_PHRASES: LazyLock<[Phrases; 2]> = LazyLock::new(|| {
    let lists = || Cue::ALL.map(|cue| (cue, shipped().iter().filter_map(move |words| words.cues.get(&cue)).flatten()));
    [false, true].map(|numbers| {
        let lists = lists().into_iter().filter(|(_, phrases)| phrases.clone().any(|phrase| phrase.contains('#')) == numbers);
        Phrases::of_lists(lists.flat_map(|(cue, phrases)| phrases.map(move |phrase| (cue as u8, phrase.as_str()))))
    })
});
static LANGUAGE_PHRASES: LazyLock<BTreeMap<(Language, Group), OnceLock<Phrases>>> = LazyLock::new(|| {
    let lists = shipped().iter().flat_map(|words| words.groups.keys().map(|&group| (words.language, group)));
    lists.map(|list| (list, OnceLock::new())).collect()
});

/// The phrases of a group.
pub(super) fn group_phrases(group: Group) -> Option<&'static Phrases> {
    Some(GROUP_PHRASES.get(&group)?.get_or_init(|| phrases(|words| words.groups.get(&group))))
}

/// The phrases of a group in one language.
pub(super) fn group_phrases_of(language: Language, group: Group) -> Option<&'static Phrases> {
    let unbuilt = LANGUAGE_PHRASES.get(&(language, group))?;
    Some(unbuilt.get_or_init(|| phrases(|words| (words.language == language).then(|| words.groups.get(&group)).flatten())))
}

/// The cues of which `text` holds a phrase.
pub(super) fn cues_in(text: &str) -> impl Iterator<Item = Cue> {
    let [plain, numbered] = &*CUE_PHRASES;
    let folded = fold(text);
    let said = plain.lists_in(&folded) | numbered.lists_in(&folded);
    Cue::ALL.into_iter().filter(move |&cue| said & 1 << cue as u8 != 0)
}

/// Whether no ASCII line of `text` can be in the group: each entry's longest word is looked for.
pub(super) fn is_free_of(group: Group, text: &str) -> bool {
    static TELLING_WORDS: LazyLock<BTreeMap<Group, OnceLock<Option<AhoCorasick>>>> = LazyLock::new(|| unbuilt(|words| &words.groups));
    let Some(telling) = TELLING_WORDS.get(&group) else { return true };
    let words = telling.get_or_init(|| {
        let entries = shipped().iter().filter_map(|words| words.groups.get(&group)).flatten().filter(|entry| entry.is_ascii());
        let longest = entries.filter_map(|entry| entry.trim_end_matches('*').split(' ').max_by_key(|word| word.len()));
        AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(longest).ok()
    });
    words.as_ref().is_some_and(|words| !words.is_match(text))
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

fn phrases(list: impl Fn(&'static Words) -> Option<&'static Vec<String>>) -> Phrases {
    Phrases::new(shipped().iter().filter_map(list).flatten().map(String::as_str))
}
