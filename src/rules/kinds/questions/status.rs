//! Q104: the tick or the status of a question contradicts what stands below it.

use crate::dialect::concept::Status;
use crate::plan::{Answer, QuestionSource};
use crate::rules::draft::Draft;
use crate::rules::scene::Local;
use crate::text::Span;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, found: &mut Vec<Draft>) {
    for question in &here.chunk.plan.questions {
        if question.source == QuestionSource::Heading {
            continue;
        }
        let words = here.words(question.text);
        let only_closed = matches!((question.answer, question.closed), (Answer::Given(answer), Some(closed)) if answer == closed);
        match question.ticked {
            Some(true) if !question.answer.settles() => found.push(Draft::at(here.at(question.text)).quoting("item", words)),
            Some(false) if question.answer.settles() && !only_closed && question.answer != Answer::Withdrawn => {
                found.push(Draft::at(here.at(question.text)).saying("unticked").weighing("unticked").quoting("item", words));
            }
            _ => {
                if only_closed
                    && let Some(closed) = question.closed
                    && says_answered(here, closed)
                {
                    let draft = Draft::at(here.at(question.text)).saying("status").quoting("item", words);
                    found.push(draft.quoting("value", here.words(closed)));
                }
            }
        }
    }
}

/// Whether the line `status` says that an answer was given, and no more. "Status: resolved, Ann keeps them" gives it; what nobody will
/// answer has none.
fn says_answered(here: &Local<'_>, status: Span) -> bool {
    let words = here.words(status);
    let value = words.split_once([':', '：']).map_or(words, |(_, value)| value).trim();
    let goes_on = value.trim_end_matches(['.', '。']).contains([',', ';', '(', '，', '；', '（', '。'])
        || [" - ", " – ", " — ", ". ", ": "].iter().any(|sign| value.contains(sign));
    !goes_on && here.scene.vocabulary.status(value) != Some(Status::Cancelled)
}
