//! `planlint fix`, `check --fix` and `--diff`: what is written, what is only shown, and what is left alone.

use super::house::{House, Said};

/// `--fix` takes the empty box out; `--scaffold` adds a place for the answer.
const DRAFT: &str = "# Plan\r\n\r\n## Questions\r\n\r\n- Who orders the paint?\r\n\r\n## Actions\r\n\r\n- [ ] Ana: order the paint by 2026-03-01\r\n- [ ]\r\n";
const ONLY: &str = "--select A106,Q101";

fn fixed() -> String {
    DRAFT.replace("- [ ]\r\n", "")
}

#[test]
fn what_is_safe_is_written_and_the_rest_is_told() {
    let house = House::with(&[("plan.md", DRAFT)]);
    let said = house.run(&format!("fix {ONLY} --format short plan.md")).ends(1).complains("Mended 1 place in 1 document.");
    assert_eq!(house.text("plan.md"), fixed(), "line ends stay");
    assert_eq!(said.out.lines().count(), 1, "only what remains is told: {said:#?}");
    house.run(&format!("check --fix {ONLY} plan.md")).ends(1).complains("There was nothing to mend.");
    assert_eq!(house.text("plan.md"), fixed());
}

#[test]
fn scaffold_prepares_what_a_person_fills_in() {
    let house = House::with(&[("plan.md", DRAFT)]);
    house.run(&format!("fix --scaffold {ONLY} plan.md"));
    let once = house.text("plan.md");
    assert!(once.contains("TODO"), "{once}");
    house.run(&format!("fix --scaffold {ONLY} plan.md")).complains("There was nothing to mend.");
    assert_eq!(house.text("plan.md"), once, "a second run changes nothing");
}

#[test]
fn a_difference_is_shown_and_not_written() {
    let house = House::with(&[("plan.md", DRAFT)]);
    let said = house.run(&format!("check --diff {ONLY} plan.md")).ends(1).complains("1 place in 1 document would be mended");
    assert!(said.out.starts_with("--- a/plan.md\n+++ b/plan.md\n"), "{said:#?}");
    assert_eq!(house.text("plan.md"), DRAFT);
    house.write("plan.md", fixed());
    let said = house.run(&format!("fix --diff {ONLY} plan.md")).ends(0);
    assert_eq!(said.out, "");
    house.run(&format!("fix --diff {ONLY} plan.md gone.md")).ends(2);
}

#[test]
fn standard_input_comes_back_mended() {
    let house = House::with(&[]);
    let fix = |line: &str, text: &str| {
        Said::of(house.command(&format!("fix {ONLY} --format short --stdin-filename plan.md {line} -")).write_stdin(text))
    };
    let said = fix("", DRAFT).ends(1).complains("plan.md:5:3: warning[Q101]");
    assert_eq!(said.out, fixed());
    assert_eq!(fix("", &fixed()).out, fixed(), "also when there is nothing to do");
    assert!(fix("--diff", DRAFT).ends(1).tells("+++ b/plan.md").out.starts_with("---"));
}

#[test]
fn documents_that_need_nothing_are_not_touched() {
    let house = House::with(&[("a.plan.md", DRAFT), ("b.plan.md", &fixed())]);
    let before = house.at("b.plan.md").metadata().and_then(|about| about.modified()).expect("a time");
    house.run(&format!("fix {ONLY} .")).complains("Mended 1 place in 1 document.");
    let after = house.at("b.plan.md").metadata().and_then(|about| about.modified()).expect("a time");
    assert_eq!(before, after);
    assert_eq!(house.text("a.plan.md"), fixed());
    let names: Vec<_> = std::fs::read_dir(house.at(".")).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(names.len(), 2, "nothing else is left behind: {names:?}");
}

#[cfg(unix)]
#[test]
fn what_may_not_be_written_is_left_alone() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::{PermissionsExt, symlink};
    let house = House::with(&[("plan.md", DRAFT), ("outside/secret.md", DRAFT), ("inside/mission.md", "# Mission\n")]);
    set_permissions(house.at("plan.md"), Permissions::from_mode(0o444)).expect("permissions");
    house
        .run(&format!("fix {ONLY} --format json plan.md"))
        .ends(2)
        .complains("plan.md: not fixed: read-only")
        .tells("\"not fixed: read-only\"");
    symlink(house.at("outside/secret.md"), house.at("inside/plan.md")).expect("a link");
    house.run(&format!("fix {ONLY} inside")).ends(2).complains("inside/plan.md: not fixed: it is a link that leads outside");
    assert_eq!(house.text("outside/secret.md"), DRAFT);
}
