//! Checks that look beyond the document: links to others, the series it is part of, what others say of the same thing.

pub(super) mod broken_link;
pub(super) mod drift;
pub(super) mod gate;
pub(super) mod metrics;
pub(super) mod missions;
pub(super) mod numbering;
pub(super) mod one_way_link;
pub(super) mod order;
pub(super) mod series;
