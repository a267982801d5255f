//! `planlint man`: the manual page, made from the same words as `--help`.

use super::arguments::Arguments;
use super::exit::{Exit, Stop};
use clap::CommandFactory;
use std::io;

/// Writes the page with all commands on it.
pub(super) fn man() -> Result<Exit, Stop> {
    let mut out = io::stdout().lock();
    let mut program = Arguments::command();
    program.build();
    clap_mangen::Man::new(program.clone()).render(&mut out)?;
    for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
        let page = clap_mangen::Man::new(command.clone());
        page.render_name_section(&mut out)?;
        page.render_synopsis_section(&mut out)?;
        page.render_options_section(&mut out)?;
    }
    Ok(Exit::Clean)
}
