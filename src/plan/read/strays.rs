//! Questions and actions outside their sections: lists in which every item asks, boxes with an owner or a date,
//! and in notes the lines that say who will do what (DIALECT 5, 6 b and 14).

use super::items::{self, Own};
use super::{Body, Reader, actions, areas, questions};
use crate::dialect::item::Attributes;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::dialect::question;
use crate::dialect::concept::Kind;
use crate::markdown::BlockKind;
use crate::plan::element::{QuestionSource, TableRole};
use crate::plan::section::Reading;

pub(super) fn read(reader: &mut Reader<'_>, section: usize, body: &Body) {
    let reading = reader.plan.sections[section].reading;
    for (number, &block) in body.blocks.iter().enumerate() {
        match reader.blocks.block(block).kind {
            BlockKind::List { .. } => list(reader, section, body, block, reading),
            BlockKind::Quote { alert: true } => {
                for child in reader.blocks.children(block).filter(|&child| reader.is_list(child)).collect::<Vec<_>>() {
                    list(reader, section, body, child, reading);
                }
            }
            BlockKind::Paragraph if !reader.is_claimed(block) => {
                labelled_question(reader, section, block, body.blocks.get(number + 1).copied());
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

fn list(reader: &mut Reader<'_>, section: usize, body: &Body, list: usize, reading: Reading) {
    let claimed = reader.is_claimed(list);
    if !claimed && implicit_questions(reader, section, body, list, reading) {
        return;
    }
    for item in reader.blocks.children(list).collect::<Vec<_>>() {
        if reader.is_claimed(item) {
            continue;
        }
        if !claimed && let Some(own) = items::own(reader, item) {
            action(reader, section, body, &own, reading);
        }
        if reading != Reading::Actions || !claimed {
            for child in reader.blocks.children(item).filter(|&child| reader.is_list(child)).collect::<Vec<_>>() {
                if !claimed || matches!(reading, Reading::Prose) {
                    self::list(reader, section, body, child, reading);
                }
            }
        }
    }
}

/// A list of two or more items that all ask.
fn implicit_questions(reader: &mut Reader<'_>, section: usize, body: &Body, list: usize, reading: Reading) -> bool {
    if !reader.facts.implicit_questions || body.asks || matches!(reading, Reading::Faq | Reading::Checklist | Reading::Questions { .. }) {
        return false;
    }
    let items: Vec<Own> = reader.blocks.children(list).filter_map(|item| items::own(reader, item)).collect();
    let all = items.len() > 1
        && items.iter().all(|own| {
            let words = reader.blocks.masked(own.text);
            question::ends_asking(words) || asks_then_says(words)
        })
        && items.iter().any(|own| question::ends_asking(reader.blocks.masked(own.text)));
    if !all {
        return false;
    }
    let first = reader.plan.questions.len();
    questions::list(reader, section, list, None);
    for question in &mut reader.plan.questions[first..] {
        if question.source == QuestionSource::Item {
            question.source = QuestionSource::ImplicitList;
        }
    }
    true
}

/// "Is it current? Yes, since March.": a question that carries its answer.
fn asks_then_says(words: &str) -> bool {
    question::marks(words).first().is_some_and(|&mark| mark > 8)
}

fn action(reader: &mut Reader<'_>, section: usize, body: &Body, own: &Own, reading: Reading) {
    if matches!(reading, Reading::Questions { .. } | Reading::Checklist | Reading::Faq | Reading::Objectives | Reading::Milestones) {
        return;
    }
    let words = reader.blocks.masked(own.text);
    if words.trim().is_empty() {
        return;
    }
    let planned = matches!(reader.facts.stated, Some(Kind::Plan | Kind::Workbook));
    let takes = if own.tick.is_some() {
        planned || {
            let found = items::attributes(reader, own.text);
            found.due.is_some() || says_who(&found)
        }
    } else {
        reader.facts.notes && reading == Reading::Prose && promises(reader, own)
    };
    if takes {
        let attributes = items::attributes(reader, own.text);
        let nested = items::nested(reader, own.item);
        let action = actions::from_item(reader, section, body, own, attributes, &actions::Above::default(), &nested);
        reader.plan.actions.push(action);
        reader.claim(own.item);
    }
}

/// An owner in a form that only a task has.
fn says_who(found: &Attributes) -> bool {
    matches!(
        found.owner,
        Owner::Named { form: OwnerForm::Key | OwnerForm::Handle | OwnerForm::LeadingTo | OwnerForm::TrailingBracket, .. }
    )
}

/// A line of free minutes that says who will do what: "Kate needs to send …", "TODO (Matt): …".
fn promises(reader: &Reader<'_>, own: &Own) -> bool {
    let words = reader.blocks.masked(own.text).trim_start();
    if own.place.len() > 400 || question::ends_asking(words) {
        return false;
    }
    let labelled = ["TODO", "ACTION", "Action", "AI"].iter().any(|label| words.strip_prefix(label).is_some_and(|rest| rest.trim_start().starts_with([':', '(', '：'])));
    labelled || matches!(items::attributes(reader, own.text).owner, Owner::Named { form: OwnerForm::LeadingTo, .. })
}

/// `Q: …` in a paragraph of its own.
fn labelled_question(reader: &mut Reader<'_>, section: usize, block: usize, next: Option<usize>) {
    let words = reader.blocks.text(block).trim_start();
    let labelled = ["Q:", "Q：", "Q.", "Question:", "問:", "问：", "问:"].iter().any(|label| words.starts_with(label));
    if labelled && words.contains(['?', '？']) {
        questions::paragraph(reader, section, block, next, QuestionSource::Labelled);
    }
}
