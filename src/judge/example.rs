//! Runs the examples of rule pages: the shipped ones in tests, a writer's own for `planlint rules test`.

use super::{Choice, Profile, Settings, judge_text};
use crate::config::Config;
use crate::rules::{Catalogue, Example, ExampleKind, Page, examples};
use crate::text::{Span, Text};
use crate::workspace::{Files, Index};
use jiff::civil::{Date, date};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The day examples are judged on unless they say another.
pub const TODAY: Date = date(2026, 2, 1);

/// An example that does not do what it says.
#[derive(Clone, Debug)]
pub struct Mismatch {
    /// The line of the page's body on which the example begins, from 1.
    pub line: usize,
    /// Places that were marked and not found.
    pub missing: Vec<Span>,
    /// Places that were found and not marked, with their messages.
    pub extra: Vec<(Span, String)>,
    /// The example's text without marks.
    pub text: String,
}

/// The examples of `page` that come out otherwise than marked. `catalogue` holds the page.
pub fn mismatches(page: &Page, catalogue: &Catalogue) -> Vec<Mismatch> {
    let all = examples(&page.body);
    let mut wrong = Vec::new();
    for (number, example) in all.iter().enumerate() {
        if !matches!(example.kind, ExampleKind::Bad | ExampleKind::Good) {
            continue;
        }
        let others = beside(&all, number);
        let found = found(page, example, &others, catalogue);
        let mut missing = example.expected.clone();
        let mut extra = Vec::new();
        for (span, message) in found {
            match missing.iter().position(|&wanted| wanted == span) {
                Some(at) => _ = missing.remove(at),
                None => extra.push((span, message)),
            }
        }
        if !missing.is_empty() || !extra.is_empty() {
            wrong.push(Mismatch { line: example.line, missing, extra, text: example.text.clone() });
        }
    }
    wrong
}

/// The other files of the workspace of example `number`.
pub(crate) fn beside(all: &[Example], number: usize) -> Vec<&Example> {
    let behind = all[number + 1..].iter().take_while(|next| matches!(next.kind, ExampleKind::Also | ExampleKind::Fixed));
    behind.filter(|next| next.kind == ExampleKind::Also).collect()
}

/// The findings of the page's rule on an example, which lies beside the `others`.
fn found(page: &Page, example: &Example, others: &[&Example], catalogue: &Catalogue) -> Vec<(Span, String)> {
    let stage = Stage::of(page, example, others, catalogue);
    let findings = judge_text(&example.text, &stage.file, &stage.settings, &stage.index);
    findings.into_iter().filter(|finding| *finding.code == *page.code).map(|finding| (finding.span, finding.message)).collect()
}

/// What an example is judged with.
pub(crate) struct Stage {
    /// Where the example lies.
    pub(crate) file: PathBuf,
    /// Its page's rule, and those it asks for beside it.
    pub(crate) settings: Settings,
    /// The files beside it.
    pub(crate) index: Index,
}

impl Stage {
    /// For `example` of `page`, which lies beside the `others`.
    pub(crate) fn of(page: &Page, example: &Example, others: &[&Example], catalogue: &Catalogue) -> Self {
        let folder = Path::new("/workspace");
        let mut config = Config::built_in(folder);
        // The page may be of a rule pack.
        config.profiles = Profile::names().map(str::to_owned).collect();
        let mut select = example.with.clone();
        select.push(page.code.clone());
        let today = example.today.as_deref().and_then(|day| day.parse().ok()).unwrap_or(TODAY);
        let settings = Settings::new(Arc::new(config), catalogue, &Choice { select, ignore: Vec::new() }, today);
        let files = Files::in_memory();
        for other in others {
            files.hold(folder.join(other.file.as_deref().unwrap_or("other.md")), Text::new(&other.text));
        }
        let file = folder.join(example.file.as_deref().unwrap_or("example.md"));
        files.hold(file.clone(), Text::new(&example.text));
        let index = settings.index(Arc::new(files), folder.to_owned());
        Self { file, settings, index }
    }
}
