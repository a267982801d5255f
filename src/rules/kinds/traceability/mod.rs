//! Ids, and what they tie together (DIALECT 8).

pub(super) mod broken;
pub(super) mod duplicate;
pub(super) mod ids;
pub(super) mod relation;
