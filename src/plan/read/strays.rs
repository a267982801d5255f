//! Questions and actions outside their sections: lists in which every item asks, boxes with an owner or a date,
//! and in notes the lines that say who will do what (DIALECT 5, 6 b and 14).

mod above;
mod asking;
mod promised;
mod shared_out;
mod sort;
mod supposed;
mod to_do;

use super::items::{self, Own, Told};
use super::talk::{self, Talk};
use super::{Body, Reader, actions, areas, questions};
use crate::dialect::concept::{Concept, Kind};
use crate::dialect::name;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::dialect::vocabulary::HeadingReading;
use crate::markdown::BlockKind;
use crate::plan::element::TableRole;
use crate::plan::section::Reading;
use crate::text::Span;
use above::{Above, Upper};
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
                actions::written_lines(reader, section, body, block);
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

/// "Action items" and below it, in one paragraph, lines with bullets that Markdown does not know: pasted from a word processor.
fn is_written_list(reader: &Reader<'_>, paragraph: usize) -> bool {
    const LONGEST: usize = 60;
    let lines = reader.lines(paragraph);
    let [label, rest @ ..] = lines.as_slice() else { return false };
    let words = reader.blocks.masked(*label).trim().trim_end_matches([':', '：']);
    reader.facts.minutes
        && !rest.is_empty()
        && words.len() <= LONGEST
        && rest.iter().all(|&line| items::bulleted_line(reader, paragraph, line).is_some())
        && matches!(reader.facts.vocabulary.heading(words), HeadingReading { whole: true, matches, .. }
            if matches!(matches.as_slice(), [only] if only.concept == Concept::Actions))
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
        let words = reader.blocks.masked(line).trim();
        let source = reader.blocks.source(line).trim();
        let is_bold = lines.last() == Some(&line) && source.starts_with("**") && source.ends_with("**");
        let words = words.strip_suffix([':', '：']).or(Some(words).filter(|_| is_bold))?;
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

/// Whose tasks the words `title` of `text` head, where nothing sets the two apart: "開発者タスク".
fn whose_tasks(reader: &Reader<'_>, text: Span, title: &str) -> Option<Owner> {
    const LONGEST: usize = 12;
    if !title.starts_with(name::is_east_asian) || title.chars().count() > LONGEST {
        return None;
    }
    let heads = |words: &str| {
        let heading = reader.facts.vocabulary.heading(words);
        heading.whole && matches!(heading.matches.as_slice(), [only] if only.concept == Concept::Actions)
    };
    let end = title.char_indices().skip(2).map(|(at, _)| at).find(|&at| name::is_name(&title[..at]) && heads(&title[at..]))?;
    let words = reader.blocks.masked(text);
    let start = text.start as usize + words.len() - words.trim_start().len();
    let span = Span::new(start, start + end);
    Some(Owner::Named { span, names: vec![span], form: OwnerForm::Inherited, sure: false })
}

/// Reads `own`, a line that nothing else claimed, as an action, certain or possible; `sort`: of the list it stands in.
fn acts(reader: &mut Reader<'_>, section: usize, body: &Body, own: &Own, reading: Reading, above: Above<'_>, sort: Sort) {
    let told = Told::by(own.text);
    if !promised::action(reader, section, body, own, &told, reading, above) {
        supposed::item(reader, section, body, own, &told, reading, sort);
    }
}

/// "- Action items" with a list below it: a heading in the shape of an item.
fn heads_a_list(reader: &mut Reader<'_>, section: usize, body: &Body, own: &Own, above: Above<'_>) -> bool {
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
    let label = || {
        let next = reader.facts.minutes && words.ends_with([':', '：']) && above.owner(reader).is_some();
        next.then(|| reader.facts.vocabulary.label_as(title, Concept::Actions)).flatten().map(|label| label.concept)
    };
    let whose = whose_tasks(reader, own.text, title);
    let concept = match heading.matches.as_slice() {
        [only] => Some(only.concept),
        [] => whose.as_ref().map(|_| Concept::Actions).or_else(label),
        _ => None,
    };
    let Some(concept) = concept else { return false };
    match concept {
        Concept::Actions if heads => {
            let above = actions::Above::owned_by(whose.or_else(|| above.owner(reader)), above.is_talk(reader));
            for list in lists {
                let boxes = items::has_box(reader, list);
                actions::begin_list(reader, section, own.place);
                actions::list(reader, section, body, list, &above, boxes);
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
