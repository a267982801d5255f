//! Front matter: keys that are not there yet, and the values a key can have.

use super::Cursor;
use crate::dialect::concept::{HeadKey, Kind, Lifecycle, Phase};
use crate::server::view::View;
use crate::text::Span;
use tower_lsp::ls_types::{CompletionItem, CompletionItemKind};

/// Where front matter that is being written ends at the latest.
const MOST_LINES: usize = 40;

/// The front matter, also one whose first key is only being typed, so that it does not count as any yet.
pub(super) fn fenced(view: &View<'_>) -> Span {
    let front = view.plan().front.span;
    let opening = view.line(front.start as usize);
    let fence = view.words(Span { start: front.start, end: opening.end });
    if !front.is_empty() || !matches!(fence.trim_end(), "---" | "+++") {
        return front;
    }
    let mut line = opening;
    for _ in 0..MOST_LINES {
        line = view.line(view.next_line(line));
        if line.end as usize >= view.text().len() || view.words(line).trim_end() == fence.trim_end() {
            return Span { start: front.start, end: line.end };
        }
    }
    front
}

pub(super) fn items(cursor: &Cursor<'_>) -> Vec<CompletionItem> {
    match cursor.before.split_once([':', '=']) {
        None => keys(cursor),
        Some((key, value)) => {
            let key = key.trim().to_ascii_lowercase().replace([' ', '_'], "-");
            let typed = value.rsplit([',', '[', ' ', '"']).next().unwrap_or_default().len();
            values(cursor, &key, typed)
        }
    }
}

fn keys(cursor: &Cursor<'_>) -> Vec<CompletionItem> {
    let separator = if cursor.view.words(cursor.view.plan().front.span).starts_with("+++") { " = " } else { ": " };
    let front = &cursor.view.plan().front;
    let missing = HeadKey::ALL.iter().filter(|&&key| front.get(key).is_none());
    let typed = cursor.before.trim_start().len();
    missing.map(|key| cursor.item(key.word(), &format!("{}{separator}", key.word()), typed, CompletionItemKind::PROPERTY, "")).collect()
}

fn values(cursor: &Cursor<'_>, key: &str, typed: usize) -> Vec<CompletionItem> {
    let words: Vec<String> = match HeadKey::from_word(key) {
        Some(HeadKey::Kind) => Kind::ALL.iter().map(|kind| kind.word().to_owned()).collect(),
        Some(HeadKey::Status) => Lifecycle::ALL.iter().map(|status| status.word().to_owned()).collect(),
        Some(HeadKey::Phase) => Phase::ALL.iter().map(|phase| phase.word().to_owned()).collect(),
        Some(HeadKey::Planlint) => ["on", "off"].map(str::to_owned).to_vec(),
        Some(HeadKey::Lang) => crate::dialect::concept::Language::ALL.iter().map(|language| language.word().to_owned()).collect(),
        Some(HeadKey::Owner | HeadKey::Sponsor | HeadKey::People) => cursor.desk.people(&cursor.view),
        Some(HeadKey::Created | HeadKey::Reviewed | HeadKey::Start | HeadKey::End) => {
            vec![cursor.view.open.in_force.standard.settings.today.to_string()]
        }
        _ => Vec::new(),
    };
    words.iter().map(|word| cursor.item(word, word, typed, CompletionItemKind::VALUE, "")).collect()
}
