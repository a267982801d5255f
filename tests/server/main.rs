//! The server as a client sees it.

mod client;
mod diagnostics;
mod features;
mod lifecycle;
mod process;
mod same_fixes;
mod workspace;
