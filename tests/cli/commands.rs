//! The other commands.

use super::house::House;
use super::{OPEN, OWNED};
use planlint::dialect::concept::{Kind, Language};

#[test]
fn explains_a_rule() {
    let house = House::with(&[]);
    let said = house
        .run("explain unassigned-action")
        .ends(0)
        .tells("A101 unassigned-action")
        .tells("  severity  warning")
        .tells("collapse-after = 4");
    assert!(!said.out.contains('⟦') && !said.out.contains("```"), "{}", said.out);
    house.run("explain --color always A101").ends(0).tells("\u{1b}[4m未定\u{1b}[0m");
    house.run("explain unasigned-action").ends(2).complains("did you mean `unassigned-action`?");
}

#[test]
fn actions_gather_from_where_the_configuration_says() {
    let plan = "# Hall\n\n## Actions\n\n- [ ] Paint the door\n- [ ] Sweep the yard\n";
    for (collapse, gathered) in
        [("[actions]\ncollapse-after = 2", true), ("", false), ("[actions]\ncollapse-after = 2\n[rules.A101]\ncollapse-after = 0", false)]
    {
        let house = House::with(&[("hall.plan.md", plan), ("planlint.toml", &format!("{collapse}\n"))]);
        let said = house.run("check --select A101 hall.plan.md");
        assert_eq!(said.out.contains("none of the 2 open actions"), gathered, "{collapse}: {}", said.out);
    }
}

