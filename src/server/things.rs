//! What a word in a plan stands for besides itself: an id, or a person. Found where the plan knows them, nowhere else.

use super::view::View;
use crate::dialect::concept::HeadKey;
use crate::text::Span;

/// An id or a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Thing {
    /// Such as `A1`.
    Id(String),
    /// As written, without `@`, in small letters.
    Person(String),
}

/// Where a thing is named.
#[derive(Clone, Debug)]
pub(super) struct Naming {
    pub(super) thing: Thing,
    /// Of the document; without the `@` of a handle.
    pub(super) span: Span,
    /// It is defined here.
    pub(super) is_definition: bool,
    /// The document that the naming points into, where it names one.
    pub(super) document: Option<String>,
}

/// Every naming in a document, in no order.
pub(super) fn namings<'v>(view: &View<'v>) -> impl Iterator<Item = Naming> + use<'v> {
    let view = *view;
    let plan = view.plan();
    let id = |id: &str, span: Span, is_definition: bool, document: Option<&str>| Naming {
        thing: Thing::Id(id.to_owned()),
        span,
        is_definition,
        document: document.map(str::to_owned),
    };
    let definitions = plan.definitions().map(move |it| id(&it.id, it.at(it.span), true, None));
    let references = plan.references().map(move |it| id(&it.id, it.at(it.span), false, it.document.as_deref()));
    let owners = plan.actions().flat_map(move |it| it.owner.names().iter().map(move |&span| it.at(span)).collect::<Vec<_>>());
    let answering = plan.questions().filter_map(move |it| it.owner.map(|span| it.at(span)));
    let listed = [HeadKey::People, HeadKey::Owner, HeadKey::Sponsor]
        .into_iter()
        .filter_map(move |key| plan.head(key))
        .flat_map(|value| value.items.iter().map(|&(span, _)| span));
    let people = owners.chain(answering).chain(listed).filter_map(move |span| person(&view, span));
    definitions.chain(references).chain(people)
}

/// What is named at byte `at`.
pub(super) fn naming_at(view: &View<'_>, at: usize) -> Option<Naming> {
    namings(view).filter(|naming| naming.span.start as usize <= at && at <= naming.span.end as usize).min_by_key(|naming| naming.span.len())
}

fn person(view: &View<'_>, span: Span) -> Option<Naming> {
    let words = view.words(span);
    let bare = words.trim();
    let lead = words.len() - words.trim_start().len();
    let handle = usize::from(bare.starts_with('@'));
    let span = Span::new(lead + handle, lead + bare.len()).shifted(span.start as usize);
    let name = bare.trim_start_matches('@').to_lowercase();
    (!name.is_empty()).then_some(Naming { thing: Thing::Person(name), span, is_definition: false, document: None })
}
