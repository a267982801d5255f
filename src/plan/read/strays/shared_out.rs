//! Lists of minutes in which work is shared out: "Posters: Ann", "Posters - Ann", "Posters (Ann)", "Ann - posters".
//!
//! Points of an agenda and roles in a meeting look the same, so either what leads to the list says that work is shared out, or all of
//! its items have one shape; and even then each of them only may be an action.

use super::above::Above;
use crate::dialect::group::Group;
use crate::dialect::item::Attributes;
use crate::dialect::name;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::plan::element::ActionState;
use crate::plan::read::items::{self, Own, Told};
use crate::plan::read::{Body, Reader, actions};
use crate::plan::section::Reading;
use crate::text::Span;

/// A longer item tells more than who has what, in bytes.
const LONGEST: usize = 120;
/// So many items of one shape, with nothing above them, share out work.
const FEWEST: usize = 3;

/// What leads to a list says that work is shared out in it.
pub(super) fn is_announced(reader: &Reader<'_>, section: usize, above: Above<'_>) -> bool {
    let says = |words: &str| reader.facts.vocabulary.mentions(Group::SharingOut, words).is_some();
    let heading = reader.plan.sections[section].heading;
    says(reader.blocks.masked(heading))
        || above.lead.is_some_and(|lead| says(reader.blocks.masked(lead)))
        || above.item.is_some_and(|upper| says(reader.blocks.masked(upper.own.text)))
}

/// Whether the items of a list give its work away. `announced`: so it is said above. Elsewhere who is named in brackets, in front of a
/// dash, or above lines of its own, may just have said it.
pub(super) fn are_shares(reader: &Reader<'_>, items: &[usize], reading: Reading, announced: bool) -> bool {
    let is_share = |form: OwnerForm| announced || form == OwnerForm::TrailingDash;
    if !announced && (reading != Reading::Prose || items.len() < FEWEST) {
        return false;
    }
    let is_bare = |own: &Own| own.tick.is_none() && (announced || items::nested(reader, own.item).is_empty());
    let share = |&item: &usize| items::own(reader, item).filter(is_bare).and_then(|own| share(reader, &own, announced));
    let gives = |item| share(item).is_some_and(|found| matches!(found.owner, Owner::Named { form, .. } if is_share(form)));
    if announced { items.iter().filter(|item| gives(item)).count() * 2 > items.len() } else { items.iter().all(gives) }
}

/// Reads `own` as what somebody may have been given. Says whether it is that.
pub(super) fn item(reader: &mut Reader<'_>, section: usize, body: &Body, own: &Own, announced: bool) -> bool {
    let Some(attributes) = share(reader, own, announced) else { return false };
    let nested = items::nested(reader, own.item);
    let action = actions::from_item(reader, section, body, own, attributes, &actions::Above::default(), &nested);
    if action.state == ActionState::Open {
        reader.plan.possible.push(action);
    }
    true
}

/// What `own` says about itself if somebody is given something by it. "Chair: Ann" gives a role, unless work is announced.
fn share(reader: &Reader<'_>, own: &Own, announced: bool) -> Option<Attributes> {
    let words = reader.blocks.masked(own.text);
    if words.len() > LONGEST || words.contains('\n') {
        return None;
    }
    let told = Told::by(own.text);
    let found = told.attributes(reader);
    match &found.owner {
        Owner::Named { form: OwnerForm::LeadingDash | OwnerForm::TrailingDash | OwnerForm::TrailingBracket, .. } => Some(found.clone()),
        Owner::Collective { .. } => None,
        _ => {
            let (topic, given) = words.rsplit_once([':', '：'])?;
            let to = Span::new(words.len() - given.len(), words.len()).trimmed(words);
            let is_name = name::is_name(to.of(words).trim_end_matches('.'));
            let span = to.shifted(own.text.start as usize);
            (is_name && topic.chars().any(char::is_alphabetic) && (announced || !name::is_name(topic))).then(|| Attributes {
                owner: Owner::Named { span, names: vec![span], form: OwnerForm::TrailingDash, sure: false },
                ..found.clone()
            })
        }
    }
}
