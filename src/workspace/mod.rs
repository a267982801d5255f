//! Many documents: which of the files on a disk are plans, and what they are to each other.

mod around;
mod files;
mod hint;
mod include;
mod index;
mod manner;
mod nearest;
mod own_rules;
mod pick;
mod read;
mod series;
mod target;
mod walk;

pub use around::Around;
pub use files::Files;
pub use hint::{LookAlike, Looks, hint, look_alikes, looks_like_a_plan};
pub use include::include_line;
pub use index::Index;
pub use manner::{manner, order, origin};
pub use own_rules::{OwnRules, own_rules};
pub use pick::{Facts, Picking, Reason, is_markdown, pick, pick_named};
pub use read::{Document, Problem, read, shown};
pub use walk::{Candidate, Found, HEAD_BYTES, Search};
