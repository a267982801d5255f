//! The ids of a document: which elements carry them, and where they are mentioned.
//!
//! What looks like an id counts only where its letters are in use: a document that numbers nothing has neither ids nor references.

use super::super::cross::series::scope;
use crate::plan::{DefinedId, Role, SectionShape, Summary};
use crate::rules::neighbours::Lookup;
use crate::rules::scene::Scene;
use crate::text::Span;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// All ids of a document in the order of the text. Spans count from its start.
pub(in crate::rules::kinds) struct Ids<'d> {
    /// Elements that carry an id.
    pub(in crate::rules::kinds) definitions: Vec<Defined<'d>>,
    /// Places that mention one of this document or of its scope.
    pub(in crate::rules::kinds) references: Vec<Mention<'d>>,
    /// Places that name the document with the id (`other.md#A3`), and what they lead to.
    elsewhere: Vec<(Span, Lead)>,
    first: HashMap<&'d str, usize>,
    /// The documents whose ids count here too.
    scope: Vec<Arc<Summary>>,
}

/// An element with an id.
pub(in crate::rules::kinds) struct Defined<'d> {
    /// Such as `S1`.
    pub(in crate::rules::kinds) id: &'d str,
    /// Its letters and digits.
    pub(in crate::rules::kinds) span: Span,
    /// What it numbers.
    pub(in crate::rules::kinds) role: Role,
    /// The element with everything in it; of a heading all that stands under it.
    pub(in crate::rules::kinds) whole: Span,
    /// The words of the element.
    pub(in crate::rules::kinds) text: Span,
    /// It is a heading.
    pub(in crate::rules::kinds) is_heading: bool,
    /// How its id is written.
    pub(super) form: Form,
    /// The number of the heading it stands under, counted through the document; a heading stands under itself.
    pub(super) section: usize,
}

/// How an id is written where it is defined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// `[S1]`: nothing but an id looks so.
    Bracketed,
    /// In a table.
    Cell,
    /// `S1:`, `S1 -`: may as well be a label that counts anew under each heading.
    Label,
}

/// What a mention leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::rules::kinds) enum Lead {
    /// An element.
    To(Role),
    /// Nothing: T101's.
    Nowhere,
    /// A document that nobody can look into from here.
    Unknown,
}

/// A place that mentions an id of this document.
pub(in crate::rules::kinds) struct Mention<'d> {
    /// Such as `S1`.
    pub(in crate::rules::kinds) id: &'d str,
    /// Its letters and digits.
    pub(in crate::rules::kinds) span: Span,
}

