//! Writes one report in every format asked for, to the screen or into files.

use super::docket::Waiting;
use super::exit::Stop;
use super::screen::Screen;
use super::values::Destination;
use crate::finding::Severity;
use crate::output::{Format, Report, RuleFacts, View, write};
use crate::rules::{Catalogue, Page};
use std::collections::BTreeMap;
use std::env;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

/// Where the report goes: as given, else to the screen for whoever looks at it.
pub(super) fn destinations(given: &[Destination]) -> Result<Vec<Destination>, Stop> {
    let on_screen: Vec<&str> = given.iter().filter(|to| to.file.is_none()).map(|to| to.format.name()).collect();
    match on_screen.as_slice() {
        [] if given.is_empty() => {
            let in_action = env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true");
            Ok(vec![Destination { format: if in_action { Format::Github } else { Format::Human }, file: None }])
        }
        [] | [_] => Ok(given.to_vec()),
        [first, second, ..] => Err(Stop::complaint(format!(
            "{first} and {second} cannot both go to the screen: give one of them a file, as in `--format {second}=report.txt`"
        ))),
    }
}

/// Whether words of ours may follow the report on the screen: a program that reads it there must not meet them.
pub(super) fn leaves_room(destinations: &[Destination]) -> bool {
    destinations.iter().filter(|to| to.file.is_none()).all(|to| matches!(to.format, Format::Human | Format::Short))
}

/// Whether any report tells how findings can be mended: to find that out takes time.
pub(super) fn tell_fixes(destinations: &[Destination]) -> bool {
    destinations.iter().any(|to| matches!(to.format, Format::Human | Format::Json | Format::JsonLines | Format::Sarif))
}

/// Writes `report` everywhere. Files hold no colours, whatever the screen shows.
pub(super) fn deliver(
    report: &Report,
    view: &View,
    waiting: &[Waiting<'_>],
    destinations: &[Destination],
    screen: &mut Screen,
) -> Result<(), Stop> {
    let rules = if destinations.iter().any(|to| to.format == Format::Sarif) { rule_facts(waiting) } else { Vec::new() };
    for Destination { format, file } in destinations {
        match file {
            None => write(*format, report, view, &rules, &mut screen.out())?,
            Some(file) => {
                let view = View { colour: false, width: None, ..*view };
                let written = File::create(file).and_then(|mut out| write(*format, report, &view, &rules, &mut out));
                written.map_err(|error| Stop::complaint(format!("the report cannot be written: {}", described(file, &error))))?;
            }
        }
    }
    Ok(())
}

/// What SARIF tells about the rules that were in force, each once.
fn rule_facts(waiting: &[Waiting<'_>]) -> Vec<RuleFacts> {
    let mut by_code = BTreeMap::new();
    for armed in waiting.iter().flat_map(|waiting| &waiting.settings.rules).filter(|armed| !armed.excluded) {
        by_code.entry(armed.page.code.as_str()).or_insert(&armed.page);
    }
    let facts = by_code.into_values().map(|page| RuleFacts {
        code: Arc::from(page.code.as_str()),
        name: Arc::from(page.name.as_str()),
        summary: page.summary.clone(),
        severity: page.severity.get("default").copied().unwrap_or(Severity::Info),
        class: page.class,
        help: page.body.to_string(),
        help_uri: help_uri(page),
    });
    facts.collect()
}

/// Where the page of a shipped rule is published, if the package says where its source is.
fn help_uri(page: &Page) -> Option<String> {
    let repository = option_env!("CARGO_PKG_REPOSITORY").filter(|address| !address.is_empty())?;
    let (path, _) =
        Catalogue::shipped_pages().find(|(path, _)| path.rsplit('/').next().is_some_and(|file| file.starts_with(&page.code)))?;
    Some(format!("{repository}/blob/v{}/{path}", env!("CARGO_PKG_VERSION")))
}

fn described(file: &Path, error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => format!("there is no folder for {}", file.display()),
        std::io::ErrorKind::IsADirectory => format!("{} is a folder", file.display()),
        std::io::ErrorKind::PermissionDenied => format!("{} may not be written to", file.display()),
        _ => format!("{}: {error}", file.display()),
    }
}
