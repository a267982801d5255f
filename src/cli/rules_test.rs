//! `planlint rules test`: runs the examples on a writer's own rule pages and shows where they do something else than they say.

use super::exit::{Exit, Stop};
use super::house::{House, told};
use crate::config::{Source, absolute};
use crate::judge::example::{Mismatch, mismatches};
use crate::rules::{Catalogue, ExampleKind, Page, examples};
use crate::text::{Lines, Span};
use crate::workspace::shown;
use std::io::{self, Write};
use std::path::Path;

/// Tests the pages of `folder`, else those of the configuration.
pub(super) fn test(folder: Option<&Path>, house: &House) -> Result<Exit, Stop> {
    let folder = match folder {
        Some(folder) => absolute(folder, &house.current),
        None => house.resolver.of_folder(&house.current).map_err(|errors| told(&errors))?.rules_path.clone().ok_or_else(no_folder)?,
    };
    let name = shown(folder.strip_prefix(&house.current).unwrap_or(&folder));
    if folder.is_file() {
        return Err(Stop::complaint(format!("{name}: this is a page: name the folder it lies in")));
    }
    if !folder.is_dir() {
        return Err(Stop::complaint(format!("{name}: there is no such folder")));
    }
    let own = house.rulebook.own(&folder);
    if !own.errors.is_empty() {
        return Err(told(&own.errors));
    }
    if own.pages.is_empty() {
        return Err(Stop::complaint(format!("{name}: there are no rule pages in this folder, which are files that end in .md")));
    }
    let mut out = io::stdout().lock();
    let (mut run, mut wrong) = (0, 0);
    for source in &own.pages {
        let Ok(page) = Page::read(&source.text) else { continue };
        let count = examples(&page.body).iter().filter(|example| matches!(example.kind, ExampleKind::Bad | ExampleKind::Good)).count();
        if count == 0 {
            writeln!(out, "{}: no examples: mark blocks with ```md bad and ```md good", source.name)?;
        }
        run += count;
        wrong += report(source, &page, &own.catalogue, &mut out)?;
    }
    match (run, wrong) {
        (1, 0) => writeln!(out, "The one example does what it says.")?,
        (run, 0) => writeln!(out, "All {run} examples do what they say.")?,
        (run, wrong) => writeln!(out, "{wrong} of {run} examples {} something else.", if wrong == 1 { "does" } else { "do" })?,
    }
    Ok(if wrong == 0 { Exit::Clean } else { Exit::Found })
}

fn no_folder() -> Stop {
    Stop::complaint("which pages? Name their folder, as in `planlint rules test rules/`, or set `rules-path` in planlint.toml")
}

/// Tells every difference at its line of the page; how many examples differ.
fn report(source: &Source, page: &Page, catalogue: &Catalogue, out: &mut impl Write) -> io::Result<usize> {
    let wrong = mismatches(page, catalogue);
    let above = source.text.len() - page.body.len();
    let first = source.text.get(..above).unwrap_or_default().matches('\n').count();
    for Mismatch { line, missing, extra, text } in &wrong {
        let lines = Lines::new(text);
        let place = |span: Span| {
            let inside = lines.place(span.start as usize);
            format!("{}:{}:{}", source.name, first + line + inside.line as usize, inside.column)
        };
        for span in missing {
            writeln!(out, "{}: nothing was found at {}", place(*span), what(*span, text))?;
        }
        for (span, message) in extra {
            writeln!(out, "{}: not marked, but found at {}: {message}", place(*span), what(*span, text))?;
        }
    }
    Ok(wrong.len())
}

fn what(span: Span, text: &str) -> String {
    if span.is_empty() { "this place".to_owned() } else { format!("\"{}\"", span.of(text).trim()) }
}
