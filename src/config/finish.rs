//! From a [`Draft`] to the [`Config`] in force: rule names are settled, layers laid over each other, globs, days and paths looked into.
//! All that is wrong anywhere comes out together.

use super::effective::{Config, DateSettings, Group, RuleSettings, Synonym};
use super::error::{ConfigError, in_order};
use super::globs::Globs;
use super::keys::{Keys, OneOrMany, RuleSetting};
use super::layer::{Layer, Place};
use super::load::{Draft, defaults, inside, is_path};
use super::merge::merge;
use super::rules::{Known, settle};
use crate::dialect::concept::{Column, Concept};
use jiff::civil::Date;
use std::path::{Path, PathBuf};

impl Draft {
    /// Folder of the writer's own rule pages, to be read before [`Draft::finish`]; absolute. `None` also when it leads to a forbidden place.
    pub fn rules_path(&self) -> Option<PathBuf> {
        let layer = self.layers.iter().rev().find(|layer| layer.values.contains_key("rules-path"))?;
        let written = layer.values.get("rules-path")?.as_str()?;
        self.path(layer.place(&key(&["rules-path"])), written).ok()
    }

    /// The configuration, if nothing is wrong with it.
    ///
    /// # Errors
    /// All that is wrong, in the order of reading.
    pub fn finish(mut self, known: &Known) -> Result<Config, Vec<ConfigError>> {
        let mut errors = std::mem::take(&mut self.errors);
        let mut layers = std::mem::take(&mut self.layers);
        for layer in &mut layers {
            errors.extend(settle(layer, known));
        }
        let layer = layers.into_iter().reduce(merge).unwrap_or_default();
        match layer.values.clone().try_into::<Keys>() {
            Ok(keys) => {
                let config = self.config(keys, layer, &mut errors);
                if errors.is_empty() { Ok(config) } else { Err(in_order(errors)) }
            }
            Err(error) => {
                // The parts have been held against the schema of these very keys, so their sum fits unless one of them was refused.
                if errors.is_empty() {
                    errors.push(ConfigError::unread("planlint.toml", self.file, error.message()));
                }
                Err(in_order(errors))
            }
        }
    }

    fn config(self, keys: Keys, layer: Layer, errors: &mut Vec<ConfigError>) -> Config {
        let mut wrong = Wrong { layer: &layer, errors };
        let today = keys.dates.today.as_ref().and_then(|day| wrong.day(day));
        let documents: Vec<Group> = keys
            .documents
            .into_iter()
            .enumerate()
            .map(|(position, group)| Group {
                files: wrong.globs(group.files, &["documents", &position.to_string(), "files"]),
                kind: group.kind,
                rules: group.rules,
            })
            .collect();
        let include = wrong.globs(keys.include, &["include"]);
        let exclude = wrong.globs(keys.exclude, &["exclude"]);
        let rules_path = wrong.folder(&self, keys.rules_path.as_deref(), &["rules-path"]);
        let links_root = wrong.folder(&self, keys.links.root.as_deref(), &["links", "root"]);
        Config {
            folder: self.folder,
            file: self.file,
            root: self.root,
            profiles: profiles(keys.extends),
            include,
            exclude,
            min_severity: keys.min_severity,
            fail_on: keys.fail_on,
            messages: keys.messages,
            rules_path,
            organisation: keys.organisation,
            dates: DateSettings {
                today,
                min_precision: keys.dates.min_precision,
                order: keys.dates.order,
                allow_ongoing: keys.dates.allow_ongoing,
            },
            questions: keys.questions,
            actions: keys.actions,
            links_root,
            document_bytes: keys.limits.document_bytes,
            people: keys.people.names,
            synonyms: keys.synonyms.into_iter().map(|(name, words)| synonym(&name, words)).collect(),
            rules: keys.rules.into_iter().map(|(code, setting)| (code, rule_settings(setting))).collect(),
            documents,
            layer,
        }
    }

    /// What a path written at `place` leads to: relative to the file it stands in, or for the command line to the folder of the configuration.
    fn path(&self, place: Option<&Place>, written: &str) -> Result<PathBuf, String> {
        match place.and_then(|place| place.source.path.as_deref()) {
            Some(file) => inside(&self.bounds, file, written),
            None => inside(&self.root, &self.folder.join("--config"), written),
        }
    }
}

impl Config {
    /// What holds for the documents of `folder` when nothing is configured.
    pub fn built_in(folder: &Path) -> Self {
        Draft::empty(folder).config(Keys::default(), defaults(), &mut Vec::new())
    }
}

/// Collects what is wrong with single values.
struct Wrong<'a> {
    layer: &'a Layer,
    errors: &'a mut Vec<ConfigError>,
}

impl Wrong<'_> {
    fn globs(&mut self, written: Vec<String>, path: &[&str]) -> Globs {
        let (globs, wrong) = Globs::new(written);
        for (position, why) in wrong {
            self.push(&[path, &[&position.to_string()]].concat(), format!("this is no usable pattern of file names: {why}"));
        }
        globs
    }

    fn day(&mut self, written: &str) -> Option<Date> {
        let day = written.parse().ok().filter(|_| written.len() == "2026-02-01".len());
        if day.is_none() {
            self.push(&["dates", "today"], format!("`dates.today` is no day: \"{written}\"; write one such as 2026-02-01"));
        }
        day
    }

    fn folder(&mut self, draft: &Draft, written: Option<&str>, path: &[&str]) -> Option<PathBuf> {
        let written = written?;
        match draft.path(self.layer.place(&key(path)), written) {
            Ok(folder) if Path::is_dir(&folder) => return Some(folder),
            Ok(_) => self.push(path, format!("there is no folder `{written}`")),
            Err(why) => self.push(path, why),
        }
        None
    }

    fn push(&mut self, path: &[&str], message: String) {
        if let Some(Place { source, span, .. }) = self.layer.place(&key(path)) {
            self.errors.push(ConfigError::new(source, *span, message));
        }
    }
}

fn profiles(extends: OneOrMany) -> Vec<String> {
    let all = match extends {
        OneOrMany::One(name) => vec![name],
        OneOrMany::Many(names) => names,
    };
    let mut profiles: Vec<String> = Vec::new();
    for name in all.into_iter().filter(|name| !is_path(name)) {
        if !profiles.contains(&name) {
            profiles.push(name);
        }
    }
    profiles
}

fn synonym(name: &str, words: Vec<String>) -> Synonym {
    // Hyphens stand for the spaces of a name, so that it needs no quotes.
    let spaced = name.replace('-', " ");
    Synonym { concept: Concept::from_word(&spaced), column: Column::from_word(&spaced), words }
}

fn rule_settings(setting: RuleSetting) -> RuleSettings {
    match setting {
        RuleSetting::Level(level) => RuleSettings { level: Some(level), ..RuleSettings::default() },
        RuleSetting::Table(table) => RuleSettings { level: table.severity, options: table.options },
    }
}

fn key(path: &[&str]) -> Vec<String> {
    path.iter().map(|&key| key.to_owned()).collect()
}
