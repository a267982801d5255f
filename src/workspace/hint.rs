//! When a walk picks nothing: which of the files passed by look like plans, and the line of configuration that would include them.
//! A scan of lines, not a reading of Markdown: it may be wrong, so it only ever suggests.

use super::kind::{says_minutes, says_template};
use super::pick::{Picking, Reason};
use super::read::shown;
use super::walk::{Candidate, Found, HEAD_BYTES};
use crate::config::{Config, FILE_NAMES, read_head};
use crate::dialect::concept::{Column, Concept};
use std::fmt::Write;
use std::sync::Arc;

/// How words are recognised. Only whole headings and whole cells are asked about.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// What a heading is about.
    pub concept: &'a dyn Fn(&str) -> Option<Concept>,
    /// What a column holds.
    pub column: &'a dyn Fn(&str) -> Option<Column>,
}

/// What makes a file look like a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Looks {
    /// Its title is this concept.
    Title(Concept),
    /// It has a table with an owner or a due column.
    ActionsTable,
    /// It has a section of questions.
    Questions,
}

impl Looks {
    /// As the hint says it.
    fn words(self) -> String {
        match self {
            Self::Title(concept) => format!("its title is about {}", concept.word()),
            Self::ActionsTable => "it has a table with owners or due dates".to_owned(),
            Self::Questions => "it has a section of questions".to_owned(),
        }
    }
}

/// Whether the text beginning with `head` looks like a plan.
pub fn looks_like_a_plan(head: &str, words: Words<'_>) -> Option<Looks> {
    let mut in_fence = false;
    let mut seen_title = false;
    let mut previous = "";
    for line in head.lines().map(str::trim) {
        let opens_or_closes = line.starts_with("```") || line.starts_with("~~~");
        in_fence ^= opens_or_closes;
        if in_fence || opens_or_closes {
            continue;
        }
        if let Some(heading) = heading(line) {
            let concept = (words.concept)(heading);
            let is_title = !seen_title && line.starts_with("# ");
            seen_title |= is_title;
            match concept {
                Some(concept) if is_title && is_worth_a_document(concept) => return Some(Looks::Title(concept)),
                Some(Concept::Questions) => return Some(Looks::Questions),
                _ => {}
            }
        } else if is_delimiter_row(line) {
            let mut columns = previous.trim_matches('|').split('|').filter_map(|cell| (words.column)(cell.trim().trim_matches('*')));
            if columns.any(|column| matches!(column, Column::Owner | Column::Due)) {
                return Some(Looks::ActionsTable);
            }
        }
        previous = line;
    }
    None
}

/// The files that were passed by though they look like plans, and what to write so that they are judged. `None`: there are none.
pub fn hint(found: &Found, words: Words<'_>) -> Option<String> {
    let mut alike: Vec<(&Candidate, Looks)> = Vec::new();
    for candidate in found.candidates.iter().filter(|candidate| could_be_included(candidate)) {
        let looks = read_head(&candidate.file, HEAD_BYTES).ok().and_then(|head| looks_like_a_plan(&head, words));
        alike.extend(looks.map(|looks| (candidate, looks)));
    }
    let (first, _) = alike.first()?;
    // Each configuration gets its own line; the first one is enough to begin with.
    let config = Arc::clone(&first.config);
    alike.retain(|(candidate, _)| Arc::ptr_eq(&candidate.config, &config));
    let (these, them) = if alike.len() == 1 { ("This file looks like a plan", "it") } else { ("These files look like plans", "them") };
    let mut text = format!("{these}:\n");
    for (candidate, looks) in alike.iter().take(MOST_SHOWN) {
        let _ = writeln!(text, "  {}: {}", candidate.path, looks.words());
    }
    if alike.len() > MOST_SHOWN {
        let _ = writeln!(text, "  and {} more", alike.len() - MOST_SHOWN);
    }
    let paths: Vec<String> = alike.iter().map(|(candidate, _)| config.path_of(&candidate.file)).collect();
    let _ = write!(text, "To have {them} judged, add this line to {}:\n  {}", file_name(&config), include_line(&paths));
    Some(text)
}

/// As many files are named; the pattern covers them all.
const MOST_SHOWN: usize = 10;

/// Minutes and templates look like plans too, but nobody wants them judged.
fn could_be_included(candidate: &Candidate) -> bool {
    let is_passed_by = matches!(&candidate.picking, Picking::Skipped { because: Reason::NotIncluded });
    is_passed_by && !says_minutes(&candidate.path) && !says_template(&candidate.path)
}

fn file_name(config: &Config) -> String {
    let file = config.file.as_deref().and_then(|file| file.strip_prefix(&config.root).ok());
    file.map_or_else(|| FILE_NAMES[0].to_owned(), shown)
}

/// The line of configuration that picks the files at `paths`, which are relative to the folder of the configuration.
/// Many files of one folder become one pattern.
pub fn include_line(paths: &[String]) -> String {
    let mut globs: Vec<String> = Vec::new();
    for path in paths {
        let folder = path.rsplit_once('/').map(|(folder, _)| folder);
        let beside = |other: &&String| other.rsplit_once('/').map(|(folder, _)| folder) == folder;
        let glob = match folder {
            Some(folder) if paths.iter().filter(beside).count() >= 3 => format!("{}/*.md", escaped(folder)),
            _ => escaped(path),
        };
        if !globs.contains(&glob) {
            globs.push(glob);
        }
    }
    format!("include = {}", toml::Value::from(globs))
}

/// A title such as "Decision" or "Resources" is anything; these make a document.
fn is_worth_a_document(concept: Concept) -> bool {
    matches!(concept, Concept::Mission | Concept::Vision | Concept::Strategy | Concept::Actions | Concept::Objectives | Concept::Questions)
}

fn heading(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    ((1..=6).contains(&level) && text.starts_with([' ', '\t'])).then(|| text.trim().trim_end_matches('#').trim_end())
}

fn is_delimiter_row(line: &str) -> bool {
    line.contains('|') && line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// A path as a glob that means nothing but it.
fn escaped(path: &str) -> String {
    globset::escape(path)
}
