//! Check kinds: each is one pure function from a plan and parameters to drafts, in a file of its own.
//!
//! A page names a kind under `[check]`. A *local* kind looks at one chunk; what it finds there holds until the chunk changes.
//! A *global* kind looks at the whole document and its neighbours.

mod actions;
mod balance;
mod cross;
mod dates;
mod gaps;
mod housekeeping;
mod language;
mod ownership;
pub(crate) mod outline;
mod pack;
mod pattern;
mod presence;
mod questions;
mod sections;
mod statement;
mod strategy;
mod tables;
mod traceability;

pub(crate) use language::term::usual_word;
pub(crate) use ownership::unknown::meant;

use super::draft::Draft;
use super::options::Options;
use super::scene::{Local, Scene};
use crate::dialect::concept::Kind;
use crate::plan::MarkKind;
use crate::text::Span;
use serde::Deserialize;

/// What a rule checks, with its parameters. `kind` in the page chooses the variant.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Check {
    /// M101, V101, S101, S107, A104, G101
    RequireSection(presence::section::Required),
    /// M102, M103, M104
    RequireElement(statement::element::Required),
    /// M105, V102
    Limit(statement::limit::Limit),
    /// M106
    RequireTelling,
    /// V103
    RequireBeneficiaries(statement::beneficiaries::Required),
    /// S102
    RequireMention(strategy::pillars::Required),
    /// S103
    StrategyWithoutMission,
    /// S104, O105, B102
    RequireHeadField(presence::head_field::Required),
    /// S105
    UnmeasurableObjective,
    /// S106, O101, O102
    EmptyCell(tables::cell::Required),
    /// Q101
    UnansweredQuestion,
    /// Q103
    BundledQuestions,
    /// Q104
    QuestionStatusMismatch,
    /// A101
    UnassignedAction,
    /// A105
    RequireColumn(tables::column::Required),
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
    /// D102
    UndatedObjective,
    /// D107
    DateOrder,
    /// O106
    UnknownOwner,
    /// D108
    DateAge(dates::age::Age),
    /// G102
    GapWithoutAction,
    /// G103
    GapsNotConfirmed,
    /// G104
    NoWithoutGap,
    /// O103
    SiloedArea,
    /// B101
    TacticalStrategicImbalance,
    /// H104
    SectionNotEmpty,
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
    /// C101
    RequireQuestion(pack::question::Required),
    /// C102
    RequireRow(pack::row::Required),
    /// C103
    Implies(pack::implies::Implied),
}

