//! Front matter: keys that are not there yet, and the values a key can have.

use super::Cursor;
use crate::dialect::concept::{HeadKey, Kind, Lifecycle, Phase};
use tower_lsp::ls_types::{CompletionItem, CompletionItemKind};

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
