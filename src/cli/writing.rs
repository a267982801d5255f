//! Has the documents mended, then writes them, or shows what would be written.

use super::arguments::{Fixing, Judging};
use super::crew::Crew;
use super::docket::Docket;
use super::exit::Stop;
use super::mending::{Mended, Repair, mend_all};
use super::screen::Screen;
use crate::fix::{Wanted, diff, write};
use crate::output::Problem;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What is to be mended, and whether it is only shown.
#[derive(Clone, Copy)]
pub(super) struct Mending {
    wanted: Wanted,
    /// Nothing is written.
    pub(super) is_shown: bool,
}

impl Mending {
    /// As the command line says.
    pub(super) fn of(fixing: &Fixing) -> Self {
        Self { wanted: if fixing.scaffold { Wanted::Scaffold } else { Wanted::Safe }, is_shown: fixing.diff }
    }
}

/// What came of it.
#[derive(Default)]
pub(super) struct Fixed {
    /// Documents that could not be mended or written.
    pub(super) problems: Vec<Problem>,
    /// Something was mended, or would be.
    pub(super) differs: bool,
}

/// Mends the documents of `docket`: on the disk, and in `docket` what came from standard input.
pub(super) fn carry_out(how: Mending, docket: &mut Docket, judging: &Judging, crew: &Crew, screen: &mut Screen) -> Result<Fixed, Stop> {
    let Repair { mended, mut problems, dropped } = mend_all(&docket.waiting(), how.wanted, &docket.files, crew);
    for Problem { path, message } in &dropped {
        screen.say(&format!("{path}: {message}; please report this mistake in planlint"));
    }
    if !how.is_shown {
        write::let_the_disk_answer();
    }
    let (mut documents, mut places) = (0, 0);
    let mut from_stdin = None;
    let roots = roots(judging);
    let mut folders = BTreeSet::new();
    let differs = !mended.is_empty();
    let mut mended = mended.into_iter();
    while let Some(Mended { waiting, old, new, applied }) = mended.next() {
        if how.is_shown {
            diff::unified(&waiting.candidate.path, &old, &new, screen.colour, &mut screen.out)?;
        } else if waiting.text.is_some() {
            from_stdin = Some(new);
        } else {
            match write::replace(&waiting.candidate.file, old.as_bytes(), new.as_bytes(), &roots) {
                Ok(folder) if folders.contains(&folder) => {}
                Ok(folder) => {
                    write::sweep(&folder);
                    folders.insert(folder);
                }
                Err(refusal) => {
                    // Where the disk says no, nothing else could be written either: that is one fact.
                    let is_of_the_disk = refusal.is_of_the_disk();
                    let others = if is_of_the_disk { mended.len() } else { 0 };
                    problems.push(refused(waiting.candidate.path.clone(), &refusal, others));
                    if is_of_the_disk {
                        break;
                    }
                    continue;
                }
            }
        }
        documents += 1;
        places += applied.len();
    }
    folders.iter().for_each(|folder| write::settle(folder));
    if let Some(text) = from_stdin {
        docket.replace_stdin(text);
    }
    // Where something was refused, the problems tell what.
    if !judging.quiet && (places > 0 || !differs) {
        screen.say(&summary(places, documents, how.is_shown));
    }
    Ok(Fixed { problems, differs })
}

/// The folders and files given, where they really are: nothing outside of them is written.
fn roots(judging: &Judging) -> Vec<PathBuf> {
    judging.paths.iter().filter_map(|path| path.canonicalize().ok()).collect()
}

/// Why the document at `path` was not written, and with it so many `others`.
fn refused(path: String, refusal: &write::Refusal, others: usize) -> Problem {
    let others = if others > 0 { format!("; {} not written either", counted(others, "other document")) } else { String::new() };
    Problem { path, message: format!("not fixed: {refusal}{others}") }
}

fn counted(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

fn summary(places: usize, documents: usize, is_shown: bool) -> String {
    match (places, is_shown) {
        (0, _) => "There was nothing to mend.".to_owned(),
        (_, false) => format!("Mended {} in {}.", counted(places, "place"), counted(documents, "document")),
        (_, true) => format!("{} in {} would be mended. Nothing was written.", counted(places, "place"), counted(documents, "document")),
    }
}
