//! What is asked, and whether it is answered.

pub(super) mod bundled;
pub(super) mod status;
pub(super) mod unanswered;
