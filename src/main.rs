//! The `planlint` program.

fn main() {}
