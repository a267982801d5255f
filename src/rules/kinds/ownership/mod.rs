//! Who answers for what.

pub(crate) mod unknown;
