//! Which configuration holds for which document, and what it means: asked once per document, answered by the same resolver as the command line.

use crate::config::{CommandLine, Config, ConfigError, Known, KnownRule, Resolver};
use crate::judge::{Choice, Profile, Settings};
use crate::rules::Catalogue;
use jiff::civil::Date;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What documents are judged by.
pub(super) struct Engine {
    /// The folders open in the editor; absolute.
    folders: Vec<PathBuf>,
    resolvers: HashMap<PathBuf, Resolver>,
    /// One for each configuration in force.
    settings: Vec<Arc<Settings>>,
    /// The last configuration of a folder that had no errors.
    sound: HashMap<PathBuf, Arc<Config>>,
    today: Date,
}

/// What holds for a document.
#[derive(Clone)]
pub(super) struct InForce {
    pub(super) settings: Arc<Settings>,
    /// What is wrong with its configuration; the last sound one holds meanwhile.
    pub(super) errors: Option<Arc<Vec<ConfigError>>>,
}

impl Engine {
    pub(super) fn new(today: Date) -> Self {
        Self { folders: Vec::new(), resolvers: HashMap::new(), settings: Vec::new(), sound: HashMap::new(), today }
    }

    pub(super) fn today(&self) -> Date {
        self.today
    }

    /// From now on it is `today`.
    pub(super) fn set_today(&mut self, today: Date) {
        self.today = today;
        self.settings.clear();
    }

    /// From now on these folders are open.
    pub(super) fn set_folders(&mut self, folders: Vec<PathBuf>) {
        self.folders = folders;
        self.forget();
    }

    /// Forgets what was read of configurations, after one has changed.
    pub(super) fn forget(&mut self) {
        self.resolvers.clear();
        self.settings.clear();
    }

    /// What holds for the document at `path`; `None`: one that lies nowhere.
    pub(super) fn in_force(&mut self, path: Option<&Path>) -> InForce {
        let folder = path.and_then(Path::parent).or(self.folders.first().map(PathBuf::as_path)).unwrap_or(Path::new("/")).to_owned();
        let resolved = self.resolver(&folder).of_folder(&folder);
        let (config, errors) = match resolved {
            Ok(config) => {
                self.sound.insert(folder, Arc::clone(&config));
                (config, None)
            }
            Err(errors) => (self.sound.get(&folder).cloned().unwrap_or_else(|| Arc::new(Config::built_in(&folder))), Some(errors)),
        };
        InForce { settings: self.settings(config), errors }
    }

    fn resolver(&mut self, folder: &Path) -> &Resolver {
        let workspace = self.folders.iter().filter(|open| folder.starts_with(open)).max_by_key(|open| open.as_os_str().len());
        let workspace = workspace.map_or(folder, PathBuf::as_path).to_owned();
        self.resolvers.entry(workspace.clone()).or_insert_with(|| Resolver::new(workspace, CommandLine::default(), Box::new(|_| known())))
    }

    fn settings(&mut self, config: Arc<Config>) -> Arc<Settings> {
        if let Some(known) = self.settings.iter().find(|known| Arc::ptr_eq(&known.config, &config)) {
            return Arc::clone(known);
        }
        let today = config.dates.today.unwrap_or(self.today);
        let settings = Arc::new(Settings::new(config, Catalogue::shipped(), &Choice::default(), today));
        self.settings.push(Arc::clone(&settings));
        settings
    }
}

fn known() -> Arc<Known> {
    let rules = Catalogue::shipped().pages().iter().map(|page| KnownRule { code: page.code.clone(), name: page.name.clone(), options: page.options.clone() });
    Arc::new(Known { rules: rules.collect(), profiles: Profile::names().map(str::to_owned).collect() })
}
