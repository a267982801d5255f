//! Ids, and what they tie together (DIALECT 8).

pub(super) mod broken;
pub(super) mod duplicate;
mod ids;
pub(super) mod relation;
