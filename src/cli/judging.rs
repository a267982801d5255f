//! Judges the documents that wait, on all cores: each is read, judged and dropped by one thread, so that memory stays small.
//! What comes out is in the order of the paths, whichever thread was first.

use super::docket::Waiting;
use super::guard::guarded;
use super::progress::with_progress;
use crate::judge::{judge_text, too_large};
use crate::output::{Judged, Problem};
use crate::workspace::{Document, read};
use rayon::prelude::*;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// A document with what was found in it, or why it could not be judged.
pub(super) type Outcome = Result<Judged, Problem>;

/// Judges `waiting`, one outcome for each, on so many `threads`; 0: one for each core.
pub(super) fn judge_all(waiting: &[Waiting<'_>], threads: usize, is_watched: bool) -> Vec<Outcome> {
    // Starting threads takes longer than one document.
    if let [only] = waiting {
        return vec![judge_one(only)];
    }
    with_progress(waiting.len(), is_watched, |done| {
        let one = |waiting| {
            let outcome = judge_one(waiting);
            done.fetch_add(1, Ordering::Relaxed);
            outcome
        };
        match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
            Ok(pool) => pool.install(|| waiting.par_iter().map(one).collect()),
            // A system without threads to spare still has this one.
            Err(_) => waiting.iter().map(one).collect(),
        }
    })
}

fn judge_one(waiting: &Waiting<'_>) -> Outcome {
    let problem = |message| Problem { path: waiting.candidate.path.clone(), message };
    guarded(|| judge(waiting)).and_then(|outcome| outcome).map_err(problem)
}

fn judge(waiting: &Waiting<'_>) -> Result<Judged, String> {
    let Waiting { candidate, settings, index, text } = *waiting;
    let limit = settings.config.document_bytes;
    let document = match text {
        Some(text) if text.len() as u64 > limit => Document::TooLarge(text.len() as u64),
        Some(text) => Document::Text(text.to_owned()),
        None => read(&candidate.file, limit).map_err(|problem| problem.message)?,
    };
    let (text, findings) = match document {
        Document::TooLarge(bytes) => (String::new(), too_large(bytes, settings)),
        Document::Text(text) => {
            let findings = judge_text(&text, &candidate.file, settings, index);
            // A text is kept only to tell the places of what was found in it.
            (if findings.is_empty() { String::new() } else { text }, findings)
        }
    };
    Ok(Judged { path: candidate.path.clone(), text: Arc::from(text), findings })
}
