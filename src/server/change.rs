//! Edits as a client takes them: with the version they are for, where it understands versions.

use super::client::Client;
use super::desk::Desk;
use super::uri;
use super::view::View;
use crate::finding::Edit;
use crate::text::{Encoding, Text};
use std::collections::HashMap;
use std::path::Path;
use tower_lsp::ls_types::*;

/// Edits to documents, as they are gathered.
#[derive(Default)]
pub(super) struct Changes {
    by_document: Vec<(Uri, Option<i32>, Vec<TextEdit>)>,
    /// A file to create first.
    created: Option<Uri>,
}

impl Changes {
    /// Edits to the document of `view`.
    pub(super) fn of(view: &View<'_>, edits: Vec<TextEdit>) -> Self {
        let mut changes = Self::default();
        changes.add(view.uri().clone(), Some(view.open.version), edits);
        changes
    }

    /// Adds edits to a document.
    pub(super) fn add(&mut self, uri: Uri, version: Option<i32>, edits: Vec<TextEdit>) {
        match self.by_document.iter_mut().find(|(known, ..)| *known == uri) {
            Some((_, _, known)) => known.extend(edits),
            None => self.by_document.push((uri, version, edits)),
        }
    }

    /// Has the file created before it is edited.
    pub(super) fn create(&mut self, uri: Uri) {
        self.created = Some(uri);
    }

    /// Adds what a fix of a finding in `view` does there and elsewhere. `None` where another document cannot be found.
    pub(super) fn of_fix(desk: &Desk, view: &View<'_>, edits: &[Edit]) -> Option<Self> {
        let mut changes = Self::default();
        for edit in edits {
            match &edit.path {
                None => changes.add(view.uri().clone(), Some(view.open.version), vec![view.edit(edit.span, edit.text.clone())]),
                Some(path) => {
                    let path = Path::new("/").join(&**path);
                    let there = desk.by_path(&path);
                    let uri = there.map(|open| open.uri.clone()).or_else(|| uri::of_path(&path))?;
                    let text =
                        there.map(|open| open.text.clone()).or_else(|| std::fs::read_to_string(&path).ok().map(|text| Text::new(&text)))?;
                    let range = range(&text, desk.client.encoding, edit);
                    changes.add(uri, there.map(|open| open.version), vec![TextEdit::new(range, edit.text.clone())]);
                }
            }
        }
        Some(changes)
    }

    /// Leaves out documents to which nothing is done.
    pub(super) fn drop_idle(&mut self) {
        self.by_document.retain(|(_, _, edits)| !edits.is_empty());
    }

    /// Whether there is nothing to do.
    pub(super) fn is_empty(&self) -> bool {
        self.by_document.iter().all(|(_, _, edits)| edits.is_empty()) && self.created.is_none()
    }

    /// As `client` takes them. `None`: it cannot create files.
    pub(super) fn into_edit(self, client: &Client) -> Option<WorkspaceEdit> {
        if self.created.is_some() && !client.creates_files {
            return None;
        }
        if !client.versioned_edits {
            let changes: HashMap<Uri, Vec<TextEdit>> = self.by_document.into_iter().map(|(uri, _, edits)| (uri, edits)).collect();
            return self.created.is_none().then(|| WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() });
        }
        let created = self.created.map(|uri| {
            let options = CreateFileOptions { ignore_if_exists: Some(true), overwrite: None };
            DocumentChangeOperation::Op(ResourceOp::Create(CreateFile { uri, options: Some(options), annotation_id: None }))
        });
        let edits = self.by_document.into_iter().map(|(uri, version, edits)| {
            let text_document = OptionalVersionedTextDocumentIdentifier { uri, version };
            DocumentChangeOperation::Edit(TextDocumentEdit { text_document, edits: edits.into_iter().map(OneOf::Left).collect() })
        });
        let operations = created.into_iter().chain(edits).collect();
        Some(WorkspaceEdit { document_changes: Some(DocumentChanges::Operations(operations)), ..WorkspaceEdit::default() })
    }
}

fn range(text: &Text, encoding: Encoding, edit: &Edit) -> Range {
    let position = |at: u32| {
        let (line, character) = text.position(at as usize, encoding);
        Position::new(line, character)
    };
    Range::new(position(edit.span.start), position(edit.span.end))
}
