//! What a pattern looks for, as its page declares it: a regular expression, phrases, or a list of the vocabulary.

use super::places::{Piece, Where};
use super::{Mode, Pattern};
use crate::dialect::concept::{Concept, Language};
use crate::dialect::group::Group;
use crate::dialect::owner::Owner;
use crate::dialect::phrase::Phrases;
use crate::dialect::placeholder;
use crate::rules::options::Options;
use crate::rules::scene::Local;
use crate::text::Span;
use regex::{Regex, RegexBuilder};
use serde::de::value::{Error as WordError, MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;

/// Longest pattern, in bytes.
const LONGEST_PATTERN: usize = 4 * 1024;
/// Largest compiled pattern, in bytes.
const LARGEST_PROGRAM: usize = 1024 * 1024;
/// Longest line a pattern is matched against, in bytes.
pub(in crate::rules::kinds) const LONGEST_LINE: usize = 64 * 1024;
/// Most matches on one line.
const MOST_ON_A_LINE: usize = 100;

/// What is looked for.
#[derive(Clone, Debug)]
pub(super) enum Needle {
    Regex(Regex),
    Phrases(Phrases),
    Group(Group),
    /// Whatever stands where something is still to be written.
    Placeholders,
}

/// `[check]` of a page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Declared {
    #[serde(rename = "where", alias = "scope")]
    places: OneOrMany,
    #[serde(rename = "in")]
    within: Option<Concept>,
    regex: Option<String>,
    phrases: Option<PerLanguage>,
    group: Option<String>,
    #[serde(default)]
    mode: Mode,
}

/// One place, or a list of them; a concept is all text in its sections.
struct OneOrMany(Vec<Where>, Option<Concept>);

/// Phrases, also by language: documents mix languages, so all of them are looked for everywhere.
struct PerLanguage(Vec<String>);

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Places)
    }
}

struct Places;

impl<'de> Visitor<'de> for Places {
    type Value = OneOrMany;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a place, or a list of places")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<OneOrMany, E> {
        let place: Result<Where, E> = Where::deserialize(word.into_deserializer());
        match (place, Concept::from_word(word)) {
            (Ok(place), _) => Ok(OneOrMany(vec![place], None)),
            (Err(_), Some(concept)) => Ok(OneOrMany(vec![Where::Text], Some(concept))),
            (Err(error), None) => Err(error),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<OneOrMany, A::Error> {
        Ok(OneOrMany(Vec::deserialize(SeqAccessDeserializer::new(list))?, None))
    }
}

impl<'de> Deserialize<'de> for PerLanguage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Listed)
    }
}

struct Listed;

impl<'de> Visitor<'de> for Listed {
    type Value = PerLanguage;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of phrases, or one for each language")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<PerLanguage, A::Error> {
        Ok(PerLanguage(Vec::deserialize(SeqAccessDeserializer::new(list))?))
    }

    fn visit_map<A: MapAccess<'de>>(self, languages: A) -> Result<PerLanguage, A::Error> {
        let languages: BTreeMap<Language, Vec<String>> = BTreeMap::deserialize(MapAccessDeserializer::new(languages))?;
        Ok(PerLanguage(languages.into_values().flatten().collect()))
    }
}

impl TryFrom<Declared> for Pattern {
    type Error = String;

