//! What configuration means for reading and judging, worked out once for all documents it holds for.

use super::profile::Profile;
use crate::config::{Config, DateOrder, Level, Precision};
use crate::dialect::concept::Kind;
use crate::dialect::date::Order;
use crate::dialect::vocabulary::Vocabulary;
use crate::plan::Manner;
use crate::rules::{Catalogue, Options, Page};
use jiff::civil::Date;
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
}

impl Settings {
    /// Works out what `config` means.
    pub fn new(config: Arc<Config>, catalogue: &Catalogue, choice: &Choice, today: Date) -> Self {
        let concepts: Vec<_> = config.synonyms.iter().filter_map(|synonym| Some((synonym.concept?, synonym.words.clone()))).collect();
        let columns: Vec<_> = config.synonyms.iter().filter_map(|synonym| Some((synonym.column?, synonym.words.clone()))).collect();
        let vocabulary = Arc::new(Vocabulary::with_synonyms(&concepts, &columns));
        let rules = catalogue
            .pages()
            .iter()
            .map(|page| Armed {
                page: Arc::clone(page),
                options: Options::of(&page.options, config.options(&page.code)),
                excluded: !choice.select.is_empty() && !choice.select.iter().any(|name| names(name, page)) || choice.ignore.iter().any(|name| names(name, page)),
            })
            .collect();
        let rule_names = catalogue.pages().iter().flat_map(|page| [page.code.clone(), page.name.clone()]).collect();
        Self { rule_names, profile: Profile::of(&config.profiles), vocabulary, rules, today, config }
    }

    /// How documents are read.
    pub fn manner(&self) -> Manner<'_> {
        Manner {
            vocabulary: &self.vocabulary,
            order: self.order(),
            implicit_questions: self.config.questions.implicit_lists,
            ignored_questions: self.config.questions.ignore_sections.clone(),
            ignored_actions: self.config.actions.ignore_sections.clone(),
        }
    }

    /// Order of day and month in slash dates.
    pub fn order(&self) -> Order {
        match self.config.dates.order {
            DateOrder::Iso => Order::Iso,
            DateOrder::Dmy => Order::Dmy,
            DateOrder::Mdy => Order::Mdy,
        }
    }

    /// A month is not precise enough for a due date.
    pub fn days_only(&self) -> bool {
        self.config.dates.min_precision == Precision::Day
    }

    /// Whether `armed` runs on a document of `kind` at `path` (as the configuration's globs see it).
    pub fn runs(&self, armed: &Armed, kind: Kind, path: &str) -> bool {
        let code = &armed.page.code;
        if armed.excluded {
            return false;
        }
        match self.config.severity(code, path) {
            Some(Level::Off) => false,
            Some(_) => !matches!(kind, Kind::Index) || self.profile.runs(code, kind),
            None => self.profile.runs(code, kind),
        }
    }
}

/// Whether `name` is the code, the name or the group of `page`.
pub fn names(name: &str, page: &Page) -> bool {
    let group = page.code.trim_end_matches(|it: char| it.is_ascii_digit());
    name.eq_ignore_ascii_case(&page.code) || name.eq_ignore_ascii_case(&page.name) || name.trim_end_matches('*').eq_ignore_ascii_case(group)
}
