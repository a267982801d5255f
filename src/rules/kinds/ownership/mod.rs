//! Who answers for what.

pub(super) mod unknown;
