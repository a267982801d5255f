//! What options take besides plain text, and how each is read from its word. No file is touched and no clock asked here.

use crate::dialect::concept::{Kind, Language};
use crate::finding::{Confidence, Severity};
use crate::output::Format;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;
use std::path::PathBuf;

/// `--format`: how findings are written, and where to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Destination {
    /// How.
    pub format: Format,
    /// `None`: standard output.
    pub file: Option<PathBuf>,
}

/// `--fail-on`: what makes the exit status 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FailOn {
    /// Findings of this weight and heavier ones.
    AtLeast(Severity),
    /// No finding at all.
    Never,
}

/// `--config`: a file that takes the place of the nearest one, or one key that overrides it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConfigSource {
    /// A configuration file.
    File(PathBuf),
    /// One key with its value, both as written.
    Key(String, String),
}

/// `--finding`: a line of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DocumentLine {
    /// The document.
    pub file: PathBuf,
    /// From 1.
    pub line: u32,
}

pub(super) fn destination(word: &str) -> Result<Destination, String> {
    let (name, file) = match word.split_once('=') {
        Some((_, "")) => return Err("the name of the file is missing behind \"=\"".to_owned()),
        Some((name, file)) => (name, Some(PathBuf::from(file))),
        None => (word, None),
    };
    Ok(Destination { format: Format::from_name(name)?, file })
}

pub(super) fn date(word: &str) -> Result<Date, String> {
    word.parse().map_err(|_| "write the day as YYYY-MM-DD, such as 2026-02-01".to_owned())
}

/// A word with `=` behind a name is a key; a file with such a name is written with its folder, as in `./a=b.toml`.
pub(super) fn config_source(word: &str) -> Result<ConfigSource, String> {
    let is_key = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    match word.split_once('=') {
        Some((key, value)) if is_key(key.trim_end()) => Ok(ConfigSource::Key(key.trim_end().to_owned(), value.trim_start().to_owned())),
        Some(("", _)) => Err("the key is missing before \"=\"".to_owned()),
        _ => Ok(ConfigSource::File(word.into())),
    }
}

pub(super) fn document_line(word: &str) -> Result<DocumentLine, String> {
    let parts = word.rsplit_once(':').filter(|(file, _)| !file.is_empty());
    let line = parts.and_then(|(file, line)| Some((file, line.parse().ok().filter(|line| *line > 0)?)));
    match line {
        Some((file, line)) => Ok(DocumentLine { file: file.into(), line }),
        None => Err("write the file and the number of the line, such as plan.md:12".to_owned()),
    }
}

pub(super) fn severity() -> impl TypedValueParser<Value = Severity> {
    PossibleValuesParser::new(Severity::ALL.map(Severity::word)).map(|word| Severity::from_word(&word).unwrap_or(Severity::Info))
}

pub(super) fn fail_on() -> impl TypedValueParser<Value = FailOn> {
    let words = Severity::ALL.map(Severity::word).into_iter().chain(["never"]);
    PossibleValuesParser::new(words).map(|word| Severity::from_word(&word).map_or(FailOn::Never, FailOn::AtLeast))
}

pub(super) fn confidence() -> impl TypedValueParser<Value = Confidence> {
    let words = [Confidence::Low, Confidence::High].map(Confidence::word);
    PossibleValuesParser::new(words).map(|word| if word == Confidence::High.word() { Confidence::High } else { Confidence::Low })
}

pub(super) fn kind() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.iter().map(|kind| kind.word())).map(|word| Kind::from_word(&word).unwrap_or(Kind::Plan))
}

pub(super) fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.iter().map(|language| language.word()))
        .map(|word| Language::from_word(&word).unwrap_or(Language::En))
}
