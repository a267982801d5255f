//! Words with a meaning of their own, for editors that colour them: people, dates, ids, questions that wait.

use super::desk::Desk;
use super::things::{Thing, namings};
use super::view::View;
use crate::plan::ActionState;
use crate::text::Span;
use tower_lsp::ls_types::*;

/// The kinds of tokens, in the order of their numbers.
pub(super) const TYPES: [SemanticTokenType; 4] =
    [SemanticTokenType::VARIABLE, SemanticTokenType::NUMBER, SemanticTokenType::PROPERTY, SemanticTokenType::EVENT];
/// The marks they can carry, in the order of their bits.
pub(super) const MODIFIERS: [SemanticTokenModifier; 2] = [SemanticTokenModifier::DEFINITION, SemanticTokenModifier::new("overdue")];

const PERSON: u32 = 0;
const DATE: u32 = 1;
const ID: u32 = 2;
const OPEN_QUESTION: u32 = 3;
const DEFINITION: u32 = 1;
const OVERDUE: u32 = 2;

/// `textDocument/semanticTokens/full` and `/range`
pub(super) fn tokens(desk: &Desk, uri: &Uri, range: Option<Range>) -> Option<SemanticTokens> {
    let view = desk.view(uri)?;
    let shown = range.map_or(Span::new(0, view.text().len()), |range| view.span(range));
    let mut found: Vec<(Span, u32, u32)> = Vec::new();
    found.extend(namings(&view).map(|naming| match naming.thing {
        Thing::Person(_) => (naming.span, PERSON, 0),
        Thing::Id(_) => (naming.span, ID, if naming.is_definition { DEFINITION } else { 0 }),
    }));
    let today = view.open.in_force.standard.settings.today;
    for action in view.plan().actions() {
        if let Some(due) = action.due.as_ref().filter(|_| !action.due_inherited) {
            let late = action.state == ActionState::Open && due.when.deadline().is_some_and(|day| day < today);
            found.push((action.at(due.span), DATE, if late { OVERDUE } else { 0 }));
        }
    }
    let waiting = view.plan().questions().filter(|question| !question.answer.settles());
    found.extend(waiting.map(|question| (question.at(question.text), OPEN_QUESTION, 0)));
    found.retain(|(span, ..)| !span.is_empty() && span.start < shown.end && shown.start < span.end);
    Some(SemanticTokens { result_id: None, data: encoded(&view, found) })
}

/// As differences from one to the next. A token lies on one line, and none within another: of two the shorter counts.
fn encoded(view: &View<'_>, mut found: Vec<(Span, u32, u32)>) -> Vec<SemanticToken> {
    found.sort_by_key(|(span, ..)| (span.len(), span.start));
    let mut kept: Vec<(Span, u32, u32)> = Vec::new();
    let mut taken = std::collections::BTreeMap::new();
    for (span, kind, marks) in found {
        let before = taken.range(..span.end).next_back();
        if before.is_none_or(|(_, &end)| end <= span.start) {
            taken.insert(span.start, span.end);
            kept.push((span, kind, marks));
        }
    }
    kept.sort_by_key(|(span, ..)| span.start);
    let mut last = Position::default();
    let mut tokens = Vec::new();
    for (span, token_type, token_modifiers_bitset) in kept {
        let range = view.range(span);
        if range.start.line != range.end.line {
            continue;
        }
        let delta_line = range.start.line - last.line;
        let delta_start = if delta_line == 0 { range.start.character - last.character } else { range.start.character };
        let length = range.end.character - range.start.character;
        tokens.push(SemanticToken { delta_line, delta_start, length, token_type, token_modifiers_bitset });
        last = range.start;
    }
    tokens
}
