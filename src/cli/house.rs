//! What holds before any document is looked at: the current folder, where configuration comes from, which rules there are, the day.
//! The clock is read here and nowhere else.

use super::arguments::Configuration;
use super::exit::Stop;
use super::values::ConfigSource;
use crate::config::{CommandLine, Config, ConfigError, Resolver};
use crate::judge::{Choice, Rulebook, Settings};
use crate::rules::Catalogue;
use jiff::civil::Date;
use std::path::PathBuf;
use std::sync::Arc;

/// The house whose rules documents are held to.
pub(super) struct House {
    /// Paths of the command line are relative to it.
    pub(super) current: PathBuf,
    /// Which configuration holds where.
    pub(super) resolver: Resolver,
    /// Which rules there are.
    pub(super) rulebook: Arc<Rulebook>,
    /// The day that the command line gives; it wins over the configured one.
    day: Option<Date>,
    /// Read once, so that a run across midnight has one day.
    clock: Date,
}

impl House {
    /// As the command line says; `day` is the one it gives.
    pub(super) fn new(configuration: &Configuration, day: Option<Date>) -> Result<Self, Stop> {
        let current = std::env::current_dir().map_err(|_| Stop::complaint("the folder you are in is gone: change to another one"))?;
        let rulebook = Arc::new(Rulebook::new(current.clone()));
        let known = Arc::clone(&rulebook);
        let resolver = Resolver::new(current.clone(), command_line(configuration), Box::new(move |folder| known.known(folder)));
        Ok(Self { current, resolver, rulebook, day, clock: jiff::Zoned::now().date() })
    }

    /// What `config` means, for the rules chosen.
    pub(super) fn settings(&self, config: &Arc<Config>, choice: &Choice) -> Result<Settings, Vec<ConfigError>> {
        let today = self.day.or(config.dates.today).unwrap_or(self.clock);
        self.rulebook.settings(Arc::clone(config), choice, today)
    }

    /// The rules of the folder we are in.
    pub(super) fn catalogue(&self) -> Result<Catalogue, Stop> {
        let config = self.resolver.of_folder(&self.current).map_err(|errors| told(&errors))?;
        self.rulebook.catalogue(&config).map_err(|errors| told(&errors))
    }

    /// The day, where no configuration says another.
    pub(super) fn today(&self) -> Date {
        self.day.unwrap_or(self.clock)
    }
}

fn command_line(configuration: &Configuration) -> CommandLine {
    let mut line = CommandLine { isolated: configuration.isolated, ..CommandLine::default() };
    for source in &configuration.config {
        match source {
            ConfigSource::File(file) => line.file = Some(file.clone()),
            ConfigSource::Key(key, value) => line.settings.push(format!("{key}={value}")),
        }
    }
    line
}

/// All that is wrong with configurations, as the user is told.
pub(super) fn told(errors: &[ConfigError]) -> Stop {
    Stop::Complaint(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n"))
}
