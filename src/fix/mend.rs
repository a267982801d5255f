//! The loop of `--fix`: judge, fix what does not overlap, judge again, until nothing is left to fix.
//!
//! Each pass is held against the contract. A fix that breaks it is left out as long as the text is what it is: a document is better
//! served by a finding that stays than by one that comes.

use super::apply::{Taken, apply};
use super::bench::{Bench, Sheet};
use super::contract::{Judged, Promise, is_kept, is_local};
use super::offer::fixes;
use super::trial::{Outcome, held};
use crate::finding::{Applicability, Edit, Finding, Fix};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// So many passes must be enough.
const MOST_PASSES: usize = 10;

/// Which fixes are asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// `--fix`
    Safe,
    /// `--fix --scaffold`
    Scaffold,
}

impl Wanted {
    fn includes(self, applicability: Applicability) -> bool {
        applicability == Applicability::Safe || self == Self::Scaffold && applicability == Applicability::Scaffold
    }
}

/// A fix that was applied.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Applied {
    /// Of its rule.
    pub code: Arc<str>,
    /// What it did.
    pub title: String,
}

/// A text after mending.
#[derive(Clone, Debug)]
pub struct Mended {
    /// The text; equal to what came in when `applied` is empty.
    pub text: String,
    /// What was done, in order.
    pub applied: Vec<Applied>,
    /// What is left, without fixes.
    pub remaining: Vec<Finding>,
    /// Fixes that would have broken the contract. None is known: each one is a mistake in planlint.
    pub dropped: Vec<Applied>,
}

/// Fixes kept making new work. The text stays as it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotConverged {
    /// Codes of the rules whose fixes were still going on.
    pub codes: Vec<Arc<str>>,
}

impl std::fmt::Display for NotConverged {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "not fixed: after {MOST_PASSES} rounds the fixes of {} were still at work", self.codes.join(" and "))
    }
}

impl std::error::Error for NotConverged {}

/// An edit that a finding of one document asks for in another.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The fix it belongs to.
    pub by: Applied,
    /// What to do; its path says where.
    pub edit: Edit,
}

/// Mends `text`: all wanted fixes, until none is left. What other documents [asked](elsewhere) for here is done first.
///
/// # Errors
/// When ten passes are not enough.
pub fn mend(bench: &Bench<'_>, text: &str, wanted: Wanted, asked: &[Asked]) -> Result<Mended, NotConverged> {
    mend_what(bench, text, asked, &|_, fix| wanted.includes(fix.applicability))
}

/// Mends what the rule with this code finds in `text`, as far as nobody has to choose.
///
/// # Errors
/// When ten passes are not enough.
pub fn mend_rule(bench: &Bench<'_>, text: &str, code: &str) -> Result<Mended, NotConverged> {
    mend_what(bench, text, &[], &|finding, fix| *finding.code == *code && Wanted::Scaffold.includes(fix.applicability))
}

/// Which fixes of which findings are applied.
type IsWanted<'w> = &'w dyn Fn(&Finding, &Fix) -> bool;

fn mend_what(bench: &Bench<'_>, text: &str, asked: &[Asked], is_wanted: IsWanted<'_>) -> Result<Mended, NotConverged> {
    let mut round = Round::start(bench, text.to_owned());
    let mut applied = Vec::new();
    // Fixes that break the contract as things stand. After another fix they may not.
    let mut spoiled = HashMap::new();
    round.take_up(asked, &mut applied);
    let mut passes = 0;
    loop {
        let chosen = round.choose(is_wanted, &spoiled);
        if chosen.is_empty() {
            let dropped = spoiled.into_values().collect();
            return Ok(Mended { text: round.text, applied, remaining: round.findings, dropped });
        }
        if passes == MOST_PASSES {
            let codes: BTreeSet<Arc<str>> = chosen.iter().map(|one| Arc::clone(&round.findings[one.finding].code)).collect();
            return Err(NotConverged { codes: codes.into_iter().collect() });
        }
        match held(&chosen, &|some| round.after(some)) {
            Outcome::Go(count, next) => {
                applied.extend(chosen[..count].iter().map(|one| one.told(&round)));
                round = next;
                spoiled.clear();
                passes += 1;
            }
            Outcome::Stop(guilty) => spoiled.extend(guilty.into_iter().map(|one| (one.mark(&round), one.told(&round)))),
        }
    }
}

