//! Writes plan documents to measure with, the same ones each time.
//!
//!     corpus FOLDER
//!
//! `a`: 5,000 files of about 8 KB; `b`: one of 1 MB; `c`: one of 10 MB; `d`: one of 8 KB.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/corpus".to_owned());
    let folder = Path::new(&folder);
    for (name, files, bytes) in [("a", 5_000, 8_000), ("b", 1, 1_000_000), ("c", 1, 10_000_000), ("d", 1, 8_000)] {
        for number in 0..files {
            let team = folder.join(name).join(format!("team-{:02}", number % 50));
            fs::create_dir_all(&team)?;
            fs::write(team.join(format!("plan-{number:04}.plan.md")), document(number, bytes))?;
        }
    }
    Ok(())
}

/// Dice that always fall the same way.
struct Dice(u64);

impl Dice {
    fn throw<'t>(&mut self, of: &[&'t str]) -> &'t str {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        of[(self.0 >> 33) as usize % of.len()]
    }
}

const WHO: [&str; 6] = ["Ann Lee", "@bo-c", "the board", "Maria Silva", "TBD", "Jonas Weber"];
const WHAT: [&str; 6] =
    ["call every branch", "write the budget down", "train new starters", "look into the backlog", "hire two nurses", "publish the plan"];
const WHEN: [&str; 6] = ["2026-03-01", "by 2026-06-30", "next month", "Q3 2026", "soon", "2026-02-30"];
const ASKED: [&str; 4] = ["Who decides?", "Is the list current?", "What does it cost? Who pays?", "Do we tell the customers?"];
const PROSE: [&str; 4] = [
    "We answer every call within two minutes, so that nobody has to ask twice.",
    "The team met the branches in spring and wrote down what they *really* need; see [the notes](notes.md).",
    "Customers feel welcome, and the people who work here go home on time.",
    "Costs rose by 4 % in 2025, mostly for `rent`, and the café — everybody's favourite — stays.",
];

/// A plan of about so many bytes.
fn document(seed: usize, bytes: usize) -> String {
    let mut dice = Dice(seed as u64 + 1);
    let mut text = format!("# Plan of team {seed}\n\n## Mission\n\n{}\n", dice.throw(&PROSE));
    for part in 1.. {
        if text.len() >= bytes {
            break;
        }
        section(part, &mut dice, &mut text);
    }
    text
}

/// One part of a plan. Writing to a string cannot fail.
fn section(part: usize, dice: &mut Dice, text: &mut String) {
    let _ = writeln!(text, "\n## Area {part}\n\n{}\n{}\n\n### Questions\n", dice.throw(&PROSE), dice.throw(&PROSE));
    for _ in 0..3 {
        let _ = writeln!(text, "- {}\n  - {}", dice.throw(&ASKED), dice.throw(&["Yes, since March.", "TBD", "Not yet", "The board."]));
    }
    let _ = writeln!(text, "\n### Actions\n\n| Action | Owner | Due |\n|---|---|---|");
    for _ in 0..4 {
        let _ = writeln!(text, "| {} | {} | {} |", dice.throw(&WHAT), dice.throw(&WHO), dice.throw(&WHEN));
    }
    let _ = writeln!(text, "\n### Next steps\n");
    for _ in 0..4 {
        let _ = writeln!(text, "- [{}] {}: {} {}", dice.throw(&[" ", "x"]), dice.throw(&WHO), dice.throw(&WHAT), dice.throw(&WHEN));
    }
}
