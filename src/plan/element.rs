//! The elements of a plan: what a paragraph, an item or a row of a document is *as a plan*.
//! Spans count from the start of the chunk the element was read from.

mod action;
mod entry;
mod field;
mod id;
mod mark;
mod question;
mod table;

pub use action::{Action, ActionForm, ActionList, ActionState, Due};
pub use entry::{Entry, Role};
pub use field::{Field, FieldShape, Filled};
pub use id::{Definition, Reference};
pub use mark::{Mark, MarkKind};
pub use question::{Answer, Question, QuestionSource};
pub use table::{Table, TableRole};
