//! Whether a pass of fixes kept its promise (DESIGN 8, clause 2): what was mended is gone or has become something that stands in the
//! inserted text, and nothing else has come up.

use super::apply::Moves;
use super::line;
use crate::finding::{Applicability, Edit, Finding, Fix};
use crate::text::Span;
use std::collections::HashMap;

/// A text and what was found in it.
#[derive(Clone, Copy)]
pub(super) struct Judged<'j> {
    pub(super) text: &'j str,
    pub(super) findings: &'j [Finding],
}

/// How much a fix may bring up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Promise {
    /// Nothing outside the inserted text: what is applied unasked.
    Strict,
    /// Nothing outside the lines it touches: what a person chooses and sees.
    Seen,
}

impl Promise {
    /// What `fix` promises when somebody picks it alone.
    pub(super) fn of(fix: &Fix) -> Self {
        if fix.applicability == Applicability::Choice { Self::Seen } else { Self::Strict }
    }
}

/// Whether `fix` writes into the document of its finding only.
pub(super) fn is_local(fix: &Fix) -> bool {
    fix.edits.iter().all(|edit| edit.path.is_none())
}

/// Whether `after`, which `edits` made of `before`, keeps the promise. `mended` are the indices of the findings that the edits are for.
pub(super) fn is_kept(before: Judged<'_>, after: Judged<'_>, edits: &[Edit], mended: &[usize], promise: Promise) -> bool {
    let moves = Moves::new(edits);
    let mut inserted = moves.inserted();
    if promise == Promise::Seen {
        for place in &mut inserted {
            *place = Span::new(line::start(after.text, place.start as usize), line::end(after.text, place.end as usize));
        }
    }
    let is_inserted = |span: Span| {
        let behind = inserted.partition_point(|place| place.start <= span.start);
        inserted[..behind].iter().rev().take(2).any(|place| place.covers(span))
    };
    let mut old: HashMap<(&str, String), Vec<usize>> = HashMap::new();
    for (number, finding) in before.findings.iter().enumerate() {
        old.entry(key(before.text, finding)).or_default().push(number);
    }
    // A finding that was mended may stay only as another one: "has no answer" becomes "the answer is a placeholder".
    let stays = |number: usize, finding: &Finding| !mended.contains(&number) || before.findings[number].message != finding.message;
    let mut gone = vec![false; before.findings.len()];
    let outside: Vec<(&Finding, (&str, String))> =
        after.findings.iter().filter(|finding| !is_inserted(finding.span)).map(|finding| (finding, key(after.text, finding))).collect();
    // First those that have not changed at all, so that nothing else is taken for them.
    let (unchanged, changed): (Vec<_>, Vec<_>) = outside.into_iter().partition(|(finding, key)| {
        let same = old.get_mut(key).and_then(|numbers| {
            let at = numbers.iter().position(|&number| before.findings[number].message == finding.message && !mended.contains(&number))?;
            Some(numbers.swap_remove(at))
        });
        same.inspect(|&number| gone[number] = true).is_some()
    });
    drop(unchanged);
    let mut unknown = Vec::new();
    for (finding, key) in changed {
        let same = old.get_mut(&key).and_then(|numbers| {
            let at = numbers.iter().position(|&number| stays(number, finding))?;
            Some(numbers.swap_remove(at))
        });
        match same {
            Some(number) if !mended.iter().any(|&own| !gone[own] && before.findings[own].message == finding.message) => gone[number] = true,
            _ => unknown.push(finding),
        }
    }
    // A place whose own words were edited is known by where it lies, and one of many that stood for each other by its words.
    unknown.into_iter().all(|finding| {
        let words = key(after.text, finding).1;
        let alike = || before.findings.iter().enumerate().filter(|(_, known)| known.code == finding.code);
        let unfolded =
            alike().flat_map(|(_, known)| &known.related).any(|place| place.path.is_none() && words_at(before.text, place.span) == words);
        let here =
            alike().find(|&(number, known)| !gone[number] && stays(number, finding) && moves.widest(known.span).covers(finding.span));
        let here = here.map(|(number, _)| number);
        here.inspect(|&number| gone[number] = true).is_some() || unfolded
    })
}

/// A finding as it is known again: its rule and the words it stands on.
fn key<'f>(text: &str, finding: &'f Finding) -> (&'f str, String) {
    (&finding.code, words_at(text, finding.span))
}

fn words_at(text: &str, span: Span) -> String {
    text.get(span.range()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}
