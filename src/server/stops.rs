//! Tab stops in code actions: an edit that leaves placeholders becomes a snippet, for clients that take snippets as edits (LSP 3.18).
//!
//! The types of our protocol library know no such edits, so they are put into the answer as it is written. What a client would indent on
//! its own stays a plain edit: not a byte may come out otherwise.

use super::view::View;
use serde_json::{Value, json};
use tower_lsp::ls_types::{CodeActionKind, CodeActionOrCommand, Range};

/// `actions` as JSON, with a tab stop on each of the `placeholders` that quick fixes put into the document of `view`.
pub(super) fn with_stops(view: &View<'_>, actions: &[CodeActionOrCommand], placeholders: &[&str]) -> Value {
    let shown = actions.iter().map(|action| {
        let mut shown = json!(action);
        if matches!(action, CodeActionOrCommand::CodeAction(action) if action.kind == Some(CodeActionKind::QUICKFIX)) {
            let changes = shown.pointer_mut("/edit/documentChanges").and_then(Value::as_array_mut).into_iter().flatten();
            let own = changes.filter(|change| change["textDocument"]["uri"] == json!(view.uri()));
            let edits = own.filter_map(|change| change["edits"].as_array_mut()).flatten();
            let mut stops = 0;
            edits.for_each(|edit| put(view, edit, placeholders, &mut stops));
            // Whoever jumps from stop to stop needs no other way to the first one.
            if let Some(action) = shown.as_object_mut().filter(|_| stops > 0) {
                action.remove("command");
            }
        }
        shown
    });
    Value::Array(shown.collect())
}

/// Makes a snippet of `edit`, where it holds a placeholder. Stops are counted on from `number`.
fn put(view: &View<'_>, edit: &mut Value, placeholders: &[&str], number: &mut usize) {
    let Some(new) = edit["newText"].as_str() else { return };
    let Ok(range) = serde_json::from_value::<Range>(edit["range"].clone()) else { return };
    let is_indented = new.contains(['\n', '\r']) && view.words(view.line(view.span(range).start as usize)).starts_with([' ', '\t']);
    if let Some(snippet) = (!is_indented).then(|| snippet(new, placeholders, number)).flatten() {
        *edit = json!({ "range": range, "snippet": { "kind": "snippet", "value": snippet } });
    }
}

/// `text` as a snippet with a stop on each placeholder; `None` where there is none.
fn snippet(text: &str, placeholders: &[&str], number: &mut usize) -> Option<String> {
    let next = |text: &str| placeholders.iter().filter_map(|word| Some((text.find(word)?, word.len()))).min();
    let mut snippet = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((at, length)) = next(rest) {
        *number += 1;
        snippet += &format!("{}${{{number}:{}}}", escaped(&rest[..at]), escaped(&rest[at..at + length]));
        rest = &rest[at + length..];
    }
    (rest.len() < text.len()).then(|| snippet + &escaped(rest))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_placeholder_is_a_stop() {
        let placeholders = ["TODO", "YYYY-MM-DD"];
        for (text, expected) in [
            ("- TODO\n- YYYY-MM-DD {a}\n", Some("- ${1:TODO}\n- ${2:YYYY-MM-DD} {a\\}\n")),
            ("| TODO | TODO |", Some("| ${1:TODO} | ${2:TODO} |")),
            ("$5 \\ TODO", Some("\\$5 \\\\ ${1:TODO}")),
            ("nothing", None),
        ] {
            assert_eq!(snippet(text, &placeholders, &mut 0).as_deref(), expected, "{text}");
        }
    }
}
