//! The server as a client sees it.

mod client;
mod diagnostics;
mod editors;
mod features;
mod lifecycle;
mod protocol;
mod process;
mod workspace;
