//! M105, V102: a statement that nobody will remember. Labelled elements are not measured.

use super::statements;
use crate::dialect::concept::Concept;
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use serde::Deserialize;

/// What is measured. How long it may be, the options say.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Limit {
    #[serde(rename = "in")]
    of: Concept,
}

pub(in crate::rules::kinds) fn check(limit: &Limit, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    for statement in statements(scene, limit.of, &[]) {
        let Some(length) = statement.measured else { continue };
        let limits = [
            ("default", length.sentences, "max-sentences"),
            ("words", length.words, "max-words"),
            ("chars", length.characters, "max-chars"),
        ];
        let exceeded = limits.into_iter().find_map(|(message, count, option)| {
            let most = options.count(option, usize::MAX);
            (count > most).then_some((message, count, most))
        });
        if let Some((message, count, most)) = exceeded {
            found.push(Draft::at(statement.place).saying(message).with("count", count).with("max", most));
        }
    }
}
