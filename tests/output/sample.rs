//! One report with everything that ever broke a report: CJK, CRLF, a byte order mark, tabs, long lines, other places, empty spans.
//! Spans are marked `⟦ ⟧` in the texts, in the order of the findings.

use jiff::civil::date;
use planlint::finding::{Applicability, Class, Confidence, Edit, Finding, Fix, Related, Severity};
use planlint::output::{Document, Judged, Problem, Report, RuleFacts};
use planlint::text::Span;
use std::sync::Arc;

/// The text without its marks, and what they enclosed.
fn unmarked(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut starts, mut spans) = (String::new(), Vec::new(), Vec::new());
    for c in marked.chars() {
        match c {
            '⟦' => starts.push(text.len()),
            '⟧' => spans.push(Span::new(starts.pop().expect("an opened mark"), text.len())),
            c => text.push(c),
        }
    }
    (text, spans)
}

fn finding(code: &str, name: &str, severity: Severity, message: &str, span: Span) -> Finding {
    Finding {
        code: code.into(),
        name: name.into(),
        severity,
        class: Class::Completeness,
        confidence: Confidence::High,
        message: message.into(),
        help: None,
        span,
        related: Vec::new(),
        fixes: Vec::new(),
    }
}

fn fix(title: &str, applicability: Applicability, span: Span, text: &str) -> Fix {
    Fix { title: title.into(), applicability, edits: vec![Edit { path: None, span, text: text.into() }] }
}

fn related(path: Option<&str>, span: Span, message: &str) -> Related {
    Related { path: path.map(Arc::from), span, message: message.into() }
}

/// A document and one finding per mark.
fn judged(path: &str, marked: &str, findings: impl FnOnce(&[Span]) -> Vec<Finding>) -> Judged {
    let (text, spans) = unmarked(marked);
    Judged { path: path.into(), text: text.into(), findings: findings(&spans) }
}

/// An action table with a blank cell, in a document with CRLF, a byte order mark and a tab.
fn workbook() -> Judged {
    let text = "\u{feff}# ⟦Workbook⟧\r\n\r\n## Actions\r\n\r\n| Action | Owner | Due |\r\n| --- | --- | --- |\r\n| Review your organization's mission statement and strategy. Is it up to date? Do employees understand how the contact center and their job roles support the mission? |⟦ ⟧| 2026-02-20 |\r\n|\tDefine the mission | ⟦everyone⟧ | ⟦next week⟧ |\r\n";
    judged("plans/workbook.md", text, |at| {
        let mut gaps =
            finding("G101", "missing-gaps", Severity::Info, "no gaps section: the workbook asks to assess and document gaps", at[0]);
        let end = Span::empty(unmarked(text).0.len());
        gaps.help = Some("list the gaps between the mission and what you can do today".into());
        gaps.fixes = vec![fix("Insert the section \"Gaps\"", Applicability::Scaffold, end, "\r\n## Gaps\r\n\r\nTODO\r\n")];
        let mut owner = finding(
            "A101",
            "unassigned-action",
            Severity::Warning,
            "action \"Review your organization's mission state…\" has no owner",
            at[1],
        );
        owner.help = Some("name one person or role".into());
        owner.fixes = vec![fix("Assign to Ann Lee", Applicability::Choice, at[1], " Ann Lee ")];
        let mut everyone = finding("A102", "no-single-owner", Severity::Warning, "\"everyone\" is not one owner", at[2]);
        everyone.help = Some("name one person or role".into());
        everyone.confidence = Confidence::Low;
        let mut due = finding("D105", "relative-date", Severity::Warning, "\"next week\" does not say which week", at[3]);
        due.help = Some("write the date".into());
        due.fixes = vec![fix("Write 2026-02-06", Applicability::Safe, at[3], "2026-02-06")];
        vec![gaps, owner, everyone, due]
    })
}

/// Wide characters before and inside the span, and places elsewhere: in this document, in another judged one, in one only read, in one unknown.
fn mission() -> Judged {
    judged(
        "計画/ミッション.md",
        "# ⟦ミッション⟧\n\n- **目的**:⟦未定⟧です\n- **顧客**: 家庭 👩‍👩‍👧 とe\u{301}\n",
        |at| {
            let mut conflict = finding("X105", "conflicting-mission", Severity::Error, "the series states two missions", at[0]);
            conflict.related = vec![
                related(None, at[1], "stated here"),
                related(Some("plans/workbook.md"), Span::new(5, 13), "and otherwise here"),
                related(Some("strategy.md"), Span::new(2, 10), "linked from here"),
                related(Some("gone.md"), Span::new(2, 10), "once stated here"),
                related(None, at[0], "five"),
            ];
            vec![conflict, finding("H101", "placeholder-text", Severity::Warning, "\"未定\" is a placeholder", at[1])]
        },
    )
}

