//! One text that configures, read: its values as a plain TOML table, and where each of them is written.
//! Merging works on the values; errors and `config show` look the places up.

use super::check::{check, place, shortened};
use super::error::{ConfigError, Source};
use crate::text::Span;
use std::collections::BTreeMap;
use std::sync::Arc;
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

/// The way to a value: keys, and positions in lists from 0.
pub(super) type KeyPath = Vec<String>;

/// Where a value is written. A default of planlint has no place.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// In which text.
    pub(super) source: Arc<Source>,
    /// The value, or the name of a table; in bytes of the source.
    pub(super) span: Span,
    /// Its key; for an item of a list the item itself.
    pub(super) key: Span,
}

/// A text that configures.
#[derive(Clone, Debug, Default)]
pub(super) struct Layer {
    /// What it says.
    pub(super) values: Table,
    /// Where each value is written; for a table, where its key is.
    pub(super) places: BTreeMap<KeyPath, Place>,
}

impl Layer {
    /// Reads `source` as far as it can be read, and says what is wrong with it.
    pub(super) fn read(source: &Arc<Source>) -> (Self, Vec<ConfigError>) {
        let (document, broken) = DeTable::parse_recoverable(&source.text);
        let mut errors: Vec<ConfigError> = broken.iter().map(|error| syntax(error, source)).collect();
        let mut layer = Self::default();
        // A half-read text has keys in the wrong tables: what the check says of it would be noise.
        if errors.is_empty() {
            errors = check(&document, source);
            layer.values = layer.table(document.get_ref(), source, &mut Vec::new());
            layer.spread_extends();
        }
        (layer, errors)
    }

    /// The place of the value at `path`, or of the nearest table around it.
    pub(super) fn place(&self, path: &[String]) -> Option<&Place> {
        (0..=path.len()).rev().find_map(|length| self.places.get(&path[..length]))
    }

    /// `extends = "x"` means `extends = ["x"]`.
    fn spread_extends(&mut self) {
        if let Some(one) = self.values.get_mut("extends").filter(|value| value.is_str()) {
            *one = Value::Array(vec![one.clone()]);
            if let Some(place) = self.places.get(&["extends".to_owned()][..]).cloned() {
                self.places.insert(vec!["extends".to_owned(), "0".to_owned()], place);
            }
        }
    }

    fn table(&mut self, table: &DeTable<'_>, source: &Arc<Source>, path: &mut KeyPath) -> Table {
        let mut values = Table::new();
        for (key, value) in table {
            path.push(key.get_ref().to_string());
            let key_span = place(key);
            let span = if value.get_ref().is_table() { key_span } else { place(value) };
            self.places.insert(path.clone(), Place { source: Arc::clone(source), span, key: key_span });
            let value = self.value(value, source, path);
            values.insert(key.get_ref().to_string(), value);
            path.pop();
        }
        values
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, source: &Arc<Source>, path: &mut KeyPath) -> Value {
        match value.get_ref() {
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Integer(number) => Value::Integer(i64::from_str_radix(number.as_str(), number.radix()).unwrap_or_default()),
            DeValue::Float(number) => Value::Float(number.as_str().parse().unwrap_or_default()),
            DeValue::Boolean(truth) => Value::Boolean(*truth),
            // A day means the same with and without quotes.
            DeValue::Datetime(day) => Value::String(day.to_string()),
            DeValue::Table(table) => Value::Table(self.table(table, source, path)),
            DeValue::Array(items) => Value::Array(
                items
                    .iter()
                    .enumerate()
                    .map(|(position, item)| {
                        path.push(position.to_string());
                        let span = place(item);
                        self.places.insert(path.clone(), Place { source: Arc::clone(source), span, key: span });
                        let value = self.value(item, source, path);
                        path.pop();
                        value
                    })
                    .collect(),
            ),
        }
    }
}

fn syntax(error: &toml::de::Error, source: &Arc<Source>) -> ConfigError {
    let span = error.span().map_or(Span::empty(0), |range| Span::new(range.start, range.end));
    match error.message() {
        "duplicate key" => {
            let key = source.text.get(span.range()).unwrap_or_default();
            ConfigError::new(source, span, format!("`{}` is set twice", shortened(key))).with_help("keep one of the two")
        }
        message => ConfigError::new(source, span, format!("cannot be read as TOML: {message}")),
    }
}
