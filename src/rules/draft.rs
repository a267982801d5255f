//! What a check says before anyone has weighed or worded it: a place, a wording to choose, and words to put into it.

use crate::finding::Confidence;
use crate::text::Span;

/// A finding in the making. Spans count from the start of the document.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Index of the rule among those in force.
    pub rule: usize,
    /// Where.
    pub span: Span,
    /// Which of the rule's messages.
    pub message: &'static str,
    /// Which of the rule's severities.
    pub weight: &'static str,
    /// Words for the message, by the name in braces.
    pub words: Vec<(&'static str, Word)>,
    /// Other places.
    pub related: Vec<DraftRelated>,
    /// How sure the reading is.
    pub confidence: Confidence,
}

/// Another place a draft speaks of.
#[derive(Clone, Debug)]
pub struct DraftRelated {
    /// `None`: the same document.
    pub path: Option<String>,
    /// Where.
    pub span: Span,
    /// What is there.
    pub message: Word,
}

/// What a draft puts into a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// Told as it is: words of the document, a number, a date.
    Given(String),
    /// planlint's own English words, translated where findings speak another language; several are listed.
    /// A number may lead, as in "3 open actions". A writer's own words may be among them, these stay as they are.
    Own(Vec<String>),
}

impl From<String> for Word {
    fn from(text: String) -> Self {
        Self::Given(text)
    }
}

impl From<&'static str> for Word {
    fn from(own: &'static str) -> Self {
        Self::Own(vec![own.to_owned()])
    }
}

impl Draft {
    /// A draft at `span` with the rule's default wording and weight.
    pub fn at(span: Span) -> Self {
        Self { rule: 0, span, message: "default", weight: "default", words: Vec::new(), related: Vec::new(), confidence: Confidence::High }
    }

    /// Chooses another wording.
    #[must_use]
    pub fn saying(mut self, message: &'static str) -> Self {
        self.message = message;
        self
    }

    /// Chooses another severity.
    #[must_use]
    pub fn weighing(mut self, weight: &'static str) -> Self {
        self.weight = weight;
        self
    }

    /// Puts `word` where the message says `{name}`.
    #[must_use]
    pub fn with(mut self, name: &'static str, word: impl ToString) -> Self {
        self.words.push((name, Word::Given(word.to_string())));
        self
    }

    /// Puts planlint's own English `words` where the message says `{name}`; see [`Word::Own`].
    #[must_use]
    pub fn naming<W: Into<String>>(mut self, name: &'static str, words: impl IntoIterator<Item = W>) -> Self {
        self.words.push((name, Word::Own(words.into_iter().map(Into::into).collect())));
        self
    }

    /// Puts the quoted, shortened `text` where the message says `{name}`.
    #[must_use]
    pub fn quoting(self, name: &'static str, text: &str) -> Self {
        self.with(name, quoted(text))
    }

    /// Marks it as read from cues.
    #[must_use]
    pub fn unsure(mut self) -> Self {
        self.confidence = Confidence::Low;
        self
    }

    /// Adds a place of the same document. A literal is translated, a `String` is told as it is.
    #[must_use]
    pub fn related(mut self, span: Span, message: impl Into<Word>) -> Self {
        self.related.push(DraftRelated { path: None, span, message: message.into() });
        self
    }

    /// Adds a place of the document that findings name `path`.
    #[must_use]
    pub fn related_in(mut self, path: &str, span: Span, message: impl Into<Word>) -> Self {
        self.related.push(DraftRelated { path: Some(path.to_owned()), span, message: message.into() });
        self
    }
}

/// `text` on one line, in quotation marks, cut behind 40 characters.
pub fn quoted(text: &str) -> String {
    let text = text.trim();
    let plain = |byte: u8| matches!(byte, b' '..=b'~');
    if text.len() <= 40 && text.bytes().all(plain) && !text.contains("  ") {
        return ["\"", text, "\""].concat();
    }
    let mut line = String::with_capacity(44);
    line.push('"');
    let mut count = 0;
    let mut gap = false;
    for character in text.chars() {
        if character.is_whitespace() || character.is_control() {
            gap = true;
            continue;
        }
        if gap && count > 0 {
            line.push(' ');
            count += 1;
        }
        gap = false;
        if count >= 40 {
            while line.ends_with(' ') {
                line.pop();
            }
            line.push('…');
            break;
        }
        line.push(character);
        count += 1;
    }
    line.push('"');
    line
}
