//! Questions that stand in running notes and plans without a section of their own: what ends a thread of minutes, points of an agenda,
//! what writers ask themselves in the middle of a list, and remarks in brackets (DIALECT 5 and 14).
//!
//! A question mark alone proves little there: talk is full of retorts, and documents ask their readers. So each form has its own proof.

use super::items::{self, Own};
use super::{Body, Reader, questions};
use crate::dialect::group::Group;
use crate::dialect::question;
use crate::markdown::BlockKind;
use crate::plan::element::{Answer, Question, QuestionSource};
use crate::plan::section::Reading;
use crate::text::Span;

/// The items of a list, as talk sees them.
pub(super) struct Talk {
    /// Few enough of the items ask for one that does to be no prompt among prompts.
    few_ask: bool,
    /// Items begin with the name of who speaks: the next one replies.
    speakers: bool,
}

impl Talk {
    /// Looks over `items`, if any of them asks at all.
    pub(super) fn among(reader: &Reader<'_>, items: &[usize]) -> Option<Self> {
        let asking: Vec<bool> = items.iter().map(|&item| items::own(reader, item).is_some_and(|own| asks(reader, &own))).collect();
        let count = asking.iter().filter(|&&asks| asks).count();
        if count == 0 {
            return None;
        }
        let labelled = items
            .iter()
            .filter(|&&item| items::own(reader, item).is_some_and(|own| begins_with_speaker(reader.blocks.masked(own.text))))
            .count();
        let speakers = labelled * 2 >= items.len();
        Some(Self { few_ask: count * 3 <= items.len() || items.len() == 1, speakers })
    }
}

/// An item that nothing else claimed; `next` stands behind it.
pub(super) fn item(reader: &mut Reader<'_>, section: usize, body: &Body, own: &Own, reading: Reading, talk: &Talk, next: Option<usize>) {
    let heard = match reading {
        Reading::Faq => false,
        Reading::Questions { must_ask, .. } => must_ask && reader.facts.minutes,
        _ => true,
    };
    if body.asks || !heard || !asks(reader, own) {
        return;
    }
    let nested = items::nested(reader, own.item);
    let words = reader.blocks.masked(own.text).trim();
    let source = if reader.facts.minutes {
        let agenda = !talk.speakers
            && own.tick.is_none()
            && is_agenda(reader, section)
            && body.blocks.iter().any(|&list| reader.blocks.children(list).any(|point| point == own.item));
        if agenda && nested.is_empty() && question::is_built_as_question(words) {
            QuestionSource::Agenda
        } else if !question::is_opinion(words) && !replies(reader, next) {
            QuestionSource::Thread
        } else {
            return;
        }
    } else if nested.is_empty() && talk.few_ask && reading != Reading::Checklist && own.tick.is_none() && deliberates(reader, words) {
        QuestionSource::Deliberation
    } else {
        return;
    };
    questions::of_talk(reader, section, own, &nested, source);
}

/// What an item of minutes goes on to say in paragraphs of its own, where one ends by asking and none behind it answers.
pub(super) fn further(reader: &mut Reader<'_>, section: usize, body: &Body, item: usize, reading: Reading) {
    if !reader.facts.minutes || body.asks || matches!(reading, Reading::Faq | Reading::Questions { .. }) {
        return;
    }
    let nested = items::nested(reader, item);
    for (number, &block) in nested.iter().enumerate() {
        let behind = nested.get(number + 1).copied();
        let asks_on = |next: usize| reader.is(next, BlockKind::Paragraph) && question::ends_asking(reader.blocks.text(next));
        if reader.is(block, BlockKind::Paragraph) && behind.is_none_or(asks_on) {
            asking_at_the_end(reader, section, block);
        }
    }
}

/// The last paragraph of a section of minutes, when it ends by asking. That the next meeting is announced behind it answers nothing.
pub(super) fn paragraph(reader: &mut Reader<'_>, section: usize, body: &Body, block: usize, next: Option<usize>, reading: Reading) {
    let last = next.is_none_or(|next| {
        let said = reader.facts.vocabulary.mentions(Group::Appointments, reader.blocks.text(next).trim_start());
        said.is_some_and(|said| said.start == 0)
    });
    if !last || !reader.facts.minutes || body.asks || matches!(reading, Reading::Faq | Reading::Questions { .. }) {
        return;
    }
    asking_at_the_end(reader, section, block);
}

/// A paragraph whose last line or sentence asks.
fn asking_at_the_end(reader: &mut Reader<'_>, section: usize, block: usize) {
    let text = reader.blocks.block(block).text.trimmed(reader.blocks.source);
    let words = reader.blocks.masked(text);
    if reader.is_claimed(block) || !question::ends_asking(words) || question::is_quoted(words) {
        return;
    }
    // Lines of minutes are often sentences without a stop.
    let ends = words.trim_end_matches(|it: char| !it.is_alphanumeric()).len();
    let line = words.rfind('\n').map_or(0, |end| end + 1);
    let sentence =
        words[..ends].rfind(['.', '!', '。', ';']).map_or(0, |stop| stop + words[stop..].chars().next().map_or(1, char::len_utf8));
    let asks = [line, sentence].into_iter().find(|&start| words.get(start..).is_some_and(question::is_built_as_question));
    if let Some(start) = asks {
        let place = Span::new(text.start as usize + start, text.end as usize).trimmed(reader.blocks.source);
        let place = Span::new(place.start as usize, (place.start as usize + line_of(reader.blocks.source(place))).min(place.end as usize));
        reader.plan.questions.push(Question::bare(place, QuestionSource::Thread, Answer::None, section));
        reader.claim(block);
    }
}

