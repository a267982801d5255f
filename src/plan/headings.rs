//! The heading lines of a chunk, looked at before it is read: what is known of a whole document comes from these alone.

use super::manner::Manner;
use crate::dialect::concept::Concept;
use crate::dialect::vocabulary::{HeadingReading, Match, Vocabulary};
use crate::markdown::{BlockKind, Blocks};

/// The headings of one chunk.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Headings {
    /// Level of the heading the chunk begins with; 0 without one.
    pub(super) level: u8,
    /// Each of them.
    pub(super) all: Vec<Surveyed>,
}

/// A heading and what it is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Surveyed {
    pub(super) level: u8,
    pub(super) matches: Vec<Match>,
    pub(super) whole: bool,
    /// Below a mission it states the purpose.
    pub(super) may_be_purpose: bool,
    /// Of a title, which may stand at the second level; nobody asks for those of others.
    pub(super) words: Box<str>,
}

/// What the heading that a chunk begins with says, for whoever reads the chunk: nobody has to look it up again.
#[derive(Clone, Debug)]
pub(super) struct Opening {
    pub(super) words: Box<str>,
    pub(super) reading: HeadingReading,
}

impl Headings {
    /// Of the chunk `text`, and what it begins with.
    pub(super) fn of(text: &str, manner: &Manner<'_>) -> (Self, Option<Opening>) {
        let mut all = Vec::new();
        let line = text.lines().next().unwrap_or_default();
        let level = line.bytes().take_while(|&byte| byte == b'#').count();
        let is_heading = (1..=6).contains(&level) && line[level..].chars().next().is_none_or(char::is_whitespace);
        let opening = is_heading.then(|| heading(line, level as u8, manner, &mut all));
        html_headings(text, manner, &mut all);
        if underlined(text) {
            let blocks = Blocks::read(text);
            for block in blocks.top() {
                if let BlockKind::Heading { level, setext: true } = blocks.block(block).kind {
                    push(blocks.text(block), level, manner, &mut all);
                }
            }
        }
        (Self { level: if is_heading { level as u8 } else { 0 }, all }, opening)
    }
}

/// Adds the heading that `line` is.
fn heading(line: &str, level: u8, manner: &Manner<'_>, headings: &mut Vec<Surveyed>) -> Opening {
    let words = &line[usize::from(level)..];
    if words.contains(['*', '_', '[', '`', '<', '&', '\\', '#']) {
        let blocks = Blocks::read(line);
        push(blocks.top().next().map_or("", |block| blocks.text(block)), level, manner, headings)
    } else {
        push(words, level, manner, headings)
    }
}

fn push(words: &str, level: u8, manner: &Manner<'_>, headings: &mut Vec<Surveyed>) -> Opening {
    let words = words.trim();
    let reading = manner.vocabulary.heading(words);
    let may_be_purpose = level > 1 && may_be_purpose(&reading.matches, words, manner.vocabulary);
    let of_title = if level <= 2 { words } else { "" };
    headings.push(Surveyed { level, matches: reading.matches.clone(), whole: reading.whole, may_be_purpose, words: of_title.into() });
    Opening { words: words.into(), reading }
}

/// Whether a heading that states a mission names the purpose when it stands below one: "Raison d'être".
pub(super) fn may_be_purpose(matches: &[Match], words: &str, vocabulary: &Vocabulary) -> bool {
    matches!(matches, [only] if only.concept == Concept::Mission) && vocabulary.label_as(words, Concept::Purpose).is_some()
}

/// Adds the HTML headings of a chunk.
fn html_headings(chunk: &str, manner: &Manner<'_>, headings: &mut Vec<Surveyed>) {
    if memchr::memmem::find(chunk.as_bytes(), b"<h").is_none() {
        return;
    }
    for line in chunk.lines() {
        let Some(rest) = line.strip_prefix("<h") else { continue };
        let Some(level) = rest.bytes().next().filter(|byte| (b'1'..=b'6').contains(byte)) else { continue };
        let Some(words) = rest.split_once('>').and_then(|(_, words)| words.split_once("</")) else { continue };
        push(words.0, level - b'0', manner, headings);
    }
}

/// Whether `===` or `---` may underline a heading somewhere.
fn underlined(chunk: &str) -> bool {
    let bytes = chunk.as_bytes();
    memchr::memchr2_iter(b'\n', b'\r', bytes)
        .any(|at| matches!(bytes.get(at + 1), Some(b'=')) || matches!(bytes.get(at + 1..at + 3), Some(b"--")))
}
