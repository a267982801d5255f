//! `rules/README.md`: every shipped rule in a table per group, made from the pages alone. A test compares it with the file.

use super::catalogue::Catalogue;
use super::page::Page;
use crate::finding::{Applicability, Severity};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The folders of pages in reading order, and what their rules ask.
const GROUPS: [(&str, &str); 14] = [
    ("mission", "What the organisation is for, for whom, and what they shall experience."),
    ("vision", "What will be different, and for whom."),
    ("strategy", "How the mission is carried out, by what means, measured how."),
    ("questions", "Every question gets an answer."),
    ("actions", "Every action says who does what."),
    ("dates", "Every deadline is a date that holds."),
    ("gaps", "What falls short is named, confirmed and closed."),
    ("ownership", "Somebody answers for every area and stands behind the whole."),
    ("balance", "Work for today and work for tomorrow."),
    ("traceability", "What serves what, by number."),
    ("cross-document", "Documents of a series agree and lead to each other."),
    ("language", "One language at a time, in the words people use."),
    ("housekeeping", "The text itself: leftovers, damage, what cannot be read."),
    ("contact-center", "A rule pack of its own, in force with `extends = [\"contact-center\"]`."),
];

const INTRODUCTION: &str = "\
# Rules

One page per rule: why it matters, what it flags and accepts, examples, options. The examples are run as tests.
`planlint explain CODE` shows a page in the terminal.

Severity is the rule's own, with that of its milder or graver cases behind it; the kind of a document, its stage of life and your
configuration may change it. Class says what a stage of life does: *completeness* is milder in a draft and graver in an approved
plan, and like *quality* silent in an archived one; *correctness* always holds. Fix is the strongest one offered: *safe* ones are
applied by `--fix`, a *scaffold* leaves words to fill in, a *choice* is yours.
";

/// The text of the file.
pub fn contents() -> String {
    let mut text = String::from("<!-- Made from the rule pages by `UPDATE_CATALOGUE=1 cargo test --test rules`. -->\n\n");
    text.push_str(INTRODUCTION);
    for (folder, about) in GROUPS {
        let prefix = format!("rules/{folder}/");
        let mut pages: Vec<(Page, &str)> = Catalogue::shipped_pages()
            .filter_map(|(path, page)| Some((path.strip_prefix(&prefix)?, Page::read(page).ok()?)))
            .map(|(file, page)| (page, file))
            .collect();
        pages.sort_by(|(one, _), (other, _)| one.code.cmp(&other.code));
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "\n## {}\n\n{about}\n\n| Code | Rule | Severity | Class | Fix | Flags |\n|---|---|---|---|---|---|\n",
            title(folder)
        );
        for (page, file) in pages {
            let _ = writeln!(
                text,
                "| {} | [{}]({folder}/{file}) | {} | {} | {} | {} |",
                page.code,
                page.name,
                severities(&page),
                page.class.word(),
                page.fix.map_or("", Applicability::word),
                page.summary
            );
        }
    }
    text
}

fn title(folder: &str) -> String {
    let words = folder.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The usual severity, and those of its other cases behind it.
fn severities(page: &Page) -> String {
    let usual = page.severity.get("default").copied().unwrap_or(Severity::Info);
    let others: BTreeSet<Severity> = page.severity.values().copied().filter(|severity| *severity != usual).collect();
    let others: Vec<&str> = others.into_iter().rev().map(Severity::word).collect();
    if others.is_empty() { usual.word().to_owned() } else { format!("{} ({})", usual.word(), others.join(", ")) }
}
