//! Where judging stops, it says so, whatever is chosen and silenced.

use crate::judged;
use planlint::rules::Catalogue;

#[test]
fn nesting_beyond_the_limit_is_told_and_cannot_be_silenced() {
    let text = format!("<!-- planlint-disable-file -->\n\n# Plan\n\n{}deep\n", "> ".repeat(101));
    let findings = judged(&text, Catalogue::shipped(), &["Q101"]);
    let messages: Vec<_> = findings.iter().map(|finding| (&*finding.code, finding.message.as_str())).collect();
    assert_eq!(messages, [("H109", "not read to the end: lists or quotes are nested deeper than 100")]);
}

#[test]
fn more_findings_than_anybody_reads_are_cut() {
    let text = format!("# Plan\n\n{}", "A page xxx ya\n\nTODO: this\n\n".repeat(10_050));
    let findings = judged(&text, Catalogue::shipped(), &["H101"]);
    assert_eq!(findings.len(), 10_001);
    let last = findings.last().expect("a finding");
    assert_eq!((&*last.code, last.message.as_str()), ("H109", "more than 10000 findings: the rest is not shown"));
}
