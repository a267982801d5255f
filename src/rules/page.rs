//! A rule is a page: TOML between `+++` lines declares it, the Markdown below documents it, the examples in it are its tests.
//! Built-in rules and a writer's own take this same reader.

use super::kinds::Check;
use crate::dialect::concept::{Kind, Language};
use crate::finding::{Applicability, Class, Severity};
use crate::packed::unpacked;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// A rule as its page declares it.
#[derive(Debug)]
pub struct Page {
    /// Such as `A101`.
    pub code: String,
    /// Kebab-case.
    pub name: String,
    /// One line for lists.
    pub summary: String,
    /// By variant; `default` is always there.
    pub severity: BTreeMap<String, Severity>,
    /// What the lifecycle does to it.
    pub class: Class,
    /// The strongest fix it offers.
    pub fix: Option<Applicability>,
    /// By variant; `default` is always there.
    pub messages: BTreeMap<String, String>,
    /// What to do.
    pub help: Option<String>,
    /// It runs; else only where the configuration gives it a severity, or the command line chooses it.
    pub enabled: bool,
    /// The languages of the documents it runs on; none: all.
    pub languages: Vec<Language>,
    /// What is checked.
    pub check: Check,
    /// Defaults of what configuration may set; among them the `kinds` of document it runs on, when the page names them.
    pub options: toml::Table,
    /// The documentation: Markdown.
    pub body: Cow<'static, str>,
}

/// The key of a page, and the option, that says on which kinds of document a rule runs.
pub const KINDS: &str = "kinds";

/// Why a page cannot be a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageError {
    /// What is wrong, in words.
    pub message: String,
    /// Where in the page, in bytes.
    pub at: Range<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Declaration<Check> {
    code: String,
    name: String,
    #[serde(default)]
    summary: String,
    severity: Weight,
    class: Class,
    #[serde(default)]
    fix: Strongest,
    /// The configuration may set others. None: those that the profile says.
    kinds: Option<Vec<Kind>>,
    #[serde(default)]
    languages: Vec<Language>,
    #[serde(default = "yes")]
    enabled: bool,
    message: String,
    help: Option<String>,
    #[serde(default)]
    messages: BTreeMap<String, String>,
    check: Check,
    #[serde(default)]
    options: toml::Table,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Weight {
    One(Severity),
    Variants(BTreeMap<String, Severity>),
}

#[derive(Deserialize, Default, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Strongest {
    Safe,
    Scaffold,
    Choice,
    #[default]
    None,
}

impl Page {
    /// Reads a page.
    ///
    /// # Errors
    /// When the front matter is missing or not TOML, when a key or a check kind is unknown, or when a value is of the wrong type:
    /// the place is that of the fault in `text`.
    pub fn read(text: &str) -> Result<Self, PageError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (toml, body, offset) = split(text)?;
        let declared: Declaration<toml::Spanned<toml::Table>> =
            toml::from_str(toml).map_err(|error| located(&error, offset, toml.len()))?;
        let check_at = declared.check.span();
        let check = declared.check.get_ref().clone().try_into().map_err(|error: toml::de::Error| {
            let message = with_key(declared.check.get_ref(), error.message());
            let at = blamed(toml, "check", &message).unwrap_or(check_at);
            PageError { message: format!("in [check]: {message}"), at: at.start + offset..at.end + offset }
        })?;
        if let Some(key) = unlisted(&declared.options) {
            let message = format!("in [options]: `{key}`: expected a list of texts");
            let at = blamed(toml, "options", &message).unwrap_or(0..0);
            return Err(PageError { message, at: at.start + offset..at.end + offset });
        }
        if declared.options.contains_key(KINDS) {
            let message = format!("in [options]: `{KINDS}` stands above the tables, beside `class`");
            let at = blamed(toml, "options", &message).unwrap_or(0..0);
            return Err(PageError { message, at: at.start + offset..at.end + offset });
        }
        let body = Cow::Owned(body.trim_start().to_owned());
        Self::of(declared, check, body).map_err(|message| PageError { message, at: offset..offset })
    }

    /// The shipped page `text`, whose declaration was packed.
    ///
    /// # Errors
    /// As [`Page::read`] of the same page.
    pub(super) fn shipped(declaration: &'static [u8], text: &'static str) -> Result<Self, PageError> {
        let fault = |message| PageError { message, at: 0..0 };
        let declared: Declaration<Check> = unpacked(declaration).map_err(|error| fault(error.to_string()))?;
        let (_, body, _) = split(text)?;
        let check = declared.check.clone();
        Self::of(declared, check, Cow::Borrowed(body.trim_start())).map_err(fault)
    }

    fn of<C>(declared: Declaration<C>, check: Check, body: Cow<'static, str>) -> Result<Self, String> {
        let severity = match declared.severity {
            Weight::One(severity) => BTreeMap::from([("default".to_owned(), severity)]),
            Weight::Variants(variants) => variants,
        };
        if !severity.contains_key("default") {
            return Err("severity needs a `default`".to_owned());
        }
        let mut options = declared.options;
        if let Some(kinds) = declared.kinds {
            let kinds = kinds.into_iter().map(|kind| toml::Value::from(kind.word())).collect();
            options.insert(KINDS.to_owned(), toml::Value::Array(kinds));
        }
        let mut messages = declared.messages;
        messages.insert("default".to_owned(), declared.message);
        Ok(Self {
            code: declared.code,
            name: declared.name,
            summary: declared.summary,
            severity,
            class: declared.class,
            fix: match declared.fix {
                Strongest::Safe => Some(Applicability::Safe),
                Strongest::Scaffold => Some(Applicability::Scaffold),
                Strongest::Choice => Some(Applicability::Choice),
                Strongest::None => None,
            },
            messages,
            help: declared.help,
            enabled: declared.enabled,
            languages: declared.languages,
            check,
            options,
            body,
        })
    }
}

