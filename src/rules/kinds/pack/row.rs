//! `require-row`: support areas that must be listed: as a row, a sub-heading or an item (C102).

use super::keywords::Keywords;
use super::{Wording, heading_or_title};
use crate::dialect::concept::Concept;
use crate::plan::Role;
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;
use serde::Deserialize;

/// What must be listed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Required {
    table: Table,
    rows: Vec<Row>,
}

/// In which tables.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Table {
    Areas,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    /// An area is listed when its name holds one of them.
    r#match: Keywords,
    text: Wording,
}

pub(in crate::rules::kinds) fn check(required: &Required, scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let (role, concept) = match required.table {
        Table::Areas => (Role::Area, Concept::SupportAreas),
    };
    let entries = scene.document.entries().filter(|entry| entry.role == role);
    let listed: Vec<_> = entries.map(|entry| scene.words(entry.at(entry.text))).collect();
    let place = heading_or_title(scene, concept);
    for row in required.rows.iter().filter(|row| !listed.iter().any(|name| row.r#match.are_in(name))) {
        let text = row.text.for_document(scene);
        let text = if text.is_empty() { &row.name } else { text };
        found.push(Draft::at(place).with("item", text).with("text", text));
    }
}
