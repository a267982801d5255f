//! A heading that asks. What stands under it answers, unless that only says who will, or that nothing is decided.

use super::label::{attribute_label, status_label};
use super::{assigned_in, is_page_of_questions, remark_behind};
use crate::dialect::concept::Status;
use crate::dialect::group::Group;
use crate::dialect::placeholder::{self, Slot};
use crate::dialect::question;
use crate::markdown::BlockKind;
use crate::plan::context::Context;
use crate::plan::element::{Answer, Filled, Question, QuestionSource};
use crate::plan::read::{Reader, items};
use crate::plan::section::{Reading, SectionShape};
use crate::text::Span;

/// A heading that asks is answered by what stands under it; only one with nothing there is worth a word.
pub(in crate::plan::read) fn heading(reader: &mut Reader<'_>, section: usize, context: &Context) {
    let here = &reader.plan.sections[section];
    if !matches!(here.shape, SectionShape::Atx | SectionShape::Setext) || here.reading == Reading::Faq {
        return;
    }
    let words = reader.blocks.masked(here.heading);
    if !question::ends_asking(words) || words.is_ascii() && words.split_whitespace().count() < 3 && !question::begins_asking(words) {
        return;
    }
    let deeper = match reader.plan.sections.get(section + 1) {
        Some(next) => next.level > here.level,
        None => context.deeper_follows,
    };
    let asked = |answer| Question::bare(here.heading, QuestionSource::Heading, answer, section);
    let question = match here.filled {
        Filled::Given if is_page_of_questions(reader, section) && says_open(reader, here.body) => {
            Question { source: QuestionSource::Stated, ..asked(Answer::None) }
        }
        Filled::Given => match attributes_alone(reader, section).filter(|_| !deeper) {
            Some(lines) => {
                if let Some(&closed) = lines.iter().find(|line| closes(reader, **line)) {
                    Question { closed: Some(closed), ..asked(Answer::Given(closed)) }
                } else {
                    let (owner, due) = assigned_in(reader, lines);
                    Question { owner, due, ..asked(Answer::None) }
                }
            }
            None => asked(Answer::Given(here.body)),
        },
        _ if deeper => asked(Answer::Given(here.body)),
        Filled::Placeholder => asked(Answer::Placeholder(here.body)),
        Filled::Empty => asked(stand_in(reader, here.heading).map_or(Answer::None, Answer::Placeholder)),
    };
    if let Answer::Placeholder(span) = question.answer {
        reader.slots.push(span);
    }
    reader.plan.questions.push(question);
}

/// "Is it far? (TBD)": what stands for the answer in a heading.
fn stand_in(reader: &Reader<'_>, heading: Span) -> Option<Span> {
    let words = reader.blocks.masked(heading).trim_end();
    let open = words.rfind(['(', '（']).filter(|_| remark_behind(words).is_some_and(|inside| placeholder::whole(inside, Slot::Text)))?;
    Some(Span::new(open, words.len()).shifted(heading.start as usize))
}

/// On a page of open questions what stands below may say that nothing is decided.
fn says_open(reader: &Reader<'_>, body: Span) -> bool {
    let sentences = reader.blocks.masked(body).split(['.', '\n', '。']).map(str::trim);
    let begins = |said: &str| reader.facts.vocabulary.mentions(Group::DeferredAnswers, said).is_some_and(|found| found.start == 0);
    sentences.filter(|said| !said.is_empty()).any(begins)
}

/// The lines of a section when every one of them is about the question, such as `Owner: Ann`, and none answers it.
fn attributes_alone(reader: &Reader<'_>, section: usize) -> Option<Vec<Span>> {
    let mut lines = Vec::new();
    for &block in &reader.bodies[section].blocks {
        match reader.blocks.block(block).kind {
            BlockKind::Paragraph => lines.extend(reader.lines(block)),
            BlockKind::List { .. } => {
                for item in reader.blocks.children(block) {
                    lines.push(items::own(reader, item).filter(|_| items::nested(reader, item).is_empty())?.text);
                }
            }
            _ => return None,
        }
    }
    let are_all = !lines.is_empty() && lines.iter().all(|line| attribute_label(reader, reader.blocks.masked(*line)));
    are_all.then_some(lines)
}

fn closes(reader: &Reader<'_>, line: Span) -> bool {
    let status = status_label(reader, reader.blocks.masked(line));
    matches!(status, Some(Status::Answered | Status::Done | Status::Cancelled))
}
