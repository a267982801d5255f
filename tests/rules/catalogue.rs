//! `rules/README.md` says what the pages say. `UPDATE_CATALOGUE=1` writes it anew.

use planlint::rules::{Catalogue, contents};
use std::path::Path;
use std::{env, fs};

#[test]
fn the_contents_are_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/README.md");
    let wanted = contents();
    if env::var_os("UPDATE_CATALOGUE").is_some() {
        fs::write(&file, &wanted).expect("rules/README.md can be written");
    }
    let written = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(written == wanted, "rules/README.md is out of date: run UPDATE_CATALOGUE=1 cargo test --test rules");
}

#[test]
fn the_contents_hold_every_page() {
    let contents = contents();
    let left_out: Vec<&str> = Catalogue::shipped()
        .pages()
        .iter()
        .map(|page| page.code.as_str())
        .filter(|code| !contents.contains(&format!("| {code} |")))
        .collect();
    assert!(left_out.is_empty(), "pages of a folder without a group: {left_out:?}");
}
