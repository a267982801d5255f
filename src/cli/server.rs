//! `planlint server`: hands standard input and output to the language server. Its status is that of the protocol: 1 when the editor went
//! away without saying so.

use super::arguments::{LogLevel, Server};
use super::exit::Exit;
use crate::server::{Level, Options, run};
use std::env;
use std::path::PathBuf;

/// Serves until the editor is done.
pub(super) fn server(options: &Server) -> Exit {
    let log_level = match options.log_level {
        LogLevel::Error => Level::Error,
        LogLevel::Warn => Level::Warn,
        LogLevel::Info => Level::Info,
        LogLevel::Debug => Level::Debug,
        LogLevel::Trace => Level::Trace,
    };
    match run(&Options { log: options.log.clone(), log_level, today: options.today, pages: cache() }) {
        0 => Exit::Clean,
        _ => Exit::Found,
    }
}

/// The folder below which programs of the user keep what they can make again.
fn cache() -> Option<PathBuf> {
    let folder = |name: &str| env::var_os(name).map(PathBuf::from).filter(|folder| folder.is_absolute());
    let caches = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Caches"))
    } else {
        folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache")))
    };
    caches.map(|caches| caches.join("planlint"))
}
