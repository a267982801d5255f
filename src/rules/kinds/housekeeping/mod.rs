//! The state of the document itself, whatever it plans.

pub(super) mod bullet;
pub(super) mod front_matter;
pub(super) mod mojibake;
pub(super) mod name;
pub(super) mod table;
pub(super) mod unread;
