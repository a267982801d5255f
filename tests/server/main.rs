//! The server as a client sees it.

mod answers;
mod choices;
mod client;
mod completions;
mod diagnostics;
mod editors;
#[path = "../common/edits.rs"]
mod edits;
mod features;
mod lifecycle;
mod pages;
mod process;
mod protocol;
mod same_fixes;
mod stories;
mod typing;
mod workspace;
