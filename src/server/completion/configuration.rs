//! `planlint.toml`: keys of the table the cursor stands in, and the values that the key before it takes.

use super::Cursor;
use crate::config::{keys_at, values_at};
use crate::rules::Page;
use crate::text::Span;
use serde_json::json;
use tower_lsp::ls_types::{CompletionItem, CompletionItemKind};

pub(super) fn items(cursor: &Cursor<'_>) -> Vec<CompletionItem> {
    let table = table(cursor);
    let table: Vec<&str> = table.iter().map(String::as_str).collect();
    let typed = cursor.word().to_lowercase();
    let mut items = match cursor.before.split_once('=') {
        _ if cursor.before.trim_start().starts_with('#') => Vec::new(),
        None => keys(cursor, &table),
        Some((key, value)) => values(cursor, &[&table, &[key.trim()][..]].concat(), value.trim_start()),
    };
    items.retain(|item| item.label.to_lowercase().contains(&typed));
    items
}

/// The way to the table that the cursor stands in, or whose name is being written.
fn table(cursor: &Cursor<'_>) -> Vec<String> {
    let above = cursor.view.words(Span::new(0, cursor.line));
    let header = above.lines().rev().map(str::trim).find(|line| line.starts_with('['));
    let name = header.map_or("", |header| header.trim_start_matches('[').split(']').next().unwrap_or_default());
    name.split('.').map(|part| part.trim().trim_matches('"').to_owned()).filter(|part| !part.is_empty()).collect()
}

fn keys(cursor: &Cursor<'_>, table: &[&str]) -> Vec<CompletionItem> {
    let typed = cursor.before.trim_start();
    if let Some(name) = typed.strip_prefix('[') {
        let name = name.trim_start_matches('[');
        let tables = keys_at(&[]).into_iter().filter(|(key, _)| !keys_at(&[key]).is_empty() || *key == "rules");
        return tables.map(|(key, about)| cursor.item(key, key, name.len(), CompletionItemKind::MODULE, about)).collect();
    }
    let key = |word: &str, about: &str| cursor.item(word, &format!("{word} = "), typed.len(), CompletionItemKind::PROPERTY, about);
    let mut items: Vec<CompletionItem> = keys_at(table).into_iter().map(|(word, about)| key(word, about)).collect();
    let rules = &cursor.view.open.in_force.standard.settings.rules;
    match table {
        ["rules"] | ["documents", "rules"] => items.extend(
            rules
                .iter()
                .map(|armed| CompletionItem { data: Some(json!({ "rule": armed.page.code })), ..key(&armed.page.code, &armed.page.name) }),
        ),
        ["rules", name] => {
            let is_meant = |page: &Page| page.code == *name || page.name == *name;
            let options = rules.iter().filter(|armed| is_meant(&armed.page)).flat_map(|armed| armed.page.options.keys());
            items.extend(options.map(|option| key(option, "option of the rule")));
        }
        _ => {}
    }
    items
}

fn values(cursor: &Cursor<'_>, path: &[&str], typed: &str) -> Vec<CompletionItem> {
    let behind = cursor.view.words(Span::new(cursor.at, cursor.at + 1));
    let is_closed = typed.starts_with('"') && behind == "\"";
    let value = |word: String| {
        let written = word.strip_suffix('"').filter(|_| is_closed).unwrap_or(&word);
        cursor.item(&word, written, typed.len(), CompletionItemKind::VALUE, "")
    };
    values_at(path).into_iter().map(value).collect()
}
