//! The rules a configuration speaks of. Which rules, options and profiles there are is told by the caller: this module knows none.

use super::error::{ConfigError, MOST_ERRORS};
use super::layer::{Layer, Place};
use super::load::{is_path, texts};
use crate::dialect::nearest::nearest;
use crate::text::Span;
use std::collections::HashMap;
use toml::{Table, Value};

/// What a configuration may name.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Known {
    /// The rules, built in and the writer's own.
    pub rules: Vec<KnownRule>,
    /// The profiles that `extends` may name, such as `recommended`.
    pub profiles: Vec<String>,
}

/// One rule.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct KnownRule {
    /// Such as `A101`.
    pub code: String,
    /// Such as `unassigned-action`.
    pub name: String,
    /// Its options with their defaults: a value must be of the same type.
    pub options: Table,
}

/// Writes every rule of `layer` by its code and as a table, and says what names no rule, option or profile.
pub(super) fn settle(layer: &mut Layer, known: &Known) -> Vec<ConfigError> {
    let mut by_word = HashMap::new();
    for rule in &known.rules {
        by_word.insert(rule.code.as_str(), rule);
        by_word.insert(rule.name.as_str(), rule);
    }
    let mut settling = Settling { known, by_word, errors: Vec::new() };
    settling.profiles(layer);
    if let Some(Value::Table(rules)) = layer.values.remove("rules") {
        let rules = settling.rules(rules, layer, &["rules"], true);
        layer.values.insert("rules".to_owned(), Value::Table(rules));
    }
    if let Some(Value::Array(mut groups)) = layer.values.remove("documents") {
        for (position, group) in groups.iter_mut().filter_map(Value::as_table_mut).enumerate() {
            if let Some(Value::Table(rules)) = group.remove("rules") {
                let rules = settling.rules(rules, layer, &["documents", &position.to_string(), "rules"], false);
                group.insert("rules".to_owned(), Value::Table(rules));
            }
        }
        layer.values.insert("documents".to_owned(), Value::Array(groups));
    }
    settling.errors
}

struct Settling<'a> {
    known: &'a Known,
    by_word: HashMap<&'a str, &'a KnownRule>,
    errors: Vec<ConfigError>,
}

impl Settling<'_> {
    fn profiles(&mut self, layer: &Layer) {
        let profiles = &self.known.profiles;
        for (position, name) in texts(layer.values.get("extends")).enumerate().filter(|(_, name)| !is_path(name)) {
            if !profiles.iter().any(|known| known == name) {
                let names = profiles.iter().map(String::as_str);
                let help = nearest(name, names).map(|meant| format!("did you mean `{meant}`?"));
                let help =
                    help.unwrap_or_else(|| format!("known: {}; a file is given with its ending, as in `./team.toml`", profiles.join(", ")));
                self.error(layer, &["extends", &position.to_string()], format!("unknown profile `{name}`"), Some(help));
            }
        }
    }

    fn rules(&mut self, written: Table, layer: &mut Layer, at: &[&str], with_options: bool) -> Table {
        let mut settled = Table::new();
        for (word, setting) in written {
            let path = [at, &[word.as_str()]].concat();
            let Some(rule) = self.by_word.get(word.as_str()).copied() else {
                let help = self.meant(&word);
                self.error(layer, &path, format!("there is no rule `{word}`"), Some(help));
                continue;
            };
            if settled.contains_key(&rule.code) {
                self.error(layer, &path, format!("{} ({}) is set twice", rule.code, rule.name), Some("keep one of the two".to_owned()));
                continue;
            }
            let setting = match setting {
                Value::Table(options) => {
                    self.options(&options, rule, layer, &path);
                    Value::Table(options)
                }
                level if with_options => Value::Table(Table::from_iter([("severity".to_owned(), level)])),
                level => level,
            };
            move_places(layer, &path, &rule.code);
            settled.insert(rule.code.clone(), setting);
        }
        settled
    }

    fn options(&mut self, options: &Table, rule: &KnownRule, layer: &Layer, path: &[&str]) {
        for (option, value) in options.iter().filter(|(option, _)| *option != "severity") {
            let path = [path, &[option.as_str()]].concat();
            match rule.options.get(option) {
                None => {
                    let names: Vec<&str> = rule.options.keys().map(String::as_str).chain(["severity"]).collect();
                    let help = match nearest(option, names.iter().copied()) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => format!("{} has: {}", rule.code, names.join(", ")),
                    };
                    self.error(layer, &path, format!("{} ({}) has no option `{option}`", rule.code, rule.name), Some(help));
                }
                Some(default) if !default.same_type(value) => {
                    let message = format!("`{option}` of {} cannot be {value}", rule.code);
                    self.error_at(
                        layer,
                        &path,
                        |place| place.span,
                        message,
                        Some(format!("write something such as {default}, its default")),
                    );
                }
                Some(_) => {}
            }
        }
    }

    fn meant(&self, word: &str) -> String {
        let words = self.known.rules.iter().flat_map(|rule| [rule.code.as_str(), rule.name.as_str()]);
        // Of a thousand wrong names only those that will be shown are worth a search.
        match if self.errors.len() > MOST_ERRORS { None } else { nearest(word, words) } {
            Some(meant) => {
                let other = self.by_word.get(meant).map_or("", |rule| if rule.code == meant { &rule.name } else { &rule.code });
                format!("did you mean `{meant}` ({other})?")
            }
            None => "`planlint rules` lists them all".to_owned(),
        }
    }

    /// At the key of `path`.
    fn error(&mut self, layer: &Layer, path: &[&str], message: String, help: Option<String>) {
        self.error_at(layer, path, |place| place.key, message, help);
    }

    fn error_at(&mut self, layer: &Layer, path: &[&str], span: fn(&Place) -> Span, message: String, help: Option<String>) {
        let path: Vec<String> = path.iter().map(|&key| key.to_owned()).collect();
        if let Some(place) = layer.place(&path) {
            self.errors.push(ConfigError { help, ..ConfigError::new(&place.source, span(place), message) });
        }
    }
}

/// What was written under `path` is from now on found under the rule's code.
fn move_places(layer: &mut Layer, path: &[&str], code: &str) {
    let Some((word, table)) = path.split_last() else { return };
    let table: Vec<String> = table.iter().map(|&key| key.to_owned()).collect();
    let old: Vec<String> = [table.as_slice(), &[(*word).to_owned()]].concat();
    let new: Vec<String> = [table.as_slice(), &[code.to_owned()]].concat();
    if let Some(place) = layer.places.get(&old).cloned() {
        layer.places.insert([new.as_slice(), &["severity".to_owned()]].concat(), place.clone());
    }
    let below: Vec<_> = layer
        .places
        .range(old.clone()..)
        .take_while(|(path, _)| path.starts_with(&old))
        .map(|(path, place)| (path.clone(), place.clone()))
        .collect();
    for (path, place) in below {
        layer.places.insert([new.as_slice(), &path[old.len()..]].concat(), place);
    }
}