/// Length of the first line of `text`.
fn line_of(text: &str) -> usize {
    memchr::memchr2(b'\n', b'\r', text.as_bytes()).unwrap_or(text.len())
}

/// The item ends with a real question: no lone mark, no quotation, no title of something linked.
fn asks(reader: &Reader<'_>, own: &Own) -> bool {
    let words = reader.blocks.masked(own.text).trim();
    // What ends in quotation marks was said, or is to be said, somewhere else.
    let told = words.ends_with(['"', '”', '»', '」']);
    !told
        && (question::ends_asking(words) || says_it_is_open(reader, words))
        && (words.split_whitespace().count() >= 4 || !words.is_ascii())
        && !items::is_link(reader, own.text)
}

/// "How do we switch over (still open)": no mark, but its writer says that it waits.
fn says_it_is_open(reader: &Reader<'_>, words: &str) -> bool {
    questions::remark_behind(words).is_some_and(|remark| reader.facts.vocabulary.in_group(Group::DeferredAnswers, remark))
        && reader.facts.vocabulary.mentions(Group::Deliberating, words).is_some()
}

/// The section's own heading says that these are the points of a meeting, or who was there.
fn is_agenda(reader: &Reader<'_>, section: usize) -> bool {
    let section = &reader.plan.sections[section];
    section.reading == Reading::Checklist
        && reader.facts.vocabulary.heading_in_group(Group::AttendanceAndChecklists, reader.blocks.masked(section.heading))
}

/// `Ann: …`, `[ann] …`, `(Ann) …`, `Ann - …`.
fn begins_with_speaker(words: &str) -> bool {
    let words = words.trim_start();
    let label = |at: usize| at > 0 && at <= 30 && !words[..at].contains(['.', ',', '?']) && words[..at].split_whitespace().count() <= 3;
    words.starts_with(['[', '(', '【']) || words.find([':', '：']).is_some_and(label) || words.find(" - ").is_some_and(label)
}

/// The item behind a question takes it up.
fn replies(reader: &Reader<'_>, next: Option<usize>) -> bool {
    let Some(own) = next.and_then(|next| items::own(reader, next)) else { return false };
    let words = reader.blocks.masked(own.text).trim();
    if question::ends_asking(words) {
        return false;
    }
    let first = words.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    let vocabulary = reader.facts.vocabulary;
    vocabulary.in_group(Group::BareAnswers, first)
        || vocabulary.in_group(Group::NegativeAnswers, first)
        || begins_with_speaker(words)
        || words.starts_with(['→', '='])
}

/// The writers ask themselves, and not under a label ("Timeline: when do we need it?") that asks whoever fills the list in.
fn deliberates(reader: &Reader<'_>, words: &str) -> bool {
    let first = question::marks(words).first().copied().unwrap_or(words.len());
    !words[..first].contains([':', '：']) && reader.facts.vocabulary.mentions(Group::Deliberating, words).is_some()
}

/// Remarks in brackets by which the writers ask themselves, wherever they stand.
pub(super) fn asides(reader: &mut Reader<'_>) {
    let source = reader.blocks.source.as_bytes();
    if memchr::memmem::find(source, b"?)").is_none()
        && memchr::memmem::find(source, "？".as_bytes()).is_none()
        && memchr::memmem::find(source, b"?]").is_none()
    {
        return;
    }
    for block in 0..reader.blocks.len() {
        if !matches!(reader.blocks.block(block).kind, BlockKind::Paragraph | BlockKind::Cell) {
            continue;
        }
        let text = reader.blocks.block(block).text;
        for inside in asking_brackets(reader.blocks.masked(text)) {
            let place = inside.shifted(text.start as usize);
            let Some(section) = reader.plan.sections.iter().rposition(|section| section.body.covers(place)) else { continue };
            let reading = reader.plan.sections[section].reading;
            let heard = !matches!(reading, Reading::Faq | Reading::Checklist)
                && reader.facts.vocabulary.mentions(Group::Deliberating, reader.blocks.masked(place)).is_some();
            let known = reader.plan.questions.iter().any(|question| text.covers(question.text));
            let answered =
                block.checked_sub(1).is_some_and(|item| reader.is(item, BlockKind::Item) && !items::nested(reader, item).is_empty());
            if heard && !known && !answered {
                reader.plan.questions.push(Question::bare(place, QuestionSource::Aside, Answer::None, section));
            }
        }
    }
}

/// The insides of brackets that end by asking and are built as questions.
fn asking_brackets(words: &str) -> impl Iterator<Item = Span> {
    let ends = words.match_indices([')', '）', ']']).map(|(at, _)| at).filter(|&at| words[..at].ends_with(['?', '？']));
    ends.filter_map(|end| {
        let open = words[..end].rfind(['(', '（', '['])?;
        let start = open + words[open..].chars().next().map_or(1, char::len_utf8);
        let inside = &words[start..end];
        let long = inside.split_whitespace().count() >= 4 || !inside.is_ascii() && inside.chars().count() >= 6;
        (long && !inside.contains([')', '）', '\n']) && question::is_built_as_question(inside))
            .then(|| Span::new(start, end).trimmed(words))
    })
}
