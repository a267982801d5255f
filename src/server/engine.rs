//! Which configuration holds for which document, and what it means: asked once per document, answered by the same resolver and the same
//! rules as the command line. Unsaved texts win over the disk.

use super::open::Open;
use super::pages::{Addresses, Pages};
use crate::config::{CommandLine, Config, ConfigError, Resolver, load_text};
use crate::dialect::concept::Language;
use crate::judge::{Choice, Rulebook, Settings};
use crate::rules::Catalogue;
use crate::text::Text;
use crate::workspace::{Files, Index};
use jiff::civil::Date;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What documents are judged by.
pub(super) struct Engine {
    /// The folders open in the editor; absolute.
    folders: Vec<PathBuf>,
    resolvers: HashMap<PathBuf, Resolver>,
    rulebook: Arc<Rulebook>,
    files: Arc<Files>,
    /// One for each configuration in force.
    standards: Vec<Arc<Standard>>,
    /// The last configuration of a folder that had no errors.
    sound: HashMap<PathBuf, Arc<Config>>,
    /// Given from outside; wins over what a configuration says.
    day: Option<Date>,
    clock: Date,
    /// The language of the editor, if it says.
    locale: Option<Language>,
    /// Where the pages of rules can be read.
    pub(super) pages: Pages,
    /// What the writer has set in the editor, as a configuration: for documents under no file.
    settings: Arc<str>,
}

/// What documents under one configuration are held to.
pub(super) struct Standard {
    pub(super) settings: Settings,
    pub(super) index: Index,
    /// Where the page of each rule can be read.
    pub(super) addresses: Addresses,
}

/// What holds for a document.
#[derive(Clone)]
pub(super) struct InForce {
    pub(super) standard: Arc<Standard>,
    /// What is wrong with its configuration or its writer's own rules; what was sound last holds meanwhile.
    pub(super) errors: Vec<ConfigError>,
}

impl Engine {
    pub(super) fn new(day: Option<Date>, clock: Date, pages: Pages) -> Self {
        Self {
            folders: Vec::new(),
            resolvers: HashMap::new(),
            rulebook: Arc::new(Rulebook::new(PathBuf::from("/"))),
            files: Arc::new(Files::on_disk()),
            standards: Vec::new(),
            sound: HashMap::new(),
            day,
            clock,
            locale: None,
            pages,
            settings: Arc::default(),
        }
    }

    /// The editor speaks the language of `tag`, such as `pt-BR`.
    pub(super) fn set_locale(&mut self, tag: &str) {
        self.locale = tag.split(['-', '_']).next().and_then(|language| Language::from_word(&language.to_lowercase()));
        self.standards.clear();
    }

    /// From now on these settings hold for documents under no configuration file. Whether that is news.
    pub(super) fn set_settings(&mut self, settings: String) -> bool {
        let is_news = *self.settings != *settings;
        if is_news {
            self.settings = settings.into();
            self.forget();
        }
        is_news
    }

    /// What the editor says about configuration.
    pub(super) fn line(&self) -> CommandLine {
        CommandLine { without_file: self.settings.to_string(), ..CommandLine::default() }
    }

    /// The calendar shows `clock`. Whether that is news.
    pub(super) fn set_clock(&mut self, clock: Date) -> bool {
        let is_news = self.clock != clock;
        self.clock = clock;
        if is_news {
            self.standards.clear();
        }
        is_news
    }

    /// The folders open in the editor.
    pub(super) fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// From now on these folders are open.
    pub(super) fn set_folders(&mut self, folders: Vec<PathBuf>) {
        // Messages tell paths as seen from the first folder.
        self.rulebook = Arc::new(Rulebook::new(folders.first().cloned().unwrap_or_else(|| PathBuf::from("/"))));
        self.folders = folders;
        self.forget();
    }

    /// Forgets what was read of configurations and rule pages, after one has changed.
    pub(super) fn forget(&mut self) {
        self.resolvers.clear();
        self.rulebook.forget();
        self.standards.clear();
    }

    /// Holds the text of an open document, for those beside it.
    fn hold(&self, path: &Path, text: &Text) {
        self.files.hold(path.to_owned(), text.clone());
        self.changed(path);
    }

    /// Holds the text of `open`, if it lies anywhere.
    pub(super) fn hold_open(&self, open: &Open) {
        if let Some(path) = &open.path {
            self.hold(path, &open.text);
        }
    }

