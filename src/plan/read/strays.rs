//! Questions and actions outside their sections: lists in which every item asks, boxes with an owner or a date,
//! and in notes the lines that say who will do what (DIALECT 5, 6 b and 14).

use super::items::{self, Own};
use super::talk::{self, Talk};
use super::{Body, Reader, actions, areas, questions};
use crate::dialect::concept::{Concept, Kind};
use crate::dialect::group::Group;
use crate::dialect::item::Attributes;
use crate::dialect::order;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::dialect::question;
use crate::markdown::BlockKind;
use crate::plan::element::{QuestionSource, TableRole};
use crate::plan::section::Reading;
use crate::text::Span;

/// What stands above a list and leads to it.
#[derive(Clone, Copy)]
enum Above {
    Nothing,
    /// A paragraph: these words.
    Paragraph(Span),
    /// The list is nested in an item of these words.
    Item(Span),
}

/// How far into a paragraph its label is looked for, in characters.
const LONGEST_LABEL: usize = 24;

pub(super) fn read(reader: &mut Reader<'_>, section: usize, body: &Body) {
    let reading = reader.plan.sections[section].reading;
    for (number, &block) in body.blocks.iter().enumerate() {
        let before = number.checked_sub(1).map(|before| body.blocks[before]);
        match reader.blocks.block(block).kind {
            BlockKind::List { .. } if before.is_some_and(|before| announced(reader, section, body, before, block)) => {}
            BlockKind::List { .. } => {
                let lead = before.filter(|&before| reader.is(before, BlockKind::Paragraph));
                let above = lead.map_or(Above::Nothing, |lead| Above::Paragraph(reader.blocks.block(lead).text));
                list(reader, section, body, block, above, reading);
            }
            BlockKind::Quote { alert: true } => {
                for child in reader.blocks.children(block).filter(|&child| reader.is_list(child)).collect::<Vec<_>>() {
                    list(reader, section, body, child, Above::Nothing, reading);
                }
            }
            BlockKind::Paragraph if !reader.is_claimed(block) => {
                let next = body.blocks.get(number + 1).copied();
                labelled_question(reader, section, block, next);
                if !reader.is_claimed(block) {
                    talk::paragraph(reader, section, body, block, next, reading);
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

/// "Action items:" right above a list, as a line of its own or as the last point of another list whose writer did not indent.
/// Reads the list as what it is announced to be.
fn announced(reader: &mut Reader<'_>, section: usize, body: &Body, before: usize, list: usize) -> bool {
    let planned = reader.facts.minutes || matches!(reader.facts.stated, Some(Kind::Plan | Kind::Workbook));
    if !planned
        || body.asks
        || reader.is_claimed(list)
        || !matches!(reader.plan.sections[section].reading, Reading::Prose | Reading::Checklist)
    {
        return false;
    }
    let paragraph = match reader.blocks.block(before).kind {
        BlockKind::Paragraph => before,
        BlockKind::List { .. } => {
            let last = reader.blocks.children(before).last().filter(|&item| items::nested(reader, item).is_empty());
            let Some(paragraph) = last.and_then(|item| reader.blocks.first_paragraph(item)) else { return false };
            paragraph
        }
        _ => return false,
    };
    let lines = reader.lines(paragraph);
    let label = lines.iter().rev().take(2).find_map(|&line| {
        let words = reader.blocks.masked(line).trim().strip_suffix([':', '：'])?;
        let heading = (words.len() <= 60).then(|| reader.facts.vocabulary.heading(words)).filter(|heading| heading.whole)?;
        heading.matches.first().map(|found| (line, found.concept))
    });
    match label {
        Some((line, Concept::Actions)) => {
            let boxes = items::has_box(reader, list);
            actions::begin_list(reader, section, line);
            actions::list(reader, section, body, list, &actions::Above::default(), boxes);
        }
        Some((_, Concept::Questions)) => questions::list(reader, section, list, None),
        _ => return false,
    }
    reader.claim(list);
    true
}

fn list(reader: &mut Reader<'_>, section: usize, body: &Body, list: usize, above: Above, reading: Reading) {
    if asks_others(reader, list, above) {
        return;
    }
    let claimed = reader.is_claimed(list);
    if !claimed && implicit_questions(reader, section, body, list, above, reading) {
        return;
    }
    let items: Vec<usize> = reader.blocks.children(list).collect();
    let talk = Talk::among(reader, &items);
    for (number, &item) in items.iter().enumerate() {
        if reader.is_claimed(item) {
            continue;
        }
        let own = items::own(reader, item);
        if let Some(own) = own {
            let asked = reader.plan.questions.len();
            let later = &items[number + 1..];
            if heads_a_list(reader, section, body, &own) {
                questions::conclude(reader, asked, later);
                continue;
            }
            if !claimed {
                if questions::labelled_item(reader, section, &own, later.first().copied()) {
                    continue;
                }
                action(reader, section, body, &own, reading);
            }
            if let Some(talk) = &talk
                && !reader.is_claimed(item)
            {
                talk::item(reader, section, body, &own, reading, talk, later.first().copied());
            }
        }
        if reading != Reading::Actions || !claimed {
            for child in reader.blocks.children(item).filter(|&child| reader.is_list(child)).collect::<Vec<_>>() {
                if !claimed || matches!(reading, Reading::Prose) {
                    self::list(reader, section, body, child, own.map_or(Above::Nothing, |own| Above::Item(own.text)), reading);
                }
            }
        }
    }
}

/// "- Action items" with a list below it: a heading in the shape of an item.
fn heads_a_list(reader: &mut Reader<'_>, section: usize, body: &Body, own: &Own) -> bool {
    let lists: Vec<usize> = items::nested(reader, own.item).into_iter().filter(|&block| reader.is_list(block)).collect();
    let words = reader.blocks.masked(own.text).trim();
    if lists.is_empty() || words.len() > 60 || own.tick.is_some() {
        return false;
    }
    let title = words.trim_end_matches([':', '：']);
    if title.contains([':', '：']) {
        return false;
    }
    let heading = reader.facts.vocabulary.heading(title);
    let heads = heading.whole || words.ends_with([':', '：']);
    let [only] = heading.matches.as_slice() else { return false };
    match only.concept {
        Concept::Actions if heads => {
            for list in lists {
                let boxes = items::has_box(reader, list);
                actions::begin_list(reader, section, own.place);
                actions::list(reader, section, body, list, &actions::Above::default(), boxes);
            }
        }
        Concept::Questions if heads && !body.asks => {
            for list in lists {
                questions::list(reader, section, list, None);
            }
        }
        _ => return false,
    }
    reader.claim(own.item);
    true
}

/// A list of two or more items that all ask.
fn implicit_questions(reader: &mut Reader<'_>, section: usize, body: &Body, list: usize, above: Above, reading: Reading) -> bool {
    // In running prose of ordinary documents, a list of questions is a set of prompts more often than not.
    let heard = !reader.facts.notes || reader.facts.minutes || reader.facts.headless;
    if !heard
        || !reader.facts.implicit_questions
        || body.asks
        || matches!(reading, Reading::Faq | Reading::Checklist | Reading::Questions { .. })
    {
        return false;
    }
    let items: Vec<Own> = reader.blocks.children(list).filter_map(|item| items::own(reader, item)).collect();
    let all = items.len() > 1
        && items.iter().all(|own| {
            let words = reader.blocks.masked(own.text);
            (question::ends_asking(words) || asks_then_says(words) || question::begins_asking(words)) && !question::is_quoted(words)
        })
        && items.iter().filter(|own| question::ends_asking(reader.blocks.masked(own.text))).count() * 2 > items.len();
    if !all {
        return false;
    }
    let first = reader.plan.questions.len();
    questions::list(reader, section, list, None);
    // Among talk, "Maybe later?" is a proposal.
    let proposals: Vec<bool> = reader.plan.questions[first..]
        .iter()
        .map(|question| reader.facts.minutes && !question::is_built_as_question(reader.blocks.masked(question.text)))
        .collect();
    let mut number = 0;
    let kept = reader.plan.questions.split_off(first).into_iter().filter(|_| {
        number += 1;
        !proposals[number - 1]
    });
    reader.plan.questions.extend(kept);
    // In notes, what is asked below a point belongs to the talk about it.
    let talk = reader.facts.notes && matches!(above, Above::Item(words) if !question::ends_asking(reader.blocks.masked(words)));
    for question in &mut reader.plan.questions[first..] {
        if talk {
            question.source = QuestionSource::ListBelow;
        } else if question.source == QuestionSource::Item {
            question.source = QuestionSource::ImplicitList;
        }
    }
    true
}

/// A list of questions that are to be put to others: "We asked in the survey:", "- Attendees", "- Slides".
fn asks_others(reader: &Reader<'_>, list: usize, above: Above) -> bool {
    let vocabulary = reader.facts.vocabulary;
    let announced = match above {
        Above::Nothing => false,
        Above::Paragraph(lead) => {
            let words = reader.blocks.masked(lead).trim_end();
            words.ends_with([':', '：']) && vocabulary.mentions(Group::AskedOfOthers, words).is_some()
        }
        Above::Item(lead) => {
            let words = reader.blocks.masked(lead);
            words.len() <= 80
                && (vocabulary.mentions(Group::AskedOfOthers, words).is_some()
                    || vocabulary.in_group(Group::AttendanceAndChecklists, words))
        }
    };
    announced
        && reader.blocks.children(list).filter_map(|item| items::own(reader, item)).all(|own| {
            let words = reader.blocks.masked(own.text);
            question::ends_asking(words) || question::begins_asking(words) || asks_then_says(words)
        })
}

/// "Is it current? Yes, since March.": a question that carries its answer.
fn asks_then_says(words: &str) -> bool {
    question::marks(words).first().is_some_and(|&mark| mark > 8)
}

fn action(reader: &mut Reader<'_>, section: usize, body: &Body, own: &Own, reading: Reading) {
    let talk = reading == Reading::Checklist && own.tick.is_none();
    if !talk && matches!(reading, Reading::Questions { .. } | Reading::Checklist | Reading::Faq | Reading::Objectives | Reading::Milestones)
    {
        return;
    }
    let words = reader.blocks.masked(own.text);
    if words.trim().is_empty() {
        return;
    }
    let planned = matches!(reader.facts.stated, Some(Kind::Plan | Kind::Workbook));
    let also_actions = reader.plan.sections[section].also_actions;
    let takes = if also_actions && !question::ends_asking(words) {
        own.tick.is_some() || order::is_order(words) || {
            let found = items::attributes(reader, own.text);
            found.due.is_some() || matches!(found.owner, Owner::Named { form, .. } if form != OwnerForm::HandleInside)
        }
    } else if own.tick.is_some() {
        planned || {
            let found = items::attributes(reader, own.text);
            found.due.is_some() || says_who(&found)
        }
    } else {
        reader.facts.notes && (talk || reading == Reading::Prose) && promises(reader, own)
    };
    if takes {
        let mut attributes = items::attributes(reader, own.text);
        if let Some(owner) = labelled_owner(reader, own)
            && !matches!(attributes.owner, Owner::Named { .. })
        {
            attributes.owner = owner;
        }
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
        Owner::Collective { sure: true, .. }
            | Owner::Named { form: OwnerForm::Key | OwnerForm::Handle | OwnerForm::LeadingTo | OwnerForm::TrailingBracket, .. }
    )
}

/// A line of free minutes that says who will do what: "Kate needs to send …", "TODO (Matt): …".
fn promises(reader: &Reader<'_>, own: &Own) -> bool {
    let words = reader.blocks.masked(own.text).trim_start();
    if own.place.len() > 400 || question::ends_asking(words) {
        return false;
    }
    // Statutes and guides say all day what members may, shall and must do: only minutes hold promises, and "can" is none.
    let promised = || matches!(items::attributes(reader, own.text).owner, Owner::Named { form: OwnerForm::LeadingTo, sure: true, .. });
    reader.facts.minutes && (labelled_as_action(reader, words) || promised())
}

/// "TODO: …", "TODO (Matt): …", "Next step: …", "工作安排：…".
fn labelled_as_action(reader: &Reader<'_>, words: &str) -> bool {
    let Some((at, mark)) = words.char_indices().take(48).find(|&(_, it)| matches!(it, ':' | '：')) else { return false };
    let label = words[..at].split(['(', '（', '[']).next().unwrap_or_default().trim();
    let says = words[at + mark.len_utf8()..].trim();
    says.chars().filter(|it| it.is_alphabetic()).count() >= 4
        && !says.starts_with(['(', '（'])
        && reader.facts.vocabulary.label_as(label, Concept::Actions).is_some()
}

/// The name in the label of "TODO (Matt): …", "AI [zjn]: …".
fn labelled_owner(reader: &Reader<'_>, own: &Own) -> Option<Owner> {
    let words = reader.blocks.masked(own.text);
    let colon = words.find([':', '：']).filter(|&at| at <= 48)?;
    let open = words[..colon].find(['(', '[', '（'])?;
    let close = words[..colon].rfind([')', ']', '）'])?;
    let start = open + words[open..].chars().next().map_or(1, char::len_utf8);
    (start < close).then(|| items::owner_in(reader, Span::new(own.text.start as usize + start, own.text.start as usize + close)))
}

/// `Q: …` in a paragraph of its own.
fn labelled_question(reader: &mut Reader<'_>, section: usize, block: usize, next: Option<usize>) {
    let words = reader.blocks.text(block).trim_start();
    let label = words.char_indices().take(LONGEST_LABEL).find(|&(_, it)| matches!(it, ':' | '：' | '.')).map(|(at, _)| &words[..at]);
    let labelled = label.is_some_and(|label| reader.facts.vocabulary.label_as(label, Concept::Questions).is_some());
    if labelled && words.contains(['?', '？']) {
        questions::paragraph(reader, section, block, next, QuestionSource::Labelled);
    }
}
