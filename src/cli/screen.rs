//! Where words go: standard output for what was asked for, standard error for everything else; and what both can show.
//! The only place of the command line that asks about terminals.

use clap::ColorChoice;
use std::env;
use std::io::{self, IsTerminal, Stderr, Stdout, Write};

/// Standard output and standard error.
pub(super) struct Screen {
    /// What was asked for.
    pub(super) out: Stdout,
    /// Everything else.
    pub(super) err: Stderr,
    /// Whether what was asked for may be coloured.
    pub(super) colour: bool,
    /// Standard output holds a document: what is said about it goes to standard error.
    gives_way: bool,
}

impl Screen {
    /// The screen of this process, coloured as `choice` says.
    pub(super) fn new(choice: ColorChoice) -> Self {
        let out = io::stdout();
        let colour = match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => out.is_terminal() && !is_set("NO_COLOR") && env::var_os("TERM").is_none_or(|term| term != "dumb"),
        };
        Self { out, err: io::stderr(), colour, gives_way: false }
    }

    /// From now on standard output belongs to a document.
    pub(super) fn give_way(&mut self) {
        self.gives_way = true;
        self.colour &= self.err.is_terminal();
    }

    /// Where reports go.
    pub(super) fn out(&mut self) -> &mut dyn Write {
        if self.gives_way { &mut self.err } else { &mut self.out }
    }

    /// Columns of the terminal that is written to, if there is one.
    pub(super) fn width(&self) -> Option<usize> {
        let terminal = self.out.is_terminal().then(|| terminal_size::terminal_size_of(&self.out)).flatten();
        terminal.map(|(width, _)| usize::from(width.0))
    }

    /// Whether somebody watches while we work.
    pub(super) fn is_watched(&self) -> bool {
        self.err.is_terminal()
    }

    /// Says something beside the result. Nothing can be done when that fails.
    pub(super) fn say(&self, text: &str) {
        let _ = writeln!(self.err.lock(), "{text}");
    }
}

fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}
