//! The configuration in force: every value checked, every glob compiled. The rest of planlint asks here and reads no TOML.
//! Paths asked about are relative to [`Config::folder`], with forward slashes, as [`Config::path_of`] gives them.

use super::globs::Globs;
use super::keys::{Actions, DateOrder, FailOn, Level, Messages, Precision, Questions};
use super::layer::Layer;
use crate::dialect::concept::{Column, Concept, Kind};
use crate::finding::Severity;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use toml::Table;

/// What holds for the documents of a folder.
#[derive(Clone, Debug)]
pub struct Config {
    /// Globs are relative to it; absolute.
    pub folder: PathBuf,
    /// The configuration file; `None` when there is none.
    pub file: Option<PathBuf>,
    /// Nothing above it concerns these documents; absolute.
    pub root: PathBuf,
    /// Names of the profiles extended, the strongest last.
    pub profiles: Vec<String>,
    /// Which files are plans.
    pub include: Globs,
    /// Which files are none, whatever `include` says.
    pub exclude: Globs,
    /// Findings below it are not printed.
    pub min_severity: Severity,
    /// What breaks a build.
    pub fail_on: FailOn,
    /// The language of messages.
    pub messages: Messages,
    /// Folder of the writer's own rule pages; absolute.
    pub rules_path: Option<PathBuf>,
    /// As the documents write it.
    pub organisation: Option<String>,
    /// How dates are read.
    pub dates: DateSettings,
    /// How questions are found.
    pub questions: Questions,
    /// How actions are found and reported.
    pub actions: Actions,
    /// Where links that begin with `/` start; absolute.
    pub links_root: Option<PathBuf>,
    /// Larger documents are not read, in bytes.
    pub document_bytes: u64,
    /// Names and roles that may own something.
    pub people: Vec<String>,
    /// The organisation's own words.
    pub synonyms: Vec<Synonym>,
    pub(super) rules: BTreeMap<String, RuleSettings>,
    pub(super) documents: Vec<Group>,
    /// Kept to show where each value comes from.
    pub(super) layer: Layer,
}

/// `[dates]`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DateSettings {
    /// The day that counts as today, if it is set.
    pub today: Option<Date>,
    /// How exact a deadline must be.
    pub min_precision: Precision,
    /// How 03/04/2026 is read.
    pub order: DateOrder,
    /// Whether "ongoing" is a deadline.
    pub allow_ongoing: bool,
}

/// Words of the organisation for one thing planlint knows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Synonym {
    /// What they mean in headings and labels, if anything.
    pub concept: Option<Concept>,
    /// What they mean over a column, if anything.
    pub column: Option<Column>,
    /// The words as written.
    pub words: Vec<String>,
}

/// `[rules.CODE]`
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct RuleSettings {
    pub(super) level: Option<Level>,
    pub(super) options: Table,
}

/// `[[documents]]`
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) files: Globs,
    pub(super) kind: Option<Kind>,
    pub(super) rules: BTreeMap<String, Level>,
}

impl Config {
    /// `file` (absolute) as globs see it. A file that is not below the configuration's folder is seen from the root.
    pub fn path_of(&self, file: &Path) -> String {
        let relative = file.strip_prefix(&self.folder).or_else(|_| file.strip_prefix(&self.root));
        super::discover::slashed(relative.unwrap_or(file))
    }

    /// `file` (absolute) seen from the root of its documents, where folders begin to say something about it.
    pub fn path_from_root(&self, file: &Path) -> String {
        super::discover::slashed(file.strip_prefix(&self.root).unwrap_or(file))
    }

    /// What the configuration sets the rule `code` to in the document at `path`; `None`: nothing, the rule's own severity holds.
    /// The last `[[documents]]` that speaks of it wins, then `[rules]`.
    pub fn severity(&self, code: &str, path: &str) -> Option<Level> {
        let mut groups = self.documents.iter().rev().filter(|group| group.rules.contains_key(code));
        let of_path = groups.find(|group| group.files.mean(path)).and_then(|group| group.rules.get(code));
        of_path.copied().or_else(|| self.rules.get(code)?.level)
    }

    /// The options set for the rule `code`; what is not set has its default on the rule's page.
    pub fn options(&self, code: &str) -> Option<&Table> {
        self.rules.get(code).map(|rule| &rule.options)
    }

    /// The kind that `[[documents]]` gives the document at `path`.
    pub fn kind(&self, path: &str) -> Option<Kind> {
        self.documents.iter().rev().filter(|group| group.kind.is_some()).find(|group| group.files.mean(path))?.kind
    }
}

impl FailOn {
    /// Whether a finding of `severity` breaks the build.
    pub fn breaks(self, severity: Severity) -> bool {
        match self {
            Self::Hint => true,
            Self::Info => severity >= Severity::Info,
            Self::Warning => severity >= Severity::Warning,
            Self::Error => severity >= Severity::Error,
            Self::Never => false,
        }
    }
}
