//! The server as a client sees it.

mod answers;
mod choices;
mod client;
mod completions;
mod diagnostics;
mod editors;
mod features;
mod lifecycle;
mod protocol;
mod process;
mod typing;
mod workspace;
