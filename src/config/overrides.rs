//! What is said about configuration beside its files: by the command line (`--config FILE`, `--config KEY=VALUE`, `--isolated`) and by the
//! settings of an editor.

use super::error::{ConfigError, Source};
use super::layer::Layer;
use std::path::PathBuf;
use std::sync::Arc;

/// The part of whoever runs planlint in the configuration.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CommandLine {
    /// This file instead of the nearest one.
    pub file: Option<PathBuf>,
    /// `KEY=VALUE`, laid over the file in this order.
    pub settings: Vec<String>,
    /// No file is looked for.
    pub isolated: bool,
    /// The text of a configuration that holds for documents that are under no file: what a writer has set in the editor. Never in force
    /// beside a file, so that what colleagues share comes out alike for all of them.
    pub without_file: String,
}

impl CommandLine {
    /// From the values of `--config`, in order. Of several files the last one counts.
    pub fn new(config: impl IntoIterator<Item = String>, isolated: bool) -> Self {
        let mut line = Self { isolated, ..Self::default() };
        for value in config {
            if is_setting(&value) {
                line.settings.push(value);
            } else {
                line.file = Some(PathBuf::from(value));
            }
        }
        line
    }

    /// What stands in for a file, read.
    pub(super) fn layer_without_file(&self) -> (Layer, Vec<ConfigError>) {
        Layer::read(&Arc::new(Source::new("settings of the editor", None, self.without_file.clone())))
    }

    /// The settings, read.
    pub(super) fn layers(&self) -> (Vec<Layer>, Vec<ConfigError>) {
        let (layers, errors): (Vec<_>, Vec<_>) = self.settings.iter().map(|setting| read(setting)).unzip();
        (layers, errors.into_iter().flatten().collect())
    }
}

/// Whether it begins as `key =` does. A file of such a name is given as `./a=b.toml`.
fn is_setting(value: &str) -> bool {
    let is_key = |c: char| c.is_alphanumeric() || "-_. \"'".contains(c);
    value.split_once('=').is_some_and(|(key, _)| !key.trim().is_empty() && key.chars().all(is_key))
}

/// Shells eat quotes, so what is no TOML value is taken as a text: `fail-on=never`.
fn read(setting: &str) -> (Layer, Vec<ConfigError>) {
    let source = |text: String| Arc::new(Source::new("--config", None, text));
    let as_written = source(setting.to_owned());
    if toml::de::DeTable::parse(setting).is_ok() {
        return Layer::read(&as_written);
    }
    let quoted = setting.split_once('=').map(|(key, value)| format!("{key}={}", toml::Value::String(value.trim().to_owned())));
    match quoted {
        Some(quoted) if toml::de::DeTable::parse(&quoted).is_ok() => Layer::read(&source(quoted)),
        _ => Layer::read(&as_written),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_files_from_settings() {
        let line = CommandLine::new(["a.toml", "fail-on=never", "./b=c.toml", "rules.A101 = \"off\""].map(str::to_owned), false);
        assert_eq!(line.file, Some(PathBuf::from("./b=c.toml")));
        assert_eq!(line.settings, ["fail-on=never", "rules.A101 = \"off\""]);
    }

    #[test]
    fn takes_values_without_quotes() {
        for (setting, wrong) in [
            ("fail-on=never", None),
            ("rules.A101=off", None),
            ("dates.today=2026-02-01", None),
            ("include=[\"x.md\"]", None),
            ("limits.document-bytes=1000", None),
            ("fail-on=nevr", Some("--config:1:9: `fail-on` cannot be \"nevr\"")),
            ("fial-on=never", Some("--config:1:1: unknown key `fial-on`")),
        ] {
            let first = read(setting).1.first().map(ToString::to_string);
            assert_eq!(first.as_deref().and_then(|text| text.lines().next()), wrong, "{setting}");
        }
    }
}
