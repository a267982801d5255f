//! Any text at all: nothing panics, every place lies inside, line ends and byte order marks change nothing.

use super::{assert_sound, judge};
use proptest::prelude::*;

/// Pieces that plans and troublemakers are made of.
const PIECES: &[&str] = &[
    "# ",
    "## Mission\n",
    "## Questions\n",
    "## Actions\n",
    "## Gaps\n",
    "## 質問\n",
    "## Ziele 2026\n",
    "- ",
    "  - ",
    "1. ",
    "- [ ] ",
    "- [x] ",
    "| a | Owner | Due |\n",
    "|---|---|---|\n",
    "| Buy paint | | |\n",
    "| | Ann |\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "**Purpose:** ",
    "Owner: Ann\n",
    "due:2026-02-30 ",
    "by next week ",
    "@ann ",
    "(Ann, 2026-03-01)",
    "[A1] ",
    "→ S2 ",
    "TBD ",
    "TODO ",
    "Who decides? ",
    "誰が決めるか。",
    "未定 ",
    "---\n",
    "+++\n",
    "kind: workbook\n",
    "status: approved\n",
    "```\n",
    "~~~\n",
    "<!-- planlint-disable A101 -->\n",
    "<!-- ",
    "-->",
    "> ",
    "\t",
    "• ",
    "・ ",
    "é",
    "👩‍🌾",
    "\u{feff}",
    "\u{2028}",
    "[x](y.md)",
    "[",
    "](",
    "`",
    "**",
    "~~",
    "a very long word of a plan ",
    "Preparation Assigned to Complete date\n",
    "\\|",
    "|",
];

fn plan_like() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plan_like_text_is_judged_soundly(text in plan_like()) {
        assert_sound(&text, &judge(&text, "any.plan.md"));
    }

    #[test]
    fn any_characters_are_judged_soundly(text in "\\PC{0,200}") {
        assert_sound(&text, &judge(&text, "any.plan.md"));
    }

    #[test]
    fn any_bytes_are_judged_soundly(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let text = String::from_utf8_lossy(&bytes);
        assert_sound(&text, &judge(&text, "notes.md"));
    }

    #[test]
    fn a_byte_order_mark_changes_no_finding(text in plan_like()) {
        prop_assume!(!text.contains('\u{feff}'));
        let codes = |text: &str, shift: u32| -> Vec<(String, u32)> {
            judge(text, "any.plan.md").iter().map(|finding| (finding.code.to_string(), finding.span.start - shift)).collect()
        };
        let marked = format!("\u{feff}{text}");
        prop_assert_eq!(codes(&text, 0), codes(&marked, 3));
    }

    #[test]
    fn judging_twice_says_the_same(text in plan_like()) {
        prop_assert_eq!(judge(&text, "any.plan.md"), judge(&text, "any.plan.md"));
    }
}

#[test]
fn every_prefix_of_a_plan_is_judged_soundly() {
    let plan = include_str!("../fixtures/summer.plan.md");
    for end in (0..=plan.len()).filter(|&end| plan.is_char_boundary(end)) {
        assert_sound(&plan[..end], &judge(&plan[..end], "summer.plan.md"));
    }
}

/// Blanks that Markdown does not know for such stand before a box and its words.
#[test]
fn boxes_behind_odd_blanks_are_judged_soundly() {
    for blank in ["\u{2028}", "\u{a0}", "\u{3000}", "\u{2028}\u{2028}"] {
        for text in [
            format!("- {blank}[ ] c¿Qué?"),
            format!("- {blank}[ ] añadir sillas\n\n## Actions\n\n- {blank}[ ] é"),
            format!("{blank}[ ] é\n[ ] ü"),
        ] {
            for path in ["notes.md", "minutes/2026-03-02.md", "any.plan.md"] {
                assert_sound(&text, &judge(&text, path));
            }
        }
    }
    // The finding sits on the words, whatever stands before the box.
    let text = "## Actions\n\n- \u{2028}[ ] añadir sillas\n- Ana: barrer\n";
    let unowned = judge(text, "any.plan.md").into_iter().find(|finding| &*finding.code == "A101").expect("nobody owns it");
    assert_eq!(unowned.span.of(text), "añadir sillas");
}
