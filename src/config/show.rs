//! `planlint config show`: the configuration in force as a configuration file, each value followed by where it comes from.

use super::effective::Config;
use super::layer::KeyPath;
use std::io::{self, Write};
use toml::{Table, Value};

/// Writes what is in force.
///
/// # Errors
/// Those of `out`.
pub fn show(config: &Config, out: &mut impl Write) -> io::Result<()> {
    table(config, &config.layer.values, &mut Vec::new(), out)
}

/// Values first: what follows a `[table]` line belongs to that table.
fn table(config: &Config, values: &Table, path: &mut KeyPath, out: &mut impl Write) -> io::Result<()> {
    for (key, value) in values {
        path.push(key.clone());
        match value {
            Value::Table(_) => {}
            Value::Array(items) if is_tables(items) => {}
            Value::Array(items) if !items.is_empty() => list(config, key, items, path, out)?,
            value => writeln!(out, "{} = {value}  # {}", quoted(key), origin(config, path))?,
        }
        path.pop();
    }
    for (key, value) in values {
        path.push(key.clone());
        match value {
            Value::Table(inner) => {
                if inner.values().any(|value| !value.is_table()) {
                    writeln!(out, "\n[{}]", dotted(path))?;
                }
                table(config, inner, path, out)?;
            }
            Value::Array(items) if is_tables(items) => {
                for (position, inner) in items.iter().enumerate() {
                    let header = dotted(path);
                    writeln!(out, "\n[[{header}]]")?;
                    path.push(position.to_string());
                    inner.as_table().map_or(Ok(()), |inner| group(config, &header, inner, path, out))?;
                    path.pop();
                }
            }
            _ => {}
        }
        path.pop();
    }
    Ok(())
}

/// One of `[[documents]]`: its tables are named without its position.
fn group(config: &Config, header: &str, values: &Table, path: &mut KeyPath, out: &mut impl Write) -> io::Result<()> {
    let is_inner = |value: &Value| value.is_table();
    let flat: Table = values.iter().filter(|(_, value)| !is_inner(value)).map(|(key, value)| (key.clone(), value.clone())).collect();
    table(config, &flat, path, out)?;
    for (key, inner) in values.iter().filter_map(|(key, value)| Some((key, value.as_table()?))) {
        writeln!(out, "\n[{header}.{}]", quoted(key))?;
        path.push(key.clone());
        table(config, inner, path, out)?;
        path.pop();
    }
    Ok(())
}

fn list(config: &Config, key: &str, items: &[Value], path: &mut KeyPath, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{} = [", quoted(key))?;
    for (position, item) in items.iter().enumerate() {
        // What several layers say counts where it was said last.
        if items[position + 1..].contains(item) {
            continue;
        }
        path.push(position.to_string());
        writeln!(out, "  {item},  # {}", origin(config, path))?;
        path.pop();
    }
    writeln!(out, "]")
}

fn origin(config: &Config, path: &[String]) -> String {
    match config.layer.places.get(path) {
        Some(place) if place.source.path.is_none() => place.source.name.clone(),
        Some(place) => format!("{}:{}", place.source.name, place.source.line_column(place.span.start as usize).0),
        None => "default".to_owned(),
    }
}

fn is_tables(items: &[Value]) -> bool {
    items.first().is_some_and(Value::is_table)
}

fn dotted(path: &[String]) -> String {
    path.iter().map(|key| quoted(key)).collect::<Vec<_>>().join(".")
}

fn quoted(key: &str) -> String {
    let bare = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if bare { key.to_owned() } else { Value::String(key.to_owned()).to_string() }
}
