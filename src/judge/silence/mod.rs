//! Suppression comments: which findings they silence (DIALECT 11). Which of them silenced nothing is said by `unused`.

mod stretch;
mod unused;

pub(super) use unused::unused;

use crate::dialect::concept::HeadKey;
use crate::markdown::suppression::{Directive, DirectiveKind};
use crate::plan::{Document, Source};
use crate::rules::Page;
use crate::text::Span;
use jiff::civil::Date;

/// A rule that a comment names, with the place of the name.
pub type Named = (Span, String);

/// A stretch of the document in which some rules are silent.
#[derive(Clone, Debug)]
pub struct Silence {
    /// Where findings must begin to be silenced.
    pub over: Span,
    /// The comment, or the front matter value.
    pub place: Span,
    /// Rules it names; none: all.
    pub codes: Vec<Named>,
    /// How many findings each name silenced; one count for all when none is named.
    pub hits: Vec<usize>,
    /// From where on a rule speaks again, within a silence of all rules.
    pub lifted: Vec<(u32, String)>,
    /// The day up to which it held, when that has passed: it silences nothing any more.
    pub expired: Option<Date>,
}

/// Every silence of a document.
#[derive(Clone, Debug, Default)]
pub struct Silences {
    /// In the order in which they end.
    pub list: Vec<Silence>,
    /// Comments that end a silence which never began.
    pub strays: Vec<Span>,
}

impl Silence {
    fn new(over: Span, place: Span, codes: Vec<Named>, expired: Option<Date>) -> Self {
        let hits = vec![0; codes.len().max(1)];
        Self { over, place, codes, hits, lifted: Vec::new(), expired }
    }

    /// Which of its counts a finding of `page` at `at` belongs to.
    fn covers(&self, page: &Page, at: Span) -> Option<usize> {
        let inside = self.over.start <= at.start && (at.start < self.over.end || at.start == self.over.end && at.is_empty());
        if !inside || self.expired.is_some() || self.lifted.iter().any(|(from, name)| *from <= at.start && means(name, page)) {
            return None;
        }
        if self.codes.is_empty() { Some(0) } else { self.codes.iter().position(|(_, name)| means(name, page)) }
    }
}

/// Whether `name` is the code, the name or the group letters of `page`.
fn means(name: &str, page: &Page) -> bool {
    let group = page.code.trim_end_matches(|it: char| it.is_ascii_digit());
    name.eq_ignore_ascii_case(&page.code) || name.eq_ignore_ascii_case(&page.name) || name == group
}

impl Silences {
    /// What the comments and the front matter of `document` silence.
    pub fn of(document: &Document, source: Source<'_>, today: Date) -> Self {
        let mut silences = Self::default();
        let whole = Span::new(0, document.len);
        if let Some(value) = document.head(HeadKey::Planlint) {
            let is_switch = |word: &str| matches!(word.to_ascii_lowercase().as_str(), "on" | "off" | "true" | "false" | "");
            let codes: Vec<Named> = value.items.iter().filter(|(_, word)| !is_switch(word)).cloned().collect();
            if !codes.is_empty() {
                silences.list.push(Silence::new(whole, value.span, codes, None));
            }
        }
        let mut open: Vec<Silence> = Vec::new();
        for chunk in document.chunks.iter().filter(|chunk| chunk.has_directives()) {
            for directive in &chunk.plan.directives {
                let place = directive.span.shifted(chunk.start);
                let codes: Vec<Named> = directive.codes.iter().map(|(span, code)| (span.shifted(chunk.start), code.clone())).collect();
                let over = match directive.kind {
                    DirectiveKind::DisableFile => whole,
                    DirectiveKind::DisableLine => stretch::line(document, source, place),
                    DirectiveKind::DisableNextLine => stretch::next(document, source, place),
                    DirectiveKind::DisableSection => stretch::section(document, place),
                    DirectiveKind::Disable => Span { start: place.start, end: document.len as u32 },
                    DirectiveKind::Enable => {
                        silences.end(&mut open, place, &codes);
                        continue;
                    }
                    DirectiveKind::Unknown => continue,
                };
                let silence = Silence::new(over, place, codes, expiry(directive, today));
                let list = if directive.kind == DirectiveKind::Disable { &mut open } else { &mut silences.list };
                list.push(silence);
            }
        }
        silences.list.append(&mut open);
        silences
    }

    /// Ends what is `open` of `codes`, or all of it when none is named.
    fn end(&mut self, open: &mut Vec<Silence>, place: Span, codes: &[Named]) {
        let mut ended = false;
        for mut silence in std::mem::take(open) {
            let named = |name: &str| codes.iter().any(|(_, ended)| ended == name);
            if codes.is_empty() || !silence.codes.is_empty() && silence.codes.iter().all(|(_, name)| named(name)) {
                silence.over.end = place.end;
                self.list.push(silence);
                ended = true;
                continue;
            }
            let lifted =
                codes.iter().filter(|(_, name)| silence.codes.is_empty() || silence.codes.iter().any(|(_, silent)| silent == name));
            let before = silence.lifted.len();
            silence.lifted.extend(lifted.map(|(_, name)| (place.end, name.clone())));
            ended |= silence.lifted.len() > before;
            open.push(silence);
        }
        if !ended {
            self.strays.push(place);
        }
    }

    /// Whether a silence covers a finding of `page` at `at`; counts it.
    pub(super) fn cover(&mut self, page: &Page, at: Span) -> bool {
        let mut silent = false;
        for silence in &mut self.list {
            if let Some(count) = silence.covers(page, at) {
                silence.hits[count] += 1;
                silent = true;
            }
        }
        silent
    }
}

/// The day up to which a directive held, if that is over.
fn expiry(directive: &Directive, today: Date) -> Option<Date> {
    let (_, until) = directive.until.as_ref()?;
    until.parse::<Date>().ok().filter(|until| *until < today)
}