/// How much it weighs that `lacking` of `all` entries of a list leave something out. Where nothing is missing, in notes, only the
/// exception counts: what lists of goals in charters and proposals never say, nobody waits for.
fn weight_in_notes(scene: &Scene<'_>, lacking: usize, all: usize) -> &'static str {
    if scene.document.kind == Kind::Notes && lacking * 2 > all { "notes" } else { "default" }
}

/// A row with cells too many: nobody knows which cell is which, and H105 says so in place of every rule about its cells.
fn is_cut(here: &Local<'_>, row: Span) -> bool {
    (here.scene.running)("H105") && here.chunk.plan.marks.iter().any(|mark| mark.kind == MarkKind::LongRow && mark.span.overlaps(row))
}

/// A row that ends before this cell: H105 says so in place of the rule that wants something in it. A `cell` that is not there at all
/// is `None`.
fn ends_before(here: &Local<'_>, row: Span, cell: Option<Span>) -> bool {
    let end = row.trimmed(here.text).end;
    cell.is_none_or(|cell| cell.is_empty() && cell.start >= end)
        && (here.scene.running)("H105")
        && here.chunk.plan.marks.iter().any(|mark| mark.kind == MarkKind::ShortRow && mark.span.overlaps(row))
}

impl Check {
    /// What it finds in one chunk.
    pub fn local(&self, here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
        let before = found.len();
        self.chunk(here, options, found);
        if found.len() > before && self.reads_cells() {
            let base = here.chunk.start as u32;
            let is_cut = |draft: &Draft| {
                is_cut(here, Span { start: draft.span.start.saturating_sub(base), end: draft.span.end.saturating_sub(base) })
            };
            let mut number = 0;
            found.retain(|draft| {
                number += 1;
                number <= before || !is_cut(draft)
            });
        }
    }

    /// Whether it judges what a cell holds as what its column says, and not as running text.
    fn reads_cells(&self) -> bool {
        // A pattern does so only in some of its places, and sees to that itself.
        let runs_on = matches!(
            self,
            Self::Pattern(_) | Self::NonstandardTerm | Self::UnknownName | Self::MalformedTable | Self::Mojibake | Self::PastedBullet
        );
        !runs_on
    }

    fn chunk(&self, here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
        match self {
            Self::UnmeasurableObjective => strategy::measurable::check(here, options, found),
            Self::EmptyCell(required) => tables::cell::check(required, here, found),
            Self::UnansweredQuestion => questions::unanswered::check(here, options, found),
            Self::BundledQuestions => questions::bundled::check(here, found),
            Self::QuestionStatusMismatch => questions::status::check(here, found),
            Self::UnassignedAction => actions::unassigned::check(here, options, found),
            Self::RequireColumn(required) => tables::column::check(required, here, found),
            Self::EmptyAction => actions::empty::check(here, found),
            Self::ActionStatusConflict => actions::status::check(here, found),
            Self::UndatedAction => dates::undated_action::check(here, options, found),
            Self::DateFault(fault) => dates::fault::check(fault, here, found),
            Self::Overdue => dates::overdue::check(here, options, found),
            Self::UndatedObjective => dates::undated_entry::check(here, options, found),
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

    /// Whether it looks at chunks at all.
    pub fn is_local(&self) -> bool {
        matches!(
            self,
            Self::UnmeasurableObjective
                | Self::EmptyCell(_)
                | Self::UnansweredQuestion
                | Self::BundledQuestions
                | Self::QuestionStatusMismatch
                | Self::UnassignedAction
                | Self::RequireColumn(_)
                | Self::EmptyAction
                | Self::ActionStatusConflict
                | Self::UndatedAction
                | Self::DateFault(_)
                | Self::Overdue
                | Self::UndatedObjective
                | Self::DateOrder
                | Self::PastedTable
                | Self::UnknownOwner
                | Self::NonstandardTerm
                | Self::UnknownName
                | Self::MalformedTable
                | Self::Mojibake
                | Self::PastedBullet
                | Self::Pattern(_)
        )
    }

    /// What it finds in the document as a whole.
    pub fn global(&self, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
        match self {
            Self::DateOrder => cross::order::check(scene, found),
            Self::UnansweredQuestion => questions::unanswered::check_agenda(scene, found),
            Self::RequireSection(required) => presence::section::check(required, scene, options, found),
            Self::RequireElement(required) => statement::element::check(required, scene, options, found),
            Self::Limit(limit) => statement::limit::check(limit, scene, options, found),
            Self::RequireTelling => statement::telling::check(scene, found),
            Self::RequireBeneficiaries(required) => statement::beneficiaries::check(required, scene, options, found),
            Self::RequireMention(required) => strategy::pillars::check(required, scene, options, found),
            Self::StrategyWithoutMission => strategy::mission::check(scene, found),
            Self::RequireHeadField(required) => presence::head_field::check(required, scene, found),
            Self::DateAge(age) => dates::age::check(age, scene, options, found),
            Self::GapWithoutAction => gaps::action::check(scene, found),
            Self::GapsNotConfirmed => gaps::confirmed::check(scene, options, found),
            Self::NoWithoutGap => gaps::no::check(scene, found),
            Self::SiloedArea => tables::silo::check(scene, found),
            Self::TacticalStrategicImbalance => balance::check(scene, options, found),
            Self::SectionNotEmpty => sections::empty::check(scene, options, found),
            Self::Pattern(pattern) => pattern::global(pattern, scene, options, found),
            Self::BrokenReference => traceability::broken::check(scene, found),
            Self::DuplicateId => traceability::duplicate::check(scene, found),
            Self::MixedLanguage => language::mixed::check(scene, options, found),
            Self::UnknownName => housekeeping::name::global(scene, found),
            Self::InvalidFrontMatter => housekeeping::front_matter::check(scene, found),
            Self::NotReadToTheEnd => housekeeping::unread::check(scene, found),
            Self::Relation(relation) => traceability::relation::check(relation, scene, options, found),
            Self::BrokenDocumentLink => cross::broken_link::check(scene, found),
            Self::OneWaySeriesLink => cross::one_way_link::check(scene, found),
            Self::SeriesNumbering => cross::numbering::check(scene, found),
            Self::GateNotPassed => cross::gate::check(scene, options, found),
            Self::ConflictingMission => cross::missions::check(scene, options, found),
            Self::TranslationDrift => cross::drift::check(scene, found),
            Self::ConflictingMetric => cross::metrics::check(scene, options, found),
            Self::RequireQuestion(required) => pack::question::check(required, scene, options, found),
            Self::RequireRow(required) => pack::row::check(required, scene, found),
            Self::Implies(implied) => pack::implies::check(implied, scene, found),
            _ => {}
        }
    }

    /// What it finds is about judging the document, not about the document: it runs whatever is chosen, and cannot be silenced.
    pub fn is_about_judging(&self) -> bool {
        matches!(self, Self::NotReadToTheEnd | Self::InternalError)
    }

    /// It can say of a whole list of actions what none of them has; `[actions] collapse-after` says from how many on.
    pub fn gathers_actions(&self) -> bool {
        matches!(self, Self::UnassignedAction | Self::UndatedAction)
    }

    /// It matches a regular expression of a writer's own.
    pub fn is_own_pattern(&self) -> bool {
        matches!(self, Self::Pattern(pattern) if pattern.is_regex())
    }
}
