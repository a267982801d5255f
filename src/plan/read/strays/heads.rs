//! Lines that head a list without being headings: "Action items:" above it, an item above nested ones, the first line of a list that was
//! pasted from a word processor.

use super::above::Above;
use crate::dialect::concept::{Concept, Kind};
use crate::dialect::name;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::markdown::BlockKind;
use crate::plan::read::items::{self, Own};
use crate::plan::read::{Body, Reader, actions, questions};
use crate::plan::section::Reading;
use crate::text::Span;

/// A longer line says more than what stands below it, in bytes.
const LONGEST: usize = 60;

/// "Action items:" right above a list, as a line of its own or as the last point of another list whose writer did not indent.
/// Reads the list as what it is announced to be.
pub(super) fn announced(reader: &mut Reader<'_>, section: usize, body: &Body, before: usize, list: usize) -> bool {
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
        let stands_alone = is_bold || lines.len() == 1 && reader.facts.minutes;
        let words = words.strip_suffix([':', '：']).or(Some(words).filter(|_| stands_alone))?;
        let heading = (words.len() <= LONGEST).then(|| reader.facts.vocabulary.heading(words)).filter(|heading| heading.whole)?;
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

/// "Action items" and below it, in one paragraph, lines with bullets that Markdown does not know: pasted from a word processor.
pub(super) fn is_written_list(reader: &Reader<'_>, paragraph: usize) -> bool {
    let lines = reader.lines(paragraph);
    let [label, rest @ ..] = lines.as_slice() else { return false };
    let words = reader.blocks.masked(*label).trim().trim_end_matches([':', '：']);
    reader.facts.minutes
        && !rest.is_empty()
        && words.len() <= LONGEST
        && rest.iter().all(|&line| items::bulleted_line(reader, paragraph, line).is_some())
        && heads_actions(reader, words)
}

/// "- Action items" with a list below it: a heading in the shape of an item.
pub(super) fn heads_a_list(reader: &mut Reader<'_>, section: usize, body: &Body, own: &Own, above: Above<'_>) -> bool {
    let lists: Vec<usize> = items::nested(reader, own.item).into_iter().filter(|&block| reader.is_list(block)).collect();
    let words = reader.blocks.masked(own.text).trim();
    if lists.is_empty() || words.len() > LONGEST || own.tick.is_some() {
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
    // Only words that say nothing else are taken apart.
    let whose = heading.matches.is_empty().then(|| whose_tasks(reader, own.text, title)).flatten();
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

/// Whose tasks the words `title` of `text` head, where nothing sets the two apart: "開発者タスク".
fn whose_tasks(reader: &Reader<'_>, text: Span, title: &str) -> Option<Owner> {
    const MOST_CHARACTERS: usize = 12;
    if !title.starts_with(name::is_east_asian) || title.chars().count() > MOST_CHARACTERS {
        return None;
    }
    let end =
        title.char_indices().skip(2).map(|(at, _)| at).find(|&at| name::is_name(&title[..at]) && heads_actions(reader, &title[at..]))?;
    let words = reader.blocks.masked(text);
    let start = text.start as usize + words.len() - words.trim_start().len();
    let span = Span::new(start, start + end);
    Some(Owner::Named { span, names: vec![span], form: OwnerForm::Inherited, sure: false })
}

/// Whether `words` are a heading of actions, and nothing else.
fn heads_actions(reader: &Reader<'_>, words: &str) -> bool {
    let heading = reader.facts.vocabulary.heading(words);
    heading.whole && matches!(heading.matches.as_slice(), [only] if only.concept == Concept::Actions)
}
