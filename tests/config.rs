//! planlint.toml from end to end: a tree of files goes in, a configuration or its errors come out.

use planlint::config::{CommandLine, Config, FailOn, Known, KnownRule, Level, Resolver, show};
use planlint::dialect::concept::{Column, Concept, Kind};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// A folder with these files.
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
    let rule = |code: &str, name: &str, options: &str| KnownRule {
        code: code.to_owned(),
        name: name.to_owned(),
        options: options.parse().expect("a table"),
    };
    Known {
        rules: vec![
            rule("A101", "unassigned-action", "collapse-after = 4\nignore-sections = []"),
            rule("A102", "vague-owner", "words = [\"all\"]"),
            rule("V102", "long-vision", "max-sentences = 3"),
        ],
        profiles: vec!["recommended".to_owned(), "contact-center".to_owned()],
    }
}

fn resolve(tree: &Path, folder: &str, line: CommandLine) -> Result<Arc<Config>, String> {
    let tree = tree.canonicalize().expect("a folder");
    let resolver = Resolver::new(tree.clone(), line, Box::new(|_| Arc::new(known())));
    let outcome = resolver.of_folder(&planlint::config::absolute(Path::new(folder), &tree));
    outcome.map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

fn config(files: &[(&str, &str)], args: &[&str]) -> Arc<Config> {
    let line = CommandLine::new(args.iter().map(|&arg| arg.to_owned()), false);
    resolve(tree(files).path(), ".", line).unwrap_or_else(|errors| panic!("{errors}"))
}

fn errors(files: &[(&str, &str)]) -> String {
    resolve(tree(files).path(), ".", CommandLine::default()).expect_err("errors")
}

#[test]
fn nothing_written_is_the_default() {
    for files in [&[][..], &[("planlint.toml", "")], &[("planlint.toml", "\u{feff}# nothing\r\n")]] {
        let config = config(files, &[]);
        assert_eq!(config.profiles, ["recommended"]);
        assert_eq!(config.fail_on, FailOn::Warning);
        assert_eq!(config.document_bytes, 32 << 20);
        assert_eq!(config.severity("A101", "a.md"), None);
        assert!(config.include.mean("x/Mission.md") && config.exclude.mean("README.md"));
    }
}

#[test]
fn says_what_holds_for_a_document() {
    let config = config(
        &[(
            "planlint.toml",
            r#"
extends = "contact-center"
include = ["docs/**/*.md"]
exclude = ["!docs/README.md"]
organisation = "Acme"
[dates]
today = 2026-02-01
order = "dmy"
[people]
names = ["Ann Lee"]
[synonyms]
owner = ["Caretaker"]
support-areas = ["Desks"]
[rules]
A101 = "error"
vague-owner = { severity = "hint", words = ["we"] }
[[documents]]
files = ["docs/old/"]
kind = "notes"
rules = { A101 = "off", vague-owner = "error" }
[[documents]]
files = ["docs/old/kept.md"]
rules.A101 = "info"
"#,
        )],
        &[],
    );
    assert_eq!(config.profiles, ["recommended", "contact-center"]);
    assert_eq!(config.include.meant("docs/a.md"), Some("docs/**/*.md"));
    assert!(config.include.mean("mission.md"), "the defaults stay");
    assert!(!config.exclude.mean("docs/README.md") && config.exclude.mean("README.md"));
    assert_eq!(config.dates.today.map(|day| day.to_string()).as_deref(), Some("2026-02-01"));
    assert_eq!(config.people, ["Ann Lee"]);
    assert_eq!((config.synonyms[0].concept, config.synonyms[0].column), (None, Some(Column::Owner)));
    assert_eq!(config.synonyms[1].concept, Some(Concept::SupportAreas));
    for (code, path, level) in [
        ("A101", "docs/a.md", Some(Level::Error)),
        ("A101", "docs/old/a.md", Some(Level::Off)),
        ("A101", "docs/old/kept.md", Some(Level::Info)),
        ("A102", "docs/a.md", Some(Level::Hint)),
        ("A102", "docs/old/kept.md", Some(Level::Error)),
        ("V102", "docs/a.md", None),
    ] {
        assert_eq!(config.severity(code, path), level, "{code} {path}");
    }
    assert_eq!(config.options("A102").and_then(|options| options.get("words")).map(ToString::to_string).as_deref(), Some("[\"we\"]"));
    assert_eq!((config.kind("docs/old/kept.md"), config.kind("docs/a.md")), (Some(Kind::Notes), None));
}

#[test]
fn the_command_line_comes_last() {
    let files = [("planlint.toml", "fail-on = \"error\"\nmin-severity = \"hint\""), ("other.toml", "fail-on = \"info\"")];
    assert_eq!(config(&files, &["fail-on=never"]).fail_on, FailOn::Never);
    assert_eq!(config(&files, &["other.toml"]).fail_on, FailOn::Info);
    assert_eq!(config(&files, &["rules.A101=off"]).severity("A101", ""), Some(Level::Off));
    let isolated = resolve(tree(&files).path(), ".", CommandLine::new([], true)).expect("a configuration");
    assert_eq!((isolated.fail_on, &isolated.file), (FailOn::Warning, &None));
}

#[test]
fn extends_other_files() {
    let files = [
        (
            "planlint.toml",
            "extends = [\"base/a.toml\", \"contact-center\"]\n[rules.A102]\nseverity = \"off\"\n[limits]\ndocument-bytes = 10",
        ),
        ("base/a.toml", "extends = \"b.toml\"\ninclude = [\"a/**\"]\n[rules.A102]\nwords = [\"a\"]\n[limits]\ndocument-bytes = 20"),
        ("base/b.toml", "include = [\"b/**\"]\nmessages = \"auto\"\n[rules]\nvague-owner = \"error\""),
    ];
    let config = config(&files, &[]);
    assert!(config.include.mean("a/x.md") && config.include.mean("b/x.md"));
    assert_eq!(config.severity("A102", ""), Some(Level::Off));
    assert!(config.options("A102").is_some_and(|options| options.contains_key("words")));
    assert_eq!(config.document_bytes, 10);
    assert_eq!(config.messages, planlint::config::Messages::Auto);
}

#[test]
fn a_file_from_elsewhere_speaks_of_the_documents_here() {
    let elsewhere = tree(&[("team.toml", "include = [\"docs/\"]")]);
    let here = tree(&[("docs/a.md", "")]);
    let line = CommandLine::new([elsewhere.path().join("team.toml").to_string_lossy().into_owned()], false);
    let config = resolve(here.path(), "docs", line).expect("a configuration");
    let file = here.path().canonicalize().expect("a folder").join("docs/a.md");
    assert_eq!(config.path_of(&file), "docs/a.md");
    assert!(config.include.mean(&config.path_of(&file)));
}

#[test]
fn each_folder_has_its_nearest() {
    let tree = tree(&[
        ("planlint.toml", "fail-on = \"never\""),
        ("sub/.planlint.toml", "fail-on = \"hint\""),
        ("sub/deep/x.md", ""),
        ("repo/.git/HEAD", ""),
    ]);
    for (folder, fail_on) in [(".", FailOn::Never), ("sub/deep", FailOn::Hint), ("repo", FailOn::Warning)] {
        let config = resolve(tree.path(), folder, CommandLine::default()).expect("a configuration");
        assert_eq!(config.fail_on, fail_on, "{folder}");
    }
}

#[test]
fn refuses_what_leads_astray() {
    let head = |files: &[(&str, &str)]| errors(files).lines().next().unwrap_or_default().to_owned();
    for (files, message) in [
        (&[("planlint.toml", "extends = \"../x.toml\"")][..], "planlint.toml:1:11: `../x.toml` leads out of "),
        (&[("planlint.toml", "extends = \"/etc/x.toml\"")], "planlint.toml:1:11: `/etc/x.toml` must be a path relative to this file"),
        (&[("planlint.toml", "extends = [\"x.toml\"]")], "planlint.toml:1:12: x.toml: no such file"),
        (
            &[("planlint.toml", "extends = \"./planlint.toml\"")],
            "planlint.toml:1:11: planlint.toml: this file extends itself, directly or through others",
        ),
        (
            &[("planlint.toml", "extends = \"a.toml\""), ("a.toml", "extends = \"planlint.toml\"")],
            "a.toml:1:11: planlint.toml: this file extends itself",
        ),
        (&[("planlint.toml", "rules-path = \"nowhere\"")], "planlint.toml:1:14: there is no folder `nowhere`"),
        (&[("planlint.toml", "links.root = \"..\"")], "planlint.toml:1:14: `..` leads out of "),
    ] {
        let first = head(files);
        assert!(first.starts_with(message), "{first}");
    }
    let chain: Vec<(String, String)> = (0..8).map(|n| (format!("{n}.toml"), format!("extends = \"{}.toml\"", n + 1))).collect();
    let mut files: Vec<(&str, &str)> = chain.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    files.push(("planlint.toml", "extends = \"0.toml\""));
    assert_eq!(head(&files), "3.toml:1:11: 4.toml: files may extend each other 4 deep, not deeper");
    let wide: String = format!("extends = {:?}", (0..20).map(|n| format!("{n}.toml")).collect::<Vec<_>>());
    let names: Vec<String> = (0..20).map(|n| format!("{n}.toml")).collect();
    let mut files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    files.push(("planlint.toml", &wide));
    assert!(head(&files).contains("15.toml: one file too many"), "{}", head(&files));
}

#[test]
fn reports_every_error_at_its_place() {
    let text = r#"inclde = ["x"]
include = ["a[", "../b"]
min-severity = "warn"
today = "2026-02-01"
[dates]
today = "2026-13-01"
[rules]
A11 = "off"
unasigned-action = "off"
A102 = { wrds = ["x"] }
V102 = { max-sentences = "3" }
[[documents]]
files = ["{a"]
rules.Z999 = "off"
"#;
    let first_half = errors(&[("planlint.toml", text)]);
    let second_half = errors(&[(
        "planlint.toml",
        &text.replace("inclde", "exclude").replace("\"warn\"", "\"info\"").replace("today = \"2026-02-01\"\n", ""),
    )]);
    insta::assert_snapshot!(format!("{first_half}\n\n=====\n\n{second_half}"));
}

#[test]
fn rules_may_be_named_once() {
    let text = errors(&[("planlint.toml", "[rules]\nA101 = \"off\"\nunassigned-action = \"hint\"\n")]);
    assert!(text.starts_with("planlint.toml:3:1: A101 (unassigned-action) is set twice"), "{text}");
}

#[test]
fn survives_odd_files() {
    let first = |bytes: &[u8]| {
        let tree = tree(&[]);
        fs::write(tree.path().join("planlint.toml"), bytes).expect("a file");
        resolve(tree.path(), ".", CommandLine::default()).err().map(|errors| errors.lines().next().unwrap_or_default().to_owned())
    };
    assert_eq!(first(b"organisation = \"\xff\"").as_deref(), Some("planlint.toml: not UTF-8: save as UTF-8"));
    let large = format!("[people]\nnames = [{}]\n", "\"Ann Lee\", ".repeat(100_000));
    assert_eq!(first(large.as_bytes()), None);
    let rules: String = (0..10_000).map(|n| format!("X{n} = \"off\"")).collect::<Vec<_>>().join("\n");
    assert!(first(format!("[rules]\n{rules}").as_bytes()).is_some());
    for deep in [
        "[".repeat(100_000),
        format!("x = {}", "[".repeat(100_000)),
        format!("{}a = 1", "a.".repeat(100_000)),
        "\0".repeat(10_000),
        "a = 1\n".repeat(50_000),
    ] {
        assert!(first(deep.as_bytes()).is_some());
    }
    assert!(first(&vec![b'#'; 5 << 20]).is_some_and(|text| text.contains("too large")));
}

#[test]
fn shows_where_each_value_comes_from() {
    let text = "include = [\"docs/**\"]\nextends = \"team.toml\"\n[rules]\nvague-owner = \"off\"\n[[documents]]\nfiles = [\"x.md\"]\nkind = \"notes\"\nrules.A101 = \"off\"\n[synonyms]\nowner = [\"責任\"]\n";
    let config = config(&[("planlint.toml", text), ("team.toml", "[people]\nnames = [\"Ann\"]")], &["fail-on=never"]);
    let mut out = Vec::new();
    show(&config, &mut out).expect("written");
    let shown = String::from_utf8(out).expect("UTF-8");
    assert!(shown.parse::<toml::Table>().is_ok(), "{shown}");
    insta::assert_snapshot!(shown);
}

#[test]
fn shows_once_what_two_layers_say() {
    let config = config(&[("planlint.toml", "extends = [\"recommended\"]\n")], &[]);
    let mut out = Vec::new();
    show(&config, &mut out).expect("written");
    let shown = String::from_utf8(out).expect("UTF-8");
    assert_eq!(shown.matches("\"recommended\"").count(), 1, "{shown}");
    assert!(shown.contains("\"recommended\",  # planlint.toml:1"), "{shown}");
}
