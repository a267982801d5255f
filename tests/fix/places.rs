//! What is inserted looks as if the writer had written it: a few documents before and after `fix --scaffold`, to be read.

use crate::workshop::Workshop;
use planlint::fix::Wanted;

/// Headings of a document after everything that is missing was inserted.
fn headings(text: &str) -> Vec<String> {
    let mended = Workshop::unconfigured().mend("spring.plan.md", text, Wanted::Scaffold).expect("it comes to an end");
    mended.text.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect()
}

/// A heading counts on where the next number is free. Between two that count it has none: none of the others is changed.
#[test]
fn headings_with_numbers() {
    for (before, after) in [
        ("# Spring\n\n## 1. Actions\n", "# Spring|## Mission|## 1. Actions"),
        ("# Spring\n\n## 2. Actions\n", "# Spring|## 1. Mission|## 2. Actions"),
        ("# Spring\n\n## 1. Mission\n\nWarm homes.\n", "# Spring|## 1. Mission|## 2. Actions"),
        ("# Spring\n\n## 1. Mission\n\nWarm homes.\n\n## 2. Risks\n", "# Spring|## 1. Mission|## Actions|## 2. Risks"),
        ("# Spring\n\n## 1. Mission\n\nWarm homes.\n\n## 3. Risks\n", "# Spring|## 1. Mission|## 2. Actions|## 3. Risks"),
        ("# Spring\n\n## 1.1 Mission\n\nWarm homes.\n\n## 1.2 Notes\n", "# Spring|## 1.1 Mission|## 1.2 Notes|## 1.3 Actions"),
    ] {
        assert_eq!(headings(before).join("|"), after, "{before}");
    }
}

/// The place at which the fewest sections stand on the wrong side, whatever order they are in.
#[test]
fn sections_in_an_order_of_their_own() {
    for (before, after) in [
        ("Mission Objectives Risks", "Mission Objectives Actions Risks"),
        ("Mission Objectives Strategy Gaps", "Mission Objectives Strategy Actions Gaps"),
        ("Mission Risks Strategy Gaps", "Mission Risks Strategy Actions Gaps"),
        ("Risks Gaps Mission", "Actions Risks Gaps Mission"),
        ("Mission Objectives Weather Music", "Mission Objectives Weather Music Actions"),
        ("Weather Risks", "Mission Weather Actions Risks"),
    ] {
        let sections = before.split(' ').map(|name| format!("\n## {name}\n\nIt is told elsewhere.\n"));
        let text = format!("# Spring\n{}", sections.collect::<String>());
        let found = headings(&text).join(" ").replace("# Spring ", "").replace("## ", "");
        assert_eq!(found, after, "{before}");
    }
}

/// Lines below a title do not run together.
#[test]
fn labels_below_a_title() {
    let text = "---\nkind: strategy\nmission: ../mission.md\nsponsor: Ann\n---\n\n# Choir\n\n## Strategy\n\nSing outdoors.\n";
    let mended = Workshop::new().mend("strategy.md", text, Wanted::Scaffold).expect("it comes to an end").text;
    assert!(mended.contains("# Choir\n\n- **Strategy lead:** TODO\n- **Planning time:** TODO\n\n## Strategy\n"), "{mended}");
}
