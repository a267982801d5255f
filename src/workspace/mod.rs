//! Many documents: which of the files on a disk are plans, and why.

mod hint;
mod pick;
mod own_rules;
mod read;
mod walk;

pub use hint::{LookAlike, Looks, hint, include_line, look_alikes, looks_like_a_plan};
pub use pick::{Facts, Picking, Reason, is_markdown, pick, pick_named};
pub use own_rules::{OwnRules, own_rules};
pub use read::{Document, Problem, read, shown};
pub use walk::{Candidate, Found, HEAD_BYTES, Search};
