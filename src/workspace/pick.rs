//! Which files are plan documents, and why: every decision can be said in one sentence.
//! Looks at a path, at two facts of the front matter and at the configuration, never at the disk.

use crate::config::Config;
use crate::dialect::concept::{HeadKey, Kind};
use crate::dialect::vocabulary::Vocabulary;
use crate::markdown::front_matter::FrontMatter;
use std::fmt::{self, Display, Formatter};

/// What the front matter of a file says about being judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Facts {
    /// `planlint: on` or `planlint: off`; a list of codes is neither.
    pub planlint: Option<bool>,
    /// `kind:`, if planlint knows the kind.
    pub kind: Option<Kind>,
}

impl Facts {
    /// Reads them from the beginning of a text.
    pub fn of(head: &str, vocabulary: &Vocabulary) -> Self {
        Self::of_front(&FrontMatter::read(head), vocabulary)
    }

    /// Takes them from a front matter that has been read.
    pub fn of_front(front: &FrontMatter, vocabulary: &Vocabulary) -> Self {
        let text = |key| front.get(key).and_then(|entry| entry.value.text());
        let planlint = text(HeadKey::Planlint).and_then(|word| match word.trim().to_ascii_lowercase().as_str() {
            "on" | "true" => Some(true),
            "off" | "false" => Some(false),
            _ => None,
        });
        Self { planlint, kind: text(HeadKey::Kind).and_then(|word| vocabulary.kind(word)) }
    }
}

/// Whether a file is judged, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Picking {
    /// It is a plan document.
    Picked {
        /// Why.
        because: Reason,
    },
    /// It is none.
    Skipped {
        /// Why.
        because: Reason,
    },
}

impl Picking {
    /// Whether the file is judged.
    pub fn is_picked(&self) -> bool {
        matches!(self, Self::Picked { .. })
    }

    /// Why it is judged or not.
    pub fn because(&self) -> &Reason {
        match self {
            Self::Picked { because } | Self::Skipped { because } => because,
        }
    }
}

/// Why a file is a plan document or none. Shown after the path: `docs/a.md: …`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// A person named the file itself.
    Named,
    /// A person named the file itself, though it opts out.
    NamedThoughOff,
    /// `planlint: on`.
    On,
    /// `kind:` is set.
    Kind(Kind),
    /// This glob of `include` fits.
    Included(String),
    /// `planlint: off`.
    Off,
    /// This glob of `exclude` fits.
    Excluded(String),
    /// No glob fits and the front matter says nothing.
    NotIncluded,
    /// Another type of file.
    NotMarkdown,
}

impl Display for Reason {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named => out.write_str("you named it"),
            Self::NamedThoughOff => out.write_str("you named it, although its front matter says `planlint: off`"),
            Self::On => out.write_str("its front matter says `planlint: on`"),
            Self::Kind(kind) => write!(out, "its front matter says `kind: {}`", kind.word()),
            Self::Included(glob) => write!(out, "`include` lists {glob}"),
            Self::Off => out.write_str("its front matter says `planlint: off`"),
            Self::Excluded(glob) => write!(out, "`exclude` lists {glob}"),
            Self::NotIncluded => {
                out.write_str("no pattern of `include` fits, and its front matter has neither `planlint: on` nor a `kind:`")
            }
            Self::NotMarkdown => out.write_str("it does not end in .md, .markdown or .mdown"),
        }
    }
}

/// Whether the file at `path` is a Markdown file by its name.
pub fn is_markdown(path: &str) -> bool {
    let extension = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension);
    extension.is_some_and(|extension| ["md", "markdown", "mdown"].iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// Whether the file at `path`, found in a walk, is a plan document; `path` as [`Config::path_of`] gives it.
pub fn pick(path: &str, facts: Facts, config: &Config) -> Picking {
    if !is_markdown(path) {
        return Picking::Skipped { because: Reason::NotMarkdown };
    }
    match facts {
        Facts { planlint: Some(false), .. } => return Picking::Skipped { because: Reason::Off },
        Facts { planlint: Some(true), .. } => return Picking::Picked { because: Reason::On },
        Facts { kind: Some(kind), .. } => return Picking::Picked { because: Reason::Kind(kind) },
        _ => {}
    }
    if let Some(glob) = config.exclude.meant(path) {
        return Picking::Skipped { because: Reason::Excluded(glob.to_owned()) };
    }
    match config.include.meant(path) {
        Some(glob) => Picking::Picked { because: Reason::Included(glob.to_owned()) },
        None => Picking::Skipped { because: Reason::NotIncluded },
    }
}

/// A file that a person named is judged whatever it is.
pub fn pick_named(facts: Facts) -> Picking {
    let because = if facts.planlint == Some(false) { Reason::NamedThoughOff } else { Reason::Named };
    Picking::Picked { because }
}
