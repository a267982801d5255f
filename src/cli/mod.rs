//! The `planlint` program: commands and exit codes.

pub mod arguments;
pub mod values;
