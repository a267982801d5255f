//! Where a pattern looks: the pieces of a chunk that its page names.

use super::needle::Needle;
use crate::dialect::concept::Concept;
use crate::dialect::owner::Owner;
use crate::markdown::BlockKind;
use crate::plan::{ActionState, Answer, MarkKind, Role};
use crate::rules::scene::Local;
use crate::text::Span;
use serde::Deserialize;

/// A sort of place.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Where {
    /// Running text: paragraphs, items, headings, cells.
    Text,
    /// A whole line of running text.
    #[serde(alias = "whole-line")]
    Line,
    /// The words of a heading.
    Heading,
    /// The words of an action that is still to do. One that asks is no promise.
    Action,
    /// Who does it, answers for it, or will answer it.
    Owner,
    /// The words of a question.
    Question,
    /// The words of an answer.
    Answer,
    /// An objective or a milestone.
    Objective,
    /// A course of action.
    Strategy,
    /// Something measured.
    Metric,
    /// A shortfall.
    Gap,
    /// Something that may go wrong.
    Risk,
    /// Something decided.
    Decision,
}

impl Where {
    /// A slot that holds one value, so that a phrase must be all of it.
    pub(super) fn is_slot(self) -> bool {
        matches!(self, Self::Line | Self::Owner | Self::Answer)
    }

    /// A place of which there is one for each element, so that something can be missing from it.
    pub(super) fn is_element(self) -> bool {
        !matches!(self, Self::Text | Self::Line)
    }
}

/// A piece of a chunk. Spans count from the start of the chunk.
pub(super) struct Piece<'h> {
    /// Where it stands.
    pub(super) span: Span,
    /// Its words; masked where it is running text.
    pub(super) words: &'h str,
    /// What it belongs to.
    pub(super) about: Span,
    /// The owner it is.
    pub(super) owner: Option<&'h Owner>,
    /// The reader of plans has found already what is looked for: all of the piece is a hit.
    pub(super) marked: bool,
}

impl<'h> Piece<'h> {
    fn at(here: &'h Local<'_>, span: Span) -> Self {
        Self { span, words: here.words(span), about: span, owner: None, marked: false }
    }
}

/// The pieces of `place`. What the reader of plans has marked already is not looked for in all of the text again.
pub(super) fn pieces<'h>(place: Where, needle: &Needle, here: &'h Local<'_>) -> Vec<Piece<'h>> {
    let plan = &here.chunk.plan;
    let piece = |span: Span| Piece::at(here, span);
    match place {
        Where::Text | Where::Line => match needle.mark() {
            Some(kind) => {
                // What is said of the whole section need not be said of the word.
                let also = (kind == MarkKind::Placeholder && !(here.scene.running)("H104")).then_some(MarkKind::SolePlaceholder);
                let marks = plan.marks.iter().filter(|mark| mark.kind == kind || Some(mark.kind) == also);
                marks.map(|mark| Piece { marked: true, ..piece(mark.span) }).collect()
            }
            None => running_text(here),
        },
        Where::Heading => {
            plan.sections.iter().filter(|section| !section.heading.is_empty()).map(|section| piece(section.heading)).collect()
        }
        Where::Action => {
            let open = plan.actions.iter().filter(|action| action.state == ActionState::Open);
            open.map(|action| piece(action.text)).filter(|piece| !piece.words.trim_end().ends_with(['?', '？'])).collect()
        }
        Where::Owner => owners(here),
        Where::Question => plan.questions.iter().map(|question| piece(question.text)).collect(),
        Where::Answer => plan
            .questions
            .iter()
            .filter_map(|question| match question.answer {
                Answer::Given(span) => Some(Piece { about: question.text, ..piece(span) }),
                _ => None,
            })
            .collect(),
        Where::Objective => entries(here, &[Role::Objective, Role::Milestone]),
        Where::Strategy => entries(here, &[Role::Strategy]),
        Where::Metric => entries(here, &[Role::Metric]),
        Where::Gap => entries(here, &[Role::Gap]),
        Where::Risk => entries(here, &[Role::Risk]),
        Where::Decision => entries(here, &[Role::Decision]),
    }
}

fn entries<'h>(here: &'h Local<'_>, roles: &[Role]) -> Vec<Piece<'h>> {
    let chosen = here.chunk.plan.entries.iter().filter(|entry| roles.contains(&entry.role));
    chosen.map(|entry| Piece::at(here, entry.text)).collect()
}

/// Every owner that is written where it counts; one that is inherited counts where it is written.
fn owners<'h>(here: &'h Local<'_>) -> Vec<Piece<'h>> {
    let plan = &here.chunk.plan;
    let of_actions = plan.actions.iter().filter(|action| !action.owner_inherited).map(|action| (&action.owner, action.text));
    // Who spoke of a goal or took a decision need not own it.
    let owned = |entry: &&crate::plan::Entry| matches!(entry.role, Role::Gap | Role::Area | Role::Risk);
    let of_entries = plan.entries.iter().filter(owned).map(|entry| (&entry.owner, entry.text));
    let mut found: Vec<Piece<'h>> = of_actions
        .chain(of_entries)
        .filter_map(|(owner, about)| {
            let span = match owner {
                Owner::Named { span, .. } | Owner::Collective { span, sure: true } => *span,
                Owner::Nobody | Owner::Placeholder { .. } | Owner::Doubtful { .. } | Owner::Collective { .. } => return None,
            };
            Some(Piece { about, owner: Some(owner), ..Piece::at(here, span) })
        })
        .collect();
    let of_questions = plan.questions.iter().filter_map(|question| Some((question.owner?, question.text)));
    found.extend(of_questions.map(|(span, about)| Piece { about, ..Piece::at(here, span) }));
    found
}

/// The lines of running text, without code and the marks of Markdown.
fn running_text<'h>(here: &'h Local<'_>) -> Vec<Piece<'h>> {
    let blocks = here.blocks();
    let mut lines = Vec::new();
    for index in 0..blocks.len() {
        let block = blocks.block(index);
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading { .. } | BlockKind::Cell) {
            continue;
        }
        let mut start = block.text.start as usize;
        for line in blocks.masked(block.text).split_inclusive(['\n', '\r']) {
            let span = Span::new(start, start + line.len()).trimmed(here.text);
            if !span.is_empty() {
                lines.push(Piece { words: blocks.masked(span), ..Piece::at(here, span) });
            }
            start += line.len();
        }
    }
    lines
}

/// Whether `span` stands in a section that states `concept`.
pub(super) fn is_within(here: &Local<'_>, span: Span, concept: Concept) -> bool {
    let section = here.chunk.plan.sections.iter().rev().find(|section| section.heading.start <= span.start);
    section.is_some_and(|section| section.states(concept))
}

/// Words; characters where words are not set off by spaces.
pub(super) fn length(text: &str) -> usize {
    let joined = text.chars().filter(|letter| letter.is_alphanumeric() && !letter.is_ascii() && *letter >= '\u{1100}').count();
    if joined > 0 { text.chars().filter(|letter| letter.is_alphanumeric()).count() } else { text.split_whitespace().count() }
}

impl Needle {
    /// The marks that hold all it would find in running text.
    fn mark(&self) -> Option<MarkKind> {
        match self {
            Self::Placeholders => Some(MarkKind::Placeholder),
            Self::Group(crate::dialect::group::Group::Boilerplate) => Some(MarkKind::Boilerplate),
            _ => None,
        }
    }
}
