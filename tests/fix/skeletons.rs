//! `planlint new`: a document of each kind in each language is judged like any other, and nothing is missing from it but what its
//! placeholders ask for.

use crate::workshop::Workshop;
use planlint::dialect::concept::{Kind, Language};
use planlint::dialect::vocabulary::Vocabulary;
use planlint::fix::{Wanted, skeleton};

/// The rules that speak of a new document of `kind`, one for each finding.
fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::Mission => "D108 H101 M102 M103 M104 V101",
        Kind::Vision => "D108 H101 V103 V103 V103",
        Kind::Strategy => "A101 B102 B102 D101 D108 H101 H101 H101 H101 H101 H101 H101 H101 H104 O105 S103",
        Kind::Plan => "A101 D101 H101 H104 M102 M103 M104",
        Kind::Workbook => {
            "A101 D101 H101 H101 H101 H101 H101 H104 H104 M102 M103 M104 Q101 Q101 Q101 Q101 Q101 Q101 Q101 Q101 Q101 Q101 Q101 V101"
        }
        Kind::Support => "H104 H104",
        Kind::Index => "",
        Kind::Notes => "A101 D101 H101 H104 H104",
    }
}

#[test]
fn new_documents_lack_only_what_a_person_fills_in() {
    let shop = Workshop::unconfigured();
    let mut report = String::new();
    for &kind in Kind::ALL {
        for &language in Language::ALL {
            let text = skeleton(kind, language, Vocabulary::builtin());
            let name = format!("new.{}.md", kind.word());
            let findings = shop.judge(&name, &text);
            let mut codes: Vec<&str> = findings.iter().map(|finding| &*finding.code).collect();
            codes.sort_unstable();
            let codes = codes.join(" ");
            if codes != expected(kind) {
                report += &format!("{} {}: {codes}\n", kind.word(), language.word());
            }
            let mended = shop.mend(&name, &text, Wanted::Scaffold).expect("it comes to an end");
            if mended.text != text {
                report += &format!("{} {}: there is something to insert: {:?}\n", kind.word(), language.word(), mended.applied);
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}
