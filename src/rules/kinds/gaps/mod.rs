//! What falls short, and what is done about it.

pub(super) mod action;
pub(super) mod confirmed;
pub(super) mod no;

use crate::plan::{Document, Role};
use crate::text::Span;

/// The ids mentioned inside `span`, with the role of what each names; `None` where it is not defined in this document.
fn mentioned(document: &Document, span: Span) -> impl Iterator<Item = (&str, Option<Role>)> {
    document.references().filter(move |reference| span.covers(reference.at(reference.span))).map(|reference| {
        let id: &str = &reference.it.id;
        (id, document.definitions().find(|definition| *definition.it.id == *id).map(|definition| definition.role))
    })
}

/// The id of the element that lies inside `span`.
fn id_of(document: &Document, span: Span) -> Option<&str> {
    let definition = document.definitions().find(|definition| span.covers(definition.at(definition.span)))?;
    Some(&definition.it.id)
}
