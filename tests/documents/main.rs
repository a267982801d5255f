//! Whole documents: what a writer sees of the fixtures, and what must hold for any text at all.
//!
//! Outside documents come from the folder that `PLANLINT_CORPUS` names; without it the project's own fixtures stand in, and say so.

mod any_text;
mod corpus;
mod seen;

use planlint::config::Config;
use planlint::finding::Finding;
use planlint::judge::{Choice, Settings, judge_text};
use planlint::rules::Catalogue;
use planlint::workspace::Files;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

/// Everything on, on the day of the examples.
static SETTINGS: LazyLock<Settings> = LazyLock::new(|| {
    let config = Arc::new(Config::built_in(Path::new("/workspace")));
    Settings::new(config, Catalogue::shipped(), &Choice::default(), jiff::civil::date(2026, 2, 1))
});

/// Judges a text alone in its workspace.
fn judge(text: &str, path: &str) -> Vec<Finding> {
    let index = SETTINGS.index(Arc::new(Files::in_memory()), PathBuf::from("/workspace"));
    judge_text(text, &Path::new("/workspace").join(path), &SETTINGS, &index)
}

/// What must hold for the findings of any text: places lie inside it, on the edges of characters, in order, with words.
fn assert_sound(text: &str, findings: &[Finding]) {
    for finding in findings {
        let places = std::iter::once(finding.span)
            .chain(finding.related.iter().filter(|related| related.path.is_none()).map(|related| related.span));
        for span in places {
            assert!(text.get(span.range()).is_some(), "{} at {span:?} of {} bytes: {text:?}", finding.code, text.len());
        }
        assert!(!finding.message.is_empty(), "{} says nothing", finding.code);
        // A brace of the text may be quoted; in a text without one it is a word that nobody put in.
        assert!(text.contains('{') || !finding.message.contains('{'), "{}: a word is missing in {:?}", finding.code, finding.message);
    }
    assert!(findings.is_sorted_by_key(|finding| finding.span.start), "findings out of order");
}

/// Every Markdown file below `folder`.
fn markdown_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            markdown_below(&path, found);
        } else if path.extension().is_some_and(|it| it == "md") {
            found.push(path);
        }
    }
    found.sort();
}
