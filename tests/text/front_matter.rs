//! Front matter as people write it, and against a YAML parser where that can read it too.

use planlint::dialect::concept::HeadKey;
use planlint::markdown::front_matter::{FaultKind, FrontMatter, Value};
use proptest::prelude::*;
use saphyr_parser::{Event, Parser};
use std::fmt::Write;

/// All that was read, one entry or fault a line; scalars in quotes, lists in brackets.
fn told(text: &str) -> String {
    let front_matter = FrontMatter::read(text);
    let mut told = String::new();
    for entry in &front_matter.entries {
        let value = match &entry.value {
            Value::Scalar { text, .. } => format!("{text:?}"),
            Value::List(items) => format!("{:?}", items.iter().map(|(_, item)| item).collect::<Vec<_>>()),
            Value::Empty => "-".into(),
            Value::Nested => "nested".into(),
        };
        writeln!(told, "{}: {value}", entry.name).expect("a String takes everything");
    }
    for fault in &front_matter.faults {
        let kind = if let FaultKind::Toml(_) = fault.kind { "Toml".into() } else { format!("{:?}", fault.kind) };
        writeln!(told, "! {kind} at {:?}", fault.span.of(text)).expect("a String takes everything");
    }
    write!(told, "= {:?}", &text[front_matter.body_offset..]).expect("a String takes everything");
    told
}

fn check(text: &str, expected: &str) {
    let expected: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    assert_eq!(told(text), expected.join("\n"), "of {text:?}");
    let crlf = text.replace('\n', "\r\n");
    assert_eq!(told(&crlf).replace("\\r\\n", "\\n"), expected.join("\n"), "of {text:?} with CRLF");
    let bom = format!("\u{FEFF}{text}");
    assert_eq!(told(&bom).replace("\\u{feff}", ""), expected.join("\n"), "of {text:?} with a BOM");
}

#[test]
fn natural_lines_that_end_a_yaml_parser() {
    check(
        "---\nowner: @ann\nmission: [Our mission](mission.md)\ntitle: Plan: 2026\nshare: 50 % \nwhy: `code` & *more*\n---\n# H\n",
        r##"owner: "@ann"
            mission: "[Our mission](mission.md)"
            title: "Plan: 2026"
            share: "50 %"
            why: "`code` & *more*"
            = "# H\n""##,
    );
}

#[test]
fn lists_quotes_comments_and_texts_over_several_lines() {
    check(
        "---\n# who\npeople: [Ann Lee, 'O''Hara, Bo', \"目\\u00e9\"] # all\nTranslation_Of: \"a # b\" # c\nowner:\n  - Ann # lead\n  - \"Bo\"\nnext:\n- x\n- y\n---\n",
        r#"people: ["Ann Lee", "O'Hara, Bo", "目é"]
            translation of: "a # b"
            owner: ["Ann", "Bo"]
            next: ["x", "y"]
            = """#,
    );
    check(
        "---\nmission: We serve callers\n  in every town\nvision: >\n  Calm\n\n  calls\nx: |-\n  a\n  b\nempty:\nissue: #12\nlist: [a,\n  b,\n]\n---\ntext",
        r#"mission: "We serve callers in every town"
            vision: "Calm calls"
            x: "a\nb"
            empty: -
            issue: -
            list: ["a", "b"]
            = "text""#,
    );
}

#[test]
fn maps_are_stepped_over() {
    check(
        "---\nauthor:\n  name: Ann\n  list:\n    - x\npeople:\n  - name: Ann\n    role: lead\ninline: {a: b}\nkind: plan\n---\n",
        r#"author: nested
           people: nested
           inline: nested
           kind: "plan"
           = """#,
    );
}

#[test]
fn faults_stand_at_their_line_and_reading_goes_on() {
    check(
        "---\nkind: plan\npeople Ann, Bo\nstatus: draft\nKind: notes\n---\nbody",
        r#"kind: "plan"
           status: "draft"
           kind: "notes"
           ! NotAKey at "people Ann, Bo"
           ! Duplicate at "Kind"
           = "body""#,
    );
    check(
        "---\nkind: plan\nowner: Ann\n\n# Plan\n\nSome words: here\n",
        r#"kind: "plan"
           owner: "Ann"
           ! Unclosed at "---"
           = "\n# Plan\n\nSome words: here\n""#,
    );
}

#[test]
fn a_thematic_break_is_no_front_matter() {
    for text in [
        "---\n\nSome prose.\n\n---\n",
        "---\nSome prose.\n---\n",
        "---\n",
        "---",
        "----\na: b\n---\n",
        " ---\na: b\n---\n",
        "\n---\na: b\n---\n",
        "---\nNote: read this first\n\nProse one.\nProse two.\n\n---\n",
    ] {
        check(text, &format!("= {text:?}"));
    }
    check("---\n---\nx", "= \"x\"");
}

