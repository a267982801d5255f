//! What was found in a document, kept while it is edited: each keystroke judges the chunks it touched, and the document as a whole.
//!
//! What comes out is what judging the new text from the start would give. Findings of a chunk are kept as they were made and moved when
//! somebody looks at them.

use super::basis::Basis;
use super::case::Case;
use super::run::{self, Outcome};
use super::settings::Settings;
use super::silence::{Silences, unused};
use super::verdict::finding;
use crate::finding::Finding;
use crate::plan::{Change, Document};
use crate::rules::draft::Draft;
use crate::rules::{Check, Local, Scene};
use crate::text::Span;

/// More findings than this in one document are not shown.
const MOST_FINDINGS: usize = 10_000;

/// See the module. For one document and one set of settings.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// How many chunks were judged so far: the last one's mark.
    judged: u64,
    basis: Option<Basis>,
    chunks: Vec<ChunkFindings>,
    /// Of the document as a whole, in order.
    whole: Vec<Judged>,
    /// Another one each time something else is said of the whole.
    whole_mark: u64,
    /// Says that more was found than is shown.
    more: Option<Finding>,
    was_any_silent: bool,
}

#[derive(Clone, Debug, Default)]
struct ChunkFindings {
    /// Another one each time the chunk is judged.
    mark: u64,
    /// Where the chunk began when it was judged, and where it begins now.
    judged_at: usize,
    start: usize,
    /// In order, silenced ones too.
    findings: Vec<Judged>,
    failed: Vec<usize>,
    people: Vec<Box<str>>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Judged {
    rule: usize,
    is_silent: bool,
    finding: Finding,
}

/// A finding where it lies now.
#[derive(Clone, Copy, Debug)]
pub struct Found<'k> {
    finding: &'k Finding,
    shift: i64,
    /// The chunk it was found in; `None` for the whole.
    within: Option<&'k ChunkFindings>,
    key: Option<Key>,
}

/// By what a finding is known again, as long as nothing else is found where it was.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Key {
    mark: u64,
    number: u32,
}

impl Key {
    /// Greater the later the chunk was judged, or the whole.
    pub fn mark(self) -> u64 {
        self.mark
    }
}

impl Kept {
    /// Judges the document as it is now. `change` says what an edit did to its chunks since the last time; without it all is judged again.
    pub fn judge(&mut self, case: &Case<'_>, change: Option<&Change>) {
        self.judge_as(case, change, false);
    }

    /// As [`judge`](Self::judge), but where the change is one edit, what is said of the document as a whole stays as it is and only moves
    /// with its text. Returns whether that is so: then the whole is still to be judged.
    pub fn judge_chunks(&mut self, case: &Case<'_>, change: Option<&Change>) -> bool {
        self.judge_as(case, change, true)
    }

    fn judge_as(&mut self, case: &Case<'_>, change: Option<&Change>, can_whole_wait: bool) -> bool {
        let Case { document, source, settings, .. } = *case;
        let change = change.filter(|change| self.chunks.len() + change.new.len() == document.chunks.len() + change.old.len());
        let same_people = change.is_some_and(|change| self.names_the_same(document, change));
        let basis = Basis::of(case, self.basis.as_ref().filter(|_| change.is_some()), same_people);
        let edit = change.and_then(|change| change.edit).filter(|_| can_whole_wait && self.basis.as_ref() == Some(&basis));
        let due = match change {
            Some(change) if self.basis.as_ref() == Some(&basis) => {
                self.chunks.splice(change.old.clone(), change.new.clone().map(|_| ChunkFindings::default()));
                change.new.clone()
            }
            _ => {
                self.chunks.clear();
                self.chunks.resize_with(document.chunks.len(), ChunkFindings::default);
                0..document.chunks.len()
            }
        };
        // The rules are in the order of their codes.
        let is_running = |code: &str| basis.running.binary_search_by(|&rule| settings.rules[rule].page.code.as_str().cmp(code)).is_ok();
        let scene = scene(case, &basis, &is_running);
        for number in due {
            let chunk = &document.chunks[number];
            let text = source.of(Span::new(chunk.start, chunk.end));
            let Outcome { drafts, failed } = run::chunk(&Local::new(&scene, chunk, &text), settings, &basis.running);
            self.judged += 1;
            self.chunks[number] = ChunkFindings {
                mark: self.judged,
                judged_at: chunk.start,
                start: chunk.start,
                findings: judged(drafts, case),
                failed,
                people: chunk.plan.people.clone(),
            };
        }
        for (kept, chunk) in self.chunks.iter_mut().zip(&document.chunks) {
            kept.start = chunk.start;
        }
        let mut silences = Silences::of(document, source, settings.today);
        let is_any_silent =
            !silences.list.is_empty() || !silences.strays.is_empty() || self.chunks.iter().any(|chunk| !chunk.failed.is_empty());
        let waits = edit.is_some() && !is_any_silent && !self.was_any_silent;
        let follows = self.follow(change.and_then(|change| change.edit));
        if !waits {
            let before = std::mem::take(&mut self.whole);
            let whole = run::whole(&scene, settings, &basis.running);
            self.conclude(whole, &mut silences, case, &basis.running);
            if !follows || before != self.whole {
                self.judged += 1;
                self.whole_mark = self.judged;
            }
        }
        self.limit(case);
        self.basis = Some(basis);
        waits
    }

