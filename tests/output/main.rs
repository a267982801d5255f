//! What people and programs get to see of a report, format by format.

mod sample;

use planlint::finding::{Confidence, Severity};
use planlint::output::{Format, Report, View, findings_schema, write, write_statistics};
use proptest::prelude::*;

fn everything() -> View {
    View { min_severity: Severity::Hint, ..View::default() }
}

fn written(format: Format, report: &Report, view: View) -> String {
    let mut out = Vec::new();
    write(format, report, &view, &sample::rules(), &mut out).expect("a vector takes all");
    String::from_utf8(out).expect("reports are UTF-8")
}

#[test]
fn human() {
    insta::assert_snapshot!(written(Format::Human, &sample::report(), everything()));
}

#[test]
fn human_in_colour_on_a_narrow_terminal() {
    let view = View { colour: true, width: Some(60), ..View::default() };
    let shown = written(Format::Human, &sample::report(), view);
    insta::assert_snapshot!(shown.replace('\x1b', "␛"));
}

#[test]
fn every_format() {
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Human) {
        insta::assert_snapshot!(format.name(), written(format, &sample::report(), everything()));
    }
}

#[test]
fn faultless_documents_are_told_in_one_friendly_line() {
    insta::assert_snapshot!(written(Format::Human, &sample::faultless(), View::default()), @"All good. Nothing is missing in 5 documents.");
}

#[test]
fn what_is_hidden_is_counted() {
    let view = View { min_severity: Severity::Error, ..View::default() };
    insta::assert_snapshot!(last_lines(&written(Format::Human, &sample::report(), view), 4), @r"
    Found 1 error, 6 warnings, 2 infos and 2 hints in 4 of 5 documents.
    1 can be mended with --fix, 1 can be prepared for you to fill in with --fix --scaffold.
    10 not shown: see them with --min-severity hint.
    Not everything could be done: 1 problem.
    ");
    let view = View { min_confidence: Confidence::High, ..everything() };
    insta::assert_snapshot!(last_lines(&written(Format::Human, &sample::report(), view), 4), @r"
    Found 1 error, 6 warnings, 2 infos and 2 hints in 4 of 5 documents.
    1 can be mended with --fix, 1 can be prepared for you to fill in with --fix --scaffold.
    1 less certain not shown: see it with --min-confidence low.
    Not everything could be done: 1 problem.
    ");
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

#[test]
fn statistics() {
    let mut out = Vec::new();
    write_statistics(&sample::report(), &everything(), &mut out).expect("a vector takes all");
    insta::assert_snapshot!(String::from_utf8(out).expect("UTF-8"), @r"
    1  A101  unassigned-action
    1  A102  no-single-owner
    1  A103  vague-action
    1  A104  missing-actions
    1  D105  relative-date        1 by --fix
    1  G101  missing-gaps         1 by --fix --scaffold
    1  H101  placeholder-text
    1  M101  missing-mission
    1  O106  unknown-owner
    1  Q103  bundled-questions
    1  X105  conflicting-mission
    ");
}

/// 100,000 findings in 10 MiB; the figures are for the eye: `cargo test --release --test output -- --ignored --nocapture`.
#[test]
#[ignore = "measures, and takes seconds unoptimised"]
#[expect(clippy::print_stderr, reason = "the figures are for the eye")]
fn a_hundred_thousand_findings_are_written_quickly() {
    let report = sample::enormous();
    for format in Format::ALL {
        let start = std::time::Instant::now();
        let bytes = written(format, &report, everything()).len();
        eprintln!("{:8} {:6.0} ms {:5} MiB", format.name(), start.elapsed().as_secs_f64() * 1e3, bytes >> 20);
    }
}

#[test]
fn json_fits_its_published_schema() {
    let schema = serde_json::to_value(findings_schema()).expect("a schema is JSON");
    insta::assert_snapshot!(serde_json::to_string_pretty(&schema).expect("JSON"));
}

#[test]
fn each_line_of_jsonl_is_a_finding_of_json() {
    let json: serde_json::Value = serde_json::from_str(&written(Format::Json, &sample::report(), everything())).expect("JSON");
    let lines = written(Format::JsonLines, &sample::report(), everything());
    let lines: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(json["findings"], serde_json::Value::Array(lines));
}

proptest! {
    /// Whatever the text and wherever the places, also inside a character or behind the end: something is written, and never an escape.
    #[test]
    fn no_text_and_no_span_stops_a_report(
        text in "([a-z |\\-]|[\r\n\t\u{feff}\u{1b}\u{202e}計é\u{301}👩\u{200d}]|(\r\n)|(long ){30}){0,40}",
        ends in prop::collection::vec((0usize..700, 0usize..700), 1..4),
        width in prop::option::of(0usize..130),
    ) {
        let report = sample::anywhere(&text, &ends);
        for format in Format::ALL {
            let shown = written(format, &report, View { width, ..everything() });
            prop_assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{}: {shown}", format.name());
        }
    }
}
