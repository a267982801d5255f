//! `planlint server`: hands standard input and output to the language server. Its status is that of the protocol: 1 when the editor went
//! away without saying so.

use super::arguments::{LogLevel, Server};
use super::exit::Exit;
use crate::server::{Level, Options, run};

/// Serves until the editor is done.
pub(super) fn server(options: &Server) -> Exit {
    let log_level = match options.log_level {
        LogLevel::Error => Level::Error,
        LogLevel::Warn => Level::Warn,
        LogLevel::Info => Level::Info,
        LogLevel::Debug => Level::Debug,
        LogLevel::Trace => Level::Trace,
    };
    match run(&Options { log: options.log.clone(), log_level, today: options.today }) {
        0 => Exit::Clean,
        _ => Exit::Found,
    }
}
