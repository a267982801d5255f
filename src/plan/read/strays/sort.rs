//! What sort of list the items of one make: what they have in common decides how each of them is read.

use super::above::Above;
use super::{promised, shared_out, supposed};
use crate::plan::read::items;
use crate::plan::read::{Body, Reader};
use crate::plan::section::Reading;

/// What the items of a list have in common.
#[derive(Clone, Copy)]
pub(super) struct Sort {
    /// Nothing but boxes, here or in the list it is nested in.
    pub(super) boxes: bool,
    /// Boxes, or points without a word below them.
    pub(super) points: bool,
    /// Its items explain their labels.
    pub(super) legend: bool,
    /// The sentence above says that its items are to be done.
    pub(super) led: bool,
    /// Work is shared out in it.
    pub(super) shares: bool,
    /// So it is said above.
    pub(super) announced: bool,
}

impl Sort {
    /// Of `list` with its `items`. `claimed`: it was read as something else, and only what is said in it is listened to.
    pub(super) fn of(
        reader: &Reader<'_>,
        section: usize,
        body: &Body,
        list: usize,
        items: &[usize],
        above: Above<'_>,
        reading: Reading,
        claimed: bool,
    ) -> Self {
        let facts = &reader.facts;
        let is_outermost = (facts.minutes || facts.plans_work) && body.blocks.contains(&list);
        let boxes = above.boxes || is_outermost && items::is_all_boxes(reader, list);
        let is_told_above = facts.minutes && !claimed;
        let announced = is_told_above && shared_out::is_announced(reader, section, above);
        let shares = is_told_above && shared_out::are_shares(reader, items, reading, announced);
        Self {
            boxes,
            points: boxes || is_outermost && items.iter().all(|&item| items::nested(reader, item).is_empty()),
            legend: facts.minutes && !shares && promised::is_legend(reader, items),
            led: (facts.minutes || facts.plans_work && facts.notes)
                && !claimed
                && above.lead.is_some_and(|lead| supposed::leads_to_actions(reader, lead)),
            shares,
            announced,
        }
    }
}
