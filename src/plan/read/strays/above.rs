//! What stands above a list: the paragraph before it, or the items it is nested in.

use super::promised;
use crate::dialect::name;
use crate::dialect::name::lexicon::{Lexicon, Parts};
use crate::dialect::owner::{Owner, OwnerForm};
use crate::dialect::vocabulary::Vocabulary;
use crate::plan::read::Reader;
use crate::plan::read::items::{self, Own};
use crate::text::Span;
use std::cell::OnceCell;

/// What stands above a list and leads to it.
#[derive(Clone, Copy, Default)]
pub(super) struct Above<'a> {
    /// The words of the paragraph before it.
    pub(super) lead: Option<Span>,
    /// The item it is nested in.
    pub(super) item: Option<&'a Upper<'a>>,
    /// The list it is nested in holds nothing but boxes.
    pub(super) boxes: bool,
    /// Who alone is named in the paragraph before the outermost list: what follows is theirs.
    pub(super) speaker: Option<Span>,
}

/// An item with a list nested in it, and the one it is nested in itself.
pub(super) struct Upper<'a> {
    pub(super) own: Own,
    above: Option<&'a Upper<'a>>,
    /// Whom it names, read once however much is nested in it.
    owner: OnceCell<Option<Owner>>,
}

impl<'a> Upper<'a> {
    pub(super) fn of(own: Own, above: Option<&'a Upper<'a>>) -> Self {
        Self { own, above, owner: OnceCell::new() }
    }
}

/// A longer paragraph says more than who speaks, in bytes.
const LONGEST_SPEAKER: usize = 40;

/// The label of a speaker is neither shorter nor longer, in bytes.
const SHORTEST_LABEL: usize = 3;
const LONGEST_LABEL: usize = 20;

/// A longer item above a list says more than whose it is, in bytes.
const LONGEST_OWNER: usize = 80;

impl Above<'_> {
    /// Whoever the items above name for what stands below: "Ann Lee: garden", "New roof (Bo)".
    pub(super) fn owner(self, reader: &Reader<'_>) -> Option<Owner> {
        let mut item = self.item;
        while let Some(Upper { own, above, owner }) = item {
            if let Some(owner) = owner.get_or_init(|| owner_in(reader, own)) {
                return Some(owner.clone());
            }
            item = *above;
        }
        self.speaker.map(|span| Owner::Named { span, names: vec![span], form: OwnerForm::Inherited, sure: false })
    }

    /// Whether an item above is the topic of whoever speaks: "ann: state of the hall".
    pub(super) fn is_talk(self, reader: &Reader<'_>) -> bool {
        let mut item = self.item;
        while let Some(Upper { own, above, .. }) = item {
            if begins_with_speaker(reader.blocks.masked(own.text).trim_start()) {
                return true;
            }
            item = *above;
        }
        false
    }
}

/// Who is named in the paragraph `lead`, if that is all it says: "@ann", "Ann Lee:".
pub(super) fn speaker(reader: &Reader<'_>, lead: Span) -> Option<Span> {
    let words = reader.blocks.masked(lead).trim().trim_end_matches([':', '：']);
    (words.len() <= LONGEST_SPEAKER && !words.contains('\n') && name::is_name(words)).then_some(lead)
}

/// One word and a colon, when the word means nothing else.
fn begins_with_speaker(words: &str) -> bool {
    let colon = words.bytes().take(LONGEST_LABEL + 1).position(|sign| sign == b':');
    let label = colon.filter(|colon| words[colon + 1..].starts_with(' ')).map(|colon| &words[..colon]);
    label.filter(|label| label.len() >= SHORTEST_LABEL).is_some_and(|label| {
        label.bytes().all(|letter| letter.is_ascii_alphabetic())
            && Lexicon::get().parts(label) == Parts::default()
            && Vocabulary::builtin().label(label).is_none()
    })
}

/// Whom brackets in front name: "[Ann Lee - 30 min] The roof", "[Ann (school) / Bo] The hall".
fn in_brackets(words: &str) -> bool {
    let Some((inside, behind)) = words.strip_prefix('[').and_then(|rest| rest.split_once(']')) else { return false };
    let first = inside.split(['/', ',', '&', '(']).next().unwrap_or_default();
    let name = [" - ", " – ", " — "].iter().fold(first, |name, dash| name.split(dash).next().unwrap_or_default()).trim();
    !behind.trim().is_empty() && name::is_name(name)
}

fn owner_in(reader: &Reader<'_>, own: &Own) -> Option<Owner> {
    let words = reader.blocks.masked(own.text).trim().trim_end_matches([':', '：']);
    let is_several = |words: &str| words.split_whitespace().count() > 1;
    if in_brackets(words) {
        return Some(Owner::Named { span: own.text, names: Vec::new(), form: OwnerForm::Inherited, sure: false });
    }
    let labelled = promised::labelled_as_action(reader, words);
    if words.len() > LONGEST_OWNER && !labelled {
        return None;
    }
    if is_several(words) && words.len() <= 40 && name::is_name(words) {
        return Some(Owner::Named { span: own.text, names: vec![own.text], form: OwnerForm::Inherited, sure: false });
    }
    let owner = items::attributes(reader, own.text).owner;
    let Owner::Named { form, names, .. } = &owner else { return None };
    let full_name = names.first().is_some_and(|&name| is_several(reader.blocks.masked(name)));
    let names_owner = labelled || *form == OwnerForm::TrailingBracket || *form == OwnerForm::LeadingColon && full_name;
    names_owner.then_some(owner)
}
