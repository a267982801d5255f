//! The real program in real folders: what it says, where it says it, and how it ends.

mod bad_input;
mod check;
mod commands;
mod fix;
mod house;

/// One action without an owner: a warning.
const OPEN: &str = "# Plan\n\n## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n| Order the paint | | 2026-03-01 |\n";
/// The same with one.
const OWNED: &str = "# Plan\n\n## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n| Order the paint | Ana | 2026-03-01 |\n";
