//! What stands among actions and may be none: ideas, states, what a team does from now on, and what an earlier meeting left behind.
//!
//! Two careful readers differ on such lines. Those that name nobody, have no date and no box are told of lightly, never passed over.

use crate::dialect::group::Group;
use crate::dialect::order;
use crate::dialect::owner::Owner;
use crate::dialect::sentence;
use crate::plan::element::{Action, ActionState};
use crate::plan::read::Reader;

/// Whether `action`, read from an item of `section`, may be none. `talk`: it stands below what somebody says in a meeting.
pub(super) fn is_doubtful(reader: &Reader<'_>, section: usize, action: &Action, talk: bool) -> bool {
    let bare = matches!(action.owner, Owner::Nobody) && action.due.is_none() && action.ticked.is_none();
    bare && action.state == ActionState::Open && {
        let words = reader.blocks.masked(action.text).trim();
        talk || is_idea(reader, words) || sentence::tells_practice(words) || is_left_behind(reader, section, action)
    }
}

/// "Badges would be a great way to thank them", "Possible move to the new hall".
fn is_idea(reader: &Reader<'_>, words: &str) -> bool {
    let vocabulary = reader.facts.vocabulary;
    vocabulary.mentions(Group::States, words).is_some_and(|said| said.start == 0) || vocabulary.mentions(Group::Ideas, words).is_some()
}

/// Below "Old actions" stands what was given to somebody, unless it still tells somebody to do it, and what is said below it reports on it.
fn is_left_behind(reader: &Reader<'_>, section: usize, action: &Action) -> bool {
    let heading = reader.blocks.source(reader.plan.sections[section].heading);
    let is_reported = || reader.blocks.source(action.whole).trim_end().len() > (action.place.end - action.whole.start) as usize;
    reader.facts.minutes
        && reader.facts.vocabulary.leaves_behind(heading)
        && (!order::orders_within(reader.blocks.masked(action.text)) || is_reported())
}
