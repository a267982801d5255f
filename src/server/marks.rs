//! What a writer says of an action or a question with one key: that it is done, or answered. A box is ticked, a status rewritten.

use super::change::Changes;
use super::desk::Desk;
use super::view::View;
use crate::dialect::concept::{Language, Status};
use crate::fix::Title;
use crate::plan::{Action, ActionState, Placed};
use crate::text::Span;
use tower_lsp::ls_types::{CodeAction, CodeActionKind, TextEdit};

/// The kind of these actions.
pub(super) const KIND: &str = "refactor.rewrite.planlint.mark";
/// So many of a selection are marked at once.
const MOST: usize = 100;

/// The marks that can be set in `selected`.
pub(super) fn marks(desk: &Desk, view: &View<'_>, selected: Span) -> Vec<CodeAction> {
    let touches = |span: Span| span.start <= selected.end && selected.start <= span.end;
    let open = view.plan().actions().filter(|action| action.state == ActionState::Open && touches(action.at(action.place)));
    let done: Vec<TextEdit> = open.filter_map(|action| done(view, &action)).take(MOST).collect();
    let waiting = view.plan().questions().filter(|question| question.ticked == Some(false) && touches(question.at(question.text)));
    let answered: Vec<TextEdit> = waiting.filter_map(|question| tick(view, question.at(question.text))).take(MOST).collect();
    let action = |(title, edits): (Title, Vec<TextEdit>)| {
        let edit = Changes::of(view, edits).into_edit(&desk.client);
        CodeAction { title: view.told(title, &[]), kind: Some(CodeActionKind::new(KIND)), edit, ..CodeAction::default() }
    };
    [(Title::MARK_DONE, done), (Title::MARK_ANSWERED, answered)].into_iter().filter(|(_, edits)| !edits.is_empty()).map(action).collect()
}

fn done(view: &View<'_>, action: &Placed<'_, Action>) -> Option<TextEdit> {
    if action.ticked == Some(false) {
        return tick(view, action.at(action.text));
    }
    let (status, _) = action.status?;
    let language = view.plan().language.unwrap_or(Language::En);
    let words = &view.open.in_force.standard.settings.vocabulary.language(language).status;
    let word = words.get(&Status::Done).and_then(|words| words.first())?;
    Some(view.edit(action.at(status), *word))
}

/// Ticks the box in front of `text`.
fn tick(view: &View<'_>, text: Span) -> Option<TextEdit> {
    let line = view.line(text.start as usize);
    let before = view.words(Span { start: line.start, end: text.start });
    let at = line.start as usize + before.rfind("[ ]")? + 1;
    Some(view.edit(Span::new(at, at + 1), "x"))
}
