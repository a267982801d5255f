//! What a document leaves open: actions to do and questions to answer. A later document may have to wait for them.

use crate::dialect::date::When;
use crate::plan::document::Document;
use crate::plan::element::ActionState;
use crate::plan::source::Source;
use crate::text::Span;

/// An open action or question. The span counts from the start of the document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenPoint {
    /// Where it stands.
    pub place: Span,
    /// Its words.
    pub text: String,
}

/// The actions that are still to do. What recurs never closes and does not count.
pub fn open_actions(document: &Document, source: Source<'_>) -> Vec<OpenPoint> {
    let open = document.actions().filter(|action| action.state == ActionState::Open && !action.ticked.unwrap_or_default());
    let once = open.filter(|action| !action.due.as_ref().is_some_and(|due| matches!(due.when, When::Cadence { .. })));
    once.map(|action| OpenPoint { place: action.at(action.place), text: source.of(action.at(action.text)).trim().to_owned() }).collect()
}

/// The questions that nothing answers and nobody has ticked.
pub fn open_questions(document: &Document, source: Source<'_>) -> Vec<OpenPoint> {
    let open =
        document.questions().filter(|question| !question.answer.settles() && question.ticked != Some(true) && question.closed.is_none());
    open.map(|question| OpenPoint { place: question.at(question.text), text: source.of(question.at(question.text)).trim().to_owned() })
        .collect()
}
