//! What stands among actions and is none.

use crate::dialect::concept::Column;
use crate::dialect::group::Group;
use crate::dialect::order;
use crate::markdown::InlineKind;
use crate::plan::read::items::{self, Own};
use crate::plan::read::{Reader, questions};

/// Whether every item of a list of two or more asks: those are questions also among actions.
pub(super) fn all_ask(reader: &Reader<'_>, list: usize) -> bool {
    let several = reader.blocks.children(list).filter_map(|item| items::own(reader, item)).nth(1).is_some();
    several && questions::all_ask(reader, list)
}

/// A guide to good actions: "Phrase each action item as a sentence" is for whoever writes one.
pub(super) fn all_advise(reader: &Reader<'_>, list: usize) -> bool {
    let words = reader.blocks.masked(reader.blocks.block(list).span);
    !reader.facts.minutes && reader.facts.notes && reader.facts.vocabulary.mentions(Group::ActionAdvice, words).is_some()
}

/// "Anyone willing to host?" among actions asks; who does something is not its affair.
pub(super) fn only_asks(reader: &Reader<'_>, own: &Own) -> bool {
    own.tick.is_none() && crate::dialect::question::ends_asking(reader.blocks.masked(own.text))
}

/// "Next meeting: 8 May" tells a date that nobody has to do anything about, unlike 다음 회의 날짜 정하기.
pub(super) fn is_appointment(reader: &Reader<'_>, own: &Own) -> bool {
    let words = reader.blocks.masked(own.text).trim_start();
    let short = own.text.len() <= 60 && own.tick.is_none() && !order::is_order_by_ending(words);
    short && reader.facts.vocabulary.mentions(Group::Appointments, words).is_some_and(|said| said.start == 0)
}

/// An item that is a name and a link called "link" or "here": it points at a record, nobody has to do anything.
pub(super) fn points_elsewhere(reader: &Reader<'_>, own: &Own) -> bool {
    const GENERIC: [&str; 10] = ["链接", "link", "here", "リンク", "링크", "lien", "enlace", "ici", "hier", "aquí"];
    let Some(paragraph) = reader.blocks.first_paragraph(own.item) else { return false };
    reader.blocks.inlines(paragraph).iter().any(|inline| {
        matches!(inline.kind, InlineKind::Link(_))
            && inline.span.end + 4 >= own.text.end
            && GENERIC.contains(&reader.blocks.masked(inline.span).trim().to_lowercase().as_str())
    }) && own.text.len() < 400
        && own.tick.is_none()
}

/// "Owner: Ann" in a list of actions says who does them, "Due" alone heads its value. What has a box is to be done, and so is what is put
/// as an order: "Confirm the owners".
pub(super) fn is_attribute(reader: &Reader<'_>, own: &Own) -> bool {
    let words = reader.blocks.masked(own.text);
    let split = words.split_once([':', '：']);
    let label = split.map_or(words, |(label, _)| label);
    own.tick.is_none()
        && (split.is_some() || !items::nested(reader, own.item).is_empty())
        && label.len() <= 40
        && !order::begins_as_order(label)
        && reader
            .facts
            .vocabulary
            .column(label.trim(), None)
            .is_some_and(|found| matches!(found.column, Column::Owner | Column::Due | Column::Status))
}
