//! Many documents: which of the files on a disk are plans, and what their paths say about them.

mod hint;
mod kind;
mod pick;
mod read;
mod walk;

pub use hint::{Looks, Words, hint, include_line, looks_like_a_plan};
pub use kind::{ConceptOf, KindStep, kind_of_path, says_minutes, says_template};
pub use pick::{Facts, Picking, Reason, is_markdown, pick, pick_named};
pub use read::{Document, Problem, read, shown};
pub use walk::{Candidate, Found, HEAD_BYTES, Search};