/// Edits that the findings of one document ask for in others, by the wanted fixes.
pub fn elsewhere(sheet: &Sheet<'_>, findings: &[Finding], wanted: Wanted) -> Vec<Asked> {
    let mut asked = Vec::new();
    for finding in findings {
        for fix in fixes(sheet, finding).into_iter().filter(|fix| wanted.includes(fix.applicability)) {
            let by = Applied { code: Arc::clone(&finding.code), title: fix.title };
            asked.extend(fix.edits.into_iter().filter(|edit| edit.path.is_some()).map(|edit| Asked { by: by.clone(), edit }));
        }
    }
    asked
}

/// Whether one fix of one finding alone keeps the contract.
pub fn is_sound(sheet: &Sheet<'_>, findings: &[Finding], finding: usize, fix: &Fix) -> bool {
    if !is_local(fix) {
        return true;
    }
    let text = apply(sheet.text, &fix.edits);
    let document = sheet.bench.read(&text);
    let after = sheet.bench.judge(&document, &text);
    is_kept(Judged { text: sheet.text, findings }, Judged { text: &text, findings: &after }, &fix.edits, &[finding], Promise::of(fix))
}

/// One state of the text.
struct Round<'b> {
    bench: &'b Bench<'b>,
    text: String,
    document: crate::plan::Document,
    findings: Vec<Finding>,
}

/// A fix as it is known again while the text stays: its rule, the words it is about, its title.
type Mark = (Arc<str>, String, String);

/// A fix that is to be applied in this pass.
struct Chosen {
    finding: usize,
    fix: Fix,
}

impl Chosen {
    fn told(&self, round: &Round<'_>) -> Applied {
        Applied { code: Arc::clone(&round.findings[self.finding].code), title: self.fix.title.clone() }
    }

    fn mark(&self, round: &Round<'_>) -> Mark {
        let finding = &round.findings[self.finding];
        let words = round.text.get(finding.span.range()).unwrap_or_default();
        (Arc::clone(&finding.code), words.to_owned(), self.fix.title.clone())
    }
}

impl<'b> Round<'b> {
    fn start(bench: &'b Bench<'b>, text: String) -> Self {
        let document = bench.read(&text);
        let findings = bench.judge(&document, &text);
        Self { bench, text, document, findings }
    }

    /// The first wanted fix of each finding, as far as they do not overlap.
    fn choose(&self, is_wanted: IsWanted<'_>, spoiled: &HashMap<Mark, Applied>) -> Vec<Chosen> {
        let sheet = Sheet::new(self.bench, &self.text, &self.document);
        let mut taken = Taken::default();
        let mut chosen = Vec::new();
        for (finding, it) in self.findings.iter().enumerate() {
            let fix = fixes(&sheet, it).into_iter().find(|fix| is_wanted(it, fix) && is_local(fix));
            let Some(fix) = fix.map(|fix| Chosen { finding, fix }) else { continue };
            if !spoiled.contains_key(&fix.mark(self)) && taken.take(&it.code, &fix.fix) {
                chosen.push(fix);
            }
        }
        chosen
    }

    /// The text after the chosen fixes; `None` when they break the contract.
    fn after(&self, chosen: &[Chosen]) -> Option<Self> {
        let mut edits: Vec<Edit> = chosen.iter().flat_map(|one| one.fix.edits.iter().cloned()).collect();
        edits.sort_by_key(|edit| edit.span);
        let mended: Vec<usize> = chosen.iter().map(|one| one.finding).collect();
        self.edited(&edits, &mended)
    }

    fn edited(&self, edits: &[Edit], mended: &[usize]) -> Option<Self> {
        let next = Self::start(self.bench, apply(&self.text, edits));
        let (before, after) =
            (Judged { text: &self.text, findings: &self.findings }, Judged { text: &next.text, findings: &next.findings });
        is_kept(before, after, edits, mended, Promise::Strict).then_some(next)
    }

    /// Does what other documents ask for, one by one.
    fn take_up(&mut self, asked: &[Asked], applied: &mut Vec<Applied>) {
        let mut taken = Taken::default();
        let mut edits: Vec<Edit> = Vec::new();
        let mut sorted: Vec<&Asked> = asked.iter().collect();
        sorted.sort_by_key(|one| one.edit.span);
        for one in sorted {
            let edit = Edit { path: None, ..one.edit.clone() };
            if taken.take(&one.by.code, &Fix::new(Applicability::Safe, "", vec![edit.clone()])) {
                edits.push(edit);
                applied.push(one.by.clone());
            }
        }
        match self.edited(&edits, &[]) {
            Some(next) => *self = next,
            None => applied.clear(),
        }
    }
}
