//! What stands above a list: the paragraph before it, or the items it is nested in.

use crate::dialect::name;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::plan::read::Reader;
use crate::plan::read::items::{self, Own};
use crate::text::Span;

/// What stands above a list and leads to it.
#[derive(Clone, Copy, Default)]
pub(super) struct Above<'a> {
    /// The words of the paragraph before it.
    pub(super) lead: Option<Span>,
    /// The item it is nested in.
    pub(super) item: Option<&'a Upper<'a>>,
    /// The list it is nested in holds nothing but boxes.
    pub(super) boxes: bool,
}

/// An item with a list nested in it, and the one it is nested in itself.
pub(super) struct Upper<'a> {
    pub(super) own: Own,
    pub(super) above: Option<&'a Upper<'a>>,
}

/// A longer item above a list says more than whose it is, in bytes.
const LONGEST_OWNER: usize = 80;

impl Above<'_> {
    /// Whoever the items above name for what stands below: "Ann Lee: garden", "New roof (Bo)".
    pub(super) fn owner(self, reader: &Reader<'_>) -> Option<Owner> {
        let mut item = self.item;
        while let Some(Upper { own, above }) = item {
            if let Some(owner) = owner_in(reader, own) {
                return Some(owner);
            }
            item = *above;
        }
        None
    }
}

fn owner_in(reader: &Reader<'_>, own: &Own) -> Option<Owner> {
    let words = reader.blocks.masked(own.text).trim().trim_end_matches([':', '：']);
    let is_several = |words: &str| words.split_whitespace().count() > 1;
    if words.len() > LONGEST_OWNER {
        return None;
    }
    if is_several(words) && words.len() <= 40 && name::is_name(words) {
        return Some(Owner::Named { span: own.text, names: vec![own.text], form: OwnerForm::Inherited, sure: false });
    }
    let owner = items::attributes(reader, own.text).owner;
    let Owner::Named { form, names, .. } = &owner else { return None };
    let full_name = names.first().is_some_and(|&name| is_several(reader.blocks.masked(name)));
    let names_owner = *form == OwnerForm::TrailingBracket || *form == OwnerForm::LeadingColon && full_name;
    names_owner.then_some(owner)
}
