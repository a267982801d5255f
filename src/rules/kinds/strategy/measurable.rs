//! S105: an objective that nobody can tell reached from missed.

use crate::dialect::concept::Column;
use crate::dialect::question;
use crate::plan::{Entry, Role};
use crate::rules::draft::{Draft, quoted};
use crate::rules::options::Options;
use crate::rules::scene::Local;

/// As many objectives, none of them measurable, become one finding.
const COLLAPSE_AFTER: usize = 3;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    for number in 0..plan.sections.len() {
        let objectives: Vec<&Entry> = plan.entries.iter().filter(|entry| is_judged(here, entry) && entry.section == number).collect();
        let vague: Vec<&Entry> = objectives.iter().copied().filter(|entry| !is_measured(here, entry, options)).collect();
        let heading = plan.sections[number].heading;
        let weight = super::super::weight_in_notes(here.scene, vague.len(), objectives.len());
        if vague.len() == objectives.len() && vague.len() >= COLLAPSE_AFTER && !heading.is_empty() {
            let one = Draft::at(here.at(heading)).saying("collapsed").weighing(weight).with("count", vague.len());
            found.push(vague.iter().fold(one, |one, entry| one.related(here.at(entry.place), quoted(here.words(entry.text)))));
        } else {
            found.extend(vague.into_iter().map(|entry| Draft::at(here.at(entry.place)).weighing(weight).quoting("item", here.words(entry.text))));
        }
        if options.flag("require-baseline", false) {
            let one_sided = objectives.into_iter().filter(|entry| is_measured(here, entry, options) && !has_baseline(here, entry));
            found.extend(one_sided.map(|entry| Draft::at(here.at(entry.place)).saying("baseline").quoting("item", here.words(entry.text))));
        }
    }
}

/// What is reached needs no figure any more, and a question is no objective.
fn is_judged(here: &Local<'_>, entry: &Entry) -> bool {
    entry.role == Role::Objective && !entry.closed && !question::ends_asking(here.words(entry.text))
}

fn is_measured(here: &Local<'_>, entry: &Entry, options: &Options) -> bool {
    let own_verb = || {
        let words = here.words(entry.whole).to_lowercase();
        options
            .words("deliverable-verbs")
            .any(|verb| words.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == verb.to_lowercase()))
    };
    entry.measured || own_verb()
}

/// A filled baseline column, or two figures: from one to the other.
fn has_baseline(here: &Local<'_>, entry: &Entry) -> bool {
    let column = entry.table.and_then(|table| here.chunk.plan.tables[table].position(Column::Baseline));
    let filled = column.and_then(|column| entry.cells.get(column)).is_some_and(|&cell| !here.words(cell).trim().is_empty());
    let figures = here.words(entry.whole).split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ','));
    filled || figures.filter(|figure| figure.starts_with(|digit: char| digit.is_ascii_digit())).count() >= 2
}
