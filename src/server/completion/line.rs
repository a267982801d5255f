//! At the start of a line: headings that the document should have, and labels of a mission.

use super::Cursor;
use crate::dialect::concept::{Concept, Language};
use tower_lsp::ls_types::{CompletionItem, CompletionItemKind, InsertTextFormat};

/// Sections that a document of any kind may want.
const SECTIONS: [Concept; 9] = [
    Concept::Mission,
    Concept::Vision,
    Concept::Strategy,
    Concept::Questions,
    Concept::Actions,
    Concept::Gaps,
    Concept::Objectives,
    Concept::Risks,
    Concept::Decision,
];
/// Labels of the elements of a mission.
const LABELS: [Concept; 3] = [Concept::Purpose, Concept::Customers, Concept::Experience];

pub(super) fn items(cursor: &Cursor<'_>) -> Vec<CompletionItem> {
    let start = cursor.before.trim_start();
    let marks = start.bytes().take_while(|&byte| byte == b'#').count();
    let is_heading = marks > 0 && start[marks..].starts_with(' ') || start == "#".repeat(marks);
    if is_heading {
        return headings(cursor, marks.max(1), start.len());
    }
    let is_short = start.chars().all(|letter| letter.is_alphabetic() || letter == '*' || letter == ' ') && start.len() < 24;
    if is_short { labels(cursor, start.len()) } else { Vec::new() }
}

/// Each missing section, as a snippet where the client takes one.
fn headings(cursor: &Cursor<'_>, marks: usize, typed: usize) -> Vec<CompletionItem> {
    let plan = cursor.view.plan();
    let settings = &cursor.view.open.in_force.standard.settings;
    let words = &settings.vocabulary.language(plan.language.unwrap_or(Language::En)).insert;
    let end = cursor.view.line_end();
    let missing = SECTIONS.iter().filter(|&&concept| !plan.sections().any(|section| section.states(concept)));
    missing
        .filter_map(|concept| {
            let heading = words.headings.get(concept)?;
            let level = "#".repeat(marks.max(usize::from(marks > 1)));
            let text = format!("{level} {heading}{end}{end}");
            let mut item = cursor.item(&format!("{level} {heading}"), &text, typed, CompletionItemKind::SNIPPET, "missing section");
            if cursor.desk.client.snippets {
                let snippet = format!("{level} {}{end}{end}${{1:{}}}", escaped(heading), escaped(&words.todo));
                if let Some(tower_lsp::ls_types::CompletionTextEdit::Edit(edit)) = &mut item.text_edit {
                    edit.new_text = snippet;
                }
                item.insert_text_format = Some(InsertTextFormat::SNIPPET);
            }
            Some(item)
        })
        .collect()
}

/// Labels of elements that no field names yet, in a document that states a mission.
fn labels(cursor: &Cursor<'_>, typed: usize) -> Vec<CompletionItem> {
    let plan = cursor.view.plan();
    if !plan.sections().any(|section| section.states(Concept::Mission)) {
        return Vec::new();
    }
    let words = &cursor.view.open.in_force.standard.settings.vocabulary.language(plan.language.unwrap_or(Language::En)).insert;
    let missing = LABELS.iter().filter(|&&concept| !plan.fields().any(|field| field.concept == Some(concept)));
    missing
        .filter_map(|concept| {
            let label = words.labels.get(concept)?;
            Some(cursor.item(&format!("**{label}:**"), &format!("**{label}:** "), typed, CompletionItemKind::FIELD, "missing element"))
        })
        .collect()
}

/// `text` without the signs that mean something in a snippet.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}