    /// Moves what is said of the whole with its text, and says whether it could.
    fn follow(&mut self, edit: Option<(Span, usize)>) -> bool {
        if let Some((edit, inserted)) = edit {
            self.whole.iter_mut().for_each(|judged| judged.finding.follow(edit, inserted));
        }
        edit.is_some()
    }

    /// Every finding in order, as many as are shown.
    pub fn findings(&self) -> impl Iterator<Item = Found<'_>> {
        let shown = self.more.as_ref().map_or(usize::MAX, |_| MOST_FINDINGS);
        self.all().take(shown).chain(self.more.as_ref().map(|finding| Found { finding, shift: 0, within: None, key: None }))
    }

    /// How many there are, as many as are shown.
    pub fn count(&self) -> usize {
        self.findings().count()
    }

    /// What was found in the document as a whole.
    pub fn of_whole(&self) -> impl Iterator<Item = &Finding> {
        self.whole.iter().filter(|judged| !judged.is_silent).map(|judged| &judged.finding)
    }

    /// Every finding in order, on its own.
    pub fn into_findings(self) -> Vec<Finding> {
        let locals = self.chunks.into_iter().flat_map(|chunk| {
            let shift = chunk.shift();
            chunk.findings.into_iter().map(move |judged| (judged, shift))
        });
        let all = locals.chain(self.whole.into_iter().map(|judged| (judged, 0)));
        let mut findings: Vec<Finding> =
            all.filter(|(judged, _)| !judged.is_silent).map(|(judged, shift)| judged.finding.moved(shift)).collect();
        findings.sort_by(|one, other| place(one).cmp(&place(other)));
        if let Some(more) = self.more {
            findings.truncate(MOST_FINDINGS);
            findings.push(more);
        }
        findings
    }

    fn all(&self) -> impl Iterator<Item = Found<'_>> {
        let locals = self.chunks.iter().flat_map(|chunk| {
            let shift = chunk.shift();
            let heard = (0..).zip(&chunk.findings).filter(|(_, judged)| !judged.is_silent);
            let key = move |number| Some(Key { mark: chunk.mark, number });
            heard.map(move |(number, judged)| Found { finding: &judged.finding, shift, within: Some(chunk), key: key(number) })
        });
        let heard = (0..).zip(&self.whole).filter(|(_, judged)| !judged.is_silent);
        let key = |number| Some(Key { mark: self.whole_mark, number });
        let whole = heard.map(move |(number, judged)| Found { finding: &judged.finding, shift: 0, within: None, key: key(number) });
        Merged { locals: locals.peekable(), whole: whole.peekable() }
    }

    /// Whether the chunks of `change` name the people they named before, so that nobody has come or gone.
    fn names_the_same(&self, document: &Document, change: &Change) -> bool {
        let before = self.chunks[change.old.clone()].iter().flat_map(|chunk| &chunk.people);
        let now = document.chunks[change.new.clone()].iter().flat_map(|chunk| &chunk.plan.people);
        before.eq(now)
    }

    /// Takes in what was found in the whole, and works out what is silent.
    fn conclude(&mut self, whole: Outcome, silences: &mut Silences, case: &Case<'_>, running: &[usize]) {
        let Case { document, settings, .. } = *case;
        let mut failed: Vec<usize> = self.chunks.iter().flat_map(|chunk| &chunk.failed).copied().chain(whole.failed).collect();
        failed.sort_unstable();
        failed.dedup();
        self.whole = judged(whole.drafts, case);
        let is_any_silent = !silences.list.is_empty() || !failed.is_empty();
        // Nearly every document silences nothing.
        if is_any_silent || self.was_any_silent {
            self.silence(silences, &failed, settings);
        }
        self.was_any_silent = is_any_silent;
        let mut late = unused(silences, document, settings, running);
        late.extend(failures(&failed, settings));
        if !late.is_empty() {
            self.whole.extend(judged(late, case));
            sort(&mut self.whole);
        }
    }

    /// Marks what is silenced, and what comes from a rule that came to a stop.
    fn silence(&mut self, silences: &mut Silences, failed: &[usize], settings: &Settings) {
        let locals = self.chunks.iter_mut().flat_map(|chunk| {
            let shift = chunk.shift();
            chunk.findings.iter_mut().map(move |judged| (judged, shift))
        });
        for (judged, shift) in locals.chain(self.whole.iter_mut().map(|judged| (judged, 0))) {
            let page = &settings.rules[judged.rule].page;
            let is_covered = !page.check.is_about_judging() && silences.cover(page, judged.finding.span.moved(shift));
            judged.is_silent = is_covered || failed.contains(&judged.rule);
        }
    }

    /// Works out whether more was found than is shown.
    fn limit(&mut self, case: &Case<'_>) {
        self.more = None;
        let most: usize = self.chunks.iter().map(|chunk| chunk.findings.len()).sum::<usize>() + self.whole.len();
        let cut = if most > MOST_FINDINGS { self.all().nth(MOST_FINDINGS).map(|first| first.span()) } else { None };
        self.more = cut.and_then(|at| limit(at, case.settings)).map(|draft| finding(draft, case.document, case.path, case.settings));
    }
}

