//! What planlint has to say: a finding, its places, and the fixes it offers. Who makes findings and who shows them is not known here.

use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How much a finding matters. The order is the order of weight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Printed only when asked for.
    Hint,
    /// Printed, never breaks a build by default.
    Info,
    /// Breaks a build by default.
    Warning,
    /// Something is wrong, not only missing.
    Error,
}

impl Severity {
    /// All of them, the lightest first.
    pub const ALL: [Self; 4] = [Self::Hint, Self::Info, Self::Warning, Self::Error];

    /// The one written as `word`, if there is one.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.word() == word)
    }

    /// As it is written in configuration and output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// One step towards [`Severity::Error`] (an approved document), hints stay (DIALECT 1).
    #[must_use]
    pub fn raised(self) -> Self {
        match self {
            Self::Hint => Self::Hint,
            Self::Info => Self::Warning,
            Self::Warning | Self::Error => Self::Error,
        }
    }

    /// One step towards [`Severity::Hint`] (a draft).
    #[must_use]
    pub fn lowered(self) -> Self {
        match self {
            Self::Error => Self::Warning,
            Self::Warning => Self::Info,
            Self::Info | Self::Hint => Self::Hint,
        }
    }
}

/// What kind of fault a rule looks for; decides what the lifecycle of a document does to it (DIALECT 1).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Wrong in every phase of a document's life.
    Correctness,
    /// Something is missing: lighter in a draft, heavier once approved, off when archived.
    Completeness,
    /// Could be better: off when archived.
    Quality,
}

impl Class {
    /// As it is written in rule pages and output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Correctness => "correctness",
            Self::Completeness => "completeness",
            Self::Quality => "quality",
        }
    }
}

/// How sure the reading of the document behind a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Read from cues: prose, shapes of names, recognised kinds.
    Low,
    /// Read from structure or words.
    High,
}

impl Confidence {
    /// As it is written in output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
        }
    }
}

/// One thing that is missing or wrong, at one place of one document. Spans count from the start of the document's text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Code of the rule, such as `A101`.
    pub code: Arc<str>,
    /// Kebab-case name of the rule.
    pub name: Arc<str>,
    /// After lifecycle and configuration.
    pub severity: Severity,
    /// Of the rule.
    pub class: Class,
    /// Of the reading.
    pub confidence: Confidence,
    /// The fact, in the words of a planner.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Where.
    pub span: Span,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Ways to mend it, the best first.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// The same finding after the text before it has grown or shrunk by `bytes`.
    #[must_use]
    pub fn moved(mut self, bytes: i64) -> Self {
        if bytes != 0 {
            self.span = self.span.moved(bytes);
            self.related.iter_mut().filter(|related| related.path.is_none()).for_each(|related| related.span = related.span.moved(bytes));
            let edits = self.fixes.iter_mut().flat_map(|fix| &mut fix.edits);
            edits.filter(|edit| edit.path.is_none()).for_each(|edit| edit.span = edit.span.moved(bytes));
        }
        self
    }

    /// Moves its places with the text when `inserted` bytes come in the place of the bytes `edit`.
    pub fn follow(&mut self, edit: Span, inserted: usize) {
        self.span = self.span.after(edit, inserted);
        for related in self.related.iter_mut().filter(|related| related.path.is_none()) {
            related.span = related.span.after(edit, inserted);
        }
    }
}

/// Another place a finding speaks of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Related {
    /// `None`: the document of the finding itself; else the path of the other one.
    pub path: Option<Arc<str>>,
    /// In that document.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// How safe a fix is to apply without asking (DESIGN 5).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// Applied by `--fix`.
    Safe,
    /// Inserts structure with a placeholder a person completes; applied by `--fix --scaffold`.
    Scaffold,
    /// One of several; only a person can choose, in an editor.
    Choice,
}

impl Applicability {
    /// As it is written in output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Scaffold => "scaffold",
            Self::Choice => "choice",
        }
    }
}

/// One way to mend a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What a menu shows.
    pub title: String,
    /// Who may apply it.
    pub applicability: Applicability,
    /// Sorted by place, not overlapping.
    pub edits: Vec<Edit>,
}

/// Replaces the bytes of `span` by `text`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// `None`: the document of the finding itself; else the path of the other one.
    pub path: Option<Arc<str>>,
    /// What goes; empty for an insertion.
    pub span: Span,
    /// What comes.
    pub text: String,
}

impl Fix {
    /// A fix; `edits` are sorted by place.
    pub fn new(applicability: Applicability, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { title: title.into(), applicability, edits }
    }
}

impl Edit {
    /// Puts `text` at byte `at`.
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::empty(at), text)
    }

    /// Puts `text` in the place of `span`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { path: None, span, text: text.into() }
    }

    /// Takes `span` out.
    pub fn delete(span: Span) -> Self {
        Self::replace(span, "")
    }

    /// The same edit in the document at `path`.
    #[must_use]
    pub fn elsewhere(self, path: Arc<str>) -> Self {
        Self { path: Some(path), ..self }
    }
}
