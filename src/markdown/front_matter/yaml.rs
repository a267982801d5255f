//! Reads the flat subset of YAML between `---` lines: `key: text`, quoted text, `[a, b]`, lists of `- item`, texts over several lines.
//!
//! Written by hand because people write `owner: @ann`, `mission: [Our mission](mission.md)` and `title: Plan: 2026`, each of which ends
//! a YAML parser. Maps and lists in lists are stepped over.

mod flow;

use super::fence::Look;
use super::{Entry, Fault, FaultKind, FrontMatter, Value, normalised};
use crate::text::{Span, lines_from};
use flow::{cut_comment, quoted};

/// What a line of YAML looks like.
pub(super) fn look(line: &str) -> Look<'_> {
    match key_of(line) {
        _ if may_stand_under_a_key(line) => Look::Other,
        Some(key) => Look::Key(key.of(line)),
        None => Look::Prose,
    }
}

/// Reads the YAML `inside` into `front_matter`.
pub(super) fn read(text: &str, inside: Span, front_matter: &mut FrontMatter) {
    let lines: Vec<Span> = lines_from(text, inside.start as usize).take_while(|line| line.start < inside.end).collect();
    let mut rest = lines.as_slice();
    while let [line, behind @ ..] = rest {
        let under = behind.iter().take_while(|line| may_stand_under_a_key(line.of(text))).count();
        let (under, behind) = behind.split_at(under);
        rest = behind;
        if let Some(key) = key_of(line.of(text)) {
            let key = key.shifted(line.start as usize);
            let value = read_value(text, key, *line, under);
            front_matter.entries.push(Entry { key, name: normalised(key.of(text)), value });
        } else if !may_stand_under_a_key(line.of(text)) {
            front_matter.faults.push(Fault { span: line.trimmed(text), kind: FaultKind::NotAKey });
        }
    }
}

/// Blank, a comment, a list item, or indented.
fn may_stand_under_a_key(line: &str) -> bool {
    let is_item = line == "-" || line.starts_with("- ");
    is_item || line.starts_with(['#', ' ', '\t', ']', '}']) || line.trim().is_empty()
}

/// The key at the start of `line`, without quotes: up to four words before a colon that ends the line or has white space behind it.
fn key_of(line: &str) -> Option<Span> {
    let first = line.chars().next()?;
    if let Some((inside, end)) = quoted(line, 0) {
        return line[end..].trim_start().starts_with(':').then_some(inside);
    }
    if first.is_whitespace() || "-#[]{},>|*&!%`?:".contains(first) {
        return None;
    }
    let ends_key = |at: &usize| line[at + 1..].chars().next().is_none_or(char::is_whitespace);
    let colon = line.match_indices(':').map(|(at, _)| at).find(ends_key)?;
    let key = line[..colon].trim_end();
    (key.len() <= 64 && key.split_whitespace().count() <= 4).then(|| Span::new(0, key.len()))
}

/// The value of `key`: what stands behind its colon on `line`, and the lines `under` it.
fn read_value(text: &str, key: Span, line: Span, under: &[Span]) -> Value {
    let behind_key = Span::new(key.end as usize, line.end as usize);
    let colon = behind_key.of(text).find(':').map_or(0, |at| at + 1);
    let behind = cut_comment(text, Span::new(key.end as usize + colon, line.end as usize));
    let first = behind.of(text);
    match first.chars().next() {
        None => read_under(text, under),
        Some('{') => Value::Nested,
        Some(style @ ('|' | '>')) if first[1..].chars().all(|sign| "+-0123456789".contains(sign)) => block_text(text, style, under),
        Some('[') => {
            let reach = under.iter().take_while(|line| !line.of(text).starts_with(['-', '#'])).last().map_or(line.end, |line| line.end);
            flow::list(text, Span::new(behind.start as usize, reach as usize)).unwrap_or_else(|| folded(text, behind, under))
        }
        Some('"' | '\'') => match quoted(text, behind.start as usize) {
            Some((inside, end)) if end == behind.end as usize => scalar(inside, flow::unescaped(text, inside)),
            None if under.first().is_some_and(|line| is_indented(line.of(text))) => Value::Nested,
            _ => folded(text, behind, under),
        },
        Some(_) => folded(text, behind, under),
    }
}

/// A key with nothing behind its colon: a text, a list, a map, or nothing.
fn read_under(text: &str, under: &[Span]) -> Value {
    if let [first, more @ ..] = under
        && is_plain_text(first.of(text))
    {
        return folded(text, cut_comment(text, *first), more);
    }
    let mut items: Vec<(Span, String)> = Vec::new();
    let mut item_indent = None;
    for line in under {
        let content = cut_comment(text, *line);
        let written = content.of(text);
        if written.is_empty() {
            continue;
        }
        let indent = content.start - line.start;
        let is_item = (written == "-" || written.starts_with("- ")) && *item_indent.get_or_insert(indent) == indent;
        if is_item {
            let Some(item) = flow::item(text, Span::new(content.start as usize + 1, content.end as usize).trimmed(text)) else {
                return Value::Nested;
            };
            items.push(item);
        } else if let (Some((span, said)), true) = (items.last_mut(), is_plain_text(line.of(text))) {
            // An item goes on over the line.
            *span = span.to(content);
            said.push_str(if said.is_empty() { "" } else { " " });
            said.push_str(written);
        } else {
            return Value::Nested;
        }
    }
    items.retain(|(_, item)| !item.is_empty());
    if items.is_empty() { Value::Empty } else { Value::List(items) }
}

/// Text that begins with `first` and goes on over the indented lines that follow.
fn folded(text: &str, first: Span, under: &[Span]) -> Value {
    let (mut span, mut said) = (first, first.of(text).to_owned());
    for line in under.iter().take_while(|line| is_indented(line.of(text))) {
        let part = cut_comment(text, *line);
        if part.is_empty() {
            break;
        }
        said.push(' ');
        said.push_str(part.of(text));
        span = span.to(part);
    }
    scalar(span, said)
}

/// The lines under a `|` (kept as lines) or `>` (run together), without the line end YAML puts behind the last.
fn block_text(text: &str, style: char, under: &[Span]) -> Value {
    let lines = under.iter().take_while(|line| is_indented(line.of(text)) || line.of(text).trim().is_empty());
    let parts: Vec<Span> = lines.map(|line| line.trimmed(text)).filter(|part| !part.is_empty()).collect();
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Value::Empty };
    let said: Vec<&str> = parts.iter().map(|part| part.of(text)).collect();
    scalar(first.to(*last), said.join(if style == '|' { "\n" } else { " " }))
}

/// Whether an indented line is neither an item, a key, a comment nor anything in quotes or brackets.
fn is_plain_text(line: &str) -> bool {
    let written = line.trim_start();
    is_indented(line)
        && written != "-"
        && !written.starts_with("- ")
        && !written.starts_with(['"', '\'', '[', '{', '#'])
        && key_of(written).is_none()
}

fn is_indented(line: &str) -> bool {
    line.starts_with([' ', '\t']) && !line.trim().is_empty()
}

fn scalar(span: Span, text: String) -> Value {
    if text.trim().is_empty() { Value::Empty } else { Value::Scalar { span, text } }
}
