//! Whether a pass of fixes kept its promise (DESIGN 8, clause 2): what was mended is gone or has become something that stands in the
//! inserted text, and nothing else has come up.

use super::apply::Moves;
use crate::finding::{Edit, Finding};
use crate::text::Span;
use std::collections::HashMap;

/// A text and what was found in it.
#[derive(Clone, Copy)]
pub(super) struct Judged<'j> {
    pub(super) text: &'j str,
    pub(super) findings: &'j [Finding],
}

/// Whether `after`, which `edits` made of `before`, keeps the promise. `mended` are the indices of the findings that the edits are for.
pub(super) fn is_kept(before: Judged<'_>, after: Judged<'_>, edits: &[Edit], mended: &[usize]) -> bool {
    let moves = Moves::new(edits);
    let inserted = moves.inserted();
    let is_inserted = |span: Span| {
        let behind = inserted.partition_point(|place| place.start <= span.start);
        inserted[..behind].iter().rev().take(2).any(|place| place.covers(span))
    };
    let mut old: HashMap<(&str, String), Vec<usize>> = HashMap::new();
    for (number, finding) in before.findings.iter().enumerate() {
        old.entry(key(before.text, finding)).or_default().push(number);
    }
    let mut gone = vec![false; before.findings.len()];
    let mut unknown = Vec::new();
    for finding in after.findings.iter().filter(|finding| !is_inserted(finding.span)) {
        // A finding that was mended may stay only as another one: "has no answer" becomes "the answer is a placeholder".
        let stays = |number: usize| !mended.contains(&number) || before.findings[number].message != finding.message;
        let same = old.get_mut(&key(after.text, finding)).and_then(|numbers| {
            let at = numbers.iter().position(|&number| stays(number))?;
            Some(numbers.swap_remove(at))
        });
        match same {
            Some(number) => gone[number] = true,
            None => unknown.push(finding),
        }
    }
    // A place whose own words were edited is known by where it lies.
    unknown.into_iter().all(|finding| {
        let known = before.findings.iter().enumerate().position(|(number, known)| {
            !gone[number] && !mended.contains(&number) && known.code == finding.code && moves.widest(known.span).covers(finding.span)
        });
        known.inspect(|&number| gone[number] = true).is_some()
    })
}

/// A finding as it is known again: its rule and the words it stands on.
fn key<'f>(text: &str, finding: &'f Finding) -> (&'f str, String) {
    let words = text.get(finding.span.range()).unwrap_or_default();
    (&finding.code, words.split_whitespace().collect::<Vec<_>>().join(" "))
}
