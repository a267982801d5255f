//! `planlint check`: statuses, options, formats, order.

use super::house::{House, Said};
use super::{OPEN, OWNED};
use std::process::Stdio;

#[test]
fn the_status_says_how_it_went() {
    let house = House::with(&[("open.md", OPEN), ("owned.md", OWNED)]);
    let only = "--select A101";
    house.run(&format!("check {only} owned.md")).ends(0);
    house.run(&format!("check {only} open.md")).ends(1);
    house.run(&format!("check {only} open.md owned.md")).ends(1);
    house.run(&format!("check {only} --fail-on error open.md")).ends(0);
    house.run(&format!("check {only} --fail-on never open.md")).ends(0);
    house.run(&format!("check {only} gone.md")).ends(2).complains("gone.md: no such file");
    house.run("check --select A110 open.md").ends(2).complains("there is no rule `A110`: did you mean `A101`?");
}

#[test]
fn hiding_does_not_change_the_status() {
    let house = House::with(&[("open.md", OPEN)]);
    let said = house.run("check --select A101 --min-severity error open.md").ends(1);
    assert!(!said.out.contains("has no owner"), "{said:#?}");
    said.tells("1 not shown");
}

#[test]
fn problems_do_not_keep_other_documents_from_being_judged() {
    let house = House::with(&[("open.md", OPEN)]);
    house.write("latin.md", b"# Caf\xe9\n");
    let said = house.run("check --select A101 --format short gone.md latin.md open.md").ends(2);
    said.tells("open.md:7:").complains("gone.md: no such file").complains("latin.md: not UTF-8: save as UTF-8");
    let json = house.run("check --select A101 --format json gone.md latin.md open.md").ends(2).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["findings"][0]["code"], "A101");
    assert_eq!(json["problems"][1]["path"], "latin.md");
    assert_eq!(json["files_checked"], 1);
}

#[test]
fn nothing_checked_is_not_green() {
    let house = House::with(&[("docs/goals.md", "# Objectives\n"), ("docs/x.md", "# Cooking\n")]);
    let said = house
        .run("check")
        .ends(2)
        .complains("none of the 2 Markdown files here is a plan document")
        .complains("include = [\"docs/goals.md\"]");
    assert_eq!(said.out, "");
    house.run("check --format json").ends(2).tells("\"files_checked\": 0");
    house.run("check --only-plans docs/x.md").ends(0);
    house.run("check docs/x.md").ends(0);
    House::with(&[]).run("check").ends(2).complains("No Markdown files were found here");
}

