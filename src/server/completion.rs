//! What can be written at the cursor: people, dates from words, statuses, ids, headings that are missing, rule names in comments, keys and
//! values of the front matter and of planlint.toml. One file below for each place.

mod configuration;
mod front;
mod inline;
mod line;

use super::desk::Desk;
use super::view::View;
use crate::text::Span;
use tower_lsp::ls_types::*;

/// What a completion is made for.
struct Cursor<'c> {
    desk: &'c Desk,
    view: View<'c>,
    /// The byte it stands at.
    at: usize,
    /// Its line up to it.
    before: String,
    /// Where that begins.
    line: usize,
}

/// `textDocument/completion`
pub(super) fn complete(desk: &Desk, params: &CompletionParams) -> Option<CompletionResponse> {
    let position = &params.text_document_position;
    let view = desk.view_of_any(position.text_document.uri.as_str()).filter(|view| view.open.is_configuration() || !view.open.is_toml)?;
    let at = view.offset(position.position);
    let line = view.line(at).start as usize;
    let cursor = Cursor { desk, view, at, before: view.words(Span::new(line, at)).into_owned(), line };
    let front = front::fenced(&view);
    let items = if view.open.is_configuration() {
        configuration::items(&cursor)
    } else if (front.start as usize) < line && at < front.end as usize {
        front::items(&cursor)
    } else if let Some(items) = inline::in_comment(&cursor) {
        items
    } else {
        let mut items = line::items(&cursor);
        items.extend(inline::items(&cursor));
        items
    };
    Some(CompletionResponse::List(CompletionList { is_incomplete: true, items, ..CompletionList::default() }))
}

/// `completionItem/resolve`: the page of a rule.
pub(super) fn resolve(desk: &Desk, mut item: CompletionItem) -> CompletionItem {
    let page = item.data.as_ref().and_then(|data| data.get("rule")?.as_str()).and_then(|code| desk.rule(code));
    if let Some(page) = page {
        let value = super::own::markdown(&page);
        item.documentation = Some(Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value }));
    }
    item
}

impl Cursor<'_> {
    /// An item that puts `text` in the place of the last `typed` bytes before the cursor.
    fn item(&self, label: &str, text: &str, typed: usize, kind: CompletionItemKind, detail: &str) -> CompletionItem {
        let span = Span::new(self.at - typed, self.at);
        let typed = self.view.words(span).into_owned();
        let begins = label.to_lowercase().starts_with(&typed.to_lowercase());
        CompletionItem {
            label: label.to_owned(),
            kind: Some(kind),
            detail: (!detail.is_empty()).then(|| detail.to_owned()),
            // Clients hold items against what is typed already and would take a whole match for the best one, so each is one, and what
            // begins with what is typed comes first.
            sort_text: (!typed.is_empty()).then(|| format!("{} {label}", u8::from(!begins))),
            filter_text: Some(typed).filter(|typed| !typed.is_empty()),
            text_edit: Some(CompletionTextEdit::Edit(self.view.edit(span, text))),
            ..CompletionItem::default()
        }
    }

    /// The word being typed.
    fn word(&self) -> &str {
        let start = self
            .before
            .rfind(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '_')
            .map_or(0, |at| at + self.before[at..].chars().next().map_or(0, char::len_utf8));
        &self.before[start..]
    }
}
