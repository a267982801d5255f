//! Which rules there are: those planlint ships, and for each folder of a writer's own pages those with them, read once.
//! The command line and the editor both ask here, first what configuration may name, then for the settings it means.

use super::profile::Profile;
use super::settings::{Choice, Settings};
use crate::config::{Config, ConfigError, Known, KnownRule};
use crate::rules::Catalogue;
use crate::workspace::{OwnRules, own_rules};
use jiff::civil::Date;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The rules of every folder of pages met so far.
pub struct Rulebook {
    /// Paths in messages are relative to it; absolute.
    current: PathBuf,
    by_folder: Mutex<HashMap<PathBuf, Arc<OwnRules>>>,
}

impl Rulebook {
    /// An empty book; messages tell paths relative to `current`, which is absolute.
    pub fn new(current: PathBuf) -> Self {
        Self { current, by_folder: Mutex::default() }
    }

    /// What a configuration with this `rules-path` (absolute) may name.
    pub fn known(&self, folder: Option<&Path>) -> Arc<Known> {
        let own = folder.map(|folder| self.own(folder));
        let catalogue = own.as_ref().map_or(Catalogue::shipped(), |own| &own.catalogue);
        let rules = catalogue.pages().iter().map(|page| KnownRule {
            code: page.code.clone(),
            name: page.name.clone(),
            options: page.options.clone(),
        });
        Arc::new(Known { rules: rules.collect(), profiles: Profile::names().map(str::to_owned).collect() })
    }

    /// The rules there are under `config`.
    ///
    /// # Errors
    /// What is wrong with the writer's own rule pages.
    pub fn catalogue(&self, config: &Config) -> Result<Catalogue, Vec<ConfigError>> {
        let Some(folder) = &config.rules_path else { return Ok(Catalogue::shipped().clone()) };
        let own = self.own(folder);
        if own.errors.is_empty() { Ok(own.catalogue.clone()) } else { Err(own.errors.clone()) }
    }

    /// What `config` means for judging.
    ///
    /// # Errors
    /// As [`Rulebook::catalogue`].
    pub fn settings(&self, config: Arc<Config>, choice: &Choice, today: Date) -> Result<Settings, Vec<ConfigError>> {
        let catalogue = self.catalogue(&config)?;
        Ok(Settings::new(config, &catalogue, choice, today))
    }

    /// The rules with those whose pages lie in `folder` (absolute).
    pub fn own(&self, folder: &Path) -> Arc<OwnRules> {
        // A panic elsewhere leaves the map whole: each insertion is one step.
        let mut by_folder = self.by_folder.lock().unwrap_or_else(PoisonError::into_inner);
        let own = by_folder.entry(folder.to_owned()).or_insert_with(|| Arc::new(own_rules(folder, &self.current)));
        Arc::clone(own)
    }

    /// Forgets the pages read, after one has changed.
    pub fn forget(&self) {
        self.by_folder.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
