//! The state of the document itself, whatever it plans.

pub(super) mod bullet;
pub(super) mod mojibake;
pub(super) mod table;
