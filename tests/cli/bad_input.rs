//! What nobody should hand to a program, and what it says then.

use super::house::{House, Said};
use super::{OPEN, OWNED};

#[test]
fn a_broken_configuration_is_shown_at_its_place() {
    let house = House::with(&[("planlint.toml", "fail-on = \"nevr\"\n"), ("plan.md", OWNED)]);
    let said = house.run("check --format json").ends(2).complains("planlint.toml:1:11").complains("did you mean \"never\"?");
    assert_eq!(said.out, "", "no report is made with a wrong configuration");
    house.run("check --select A101 --isolated").ends(0);
    house.run("check --isolated --config fail-on=nevr plan.md").ends(2).complains("--config:1:9");
    house.run("check --config gone.toml plan.md").ends(2).complains("gone.toml: no such file");
}

#[test]
fn a_broken_rule_page_is_shown_at_its_place() {
    let page = "+++\ncode = \"XY101\"\nname = \"own-rule\"\nseverty = \"info\"\nclass = \"quality\"\nmessage = \"no\"\n\n[check]\nkind = \"overdue\"\n+++\n";
    let house = House::with(&[("planlint.toml", "rules-path = \"own\"\n"), ("own/xy.md", page), ("plan.md", OWNED)]);
    let said = house.run("check").ends(2).complains("own/xy.md:4:1").complains("severty = \"info\"").complains("did you mean `severity`?");
    assert_eq!(said.out, "");
    house.run("rules test").ends(2).complains("own/xy.md:4:1");
    house.run("rules").ends(2).complains("own/xy.md:4:1");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::fs::{Permissions, read, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let house = House::with(&[("plan.md", OPEN), ("a.plan.md", OWNED)]);
    set_permissions(house.at("plan.md"), Permissions::from_mode(0o000)).expect("permissions");
    // For the user root nothing is forbidden.
    if read(house.at("plan.md")).is_err() {
        house.run("check").ends(2).complains("plan.md: may not be read").tells("Not everything could be done: 1 problem.");
    }
}

#[test]
fn a_folder_of_other_things() {
    let house = House::with(&[("a.txt", "x"), ("b.rs", "x")]);
    house.run("check .").ends(2).complains("No Markdown files");
    house.run("check a.txt").ends(0);
}

#[test]
fn enormous_documents_are_not_read() {
    let house = House::with(&[("owned.md", OWNED)]);
    house.write("plan.md", vec![b'x'; 50 << 20]);
    let said = house.run("check --format short plan.md owned.md").ends(1);
    said.tells("plan.md:1:1: error[H109] not read to the end: the document has 52428800 bytes");
    house.run("check --config limits.document-bytes=10 --format short owned.md").ends(1).tells("the limit is 10");
    let said = Said::of(house.command("check --config limits.document-bytes=10 --format short -").write_stdin("x".repeat(100)));
    said.ends(1).tells("<stdin>:1:1: error[H109]");
}

#[test]
fn endless_nesting_comes_to_an_end() {
    let house = House::with(&[
        ("plan.md", &">".repeat(100_000)),
        ("list.plan.md", &"- ".repeat(50_000)),
        ("brackets.plan.md", &"[".repeat(50_000)),
    ]);
    let said = house.run("check --format short");
    assert!(said.status < 2, "{said:#?}");
}

#[test]
fn odd_texts_are_judged() {
    let house = House::with(&[
        ("a.md", ""),
        ("b.md", "\u{feff}"),
        ("c.md", "\r\r\r"),
        ("d.md", "\0\0"),
        ("e.md", "---\n"),
        ("f.md", "|||\n|-|-|\n"),
    ]);
    let said = house.run("check --format json a.md b.md c.md d.md e.md f.md");
    assert!(said.status < 2, "{said:#?}");
    said.tells("\"files_checked\": 6");
}
