//! planlint reads mission and plan documents written in plain Markdown as a *plan* and says what is missing.
//!
//! Text flows one way; a module imports only from those above it in this list.

mod packed;
#[rustfmt::skip]
pub mod text;
#[rustfmt::skip]
pub mod dialect;
#[rustfmt::skip]
pub mod markdown;
#[rustfmt::skip]
pub mod plan;
#[rustfmt::skip]
pub mod finding;
#[rustfmt::skip]
pub mod rules;
#[rustfmt::skip]
pub mod config;
#[rustfmt::skip]
pub mod workspace;
#[rustfmt::skip]
pub mod judge;
#[rustfmt::skip]
pub mod fix;
#[rustfmt::skip]
pub mod output;
#[rustfmt::skip]
pub mod server;
#[rustfmt::skip]
pub mod cli;
