//! Where a document says that other documents belong to it: mission, strategy, parent, neighbours in its series, the one it translates.
//! Only paths as they are written; what lies at them, others know.

use super::document::Document;
use super::element::{Field, Filled};
use super::head::HeadValue;
use super::placed::Placed;
use super::source::Source;
use crate::dialect::concept::HeadKey;
use crate::text::Span;

/// The head keys that lead to another document.
pub const LINK_KEYS: [HeadKey; 6] =
    [HeadKey::Mission, HeadKey::Strategy, HeadKey::Parent, HeadKey::Previous, HeadKey::Next, HeadKey::TranslationOf];

/// A line that leads to another document, or could.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DocumentLink {
    /// In what way the other document belongs to this one.
    pub key: HeadKey,
    /// The path as written; `None` when the value is no path.
    pub path: Option<String>,
    /// Nothing stands behind the key.
    pub empty: bool,
    /// Written as a Markdown link, so that it is a path whatever it looks like.
    pub is_link: bool,
    /// The value, counted from the start of the document.
    pub value: Span,
    /// Key and value, counted from the start of the document: where findings about it sit.
    pub place: Span,
}

impl Document {
    /// The links that front matter and head fields hold, and the series labels of the last section (DIALECT 10). The first of a key wins.
    pub fn document_links(&self, source: Source<'_>) -> Vec<DocumentLink> {
        let mut links: Vec<DocumentLink> = LINK_KEYS.into_iter().filter_map(|key| Some(of_head(key, self.head(key)?))).collect();
        for field in self.last_fields() {
            let Some(key @ (HeadKey::Previous | HeadKey::Next)) = field.head else { continue };
            if links.iter().all(|link| link.key != key) {
                links.push(of_field(key, &field, source));
            }
        }
        links
    }

    /// The path that `key` holds.
    pub fn linked(&self, key: HeadKey, source: Source<'_>) -> Option<String> {
        self.document_links(source).into_iter().find(|link| link.key == key)?.path
    }

    /// The fields of the last section, unless it is the head.
    fn last_fields(&self) -> impl Iterator<Item = Placed<'_, Field>> {
        let number = self.chunks.len().saturating_sub(1);
        self.chunks.last().into_iter().flat_map(move |chunk| {
            let last = chunk.plan.sections.len().saturating_sub(1);
            let fields = chunk.plan.fields.iter().filter(move |field| field.section == last && !field.in_head);
            fields.map(move |it| Placed { chunk: number, base: chunk.start, it })
        })
    }
}

fn of_head(key: HeadKey, value: &HeadValue) -> DocumentLink {
    DocumentLink {
        key,
        path: value.path().map(str::to_owned),
        empty: value.is_empty(),
        is_link: value.link.is_some(),
        value: value.span,
        place: value.place,
    }
}

fn of_field(key: HeadKey, field: &Placed<'_, Field>, source: Source<'_>) -> DocumentLink {
    let (span, place) = (field.at(field.value), field.at(field.place));
    let text = source.of(span).trim().to_owned();
    let link = field.link.as_deref().map(str::to_owned);
    let value = HeadValue { items: Vec::new(), text, span, place, link, in_front: false };
    DocumentLink { empty: field.filled == Filled::Empty, ..of_head(key, &value) }
}