    /// Another one for the same folders and unsaved texts, for documents that are looked at in passing.
    pub(super) fn beside(&self) -> Self {
        Self { files: Arc::clone(&self.files), ..self.aside() }
    }

    /// Another one for the same folders, which knows nothing that is unsaved.
    pub(super) fn aside(&self) -> Self {
        let settings = Arc::clone(&self.settings);
        Self { folders: self.folders.clone(), locale: self.locale, settings, ..Self::new(self.day, self.clock, self.pages.clone()) }
    }

    /// Whether `path` lies among the pages of a writer's own rules.
    pub(super) fn is_rule_page(&self, path: &Path) -> bool {
        let mut folders = self.standards.iter().filter_map(|standard| standard.settings.config.rules_path.as_deref());
        folders.any(|folder| path.starts_with(folder))
    }

    /// The disk counts again for `path`.
    pub(super) fn release(&self, path: &Path) {
        self.files.release(path);
        self.changed(path);
    }

    /// The document at `path` is not what it was.
    pub(super) fn changed(&self, path: &Path) {
        self.standards.iter().for_each(|standard| standard.index.forget(path));
    }

    /// What holds for the document at `path`; `None`: one that lies nowhere.
    pub(super) fn in_force(&mut self, path: Option<&Path>) -> InForce {
        let folder = path.and_then(Path::parent).or(self.folders.first().map(PathBuf::as_path)).unwrap_or(Path::new("/")).to_owned();
        let (config, mut errors) = match self.resolver(&folder).of_folder(&folder) {
            Ok(config) => (config, Vec::new()),
            Err(errors) => (self.sound.get(&folder).cloned().unwrap_or_else(|| Arc::new(Config::built_in(&folder))), errors.to_vec()),
        };
        let (standard, wrong_pages) = self.standard(&config);
        if errors.is_empty() {
            self.sound.insert(folder, config);
        }
        errors.extend(wrong_pages);
        InForce { standard, errors }
    }

    /// What is wrong with a planlint.toml as its writer has it, saved or not.
    pub(super) fn faults_in(&self, open: &Open) -> Vec<ConfigError> {
        let Some(folder) = open.path.as_deref().and_then(Path::parent).filter(|_| open.is_configuration()) else { return Vec::new() };
        let draft = load_text(&open.text.to_string(), folder);
        let known = self.rulebook.known(draft.rules_path().as_deref());
        draft.finish(&known).err().unwrap_or_default()
    }

    fn workspace_of<'a>(&'a self, folder: &'a Path) -> &'a Path {
        let around = self.folders.iter().filter(|open| folder.starts_with(open));
        around.max_by_key(|open| open.as_os_str().len()).map_or(folder, PathBuf::as_path)
    }

    fn resolver(&mut self, folder: &Path) -> &Resolver {
        let workspace = self.workspace_of(folder).to_owned();
        let (rulebook, line) = (Arc::clone(&self.rulebook), self.line());
        self.resolvers
            .entry(workspace.clone())
            .or_insert_with(|| Resolver::new(workspace, line, Box::new(move |folder| rulebook.known(folder))))
    }

    fn standard(&mut self, config: &Arc<Config>) -> (Arc<Standard>, Vec<ConfigError>) {
        let known = self.standards.iter().find(|standard| Arc::ptr_eq(&standard.settings.config, config));
        if let Some(known) = known {
            return (Arc::clone(known), Vec::new());
        }
        let today = self.day.or(config.dates.today).unwrap_or(self.clock);
        let (mut settings, errors) = match self.rulebook.settings(Arc::clone(config), &Choice::default(), today) {
            Ok(settings) => (settings, Vec::new()),
            Err(errors) => (Settings::new(Arc::clone(config), Catalogue::shipped(), &Choice::default(), today), errors),
        };
        settings.locale = self.locale;
        let index = settings.index(Arc::clone(&self.files), PathBuf::from("/"));
        let own = config.rules_path.as_deref().map(|folder| self.rulebook.own(folder));
        let addresses = self.pages.addresses(own.as_ref().map_or(&[], |own| &own.pages));
        let standard = Arc::new(Standard { settings, index, addresses });
        self.standards.push(Arc::clone(&standard));
        (standard, errors)
    }
}
