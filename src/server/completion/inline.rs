//! Within a line: handles, ids, dates from words, statuses in their column, and rule names inside suppression comments.

use super::Cursor;
use crate::dialect::concept::{Column, Language, Status};
use crate::dialect::date::{Ambiguity, Relative, When, read_slot};
use crate::markdown::suppression::DirectiveKind;
use crate::plan::{Placed, Table};
use crate::server::hover::in_words;
use serde_json::json;
use tower_lsp::ls_types::{CompletionItem, CompletionItemKind};

/// A date is written in so many words at most.
const LONGEST_DATE: usize = 4;

/// Inside a comment that speaks to planlint; `None` anywhere else.
pub(super) fn in_comment(cursor: &Cursor<'_>) -> Option<Vec<CompletionItem>> {
    let (_, comment) = cursor.before.rsplit_once("<!--").filter(|(_, comment)| !comment.contains("-->"))?;
    let words = comment.trim_start();
    let typed = cursor.word().len();
    let is_first = !words.contains(char::is_whitespace);
    if is_first {
        let directives = DirectiveKind::WORDS.iter().map(|(word, _)| cursor.item(word, word, words.len(), CompletionItemKind::KEYWORD, ""));
        return Some(directives.collect());
    }
    if !words.starts_with("planlint-") {
        return None;
    }
    let here: Vec<_> = cursor.view.open.findings().map(|found| found.as_made().code.clone()).collect();
    let rules = &cursor.view.open.in_force.standard.settings.rules;
    let rule = |page: &crate::rules::Page| {
        let mut item = cursor.item(&page.code, &page.code, typed, CompletionItemKind::REFERENCE, &page.name);
        let is_here = here.iter().any(|code| **code == *page.code);
        item.sort_text = Some(format!("{}{}", u8::from(!is_here), page.code));
        item.data = Some(json!({ "rule": page.code }));
        item
    };
    Some(rules.iter().map(|armed| rule(&armed.page)).collect())
}

/// Anywhere else in the text.
pub(super) fn items(cursor: &Cursor<'_>) -> Vec<CompletionItem> {
    let column = column(cursor);
    let mut items = dates(cursor);
    items.extend(people(cursor, column == Some(Column::Owner)));
    items.extend(ids(cursor));
    if column == Some(Column::Status) {
        items.extend(statuses(cursor));
    }
    items
}

/// Statuses, in the words of the document's language.
fn statuses(cursor: &Cursor<'_>) -> Vec<CompletionItem> {
    let language = cursor.view.plan().language.unwrap_or(Language::En);
    let words = &cursor.view.open.in_force.standard.settings.vocabulary.language(language).status;
    let word = |status: &Status| words.get(status).and_then(|words| words.first()).map_or(status.word(), |word| *word);
    Status::ALL
        .iter()
        .map(|status| cursor.item(word(status), word(status), cursor.word().len(), CompletionItemKind::ENUM_MEMBER, ""))
        .collect()
}

/// Behind `@`, and in a column or behind a label for owners.
fn people(cursor: &Cursor<'_>, in_column: bool) -> Vec<CompletionItem> {
    let word = cursor.word();
    let behind_at = cursor.before[..cursor.before.len() - word.len()].ends_with('@');
    if !behind_at && !in_column && !is_behind_label(cursor, word) {
        return Vec::new();
    }
    let typed = word.len() + usize::from(behind_at);
    cursor.desk.people(&cursor.view).iter().map(|person| cursor.item(person, person, typed, CompletionItemKind::VALUE, "")).collect()
}

/// Whether what is typed stands behind a word for owners and a colon.
fn is_behind_label(cursor: &Cursor<'_>, word: &str) -> bool {
    let before = cursor.before[..cursor.before.len() - word.len()].trim_end();
    let Some(label) = before.strip_suffix([':', '：']) else { return false };
    let label = label.rsplit(['-', '*', '|', ';', ',', '.', '、', '。', '(', '（']).next().unwrap_or_default();
    let vocabulary = &cursor.view.open.in_force.standard.settings.vocabulary;
    // Where words have no spaces between them, one sets the label off: 予約する 担当：.
    let labels = [label.trim(), label.rsplit(char::is_whitespace).next().unwrap_or_default()];
    labels.iter().any(|label| vocabulary.column(label, None).is_some_and(|meant| meant.column == Column::Owner))
}

/// Ids that are defined, with their text, once a letter of one is typed.
fn ids(cursor: &Cursor<'_>) -> Vec<CompletionItem> {
    let word = cursor.word();
    if !word.starts_with(|letter: char| letter.is_ascii_uppercase()) {
        return Vec::new();
    }
    let matching = cursor.view.plan().definitions().filter(|definition| definition.id.starts_with(word));
    matching
        .map(|definition| {
            let text = crate::rules::draft::quoted(&cursor.view.words(definition.at(definition.text)));
            cursor.item(&definition.id, &definition.id, word.len(), CompletionItemKind::REFERENCE, &text)
        })
        .collect()
}

/// The day that the last words before the cursor mean: "next friday".
fn dates(cursor: &Cursor<'_>) -> Vec<CompletionItem> {
    let settings = &cursor.view.open.in_force.standard.settings;
    let before = &cursor.before;
    let starts: Vec<usize> =
        before.char_indices().rev().filter(|&(at, _)| is_word_start(before, at)).map(|(at, _)| at).take(LONGEST_DATE).collect();
    for &start in starts.iter().rev() {
        let words = before[start..].trim_end();
        let relative = match read_slot(words, settings.order()).map(|found| found.when) {
            Some(When::Relative(relative)) => relative,
            Some(When::Ambiguous { why: Ambiguity::WeekdayOnly(weekday), .. }) => Relative::NextWeekday(weekday),
            _ => continue,
        };
        let Some(day) = relative.suggestion(settings.today) else { continue };
        let mut item =
            cursor.item(words, &day.to_string(), before.len() - start, CompletionItemKind::VALUE, &in_words(day, settings.today));
        item.label = day.to_string();
        item.filter_text = Some(before[start..].to_owned());
        return vec![item];
    }
    Vec::new()
}

fn is_word_start(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let is_word = |letter: char| letter.is_alphanumeric();
    text[at..].starts_with(is_word) && before.is_none_or(|letter| !is_word(letter) || letter > '\u{2e80}')
}

/// What the table column that the cursor stands in holds.
fn column(cursor: &Cursor<'_>) -> Option<Column> {
    let table: Placed<'_, Table> = cursor.view.plan().tables().find(|table| {
        let span = table.at(table.span);
        (span.start as usize) <= cursor.line && cursor.at <= span.end as usize + 1
    })?;
    let pipes = cursor.before.replace("\\|", "").matches('|').count();
    let starts_with_pipe = cursor.before.trim_start().starts_with('|');
    let number = if starts_with_pipe { pipes.checked_sub(1)? } else { pipes };
    table.columns.get(number)?.1
}
