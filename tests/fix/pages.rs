//! The `fixed` examples of rule pages.

use planlint::fix::example::misfixed;
use planlint::rules::Catalogue;

#[test]
fn fixed_examples_come_out_as_shown() {
    let catalogue = Catalogue::shipped();
    let mut report = String::new();
    for page in catalogue.pages() {
        for wrong in misfixed(page, catalogue) {
            report += &format!("{} at line {} of the body\n--- shown\n{}--- made\n", page.code, wrong.line, wrong.expected);
            report += &wrong.found.unwrap_or_else(|| "(no fix)\n".to_owned());
        }
    }
    assert!(report.is_empty(), "\n{report}");
}
