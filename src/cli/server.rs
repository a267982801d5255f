//! `planlint server`: hands standard input and output to the language server.

use super::arguments::{LogLevel, Server};
use super::exit::{Exit, Stop};
use crate::server::{self, Level};
use jiff::civil::Date;

/// Serves until the editor is done. The day is taken from the environment, as `check` takes it.
pub(super) fn server(options: &Server) -> Result<Exit, Stop> {
    let today: Option<Date> = std::env::var("PLANLINT_TODAY").ok().and_then(|day| day.parse().ok());
    let options = server::Options {
        log: options.log.clone(),
        log_level: match options.log_level {
            LogLevel::Error => Level::Error,
            LogLevel::Warn => Level::Warn,
            LogLevel::Info => Level::Info,
            LogLevel::Debug => Level::Debug,
            LogLevel::Trace => Level::Trace,
        },
        today,
    };
    Ok(if server::run(&options) == 0 { Exit::Clean } else { Exit::Found })
}
