//! `planlint new`: a document of a kind with everything it needs, for a person to fill in. Never writes over a file.

use super::arguments::New;
use super::exit::{Exit, Stop};
use super::screen::Screen;
use crate::dialect::concept::{Kind, Language};
use crate::dialect::vocabulary::Vocabulary;
use crate::fix::skeleton;
use clap::ColorChoice;
use std::fs::File;
use std::io::{ErrorKind, Write};

/// Writes the document that `options` ask for.
pub(super) fn new(options: &New) -> Result<Exit, Stop> {
    let mut screen = Screen::new(ColorChoice::Never);
    let text = skeleton(options.kind, options.lang.unwrap_or(Language::En), Vocabulary::builtin());
    let Some(path) = &options.file else {
        screen.out.write_all(text.as_bytes())?;
        return Ok(Exit::Clean);
    };
    let name = path.display();
    File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| {
        Stop::complaint(match error.kind() {
            ErrorKind::AlreadyExists => format!("{name} is there already, and nothing was written: choose another name"),
            ErrorKind::NotFound => format!("there is no folder for {name}: make it first"),
            _ => format!("{name} cannot be written: {error}"),
        })
    })?;
    let article = if matches!(options.kind, Kind::Index) { "an" } else { "a" };
    // As a shell takes it.
    let quote = if name.to_string().contains(char::is_whitespace) { "\"" } else { "" };
    screen.say(&format!(
        "{name} is {article} {} to fill in: every TODO is a gap. See what is left with\n\n    planlint check {quote}{name}{quote}",
        options.kind.word()
    ));
    Ok(Exit::Clean)
}