#[test]
fn files_are_listed_with_the_reason() {
    let house = House::with(&[("plan.md", OWNED), ("notes.md", ""), ("off.md", "---\nplanlint: off\n---\n")]);
    let said = house.run("check --show-files . off.md").ends(0);
    insta::assert_snapshot!(said.out, @r"
    notes.md: passed over: no pattern of `include` fits, and its front matter has neither `planlint: on` nor a `kind:`
    off.md: checked: you named it, although its front matter says `planlint: off`
    plan.md: checked: `include` lists **/plan.md
    ");
    house.run("check off.md").ends(0).complains("off.md: checked, because you named it, although");
}

#[test]
fn standard_input_is_a_document_too() {
    let house = House::with(&[("planlint.toml", "[[documents]]\nfiles = [\"quiet/\"]\nrules = { A101 = \"off\" }\n")]);
    let check = |line: &str, text: &str| Said::of(house.command(&format!("check --select A101 --format short {line}")).write_stdin(text));
    check("-", OPEN).ends(1).tells("<stdin>:7:");
    check("--stdin-filename spring.plan.md -", OPEN).ends(1).tells("spring.plan.md:7:");
    check("--stdin-filename quiet/plan.md -", OPEN).ends(0);
    check("-", OWNED).ends(0);
    Said::of(house.command("check -").write_stdin(&b"\xff"[..])).ends(2).complains("<stdin>: not UTF-8");
}

#[test]
fn the_day_comes_from_the_command_line_then_the_environment_then_the_configuration() {
    let house = House::with(&[("planlint.toml", "dates.today = 2026-05-05\n"), ("plan.md", OWNED)]);
    let today = |line: &str, variable: Option<&str>| {
        let mut command = house.command(&format!("check --format json --fail-on never {line}"));
        command.env_remove("PLANLINT_TODAY");
        if let Some(day) = variable {
            command.env("PLANLINT_TODAY", day);
        }
        let said: serde_json::Value = serde_json::from_str(&Said::of(&mut command).ends(0).out).expect("JSON");
        said["today"].as_str().map(str::to_owned)
    };
    assert_eq!(today("plan.md", None).as_deref(), Some("2026-05-05"));
    assert_eq!(today("plan.md", Some("2026-04-04")).as_deref(), Some("2026-04-04"));
    assert_eq!(today("--today 2026-03-03 plan.md", Some("2026-04-04")).as_deref(), Some("2026-03-03"));
    Said::of(house.command("check plan.md").env("PLANLINT_TODAY", "tomorrow")).ends(2).complains("write the day as YYYY-MM-DD");
}

#[test]
fn reports_go_to_the_screen_and_into_files() {
    let house = House::with(&[("plan.md", OPEN)]);
    let said = house.run("check --select A101 --format short --format json=out.json --format sarif=out.sarif plan.md").ends(1);
    assert_eq!(said.out.lines().count(), 1, "{said:#?}");
    for report in ["out.json", "out.sarif"] {
        let _: serde_json::Value = serde_json::from_str(&house.text(report)).expect("JSON");
    }
    house.run("check --format human --format json plan.md").ends(2).complains("human and json cannot both go to the screen");
    house.run("check --format json=gone/out.json plan.md").ends(2).complains("there is no folder for gone/out.json");
    let in_action = Said::of(house.command("check --select A101 plan.md").env("GITHUB_ACTIONS", "true")).ends(1);
    in_action.tells("::warning file=plan.md,line=7");
}

#[test]
fn statistics_leave_a_program_its_report() {
    let house = House::with(&[("plan.md", OPEN)]);
    house.run("check --select A101 --statistics plan.md").ends(1).tells("1  A101  unassigned-action");
    let said = house.run("check --select A101 --statistics --format json plan.md").ends(1).complains("1  A101  unassigned-action");
    let _: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
}

#[test]
fn the_same_bytes_with_any_number_of_threads() {
    let files: Vec<(String, &str)> = (0..60).map(|n| (format!("plans/{}/p{n}.md", n % 7), if n % 3 == 0 { OPEN } else { OWNED })).collect();
    let house = House::with(&files.iter().map(|(path, text)| (path.as_str(), *text)).collect::<Vec<_>>());
    for format in ["short", "json", "human"] {
        let one = house.run(&format!("check --format {format} --threads 1"));
        for threads in [2, 8] {
            assert_eq!(one, house.run(&format!("check --format {format} --threads {threads}")), "{format} {threads}");
        }
    }
    let short = house.run("check --select A101 --format short").out;
    let paths: Vec<&str> = short.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(paths.len(), 20);
    assert!(paths.is_sorted(), "{paths:?}");
}

#[test]
fn each_folder_keeps_to_its_own_configuration() {
    let house = House::with(&[("plan.md", OPEN), ("a/planlint.toml", "[rules]\nA101 = \"off\"\n"), ("a/plan.md", OPEN)]);
    let said = house.run("check --select A101 --format short .").ends(1);
    assert_eq!(said.out.lines().count(), 1, "{said:#?}");
    house.run("check --select A101 --format short --isolated a/plan.md").ends(1).tells("a/plan.md:7:");
    house.run("check --select A101 --config rules.A101=off plan.md").ends(0);
    house.run("check --select A101 --config a/planlint.toml plan.md").ends(0);
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_success() {
    use std::io::Read;
    let files: Vec<(String, &str)> = (0..400).map(|n| (format!("plans/p{n}.md"), OPEN)).collect();
    let house = House::with(&files.iter().map(|(path, text)| (path.as_str(), *text)).collect::<Vec<_>>());
    let mut command = std::process::Command::new(house.command("").get_program());
    let mut child =
        command.current_dir(house.at("")).args(["check"]).env_remove("GITHUB_ACTIONS").stdout(Stdio::piped()).spawn().expect("a run");
    let mut start = [0; 10];
    child.stdout.take().expect("a pipe").read_exact(&mut start).expect("a start");
    // The pipe is closed here.
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}
