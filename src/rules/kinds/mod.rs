//! Check kinds: each is one pure function from a plan and parameters to drafts, in a file of its own.
//!
//! A page names a kind under `[check]`. A *local* kind looks at one chunk; what it finds there holds until the chunk changes.
//! A *global* kind looks at the whole document and its neighbours.

mod actions;
mod dates;
mod housekeeping;
mod language;
mod ownership;
mod pattern;
mod questions;
mod traceability;

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
    /// A108
    PastedTable,
    /// D101
    UndatedAction,
    /// D103, D104, D105
    DateFault(dates::fault::Fault),
    /// D106
    Overdue,
    /// D107
    DateOrder,
    /// O106
    UnknownOwner,
    /// T101
    BrokenReference,
    /// T102
    DuplicateId,
    /// T103, T104, T105, T106
    Relation(traceability::relation::Relation),
    /// L101
    MixedLanguage,
    /// L102
    NonstandardTerm,
    /// H102; the judge asks it last, with the comments themselves.
    UnusedSuppression,
    /// H103
    UnknownName,
    /// H105
    MalformedTable,
    /// H106
    InvalidFrontMatter,
    /// H107
    Mojibake,
    /// H109
    NotReadToTheEnd,
    /// H110; the judge speaks for the rule that cannot.
    InternalError,
    /// H111
    PastedBullet,
    /// A102, A103, Q102, H101, H108, and any page of a writer's own.
    Pattern(pattern::Pattern),
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
            Self::PastedTable => actions::pasted_table::check(here, found),
            Self::UnknownOwner => ownership::unknown::check(here, found),
            Self::NonstandardTerm => language::term::check(here, options, found),
            Self::UnknownName => housekeeping::name::local(here, found),
            Self::MalformedTable => housekeeping::table::check(here, found),
            Self::Mojibake => housekeeping::mojibake::check(here, found),
            Self::PastedBullet => housekeeping::bullet::check(here, found),
            Self::Pattern(pattern) => pattern::local(pattern, here, options, found),
            _ => {}
        }
    }

    /// What it finds in the document as a whole.
    pub fn global(&self, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
        match self {
            Self::Pattern(pattern) => pattern::global(pattern, scene, options, found),
            Self::BrokenReference => traceability::broken::check(scene, found),
            Self::DuplicateId => traceability::duplicate::check(scene, found),
            Self::MixedLanguage => language::mixed::check(scene, options, found),
            Self::UnknownName => housekeeping::name::global(scene, found),
            Self::InvalidFrontMatter => housekeeping::front_matter::check(scene, found),
            Self::NotReadToTheEnd => housekeeping::unread::check(scene, found),
            Self::Relation(relation) => traceability::relation::check(relation, scene, options, found),
            _ => {}
        }
    }

    /// What it finds is about judging the document, not about the document: it runs whatever is chosen, and cannot be silenced.
    pub fn is_about_judging(&self) -> bool {
        matches!(self, Self::NotReadToTheEnd | Self::InternalError)
    }

    /// It matches a regular expression of a writer's own.
    pub fn is_own_pattern(&self) -> bool {
        matches!(self, Self::Pattern(pattern) if pattern.is_regex())
    }
}
