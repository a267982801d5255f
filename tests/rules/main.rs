//! Every shipped rule page: it can be read, its examples do what they say.

mod catalogue;
mod translations;

use planlint::judge::example::mismatches;
use planlint::rules::{Catalogue, Page};

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
