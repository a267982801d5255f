//! From a word to the others that stand for the same: definition, references, highlights, and renaming of ids and people.

use super::change::Changes;
use super::desk::Desk;
use super::open::Open;
use super::things::{Naming, Thing, naming_at, namings};
use super::uri;
use super::view::View;
use crate::config::absolute;
use std::path::Path;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::*;

/// `textDocument/definition`
pub(super) fn definition(desk: &Desk, params: &TextDocumentPositionParams) -> Option<GotoDefinitionResponse> {
    let asked = Asked::at(desk, params)?;
    let beside = asked.beside(desk);
    let found = asked.everywhere(desk, &beside).filter(|(_, naming)| naming.is_definition).map(|(view, naming)| view.location(naming.span));
    Some(GotoDefinitionResponse::Array(found.collect()))
}

/// `textDocument/references`
pub(super) fn references(desk: &Desk, params: &ReferenceParams) -> Option<Vec<Location>> {
    let asked = Asked::at(desk, &params.text_document_position)?;
    let beside = asked.beside(desk);
    let found = asked.everywhere(desk, &beside).filter(|(_, naming)| params.context.include_declaration || !naming.is_definition);
    Some(found.map(|(view, naming)| view.location(naming.span)).collect())
}

/// `textDocument/documentHighlight`
pub(super) fn highlight(desk: &Desk, params: &TextDocumentPositionParams) -> Option<Vec<DocumentHighlight>> {
    let asked = Asked::at(desk, params)?;
    let here = namings(&asked.view).filter(|naming| asked.means(&asked.view, naming));
    let kind = |naming: &Naming| if naming.is_definition { DocumentHighlightKind::WRITE } else { DocumentHighlightKind::READ };
    Some(here.map(|naming| DocumentHighlight { range: asked.view.range(naming.span), kind: Some(kind(&naming)) }).collect())
}

/// `textDocument/prepareRename`
pub(super) fn prepare(desk: &Desk, params: &TextDocumentPositionParams) -> Option<PrepareRenameResponse> {
    let asked = Asked::at(desk, params)?;
    let placeholder = asked.view.words(asked.naming.span).into_owned();
    Some(PrepareRenameResponse::RangeWithPlaceholder { range: asked.view.range(asked.naming.span), placeholder })
}

/// `textDocument/rename`
pub(super) fn rename(desk: &Desk, params: &RenameParams) -> Result<Option<WorkspaceEdit>> {
    let Some(asked) = Asked::at(desk, &params.text_document_position) else { return Ok(None) };
    let new = params.new_name.trim();
    let is_person = matches!(asked.naming.thing, Thing::Person(_));
    let new = if is_person { new.trim_start_matches('@') } else { new };
    if new.is_empty() || new.contains(['\n', '\r', '|']) || !is_person && !is_id(new) {
        return Err(Error::invalid_params(if is_person {
            "a name is one line without `|`"
        } else {
            "an id is letters and then a number, such as A12"
        }));
    }
    let taken = !is_person && namings(&asked.view).any(|naming| naming.is_definition && naming.thing == Thing::Id(new.to_owned()));
    if taken {
        return Err(Error::invalid_params(format!("{new} is the id of something else in this document")));
    }
    let beside = asked.beside(desk);
    let mut changes = Changes::default();
    let mut seen = Vec::new();
    for (view, naming) in asked.everywhere(desk, &beside) {
        let place = (view.uri().clone(), naming.span);
        if !seen.contains(&place) {
            seen.push(place);
            let version = desk.documents.contains_key(view.uri().as_str()).then_some(view.open.version);
            changes.add(view.uri().clone(), version, vec![view.edit(naming.span, new)]);
        }
    }
    Ok(changes.into_edit(&desk.client))
}

fn is_id(text: &str) -> bool {
    crate::dialect::identifier::identifier_alone(text).is_some_and(|span| span.len() == text.len())
}

/// What a client asks about.
struct Asked<'d> {
    view: View<'d>,
    naming: Naming,
}

impl<'d> Asked<'d> {
    fn at(desk: &'d Desk, params: &TextDocumentPositionParams) -> Option<Self> {
        let view = desk.view(&params.text_document.uri)?;
        let naming = naming_at(&view, view.offset(params.position))?;
        Some(Self { view, naming })
    }

    /// The documents of the workspace that are not open and may name it.
    fn beside(&self, desk: &Desk) -> Vec<Open> {
        desk.on_disk_with(&self.view.words(self.naming.span))
    }

    /// Every naming of it, in the document first, then in the others.
    fn everywhere<'a>(&'a self, desk: &'a Desk, beside: &'a [Open]) -> impl Iterator<Item = (View<'a>, Naming)> + 'a {
        let others = desk.views().filter(|view| view.uri() != self.view.uri());
        let closed = beside.iter().map(|open| View { open, encoding: desk.client.encoding });
        let views = std::iter::once(self.view).chain(others).chain(closed);
        views.flat_map(move |view| namings(&view).filter(move |naming| self.means(&view, naming)).map(move |naming| (view, naming)))
    }

    /// Whether `naming` in `view` is of the same thing. A person is the same everywhere, an id only in its own document.
    fn means(&self, view: &View<'_>, naming: &Naming) -> bool {
        naming.thing == self.naming.thing
            && (matches!(naming.thing, Thing::Person(_)) || home(view, naming) == home(&self.view, &self.naming))
    }
}

/// The address of the document whose id is named.
fn home(view: &View<'_>, naming: &Naming) -> String {
    let elsewhere = naming.document.as_deref().and_then(|written| {
        let folder = view.open.path.as_deref()?.parent()?;
        uri::of_path(&absolute(Path::new(written), folder))
    });
    elsewhere.map_or_else(|| view.uri().as_str().to_owned(), |uri| uri.as_str().to_owned())
}
