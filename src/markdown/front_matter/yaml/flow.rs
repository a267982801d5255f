//! What can stand on one line of YAML: quoted text, comments, `[a, b]`.

use super::Value;
use crate::text::Span;

/// The text between the quotes that open at byte `at` of `text`, and the byte behind the closing one. Never beyond the line.
pub(super) fn quoted(text: &str, at: usize) -> Option<(Span, usize)> {
    let bytes = text.as_bytes();
    let quote = *bytes.get(at).filter(|byte| matches!(byte, b'"' | b'\''))?;
    let mut end = at + 1;
    while !matches!(bytes.get(end)?, b'\n' | b'\r') {
        match bytes[end] {
            b'\\' if quote == b'"' => end += 1,
            byte if byte == quote && quote == b'\'' && bytes.get(end + 1) == Some(&quote) => end += 1,
            byte if byte == quote => return Some((Span::new(at + 1, end), end + 1)),
            _ => {}
        }
        end += 1;
    }
    None
}

/// `span` without white space at its ends and without a comment (`#` at its start or behind white space, outside quotes that open it).
pub(super) fn cut_comment(text: &str, span: Span) -> Span {
    let whole = span.trimmed(text);
    let inside_quotes = quoted(text, whole.start as usize).map_or(whole.start as usize, |(_, end)| end);
    let rest = text.get(inside_quotes..whole.end as usize).unwrap_or_default();
    let starts_comment = |at: &usize| match rest[..*at].chars().next_back() {
        Some(before) => before == ' ' || before == '\t',
        None => true,
    };
    match rest.match_indices('#').map(|(at, _)| at).find(starts_comment) {
        Some(at) => Span::new(whole.start as usize, inside_quotes + at).trimmed(text),
        None => whole,
    }
}

/// One item of a list, trimmed. None when it is no plain text but a map or a list.
pub(super) fn item(text: &str, span: Span) -> Option<(Span, String)> {
    let written = span.of(text);
    match quoted(text, span.start as usize) {
        Some((inside, end)) if end == span.end as usize => Some((inside, unescaped(text, inside))),
        None if written.starts_with(['[', '{']) || written.contains(": ") || written.ends_with(':') => None,
        _ => Some((span, written.to_owned())),
    }
}

/// The list `[a, b]` at the start of `span`, which may go on over several lines. None when it is something else that begins with a
/// bracket, such as a link.
pub(super) fn list(text: &str, span: Span) -> Option<Value> {
    let bytes = text.as_bytes();
    let mut items = Vec::new();
    let mut start = span.start as usize + 1;
    let mut at = start;
    let mut item_begun = false;
    loop {
        match *bytes.get(at).filter(|_| at < span.end as usize)? {
            b'"' | b'\'' if !item_begun => at = quoted(text, at)?.1,
            b'[' | b'{' => return None,
            sign @ (b',' | b']') => {
                let written = Span::new(start, at).trimmed(text);
                if !written.is_empty() {
                    items.push(item(text, written)?);
                }
                at += 1;
                start = at;
                item_begun = false;
                if sign == b']' {
                    break;
                }
            }
            byte => {
                item_begun |= !byte.is_ascii_whitespace();
                at += 1;
            }
        }
    }
    let behind = Span::new(at, span.end as usize);
    let nothing_behind = cut_comment(text, behind).is_empty() && text[at..].chars().next().is_none_or(char::is_whitespace);
    nothing_behind.then_some(if items.is_empty() { Value::Empty } else { Value::List(items) })
}

/// What the text between quotes says. The quote before it tells which escapes count.
pub(super) fn unescaped(text: &str, inside: Span) -> String {
    let written = inside.of(text);
    if text.as_bytes().get((inside.start as usize).saturating_sub(1)) == Some(&b'\'') {
        return written.replace("''", "'");
    }
    let mut said = String::with_capacity(written.len());
    let mut letters = written.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n') => said.push('\n'),
                Some('t') => said.push('\t'),
                Some(code @ ('x' | 'u' | 'U')) => {
                    let digits = match code {
                        'x' => 2,
                        'u' => 4,
                        _ => 8,
                    };
                    let number: String = letters.by_ref().take(digits).collect();
                    said.extend(u32::from_str_radix(&number, 16).ok().and_then(char::from_u32));
                }
                Some(other) => said.push(other),
                None => {}
            },
            _ => said.push(letter),
        }
    }
    said
}
