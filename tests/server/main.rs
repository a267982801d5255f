//! The server as a client sees it.

mod answers;
mod choices;
mod client;
mod completions;
mod diagnostics;
mod editors;
mod features;
mod lifecycle;
mod process;
mod protocol;
mod same_fixes;
mod typing;
mod workspace;
