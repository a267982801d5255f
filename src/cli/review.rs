//! What `check` and `fix` do: picks the documents, has them mended and judged, writes what was found, and says with its status how it went.

use super::arguments::Judging;
use super::crew::Crew;
use super::docket::{Docket, Waiting};
use super::exit::{Exit, Stop};
use super::files::{list_files, say_nothing_was_picked, say_which_opt_out};
use super::formats::{deliver, destinations, leaves_room, tell_fixes};
use super::house::House;
use super::judging::{Outcome, judge_all};
use super::screen::Screen;
use super::spoken::read_spoken_of;
use super::values::FailOn;
use super::writing::{Fixed, Mending, carry_out};
use crate::finding::{Confidence, Severity};
use crate::output::{Problem, Report, View, write_statistics};
use std::io::Write;

/// Mends what is to be mended, judges what is left, and writes it down.
pub(super) fn review(judging: &Judging, mending: Option<Mending>) -> Result<Exit, Stop> {
    let mut screen = Screen::new(judging.color);
    let mut destinations = destinations(&judging.format)?;
    let house = House::new(&judging.configuration, judging.today)?;
    let mut docket = Docket::of(judging, &house)?;
    if judging.show_files {
        return list_files(&docket.found, judging.only_plans, &mut screen);
    }
    if !judging.quiet {
        say_which_opt_out(&docket.found, &screen);
    }

    let crew = Crew::new(docket.waiting().len(), judging.threads.map_or(0, usize::from), screen.is_watched() && !judging.quiet);
    let mut fixed = Fixed::default();
    if let Some(how) = mending {
        fixed = carry_out(how, &mut docket, judging, &crew, &mut screen)?;
        if how.is_shown {
            // The screen shows the differences and nothing else.
            destinations.retain(|to| to.file.is_some());
        } else if let Some(text) = docket.stdin() {
            screen.out.write_all(text.as_bytes())?;
            screen.give_way();
        }
    }
    let waiting = docket.waiting();
    let outcomes = judge_all(&waiting, tell_fixes(&destinations), &crew);
    let is_broken = waiting.iter().zip(&outcomes).any(|(waiting, outcome)| breaks(outcome, waiting, judging));
    let report = report(outcomes, fixed.problems, &docket, &house);

    let view = view(judging, &waiting, &screen);
    deliver(&report, &view, &waiting, &destinations, &mut screen)?;
    if judging.statistics && leaves_room(&destinations) {
        write_statistics(&report, &view, &mut screen.out())?;
    } else if judging.statistics {
        write_statistics(&report, &view, &mut screen.err)?;
    }
    for problem in &report.problems {
        screen.say(&format!("{}: {}", problem.path, problem.message));
    }
    let nothing_was_picked = waiting.is_empty() && !judging.only_plans;
    if nothing_was_picked && report.problems.is_empty() {
        say_nothing_was_picked(&docket.found, &screen);
    }
    let found = if mending.is_some_and(|how| how.is_shown) { fixed.differs } else { is_broken };
    Ok(match (nothing_was_picked || !report.problems.is_empty(), found) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Found,
        (false, false) => Exit::Clean,
    })
}

/// All there is to write down. A document may have several problems; they are told by path.
fn report(outcomes: Vec<Outcome>, unfixed: Vec<Problem>, docket: &Docket, house: &House) -> Report {
    // A report of several documents names the day of the first one.
    let today = docket.waiting().first().map_or(house.today(), |first| first.settings.today);
    let mut report = Report { today, files: Vec::new(), others: Vec::new(), problems: problems(docket) };
    report.problems.extend(unfixed);
    for outcome in outcomes {
        match outcome {
            Ok(judged) => report.files.push(judged),
            Err(problem) => report.problems.push(problem),
        }
    }
    report.problems.sort_by(|one, other| one.path.cmp(&other.path));
    read_spoken_of(&mut report, &house.current);
    report
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
