//! The ids of a document: which elements carry them, and where they are mentioned.
//!
//! What looks like an id counts only where its letters are in use: a document that numbers nothing has neither ids nor references.

use crate::plan::{Role, SectionShape};
use crate::rules::scene::Scene;
use crate::text::Span;
use std::collections::{HashMap, HashSet};

/// All ids of a document in the order of the text. Spans count from its start.
pub(super) struct Ids<'d> {
    /// Elements that carry an id.
    pub(super) definitions: Vec<Defined<'d>>,
    /// Places that mention one.
    pub(super) references: Vec<Mention<'d>>,
    first: HashMap<&'d str, usize>,
}

/// An element with an id.
pub(super) struct Defined<'d> {
    /// Such as `S1`.
    pub(super) id: &'d str,
    /// Its letters and digits.
    pub(super) span: Span,
    /// What it numbers.
    pub(super) role: Role,
    /// The element with everything in it; of a heading all that stands under it.
    pub(super) whole: Span,
    /// The words of the element.
    pub(super) text: Span,
    /// It is a heading.
    pub(super) is_heading: bool,
}

/// A place that mentions an id of this document.
pub(super) struct Mention<'d> {
    /// Such as `S1`.
    pub(super) id: &'d str,
    /// Its letters and digits.
    pub(super) span: Span,
}

impl<'d> Ids<'d> {
    /// The ids of the document of `scene`; `None` when it has none.
    pub(super) fn of(scene: &Scene<'d>) -> Option<Self> {
        let document = scene.document;
        document.definitions().next()?;
        let labels: HashSet<&str> = document.chunks.iter().flat_map(|chunk| &chunk.plan.link_labels).map(|label| &**label).collect();
        let is_link = |id: &str, span: Span| labels.contains(id) && is_bracketed(scene, span);
        let headings: Vec<(Span, u8)> = document
            .sections()
            .filter(|section| matches!(section.shape, SectionShape::Atx | SectionShape::Setext))
            .map(|section| (section.at(section.heading), section.level))
            .collect();
        let definitions: Vec<Defined<'d>> = document
            .definitions()
            .filter(|defined| !is_link(&defined.it.id, defined.at(defined.span)))
            .map(|defined| {
                let span = defined.at(defined.span);
                let heading = headings.iter().position(|(heading, _)| heading.covers(span));
                let whole = heading.map_or(defined.at(defined.whole), |heading| under(&headings, heading, document.len));
                Defined { id: &defined.it.id, span, role: defined.role, whole, text: defined.at(defined.text), is_heading: heading.is_some() }
            })
            .collect();
        let prefixes: HashSet<&str> = definitions.iter().map(|defined| prefix(defined.id)).collect();
        let references = document
            .references()
            .filter(|mention| mention.document.is_none() && prefixes.contains(prefix(&mention.it.id)) && !is_link(&mention.it.id, mention.at(mention.span)))
            .map(|mention| Mention { id: &mention.it.id, span: mention.at(mention.span) })
            .collect();
        let mut first = HashMap::new();
        for (number, defined) in definitions.iter().enumerate() {
            first.entry(defined.id).or_insert(number);
        }
        Some(Self { definitions, references, first })
    }

    /// Where `id` is defined first.
    pub(super) fn find(&self, id: &str) -> Option<&Defined<'d>> {
        self.first.get(id).map(|&number| &self.definitions[number])
    }

    /// Whether any element of one of `roles` carries an id.
    pub(super) fn number_any(&self, roles: &[Role]) -> bool {
        self.definitions.iter().any(|defined| roles.contains(&defined.role))
    }

    /// Every mention inside `whole`.
    pub(super) fn mentioned_in(&self, whole: Span) -> impl Iterator<Item = &Mention<'d>> {
        self.references.iter().filter(move |mention| whole.covers(mention.span))
    }

    /// The defined id with the letters of `id` whose number is nearest.
    pub(super) fn nearest(&self, id: &str) -> Option<&'d str> {
        let wanted = number(id);
        let alike = self.definitions.iter().map(|defined| defined.id).filter(|known| prefix(known) == prefix(id));
        alike.min_by_key(|known| (number(known).abs_diff(wanted), number(known)))
    }
}

/// The letters of an id, with the dash behind them.
pub(super) fn prefix(id: &str) -> &str {
    id.trim_end_matches(|letter: char| letter.is_ascii_digit())
}

fn number(id: &str) -> u32 {
    id[prefix(id).len()..].parse().unwrap_or_default()
}

/// All that stands under heading number `heading`, itself included.
fn under(headings: &[(Span, u8)], heading: usize, len: usize) -> Span {
    let (start, level) = headings[heading];
    let next = headings[heading + 1..].iter().find(|(_, other)| *other <= level);
    Span { start: start.start, end: next.map_or(len as u32, |(next, _)| next.start) }
}

/// `[A1]`: with a link definition somewhere it is a link.
fn is_bracketed(scene: &Scene<'_>, span: Span) -> bool {
    let around = Span { start: span.start.saturating_sub(1), end: span.end + 1 };
    let words = scene.words(around);
    words.starts_with('[') && words.ends_with(']')
}