/// A paragraph of 3,000 columns, a span over five lines, text that acts on a terminal, the end of a file without a final line end.
fn notes() -> Judged {
    let long = format!("{}what would ⟦happen⟧ if{}", "words and ".repeat(150), " more words".repeat(130));
    let text = format!("{long}\n\n⟦- one\n- two\n- three\n- four\n- five\n⟧\n\u{1b}[31mred ⟦\u{202e}rewo⟧\nthe end⟦⟧");
    judged("notes.md", &text, |at| {
        let mut conflict = finding("Q103", "bundled-questions", Severity::Hint, "two questions in one", at[0]);
        conflict.related = vec![related(None, Span::new(0, 5), "the first")];
        vec![
            conflict,
            finding("A103", "vague-action", Severity::Hint, "five actions in two words", at[1]),
            finding("O106", "unknown-owner", Severity::Info, "\"\u{202e}rewo\" is not known::\n::error::smuggled \u{1b}[31m100%", at[2]),
            finding("A104", "missing-actions", Severity::Warning, "no actions", at[3]),
        ]
    })
}

/// See the head of this file.
pub(crate) fn report() -> Report {
    let empty = judged("empty.md", "⟦⟧", |at| vec![finding("M101", "missing-mission", Severity::Warning, "no mission section", at[0])]);
    let fine = judged("fine.md", "# Mission\n", |_| Vec::new());
    Report {
        today: date(2026, 2, 1),
        files: vec![empty, fine, notes(), workbook(), mission()],
        others: vec![Document { path: "strategy.md".into(), text: "# Strategy\n".into() }],
        problems: vec![Problem { path: "old plan.md".into(), message: "not UTF-8: save as UTF-8".into() }],
    }
}

/// The same documents, faultless.
pub(crate) fn faultless() -> Report {
    let mut report = report();
    report.files.iter_mut().for_each(|file| file.findings.clear());
    report.problems.clear();
    report
}

/// 100 documents of 1,000 actions without an owner each.
pub(crate) fn enormous() -> Report {
    let line = "| Gather the mission statements of the company and of the contact center, and any other defining ones |⟦ ⟧| |\n";
    let table = judged("", &line.repeat(1000), |at| {
        let action =
            |at: &Span| finding("A101", "unassigned-action", Severity::Warning, "action \"Gather the mission…\" has no owner", *at);
        at.iter().map(|at| Finding { help: Some("name one person or role".into()), ..action(at) }).collect()
    });
    let files = (0..100).map(|number| Judged { path: format!("plan-{number:02}.md"), ..table.clone() });
    Report { today: date(2026, 2, 1), files: files.collect(), others: Vec::new(), problems: Vec::new() }
}

/// One document with a finding at the first place of `ends` and the others related to it.
pub(crate) fn anywhere(text: &str, ends: &[(usize, usize)]) -> Report {
    let spans: Vec<_> = ends.iter().map(|(one, other)| Span::new(*one.min(other), *one.max(other))).collect();
    let mut anywhere = finding("H101", "placeholder-text", Severity::Warning, text, spans[0]);
    anywhere.related = spans[1..].iter().map(|span| related(None, *span, text)).collect();
    anywhere.fixes = vec![fix(text, Applicability::Safe, spans[0], text)];
    let file = Judged { path: "plan.md".into(), text: text.into(), findings: vec![anywhere] };
    Report { today: date(2026, 2, 1), files: vec![file], others: Vec::new(), problems: Vec::new() }
}

/// Two of the rules that spoke.
pub(crate) fn rules() -> Vec<RuleFacts> {
    let rule = |code: &str, name: &str, summary: &str, help_uri: Option<&str>| RuleFacts {
        code: code.into(),
        name: name.into(),
        summary: summary.into(),
        severity: Severity::Warning,
        class: Class::Completeness,
        help: format!("# {name}\n\nWhy it matters.\n"),
        help_uri: help_uri.map(str::to_owned),
    };
    vec![
        rule("A101", "unassigned-action", "An action without an owner", Some("https://example.org/rules/A101")),
        rule("M101", "missing-mission", "A plan without a mission", None),
    ]
}
