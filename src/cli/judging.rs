//! Judges the documents that wait: each is read, judged and dropped by one thread, so that memory stays small.

use super::crew::Crew;
use super::docket::Waiting;
use super::guard::guarded;
use crate::fix::{Sheet, fill};
use crate::judge::too_large;
use crate::output::{Judged, Problem};
use crate::workspace::Document;
use std::sync::Arc;

/// A document with what was found in it, or why it could not be judged.
pub(super) type Outcome = Result<Judged, Problem>;

/// Judges `waiting`, one outcome for each; `with_fixes` also works out what would mend each finding.
pub(super) fn judge_all(waiting: &[Waiting<'_>], with_fixes: bool, crew: &Crew) -> Vec<Outcome> {
    crew.each(waiting, |waiting| {
        let problem = |message| Problem { path: waiting.candidate.path.clone(), message };
        guarded(|| judge(waiting, with_fixes)).and_then(|outcome| outcome).map_err(problem)
    })
}

fn judge(waiting: &Waiting<'_>, with_fixes: bool) -> Result<Judged, String> {
    let (text, findings) = match waiting.read()? {
        Document::TooLarge(bytes) => (String::new(), too_large(bytes, waiting.settings)),
        Document::Text(text) => {
            let bench = waiting.bench();
            let document = bench.read(&text);
            let mut findings = bench.judge(&document, &text);
            if with_fixes {
                fill(&Sheet::new(&bench, &text, &document), &mut findings);
            }
            // A text is kept only to tell the places of what was found in it.
            (if findings.is_empty() { String::new() } else { text }, findings)
        }
    };
    Ok(Judged { path: waiting.candidate.path.clone(), text: Arc::from(text), findings })
}
