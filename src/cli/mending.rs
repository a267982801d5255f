//! Mends the documents that wait, all of them in memory: a fix in one may call for one in another, so rounds go on until nothing changes.
//! Nothing is written here. Who writes, or only shows what would be written, gets the same texts.

use super::crew::Crew;
use super::docket::Waiting;
use super::guard::guarded;
use crate::fix::{Applied, Asked, Sheet, Wanted, elsewhere, mend};
use crate::output::Problem;
use crate::text::Text;
use crate::workspace::{Document, Files};
use std::collections::BTreeMap;

/// So many rounds over all documents must be enough.
const MOST_ROUNDS: usize = 10;

/// A document that changes.
pub(super) struct Mended<'a> {
    /// The document.
    pub(super) waiting: Waiting<'a>,
    /// Its text before.
    pub(super) old: String,
    /// Its text after.
    pub(super) new: String,
    /// What was done to it, in order.
    pub(super) applied: Vec<Applied>,
}

/// What mending came to.
#[derive(Default)]
pub(super) struct Repair<'a> {
    /// Documents that change, in the order of their paths.
    pub(super) mended: Vec<Mended<'a>>,
    /// Documents that could not be mended.
    pub(super) problems: Vec<Problem>,
    /// Fixes left out because they would have broken something else: each one is a mistake in planlint.
    pub(super) dropped: Vec<Problem>,
}

/// A text on its way.
struct State {
    old: String,
    now: String,
    applied: Vec<Applied>,
    dropped: Vec<Applied>,
    fault: Option<String>,
}

/// Mends `waiting`. Texts on the way are held in `files`, so that neighbours see them, and released in the end.
pub(super) fn mend_all<'a>(waiting: &[Waiting<'a>], wanted: Wanted, files: &Files, crew: &Crew) -> Repair<'a> {
    // What cannot be read is told by whoever judges.
    let mut states: Vec<Option<State>> = crew.each(waiting, |waiting| match waiting.read() {
        Ok(Document::Text(text)) => Some(State { old: text.clone(), now: text, applied: Vec::new(), dropped: Vec::new(), fault: None }),
        _ => None,
    });
    for _ in 0..MOST_ROUNDS {
        if !round(waiting, &mut states, wanted, files, crew) {
            break;
        }
    }
    let mut repair = Repair::default();
    for (waiting, state) in waiting.iter().zip(states) {
        let Some(State { old, now, applied, dropped, fault }) = state else { continue };
        let path = &waiting.candidate.path;
        let told = |message: String| Problem { path: path.clone(), message };
        waiting.put_back(files);
        repair.problems.extend(fault.map(told));
        repair.dropped.extend(
            dropped.iter().map(|fix| told(format!("\"{}\" ({}) was left out: it would have broken something else", fix.title, fix.code))),
        );
        if old != now {
            repair.mended.push(Mended { waiting: *waiting, old, new: now, applied });
        }
    }
    forget_neighbours(waiting);
    repair
}

/// One round over all documents; whether anything changed that others might see.
fn round(waiting: &[Waiting<'_>], states: &mut [Option<State>], wanted: Wanted, files: &Files, crew: &Crew) -> bool {
    let mut asked = if waiting.len() > 1 { ask(waiting, states, wanted, crew) } else { BTreeMap::new() };
    let work: Vec<(Waiting<'_>, Option<&State>, Vec<Asked>)> = waiting
        .iter()
        .zip(states.iter())
        .map(|(waiting, state)| (*waiting, state.as_ref(), asked.remove(waiting.candidate.path.as_str()).unwrap_or_default()))
        .collect();
    let results = crew.each(&work, |(waiting, state, asked)| {
        let state = state.filter(|state| state.fault.is_none())?;
        let outcome = guarded(|| mend(&waiting.bench(), &state.now, wanted, asked).map_err(|error| error.to_string()));
        Some(outcome.and_then(|outcome| outcome))
    });
    drop(work);
    let mut changed = false;
    for ((waiting, state), result) in waiting.iter().zip(states).zip(results) {
        let (Some(state), Some(result)) = (state, result) else { continue };
        match result {
            Ok(mended) => {
                state.dropped = mended.dropped;
                if mended.text != state.now {
                    changed = true;
                    files.hold(waiting.candidate.file.clone(), Text::new(&mended.text));
                    state.now = mended.text;
                    state.applied.extend(mended.applied);
                }
            }
            Err(fault) => {
                // A document that cannot be mended in full stays as it was.
                changed |= state.now != state.old;
                state.now.clone_from(&state.old);
                waiting.put_back(files);
                state.fault = Some(fault);
            }
        }
    }
    if changed {
        forget_neighbours(waiting);
    }
    changed && waiting.len() > 1
}

/// What documents know of each other was true of texts that have changed.
fn forget_neighbours(waiting: &[Waiting<'_>]) {
    for waiting in waiting {
        waiting.index.forget_all();
    }
}

/// What the findings of each document ask for in others, by the path of those.
fn ask(waiting: &[Waiting<'_>], states: &[Option<State>], wanted: Wanted, crew: &Crew) -> BTreeMap<String, Vec<Asked>> {
    let work: Vec<_> = waiting.iter().zip(states).collect();
    let asked = crew.each(&work, |(waiting, state)| {
        let Some(state) = state else { return Vec::new() };
        let asked = guarded(|| {
            let bench = waiting.bench();
            let document = bench.read(&state.now);
            let findings = bench.judge(&document, &state.now);
            elsewhere(&Sheet::new(&bench, &state.now, &document), &findings, wanted)
        });
        // Who mends the document itself meets the same mistake, and tells it.
        asked.unwrap_or_default()
    });
    let mut by_path: BTreeMap<String, Vec<Asked>> = BTreeMap::new();
    for asked in asked.into_iter().flatten() {
        if let Some(path) = asked.edit.path.as_deref() {
            by_path.entry(path.to_owned()).or_default().push(asked);
        }
    }
    by_path
}
