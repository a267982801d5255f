//! Runs the `fixed` examples of rule pages: the first fix of the `bad` example before each.

use super::apply::apply;
use super::bench::{Bench, Sheet};
use super::offer::fixes;
use crate::judge::example::{Stage, beside};
use crate::rules::{Catalogue, Example, ExampleKind, Page, examples};

/// A `fixed` example that comes out otherwise.
#[derive(Clone, Debug)]
pub struct Misfixed {
    /// The line of the page's body on which the example begins, from 1.
    pub line: usize,
    /// What the page says.
    pub expected: String,
    /// What the first fix makes; `None` where there is no fix.
    pub found: Option<String>,
}

/// The `fixed` examples of `page` that come out otherwise than shown. `catalogue` holds the page.
pub fn misfixed(page: &Page, catalogue: &Catalogue) -> Vec<Misfixed> {
    let all = examples(&page.body);
    let mut wrong = Vec::new();
    for (number, example) in all.iter().enumerate().filter(|(_, example)| example.kind == ExampleKind::Fixed) {
        let Some(bad) = all[..number].iter().rposition(|before| before.kind == ExampleKind::Bad) else { continue };
        let found = first_fix(page, &all[bad], &beside(&all, bad), catalogue);
        if found.as_ref() != Some(&example.text) {
            wrong.push(Misfixed { line: example.line, expected: example.text.clone(), found });
        }
    }
    wrong
}

/// The text of `example`, which lies beside the `others`, after the first fix of the page's rule.
fn first_fix(page: &Page, example: &Example, others: &[&Example], catalogue: &Catalogue) -> Option<String> {
    let stage = Stage::of(page, example, others, catalogue);
    let bench = Bench { file: &stage.file, settings: &stage.settings, index: &stage.index };
    let document = bench.read(&example.text);
    let sheet = Sheet::new(&bench, &example.text, &document);
    let findings = bench.judge(&document, &example.text);
    let fix =
        findings.iter().filter(|finding| *finding.code == *page.code).find_map(|finding| fixes(&sheet, finding).into_iter().next())?;
    Some(apply(&example.text, &fix.edits))
}
