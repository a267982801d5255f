//! How the mission is carried out, and how anybody will know.

pub(super) mod measurable;
pub(super) mod mission;
pub(super) mod pillars;
