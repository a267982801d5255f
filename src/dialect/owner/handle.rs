//! `@ann`. Not e-mail addresses, not `@scope/package`, not attributes such as `@due(...)`.

use crate::text::Span;

/// Words behind `@` that belong to code and mark-up.
const NO_PEOPLE: [&str; 8] = ["media", "import", "param", "return", "deprecated", "context", "due", "done"];

/// The handle whose `@` stands at `at`, the `@` included.
pub(crate) fn handle_at(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at..)?.strip_prefix('@')?;
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '/' | '@' | '-')) {
        return None;
    }
    let name = &rest[..rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))).unwrap_or(rest.len())];
    let name = name.trim_end_matches(['-', '.', '_']);
    let mut behind = rest[name.len()..].chars();
    let path = behind.next().is_some_and(|c| c == '(' || c == '@' || c == '/' && behind.next().is_some_and(char::is_alphanumeric));
    (name.starts_with(char::is_alphanumeric) && !path && !NO_PEOPLE.contains(&name)).then(|| Span::new(at, at + 1 + name.len()))
}

/// Every handle of `text`.
pub(crate) fn handles_in(text: &str) -> impl Iterator<Item = Span> {
    memchr::memchr_iter(b'@', text.as_bytes()).filter_map(|at| handle_at(text, at))
}
