//! `workspace/executeCommand`: what actions and lenses run in the server. Where an editor extension knows a command itself, this never runs.

use super::desk::Desk;
use super::own;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ExecuteCommandParams, Location, MessageType, Uri};

/// Every command.
pub(super) const ALL: [&str; 5] =
    ["planlint.treatAsPlan", "planlint.openRulePage", "planlint.showPlaces", "planlint.applyEdit", "planlint.show"];
/// So many places are told in a message.
const MOST_PLACES: usize = 12;

/// Runs a command.
pub(super) fn run(desk: &mut Desk, params: &ExecuteCommandParams) -> Result<Option<Value>> {
    let argument = params.arguments.first().cloned().unwrap_or_default();
    match params.command.as_str() {
        "planlint.treatAsPlan" => {
            let uri: Option<Uri> = argument.get("uri").and_then(|uri| serde_json::from_value(uri.clone()).ok());
            let open = uri
                .and_then(|uri| desk.documents.get_mut(uri.as_str()))
                .ok_or_else(|| Error::invalid_params("no such document is open"))?;
            open.is_plan_by_word = true;
            desk.judge_again();
            Ok(None)
        }
        "planlint.openRulePage" => open_rule_page(desk, &argument).map(Some),
        "planlint.showPlaces" => {
            // The address and the position before them are for editors that draw their list at the lens.
            let places: Option<Vec<Location>> = params.arguments.get(2).and_then(|places| serde_json::from_value(places.clone()).ok());
            show_places(desk, &places.ok_or_else(|| Error::invalid_params("no places"))?);
            Ok(None)
        }
        "planlint.applyEdit" => {
            desk.outbox.ask("workspace/applyEdit", json!({ "edit": argument }));
            Ok(None)
        }
        "planlint.show" => {
            desk.outbox.ask("window/showDocument", argument);
            Ok(None)
        }
        other => Err(Error::invalid_params(format!("no command is called `{other}`"))),
    }
}

/// Has the client open the page of a rule; where it opens nothing, it says in a line what the page is about. Returns the page.
fn open_rule_page(desk: &Desk, argument: &Value) -> Result<Value> {
    let page = own::rule_page(desk, argument)?;
    let text = |key: &str| page[key].as_str().unwrap_or_default();
    if let Some(address) = desk.page_of(text("code")).filter(|_| desk.client.shows_documents) {
        desk.outbox.ask("window/showDocument", json!({ "uri": address, "takeFocus": true }));
    } else {
        let message = format!("{} {}: {}", text("code"), text("name"), text("summary"));
        desk.outbox.notify("window/showMessage", json!({ "type": MessageType::INFO, "message": message }));
    }
    Ok(page)
}

/// Leads to the first of `places`, where the client opens documents, and tells them all with their lines. An editor that has lists of
/// places has the command itself.
fn show_places(desk: &Desk, places: &[Location]) {
    let Some(first) = places.first() else { return };
    let is_led = desk.client.shows_documents;
    if is_led {
        desk.outbox.ask("window/showDocument", json!({ "uri": first.uri, "takeFocus": true, "selection": first.range }));
    }
    if places.len() > 1 || !is_led {
        let mut lines: Vec<String> = places.iter().take(MOST_PLACES).filter_map(|place| line_of(desk, place)).collect();
        lines.extend((places.len() > MOST_PLACES).then(|| "…".to_owned()));
        desk.outbox.notify("window/showMessage", json!({ "type": MessageType::INFO, "message": lines.join("\n") }));
    }
}

/// A place in a line: its number as people count, and its words.
fn line_of(desk: &Desk, place: &Location) -> Option<String> {
    let view = desk.view(&place.uri)?;
    let words = view.words(view.span(place.range));
    Some(format!("{}: {}", place.range.start.line + 1, words.split_whitespace().collect::<Vec<_>>().join(" ")))
}
