//! Runs the examples of rule pages: the shipped ones in tests, a writer's own for `planlint rules test`.

use super::{Choice, Profile, Settings, judge};
use crate::config::Config;
use crate::plan::{Document, Source};
use crate::rules::{Catalogue, Example, ExampleKind, Page, examples};
use crate::text::{Span, Text};
use crate::workspace::Files;
use jiff::civil::{Date, date};
use std::path::Path;
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
        let others: Vec<&Example> = all[number + 1..].iter().take_while(|next| matches!(next.kind, ExampleKind::Also | ExampleKind::Fixed)).filter(|next| next.kind == ExampleKind::Also).collect();
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

/// The findings of the page's rule on an example, which lies beside the `others`.
fn found(page: &Page, example: &Example, others: &[&Example], catalogue: &Catalogue) -> Vec<(Span, String)> {
    let folder = Path::new("/workspace");
    let mut config = Config::built_in(folder);
    // The page may be of a rule pack.
    config.profiles = Profile::names().map(str::to_owned).collect();
    let config = Arc::new(config);
    let mut select = example.with.clone();
    select.push(page.code.clone());
    let today = example.today.as_deref().and_then(|day| day.parse().ok()).unwrap_or(TODAY);
    let settings = Settings::new(config, catalogue, &Choice { select, ignore: Vec::new() }, today);
    let files = Files::in_memory();
    for other in others {
        files.hold(folder.join(other.file.as_deref().unwrap_or("other.md")), Text::new(&other.text));
    }
    let path = example.file.as_deref().unwrap_or("example.md");
    let file = folder.join(path);
    files.hold(file.clone(), Text::new(&example.text));
    let document = Document::read(&example.text, &settings.origin(&file), &settings.manner());
    let source = Source::Whole(&example.text);
    let index = settings.index(Arc::new(files), folder.to_owned());
    let findings = judge(&document, source, path, &settings, &index.around(&file, &document, source));
    findings.into_iter().filter(|finding| *finding.code == *page.code).map(|finding| (finding.span, finding.message)).collect()
}
