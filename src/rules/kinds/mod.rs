//! Check kinds: each is one pure function from a plan and parameters to drafts, in a file of its own.
//!
//! A page names a kind under `[check]`. A *local* kind looks at one chunk; what it finds there holds until the chunk changes.
//! A *global* kind looks at the whole document and its neighbours.

mod actions;
mod cross;
mod dates;
mod questions;

use super::draft::Draft;
use super::options::Options;
use super::scene::{Local, Scene};
use serde::Deserialize;

/// What a rule checks, with its parameters. `kind` in the page chooses the variant.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Check {
    /// Q101
    UnansweredQuestion,
    /// Q103
    BundledQuestions,
    /// Q104
    QuestionStatusMismatch,
    /// A101
    UnassignedAction,
    /// A106
    EmptyAction,
    /// A107
    ActionStatusConflict,
    /// D101
    UndatedAction,
    /// D103, D104, D105
    DateFault(dates::fault::Fault),
    /// D106
    Overdue,
    /// D107
    DateOrder,
    /// X101
    BrokenDocumentLink,
    /// X102
    OneWaySeriesLink,
    /// X103
    SeriesNumbering,
    /// X104
    GateNotPassed,
    /// X105
    ConflictingMission,
    /// L103
    TranslationDrift,
    /// O104
    ConflictingMetric,
}

impl Check {
    /// What it finds in one chunk.
    pub fn local(&self, here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
        match self {
            Self::UnansweredQuestion => questions::unanswered::check(here, options, found),
            Self::BundledQuestions => questions::bundled::check(here, found),
            Self::QuestionStatusMismatch => questions::status::check(here, found),
            Self::UnassignedAction => actions::unassigned::check(here, options, found),
            Self::EmptyAction => actions::empty::check(here, found),
            Self::ActionStatusConflict => actions::status::check(here, found),
            Self::UndatedAction => dates::undated_action::check(here, options, found),
            Self::DateFault(fault) => dates::fault::check(fault, here, found),
            Self::Overdue => dates::overdue::check(here, options, found),
            Self::DateOrder => dates::order::check(here, found),
            Self::BrokenDocumentLink
            | Self::OneWaySeriesLink
            | Self::SeriesNumbering
            | Self::GateNotPassed
            | Self::ConflictingMission
            | Self::TranslationDrift
            | Self::ConflictingMetric => {}
        }
    }

    /// What it finds in the document as a whole.
    pub fn global(&self, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
        match self {
            Self::DateOrder => cross::order::check(scene, found),
            Self::BrokenDocumentLink => cross::broken_link::check(scene, found),
            Self::OneWaySeriesLink => cross::one_way_link::check(scene, found),
            Self::SeriesNumbering => cross::numbering::check(scene, found),
            Self::GateNotPassed => cross::gate::check(scene, options, found),
            Self::ConflictingMission => cross::missions::check(scene, options, found),
            Self::TranslationDrift => cross::drift::check(scene, found),
            Self::ConflictingMetric => cross::metrics::check(scene, options, found),
            _ => {}
        }
    }
}
