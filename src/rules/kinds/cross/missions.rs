//! X105: two missions for the same organisation that do not agree, in one document or one series.

use super::series::earlier_peers;
use crate::plan::{MissionStatement, missions};
use crate::rules::draft::{Draft, quoted};
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use std::cell::OnceCell;
use std::cmp::Ordering;
use std::collections::HashMap;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let here = missions(scene.document, scene.source);
    if here.is_empty() {
        return;
    }
    let enough = options.number("min-similarity", 0.9);
    let earlier = earlier_peers(scene);
    if here.len() == 1 && earlier.iter().all(|other| other.missions.is_empty()) {
        return;
    }
    let earlier: Vec<_> = earlier.iter().flat_map(|other| other.missions.iter().map(move |there| (other, Bare::of(there)))).collect();
    let mut wordings: Vec<Wording<'_>> = Vec::new();
    let mut known = HashMap::new();
    for mission in &here {
        let number = *known.entry((&mission.text, &mission.scope, mission.labelled, mission.language)).or_insert(wordings.len());
        if number == wordings.len() {
            wordings.push(Wording { bare: Bare::of(mission), other: None, held: 0 });
        }
        // A wording seen before conflicts with what it conflicted with then, or with one that came since.
        let Wording { bare, other, held } = &wordings[number];
        let other = other.or_else(|| (*held..wordings.len()).find(|&other| conflict(bare, &wordings[other].bare, enough)));
        wordings[number].other = other;
        wordings[number].held = wordings.len();
        if let Some(other) = other {
            let other = &wordings[other].bare;
            let draft = Draft::at(mission.place).with("line", scene.line(other.place.start as usize));
            found.push(draft.related(other.place, quoted(&other.text)));
            continue;
        }
        let bare = &wordings[number].bare;
        if let Some((document, there)) = earlier.iter().find(|(_, there)| conflict(bare, there, enough)) {
            let draft = Draft::at(mission.place).saying("elsewhere").with("path", scene.neighbours.written(document));
            found.push(draft.related_in(&document.path, there.place, quoted(&there.text)));
        }
    }
}

/// A mission in words that no other has said before, and what holds for all that say the same.
struct Wording<'m> {
    bare: Bare<'m>,
    /// The first wording that conflicts with it.
    other: Option<usize>,
    /// Against so many wordings it has been held.
    held: usize,
}

/// A mission to be held against others. What that takes is worked out when another one first speaks for the same people: most stand
/// alone.
struct Bare<'m> {
    mission: &'m MissionStatement,
    letters: OnceCell<Letters>,
}

/// The letters of a text.
struct Letters {
    /// All of them.
    text: String,
    /// How many of them there are, and how many of these are Latin.
    count: usize,
    latin: usize,
    /// Each letter with the next one as one number, sorted; for most missions nobody asks.
    pairs: OnceCell<Vec<u64>>,
}

impl<'m> Bare<'m> {
    fn of(mission: &'m MissionStatement) -> Self {
        Self { mission, letters: OnceCell::new() }
    }

    fn letters(&self) -> &Letters {
        self.letters.get_or_init(|| Letters::of(&self.mission.text))
    }
}

impl Letters {
    fn of(text: &str) -> Self {
        let text = bare(text);
        let count = text.chars().count();
        let latin = text.chars().filter(|letter| *letter < '\u{250}').count();
        Self { text, count, latin, pairs: OnceCell::new() }
    }

    fn is_latin(&self) -> bool {
        self.latin * 2 > self.count
    }

    fn pairs(&self) -> &[u64] {
        self.pairs.get_or_init(|| {
            let letters = || self.text.chars().map(u64::from);
            let mut pairs: Vec<u64> = letters().zip(letters().skip(1)).map(|(one, next)| one << 32 | next).collect();
            pairs.sort_unstable();
            pairs
        })
    }

    /// Whether two texts are less alike than `enough`, from 0 to 1: by the share of their pairs that both have (Sørensen and Dice).
    fn is_unlike(&self, other: &Self, enough: f64) -> bool {
        let (one, two) = (self.count.saturating_sub(1), other.count.saturating_sub(1));
        let share = |common: usize| if one + two == 0 { 1.0 } else { (2 * common) as f64 / (one + two) as f64 };
        // The shorter one has no more pairs to share.
        share(one.min(two)) < enough || share(common(self.pairs(), other.pairs())) < enough
    }
}

/// How many pairs two sorted lists share.
fn common(one: &[u64], two: &[u64]) -> usize {
    let (mut one, mut two) = (one.iter().peekable(), two.iter().peekable());
    let mut common = 0;
    while let (Some(here), Some(there)) = (one.peek(), two.peek()) {
        let order = here.cmp(there);
        common += usize::from(order == Ordering::Equal);
        if order != Ordering::Greater {
            one.next();
        }
        if order != Ordering::Less {
            two.next();
        }
    }
    common
}

impl std::ops::Deref for Bare<'_> {
    type Target = MissionStatement;

    fn deref(&self) -> &MissionStatement {
        self.mission
    }
}

/// Whether both speak for the same people, in the same language and the same form, and say different things.
fn conflict(one: &Bare<'_>, other: &Bare<'_>, enough: f64) -> bool {
    let comparable = one.scope == other.scope && one.labelled == other.labelled;
    let one_language = one.language.is_none() || other.language.is_none() || one.language == other.language;
    comparable && one_language && differ(one.letters(), other.letters(), enough)
}

/// Whether neither text is part of the other and they are less alike than `enough`.
fn differ(one: &Letters, other: &Letters, enough: f64) -> bool {
    if one.text.is_empty() || other.text.is_empty() || one.is_latin() != other.is_latin() {
        return false;
    }
    !one.text.contains(&other.text) && !other.text.contains(&one.text) && one.is_unlike(other, enough)
}

/// The letters of a text in lower case, without Markdown and without the destinations of links.
fn bare(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        push_letters(&rest[..at], &mut letters);
        rest = rest[at..].find(')').map_or("", |end| &rest[at + end..]);
    }
    push_letters(rest, &mut letters);
    letters
}

fn push_letters(text: &str, letters: &mut String) {
    if text.is_ascii() {
        letters.extend(text.bytes().filter(u8::is_ascii_alphanumeric).map(|letter| char::from(letter.to_ascii_lowercase())));
    } else {
        letters.extend(text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase));
    }
}
