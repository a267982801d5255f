//! `workspace/executeCommand`: what actions and lenses run in the server. Where an editor extension knows a command itself, this never runs.

use super::desk::Desk;
use super::own;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ExecuteCommandParams, MessageType, Uri};

/// Every command. `planlint.showPlaces` is the client's: only it can show a list.
pub(super) const ALL: [&str; 4] = ["planlint.treatAsPlan", "planlint.openRulePage", "planlint.applyEdit", "planlint.show"];

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
