//! What configuration means for reading and judging, worked out once for all documents it holds for.

use super::profile::Profile;
use crate::config::{Config, Level, Messages, Precision};
use crate::dialect::concept::{Kind, Language};
use crate::dialect::date::Order;
use crate::dialect::vocabulary::Vocabulary;
use crate::plan::{Manner, Origin};
use crate::rules::{Catalogue, KINDS, Options, Page};
use crate::workspace::{self, Files, Index};
use jiff::civil::Date;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

/// A rule with the options in force.
#[derive(Clone, Debug)]
pub struct Armed {
    /// The rule.
    pub page: Arc<Page>,
    /// Its options.
    pub options: Options,
    /// It was not chosen, or set aside, on the command line.
    pub excluded: bool,
    /// It runs without a severity of the configuration: its page says so, or it was chosen on the command line.
    enabled: bool,
    /// The kinds of document on which the profile has it run, in the order of [`Kind::ALL`].
    in_profile: [bool; Kind::ALL.len()],
}

/// Which rules were asked for on the command line.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Codes, names or group letters to run; none: all.
    pub select: Vec<String>,
    /// Codes, names or group letters not to run.
    pub ignore: Vec<String>,
}

/// Everything about judging that does not change from document to document.
pub struct Settings {
    /// The configuration it comes from.
    pub config: Arc<Config>,
    /// The words in force.
    pub vocabulary: Arc<Vocabulary>,
    /// What documents must contain.
    pub profile: Profile,
    /// Every rule.
    pub rules: Vec<Armed>,
    /// The codes and names of every rule.
    pub rule_names: Vec<String>,
    /// The day everything is held against.
    pub today: Date,
    /// The language of the editor, if one asks; for `messages = "editor"`.
    pub locale: Option<Language>,
}

impl Settings {
    /// Works out what `config` means.
    pub fn new(config: Arc<Config>, catalogue: &Catalogue, choice: &Choice, today: Date) -> Self {
        let concepts: Vec<_> = config.synonyms.iter().filter_map(|synonym| Some((synonym.concept?, synonym.words.clone()))).collect();
        let columns: Vec<_> = config.synonyms.iter().filter_map(|synonym| Some((synonym.column?, synonym.words.clone()))).collect();
        let without = concepts.is_empty() && columns.is_empty();
        let vocabulary = if without { Vocabulary::shared() } else { Arc::new(Vocabulary::with_synonyms(&concepts, &columns)) };
        let profile = Profile::of(&config.profiles);
        let rules = catalogue
            .pages()
            .iter()
            .map(|page| Armed {
                page: Arc::clone(page),
                in_profile: std::array::from_fn(|kind| profile.runs(&page.code, Kind::ALL[kind])),
                options: options(page, &config),
                enabled: page.enabled || !choice.select.is_empty(),
                excluded: !choice.select.is_empty() && !choice.select.iter().any(|name| names(name, page))
                    || choice.ignore.iter().any(|name| names(name, page)),
            })
            .collect();
        let rule_names = catalogue.pages().iter().flat_map(|page| [page.code.clone(), page.name.clone()]).collect();
        Self { rule_names, profile, vocabulary, rules, today, locale: None, config }
    }

    /// How documents are read.
    pub fn manner(&self) -> Manner<'_> {
        workspace::manner(&self.config, &self.vocabulary)
    }

    /// Order of day and month in slash dates.
    pub fn order(&self) -> Order {
        workspace::order(&self.config)
    }

    /// What the documents these settings hold for know of each other. Findings name paths as seen from `current`, an absolute path.
    pub fn index(&self, files: Arc<Files>, current: PathBuf) -> Index {
        Index::new(files, Arc::clone(&self.config), Arc::clone(&self.vocabulary), current)
    }

    /// The language in which findings about a document in `language` are told.
    pub fn spoken(&self, language: Option<Language>) -> Language {
        let spoken = match self.config.messages {
            Messages::En => None,
            Messages::Auto => language,
            Messages::Editor => self.locale,
        };
        spoken.unwrap_or(Language::En)
    }

    /// A month is not precise enough for a due date.
    pub fn days_only(&self) -> bool {
        self.config.dates.min_precision == Precision::Day
    }

    /// What is known of the document at `file` (absolute) before it is read.
    pub fn origin(&self, file: &Path) -> Origin {
        workspace::origin(&self.config, &self.vocabulary, file)
    }

    /// Whether `armed` runs on a document of `kind` and `language` at `path` (as the configuration's globs see it).
    pub fn runs(&self, armed: &Armed, kind: Kind, language: Option<Language>, path: &str) -> bool {
        let page = &armed.page;
        let spoken = language.unwrap_or(Language::En);
        if armed.excluded || !page.languages.is_empty() && !page.languages.contains(&spoken) {
            return false;
        }
        // The kinds that the page or the configuration names stand above the profile.
        let mut kinds = armed.options.words(KINDS).peekable();
        match self.config.severity(&page.code, path) {
            Some(Level::Off) => false,
            None if !armed.enabled => false,
            _ if kinds.peek().is_some() => kinds.any(|word| Kind::from_word(word) == Some(kind)),
            Some(_) => !matches!(kind, Kind::Index) || armed.in_profile[kind as usize],
            None => armed.in_profile[kind as usize],
        }
    }
}

/// The options in force: those of the page, of `[actions]`, and of the rule itself.
fn options(page: &Page, config: &Config) -> Options {
    let mut defaults = page.options.clone();
    if page.check.gathers_actions() {
        defaults.insert("collapse-after".to_owned(), i64::from(config.actions.collapse_after).into());
    }
    Options::of(&defaults, config.options(&page.code))
}

/// Whether `name` is the code or the name of `page`, or the beginning of its code: `A` or `A1`. Letters alone mean one group, so `C` leaves `CX1` alone.
pub fn names(name: &str, page: &Page) -> bool {
    let beginning = name.trim_end_matches('*');
    let group = page.code.trim_end_matches(|it: char| it.is_ascii_digit());
    let begins =
        beginning.len() > group.len() && page.code.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning));
    name.eq_ignore_ascii_case(&page.name) || beginning.eq_ignore_ascii_case(group) || begins
}
