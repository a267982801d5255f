//! Blocks to a plan: sections, fields, questions, actions, entries, ids. Knows nothing of rules.

mod chunk;
mod context;
mod element;
mod read;
mod section;

pub use chunk::{ChunkPlan, ScriptRun};
pub use context::{Context, Facts, OpenHeading};
pub use element::{
    Action, ActionForm, ActionList, ActionState, Answer, Definition, Due, Entry, Field, FieldShape, Filled, Mark, MarkKind, Question,
    QuestionSource, Reference, Role, Table, TableRole,
};
pub use read::read;
pub use section::{Cues, Dated, Reading, Section, SectionShape};
