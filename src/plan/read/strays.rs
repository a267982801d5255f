//! Questions and actions outside their sections: lists in which every item asks, boxes with an owner or a date,
//! and in notes the lines that say who will do what (DIALECT 5, 6 b and 14).

mod above;
mod asking;
mod heads;
mod promised;
mod shared_out;
mod sort;
mod supposed;
mod to_do;

use super::items::{self, Own, Told};
use super::talk::{self, Talk};
use super::{Body, Reader, actions, areas, questions};
use crate::markdown::BlockKind;
use crate::plan::element::TableRole;
use crate::plan::section::Reading;
use above::{Above, Upper};
use heads::{announced, heads_a_list, is_written_list};
use sort::Sort;

pub(super) fn read(reader: &mut Reader<'_>, section: usize, body: &Body) {
    let reading = reader.plan.sections[section].reading;
    for (number, &block) in body.blocks.iter().enumerate() {
        let before = number.checked_sub(1).map(|before| body.blocks[before]);
        match reader.blocks.block(block).kind {
            BlockKind::List { .. } if before.is_some_and(|before| announced(reader, section, body, before, block)) => {}
            BlockKind::List { .. } => {
                let lead = before.filter(|&before| reader.is(before, BlockKind::Paragraph));
                let lead = lead.map(|lead| reader.blocks.block(lead).text);
                let speaker = lead.filter(|_| reader.facts.minutes).and_then(|lead| above::speaker(reader, lead));
                let above = Above { lead, item: None, boxes: false, speaker };
                list(reader, section, body, block, above, reading);
            }
            BlockKind::Quote { alert: true } => {
                for child in reader.blocks.children(block).filter(|&child| reader.is_list(child)).collect::<Vec<_>>() {
                    list(reader, section, body, child, Above::default(), reading);
                }
            }
            BlockKind::Paragraph if !reader.is_claimed(block) && is_written_list(reader, block) => {
                let label = reader.lines(block)[0];
                actions::begin_list(reader, section, label);
                actions::written_lines(reader, section, body, block, 1);
                reader.claim(block);
            }
            BlockKind::Paragraph if !reader.is_claimed(block) => {
                let next = body.blocks.get(number + 1).copied();
                asking::labelled(reader, section, block, next);
                if !reader.is_claimed(block) {
                    talk::paragraph(reader, section, body, block, next, reading);
                    supposed::paragraph(reader, section, body, block, reading);
                }
            }
            BlockKind::Table if !reader.is_claimed(block) => {
                let span = reader.blocks.block(block).span;
                let is_action = reader.plan.tables.iter().any(|table| table.span == span && table.role == TableRole::Actions);
                if is_action {
                    actions::rows(reader, section, body, block);
                } else {
                    areas::stray(reader, section, block);
                }
            }
            _ => {}
        }
    }
}

fn list(reader: &mut Reader<'_>, section: usize, body: &Body, list: usize, above: Above<'_>, reading: Reading) {
    if asking::asks_others(reader, list, above) {
        return;
    }
    // Below headings such as "Review of open issues" and "Decisions" minutes hold talk as well.
    let claimed = reader.is_claimed(list) && !(reader.facts.minutes && promised::is_heard(reading));
    let examples = asking::are_examples(reader, list);
    if !claimed && !examples && asking::implicit(reader, section, body, list, above, reading) {
        return;
    }
    let items: Vec<usize> = reader.blocks.children(list).collect();
    let talk = if examples { None } else { Talk::among(reader, &items) };
    let sort = Sort::of(reader, section, body, list, &items, above, reading, claimed);
    for (number, &item) in items.iter().enumerate() {
        if reader.is_claimed(item) {
            continue;
        }
        let own = items::own(reader, item);
        if let Some(own) = own {
            let asked = reader.plan.questions.len();
            let later = &items[number + 1..];
            if heads_a_list(reader, section, body, &own, above) {
                questions::conclude(reader, asked, later);
                continue;
            }
            if sort.shares && shared_out::item(reader, section, body, &own, sort.announced) {
                continue;
            }
            if !claimed {
                if questions::labelled_item(reader, section, &own, later.first().copied()) {
                    continue;
                }
                let (own, boxed) = if reader.facts.minutes { items::above_boxed_lines(reader, own) } else { (own, Vec::new()) };
                boxed.iter().for_each(|boxed| acts(reader, section, body, boxed, reading, above, Sort { points: true, ..sort }));
                if !sort.legend || promised::orders_by_label(reader, reader.blocks.masked(own.text)) {
                    acts(reader, section, body, &own, reading, above, sort);
                }
            }
            if let Some(talk) = &talk
                && !reader.is_claimed(item)
            {
                talk::item(reader, section, body, &own, reading, talk, later.first().copied());
            }
        }
        if !claimed {
            talk::further(reader, section, body, item, reading);
        }
        if reading != Reading::Actions || !claimed {
            let upper = own.or_else(|| items::quoted(reader, item)).map(|own| Upper::of(own, above.item));
            for child in reader.blocks.children(item).filter(|&child| reader.is_list(child)).collect::<Vec<_>>() {
                if !claimed || matches!(reading, Reading::Prose) {
                    let inner = Above { lead: None, item: upper.as_ref().or(above.item), boxes: sort.boxes, speaker: above.speaker };
                    self::list(reader, section, body, child, inner, reading);
                }
            }
        }
    }
}

/// Reads `own`, a line that nothing else claimed, as an action, certain or possible; `sort`: of the list it stands in.
fn acts(reader: &mut Reader<'_>, section: usize, body: &Body, own: &Own, reading: Reading, above: Above<'_>, sort: Sort) {
    let told = Told::by(own.text);
    if !promised::action(reader, section, body, own, &told, reading, above) {
        supposed::item(reader, section, body, own, &told, reading, sort);
    }
}
