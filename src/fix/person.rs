//! Whom an owner can be: the people of the document and its configuration, then the owners it already names.

use super::bench::Sheet;
use crate::dialect::concept::HeadKey;
use crate::dialect::owner::Owner;

/// A menu of more names is no help.
const MOST: usize = 8;

/// Names to offer, each once, in the order of the document.
pub(super) fn candidates(sheet: &Sheet<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        let name = name.trim();
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    };
    listed(sheet).iter().for_each(|name| add(name));
    for action in sheet.document.actions().filter(|action| !action.owner_inherited) {
        if let Owner::Named { names, .. } = &action.owner {
            names.iter().for_each(|&name| add(sheet.of(action.at(name))));
        }
    }
    names.truncate(MOST);
    names
}

/// The people that the document and its configuration list.
pub(super) fn listed(sheet: &Sheet<'_>) -> Vec<String> {
    let own = sheet.document.head(HeadKey::People).map(|people| people.items.as_slice()).unwrap_or_default();
    own.iter().map(|(_, name)| name.clone()).chain(sheet.bench.settings.config.people.iter().cloned()).collect()
}
