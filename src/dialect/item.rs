//! What one list item or table cell says about itself: id, owner, due value and other dates, status, references, type, and its own words.
//!
//! Depends on the text of the item alone, so a reading may be kept as long as the text stays.
//! People of the document, parents, sections and tables are the plan's affair.

mod tail;

use jiff::civil::Date;

use super::{
    attribute::{DueValue, marked},
    concept::ActionKind,
    concept::Status,
    date::Order,
    identifier::{identifier_in_front, references_in},
    name::{lexicon::Lexicon, skip_space},
    owner::{Owner, front::front, inside::inside},
};
use crate::text::Span;

/// The first paragraph of an item, or a cell, without bullet and box. Spans are bytes of it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct ItemText<'a> {
    /// Mark-up blanked, code as `\x01`.
    pub masked: &'a str,
    /// As written; of the same length.
    pub source: &'a str,
    /// Links and images, brackets and destination included, in the order of the text.
    pub links: &'a [Span],
    /// What is bold, in the order of the text.
    pub strong: &'a [Span],
    /// What is struck through, in the order of the text.
    pub struck: &'a [Span],
}

impl<'a> ItemText<'a> {
    /// A text without mark-up.
    pub fn plain(text: &'a str) -> Self {
        Self { masked: text, source: text, ..Self::default() }
    }
}

/// What an item says about itself. Spans are bytes of its text.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Attributes {
    /// `[A1]`, `A1:`, `**A1**` in front.
    pub id: Option<Span>,
    /// Who does it.
    pub owner: Owner,
    /// Until when.
    pub due: Option<DueValue>,
    /// `🛫`, `start::`
    pub start: Option<(Span, Date)>,
    /// `⏳`, `scheduled::`
    pub scheduled: Option<(Span, Date)>,
    /// `✅`, `@done()`
    pub done: Option<(Span, Date)>,
    /// `❌`
    pub cancelled: Option<(Span, Date)>,
    /// `➕`
    pub created: Option<(Span, Date)>,
    /// `(status: in progress)`, `(DONE)`; struck through counts as cancelled.
    pub status: Option<(Span, Status)>,
    /// Ids pointed at.
    pub references: Vec<Span>,
    /// `#strategic`
    pub kind: Option<(Span, ActionKind)>,
    /// The action's own words: without id, owner in front and attributes at the end.
    pub text: Span,
}

impl Attributes {
    /// The same attributes, seen from a text that begins `offset` bytes earlier.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        let span = |span: Span| span.shifted(offset);
        let dated = |(at, date): (Span, Date)| (span(at), date);
        Self {
            id: self.id.map(span),
            owner: self.owner.shifted(offset),
            due: self.due.map(|due| DueValue { span: span(due.span), ..due }),
            start: self.start.map(dated),
            scheduled: self.scheduled.map(dated),
            done: self.done.map(dated),
            cancelled: self.cancelled.map(dated),
            created: self.created.map(dated),
            status: self.status.map(|(at, status)| (span(at), status)),
            references: self.references.into_iter().map(span).collect(),
            kind: self.kind.map(|(at, kind)| (span(at), kind)),
            text: span(self.text),
        }
    }
}

/// Reads one item.
pub fn read(item: &ItemText, order: Order) -> Attributes {
    let text = item.masked;
    let mut marked = marked(text, order);
    let id = id_of(item);
    let mut start = skip_space(text, id.map_or(0, |id| behind_id(text, id)));
    if !marked.taken.iter().any(|taken| taken.contains(start)) {
        start = behind_ornaments(text, start);
    }
    let key_in_front = marked.taken.iter().any(|taken| taken.contains(start));
    let front = if key_in_front { None } else { front(item, start) };
    let mut owner = std::mem::take(&mut marked.owner);
    if let Some(front) = front {
        if front.owner.weight() > 1 {
            start = front.text_start;
        }
        owner = owner.or_stronger(front.owner);
    }
    let end = tail::peel(text, start, order, &mut marked);
    owner = owner.or_stronger(std::mem::take(&mut marked.owner));
    if !matches!(owner, Owner::Named { .. } | Owner::Collective { sure: true, .. }) {
        owner = owner.or_stronger(inside(text, start, end.max(start), &marked.taken));
    }
    let status = marked.status.or_else(|| struck(item)).or_else(|| remark(text));
    Attributes {
        id,
        owner,
        due: marked.due,
        start: marked.start,
        scheduled: marked.scheduled,
        done: marked.done,
        cancelled: marked.cancelled,
        created: marked.created,
        status,
        references: references(text, id),
        kind: marked.kind,
        text: Span::new(start.min(end), end).trimmed(text),
    }
}

fn id_of(item: &ItemText) -> Option<Span> {
    identifier_in_front(item.masked, item.strong).filter(|id| !item.links.iter().any(|link| link.covers(*id)))
}

fn behind_id(text: &str, id: Span) -> usize {
    let rest = &text[id.end as usize..];
    let own = rest.strip_prefix(']').unwrap_or(rest).trim_start();
    let own = own.strip_prefix([':', '：', '—', '–', '-']).unwrap_or(own);
    text.len() - own.len()
}

/// Where the words begin behind a picture or an arrow: `👷 Ann will call`, `→ Ann calls`.
fn behind_ornaments(text: &str, at: usize) -> usize {
    let is_ornament = |c: char| matches!(c, '\u{FE0F}' | '\u{200D}' | '\u{2190}'..='\u{21FF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}');
    let rest = text[at..].trim_start_matches(|c: char| is_ornament(c) || c.is_whitespace());
    let start = text.len() - rest.len();
    if text[at..start].contains(is_ornament) && !rest.is_empty() { start } else { at }
}

fn references(text: &str, id: Option<Span>) -> Vec<Span> {
    let mut references = references_in(text, false);
    references.retain(|reference| Some(*reference) != id);
    references
}

/// An item that is struck through from end to end is dropped.
fn struck(item: &ItemText) -> Option<(Span, Status)> {
    let all = Span::new(0, item.masked.len()).trimmed(item.masked);
    let struck = item.struck.iter().find(|struck| struck.covers(all))?;
    (!all.is_empty()).then_some((*struck, Status::Cancelled))
}

/// "Create the files - done - they are here": a remark between dashes says that it is over.
fn remark(text: &str) -> Option<(Span, Status)> {
    // All dashes begin with one of two bytes.
    memchr::memchr2(b'-', 0xE2, text.as_bytes())?;
    let parts = text.split(" - ").flat_map(|part| part.split(" – ")).flat_map(|part| part.split(" — "));
    parts.skip(1).find_map(|part| {
        let status = Lexicon::get().status(part.trim()).filter(|status| matches!(status, Status::Done | Status::Cancelled))?;
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        Some((Span::new(start, start + part.len()).trimmed(text), status))
    })
}
