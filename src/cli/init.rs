//! `planlint init`: a planlint.toml from what lies in a folder. It is a proposal, with a reason beside every line; it never replaces a file.

use super::arguments::{Configuration, Init};
use super::exit::{Exit, Stop};
use super::house::House;
use super::screen::Screen;
use crate::config::{FILE_NAMES, absolute, read_head, slashed};
use crate::dialect::vocabulary::Vocabulary;
use crate::judge::Profile;
use crate::workspace::{Candidate, Found, HEAD_BYTES, LookAlike, Search, include_line, look_alikes};
use clap::ColorChoice;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// As many files are named in a comment.
const MOST_NAMED: usize = 5;

/// Writes the proposal into the folder we are in.
pub(super) fn init(options: &Init) -> Result<Exit, Stop> {
    let screen = Screen::new(ColorChoice::Never);
    // Whatever holds already, higher up, has no say in what is proposed.
    let house = House::new(&Configuration { config: Vec::new(), isolated: true }, None)?;
    let from = options.from.clone().unwrap_or_else(|| PathBuf::from("."));
    if !absolute(&from, &house.current).is_dir() {
        return Err(Stop::complaint(format!("{}: there is no such folder", from.display())));
    }
    if let Some(name) = FILE_NAMES.iter().find(|name| house.current.join(name).exists()) {
        return Err(Stop::complaint(format!(
            "{name} is there already, and nothing was written. `planlint rules --format toml` lists what can be set in it"
        )));
    }
    let search =
        Search { current: &house.current, resolver: &house.resolver, vocabulary: Vocabulary::builtin(), only_plans: true, threads: 0 };
    let found = search.find(&[from]);
    let proposal = proposal(&found, &house.current);
    let name = FILE_NAMES[0];
    File::create_new(house.current.join(name)).and_then(|mut file| file.write_all(proposal.as_bytes())).map_err(|error| {
        Stop::complaint(match error.kind() {
            ErrorKind::PermissionDenied => format!("{name} cannot be written: this folder may not be written to"),
            _ => format!("{name} cannot be written: {error}"),
        })
    })?;
    screen.say(&format!("{name} was written. Read it, then see which documents it picks with\n\n    planlint check --show-files"));
    Ok(Exit::Clean)
}

/// The text of the file.
fn proposal(found: &Found, current: &Path) -> String {
    let alike = look_alikes(found, Vocabulary::builtin());
    let picked: Vec<&Candidate> = found.picked().collect();
    let mut text = "# Settings of planlint for the plans below this folder.\n# `planlint config schema` describes every key, `planlint rules` lists every rule.\n\n".to_owned();
    extends(&picked, &alike, &mut text);
    include(&picked, &alike, current, &mut text);
    text.push_str(
        "# Who may own something: with a list, a name that is not on it is reported.\n# people.names = [\"Ann Lee\", \"Bo Chen\"]\n\n",
    );
    text.push_str("# What breaks a build: hint, info, warning, error or never.\nfail-on = \"warning\"\n\n");
    text.push_str("[rules]\n# A rule by its code or name: off, hint, info, warning or error.\n# A102 = \"off\"\n");
    text
}

fn extends(picked: &[&Candidate], alike: &[LookAlike<'_>], text: &mut String) {
    let mut suggested = BTreeSet::new();
    for candidate in picked.iter().copied().chain(alike.iter().map(|alike| alike.candidate)) {
        if let Ok(head) = read_head(&candidate.file, HEAD_BYTES) {
            suggested.extend(Profile::suggested_by(&head));
        }
    }
    let names: Vec<&str> = ["recommended"].into_iter().chain(suggested.iter().copied()).collect();
    for name in &suggested {
        let _ = writeln!(
            text,
            "# Your documents speak of a {}, which has rules of its own. Without them: take \"{name}\" out.",
            name.replace('-', " ")
        );
    }
    let _ = writeln!(text, "extends = {}\n", toml::Value::from(names));
}

fn include(picked: &[&Candidate], alike: &[LookAlike<'_>], current: &Path, text: &mut String) {
    if picked.is_empty() {
        text.push_str("# No document here is checked by its name or front matter.\n");
    } else {
        text.push_str("# These are checked anyway, by their names or front matter:\n");
        list(picked.iter().map(|candidate| candidate.path.clone()), text);
    }
    if alike.is_empty() {
        text.push_str("# More can be named here, as in \"docs/*.md\".\ninclude = []\n\n");
        return;
    }
    text.push_str("# These look like plans, so they are included:\n");
    list(alike.iter().map(|alike| format!("{}: {}", alike.candidate.path, alike.looks)), text);
    let below = |file: &Path| slashed(file.strip_prefix(current).unwrap_or(file));
    let paths: Vec<String> = alike.iter().map(|alike| below(&alike.candidate.file)).collect();
    let _ = writeln!(text, "{}\n", include_line(&paths));
}

fn list(lines: impl ExactSizeIterator<Item = String>, text: &mut String) {
    let count = lines.len();
    for line in lines.take(MOST_NAMED) {
        let _ = writeln!(text, "#   {line}");
    }
    if count > MOST_NAMED {
        let _ = writeln!(text, "#   and {} more", count - MOST_NAMED);
    }
}
