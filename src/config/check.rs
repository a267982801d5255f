//! Holds a parsed configuration against the schema and says everything that is wrong with it, not only the first thing.
//! Knows types, keys and closed lists of words. Globs, days and rule names are checked later, when their values are used.

use super::error::{ConfigError, MOST_ERRORS, Source};
use super::schema::{Form, forms, schema, wanted, words};
use crate::dialect::nearest::nearest;
use crate::text::Span;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeInteger, DeString, DeTable, DeValue};

/// What is wrong with `document`, the whole of `source`.
pub(super) fn check(document: &Spanned<DeTable<'_>>, source: &Arc<Source>) -> Vec<ConfigError> {
    let mut check = Check { source, errors: Vec::new() };
    check.table(document.get_ref(), place(document), schema(), "");
    check.errors
}

struct Check<'a> {
    source: &'a Arc<Source>,
    errors: Vec<ConfigError>,
}

impl Check<'_> {
    fn table(&mut self, table: &DeTable<'_>, span: Span, form: Form, path: &str) {
        for required in form["required"].as_array().into_iter().flatten().filter_map(|key| key.as_str()) {
            if !table.contains_key(required) {
                let first = table.keys().next().map_or(span, place);
                self.errors.push(ConfigError::new(self.source, first, format!("`{required}` is missing in `{path}`")));
            }
        }
        for (key, value) in table {
            let name: &str = key.get_ref();
            let inner = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            if let Some(node) = form["properties"].get(name) {
                self.value(value, node, &inner);
            } else if form["additionalProperties"] == false {
                let known = form["properties"].as_object().into_iter().flat_map(|properties| properties.keys());
                self.unknown_key(key, path, &known.map(String::as_str).collect::<Vec<_>>());
            } else {
                let known = words(&form["propertyNames"]);
                if known.is_empty() || known.contains(&name) {
                    self.value(value, &form["additionalProperties"], &inner);
                } else {
                    self.unknown_key(key, path, &known);
                }
            }
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, node: Form, path: &str) {
        let forms = forms(node);
        let form = |kind: &str| forms.iter().copied().find(|form| form["type"] == kind);
        let fitting = match value.get_ref() {
            DeValue::Table(_) => form("object"),
            DeValue::Array(_) => form("array"),
            DeValue::String(_) => form("string"),
            DeValue::Integer(_) => form("integer"),
            DeValue::Boolean(_) => form("boolean"),
            DeValue::Datetime(_) => form("string").filter(|form| form["format"] == "date"),
            DeValue::Float(_) => None,
        };
        let takes_anything = || forms.iter().any(|form| form.get("type").is_none() && words(form).is_empty());
        match (value.get_ref(), fitting) {
            (DeValue::Table(table), Some(form)) => self.table(table, place(value), form, path),
            (DeValue::Array(items), Some(form)) => items.iter().for_each(|item| self.value(item, &form["items"], path)),
            (DeValue::String(text), Some(_)) => self.word(text, place(value), &forms, path),
            (DeValue::Integer(number), Some(form)) => self.number(number, place(value), form, path),
            (_, Some(_)) => {}
            (_, None) if takes_anything() => {}
            (wrong, None) => {
                let message = format!("`{path}` cannot be {}", described(wrong));
                self.errors.push(ConfigError::new(self.source, place(value), message).with_help(format!("write {}", all_wanted(&forms))));
            }
        }
    }

    fn word(&mut self, text: &DeString<'_>, span: Span, forms: &[Form], path: &str) {
        let allowed: Vec<&str> = forms.iter().flat_map(|form| words(form)).collect();
        if allowed.is_empty() || allowed.contains(&text.as_ref()) {
            return;
        }
        let message = format!("`{path}` cannot be \"{}\"", shortened(text));
        let help = match self.nearest(text, &allowed) {
            Some(meant) => format!("did you mean \"{meant}\"?"),
            None => format!("write {}", all_wanted(forms)),
        };
        self.errors.push(ConfigError::new(self.source, span, message).with_help(help));
    }

    fn number(&mut self, number: &DeInteger<'_>, span: Span, form: Form, path: &str) {
        let least = form["minimum"].as_i64().unwrap_or(0);
        let most = form["maximum"].as_i64().unwrap_or(i64::from(u32::MAX));
        let fits = i64::from_str_radix(number.as_str(), number.radix()).is_ok_and(|number| (least..=most).contains(&number));
        if !fits {
            let message = format!("the number of `{path}` is out of range");
            self.errors.push(ConfigError::new(self.source, span, message).with_help(format!("write a number from {least} to {most}")));
        }
    }

    fn unknown_key(&mut self, key: &Spanned<DeString<'_>>, path: &str, known: &[&str]) {
        let name = key.get_ref();
        let message = match path {
            "" => format!("unknown key `{}`", shortened(name)),
            table => format!("unknown key `{}` in `{table}`", shortened(name)),
        };
        let help = match (self.nearest(name, known), home_of(name)) {
            (Some(meant), _) => format!("did you mean `{meant}`?"),
            (None, Some(home)) if home != path => format!("`{name}` belongs under [{home}]"),
            _ => format!("known here: {}", known.join(", ")),
        };
        self.errors.push(ConfigError::new(self.source, place(key), message).with_help(help));
    }

    /// Of a thousand wrong words only those that will be shown are worth a search.
    fn nearest<'a>(&self, written: &str, known: &[&'a str]) -> Option<&'a str> {
        if self.errors.len() > MOST_ERRORS { None } else { nearest(written, known.iter().copied()) }
    }
}

/// The table of the schema that has `key`.
fn home_of(key: &str) -> Option<&'static str> {
    let tables = schema()["properties"].as_object()?;
    tables.iter().find(|(_, node)| forms(node).iter().any(|form| form["properties"].get(key).is_some())).map(|(table, _)| table.as_str())
}

/// Where a key or value stands.
pub(super) fn place<T>(spanned: &Spanned<T>) -> Span {
    Span::new(spanned.span().start, spanned.span().end)
}

fn all_wanted(forms: &[Form]) -> String {
    let words: Vec<String> = forms.iter().flat_map(|form| words(form)).map(|word| format!("\"{word}\"")).collect();
    let mut ways: Vec<String> = Vec::new();
    if let [one] = words.as_slice() {
        ways.push(one.clone());
    } else if !words.is_empty() {
        ways.push(format!("one of {}", words.join(", ")));
    }
    for form in forms.iter().filter(|form| self::words(form).is_empty()) {
        ways.push(wanted(form).to_owned());
    }
    ways.join(" or ")
}

fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// Enough of a text to know it again.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
