//! The `planlint` program: one file per command, thin over the engine. What a command needs before it starts is in `house`, what it says
//! goes through `screen`, how it ends is in `exit`.

pub mod arguments;
mod check;
mod docket;
mod exit;
mod files;
mod formats;
mod guard;
mod house;
mod judging;
mod progress;
mod screen;
mod spoken;
pub mod values;

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
        _ => Err(Stop::complaint("not yet")),
    }
}
