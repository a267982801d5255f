//! Which files of a tree are plan documents: trees go in, decisions with their reasons come out.

use planlint::config::{CommandLine, Config, Known, Resolver, absolute, load};
use planlint::dialect::concept::{Concept, Kind};
use planlint::dialect::vocabulary::Vocabulary;
use planlint::workspace::{Document, Facts, Found, Looks, Search, hint, include_line, looks_like_a_plan, pick, read, shown};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

fn tree(files: &[(&str, &str)]) -> TempDir {
    let tree = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = tree.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    }
    tree
}

fn known() -> Known {
    Known { rules: Vec::new(), profiles: vec!["recommended".to_owned()] }
}

fn config(text: &str) -> Config {
    let tree = tree(&[("planlint.toml", text)]);
    load(tree.path(), tree.path(), &CommandLine::default()).finish(&known()).expect("a configuration")
}

fn find_with(tree: &Path, paths: &[&str], only_plans: bool, threads: usize) -> Found {
    let resolver = Resolver::new(tree.to_owned(), CommandLine::default(), Box::new(|_| Arc::new(known())));
    let search = Search { current: tree, resolver: &resolver, vocabulary: Vocabulary::builtin(), only_plans, threads };
    search.find(&paths.iter().map(PathBuf::from).collect::<Vec<_>>())
}

/// One line per file and problem, as `--show-files` would print it.
fn find(tree: &TempDir, paths: &[&str]) -> String {
    report(&find_with(tree.path(), paths, false, 2))
}

fn report(found: &Found) -> String {
    let mut lines: Vec<String> = Vec::new();
    for candidate in &found.candidates {
        let sign = if candidate.picking.is_picked() { '+' } else { '-' };
        lines.push(format!("{sign} {}: {}", candidate.path, candidate.picking.because()));
    }
    lines.extend(found.problems.iter().map(|problem| format!("! {problem}")));
    lines.extend(found.config_errors.iter().map(|error| format!("? {}", error.to_string().lines().next().unwrap_or_default())));
    lines.join("\n")
}

