//! An edited document is the document that reading its new text would give, whatever the edit.

mod edits;

use edits::{Edits, documents};
use planlint::dialect::vocabulary::Vocabulary;
use planlint::plan::{Document, Manner, Origin};
use planlint::text::{Span, Text};

/// Edits per document; more with `PLANLINT_EDITS`.
fn edits_per_document() -> usize {
    std::env::var("PLANLINT_EDITS").ok().and_then(|count| count.parse().ok()).unwrap_or(60)
}

#[test]
fn plans_follow_their_text() {
    let vocabulary = Vocabulary::builtin();
    let manner = Manner {
        vocabulary,
        order: planlint::dialect::date::Order::Iso,
        implicit_questions: true,
        ignored_questions: Vec::new(),
        ignored_actions: Vec::new(),
    };
    let origin = Origin::of_path("notes.md", vocabulary);
    for (number, text) in documents().into_iter().enumerate() {
        let mut rope = Text::new(&text);
        let mut plan = Document::read(&text, &origin, &manner);
        let mut edits = Edits::new(number as u64);
        for _ in 0..edits_per_document() {
            let before = rope.to_string();
            let (span, new) = edits.next(&before);
            let replaced = rope.edit(span, &new);
            let change = plan.edit(&rope, replaced, new.len(), &origin, &manner);
            let after = rope.to_string();
            let fresh = Document::read(&after, &origin, &manner);
            if format!("{plan:?}") != format!("{fresh:?}") {
                let (kept, read) = (format!("{plan:#?}"), format!("{fresh:#?}"));
                let line = kept.lines().zip(read.lines()).position(|(one, other)| one != other).unwrap_or_default();
                let around = |text: &str| text.lines().skip(line.saturating_sub(12)).take(24).collect::<Vec<_>>().join("\n");
                panic!("{change:?}\nedit {span:?} {new:?}\nof {before:?}\nkept:\n{}\nfresh:\n{}", around(&kept), around(&read));
            }
        }
    }
}

#[test]
fn an_edit_reads_no_more_than_it_touches() {
    let vocabulary = Vocabulary::builtin();
    let manner = Manner {
        vocabulary,
        order: planlint::dialect::date::Order::Iso,
        implicit_questions: true,
        ignored_questions: Vec::new(),
        ignored_actions: Vec::new(),
    };
    let origin = Origin::default();
    let text = "# Plan\n\n".to_owned() + &"## Notes\n\nSome text here.\n\n".repeat(50);
    let mut rope = Text::new(&text);
    let mut plan = Document::read(&text, &origin, &manner);
    let at = text.rmatch_indices("text").nth(20).expect("a place").0;
    let replaced = rope.edit(Span::empty(at), "x");
    let change = plan.edit(&rope, replaced, 1, &origin, &manner);
    assert_eq!((change.old.len(), change.new.len()), (1, 1), "{change:?}");
}
