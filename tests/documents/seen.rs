//! What a writer sees of each fixture, as the built program prints it.

use assert_cmd::Command;
use std::path::Path;

fn seen(file: &str) -> String {
    let mut command = Command::cargo_bin("planlint").expect("cargo builds the program");
    let run = command
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"))
        .env_remove("GITHUB_ACTIONS")
        .args(["check", "--isolated", "--color", "never", "--today", "2026-02-01", "--min-severity", "hint", file])
        .output()
        .expect("the program starts");
    let mut all = String::from_utf8(run.stdout).expect("output is UTF-8");
    all.push_str(&String::from_utf8_lossy(&run.stderr));
    all
}

macro_rules! fixture {
    ($name:ident, $file:literal) => {
        #[test]
        fn $name() {
            insta::assert_snapshot!(stringify!($name), seen($file));
        }
    };
}

fixture!(a_workbook_half_filled_in, "library.plan.md");
fixture!(a_japanese_plan, "summer.plan.md");
fixture!(a_german_plan, "chorfest.plan.md");
fixture!(a_page_pasted_from_the_web, "pasted.md");
fixture!(minutes, "minutes/2026-01-20.md");
fixture!(a_finished_mission, "finished.mission.md");
