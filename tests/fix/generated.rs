//! The contract over documents that nobody would write: lines of plans thrown together, with any line end.
//! `PLANLINT_CASES` says how many, `PLANLINT_SEED` which ones.

use crate::contract::mended_twice;
use crate::promises::broken;
use crate::workshop::Workshop;
use planlint::fix::Wanted;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use rayon::prelude::*;
use std::sync::LazyLock;

/// Lines that make sense together only sometimes.
const LINES: [&str; 62] = [
    "---",
    "kind: workbook",
    "kind: plan",
    "kind: strategy",
    "kind: support",
    "kind: vision",
    "lang: de",
    "people: [Ann Lee, Bo Chen]",
    "# Plan",
    "# Our mission",
    "# Contact center strategy",
    "## Mission",
    "## Vision",
    "## Strategy",
    "## Objectives",
    "## Questions",
    "## Actions",
    "### Open questions",
    "## Gaps",
    "## Risks",
    "## Support areas",
    "## Metrics",
    "## Maßnahmen",
    "## 質問",
    "Actions",
    "=======",
    "**Questions**",
    "- **Purpose:** keep homes warm",
    "- **Customers:** TBD",
    "**Purpose:** calm",
    "Customers: all",
    "### Experience",
    "- Is it current?",
    "- [ ] Who pays? Who knows?",
    "  - Answer: TODO",
    "  - Yes, since May",
    "• Is it pasted?",
    "1. Who drives?",
    "- [ ] Publish the plan",
    "- [ ] Publish (Ann, by 2026-03-01)",
    "* [ ] Call HR due: next week",
    "- [ ]",
    "- [x] Done @bo",
    "| Action | Owner | Due |",
    "| Task | Owner |",
    "|---|---|---|",
    "| --- | --- |",
    "| Print | | 2026-02-30 |",
    "| Print | Ann |",
    "| | | |",
    "| Area | Owner | Responsibilities |",
    "- [S1] Grow. Supports: O1",
    "- [O1] CSAT to 85 %",
    "- [G1] Nobody coaches",
    "- Nobody coaches",
    "Preparation Assigned to Complete date",
    "in the first place.?The end??Is it",
    "Remember me?",
    "TODO",
    "```",
    "> quoted",
    "<!-- planlint-disable-line A101 -->",
];

static SHOP: LazyLock<Workshop> = LazyLock::new(Workshop::new);

fn document() -> impl Strategy<Value = String> {
    let line = prop_oneof![4 => proptest::sample::select(&LINES[..]), 2 => Just("")];
    let ending = prop_oneof![4 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\r")];
    (proptest::collection::vec((line, ending.clone()), 0..24), any::<bool>(), any::<bool>(), ending).prop_map(
        |(lines, own_endings, closed, ending)| {
            let mut text: String = lines.iter().map(|(line, own)| format!("{line}{}", if own_endings { own } else { &ending })).collect();
            if !closed {
                text.truncate(text.trim_end().len());
            }
            text
        },
    )
}

fn number(variable: &str, otherwise: u32) -> u32 {
    std::env::var(variable).ok().and_then(|count| count.parse().ok()).unwrap_or(otherwise)
}

/// So many cases are made from one seed. A lot can be had again by itself, and all processors work.
const LOT: u32 = 500;

/// What is wrong with the first case of a lot that goes wrong, made as small as it gets.
fn fault(seed: u32, cases: u32) -> Option<String> {
    let config =
        Config { cases, failure_persistence: None, max_shrink_iters: 4000, rng_seed: RngSeed::Fixed(seed.into()), ..Config::default() };
    let name = proptest::sample::select(&["new.plan.md", "notes.md", "mission.md", "strategy.md"][..]);
    let outcome = TestRunner::new(config).run(&(document(), name), |(text, name)| mends(&text, name));
    outcome.err().map(|error| format!("PLANLINT_SEED={seed} PLANLINT_CASES={cases}: {error}\n"))
}

/// What would break the contract is left out of such a document; the rest is applied, comes to an end, and stays.
fn mends(text: &str, name: &str) -> Result<(), TestCaseError> {
    for wanted in [Wanted::Safe, Wanted::Scaffold] {
        let mended = mended_twice(&SHOP, name, text, wanted);
        prop_assert!(mended.is_ok(), "{name}\n{text}\n{mended:?}");
        let faults = mended.map(|mended| broken(text, &mended)).unwrap_or_default();
        prop_assert!(faults.is_empty(), "{name}\n{text}\n{faults:?}");
    }
    let badly = SHOP.lying_badly(name, text);
    prop_assert!(badly.is_empty(), "{name}\n{text}\n{badly:?}");
    Ok(())
}

#[test]
fn thrown_together() {
    let (cases, seed) = (number("PLANLINT_CASES", 100), number("PLANLINT_SEED", 1));
    let lots: Vec<u32> = (0..cases.div_ceil(LOT)).collect();
    let report: String = lots.par_iter().filter_map(|lot| fault(seed.wrapping_add(*lot), LOT.min(cases - lot * LOT))).collect();
    assert!(report.is_empty(), "\n{report}");
}
