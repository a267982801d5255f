//! What is inserted looks as if the writer had written it: a few documents before and after `fix --scaffold`, to be read.

use crate::workshop::Workshop;
use planlint::fix::Wanted;

/// Headings of a document after everything that is missing was inserted.
fn headings(text: &str) -> Vec<String> {
    let mended = Workshop::unconfigured().mend("spring.plan.md", text, Wanted::Scaffold).expect("it comes to an end");
    mended.text.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect()
}

/// A heading counts on where the next number is free. Where it is not, what comes late in a plan comes behind the last number, and what a
/// plan begins with has none: none of the others is changed.
#[test]
fn headings_with_numbers() {
    for (before, after) in [
        ("## 1. Actions", "## Mission|## 1. Actions"),
        ("## 2. Actions", "## 1. Mission|## 2. Actions"),
        ("## 1. Mission", "## 1. Mission|## 2. Actions"),
        ("## 1. Mission|## 2. Risks", "## 1. Mission|## 2. Risks|## 3. Actions"),
        ("## 1. Mission|## 2. Risks|## Thanks", "## 1. Mission|## 2. Risks|## 3. Actions|## Thanks"),
        ("## 1. Mission|## 2. Weather|## Thanks", "## 1. Mission|## 2. Weather|## 3. Actions|## Thanks"),
        ("## 1. Mission|## 3. Risks", "## 1. Mission|## 2. Actions|## 3. Risks"),
        ("## 1. Mission|## 3. Weather|## 4. Risks", "## 1. Mission|## 2. Actions|## 3. Weather|## 4. Risks"),
        ("## 1.1 Mission|## 1.2 Notes", "## 1.1 Mission|## 1.2 Notes|## 1.3 Actions"),
        ("## 1. Mission|### 1. Why|### 2. How", "## 1. Mission|### 1. Why|### 2. How|## 2. Actions"),
        ("## 1) Mission|## 2) Risks", "## 1) Mission|## 2) Risks|## 3) Actions"),
        ("## 1.1. Mission|## 1.2. Risks", "## 1.1. Mission|## 1.2. Risks|## 1.3. Actions"),
        ("## A. Mission|## B. Risks", "## A. Mission|## B. Risks|## C. Actions"),
        ("## I. Mission|## II. Weather", "## I. Mission|## II. Weather|## III. Actions"),
        ("## **1. Mission**", "## **1. Mission**|## **2. Actions**"),
        ("## Mission|## 24 hours of music", "## Mission|## 24 hours of music|## Actions"),
    ] {
        assert_eq!(headings_among("en", before), after, "{before}");
    }
}

#[test]
fn headings_with_numbers_of_other_scripts() {
    for (language, before, after) in [
        ("ja", "## １．ミッション|## ２．リスク", "## １．ミッション|## ２．リスク|## ３．アクション"),
        ("ja", "## （１）ミッション|## （２）天気", "## （１）ミッション|## （２）天気|## （３）アクション"),
        ("ja", "## 第1章 ミッション", "## 第1章 ミッション|## 第2章 アクション"),
        ("zh", "## 一、使命|## 二、风险", "## 一、使命|## 二、风险|## 三、行动项"),
        ("ko", "## 1.미션|## 2.날씨", "## 1.미션|## 2.날씨|## 3.실행 항목"),
    ] {
        assert_eq!(headings_among(language, before), after, "{before}");
    }
}

/// Headings of a document of these sections after everything that is missing was inserted, but for its title.
fn headings_among(language: &str, sections: &str) -> String {
    let sections: String = sections.split('|').map(|heading| format!("\n{heading}\n\nhttps://example.org\n")).collect();
    headings(&format!("---\nlang: {language}\n---\n\n# 2026\n{sections}"))[1..].join("|")
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

/// A known section may be a part of another. What comes late in a plan is none of it, where nothing else of the plan is.
#[test]
fn sections_inside_others() {
    for (before, after) in [
        (
            "## Mission|## Background|### Objectives|### History|## Music",
            "## Mission|## Background|### Objectives|### History|## Music|## Actions",
        ),
        ("## Mission|## Background|### Resources|## Music", "## Mission|## Actions|## Background|### Resources|## Music"),
        ("## Our plan|### Mission|### Objectives|## Music", "## Our plan|### Mission|### Objectives|### Actions|## Music"),
    ] {
        assert_eq!(headings_among("en", before), after, "{before}");
    }
}

/// Words are in the language of the text where no heading tells it.
#[test]
fn texts_without_a_known_heading() {
    let text = "# Carnaval 2026\n\n## Música\n\nA banda não toca em todos os dias, e o som da rua é para uma noite.\n";
    assert_eq!(headings(text).join("|"), "# Carnaval 2026|## Missão|## Música|## Ações");
}

/// Lines below a title do not run together.
#[test]
fn labels_below_a_title() {
    let text = "---\nkind: strategy\nmission: ../mission.md\nsponsor: Ann\n---\n\n# Choir\n\n## Strategy\n\nSing outdoors.\n";
    let mended = Workshop::new().mend("strategy.md", text, Wanted::Scaffold).expect("it comes to an end").text;
    assert!(mended.contains("# Choir\n\n- **Strategy lead:** TODO\n- **Planning time:** TODO\n\n## Strategy\n"), "{mended}");
}
