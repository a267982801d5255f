//! The shape of a document, without its words: its sections with what they hold, and its actions with their dates and owners.
//! A translation has the shape of its source.

use crate::dialect::concept::Concept;
use crate::dialect::owner::Owner;
use crate::plan::document::Document;
use crate::plan::section::Section;
use crate::plan::source::Source;
use crate::text::Span;
use jiff::civil::Date;

/// A section of an [`Outline`]. Spans count from the start of the document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutlineSection {
    /// 1 to 6.
    pub level: u8,
    /// What it is about; of a heading that states several the first.
    pub concept: Option<Concept>,
    /// Its heading.
    pub place: Span,
    /// Questions in its own text.
    pub questions: usize,
    /// Actions in its own text.
    pub actions: usize,
    /// Ids defined in its own text.
    pub ids: usize,
}

/// An action of an [`Outline`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutlineAction {
    /// Its id.
    pub id: Option<String>,
    /// Where it stands.
    pub place: Span,
    /// Its deadline, when it is certain.
    pub due: Option<Date>,
    /// Who does it, as written.
    pub owner: Option<String>,
    /// Index of its section.
    pub section: usize,
}

/// See the module.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outline {
    /// In the order of the text.
    pub sections: Vec<OutlineSection>,
    /// In the order of the text.
    pub actions: Vec<OutlineAction>,
}

impl Outline {
    /// Of `document`.
    pub fn of(document: &Document, source: Source<'_>) -> Self {
        let mut outline = Self::default();
        let mut first_of_chunk = vec![0; document.chunks.len()];
        for section in document.sections() {
            // A chunk that goes on without a heading belongs to the section before it.
            let continues = section.level == 0 && !outline.sections.is_empty();
            if continues {
                first_of_chunk[section.chunk] = outline.sections.len() - 1;
                continue;
            }
            if document.chunks[section.chunk].plan.sections.first().is_some_and(|first| std::ptr::eq(first, section.it)) {
                first_of_chunk[section.chunk] = outline.sections.len();
            }
            outline.sections.push(of_section(&section, section.at(section.heading)));
        }
        let section_of = |chunk: usize, section: usize| first_of_chunk.get(chunk).map_or(0, |first| first + section);
        for question in document.questions() {
            if let Some(section) = outline.sections.get_mut(section_of(question.chunk, question.section)) {
                section.questions += 1;
            }
        }
        for definition in document.definitions() {
            let start = definition.at(definition.span).start;
            if let Some(section) = outline.sections.iter_mut().rev().find(|section| section.place.start <= start) {
                section.ids += 1;
            }
        }
        for action in document.actions() {
            let number = section_of(action.chunk, action.section);
            if let Some(section) = outline.sections.get_mut(number) {
                section.actions += 1;
            }
            outline.actions.push(OutlineAction {
                id: action.id.map(|id| source.of(action.at(id)).trim().to_owned()),
                place: action.at(action.place),
                due: action.due.as_ref().and_then(|due| due.when.deadline()),
                owner: owner(&action.owner).map(|span| source.of(action.at(span)).trim().to_owned()),
                section: number,
            });
        }
        outline
    }

    /// Whether both have headings of the same levels in the same order.
    pub fn is_shaped_like(&self, other: &Self) -> bool {
        let levels =
            |outline: &Self| -> Vec<u8> { outline.sections.iter().map(|section| section.level).filter(|&level| level > 0).collect() };
        levels(self) == levels(other)
    }
}

fn of_section(section: &Section, place: Span) -> OutlineSection {
    OutlineSection {
        level: section.level,
        concept: section.matches.first().map(|found| found.concept),
        place,
        questions: 0,
        actions: 0,
        ids: 0,
    }
}

fn owner(owner: &Owner) -> Option<Span> {
    match owner {
        Owner::Named { span, .. } => Some(*span),
        _ => None,
    }
}
