//! `planlint check`: picks the documents, has them judged, writes what was found, and says with its status how it went.

use super::arguments::{Check, Judging};
use super::docket::{Docket, Waiting};
use super::exit::{Exit, Stop};
use super::files::{list_files, say_nothing_was_picked, say_which_opt_out};
use super::formats::{deliver, destinations, leaves_room};
use super::house::House;
use super::judging::{Outcome, judge_all};
use super::screen::Screen;
use super::spoken::read_spoken_of;
use super::values::FailOn;
use crate::finding::{Confidence, Severity};
use crate::output::{Problem, Report, View, write_statistics};

/// Checks what `options` name.
pub(super) fn check(options: &Check) -> Result<Exit, Stop> {
    let judging = &options.judging;
    let mut screen = Screen::new(judging.color);
    let destinations = destinations(&judging.format)?;
    let house = House::new(&judging.configuration, judging.today)?;
    let docket = Docket::of(judging, &house)?;
    if judging.show_files {
        return list_files(&docket.found, judging.only_plans, &mut screen);
    }

    let waiting = docket.waiting();
    let outcomes = judge_all(&waiting, threads(judging), screen.is_watched() && !judging.quiet);
    let is_broken = waiting.iter().zip(&outcomes).any(|(waiting, outcome)| breaks(outcome, waiting, judging));
    let mut report = Report { today: house.today(waiting.first()), files: Vec::new(), others: Vec::new(), problems: problems(&docket) };
    for outcome in outcomes {
        match outcome {
            Ok(judged) => report.files.push(judged),
            Err(problem) => report.problems.push(problem),
        }
    }
    report.problems.sort_by(|one, other| one.path.cmp(&other.path));
    read_spoken_of(&mut report, &house.current);

    let view = view(judging, &waiting, &screen);
    if !judging.quiet {
        say_which_opt_out(&docket.found, &screen);
    }
    deliver(&report, &view, &waiting, &destinations, &mut screen)?;
    if judging.statistics {
        if leaves_room(&destinations) {
            write_statistics(&report, &view, &mut screen.out)?;
        } else {
            write_statistics(&report, &view, &mut screen.err)?;
        }
    }
    for problem in &report.problems {
        screen.say(&format!("{}: {}", problem.path, problem.message));
    }
    let nothing_was_picked = waiting.is_empty() && !judging.only_plans;
    if nothing_was_picked && report.problems.is_empty() {
        say_nothing_was_picked(&docket.found, &screen);
    }
    Ok(if nothing_was_picked || !report.problems.is_empty() {
        Exit::Failed
    } else if is_broken {
        Exit::Found
    } else {
        Exit::Clean
    })
}

/// On how many threads; 0: one for each core.
pub(super) fn threads(judging: &Judging) -> usize {
    judging.threads.map_or(0, usize::from)
}

/// What the search already knows to be out of reach.
fn problems(docket: &Docket) -> Vec<Problem> {
    docket.found.problems.iter().map(|problem| Problem { path: problem.path.clone(), message: problem.message.clone() }).collect()
}

/// Whether a finding is heavy enough for status 1, by the command line or else by the document's own configuration. Shown or not does not count.
fn breaks(outcome: &Outcome, waiting: &Waiting<'_>, judging: &Judging) -> bool {
    let findings = outcome.as_ref().map_or([].as_slice(), |judged| &judged.findings);
    findings.iter().any(|finding| match judging.fail_on {
        Some(FailOn::AtLeast(severity)) => finding.severity >= severity,
        Some(FailOn::Never) => false,
        None => waiting.settings.config.fail_on.breaks(finding.severity),
    })
}

/// What is shown. Where configurations differ, the one that shows most counts for all.
fn view(judging: &Judging, waiting: &[Waiting<'_>], screen: &Screen) -> View {
    let configured = || waiting.iter().map(|waiting| waiting.settings.config.min_severity).min();
    View {
        min_severity: judging.min_severity.or_else(configured).unwrap_or(Severity::Info),
        min_confidence: judging.min_confidence.unwrap_or(Confidence::Low),
        colour: screen.colour,
        width: screen.width(),
        summary: !judging.quiet,
    }
}
