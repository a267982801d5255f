//! An edited document is the document that reading its new text would give, whatever the edit.

#[path = "../common/edits.rs"]
mod edits;

use edits::{Edits, documents};
use jiff::civil::date;
use planlint::config::Config;
use planlint::dialect::vocabulary::Vocabulary;
use planlint::finding::Finding;
use planlint::judge::{Case, Choice, Kept, Settings, judge};
use planlint::plan::{Change, Document, Manner, Origin, Source};
use planlint::rules::{Alone, Catalogue};
use planlint::text::{Span, Text};
use std::path::Path;
use std::sync::Arc;

/// Edits per document; more with `PLANLINT_EDITS`.
fn edits_per_document() -> usize {
    edits::count(60)
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
fn findings_follow_their_text() {
    let settings = Settings::new(Arc::new(Config::built_in(Path::new("/"))), Catalogue::shipped(), &Choice::default(), date(2026, 2, 1));
    for (number, text) in documents().into_iter().enumerate() {
        let path = if number % 2 == 0 { "notes.md" } else { "a.plan.md" };
        let origin = Origin::of_path(path, &settings.vocabulary);
        let mut rope = Text::new(&text);
        let mut plan = Document::read(&text, &origin, &settings.manner());
        let mut kept = Kept::default();
        kept.judge(&Case { document: &plan, source: Source::Rope(&rope), path, settings: &settings, neighbours: &Alone }, None);
        let mut edits = Edits::new(number as u64 + 1_000);
        let mut can_wait = false;
        for _ in 0..edits_per_document() {
            let mut changes: Option<Change> = None;
            for _ in 0..edits.burst() {
                let (span, new) = edits.next(&rope.to_string());
                let replaced = rope.edit(span, &new);
                let next = plan.edit(&rope, replaced, new.len(), &origin, &settings.manner());
                changes = Some(changes.map_or(next.clone(), |before| before.then(&next)));
            }
            let change = changes.unwrap_or(Change::none());
            let case = Case { document: &plan, source: Source::Rope(&rope), path, settings: &settings, neighbours: &Alone };
            // Every other time the whole has to wait, and is judged afterwards.
            can_wait = !can_wait;
            if !can_wait {
                kept.judge(&case, Some(&change));
            } else if kept.judge_chunks(&case, Some(&change)) {
                kept.judge(&case, Some(&Change::none()));
            }
            let after = rope.to_string();
            let fresh = judge(&plan, Source::Whole(&after), path, &settings, &Alone);
            let mut moved: Vec<Finding> = kept.findings().map(|found| found.to_finding()).collect();
            moved.sort_by(|one, other| (one.span.start, &one.code, one.span.end).cmp(&(other.span.start, &other.code, other.span.end)));
            let extra: Vec<_> = moved.iter().filter(|finding| !fresh.contains(finding)).collect();
            let missing: Vec<_> = fresh.iter().filter(|finding| !moved.contains(finding)).collect();
            assert!(extra.is_empty() && missing.is_empty(), "{change:?} in {after:?}\nonly kept: {extra:#?}\nonly fresh: {missing:#?}");
            assert_eq!(moved, fresh, "the order");
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
