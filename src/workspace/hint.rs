//! When a walk picks nothing: which of the files passed by look like plans, and the line of configuration that would include them.
//! A scan of lines, not a reading of Markdown: it may be wrong, so it only ever suggests.

use super::include::include_line;
use super::pick::{Picking, Reason};
use super::read::shown;
use super::walk::{Candidate, Found, HEAD_BYTES};
use crate::config::{Config, FILE_NAMES, read_head};
use crate::dialect::concept::{Column, Concept};
use crate::dialect::vocabulary::Vocabulary;
use crate::plan::Origin;
use std::fmt::{self, Display, Formatter, Write as _};
use std::sync::Arc;

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

impl Display for Looks {
    /// As the hint says it.
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title(concept) => write!(out, "its title is about {}", concept.word()),
            Self::ActionsTable => out.write_str("it has a table with owners or due dates"),
            Self::Questions => out.write_str("it has a section of questions"),
        }
    }
}

/// Whether the text beginning with `head` looks like a plan.
pub fn looks_like_a_plan(head: &str, vocabulary: &Vocabulary) -> Option<Looks> {
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
            let concept = concept_of(heading, vocabulary);
            let is_title = !seen_title && line.starts_with("# ");
            seen_title |= is_title;
            match concept {
                Some(concept) if is_title && is_worth_a_document(concept) => return Some(Looks::Title(concept)),
                Some(Concept::Questions) => return Some(Looks::Questions),
                _ => {}
            }
        } else if is_delimiter_row(line) {
            let mut columns =
                previous.trim_matches('|').split('|').filter_map(|cell| vocabulary.column(cell.trim().trim_matches('*'), None));
            if columns.any(|found| matches!(found.column, Column::Owner | Column::Due)) {
                return Some(Looks::ActionsTable);
            }
        }
        previous = line;
    }
    None
}

/// A file that was passed by though it looks like a plan.
#[derive(Clone, Copy, Debug)]
pub struct LookAlike<'a> {
    /// The file.
    pub candidate: &'a Candidate,
    /// Why it looks like one.
    pub looks: Looks,
}

/// The files that were passed by though they look like plans, in the order of their paths.
pub fn look_alikes<'a>(found: &'a Found, vocabulary: &Vocabulary) -> Vec<LookAlike<'a>> {
    let passed_by = found.candidates.iter().filter(|candidate| could_be_included(candidate, vocabulary));
    passed_by
        .filter_map(|candidate| {
            let head = read_head(&candidate.file, HEAD_BYTES).ok()?;
            Some(LookAlike { candidate, looks: looks_like_a_plan(&head, vocabulary)? })
        })
        .collect()
}

/// Names the files that were passed by though they look like plans, and says what to write so that they are judged. `None`: there are none.
pub fn hint(found: &Found, vocabulary: &Vocabulary) -> Option<String> {
    let mut alike = look_alikes(found, vocabulary);
    // Each configuration gets its own line; the first one is enough to begin with.
    let config = Arc::clone(&alike.first()?.candidate.config);
    alike.retain(|alike| Arc::ptr_eq(&alike.candidate.config, &config));
    let (these, them) = if alike.len() == 1 { ("This file looks like a plan", "it") } else { ("These files look like plans", "them") };
    let mut text = format!("{these}:\n");
    for LookAlike { candidate, looks } in alike.iter().take(MOST_SHOWN) {
        let _ = writeln!(text, "  {}: {looks}", candidate.path);
    }
    if alike.len() > MOST_SHOWN {
        let _ = writeln!(text, "  and {} more", alike.len() - MOST_SHOWN);
    }
    let paths: Vec<String> = alike.iter().map(|alike| config.path_of(&alike.candidate.file)).collect();
    let _ = write!(text, "To have {them} judged, add this line to {}:\n  {}", file_name(&config), include_line(&paths));
    Some(text)
}

/// As many files are named; the pattern covers them all.
const MOST_SHOWN: usize = 10;

/// Minutes and templates look like plans too, but nobody wants them judged.
fn could_be_included(candidate: &Candidate, vocabulary: &Vocabulary) -> bool {
    let is_passed_by = matches!(&candidate.picking, Picking::Skipped { because: Reason::NotIncluded });
    is_passed_by && {
        let origin = Origin::of_path(&candidate.config.path_from_root(&candidate.file), vocabulary);
        !origin.minutes && !origin.template
    }
}

fn file_name(config: &Config) -> String {
    let file = config.file.as_deref().and_then(|file| file.strip_prefix(&config.root).ok());
    file.map_or_else(|| FILE_NAMES[0].to_owned(), shown)
}

/// What a heading is about, if it is about one thing only.
fn concept_of(heading: &str, vocabulary: &Vocabulary) -> Option<Concept> {
    match vocabulary.heading(heading).matches.as_slice() {
        [only] => Some(only.concept),
        _ => None,
    }
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
