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

#[cfg(test)]
mod tests {
    use crate::dialect::concept::{ActionKind, Column, Concept, HeadKey, Kind, Lifecycle, Phase, Status};
    use crate::dialect::grammar::Role;
    use crate::dialect::group::Group;
    use crate::dialect::name::lexicon::{Key, Part};
    use serde::Deserialize;
    use serde::de::value::{Error, StrDeserializer};
    use std::{fs, path::Path};
    use toml::{Table, Value};

    /// What nobody knows is left out of a lexicon, so a list with a slip in its name would never be found.
    #[test]
    fn lists_of_vocabularies_are_called_as_the_program_calls_them() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/vocabulary");
        for file in fs::read_dir(folder).expect("the vocabularies").flatten() {
            let file = fs::read_to_string(file.path()).expect("a vocabulary");
            let vocabulary: Table = file.parse().expect("TOML");
            let names = &vocabulary["names"];
            for table in ["concepts", "whole", "nonstandard", "labels"] {
                known::<Concept>(vocabulary.get(table), table);
            }
            for table in ["columns", "scoped-columns", "section-columns", "nonstandard-columns"] {
                known::<Column>(vocabulary.get(table), table);
            }
            known::<Status>(vocabulary.get("status"), "status");
            known::<Lifecycle>(vocabulary.get("lifecycle"), "lifecycle");
            known::<Phase>(vocabulary.get("phase"), "phase");
            known::<ActionKind>(vocabulary.get("action-kind"), "action-kind");
            known::<Kind>(vocabulary.get("kind"), "kind");
            known::<HeadKey>(vocabulary.get("head"), "head");
            known::<Group>(vocabulary.get("groups"), "groups");
            known_but::<Role>(vocabulary.get("grammar"), "grammar", &["joiners", "units", "over"]);
            known_but::<Part>(Some(names), "names", &["keys", "status"]);
            known::<Key>(names.get("keys"), "names.keys");
        }
    }

    fn known<'de, M: Deserialize<'de>>(table: Option<&'de Value>, name: &str) {
        known_but::<M>(table, name, &[]);
    }

    fn known_but<'de, M: Deserialize<'de>>(table: Option<&'de Value>, name: &str, others: &[&str]) {
        for list in table.and_then(Value::as_table).into_iter().flat_map(Table::keys) {
            let called = M::deserialize(StrDeserializer::<Error>::new(list));
            assert!(called.is_ok() || others.contains(&list.as_str()), "[{name}] {list}");
        }
    }
}
