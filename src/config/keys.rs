//! The keys of `planlint.toml`: one struct per table, one field per key, its default beside it.
//! The published JSON schema and the check of what a person wrote are both derived from here, so there is no second list of keys.
//! What the keys mean for a document is settled in `effective`.

use crate::dialect::concept::{Column, Concept, Kind};
use crate::finding::Severity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything a configuration file may say.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[schemars(title = "planlint.toml")]
pub struct Keys {
    /// What this configuration builds on: `recommended`, `contact-center`, or relative paths of other configuration files.
    pub extends: OneOrMany,
    /// Globs of the files that are plan documents, added to those known by default. `!glob` takes some out again.
    pub include: Vec<String>,
    /// Globs of files that are never picked, added to those known by default. `!glob` takes some out again.
    pub exclude: Vec<String>,
    /// Findings below this severity are not printed.
    pub min_severity: Severity,
    /// A finding of this severity or above breaks the build.
    pub fail_on: FailOn,
    /// The language of messages.
    pub messages: Messages,
    /// Folder of your own rule pages, relative to this file.
    #[schemars(with = "String")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rules_path: Option<String>,
    /// The name of your organisation, as your documents write it.
    #[schemars(with = "String")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// How dates are read.
    pub dates: Dates,
    /// How questions are found.
    pub questions: Questions,
    /// How actions are found and reported.
    pub actions: Actions,
    /// How links are resolved.
    pub links: Links,
    /// What is too much.
    pub limits: Limits,
    /// Who may own something.
    pub people: People,
    /// Your own words for the headings, labels and columns that planlint knows: `owner = ["Caretaker"]`.
    #[schemars(extend("propertyNames" = serde_json::json!({ "enum": synonym_names() })))]
    pub synonyms: BTreeMap<String, Vec<String>>,
    /// Rules by code or name: a severity, `off`, or a table with `severity` and the options of the rule.
    pub rules: BTreeMap<String, RuleSetting>,
    /// Settings for some of the files.
    pub documents: Vec<Documents>,
}

impl Default for Keys {
    fn default() -> Self {
        Self {
            extends: OneOrMany::Many(vec!["recommended".to_owned()]),
            include: owned(&[
                "**/*.plan.md",
                "**/plan.md",
                "**/mission.md",
                "**/vision.md",
                "**/strategy.md",
                "**/charter.md",
                "plans/**/*.md",
                "planning/**/*.md",
            ]),
            exclude: owned(&["**/README.md", "**/CHANGELOG.md", "**/node_modules/**", "**/_templates/**", "**/templates/**", ".git/**"]),
            min_severity: Severity::Info,
            fail_on: FailOn::Warning,
            messages: Messages::En,
            rules_path: None,
            organisation: None,
            dates: Dates::default(),
            questions: Questions::default(),
            actions: Actions::default(),
            links: Links::default(),
            limits: Limits::default(),
            people: People::default(),
            synonyms: BTreeMap::new(),
            rules: BTreeMap::new(),
            documents: Vec::new(),
        }
    }
}

/// `"one"` or `["one", "two"]`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum OneOrMany {
    /// A single text.
    One(String),
    /// A list of texts.
    Many(Vec<String>),
}

/// What breaks a build. The order is the order of weight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Any finding.
    Hint,
    /// Findings from info on.
    Info,
    /// Findings from warning on.
    Warning,
    /// Errors only.
    Error,
    /// Nothing.
    Never,
}

/// The language messages are written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Messages {
    /// English.
    En,
    /// The language of the document.
    Auto,
    /// The language of the editor.
    Editor,
}

/// `[dates]`
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Dates {
    /// The day that counts as today, such as 2026-02-01. Without it: the day on which planlint runs.
    #[schemars(with = "String", extend("format" = "date"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub today: Option<String>,
    /// How exact a deadline must be.
    pub min_precision: Precision,
    /// How 03/04/2026 is read.
    pub order: DateOrder,
    /// Whether "ongoing" is a deadline.
    pub allow_ongoing: bool,
}

impl Default for Dates {
    fn default() -> Self {
        Self { today: None, min_precision: Precision::Month, order: DateOrder::Iso, allow_ongoing: true }
    }
}

/// How exact a deadline must be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// A month, week or quarter will do.
    Month,
    /// A day.
    Day,
}

/// Order of day and month in a date written with slashes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// Neither: such a date is ambiguous.
    Iso,
    /// Day first.
    Dmy,
    /// Month first.
    Mdy,
}

/// `[questions]`
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Questions {
    /// Whether every item under a heading such as "Open questions" is a question, also without a question mark.
    pub implicit_lists: bool,
    /// Headings under which nothing is a question.
    pub ignore_sections: Vec<String>,
}

impl Default for Questions {
    fn default() -> Self {
        Self { implicit_lists: true, ignore_sections: Vec::new() }
    }
}

/// `[actions]`
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Actions {
    /// Headings under which nothing is an action.
    pub ignore_sections: Vec<String>,
    /// From how many items without owner or date a list gets one finding instead of one each; 0: never.
    pub collapse_after: u32,
}

impl Default for Actions {
    fn default() -> Self {
        Self { ignore_sections: Vec::new(), collapse_after: 4 }
    }
}

/// `[links]`
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Links {
    /// Folder that a link such as `/plans/a.md` starts from, relative to this file. Without it such links are not followed.
    #[schemars(with = "String")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root: Option<String>,
}

/// `[limits]`
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Limits {
    /// Documents larger than this, in bytes, are not read.
    #[schemars(range(min = 1, max = MAX_DOCUMENT_BYTES))]
    pub document_bytes: u64,
}

/// No document is ever larger, in bytes: places in a text are kept in 32 bits, and an editor sends no more.
pub const MAX_DOCUMENT_BYTES: u64 = 32 * 1024 * 1024;

impl Default for Limits {
    fn default() -> Self {
        Self { document_bytes: MAX_DOCUMENT_BYTES }
    }
}

/// `[people]`
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct People {
    /// Names and roles that may own something.
    pub names: Vec<String>,
}

/// A severity, or off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The rule does not run.
    Off,
    /// See [`Severity::Hint`].
    Hint,
    /// See [`Severity::Info`].
    Info,
    /// See [`Severity::Warning`].
    Warning,
    /// See [`Severity::Error`].
    Error,
}

impl Level {
    /// `None` when off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Hint => Some(Severity::Hint),
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// What `[rules]` says of one rule.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum RuleSetting {
    /// `A102 = "off"`
    Level(Level),
    /// `[rules.A102]`
    Table(RuleTable),
}

/// `[rules.A102]`: which options a rule has is known to its page.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct RuleTable {
    /// Its severity.
    #[schemars(with = "Level")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<Level>,
    /// The options of the rule.
    #[serde(flatten)]
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    pub options: toml::Table,
}

/// `[[documents]]`
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Documents {
    /// Globs of the files meant.
    pub files: Vec<String>,
    /// What sort of document they are.
    #[schemars(with = "Kind")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Severities of rules in these files.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<String, Level>,
}

/// The keys of `[synonyms]`: concepts and columns. A word of two parts may be written with a hyphen, so that it needs no quotes.
fn synonym_names() -> Vec<String> {
    let words = Concept::ALL.iter().map(|concept| concept.word()).chain(Column::ALL.iter().map(|column| column.word()));
    let mut names: Vec<String> = words.flat_map(|word| [word.to_owned(), word.replace(' ', "-")]).collect();
    names.sort();
    names.dedup();
    names
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}
