//! The `planlint` program: one file per command, thin over the engine. What a command needs before it starts is in `house`, what it says
//! goes through `screen`, how it ends is in `exit`.

pub mod arguments;
mod check;
mod completions;
mod config;
mod crew;
mod docket;
mod exit;
mod explain;
mod files;
mod fix;
mod formats;
mod guard;
mod house;
mod init;
mod judging;
mod man;
mod mending;
mod new;
mod page;
mod progress;
mod review;
mod rules;
mod rules_test;
mod screen;
mod server;
mod spoken;
pub mod values;
mod writing;

pub use exit::Exit;

use arguments::{Arguments, Command};
use clap::ColorChoice;
use exit::Stop;
use screen::Screen;
use std::ffi::OsString;

/// Runs the program with the words of its command line, its name first.
pub fn run(words: impl IntoIterator<Item = OsString>) -> Exit {
    guard::install();
    let words: Vec<OsString> = words.into_iter().collect();
    let ended = guard::guarded(|| match Arguments::read(&words) {
        Ok(arguments) => obey(&arguments.command),
        Err(answer) => Ok(answered(&answer)),
    });
    let screen = Screen::new(ColorChoice::Never);
    match ended {
        Ok(Ok(exit)) => exit,
        Ok(Err(Stop::Closed)) => Exit::Clean,
        Ok(Err(Stop::Complaint(text))) | Err(text) => {
            screen.say(&text);
            Exit::Failed
        }
    }
}

/// Help and version are answers too; a mistake is status 2.
fn answered(answer: &clap::Error) -> Exit {
    let _ = answer.print();
    if answer.use_stderr() { Exit::Failed } else { Exit::Clean }
}

fn obey(command: &Command) -> Result<Exit, Stop> {
    match command {
        Command::Check(options) => check::check(options),
        Command::Fix(options) => fix::fix(options),
        Command::Explain(options) => explain::explain(options),
        Command::Rules(options) => rules::rules(options),
        Command::New(options) => new::new(options),
        Command::Init(options) => init::init(options),
        Command::Config(command) => config::config(command),
        Command::Server(options) => Ok(server::server(options)),
        Command::Completions(options) => completions::completions(options),
        Command::Man => man::man(),
    }
}
