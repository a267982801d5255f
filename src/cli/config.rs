//! `planlint config`: which configuration is in force for a document, and what a configuration or a report may hold.

use super::arguments;
use super::exit::{Exit, Stop};
use super::house::{House, told};
use crate::config::{absolute, schema, show};
use crate::output::findings_schema;
use crate::workspace::shown;
use serde::Serialize;
use std::io::{self, Write};

/// Does what `command` says.
pub(super) fn config(command: &arguments::Config) -> Result<Exit, Stop> {
    let mut out = io::stdout().lock();
    match command {
        arguments::Config::Show { file, configuration } => {
            let house = House::new(configuration, None)?;
            let whole = absolute(file, &house.current);
            let resolved = if whole.is_dir() { house.resolver.of_folder(&whole) } else { house.resolver.of_file(&whole) };
            let config = resolved.map_err(|errors| told(&errors))?;
            match &config.file {
                Some(found) => writeln!(out, "# {}", shown(found.strip_prefix(&house.current).unwrap_or(found)))?,
                None => writeln!(out, "# no planlint.toml was found: these are the defaults")?,
            }
            show(&config, &mut out)?;
        }
        arguments::Config::Schema { findings: true } => write_json(&findings_schema(), &mut out)?,
        arguments::Config::Schema { findings: false } => write_json(schema(), &mut out)?,
    }
    Ok(Exit::Clean)
}

fn write_json(schema: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, schema)?;
    writeln!(out)
}
