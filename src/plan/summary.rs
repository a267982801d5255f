//! What other documents need to know of a document: small enough to keep of every document of a workspace, and free of its text.

mod series;

pub use series::SeriesPlace;

use super::document::{Document, Source};
use super::link::DocumentLink;
use crate::dialect::concept::{HeadKey, Kind, Lifecycle, Phase};
use crate::dialect::vocabulary::Vocabulary;
use crate::markdown::anchor;
use crate::text::Span;

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
    /// What links with a `#` can lead to.
    pub anchors: Vec<String>,
    /// The documents it leads to.
    pub links: Vec<DocumentLink>,
    /// Its place in its series.
    pub series: SeriesPlace,
    /// Names of people it is certain of.
    pub people: Vec<String>,
}

impl Summary {
    /// Of `document`, which was read from `text` and which findings call `path`.
    pub fn of(path: String, text: &str, document: &Document, vocabulary: &Vocabulary) -> Self {
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
            anchors: anchor::anchors(text.get(document.front.body_offset..).unwrap_or_default()),
            links: document.document_links(source),
            series: SeriesPlace::of(document, source, vocabulary),
            people: people.chain(said).collect(),
        }
    }

    /// The link of `key`.
    pub fn link(&self, key: HeadKey) -> Option<&DocumentLink> {
        self.links.iter().find(|link| link.key == key)
    }
}
