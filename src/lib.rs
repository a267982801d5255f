//! planlint reads mission and plan documents written in plain Markdown as a *plan* and says what is missing.
//!
//! Text flows one way; a module imports only from those above it in this list.

mod packed;
pub mod text;
pub mod dialect;
pub mod markdown;
pub mod plan;
pub mod finding;
pub mod rules;
pub mod config;
pub mod workspace;
pub mod judge;
pub mod fix;
pub mod output;
pub mod server;
pub mod cli;
