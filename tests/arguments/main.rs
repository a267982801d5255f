//! The command line as users write it, and what they are told when they mistype it.

use clap::error::ErrorKind;
use clap::{ColorChoice, CommandFactory};
use planlint::cli::arguments::{Arguments, Check, Command, Config, LogLevel};
use planlint::cli::values::{ConfigSource, FailOn};
use planlint::dialect::concept::Kind;
use planlint::finding::{Confidence, Severity};
use planlint::output::Format;
use std::path::PathBuf;

fn read(line: &str) -> Result<Command, clap::Error> {
    Arguments::read(std::iter::once("planlint").chain(line.split_whitespace())).map(|arguments| arguments.command)
}

fn check(line: &str) -> Check {
    match read(&format!("check {line}")) {
        Ok(Command::Check(check)) => check,
        other => panic!("{other:?}"),
    }
}

fn said(line: &str) -> String {
    read(line).expect_err("a mistake").to_string()
}

#[test]
fn the_command_line_is_sound() {
    Arguments::command().debug_assert();
}

#[test]
fn check_alone_checks_this_folder_and_leaves_the_rest_to_configuration() {
    let Check { judging, fix, fixing } = check("");
    assert_eq!(judging.paths, [PathBuf::from(".")]);
    assert!(!fix && !fixing.scaffold && !fixing.diff && !judging.quiet && !judging.only_plans);
    assert_eq!((judging.min_severity, judging.min_confidence, judging.fail_on), (None, None, None));
    assert_eq!(judging.color, ColorChoice::Auto);
    assert!(judging.format.is_empty() && judging.configuration.config.is_empty());
}

#[test]
fn options_read_their_words() {
    let judging =
        check("a.md - --min-severity hint --min-confidence high --fail-on never --select A101,D --select Q101 --today 2026-02-01").judging;
    assert_eq!(judging.paths, [PathBuf::from("a.md"), PathBuf::from("-")]);
    assert_eq!(judging.min_severity, Some(Severity::Hint));
    assert_eq!(judging.min_confidence, Some(Confidence::High));
    assert_eq!(judging.fail_on, Some(FailOn::Never));
    assert_eq!(judging.select, ["A101", "D", "Q101"]);
    assert_eq!(judging.today, Some(jiff::civil::date(2026, 2, 1)));
    assert_eq!(check("--fail-on error").judging.fail_on, Some(FailOn::AtLeast(Severity::Error)));
}

#[test]
fn several_formats_go_to_several_places() {
    let formats = check("--format human --format sarif=out/plan.sarif").judging.format;
    let told: Vec<_> = formats.into_iter().map(|to| (to.format, to.file)).collect();
    assert_eq!(told, [(Format::Human, None), (Format::Sarif, Some(PathBuf::from("out/plan.sarif")))]);
}

#[test]
fn configuration_is_a_file_or_a_key() {
    let config =
        check("--config house.toml --config min-severity=hint --config rules.A102=off --config ./a=b.toml").judging.configuration.config;
    let key = |key: &str, value: &str| ConfigSource::Key(key.to_owned(), value.to_owned());
    let file = |path: &str| ConfigSource::File(PathBuf::from(path));
    assert_eq!(config, [file("house.toml"), key("min-severity", "hint"), key("rules.A102", "off"), file("./a=b.toml")]);
}

#[test]
fn every_command_is_there() {
    assert!(matches!(read("fix --scaffold --diff plan.md"), Ok(Command::Fix(fix)) if fix.fixing.scaffold && fix.fixing.diff));
    assert!(matches!(read("explain A101"), Ok(Command::Explain(explain)) if explain.rule.as_deref() == Some("A101")));
    assert!(
        matches!(read("explain --finding plan.md:12"), Ok(Command::Explain(explain)) if explain.finding.as_ref().is_some_and(|at| at.line == 12))
    );
    assert!(matches!(read("rules --format toml"), Ok(Command::Rules(_))));
    assert!(matches!(read("new workbook"), Ok(Command::New(new)) if new.kind == Kind::Workbook && new.file.is_none()));
    assert!(matches!(read("init --from plans"), Ok(Command::Init(init)) if init.from.is_some()));
    assert!(matches!(read("config show plan.md"), Ok(Command::Config(Config::Show { .. }))));
    assert!(matches!(read("config schema --findings"), Ok(Command::Config(Config::Schema { findings: true }))));
    assert!(matches!(read("server --stdio"), Ok(Command::Server(server)) if server.log_level == LogLevel::Info));
    assert!(matches!(read("server --log lsp.log --log-level trace"), Ok(Command::Server(server)) if server.log_level == LogLevel::Trace));
    assert!(matches!(read("completions zsh"), Ok(Command::Completions(_))));
    assert!(matches!(read("man"), Ok(Command::Man)));
}

#[test]
fn what_cannot_go_together_is_refused() {
    for line in
        ["check --show-files --diff", "check --show-files --statistics", "check --show-files --fix", "explain A101 --finding plan.md:1"]
    {
        assert_eq!(read(line).expect_err(line).kind(), ErrorKind::ArgumentConflict, "{line}");
    }
    for line in ["explain", "new", "check --scaffold"] {
        assert_eq!(read(line).expect_err(line).kind(), ErrorKind::MissingRequiredArgument, "{line}");
    }
}

#[test]
fn a_document_in_place_of_a_command_is_told_what_to_write() {
    for line in ["plan.md", "plans/", "plan.md --fix", "--fix plan.md", "--format=json plan.md", "."] {
        let error = read(line).expect_err(line);
        assert_eq!(error.exit_code(), 2);
        assert!(error.to_string().contains("planlint check "), "{line}: {error}");
    }
    insta::assert_snapshot!(said("plan.md"), @r#"
    error: a command is missing before "plan.md": to check documents, write

        planlint check plan.md

    Usage: planlint <COMMAND>

    For more information, try '--help'.
    "#);
    assert!(said("chek plan.md").contains("'check'"));
    assert!(!said("explain --fix").contains("planlint check"));
    assert!(!said("--colour never").contains("planlint check --colour"));
}

#[test]
fn mistakes_are_told_with_what_to_write_instead() {
    for (line, told) in [
        ("check --today 1.2.2026", "write the day as YYYY-MM-DD"),
        ("check --format sarf", "did you mean \"sarif\"?"),
        ("check --format json=", "the name of the file is missing"),
        ("check --min-severity warn", "'warning'"),
        ("check --fail-on nevr", "'never'"),
        ("check --min-severty hint", "'--min-severity'"),
        ("check --threads 0", "0"),
        ("new mision", "'mission'"),
        ("explain --finding plan.md", "such as plan.md:12"),
        ("explain --finding plan.md:0", "such as plan.md:12"),
    ] {
        assert!(said(line).contains(told), "{line}: {}", said(line));
    }
}

#[test]
fn help_reads_well() {
    let help = |line: &str| {
        let words = std::iter::once("planlint").chain(line.split_whitespace());
        let asked = Arguments::command().term_width(100).try_get_matches_from(words);
        asked.expect_err("help is told as an error").to_string()
    };
    insta::assert_snapshot!("help", help("--help"));
    insta::assert_snapshot!("help_check", help("check -h"));
    insta::assert_snapshot!("help_fix", help("fix -h"));
}
