//! Questions outside their sections: lists in which every item asks, and paragraphs with a label.

use super::Above;
use crate::dialect::concept::Concept;
use crate::dialect::group::Group;
use crate::dialect::question;
use crate::plan::element::QuestionSource;
use crate::plan::read::items::{self, Own};
use crate::plan::read::{Body, Reader, questions};
use crate::plan::section::Reading;

/// How far into a paragraph its label is looked for, in characters.
const LONGEST_LABEL: usize = 24;

/// A list of two or more items that all ask.
pub(super) fn implicit(reader: &mut Reader<'_>, section: usize, body: &Body, list: usize, above: Above<'_>, reading: Reading) -> bool {
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
    let mut asked = reader.plan.questions.split_off(first);
    asked.retain(|question| !reader.facts.minutes || question::is_built_as_question(reader.blocks.masked(question.text)));
    // In notes, what is asked below a point belongs to the talk about it.
    let talk = reader.facts.notes && above.item.is_some_and(|upper| !question::ends_asking(reader.blocks.masked(upper.own.text)));
    for question in &mut asked {
        if talk {
            question.source = QuestionSource::ListBelow;
        } else if question.source == QuestionSource::Item {
            question.source = QuestionSource::ImplicitList;
        }
    }
    reader.plan.questions.append(&mut asked);
    true
}

/// A list of questions that are to be put to others: "We asked in the survey:", "- Attendees", "- Slides".
pub(super) fn asks_others(reader: &Reader<'_>, list: usize, above: Above<'_>) -> bool {
    let vocabulary = reader.facts.vocabulary;
    let by_paragraph = above.lead.is_some_and(|lead| {
        let words = reader.blocks.masked(lead).trim_end();
        words.ends_with([':', '：']) && vocabulary.mentions(Group::AskedOfOthers, words).is_some()
    });
    let by_item = above.item.is_some_and(|upper| {
        let words = reader.blocks.masked(upper.own.text);
        words.len() <= 80
            && (vocabulary.mentions(Group::AskedOfOthers, words).is_some() || vocabulary.in_group(Group::AttendanceAndChecklists, words))
    });
    (by_paragraph || by_item)
        && reader.blocks.children(list).filter_map(|item| items::own(reader, item)).all(|own| {
            let words = reader.blocks.masked(own.text);
            question::ends_asking(words) || question::begins_asking(words) || asks_then_says(words)
        })
}

/// "Is it current? Yes, since March.": a question that carries its answer.
fn asks_then_says(words: &str) -> bool {
    question::marks(words).first().is_some_and(|&mark| mark > 8)
}

/// Whether some item of a list asks as an example, and so its neighbours do: "(e.g.) Who is it for?"
pub(super) fn are_examples(reader: &Reader<'_>, list: usize) -> bool {
    let source = reader.blocks.source(reader.blocks.block(list).span);
    if !question::has_mark(source) || !source.contains(['(', '（']) {
        return false;
    }
    let is_example = |own: Own| {
        let words = reader.blocks.masked(own.text).trim_start();
        let labelled = words.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）']));
        let is_example =
            |label: &str| [Group::Examples, Group::ExampleLabels].iter().any(|&group| reader.facts.vocabulary.in_group(group, label));
        labelled.is_some_and(|(label, asked)| question::ends_asking(asked) && is_example(label))
    };
    reader.blocks.children(list).filter_map(|item| items::own(reader, item)).any(is_example)
}

/// `Q: …` in a paragraph of its own.
pub(super) fn labelled(reader: &mut Reader<'_>, section: usize, block: usize, next: Option<usize>) {
    let words = reader.blocks.text(block).trim_start();
    let label = words.char_indices().take(LONGEST_LABEL).find(|&(_, it)| matches!(it, ':' | '：' | '.')).map(|(at, _)| &words[..at]);
    let labelled = label.is_some_and(|label| reader.facts.vocabulary.label_as(label, Concept::Questions).is_some());
    if labelled && question::has_mark(words) {
        questions::paragraph(reader, section, block, next, QuestionSource::Labelled);
    }
}
