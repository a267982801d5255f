//! Which files are documents and why, as the user is told: the list of `--show-files`, and what is said when there are none.

use super::exit::{Exit, Stop};
use super::screen::Screen;
use crate::dialect::vocabulary::Vocabulary;
use crate::workspace::{Found, Reason, hint};
use std::io::Write;

/// Lists every Markdown file met, and why it is checked or not.
pub(super) fn list_files(found: &Found, only_plans: bool, screen: &mut Screen) -> Result<Exit, Stop> {
    for candidate in &found.candidates {
        let verdict = if candidate.picking.is_picked() { "checked" } else { "passed over" };
        writeln!(screen.out, "{}: {verdict}: {}", candidate.path, candidate.picking.because())?;
    }
    found.problems.iter().for_each(|problem| screen.say(&problem.to_string()));
    let nothing_was_picked = found.picked().next().is_none() && !only_plans;
    if nothing_was_picked && found.problems.is_empty() {
        say_nothing_was_picked(found, screen);
    }
    Ok(if nothing_was_picked || !found.problems.is_empty() { Exit::Failed } else { Exit::Clean })
}

/// Says which documents are judged although they say that they should not be.
pub(super) fn say_which_opt_out(found: &Found, screen: &Screen) {
    for candidate in found.picked().filter(|candidate| *candidate.picking.because() == Reason::NamedThoughOff) {
        screen.say(&format!("{}: checked, because {}", candidate.path, candidate.picking.because()));
    }
}

/// A check that looked at nothing must not pass for a good one: says so, and how to go on.
pub(super) fn say_nothing_was_picked(found: &Found, screen: &Screen) {
    let met = match found.candidates.len() {
        0 => "No Markdown files were found here, so nothing was checked.".to_owned(),
        1 => "Nothing was checked: the one Markdown file here is no plan document by its name or front matter.".to_owned(),
        n => format!("Nothing was checked: none of the {n} Markdown files here is a plan document by its name or front matter."),
    };
    screen.say(&met);
    let advice = hint(found, Vocabulary::builtin()).unwrap_or_else(|| {
        let advice = if found.candidates.is_empty() {
            "Name a document or a folder, as in `planlint check plans/`, or start one with `planlint new plan plan.md`."
        } else {
            "Name a document to have it checked, as in `planlint check notes.md`. `--show-files` says why each one was passed over."
        };
        advice.to_owned()
    });
    screen.say(&advice);
}
