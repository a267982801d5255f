//! Lays one layer over another. A table adds its keys, a list adds its items, any other value takes the place of the old one;
//! so a configuration extends what it builds on and never loses it. Only the lists of a rule's own options are replaced.

use super::layer::{KeyPath, Layer};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// `over` on top of `base`.
pub(super) fn merge(mut base: Layer, over: Layer) -> Layer {
    let mut grown = BTreeMap::new();
    lay(&mut base.values, over.values, &mut Vec::new(), &mut grown);
    for (mut path, place) in over.places {
        for (list, length) in &grown {
            if path.len() > list.len() && path.starts_with(list) {
                let position: usize = path[list.len()].parse().unwrap_or(0);
                path[list.len()] = (position + length).to_string();
            }
        }
        base.places.insert(path, place);
    }
    base
}

/// Notes in `grown` how long each list was before it grew.
fn lay(base: &mut Table, over: Table, path: &mut KeyPath, grown: &mut BTreeMap<KeyPath, usize>) {
    for (key, value) in over {
        path.push(key.clone());
        match (base.get_mut(&key), value) {
            (Some(Value::Table(old)), Value::Table(new)) => lay(old, new, path, grown),
            (Some(Value::Array(old)), Value::Array(new)) if path[0] != "rules" => {
                grown.insert(path.clone(), old.len());
                old.extend(new);
            }
            (_, value) => {
                base.insert(key, value);
            }
        }
        path.pop();
    }
}
