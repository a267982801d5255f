//! A writer's own pages of the kind `pattern`.

use crate::{judged, told};
use planlint::rules::{Catalogue, Page};

fn page(check: &str, options: &str) -> String {
    format!(
        "+++\ncode = \"XX101\"\nname = \"own\"\nseverity = \"warning\"\nclass = \"quality\"\nmessage = \"{{value}}\"\n\n[check]\nkind = \"pattern\"\n{check}\n\n[options]\n{options}\n+++\n\n# own\n"
    )
}

fn own(check: &str, options: &str) -> Catalogue {
    let (catalogue, faults) = Catalogue::with_own([page(check, options).as_str()]);
    assert!(faults.is_empty(), "{faults:?}");
    catalogue
}

#[test]
fn patterns_look_where_they_are_told() {
    let text = "# Plan\n\nSee `ACME-1` and **ACME**-12, ACME-3.\n\n## Mission\n\nWe serve ACME-4.\n\n## Actions\n\n- [ ] Call ACME-5 (Ann)\n- [x] Call ACME-6 (Bo)\n- [ ] Sweep the yard (Cy Yard)\n";
    for (check, wanted) in [
        ("where = \"text\"\nregex = 'ACME-\\d+'", ["ACME-3", "ACME-4", "ACME-5", "ACME-6"].as_slice()),
        ("where = \"text\"\nin = \"mission\"\nregex = 'ACME-\\d'", &["ACME-4"]),
        ("where = \"action\"\nregex = 'ACME-\\d+'", &["ACME-5"]),
        ("where = \"action\"\nregex = 'ACME-\\d+'\nmode = \"includes\"", &["Sweep the yard"]),
        ("where = [\"heading\", \"action\"]\nphrases = [\"mission\", \"sweep the*\"]", &["Mission", "Sweep the"]),
        ("where = \"owner\"\nphrases = [\"Ann\", \"yard\"]", &["Ann"]),
        ("where = \"line\"\nphrases = [\"we serve acme-4\", \"See\"]", &["We serve ACME-4."]),
        ("where = \"text\"\nregex = 'q*'", &[]),
        ("scope = \"mission\"\nregex = 'ACME-\\d'", &["ACME-4"]),
        ("scope = \"owner\"\nphrases = { en = [\"Ann\"], de = [\"Hof\"] }", &["Ann"]),
        ("scope = \"whole-line\"\nphrases = [\"we serve acme-4\"]", &["We serve ACME-4."]),
    ] {
        let findings = judged(text, &own(check, ""), &["XX101"]);
        let wanted: Vec<String> = wanted.iter().map(|words| format!("XX101 {words}")).collect();
        assert_eq!(told(text, &findings), wanted, "{check}");
    }
}

#[test]
fn options_add_phrases_and_take_sections_away() {
    let text = "# Plan\n\nGreen money.\n\n## Drafts\n\nBlue money.\n\n### More\n\nBlue money.\n\n## End\n\nBlue money.\n";
    let catalogue = own("where = \"text\"\nphrases = [\"green\"]", "phrases = [\"blue\"]\nignore-sections = [\"drafts\"]");
    assert_eq!(told(text, &judged(text, &catalogue, &["XX101"])), ["XX101 Green", "XX101 Blue"]);
}

/// What the rule of a page with these `keys` finds among all rules.
fn found_with(keys: &str, text: &str, select: &[&str]) -> Vec<String> {
    let page = page("where = \"text\"\nphrases = [\"rope\"]", "").replace("class =", &format!("{keys}\nclass ="));
    let (catalogue, faults) = Catalogue::with_own([page.as_str()]);
    assert!(faults.is_empty(), "{faults:?}");
    let findings: Vec<_> = judged(text, &catalogue, select).into_iter().filter(|finding| *finding.code == *"XX101").collect();
    told(text, &findings)
}

