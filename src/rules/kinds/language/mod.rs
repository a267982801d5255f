//! The words and scripts a document is written in.

pub(super) mod mixed;
pub(super) mod term;
