//! How much weight a missing owner has: outside of plans a hint where something beside the action may name who does it.

use super::judged;
use planlint::finding::Severity;
use planlint::rules::Catalogue;

#[test]
fn what_stands_in_an_owners_place_may_be_one() {
    let catalogue = Catalogue::shipped();
    let mut otherwise = Vec::new();
    for (below_the_title, weight) in [
        ("## Actions\n\n- Book the hall\n", Severity::Warning),
        ("## Actions\n\n- TBD: book the hall\n", Severity::Warning),
        ("## Actions\n\n- Book the hall by 2026-03-01 (200 seats)\n", Severity::Warning),
        ("## Actions\n\nNext steps:\n\n- Book the hall\n", Severity::Warning),
        ("## Actions\n\n- Blog - unassigned for now\n- Ann: book it\n", Severity::Warning),
        ("## Actions\n\n- The hall KIM is on this\n", Severity::Hint),
        ("## Actions\n\n- Den Saal buchen, da kümmert sich wer vom Chor\n", Severity::Hint),
        ("## Actions\n\n- Front desk: book the hall\n", Severity::Hint),
        ("## Actions\n\n- [kitchen] book the hall\n", Severity::Hint),
        ("## Actions\n\n- Book the hall (Front desk)\n", Severity::Hint),
        ("## Actions\n\n- Book the hall - Front desk\n", Severity::Hint),
        ("## Actions\n\n- Guests of the school will book the hall\n", Severity::Hint),
        ("## Actions\n\n- Book the hall\n  - zwei vom Chor\n", Severity::Hint),
        ("## Actions\n\nThose of the front desk:\n\n- Book the hall\n", Severity::Hint),
        ("## Actions\n\n### Front desk\n\n- Book the hall\n", Severity::Hint),
        ("## Action items for volunteers\n\n- Book the hall\n", Severity::Hint),
        ("## Maßnahmen\n\nAm Empfang zu erledigen:\n\n- Saal buchen\n", Severity::Hint),
        ("## Acciones\n\n- Reservar la sala (Los vecinos)\n", Severity::Hint),
    ] {
        let text = format!("---\nkind: notes\n---\n\n# Spring\n\n{below_the_title}");
        let weights: Vec<Severity> = judged(&text, catalogue, &["A101"]).into_iter().map(|finding| finding.severity).collect();
        if weights != [weight] {
            otherwise.push((below_the_title, weights));
        }
    }
    assert!(otherwise.is_empty(), "{otherwise:#?}");
}

#[test]
fn who_writes_a_plan_names_people() {
    let text = "---\nkind: plan\n---\n\n# Spring\n\n## Actions\n\n- Front desk: book the hall\n- Print the list (Front desk)\n";
    let found = judged(text, Catalogue::shipped(), &["A101"]);
    let weights: Vec<Severity> = found.into_iter().map(|finding| finding.severity).collect();
    assert_eq!(weights, [Severity::Warning; 2]);
}
