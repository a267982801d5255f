//! `planlint completions`: what a shell needs to complete commands and options.

use super::arguments::{Arguments, Completions};
use super::exit::{Exit, Stop};
use clap::CommandFactory;
use std::io::{self, Write};

/// Writes the completions of one shell.
pub(super) fn completions(options: &Completions) -> Result<Exit, Stop> {
    // Into memory first: the generator cannot tell of a closed pipe.
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Arguments::command(), "planlint", &mut script);
    io::stdout().write_all(&script)?;
    Ok(Exit::Clean)
}
