//! Blocks to a plan: sections, fields, questions, actions, entries, ids. Knows nothing of rules.

mod chunk;
mod chunk_plan;
mod context;
mod document;
mod edit;
mod element;
mod gist;
mod head;
mod headings;
mod link;
mod manner;
mod origin;
mod placed;
mod read;
mod section;
mod source;
mod summary;
mod survey;

pub use chunk::Chunk;
pub use chunk_plan::{ChunkPlan, ScriptRun};
pub use context::{Context, Facts, OpenHeading};
pub use document::Document;
pub use edit::Change;
pub use element::{
    Action, ActionForm, ActionList, ActionState, Answer, Definition, Due, Entry, Field, FieldShape, Filled, Mark, MarkKind, Question,
    QuestionSource, Reference, Role, Table, TableRole,
};
pub(crate) use head::is_no_name;
pub use head::{Head, HeadValue};
pub use link::{DocumentLink, LINK_KEYS};
pub use manner::Manner;
pub use origin::Origin;
pub use placed::Placed;
pub use read::{advised, cues};
pub use section::{Cues, Dated, Reading, Section, SectionShape};
pub use source::Source;
pub use summary::{
    DefinedId, MetricRow, MissionStatement, OpenPoint, Outline, OutlineAction, OutlineSection, SeriesPlace, Summary, metrics, missions,
    open_actions, open_questions,
};
