//! Sections as such.

pub(super) mod empty;
