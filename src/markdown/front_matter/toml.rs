//! Reads front matter between `+++` lines: the parser's own recovery keeps what can be read.

use super::fence::Look;
use super::{Entry, Fault, FaultKind, FrontMatter, Value, normalised};
use crate::text::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a line of TOML looks like.
pub(super) fn look(line: &str) -> Look<'_> {
    let first = line.chars().next().unwrap_or(' ');
    let key = line.split_once('=').map(|(key, _)| key.trim().trim_matches(['"', '\'']));
    match key {
        _ if first.is_whitespace() || matches!(first, '#' | '[' | ']') => Look::Other,
        Some(key) if !key.is_empty() && !key.contains(char::is_whitespace) => Look::Key(key),
        _ => Look::Prose,
    }
}

/// Reads the TOML `inside` into `front_matter`.
pub(super) fn read(text: &str, inside: Span, front_matter: &mut FrontMatter) {
    let offset = inside.start as usize;
    let source = inside.of(text);
    let (table, errors) = DeTable::parse_recoverable(source);
    for (key, value) in table.get_ref() {
        let key_span = unquoted(source, key.span());
        let value = read_value(source, value, offset);
        front_matter.entries.push(Entry { key: key_span.shifted(offset), name: normalised(key.get_ref()), value });
    }
    front_matter.entries.sort_by_key(|entry| entry.key);
    front_matter.faults.extend(errors.iter().map(|error| {
        let span = error.span().map_or(Span::empty(0), |span| Span::new(span.start, span.end));
        Fault { span: span.shifted(offset), kind: FaultKind::Toml(error.message().to_owned()) }
    }));
}

fn read_value(source: &str, value: &Spanned<DeValue<'_>>, offset: usize) -> Value {
    match value.get_ref() {
        DeValue::Table(_) => Value::Nested,
        DeValue::Array(items) => {
            let texts = items.iter().map(|item| scalar(source, item, offset)).collect::<Option<Vec<_>>>();
            texts.map_or(Value::Nested, Value::List)
        }
        DeValue::String(text) if text.trim().is_empty() => Value::Empty,
        _ => scalar(source, value, offset).map_or(Value::Nested, |(span, text)| Value::Scalar { span, text }),
    }
}

fn scalar(source: &str, value: &Spanned<DeValue<'_>>, offset: usize) -> Option<(Span, String)> {
    let written = unquoted(source, value.span());
    let text = match value.get_ref() {
        DeValue::Array(_) | DeValue::Table(_) => return None,
        DeValue::String(text) => text.to_string(),
        _ => written.of(source).to_owned(),
    };
    Some((written.shifted(offset), text))
}

/// `range` without the quotes around it.
fn unquoted(source: &str, range: std::ops::Range<usize>) -> Span {
    let written = source.get(range.clone()).unwrap_or_default();
    let quotes = ["\"\"\"", "'''", "\"", "'"];
    let quote = quotes.into_iter().find(|quote| written.len() >= 2 * quote.len() && written.starts_with(quote) && written.ends_with(quote));
    let width = quote.map_or(0, str::len);
    Span::new(range.start + width, range.start + written.len() - width)
}