    fn try_from(declared: Declared) -> Result<Self, String> {
        let OneOrMany(places, concept) = declared.places;
        if concept.is_some() && declared.within.is_some() {
            return Err("`in`: `scope` names the section already".to_owned());
        }
        if declared.mode == Mode::Includes && places.iter().any(|place| !place.is_element()) {
            return Err(
                "`mode`: a text as a whole lacks nothing; `includes` looks into headings, actions, owners, questions, answers and the like"
                    .to_owned(),
            );
        }
        let needle = match (declared.regex, declared.phrases, declared.group) {
            (Some(regex), None, None) => Needle::Regex(compiled(&regex)?),
            (None, Some(PerLanguage(phrases)), None) if phrases.iter().all(|phrase| phrase.trim().is_empty()) => {
                return Err("`phrases`: there is nothing to look for".to_owned());
            }
            (None, Some(PerLanguage(phrases)), None) => Needle::Phrases(Phrases::new(phrases.iter().map(String::as_str))),
            (None, None, Some(group)) => of_group(&group)?,
            _ => return Err("exactly one of `regex`, `phrases` and `group` says what is looked for".to_owned()),
        };
        Ok(Self { places, within: declared.within.or(concept), needle, mode: declared.mode })
    }
}

/// The regular expression, if it is one and small enough to be matched against every line of a plan.
fn compiled(regex: &str) -> Result<Regex, String> {
    if regex.len() > LONGEST_PATTERN {
        return Err(format!("`regex`: longer than {LONGEST_PATTERN} bytes"));
    }
    RegexBuilder::new(regex).size_limit(LARGEST_PROGRAM).build().map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => format!("`regex`: it grows beyond {LARGEST_PROGRAM} bytes when compiled"),
        other => format!("`regex`: {other}"),
    })
}

fn of_group(name: &str) -> Result<Needle, String> {
    if name == "placeholders" {
        return Ok(Needle::Placeholders);
    }
    let group = Group::deserialize(name.into_deserializer()).map_err(|error: WordError| format!("`group`: {error}"))?;
    Ok(Needle::Group(group))
}

/// Where the needle stands in `piece`. Spans count from the start of the chunk.
pub(super) fn hits(needle: &Needle, place: Where, piece: &Piece<'_>, here: &Local<'_>, options: &Options) -> Vec<Span> {
    let words = piece.words;
    let is_all = match needle {
        _ if piece.marked => true,
        Needle::Phrases(phrases) if place.is_slot() => phrases.are_all_of(words),
        Needle::Group(group) if place.is_slot() => is_all_of(*group, piece, here),
        _ => false,
    };
    if is_all {
        return vec![piece.span];
    }
    let inside: Vec<Span> = match needle {
        Needle::Regex(regex) => matches(regex, words),
        Needle::Placeholders => placeholder::tokens(words).collect(),
        Needle::Phrases(_) | Needle::Group(_) if place.is_slot() => Vec::new(),
        Needle::Phrases(phrases) => phrases.find(words).into_iter().collect(),
        Needle::Group(group) => mentions(*group, words, here, options).into_iter().collect(),
    };
    inside.into_iter().map(|span| span.shifted(piece.span.start as usize)).collect()
}

/// Matches line by line: over a long text a pattern can be made to take quadratic time.
fn matches(regex: &Regex, words: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in words.split_inclusive(['\n', '\r']) {
        if line.len() <= LONGEST_LINE {
            let on_line = regex.find_iter(line.trim_end_matches(['\n', '\r'])).filter(|hit| !hit.is_empty()).take(MOST_ON_A_LINE);
            found.extend(on_line.map(|hit| Span::new(start + hit.start(), start + hit.end())));
        }
        start += line.len();
    }
    found
}

/// A group in a slot is all of the value. Who is read as everybody needs no list.
fn is_all_of(group: Group, piece: &Piece<'_>, here: &Local<'_>) -> bool {
    let everybody = group == Group::CollectiveOwners && matches!(piece.owner, Some(Owner::Collective { .. }));
    everybody || here.scene.vocabulary.in_group(group, piece.words.trim_start_matches('@'))
}

fn mentions(group: Group, words: &str, here: &Local<'_>, options: &Options) -> Option<Span> {
    let mut languages = options.words("languages").filter_map(Language::from_word).peekable();
    if languages.peek().is_none() {
        return here.scene.vocabulary.mentions(group, words);
    }
    languages.filter_map(|language| here.scene.vocabulary.mentions_in(language, group, words)).min_by_key(|span| span.start)
}
