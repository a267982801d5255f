//! D102: an objective, a milestone or a decision without a date of its own, above it, or for the whole document.

use crate::dialect::concept::HeadKey;
use crate::dialect::question;
use crate::plan::{Chunk, Dated, Entry, Role};
use crate::rules::draft::{Draft, quoted};
use crate::rules::options::Options;
use crate::rules::scene::Local;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
    let document = here.scene.document;
    let plan = &here.chunk.plan;
    if plan.entries.is_empty() || [HeadKey::End, HeadKey::Due].iter().any(|&key| document.head(key).is_some_and(|value| !value.is_empty()))
    {
        return;
    }
    let collapse_after = options.count("collapse-after", 3);
    for number in 0..plan.sections.len() {
        let above = said_above(here.chunk, number);
        let wanted: Vec<&Entry> = plan
            .entries
            .iter()
            .filter(|entry| entry.section == number && !entry.closed && is_wanted(entry, options) && !dates(above, entry.role))
            .filter(|entry| !question::ends_asking(here.words(entry.text)))
            .collect();
        let undated: Vec<&Entry> = wanted.iter().copied().filter(|entry| !entry.dated).collect();
        let heading = plan.sections[number].heading;
        let weight = super::super::weight_in_notes(here.scene, undated.len(), wanted.len());
        if collapse_after > 0 && undated.len() >= collapse_after && undated.len() == wanted.len() && !heading.is_empty() {
            let one = Draft::at(here.at(heading)).saying("collapsed").weighing(weight).with("count", undated.len());
            found.push(undated.iter().fold(one, |one, entry| one.related(here.at(entry.place), quoted(here.words(entry.text)))));
        } else {
            found.extend(undated.into_iter().map(|entry| draft(here, entry).weighing(weight)));
        }
    }
}

fn draft(here: &Local<'_>, entry: &Entry) -> Draft {
    let draft = Draft::at(here.at(entry.place)).quoting("item", here.words(entry.text));
    match entry.role {
        Role::Milestone => draft.saying("milestone"),
        Role::Decision => draft.saying("decision"),
        Role::Risk => draft.saying("risk"),
        _ => draft,
    }
}

/// Of a risk only the response to it needs a date.
fn is_wanted(entry: &Entry, options: &Options) -> bool {
    let element = match entry.role {
        Role::Objective => "objective",
        Role::Milestone => "milestone",
        Role::Decision => "decision",
        Role::Risk if entry.answered => "risk",
        _ => return false,
    };
    options.words("elements").any(|wanted| wanted == element)
}

/// Whether what the headings say dates an entry: the day of a meeting is that of what was decided there, and of nothing else.
fn dates(above: Dated, role: Role) -> bool {
    match above {
        Dated::No => false,
        Dated::Meeting => role == Role::Decision,
        Dated::Period | Dated::Day => true,
    }
}

/// What the heading of a section and those above it say about time; a deadline says more than a meeting.
fn said_above(chunk: &Chunk, section: usize) -> Dated {
    let sections = &chunk.plan.sections;
    let outermost = sections[section].level;
    let mut level = outermost;
    let mut said = sections[section].dated;
    for above in sections[..section].iter().rev().filter(|above| above.level != 0) {
        if above.level < level {
            level = above.level;
            said = fuller(said, above.dated);
        }
    }
    let open = chunk.context.open.iter().filter(|open| outermost == 0 || open.level < level);
    open.fold(said, |said, open| fuller(said, open.dated))
}

fn fuller(one: Dated, other: Dated) -> Dated {
    if other as u8 > one as u8 { other } else { one }
}
