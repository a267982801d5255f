//! A first look over a whole document, at its heading lines alone: what its chunks must know to be read, and what kind it is (DIALECT 1).

use super::chunk::Chunk;
use super::context::Facts;
use super::gist::{Concepts, Gist};
use super::headings::Surveyed;
use super::manner::Manner;
use super::origin::{Origin, is_day, says_day, says_exact_day};
use crate::dialect::concept::{Concept, HeadKey, Kind, Language};
use crate::dialect::group::Group;
use crate::dialect::placeholder::names_todo;
use crate::dialect::vocabulary::Vocabulary;
use crate::markdown::front_matter::FrontMatter;

/// What the headings say.
#[derive(Clone, Debug, Default)]
pub(super) struct Survey {
    /// What all chunks are read with.
    pub(super) bearing: Bearing,
    supposed: Option<Kind>,
    is_workbook: bool,
    pub(super) template: bool,
    pub(super) dated: bool,
    pub(super) language: Option<Language>,
}

/// What holds for all chunks of a document: where it changes, every one of them is read again.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Bearing {
    stated: Option<Kind>,
    notes: bool,
    minutes: bool,
    plans_work: bool,
    title_is_section: bool,
    headless: bool,
    todo_is_name: bool,
}

impl Survey {
    pub(super) fn of(chunks: &[Chunk], front: &FrontMatter, origin: &Origin, manner: &Manner<'_>) -> Self {
        let vocabulary = manner.vocabulary;
        let all = || chunks.iter().flat_map(|chunk| &chunk.headings.all);
        let title = all().position(|heading| heading.level == 1);
        let title = title.and_then(|number| Some((number, all().nth(number)?)));
        let title_words = title.map_or("", |(_, title)| &*title.words);
        let front_kind = front.get(HeadKey::Kind).and_then(|entry| entry.value.text()).and_then(|text| vocabulary.kind(text));
        // Minutes that begin at the second level have a title as well.
        let first_words = title.is_none().then(|| all().next()).flatten().map_or(title_words, |first| &first.words);
        let title_minutes = vocabulary.mentions(Group::Minutes, first_words).is_some();
        let named = |kind: Option<Kind>| kind.or(origin.named).or_else(|| title.and_then(|(_, title)| kind_of_title(title)));
        let called_minutes = origin.minutes || title_minutes;
        let stated = named(front_kind.or(origin.configured).or(called_minutes.then_some(Kind::Notes)));
        // What is called a plan is one, whichever day stands beside it.
        let is_open = stated.is_none() && origin.supposed.is_none() && !names_kind(first_words, vocabulary);
        let minutes = called_minutes || is_open && (is_meeting(first_words, origin, vocabulary) || is_day(first_words));
        let stated = stated.or(minutes.then_some(Kind::Notes));
        let template = origin.template || vocabulary.mentions(Group::Template, title_words).is_some();
        let others = all().enumerate().filter(|&(number, _)| title.is_none_or(|(title, _)| number != title));
        let own = title.map_or([].as_slice(), |(_, title)| title.matches.as_slice());
        let below_mission = own.iter().any(|found| found.concept == Concept::Mission);
        let others = others.filter(|(_, heading)| !(below_mission && heading.may_be_purpose));
        let stated_by_others: Concepts = others.flat_map(|(_, heading)| &heading.matches).map(|found| found.concept).collect();
        let stated_by_all = own.iter().map(|found| found.concept).chain(stated_by_others.iter()).collect::<Concepts>();
        let is_workbook = stated_by_all.make_a_workbook();
        let bearing = Bearing {
            stated,
            notes: minutes || (stated.or(origin.supposed).is_none_or(|kind| kind == Kind::Notes) && !is_workbook),
            minutes,
            plans_work: origin.plans_work || vocabulary.mentions(Group::WorkPlans, title_words).is_some(),
            title_is_section: !own.is_empty() && own.iter().all(|found| !stated_by_others.has(found.concept)),
            headless: all().next().is_none(),
            todo_is_name: names_todo(title_words),
        };
        let dated = origin.dated || says_day(title_words);
        Self { bearing, supposed: origin.supposed, is_workbook, template, dated, language: language_of(all()) }
    }

    /// What holds for all chunks, and how they are to be read.
    pub(super) fn facts<'v>(&self, manner: &Manner<'v>) -> Facts<'v> {
        let Bearing { stated, notes, minutes, plans_work, title_is_section, headless, todo_is_name } = self.bearing;
        Facts {
            vocabulary: manner.vocabulary,
            stated,
            notes,
            minutes,
            plans_work,
            title_is_section,
            headless,
            todo_is_name,
            order: manner.order,
            implicit_questions: manner.implicit_questions,
            ignored_questions: manner.ignored_questions.clone(),
            ignored_actions: manner.ignored_actions.clone(),
        }
    }

    /// The kind of the document, and whether somebody said so.
    pub(super) fn kind(&self, chunks: &[Chunk]) -> (Kind, bool) {
        if let Some(kind) = self.bearing.stated {
            return (kind, true);
        }
        let below = chunks.iter().fold(Gist::default(), |all, chunk| all.with(chunk.gist));
        if self.is_workbook || below.stated.make_a_workbook() {
            (Kind::Workbook, false)
        } else if below.areas && !below.actions {
            (Kind::Support, false)
        } else {
            (self.supposed.unwrap_or(Kind::Notes), false)
        }
    }
}

/// Whether a title calls what is below it a plan, a mission or the like.
fn names_kind(title: &str, vocabulary: &Vocabulary) -> bool {
    title.split(|sign: char| !sign.is_alphanumeric()).any(|word| vocabulary.kind(word).is_some_and(|kind| kind != Kind::Notes))
}

/// "Roof meeting, 5 May 2026"
fn is_meeting(title: &str, origin: &Origin, vocabulary: &Vocabulary) -> bool {
    vocabulary.mentions(Group::Meetings, title).is_some() && (origin.dated || says_exact_day(title))
}

/// The title is a synonym of exactly one of mission, vision, strategy.
fn kind_of_title(title: &Surveyed) -> Option<Kind> {
    let [only] = title.matches.as_slice() else { return None };
    if !title.whole {
        return None;
    }
    match only.concept {
        Concept::Mission => Some(Kind::Mission),
        Concept::Vision => Some(Kind::Vision),
        Concept::Strategy => Some(Kind::Strategy),
        _ => None,
    }
}

/// The language of most headings that were recognised.
fn language_of<'h>(headings: impl Iterator<Item = &'h Surveyed>) -> Option<Language> {
    let mut counts = [0_usize; Language::ALL.len()];
    for language in headings.flat_map(|heading| &heading.matches).filter_map(|found| found.language) {
        counts[language as usize] += 1;
    }
    let (at, &most) = counts.iter().enumerate().rev().max_by_key(|&(_, count)| count)?;
    (most > 0).then(|| Language::ALL[at])
}