/// The front matter, what follows it, and where the front matter begins.
fn split(text: &str) -> Result<(&str, &str, usize), PageError> {
    let missing = || PageError { message: "a rule page begins with a line `+++`, TOML, and another line `+++`".to_owned(), at: 0..0 };
    let start = text.strip_prefix("+++").and_then(|rest| rest.find('\n')).ok_or_else(missing)? + 4;
    let length = text[start..].match_indices("+++").find(|&(at, _)| text[start..][..at].ends_with('\n')).ok_or_else(missing)?.0;
    let body = text[start + length..].find('\n').map_or("", |end| &text[start + length + end + 1..]);
    Ok((&text[start..start + length], body, start))
}

/// `message` with the key of `[check]` in front whose value has the wrong type. The reader of TOML does not name it: it is the one
/// without which the page is refused for another reason, or not at all.
fn with_key(check: &toml::Table, message: &str) -> String {
    const NAMELESS: [&str; 3] = ["invalid type", "invalid value", "invalid length"];
    let guilty = |key: &&String| {
        let mut rest = check.clone();
        rest.remove(*key);
        *key != "kind" && rest.try_into::<Check>().err().is_none_or(|error| error.message() != message)
    };
    match check.keys().find(guilty).filter(|_| NAMELESS.iter().any(|start| message.starts_with(start))) {
        Some(key) => format!("`{key}`: {message}"),
        None => message.to_owned(),
    }
}

/// The first of the options with words that is no list of words.
fn unlisted(options: &toml::Table) -> Option<&str> {
    const LISTS: [&str; 5] = ["phrases", "words", "cues", "languages", "ignore-sections"];
    let is_list = |value: &toml::Value| value.as_array().is_some_and(|list| list.iter().all(toml::Value::is_str));
    LISTS.into_iter().find(|key| options.get(*key).is_some_and(|value| !is_list(value)))
}

/// Where in `[table]` the first word between backticks of `message` stands: as a key its value, unless there is no such key; or as a
/// value, also among others.
fn blamed(toml: &str, table: &str, message: &str) -> Option<Range<usize>> {
    let word = message.split('`').nth(1)?;
    let all = toml::de::DeTable::parse(toml).ok()?;
    let entries = all.get_ref().get(table)?.get_ref().as_table()?;
    for (key, value) in entries {
        if key.get_ref() == word {
            return Some(if message.contains("unknown field") { key.span() } else { value.span() });
        }
        let values = value.get_ref().as_array().map_or(std::slice::from_ref(value), |list| list);
        if let Some(value) = values.iter().find(|value| value.get_ref().as_str() == Some(word)) {
            return Some(value.span());
        }
    }
    None
}

fn located(error: &toml::de::Error, offset: usize, length: usize) -> PageError {
    let at = error.span().unwrap_or(0..length.min(1));
    PageError { message: error.message().to_owned(), at: at.start + offset..at.end + offset }
}
