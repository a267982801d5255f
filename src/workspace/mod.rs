//! Many documents: which of the files on a disk are plans, what their paths say about them, and what they are to each other.

mod around;
mod files;
mod hint;
mod index;
mod kind;
mod nearest;
mod pick;
mod read;
mod series;
mod target;
mod walk;

pub use around::Around;
pub use files::Files;
pub use hint::{Looks, Words, hint, include_line, looks_like_a_plan};
pub use index::{Index, manner, order};
pub use kind::{ConceptOf, KindStep, kind_of_path, says_minutes, says_template};
pub use pick::{Facts, Picking, Reason, is_markdown, pick, pick_named};
pub use read::{Document, Problem, read, shown};
pub use walk::{Candidate, Found, HEAD_BYTES, Search};
