//! X105: two missions for the same organisation that do not agree, in one document or one series.

use super::series::earlier_peers;
use crate::plan::{MissionStatement, missions};
use crate::rules::draft::{Draft, quoted};
use crate::rules::options::Options;
use crate::rules::scene::Scene;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let here = missions(scene.document, scene.source);
    if here.is_empty() {
        return;
    }
    let enough = options.number("min-similarity", 0.9);
    let earlier = earlier_peers(scene);
    let here: Vec<Bare<'_>> = here.iter().map(Bare::of).collect();
    let earlier: Vec<_> = earlier.iter().flat_map(|other| other.missions.iter().map(move |there| (other, Bare::of(there)))).collect();
    for (number, mission) in here.iter().enumerate() {
        if let Some(other) = here[..number].iter().find(|other| conflict(mission, other, enough)) {
            let draft = Draft::at(mission.place).with("line", scene.line(other.place.start as usize));
            found.push(draft.related(other.place, quoted(&other.text)));
            continue;
        }
        if let Some((document, there)) = earlier.iter().find(|(_, there)| conflict(mission, there, enough)) {
            let draft = Draft::at(mission.place).saying("elsewhere").with("path", scene.neighbours.written(document));
            found.push(draft.related_in(&document.path, there.place, quoted(&there.text)));
        }
    }
}

/// A mission with the letters of its text.
struct Bare<'m> {
    mission: &'m MissionStatement,
    letters: String,
}

impl<'m> Bare<'m> {
    fn of(mission: &'m MissionStatement) -> Self {
        Self { mission, letters: bare(&mission.text) }
    }
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
    comparable && one_language && differ(&one.letters, &other.letters, enough)
}

/// Whether neither text is part of the other and they are less alike than `enough`.
fn differ(one: &str, other: &str, enough: f64) -> bool {
    let is_latin = |text: &str| text.chars().filter(|letter| *letter < '\u{250}').count() * 2 > text.chars().count();
    if one.is_empty() || other.is_empty() || is_latin(one) != is_latin(other) {
        return false;
    }
    !one.contains(other) && !other.contains(one) && strsim::sorensen_dice(one, other) < enough
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
    letters.extend(text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase));
}
