//! What is watched for us, and what is done when it changes: configurations, rule pages, plans on disk, settings, folders.

use super::desk::Desk;
use super::settings::{EditorSettings, configuration};
use super::uri;
use crate::config::FILE_NAMES;
use serde_json::{Value, json};
use std::path::PathBuf;
use tower_lsp::ls_types::{DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams};

/// Asks the client to watch what matters, and nothing else.
pub(super) fn begin(desk: &mut Desk) {
    let mut registrations = Vec::new();
    if desk.client.watches {
        let names = FILE_NAMES.iter().map(|name| format!("**/{name}"));
        let globs = ["**/*.md", "**/*.markdown", "**/*.mdown"].into_iter().map(str::to_owned).chain(names);
        let watchers: Vec<Value> = globs.map(|glob| json!({ "globPattern": glob })).collect();
        registrations.push(
            json!({ "id": "planlint/files", "method": "workspace/didChangeWatchedFiles", "registerOptions": { "watchers": watchers } }),
        );
    }
    if desk.client.registers_settings {
        registrations.push(json!({ "id": "planlint/settings", "method": "workspace/didChangeConfiguration", "registerOptions": { "section": "planlint" } }));
    }
    if !registrations.is_empty() {
        desk.outbox.ask("client/registerCapability", json!({ "registrations": registrations }));
    }
    ask_settings(desk);
}

/// Asks for the settings of the editor, where it answers.
fn ask_settings(desk: &mut Desk) {
    if desk.client.configuration {
        let id = desk.outbox.ask("workspace/configuration", json!({ "items": [{ "section": "planlint" }] }));
        desk.asked_settings = Some(id);
    }
}

/// `workspace/didChangeConfiguration`: told with it by clients that cannot be asked.
pub(super) fn settings_changed(desk: &mut Desk, told: &Value) {
    if desk.client.configuration {
        ask_settings(desk);
    } else {
        take_settings(desk, told.get("planlint").unwrap_or(told));
    }
}

/// Takes the section `planlint` of the editor's settings.
pub(super) fn take_settings(desk: &mut Desk, section: &Value) {
    let settings = EditorSettings::of(section);
    let is_configured_anew = desk.engine.set_settings(configuration(section));
    if !is_configured_anew && settings == desk.settings {
        return;
    }
    desk.settings = settings;
    if is_configured_anew {
        desk.look_again();
    } else {
        desk.judge_again();
    }
    desk.fill_shelf();
}

/// `workspace/didChangeWatchedFiles`
pub(super) fn files_changed(desk: &mut Desk, params: &DidChangeWatchedFilesParams) {
    let paths: Vec<PathBuf> = params.changes.iter().filter_map(|change| uri::to_path(&change.uri)).collect();
    let is_setting = |path: &PathBuf| {
        path.file_name().is_some_and(|name| FILE_NAMES.iter().any(|known| name == *known)) || desk.engine.is_rule_page(path)
    };
    if paths.iter().any(is_setting) {
        desk.engine.forget();
        desk.look_again();
    } else {
        paths.iter().for_each(|path| desk.engine.changed(path));
        desk.judge_again();
    }
    desk.fill_shelf();
}

/// `workspace/didChangeWorkspaceFolders`
pub(super) fn folders_changed(desk: &mut Desk, params: &DidChangeWorkspaceFoldersParams) {
    let gone: Vec<PathBuf> = params.event.removed.iter().filter_map(|folder| uri::to_path(&folder.uri)).collect();
    let mut folders: Vec<PathBuf> = desk.engine.folders().iter().filter(|folder| !gone.contains(folder)).cloned().collect();
    folders.extend(params.event.added.iter().filter_map(|folder| uri::to_path(&folder.uri)));
    desk.engine.set_folders(folders);
    desk.look_again();
    desk.fill_shelf();
}