#[test]
fn picks_by_front_matter_then_by_path() {
    let config = config("include = [\"docs/\"]\nexclude = [\"docs/old/\"]");
    let says = |planlint, kind| Facts { planlint, kind };
    let mut lines = Vec::new();
    for (path, facts) in [
        ("mission.md", Facts::default()),
        ("a/MISSION.md", Facts::default()),
        ("a/spring.plan.md", Facts::default()),
        ("plans/a/b.markdown", Facts::default()),
        ("plans/a/b.md", Facts::default()),
        ("docs/a.mdown", Facts::default()),
        ("docs/old/a.md", Facts::default()),
        ("docs/old/a.md", says(None, Some(Kind::Plan))),
        ("notes.md", Facts::default()),
        ("notes.md", says(Some(true), None)),
        ("mission.md", says(Some(false), Some(Kind::Mission))),
        ("README.md", Facts::default()),
        ("docs/a.txt", says(Some(true), None)),
        ("md", Facts::default()),
    ] {
        let picking = pick(path, facts, &config);
        lines.push(format!("{} {path}: {}", if picking.is_picked() { '+' } else { '-' }, picking.because()));
    }
    insta::assert_snapshot!(lines.join("\n"), @r##"
    + mission.md: `include` lists **/mission.md
    + a/MISSION.md: `include` lists **/mission.md
    + a/spring.plan.md: `include` lists **/*.plan.md
    - plans/a/b.markdown: no pattern of `include` fits, and its front matter has neither `planlint: on` nor a `kind:`
    + plans/a/b.md: `include` lists plans/**/*.md
    + docs/a.mdown: `include` lists docs/
    - docs/old/a.md: `exclude` lists docs/old/
    + docs/old/a.md: its front matter says `kind: plan`
    - notes.md: no pattern of `include` fits, and its front matter has neither `planlint: on` nor a `kind:`
    + notes.md: its front matter says `planlint: on`
    - mission.md: its front matter says `planlint: off`
    - README.md: `exclude` lists **/README.md
    - docs/a.txt: it does not end in .md, .markdown or .mdown
    - md: it does not end in .md, .markdown or .mdown
    "##);
}

#[test]
fn walks_a_tree() {
    let tree = tree(&[
        (".gitignore", "build/\n"),
        (".ignore", "secret.plan.md\n"),
        ("mission.md", ""),
        ("README.md", "# Mission\n"),
        ("notes.md", "\u{feff}---\nplanlint: on\n---\n"),
        ("off.plan.md", "---\nplanlint: off\n---\n"),
        ("secret.plan.md", ""),
        ("build/plan.md", ""),
        (".hidden/plan.md", ""),
        ("node_modules/a/plan.md", ""),
        ("sub/planlint.toml", "include = [\"*.md\"]\n"),
        ("sub/a.md", ""),
        ("sub/deep/a.md", ""),
        ("plan.txt", ""),
    ]);
    insta::assert_snapshot!(find(&tree, &["."]), @r##"
    - README.md: `exclude` lists **/README.md
    + mission.md: `include` lists **/mission.md
    + notes.md: its front matter says `planlint: on`
    - off.plan.md: its front matter says `planlint: off`
    + sub/a.md: `include` lists *.md
    - sub/deep/a.md: no pattern of `include` fits, and its front matter has neither `planlint: on` nor a `kind:`
    "##);
    let one = report(&find_with(tree.path(), &["."], false, 1));
    assert_eq!(one, report(&find_with(tree.path(), &["."], false, 8)), "the number of threads changes nothing");
    assert_eq!(find(&tree, &["sub/", "./sub/a.md"]).lines().next(), Some("+ sub/a.md: you named it"));
}

#[test]
fn takes_what_is_named() {
    let tree = tree(&[("a.md", ""), ("README.md", ""), ("off.md", "---\nplanlint: off\n---\n"), ("b.txt", ""), ("x/mission.md", "")]);
    let paths = ["./a.md", "README.md", "off.md", "b.txt", "gone.md", "a.md/b.md", "x/../x/mission.md", "x/mission.md"];
    insta::assert_snapshot!(find(&tree, &paths), @r##"
    + README.md: you named it
    + a.md: you named it
    + b.txt: you named it
    + off.md: you named it, although its front matter says `planlint: off`
    + x/../x/mission.md: you named it
    ! a.md/b.md: no such file
    ! gone.md: no such file
    "##);
    insta::assert_snapshot!(report(&find_with(tree.path(), &paths, true, 1)), @r##"
    - README.md: `exclude` lists **/README.md
    - a.md: no pattern of `include` fits, and its front matter has neither `planlint: on` nor a `kind:`
    - b.txt: it does not end in .md, .markdown or .mdown
    - off.md: its front matter says `planlint: off`
    + x/../x/mission.md: `include` lists **/mission.md
    ! a.md/b.md: no such file
    ! gone.md: no such file
    "##);
}

#[test]
fn a_broken_configuration_is_said_once() {
    let tree = tree(&[
        ("planlint.toml", "fail-on = \"x\""),
        ("mission.md", ""),
        ("a/mission.md", ""),
        ("b/planlint.toml", ""),
        ("b/mission.md", ""),
    ]);
    insta::assert_snapshot!(find(&tree, &["."]), @r##"
    + b/mission.md: `include` lists **/mission.md
    ? planlint.toml:1:11: `fail-on` cannot be "x"
    "##);
}

#[cfg(unix)]
#[test]
fn is_not_led_astray_by_links_and_pipes() {
    use std::os::unix::fs::symlink;
    let tree = tree(&[("a/mission.md", ""), ("x.txt", "")]);
    let at = |path: &str| tree.path().join(path);
    symlink(at("a"), at("a/loop")).expect("a link");
    symlink(at("a"), at("linked")).expect("a link");
    symlink(at("a/mission.md"), at("vision.md")).expect("a link");
    symlink(at("nowhere"), at("strategy.md")).expect("a link");
    symlink(at("circle.md"), at("circle.md")).expect("a link");
    let made = std::process::Command::new("mkfifo").arg(at("plan.md")).status().is_ok_and(|status| status.success());
    insta::assert_snapshot!(find(&tree, &["."]), @r##"
    + a/mission.md: `include` lists **/mission.md
    + vision.md: `include` lists **/vision.md
    "##);
    if made {
        assert_eq!(find(&tree, &["plan.md"]), "! plan.md: is a pipe or device, not a file");
        assert!(read(&at("plan.md"), 10).is_err());
    }
    assert_eq!(find(&tree, &["strategy.md"]), "! strategy.md: no such file");
}

#[test]
fn reads_text_or_says_why_not() {
    let tree = tree(&[("a.md", "é\r\n"), ("b/c.md", "")]);
    fs::write(tree.path().join("latin.md"), b"\xe9").expect("a file");
    let message = |path: &str| read(&tree.path().join(path), 3).map_err(|problem| problem.message);
    assert_eq!(message("a.md"), Ok(Document::TooLarge(4)));
    assert_eq!(read(&tree.path().join("a.md"), 4).ok(), Some(Document::Text("é\r\n".to_owned())));
    assert_eq!(message("latin.md"), Err("not UTF-8: save as UTF-8".to_owned()));
    assert_eq!(message("b"), Err("is a folder, not a file".to_owned()));
    assert_eq!(message("gone.md"), Err("no such file".to_owned()));
}

#[test]
fn shows_paths_as_given() {
    for (given, out) in [("./a/b.md", "a/b.md"), (".", "."), ("a//b.md", "a/b.md"), ("../a.md", "../a.md"), ("/x/a.md", "/x/a.md")] {
        assert_eq!(shown(Path::new(given)), out);
    }
}

#[test]
fn suggests_what_to_include() {
    let words = Vocabulary::builtin();
    for (head, looks) in [
        ("# Vision\n", Some(Looks::Title(Concept::Vision))),
        ("# Notes\n\n## Open questions ##\n", Some(Looks::Questions)),
        ("| Task | **Owner** |\n|---|:--|\n", Some(Looks::ActionsTable)),
        ("| Name | Price |\n|---|---|\n", None),
        ("```\n# Vision\n```\n", None),
        ("# Cooking\n\n## Mission\n", None),
        ("# Decision\n", None),
        ("", None),
    ] {
        assert_eq!(looks_like_a_plan(head, words), looks, "{head}");
    }
    let line = |paths: &[&str]| include_line(&paths.iter().map(|&path| path.to_owned()).collect::<Vec<_>>());
    assert_eq!(line(&["a.md", "docs/[x].md"]), "include = [\"a.md\", \"docs/[[]x[]].md\"]");
    assert_eq!(line(&["a.md", "b.md", "c.md"]), "include = [\"a.md\", \"b.md\", \"c.md\"]");
    assert_eq!(line(&["docs/a.md", "docs/b.md", "docs/c.md"]), "include = [\"docs/*.md\"]");
    let weeks: Vec<String> =
        (1..=52).flat_map(|week| [format!("teams/{}/{week}/plan.md", week % 5), format!("top-{}.md", week % 9)]).collect();
    let weeks: Vec<&str> = weeks.iter().map(String::as_str).chain(["docs/a.md", "teams.md"]).collect();
    let tops = (1..9).map(|top| format!("\"top-{top}.md\", ")).collect::<String>();
    assert_eq!(line(&weeks), format!("include = [\"teams/**/*.md\", {tops}\"top-0.md\", \"docs/a.md\", \"teams.md\"]"));

    let tree = tree(&[
        ("docs/goals.md", "# Objectives\n"),
        ("docs/x.md", "# Cooking\n"),
        ("minutes/a.md", "## Open questions\n"),
        ("README.md", "# Mission\n"),
    ]);
    let found = find_with(tree.path(), &["."], false, 1);
    assert_eq!(found.picked().count(), 0);
    insta::assert_snapshot!(hint(&found, words).unwrap_or_default(), @r##"
    This file looks like a plan:
      docs/goals.md: its title is about objectives
    To have it judged, add this line to planlint.toml:
      include = ["docs/goals.md"]
    "##);
    assert_eq!(absolute(Path::new("."), tree.path()), tree.path());
}
