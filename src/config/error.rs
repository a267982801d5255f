//! What is wrong with a configuration, shown where it is written: file, line, column, the line itself with a caret, and what to do.
//! Used for files and for the command line's `--config KEY=VALUE` alike.

use crate::text::Span;
use std::fmt::{self, Display, Formatter};
use std::path::PathBuf;
use std::sync::Arc;
use unicode_width::UnicodeWidthChar;

/// A text that configures: a file, or a command-line argument.
#[derive(PartialEq, Eq, Debug)]
pub struct Source {
    /// As messages name it.
    pub name: String,
    /// Absolute; `None` for an argument and for the defaults.
    pub path: Option<PathBuf>,
    /// What it says.
    pub text: String,
}

impl Source {
    /// A text under the name that messages give it, which is kept to one clean line.
    pub fn new(name: &str, path: Option<PathBuf>, text: String) -> Self {
        Self { name: name.chars().map(visible).collect(), path, text }
    }

    /// Line of byte `at`, from 1, and column, from 1 in characters; a byte order mark is no column.
    pub fn line_column(&self, at: usize) -> (usize, usize) {
        let before = self.text.get(..at).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before[line_start..].trim_start_matches('\u{feff}').chars().count();
        (before.matches('\n').count() + 1, column + 1)
    }
}

/// One thing that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConfigError {
    /// Where it is written.
    pub source: Arc<Source>,
    /// In bytes of the source's text; empty at 0 when the source as a whole is meant.
    pub span: Span,
    /// The fact.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl ConfigError {
    /// An error at `span` of `source`.
    pub fn new(source: &Arc<Source>, span: Span, message: impl Into<String>) -> Self {
        Self { source: Arc::clone(source), span, message: message.into(), help: None }
    }

    /// With advice.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// An error about a text that could not even be read.
    pub fn unread(name: &str, path: Option<PathBuf>, message: impl Into<String>) -> Self {
        let source = Arc::new(Source::new(name, path, String::new()));
        Self::new(&source, Span::empty(0), message)
    }
}

impl std::error::Error for ConfigError {}

/// As many errors of one configuration are shown; after the hundredth nobody reads on.
pub(super) const MOST_ERRORS: usize = 100;

/// Text by text as they were read, each from top to bottom, and no more than can be read.
pub(super) fn in_order(mut errors: Vec<ConfigError>) -> Vec<ConfigError> {
    let mut sources: Vec<Arc<Source>> = Vec::new();
    for error in &errors {
        if !sources.iter().any(|source| Arc::ptr_eq(source, &error.source)) {
            sources.push(Arc::clone(&error.source));
        }
    }
    errors.sort_by_key(|error| (sources.iter().position(|source| Arc::ptr_eq(source, &error.source)), error.span));
    let more = errors.len().saturating_sub(MOST_ERRORS);
    errors.truncate(MOST_ERRORS);
    if more > 0 {
        let last = errors.last().map(|last| ConfigError::new(&last.source, last.span, format!("{more} more errors follow")));
        errors.extend(last);
    }
    errors
}

impl Display for ConfigError {
    /// Several lines, the last without a line end.
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let Source { name, text, .. } = &*self.source;
        if text.is_empty() {
            write!(out, "{name}: {}", self.message)?;
            return self.help.iter().try_for_each(|help| write!(out, "\n  = {help}"));
        }
        let (line, column) = self.source.line_column(self.span.start as usize);
        let excerpt = Excerpt::of(text, self.span);
        let gutter = line.to_string();
        let blank = " ".repeat(gutter.len());
        writeln!(out, "{name}:{line}:{column}: {}", self.message)?;
        writeln!(out, "{blank} |")?;
        writeln!(out, "{gutter} | {}", excerpt.line)?;
        write!(out, "{blank} | {}{}", " ".repeat(excerpt.indent), "^".repeat(excerpt.carets))?;
        self.help.iter().try_for_each(|help| write!(out, "\n{blank} = {help}"))
    }
}

/// A line as a terminal shows it, and what to mark in it, in columns of the terminal.
struct Excerpt {
    line: String,
    indent: usize,
    carets: usize,
}

impl Excerpt {
    /// As much of a long line as is shown, in columns of the terminal.
    const WIDTH: usize = 100;
    /// As much as is shown before the place meant.
    const LEAD: usize = 30;

    fn of(text: &str, span: Span) -> Self {
        let start = (span.start as usize).min(text.len());
        let line_start = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let line = text[line_start..].lines().next().unwrap_or("");
        let mut excerpt = Self { line: String::new(), indent: 0, carets: 0 };
        let total_before: usize = line.char_indices().take_while(|(at, _)| line_start + at < start).map(|(_, c)| width(c)).sum();
        let skipped = if total_before > Self::WIDTH - Self::LEAD { total_before - Self::LEAD } else { 0 };
        let (mut seen, mut shown) = (0, 0);
        for (at, c) in line.char_indices() {
            let place = line_start + at;
            seen += width(c);
            if seen <= skipped {
                continue;
            }
            if shown + width(c) > Self::WIDTH {
                excerpt.line.push('…');
                break;
            }
            shown += width(c);
            excerpt.line.push(visible(c));
            if place < start {
                excerpt.indent += width(c);
            } else if place < span.end as usize {
                excerpt.carets += width(c);
            }
        }
        if skipped > 0 {
            excerpt.line.insert(0, '…');
            excerpt.indent += 1;
        }
        excerpt.carets = excerpt.carets.max(1);
        excerpt
    }
}

/// What stands for `c` on a terminal: nothing that moves the cursor, hides text or turns its direction gets through.
fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => '·',
        c if c.is_control() => '·',
        c => c,
    }
}

fn width(c: char) -> usize {
    visible(c).width().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(marked: &str) -> String {
        let start = marked.find('⟦').expect("a mark");
        let end = marked.find('⟧').expect("an end mark") - '⟦'.len_utf8();
        let source = Arc::new(Source::new("planlint.toml", None, marked.replace(['⟦', '⟧'], "")));
        ConfigError::new(&source, Span::new(start, end), "wrong").with_help("mend it").to_string()
    }

    #[test]
    fn points_at_the_place() {
        assert_eq!(shown("a = 1\n⟦bb⟧ = 2\n"), "planlint.toml:2:1: wrong\n  |\n2 | bb = 2\n  | ^^\n  = mend it");
        assert_eq!(shown("\t担当 = ⟦責任⟧"), "planlint.toml:1:7: wrong\n  |\n1 |  担当 = 責任\n  |         ^^^^\n  = mend it");
        assert_eq!(
            shown("a = \"\u{1b}[2J⟦\u{202e}⟧\"\r\n"),
            "planlint.toml:1:10: wrong\n  |\n1 | a = \"·[2J·\"\n  |          ^\n  = mend it"
        );
        assert_eq!(shown("a⟦⟧"), "planlint.toml:1:2: wrong\n  |\n1 | a\n  |  ^\n  = mend it");
    }

    #[test]
    fn shows_a_window_of_a_long_line() {
        let text = shown(&format!("{}⟦here⟧{}", "x".repeat(5_000), "y".repeat(5_000)));
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[2].chars().count() < 120, "{text}");
        let caret = lines[3].find('^').expect("a caret");
        assert_eq!(lines[2].chars().skip(caret).take(4).collect::<String>(), "here");
    }
}