impl ChunkFindings {
    fn shift(&self) -> i64 {
        self.start as i64 - self.judged_at as i64
    }
}

impl<'k> Found<'k> {
    /// The finding as it was made: its places may have moved since.
    pub fn as_made(&self) -> &'k Finding {
        self.finding
    }

    /// By what it is known again.
    pub fn key(&self) -> Option<Key> {
        self.key
    }

    /// Where its chunk begins, in bytes of the document; `None` for what is said of the document as a whole.
    pub fn chunk_start(&self) -> Option<usize> {
        self.within.map(|chunk| chunk.start)
    }

    /// Where it lies now.
    pub fn span(&self) -> Span {
        self.finding.span.moved(self.shift)
    }

    /// The finding with all its spans where they lie now.
    pub fn to_finding(&self) -> Finding {
        self.finding.clone().moved(self.shift)
    }

    fn place(&self) -> (u32, &'k str, u32) {
        let span = self.span();
        (span.start, &self.finding.code, span.end)
    }
}

/// Findings of chunks and of the whole, in one order.
struct Merged<L: Iterator, W: Iterator> {
    locals: std::iter::Peekable<L>,
    whole: std::iter::Peekable<W>,
}

impl<'k, L: Iterator<Item = Found<'k>>, W: Iterator<Item = Found<'k>>> Iterator for Merged<L, W> {
    type Item = Found<'k>;

    fn next(&mut self) -> Option<Found<'k>> {
        match (self.locals.peek(), self.whole.peek()) {
            (Some(local), Some(whole)) if whole.place() < local.place() => self.whole.next(),
            (None, _) => self.whole.next(),
            _ => self.locals.next(),
        }
    }
}

fn scene<'s>(case: &Case<'s>, basis: &'s Basis, is_running: &'s dyn Fn(&str) -> bool) -> Scene<'s> {
    let Case { document, source, settings, neighbours, .. } = *case;
    Scene {
        document,
        source,
        vocabulary: &settings.vocabulary,
        today: settings.today,
        order: settings.order(),
        days_only: settings.days_only(),
        allow_ongoing: settings.config.dates.allow_ongoing,
        names: &basis.names,
        people: &basis.people,
        organisation: settings.config.organisation.as_deref(),
        neighbours,
        running: is_running,
        rule_names: &settings.rule_names,
        has_own_patterns: basis.running.iter().any(|&rule| settings.rules[rule].page.check.is_own_pattern()),
    }
}

/// The findings that `drafts` become, in order.
fn judged(drafts: Vec<Draft>, case: &Case<'_>) -> Vec<Judged> {
    let judge =
        |draft: Draft| Judged { rule: draft.rule, is_silent: false, finding: finding(draft, case.document, case.path, case.settings) };
    let mut judged: Vec<Judged> = drafts.into_iter().map(judge).collect();
    sort(&mut judged);
    judged
}

fn sort(judged: &mut [Judged]) {
    judged.sort_by(|one, other| place(&one.finding).cmp(&place(&other.finding)));
}

/// By what findings are put in order.
fn place(finding: &Finding) -> (u32, &str, u32) {
    (finding.span.start, &finding.code, finding.span.end)
}

/// The drafts that name the rules which came to a stop.
fn failures(failed: &[usize], settings: &Settings) -> Vec<Draft> {
    let Some(reporter) = settings.rules.iter().position(|armed| matches!(armed.page.check, Check::InternalError)) else {
        return Vec::new();
    };
    let named = |&rule: &usize| {
        let mut draft = Draft::at(Span::empty(0)).with("name", &settings.rules[rule].page.code);
        draft.rule = reporter;
        draft
    };
    failed.iter().map(named).collect()
}

/// The draft that says that no finding from `at` on is shown.
fn limit(at: Span, settings: &Settings) -> Option<Draft> {
    let rule = settings.rules.iter().position(|armed| matches!(armed.page.check, Check::NotReadToTheEnd))?;
    let mut draft = Draft::at(Span::empty(at.start as usize)).saying("findings").with("total", MOST_FINDINGS);
    draft.rule = rule;
    Some(draft)
}
