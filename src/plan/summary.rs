//! What other documents need to know of a document: small enough to keep of every document of a workspace, and free of its text.

mod metric;
mod mission;
mod open;
mod outline;
mod series;

pub use metric::{MetricRow, metrics};
pub use mission::{MissionStatement, missions};
pub use open::{OpenPoint, open_actions, open_questions};
pub use outline::{Outline, OutlineAction, OutlineSection};
pub use series::SeriesPlace;

use super::document::Document;
use super::element::Role;
use super::link::DocumentLink;
use super::source::Source;
use crate::dialect::concept::{Concept, HeadKey, Kind, Language, Lifecycle, Phase};
use crate::dialect::date::Order;
use crate::dialect::vocabulary::Vocabulary;
use crate::markdown::anchor;
use crate::text::Span;
use jiff::civil::Date;

/// A document as its neighbours see it. Spans count from the start of its text.
#[derive(Clone, Debug)]
pub struct Summary {
    /// As findings name it.
    pub path: String,
    /// Its title; the head field where there is no heading.
    pub title: Option<String>,
    /// Where its title stands.
    pub title_span: Span,
    /// What sort of document it is.
    pub kind: Kind,
    /// Where it is in its life.
    pub lifecycle: Lifecycle,
    /// The phase of the plan.
    pub phase: Option<Phase>,
    /// The language it is written in, if that can be told.
    pub language: Option<Language>,
    /// When the plan ends, and the line that says so.
    pub end: Option<(Date, Span)>,
    /// What links with a `#` can lead to.
    pub anchors: Vec<String>,
    /// The documents it leads to.
    pub links: Vec<DocumentLink>,
    /// Its place in its series.
    pub series: SeriesPlace,
    /// Names of people it is certain of.
    pub people: Vec<String>,
    /// The missions it states.
    pub missions: Vec<MissionStatement>,
    /// A mission stands in it, or elements of one, or a link to one.
    pub has_mission: bool,
    /// The rows of its tables of metrics.
    pub metrics: Vec<MetricRow>,
    /// The ids it defines.
    pub ids: Vec<DefinedId>,
    /// The ids it mentions; those of other documents left out.
    pub mentions: Vec<(String, Span)>,
    /// The ids of other documents it mentions, each behind the path as it is written.
    pub outside_mentions: Vec<(String, String)>,
    /// Actions still to do.
    pub open_actions: Vec<OpenPoint>,
    /// Questions without an answer.
    pub open_questions: Vec<OpenPoint>,
    /// Its shape.
    pub outline: Outline,
}

/// An id and what carries it. The span counts from the start of the document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DefinedId {
    /// Such as `A1`.
    pub id: String,
    /// What carries it.
    pub role: Role,
    /// Its letters and digits.
    pub span: Span,
    /// The words of what carries it.
    pub text: String,
}

impl Summary {
    /// Of `document`, which was read from `text` and which findings call `path`.
    pub fn of(path: String, text: &str, document: &Document, vocabulary: &Vocabulary, order: Order) -> Self {
        let source = Source::Whole(text);
        let heading = document.title().map(|title| source.of(title.at(title.heading)).trim().to_owned());
        let people = [HeadKey::People, HeadKey::Owner, HeadKey::Sponsor].into_iter().filter_map(|key| document.head(key));
        let people = people.flat_map(|value| value.items.iter().map(|(_, name)| name.clone()));
        let said = document.chunks.iter().flat_map(|chunk| &chunk.plan.people).map(ToString::to_string);
        Self {
            path,
            title: heading.or_else(|| document.head(HeadKey::Title).map(|value| value.text.clone())),
            title_span: document.title_span(),
            kind: document.kind,
            lifecycle: document.lifecycle,
            phase: document.head.phase(vocabulary),
            language: document.language,
            end: document.head(HeadKey::End).and_then(|value| Some((value.date(order)?, value.place))),
            anchors: anchor::anchors(text.get(document.front.body_offset..).unwrap_or_default()),
            links: document.document_links(source),
            series: SeriesPlace::of(document, source, vocabulary),
            people: people.chain(said).collect(),
            missions: missions(document, source),
            has_mission: has_mission(document),
            metrics: metrics(document, source),
            ids: ids(document, source),
            mentions: document.references().filter(|it| it.document.is_none()).map(|it| (it.id.to_string(), it.at(it.span))).collect(),
            outside_mentions: document
                .references()
                .filter_map(|it| Some((it.document.as_deref()?.to_owned(), it.id.to_string())))
                .collect(),
            open_actions: open_actions(document, source),
            open_questions: open_questions(document, source),
            outline: Outline::of(document, source),
        }
    }

    /// The link of `key`.
    pub fn link(&self, key: HeadKey) -> Option<&DocumentLink> {
        self.links.iter().find(|link| link.key == key)
    }
}

fn ids(document: &Document, source: Source<'_>) -> Vec<DefinedId> {
    let of = |span: Span| source.of(span).trim().to_owned();
    let defined = document.definitions();
    defined.map(|it| DefinedId { id: it.id.to_string(), role: it.role, span: it.at(it.span), text: of(it.at(it.text)) }).collect()
}

/// Whether somebody who follows a link to `document` in search of a mission finds one, or is led on to it.
fn has_mission(document: &Document) -> bool {
    let section = document.sections().any(|section| section.states(Concept::Mission));
    let field = document.fields().any(|field| matches!(field.concept, Some(Concept::Mission | Concept::Purpose)));
    section || field || document.kind == Kind::Mission || document.head(HeadKey::Mission).is_some_and(|value| !value.is_empty())
}
