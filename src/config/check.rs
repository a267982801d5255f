//! Holds a parsed configuration against the schema and says everything that is wrong with it, not only the first thing.
//! Knows types, keys and closed lists of words. Globs, days and rule names are checked later, when their values are used.

use super::error::{ConfigError, Source};
use super::layer::MOST_ERRORS;
use super::schema::{Form, forms, schema, wanted, words};
use super::suggest::nearest;
use crate::text::Span;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// What is wrong with `table`, the whole of `source`.
pub(super) fn check(table: &DeTable<'_>, source: &Arc<Source>) -> Vec<ConfigError> {
    let mut check = Check { source, errors: Vec::new() };
    check.table(table, schema(), "");
    check.errors
}

struct Check<'a> {
    source: &'a Arc<Source>,
    errors: Vec<ConfigError>,
}

impl Check<'_> {
    fn table(&mut self, table: &DeTable<'_>, form: Form, path: &str) {
        for required in form["required"].as_array().into_iter().flatten().filter_map(|key| key.as_str()) {
            if !table.contains_key(required) {
                // The table itself has no place of its own when it is spread over dotted keys, so the first key stands for it.
                let span = table.iter().next().map_or(Span::empty(0), |(key, _)| place(key));
                self.errors.push(ConfigError::new(self.source, span, format!("`{required}` is missing in `{path}`")));
            }
        }
        for (key, value) in table {
            let name: &str = key.get_ref();
            let inner = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            if let Some(node) = form["properties"].get(name) {
                self.value(value, node, &inner);
            } else if form["additionalProperties"] == false {
                let known = form["properties"].as_object().into_iter().flat_map(|properties| properties.keys());
                self.unknown_key(key, path, known.map(String::as_str).collect());
            } else {
                let known = words(&form["propertyNames"]);
                if known.is_empty() || known.contains(&name) {
                    self.value(value, &form["additionalProperties"], &inner);
                } else {
                    self.unknown_key(key, path, known);
                }
            }
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, node: Form, path: &str) {
        let forms = forms(node);
        let of_type = |kind: &str| forms.iter().copied().find(|form| form["type"] == kind);
        match value.get_ref() {
            DeValue::Table(table) if of_type("object").is_some_and(|form| form.get("properties").is_some() || form.get("additionalProperties").is_some()) => {
                if let Some(form) = of_type("object") {
                    self.table(table, form, path);
                }
            }
            DeValue::Array(items) if of_type("array").is_some() => {
                if let Some(form) = of_type("array") {
                    items.iter().for_each(|item| self.value(item, &form["items"], path));
                }
            }
            DeValue::String(text) if of_type("string").is_some() => self.word(text, place(value), &forms, path),
            DeValue::Integer(number) if of_type("integer").is_some() => {
                let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
                self.number(number, place(value), of_type("integer"), path);
            }
            DeValue::Boolean(_) if of_type("boolean").is_some() => {}
            DeValue::Datetime(_) if of_type("string").is_some_and(|form| form["format"] == "date") => {}
            _ if forms.iter().any(|form| form.get("type").is_none() && words(form).is_empty()) => {}
            _ => {
                let message = format!("`{path}` cannot be {}", described(value.get_ref()));
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

    fn number(&mut self, number: Option<i64>, span: Span, form: Option<Form>, path: &str) {
        let bound = |name: &str| form.and_then(|form| form[name].as_f64());
        let least = bound("minimum");
        // Whole numbers this small are exact as f64.
        #[expect(clippy::cast_precision_loss, reason = "bounds of the schema are far below 2^53")]
        let value = number.map(|number| number as f64);
        let most = bound("maximum").unwrap_or(f64::from(u32::MAX));
        let fits = value.is_some_and(|value| least.is_none_or(|least| value >= least) && value <= most);
        if !fits {
            let help = format!("write a number from {} to {most}", least.unwrap_or(0.0));
            self.errors.push(ConfigError::new(self.source, span, format!("the number of `{path}` is out of range")).with_help(help));
        }
    }

    fn unknown_key(&mut self, key: &Spanned<DeString<'_>>, path: &str, known: Vec<&str>) {
        let name = key.get_ref();
        let message = match path {
            "" => format!("unknown key `{}`", shortened(name)),
            table => format!("unknown key `{}` in `{table}`", shortened(name)),
        };
        let help = match (self.nearest(name, &known), home_of(name)) {
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