impl<'d> Ids<'d> {
    /// The ids of the document of `scene`; `None` when it neither has nor mentions any.
    pub(in crate::rules::kinds) fn of(scene: &Scene<'d>) -> Option<Self> {
        let document = scene.document;
        if document.references().next().is_none() && document.definitions().next().is_none() {
            return None;
        }
        let scope = scope(scene);
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
                Defined {
                    id: &defined.it.id,
                    span,
                    role: defined.role,
                    whole,
                    text: defined.at(defined.text),
                    is_heading: heading.is_some(),
                    form: if is_bracketed(scene, span) {
                        Form::Bracketed
                    } else if scene.words(defined.at(defined.whole)).contains('|') {
                        Form::Cell
                    } else {
                        Form::Label
                    },
                    section: headings.partition_point(|(heading, _)| heading.start <= span.start),
                }
            })
            .collect();
        let outside = scope.iter().flat_map(|document| &document.ids).map(|defined| prefix(&defined.id));
        let prefixes: HashSet<&str> = definitions.iter().map(|defined| prefix(defined.id)).chain(outside).collect();
        let references = document
            .references()
            .filter(|mention| {
                mention.document.is_none()
                    && prefixes.contains(prefix(&mention.it.id))
                    && !is_link(&mention.it.id, mention.at(mention.span))
            })
            .map(|mention| Mention { id: &mention.it.id, span: mention.at(mention.span) })
            .collect();
        let mut first = HashMap::new();
        for (number, defined) in definitions.iter().enumerate() {
            first.entry(defined.id).or_insert(number);
        }
        let named = document.references().filter_map(|it| Some((it.at(it.span), it.it.document.as_deref()?, &*it.it.id)));
        let elsewhere = named.map(|(span, path, id)| (span, lead_of(&scene.neighbours.look_up(&format!("{path}#{id}")), id))).collect();
        Some(Self { definitions, references, elsewhere, first, scope })
    }

    /// Whether the document refers to anything by an id.
    pub(in crate::rules::kinds) fn refers(&self) -> bool {
        !self.references.is_empty() || !self.elsewhere.is_empty()
    }

    /// What the ids inside `whole` lead to, in this document and in others.
    pub(in crate::rules::kinds) fn leads(&self, whole: Span) -> impl Iterator<Item = Lead> {
        let role = |id: &str| self.find(id).map(|defined| defined.role).or_else(|| self.find_outside(id).map(|defined| defined.role));
        let here = self.mentioned_in(whole).map(move |mention| role(mention.id).map_or(Lead::Nowhere, Lead::To));
        here.chain(self.elsewhere.iter().filter(move |(span, _)| whole.covers(*span)).map(|&(_, lead)| lead))
    }

    /// What carries `id` in another document of the scope.
    pub(in crate::rules::kinds) fn find_outside(&self, id: &str) -> Option<&DefinedId> {
        self.scope.iter().flat_map(|document| &document.ids).find(|defined| defined.id == id)
    }

    /// Where `id` is defined first.
    pub(in crate::rules::kinds) fn find(&self, id: &str) -> Option<&Defined<'d>> {
        self.first.get(id).map(|&number| &self.definitions[number])
    }

    /// Whether another document of the scope mentions `id`, with the name of this document or without any.
    pub(in crate::rules::kinds) fn is_mentioned_outside(&self, id: &str, scene: &Scene<'_>) -> bool {
        self.scope.iter().any(|document| {
            let mut named = document.outside_mentions.iter().filter(|(_, mentioned)| mentioned == id);
            document.mentions.iter().any(|(mentioned, _)| mentioned == id)
                || named.any(|(path, _)| scene.neighbours.look_up_from(document, path).is_none())
        })
    }

    /// Whether any element of one of `roles` carries an id.
    pub(in crate::rules::kinds) fn number_any(&self, roles: &[Role]) -> bool {
        self.definitions.iter().any(|defined| roles.contains(&defined.role))
    }

    /// Every mention inside `whole`.
    pub(in crate::rules::kinds) fn mentioned_in(&self, whole: Span) -> impl Iterator<Item = &Mention<'d>> {
        self.references.iter().filter(move |mention| whole.covers(mention.span))
    }

    /// The defined id with the letters of `id` whose number is nearest.
    pub(in crate::rules::kinds) fn nearest(&self, id: &str) -> Option<&str> {
        let wanted = number(id);
        let outside = self.scope.iter().flat_map(|document| &document.ids).map(|defined| defined.id.as_str());
        let alike = self.definitions.iter().map(|defined| defined.id).chain(outside).filter(|known| prefix(known) == prefix(id));
        alike.min_by_key(|known| (number(known).abs_diff(wanted), number(known)))
    }
}

/// What `id` leads to in the document that was looked up for it.
fn lead_of(found: &Lookup, id: &str) -> Lead {
    match found {
        Lookup::Found(document) => {
            document.ids.iter().find(|defined| defined.id.eq_ignore_ascii_case(id)).map_or(Lead::Unknown, |defined| Lead::To(defined.role))
        }
        Lookup::NoHeading { .. } | Lookup::Missing { .. } => Lead::Nowhere,
        Lookup::There | Lookup::Outside | Lookup::Unknown => Lead::Unknown,
    }
}

/// The letters of an id, with the dash behind them.
pub(in crate::rules::kinds) fn prefix(id: &str) -> &str {
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