#[test]
fn explains_a_line() {
    let house = House::with(&[("plan.md", &OPEN.replace("2026-03-01", "next week"))]);
    let said = house.run("explain --finding plan.md:7").ends(0);
    insta::assert_snapshot!(said.out, @r#"
    plan.md:7: | Order the paint | | next week |

    Read as
      in the section "Actions", which holds actions; the kind of the document is plan
      an action, still to do, because it is a row of a table of actions
        action: "Order the paint"
        owner: none
        due: "next week", depends on the day it is read on; today it is 2026-02-06

    Found here
      warning[A101] action "Order the paint" has no owner
        name one person or role
        more with `planlint explain A101`
      warning[D105] "next week" depends on when it is read
        write the day, and keep the words behind it in parentheses if you like
        more with `planlint explain D105`
    "#);
    house.run("explain --finding plan.md:70").ends(2).complains("plan.md has 8 lines, so there is no line 70");
    house.run("explain --finding gone.md:1").ends(2).complains("gone.md: no such file");
}

#[test]
fn lists_the_rules() {
    let house = House::with(&[("plan.md", OWNED)]);
    house.run("rules").ends(0).tells("A101  unassigned-action");
    let json: serde_json::Value = serde_json::from_str(&house.run("rules --format json").ends(0).out).expect("JSON");
    assert!(json.as_array().is_some_and(|rules| rules.iter().any(|rule| rule["code"] == "A101")));
    house.write("planlint.toml", house.run("rules --format toml").ends(0).out);
    house.run("check --select A101 plan.md").ends(0);
}

#[test]
fn tests_a_writers_own_rules() {
    let page = |mark: &str| {
        format!(
            "+++\ncode = \"XY101\"\nname = \"own-rule\"\nseverity = \"info\"\nclass = \"completeness\"\nmessage = \"{{item}}\"\n\n[check]\nkind = \"unassigned-action\"\n+++\n\n# own-rule\n\n```md bad\n## Actions\n\n- [ ] {mark}\n```\n"
        )
    };
    let house = House::with(&[("own/xy.md", &page("⟦Order the paint⟧"))]);
    house.run("rules test own").ends(0).tells("The one example does what it says.");
    house.write("own/xy.md", page("⟦Ana: order the paint⟧"));
    house
        .run("rules test own")
        .ends(1)
        .tells("own/xy.md:17:7: nothing was found at \"Ana: order the paint\"")
        .tells("1 of 1 examples does something else");
    house.write("own/xy.md", page("Order the paint"));
    house.run("rules test own").ends(1).tells("not marked, but found at \"Order the paint\"");
    house.run("rules test").ends(2).complains("which pages?");
    house.run("rules test gone").ends(2).complains("gone: there is no such folder");
}

#[test]
fn own_rules_are_rules() {
    let page = "+++\ncode = \"XY101\"\nname = \"own-rule\"\nseverity = \"error\"\nclass = \"completeness\"\nmessage = \"nobody: {item}\"\n\n[check]\nkind = \"unassigned-action\"\n+++\n";
    let house =
        House::with(&[("planlint.toml", "rules-path = \"own\"\n[rules]\nA101 = \"off\"\n"), ("own/xy.md", page), ("plan.md", OPEN)]);
    house.run("check --format short plan.md").ends(1).tells("error[XY101] nobody: \"Order the paint\"");
    house.run("check --select XY plan.md").ends(1);
    house.run("explain own-rule").ends(0).tells("XY101 own-rule");
    house.write("planlint.toml", "rules-path = \"own\"\n[rules]\nXY101 = \"off\"\nA101 = \"off\"\n");
    house.run("check --select A,XY plan.md").ends(0);
}

#[test]
fn writes_a_configuration_and_never_over_one() {
    let house = House::with(&[("plan.md", "# Plan\n\nOur contact center.\n"), ("docs/goals.md", "# Objectives\n")]);
    house.run("init").ends(0).complains("planlint.toml was written");
    let written = house.text("planlint.toml");
    assert!(written.contains("extends = [\"recommended\", \"contact-center\"]"), "{written}");
    assert!(written.contains("include = [\"docs/goals.md\"]"), "{written}");
    house.run("check --show-files").ends(0).tells("docs/goals.md: checked");
    house.run("init").ends(2).complains("planlint.toml is there already");
    assert_eq!(house.text("planlint.toml"), written);
    house.run("init --from gone").ends(2).complains("gone: there is no such folder");
}

#[test]
fn begins_documents_of_every_kind_in_every_language() {
    let house = House::with(&[]);
    for kind in Kind::ALL.iter().map(|kind| kind.word()) {
        for language in Language::ALL.iter().map(|language| language.word()) {
            let path = format!("{kind}-{language}.md");
            house.run(&format!("new {kind} --lang {language} {path}")).ends(0);
            let said = house.run(&format!("check --format json --min-severity hint --select A,D,G,M,O,Q,S,V {path}"));
            let report: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
            for finding in report["findings"].as_array().into_iter().flatten() {
                let line = finding["range"]["start"]["line"].as_u64().expect("a line") as usize;
                let text = house.text(&path);
                let mut below = text.lines().skip(line - 1);
                let own = below.next().into_iter();
                let near = own.chain(below.take_while(|line| !line.starts_with('#'))).any(|line| line.contains("TODO"));
                // Only a review can give a document the date of its review.
                assert!(near || finding["code"] == "D108", "{path}:{line}: {} {}", finding["code"], finding["message"]);
                assert_ne!(finding["severity"], "error", "{path}:{line}: {}", finding["message"]);
            }
        }
    }
    house.run("new plan plan-en.md").ends(2).complains("plan-en.md is there already");
    house.run("new plan gone/plan.md").ends(2).complains("there is no folder for gone/plan.md");
    house.run("new workbook").ends(0).tells("| Preparation | Assigned to | Complete date |");
}

#[test]
fn shows_configuration_and_schemas() {
    let house = House::with(&[("planlint.toml", "fail-on = \"error\"\n"), ("a/plan.md", OWNED)]);
    house.run("config show a/plan.md").ends(0).tells("# planlint.toml\n").tells("fail-on = \"error\"  # planlint.toml:1");
    house.run("config show --isolated a/plan.md").ends(0).tells("these are the defaults");
    house.run("config schema").ends(0).tells("\"fail-on\"");
    house.run("config schema --findings").ends(0).tells("files_checked");
}

#[test]
fn writes_completions_and_the_manual() {
    let house = House::with(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        house.run(&format!("completions {shell}")).ends(0).tells("planlint");
    }
    house.run("man").ends(0).tells(".TH planlint").tells("planlint\\-check");
}

#[test]
fn answers_help_and_mistakes() {
    let house = House::with(&[]);
    house.run("--help").ends(0).tells("planlint check plan.md");
    house.run("--version").ends(0).tells("planlint ");
    house.run("").ends(2);
    house.run("plan.md").ends(2).complains("planlint check plan.md");
}
