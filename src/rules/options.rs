//! The options of a rule: its page's defaults, overlaid with what configuration sets.

use crate::dialect::phrase::Phrases;
use serde::de::DeserializeOwned;

/// Options by name.
#[derive(Clone, Debug, Default)]
pub struct Options {
    table: toml::Table,
    more: Option<Phrases>,
}

impl Options {
    /// `defaults` with what `set` holds instead.
    pub fn of(defaults: &toml::Table, set: Option<&toml::Table>) -> Self {
        let mut table = defaults.clone();
        for (name, value) in set.into_iter().flatten() {
            table.insert(name.clone(), value.clone());
        }
        let listed = |name: &str| table.get(name).and_then(toml::Value::as_array).into_iter().flatten().filter_map(toml::Value::as_str);
        let more: Vec<&str> = listed("phrases").chain(listed("words")).collect();
        let more = (!more.is_empty()).then(|| Phrases::new(more.into_iter()));
        Self { table, more }
    }

    /// The phrases that are looked for besides the page's own: the options `phrases` and `words`.
    pub(super) fn more_phrases(&self) -> Option<&Phrases> {
        self.more.as_ref()
    }

    /// A word in a table of words: `preferred = { owner = "…" }`.
    pub fn word_in(&self, table: &str, name: &str) -> Option<&str> {
        self.table.get(table)?.get(name)?.as_str()
    }

    /// A whole number; `otherwise` when it is not given or negative.
    pub fn count(&self, name: &str, otherwise: usize) -> usize {
        self.table.get(name).and_then(toml::Value::as_integer).and_then(|it| usize::try_from(it).ok()).unwrap_or(otherwise)
    }

    /// A number.
    pub fn number(&self, name: &str, otherwise: f64) -> f64 {
        let value = self.table.get(name);
        value.and_then(|it| it.as_float().or_else(|| it.as_integer().map(|whole| whole as f64))).unwrap_or(otherwise)
    }

    /// A yes or no.
    pub fn flag(&self, name: &str, otherwise: bool) -> bool {
        self.table.get(name).and_then(toml::Value::as_bool).unwrap_or(otherwise)
    }

    /// A word.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.table.get(name).and_then(toml::Value::as_str)
    }

    /// A list of words; empty when it is not given.
    pub fn words(&self, name: &str) -> impl Iterator<Item = &str> {
        self.table.get(name).and_then(toml::Value::as_array).into_iter().flatten().filter_map(toml::Value::as_str)
    }

    /// A list of tables, such as `[{ name = "tasks", … }]`; empty when it is not given, without those that cannot be read.
    pub fn tables<T: DeserializeOwned>(&self, name: &str) -> Vec<T> {
        let listed = self.table.get(name).and_then(toml::Value::as_array).into_iter().flatten();
        listed.filter_map(|value| value.clone().try_into().ok()).collect()
    }
}
