//! One fact, one finding: of two rules that could speak of a slot, the more telling one does.

use crate::{judged, told};
use planlint::rules::Catalogue;

#[test]
fn one_rule_speaks_of_one_slot() {
    let actions = "| Action | Owner | Due |\n|---|---|---|\n";
    let people = "---\npeople: [Ann]\n---\n\n";
    for (text, wanted) in [
        // A row that loses cells says nothing for certain.
        (
            format!("{people}## Actions\n\n{actions}| Call | Bo | next week | after lunch |\n"),
            "H105 | Call | Bo | next week | after lunch |",
        ),
        (format!("{people}## Actions\n\n{actions}| Call | everyone | 2026-13-01 | TBC |\n"), "H105 | Call | everyone | 2026-13-01 | TBC |"),
        // A comment that silences does not fill its cell.
        (format!("## Actions\n\n{actions}| Call | <!-- planlint-disable-line A101 --> | 2026-03-01 |\n"), ""),
        // Who is nobody in particular is on no list of people either.
        (format!("{people}## Actions\n\n{actions}| Call | everyone | 2026-03-01 |\n"), "A102 everyone"),
        // What stands for the answer to a question is no placeholder left in the text.
        ("## Questions\n\n- Is it cold? (TBD)\n".to_owned(), "Q101 Is it cold? (TBD)"),
        ("## Questions\n\n- Is it cold? [TBD]\n".to_owned(), "Q101 Is it cold? [TBD]"),
        ("## Questions\n\n- Is it cold? - TBD\n".to_owned(), "Q101 Is it cold? - TBD"),
        ("## Questions\n\n### Is the hall cold? (TBD)\n".to_owned(), "Q101 Is the hall cold? (TBD)"),
    ] {
        let rules = ["A101", "A102", "D103", "D105", "H101", "H102", "H105", "O106", "Q101"];
        let found = told(&text, &judged(&text, Catalogue::shipped(), &rules));
        assert_eq!(found.join("\n"), wanted, "{text}");
    }
}