#[test]
fn toml_between_pluses() {
    check(
        "+++\nkind = \"plan\"\ndue = 2026-03-01\npeople = [\"Ann\", 'Bo']\n[extra]\na = 1\n+++\n# H",
        r##"kind: "plan"
            due: "2026-03-01"
            people: ["Ann", "Bo"]
            extra: nested
            = "# H""##,
    );
    check("+++\nkind = \"plan\"\nowner = \n+++\n", "kind: \"plan\"\nowner: -\n! Toml at \"\"\n= \"\"");
}

#[test]
fn a_key_is_found_by_its_meaning() {
    let text = "---\nTranslation_Of: a.md\ndue: '2026-01-01'\n---\n";
    let front_matter = FrontMatter::read(text);
    let of = |key| front_matter.get(key).and_then(|entry| entry.value.texts().next()).map(|(span, said)| (span.of(text), said));
    assert_eq!(of(HeadKey::TranslationOf), Some(("a.md", "a.md")));
    assert_eq!(of(HeadKey::Due), Some(("2026-01-01", "2026-01-01")));
    assert_eq!(of(HeadKey::Owner), None);
}

/// The flat map a YAML parser sees; None when it stops or when the document is anything else.
fn yaml(text: &str) -> Option<Vec<(String, Vec<String>)>> {
    let events: Vec<Event<'_>> = Parser::new_from_str(text).map(|event| event.map(|(event, _)| event)).collect::<Result<_, _>>().ok()?;
    let mut events = events.into_iter().skip_while(|event| !matches!(event, Event::MappingStart(..))).skip(1);
    let mut entries = Vec::new();
    loop {
        let Event::Scalar(key, ..) = events.next()? else { return matches!(events.next()?, Event::DocumentEnd).then_some(entries) };
        let mut texts = Vec::new();
        match events.next()? {
            Event::Scalar(text, _, 0, None) => texts.push(text.trim_end_matches('\n').to_owned()),
            Event::SequenceStart(0, None) => loop {
                match events.next()? {
                    Event::Scalar(text, _, 0, None) => texts.push(text.trim_end_matches('\n').to_owned()),
                    Event::SequenceEnd => break,
                    _ => return None,
                }
            },
            _ => return None,
        }
        texts.retain(|text| !text.is_empty());
        entries.push((key.into_owned(), texts));
    }
}

fn value() -> impl Strategy<Value = String> {
    let part = prop::sample::select(
        &[
            "a",
            "Ann Lee",
            "2026-01-01",
            "true",
            "\"q\"",
            "'it''s'",
            "\"a, # b\"",
            "[a, b]",
            "[]",
            "['x', \"y z\"]",
            "x.md",
            ":",
            "#",
            " # c",
            "@",
            "目",
            "-",
            "?",
            "!",
            "&",
            "*",
            "|",
            "%",
            "[x](y)",
            "\\",
            "\n  more",
            "\n  - i",
            "\n- j",
            ",",
        ][..],
    );
    prop::collection::vec(part, 0..4).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn where_a_yaml_parser_succeeds_we_agree(values in prop::collection::vec(value(), 1..4)) {
        let inside = values.iter().enumerate().fold(String::new(), |inside, (number, value)| inside + &format!("key{number}: {value}\n"));
        let ours = FrontMatter::read(&format!("---\n{inside}---\n"));
        prop_assert_eq!(ours.entries.len(), values.len(), "{}", inside);
        if let Some(theirs) = yaml(&inside) {
            let read = ours.entries.iter().zip(theirs).filter(|(entry, _)| entry.value != Value::Nested);
            for (entry, (key, texts)) in read {
                let read: Vec<&str> = entry.value.texts().map(|(_, text)| text).collect();
                prop_assert_eq!((&entry.name, read), (&key, texts.iter().map(String::as_str).collect()), "{}", inside);
            }
        }
    }

    #[test]
    fn any_text_is_read(parts in prop::collection::vec(prop::sample::select(&["---", "+++", "\n", "\r", "a: b\n", "- ", "  ", "[", "]", "\"", "'", "\\", "é", "#", ":", ": ", "key = ", "\u{FEFF}", ">\n", "|\n", "{"][..]), 0..30), fence in prop::sample::select(&["", "---\n", "+++\n"][..])) {
        let text = format!("{fence}{}", parts.concat());
        let front_matter = FrontMatter::read(&text);
        prop_assert!(text.is_char_boundary(front_matter.body_offset));
        for entry in &front_matter.entries {
            prop_assert!(!entry.key.of(&text).contains('\n'));
            for (span, _) in entry.value.texts() {
                prop_assert!(text.get(span.range()).is_some());
            }
        }
    }
}
