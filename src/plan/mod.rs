//! Blocks to a plan: sections, fields, questions, actions, entries, ids. Knows nothing of rules.

mod chunk;
mod context;
mod element;
mod document;
mod edit;
mod gist;
mod head;
mod headings;
mod link;
mod origin;
mod read;
mod section;
mod summary;
mod survey;

pub use chunk::{ChunkPlan, ScriptRun};
pub use context::{Context, Facts, OpenHeading};
pub use document::{Chunk, Document, Manner, Placed, Source};
pub use edit::Change;
pub use element::{
    Action, ActionForm, ActionList, ActionState, Answer, Definition, Due, Entry, Field, FieldShape, Filled, Mark, MarkKind, Question,
    QuestionSource, Reference, Role, Table, TableRole,
};
pub use head::{Head, HeadValue};
pub use link::{DocumentLink, LINK_KEYS};
pub use origin::Origin;
pub use read::{advised, cues};
pub use section::{Cues, Dated, Reading, Section, SectionShape};
pub use summary::{
    DefinedId, MetricRow, MissionStatement, OpenPoint, Outline, OutlineAction, OutlineSection, SeriesPlace, Summary, metrics, missions,
    open_actions, open_questions,
};
