//! Every shipped rule page: it can be read, its examples do what they say.

mod catalogue;
mod translations;

use planlint::judge::example::mismatches;
use planlint::rules::{Catalogue, ExampleKind, Page, examples};

#[test]
fn pages_can_be_read() {
    let mut faults = Vec::new();
    for (path, text) in Catalogue::shipped_pages() {
        if let Err(error) = Page::read(text) {
            let line = text[..error.at.start.min(text.len())].matches('\n').count() + 1;
            faults.push(format!("{path}:{line}: {}", error.message));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn examples_do_what_they_say() {
    let catalogue = Catalogue::shipped();
    let mut report = String::new();
    for page in catalogue.pages() {
        for wrong in mismatches(page, catalogue) {
            report += &format!("{} example at line {} of the body:\n", page.code, wrong.line);
            for span in wrong.missing {
                report += &format!("  missing {:?} at {}..{}\n", span.of(&wrong.text), span.start, span.end);
            }
            for (span, message) in wrong.extra {
                report += &format!("  extra   {:?} at {}..{}: {message}\n", span.of(&wrong.text), span.start, span.end);
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

/// Rules about form have no words to translate: what they look at is the same in every language.
const ABOUT_FORM: [&str; 19] = [
    "A106", "A108", "D103", "D104", "D106", "D107", "H102", "H103", "H105", "H106", "H107", "H109", "H110", "H111", "T101", "T102", "X101", "X102", "X103",
];

#[test]
fn every_page_shows_both_sides_in_more_than_one_language() {
    let mut report = String::new();
    for page in Catalogue::shipped().pages() {
        let all = examples(&page.body);
        let of = |kind: ExampleKind| all.iter().filter(move |example| example.kind == kind);
        let (bad, good) = (of(ExampleKind::Bad).count(), of(ExampleKind::Good).count());
        // What nobody can bring about with a document has no example.
        if (bad < 2 || good < 2) && !["H109", "H110"].contains(&page.code.as_str()) {
            report += &format!("{}: {bad} bad and {good} good examples\n", page.code);
        }
        let foreign = all.iter().any(|example| !example.text.is_ascii());
        if !foreign && !ABOUT_FORM.contains(&page.code.as_str()) {
            report += &format!("{}: examples in one language only\n", page.code);
        }
    }
    assert!(report.is_empty(), "\n{report}");
}
