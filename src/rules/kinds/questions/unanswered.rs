//! Q101: a question that nothing answers.

use crate::dialect::concept::{Kind, Lifecycle};
use crate::plan::{Answer, Question, QuestionSource, Reading};
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::Local;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    for question in &plan.questions {
        if question.answer.settles() {
            continue;
        }
        // A ticked question without an answer is Q104's.
        if question.ticked == Some(true) && (here.scene.running)("Q104") {
            continue;
        }
        let assigned = question.owner.is_some() && question.due.is_some();
        if assigned && options.word("treat-assigned-as") == Some("ok") {
            continue;
        }
        if question.source == QuestionSource::ImplicitList && !options.flag("implicit-lists", true) {
            continue;
        }
        let open = plan.sections[question.section].reading == Reading::Questions { open: true };
        let mut draft = Draft::at(here.at(question.text)).quoting("item", here.words(question.text)).weighing(weight(here, assigned, open));
        if let Answer::Placeholder(span) = question.answer {
            draft = draft.saying("placeholder").quoting("value", here.words(span));
        } else if assigned {
            draft = draft.saying("assigned");
        }
        found.push(if is_sure(question) { draft } else { draft.unsure() });
    }
}

/// First hit wins (DIALECT 14).
fn weight(here: &Local<'_>, assigned: bool, open: bool) -> &'static str {
    let document = here.scene.document;
    if assigned {
        "assigned"
    } else if document.kind == Kind::Workbook {
        "default"
    } else if document.kind == Kind::Notes {
        "notes"
    } else if open && document.lifecycle != Lifecycle::Approved {
        "open"
    } else {
        "default"
    }
}

fn is_sure(question: &Question) -> bool {
    !matches!(question.source, QuestionSource::ImplicitList | QuestionSource::Paragraph | QuestionSource::Thread)
}