#[test]
fn a_page_says_on_which_documents_its_rule_runs() {
    let (plan, german) = ("---\nkind: plan\n---\n\n# Hall\n\nA rope.\n", "---\nlang: de\n---\n\n# Halle\n\nEin rope.\n");
    for (keys, of_plan, of_german) in [
        ("", true, true),
        ("kinds = [\"plan\"]", true, true),
        ("kinds = [\"mission\", \"notes\"]", false, false),
        ("kinds = []", true, true),
        ("languages = [\"de\", \"fr\"]", false, true),
        ("languages = [\"en\"]", true, false),
        ("enabled = true", true, true),
        ("enabled = false", false, false),
    ] {
        assert_eq!(!found_with(keys, plan, &[]).is_empty(), of_plan, "{keys} on a plan");
        assert_eq!(!found_with(keys, german, &[]).is_empty(), of_german, "{keys} on a German text");
    }
    assert_eq!(found_with("enabled = false", plan, &["XX101"]), ["XX101 rope"], "a rule that is chosen runs");
}

#[test]
fn lines_too_long_for_patterns_are_told() {
    let text = format!("# Plan\n\nACME\n\n{} ACME\n", "word ".repeat(14_000));
    let findings = judged(&text, &own("where = \"text\"\nregex = 'ACME'", ""), &["XX101"]);
    let codes: Vec<_> = findings.iter().map(|finding| &*finding.code).collect();
    assert_eq!(codes, ["XX101", "H109"]);
    assert_eq!(findings[1].message, "a line has 70006 bytes: patterns look at lines up to 65536 only");
}

#[test]
fn a_page_that_cannot_be_a_rule_is_refused_at_its_place() {
    let long = format!("where = \"text\"\nregex = '{}'", "a".repeat(5_000));
    for (check, place, message) in [
        ("where = \"text\"\nregex = '(a'", "'(a'", "unclosed group"),
        ("where = \"text\"\nregex = '\\w{1000}'", "'\\w{1000}'", "grows beyond"),
        (&long, &long[23..], "longer than 4096 bytes"),
        ("where = \"text\"\nregexp = 'a'", "regexp", "unknown field `regexp`"),
        ("where = \"txt\"\nregex = 'a'", "\"txt\"", "unknown variant `txt`"),
        ("where = [\"text\", \"actoin\"]\nregex = 'a'", "\"actoin\"", "unknown variant `actoin`"),
        ("where = 3\nregex = 'a'", "3", "`where`: invalid type"),
        ("where = \"text\"\nphrases = \"a\"", "\"a\"", "`phrases`: invalid type"),
        ("where = \"text\"\nphrases = [\"a\", 2]", "[\"a\", 2]", "`phrases`: invalid type"),
        ("where = \"text\"\nphrases = []", "[]", "`phrases`: there is nothing"),
        ("where = \"text\"\ngroup = \"placeholder\"", "\"placeholder\"", "unknown variant"),
        ("where = \"text\"", "[check]", "exactly one of"),
        ("where = \"text\"\nregex = 'a'\nmode = \"includes\"", "\"includes\"", "a text as a whole lacks nothing"),
    ] {
        let text = page(check, "");
        let error = Page::read(&text).expect_err(check);
        assert!(text[error.at.clone()].starts_with(place), "{check}: {:?}, {}", &text[error.at], error.message);
        assert!(error.message.contains(message), "{check}: {}", error.message);
    }
    for (keys, options, place, message) in [
        ("kinds = [\"plans\"]", "", "\"plans\"", "unknown variant `plans`"),
        ("languages = [\"english\"]", "", "\"english\"", "unknown variant `english`"),
        ("enabled = \"no\"", "", "\"no\"", "invalid type"),
        ("", "kinds = [\"plan\"]", "[\"plan\"]", "stands above the tables"),
    ] {
        let text = page("where = \"text\"\nregex = 'a'", options).replace("class =", &format!("{keys}\nclass ="));
        let error = Page::read(&text).expect_err(keys);
        assert!(text[error.at.clone()].starts_with(place), "{keys}: {:?}, {}", &text[error.at], error.message);
        assert!(error.message.contains(message), "{keys}: {}", error.message);
    }
}
