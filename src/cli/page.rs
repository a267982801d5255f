//! A rule's page as it is read in a terminal: what the rule is on top, then the page, still Markdown but without its marks.

use crate::finding::Applicability;
use crate::rules::Page;
use std::fmt::Write as _;
use std::io::{self, Write};

const BOLD: &str = "\x1b[1m";
const UNDERLINED: &str = "\x1b[4m";
const DIM: &str = "\x1b[2m";
const RESET: &str = "\x1b[0m";

/// Writes `page`. In colour the places that an example is about are underlined.
pub(super) fn write_page(page: &Page, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let ink = |style: &str, text: &str| if colour { format!("{style}{text}{RESET}") } else { text.to_owned() };
    writeln!(out, "{} {}", ink(BOLD, &page.code), ink(BOLD, &page.name))?;
    writeln!(out, "{}\n", page.summary)?;
    for (what, told) in [("severity", severities(page)), ("class", class(page)), ("fix", fix(page).to_owned()), ("options", options(page))]
    {
        writeln!(out, "  {what:8}  {told}")?;
    }
    writeln!(out)?;
    let body = page.body.strip_prefix(&format!("# {}", page.name)).unwrap_or(&page.body);
    let mut in_example = false;
    for line in body.trim_start().lines() {
        if let Some(info) = line.strip_prefix("```") {
            in_example = !in_example;
            if in_example {
                writeln!(out, "{}", ink(DIM, &format!("  {}", caption(info))))?;
            }
        } else if in_example {
            writeln!(out, "  │ {}", marked(line, colour))?;
        } else if line.starts_with('#') {
            writeln!(out, "{}", ink(BOLD, line))?;
        } else {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// What an example is: what its info string says in a word.
fn caption(info: &str) -> &'static str {
    match info.split_whitespace().nth(1) {
        Some("bad") => "flagged:",
        Some("good") => "accepted:",
        Some("fixed") => "mended:",
        Some("also") => "and beside it:",
        _ => "example:",
    }
}

/// A line of an example with its `⟦ ⟧` taken out, or made into a line below.
fn marked(line: &str, colour: bool) -> String {
    let (on, off) = if colour { (UNDERLINED, RESET) } else { ("", "") };
    line.replace('⟦', on).replace('⟧', off)
}

/// "warning", or with the cases in which it is another one.
pub(super) fn severities(page: &Page) -> String {
    let mut told = page.severity.get("default").map_or("info", |severity| severity.word()).to_owned();
    for (variant, severity) in page.severity.iter().filter(|(variant, _)| *variant != "default") {
        let _ = write!(told, ", {} ({})", severity.word(), variant.replace('-', " "));
    }
    told
}

fn class(page: &Page) -> String {
    use crate::finding::Class::{Completeness, Correctness, Quality};
    let life = match page.class {
        Correctness => "the same in every phase of a document's life",
        Completeness => "lighter in a draft, heavier once approved, silent when done",
        Quality => "silent when the document is done",
    };
    format!("{}: {life}", page.class.word())
}

fn fix(page: &Page) -> &'static str {
    match page.fix {
        Some(Applicability::Safe) => "by --fix, and in editors",
        Some(Applicability::Scaffold) => "by --fix --scaffold, for you to fill in, and in editors",
        Some(Applicability::Choice) => "in editors, where you choose",
        None => "none",
    }
}

fn options(page: &Page) -> String {
    if page.options.is_empty() {
        return "none".to_owned();
    }
    let told: Vec<String> = page.options.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    told.join("\n            ")
}
