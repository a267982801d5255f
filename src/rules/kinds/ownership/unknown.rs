//! O106: an owner whom no list of people knows.

use crate::dialect::group::Group;
use crate::dialect::name::Names;
use crate::dialect::nearest::nearest;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::rules::draft::{Draft, quoted};
use crate::rules::scene::Local;
use crate::text::Span;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, found: &mut Vec<Draft>) {
    let people = here.scene.people;
    if people.is_empty() {
        return;
    }
    let mut known = Names::default();
    known.extend(people.iter().map(String::as_str));
    for span in names(here) {
        let name = here.words(span);
        // "Everyone" is A102's.
        let nobody =
            || (here.scene.running)("A102") && here.scene.vocabulary.in_group(Group::CollectiveOwners, name.trim_start_matches('@'));
        if known.knows(name) || nobody() {
            continue;
        }
        let draft = Draft::at(here.at(span)).quoting("value", name);
        found.push(match meant(name, people) {
            Some(meant) => draft.saying("suggestion").with("suggestion", quoted(meant)),
            None => draft,
        });
    }
}

/// Every name that stands where an owner stands, each once. A name known by its shape alone counts only where nothing else can stand.
fn names(here: &Local<'_>) -> Vec<Span> {
    let plan = &here.chunk.plan;
    let of_actions = plan.actions.iter().filter(|action| !action.owner_inherited).map(|action| &action.owner);
    let of_entries = plan.entries.iter().map(|entry| &entry.owner);
    let mut found: Vec<Span> = of_actions
        .chain(of_entries)
        .flat_map(|owner| match owner {
            Owner::Named { names, sure: true, .. } | Owner::Named { names, form: OwnerForm::Cell | OwnerForm::Key, .. } => names.as_slice(),
            _ => &[],
        })
        .copied()
        .collect();
    found.extend(plan.questions.iter().filter_map(|question| question.owner));
    found.sort_unstable();
    found.dedup();
    found
}

/// The person whose name, or one word of it, is most like `name`.
pub(crate) fn meant<'p>(name: &str, people: &'p [String]) -> Option<&'p str> {
    let name = name.trim_start_matches('@');
    let whole = nearest(name, people.iter().map(String::as_str));
    whole.or_else(|| people.iter().find(|person| nearest(name, person.split_whitespace()).is_some()).map(String::as_str))
}
