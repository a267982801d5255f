//! The little of a chunk's plan that bears on the whole document, at hand without looking into the plan.

use super::chunk_plan::ChunkPlan;
use super::element::TableRole;
use crate::dialect::concept::Concept;

/// A set of concepts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Concepts(u64);

impl Concepts {
    pub(super) fn has(self, concept: Concept) -> bool {
        self.0 & bit(concept) != 0
    }

    pub(super) fn iter(self) -> impl Iterator<Item = Concept> {
        Concept::ALL.iter().copied().filter(move |&concept| self.has(concept))
    }

    /// A mission, vision or strategy together with questions and actions.
    pub(super) fn make_a_workbook(self) -> bool {
        (self.has(Concept::Mission) || self.has(Concept::Vision) || self.has(Concept::Strategy))
            && self.has(Concept::Questions)
            && self.has(Concept::Actions)
    }
}

impl FromIterator<Concept> for Concepts {
    fn from_iter<I: IntoIterator<Item = Concept>>(concepts: I) -> Self {
        Self(concepts.into_iter().fold(0, |all, concept| all | bit(concept)))
    }
}

fn bit(concept: Concept) -> u64 {
    const { assert!(Concept::ALL.len() <= 64, "one bit for each concept") };
    1 << concept as u64
}

/// What a chunk, or many, say about their document.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Gist {
    /// Concepts that sections are about, pseudo-headings included.
    pub(super) stated: Concepts,
    /// There are actions.
    pub(super) actions: bool,
    /// There is a table of support areas.
    pub(super) areas: bool,
    /// Comments speak to planlint.
    pub(super) directives: bool,
    /// Letters of an East Asian script.
    pub(super) foreign: bool,
}

impl Gist {
    pub(super) fn of(plan: &ChunkPlan) -> Self {
        Self {
            stated: plan.sections.iter().flat_map(|section| &section.matches).map(|found| found.concept).collect(),
            actions: !plan.actions.is_empty(),
            areas: plan.tables.iter().any(|table| table.role == TableRole::Areas),
            directives: !plan.directives.is_empty(),
            foreign: plan.scripts.iter().any(|run| run.letters.foreign() > 0),
        }
    }

    /// What both say.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            stated: Concepts(self.stated.0 | other.stated.0),
            actions: self.actions || other.actions,
            areas: self.areas || other.areas,
            directives: self.directives || other.directives,
            foreign: self.foreign || other.foreign,
        }
    }
}
