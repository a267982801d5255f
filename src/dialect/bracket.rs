//! Brackets to be filled in: `[insert the goal]`, `{{name}}`, `<date>`. What begins like an instruction is one; what holds a value is none.
//! That a bracket is no link, id or check box the reader of Markdown has seen to: those brackets are blank in its text.

use super::normalise::fold;
use super::placeholder::{Slot, is_listed, is_opener};
use crate::text::Span;

/// A bracket longer than this many bytes is prose.
const LONGEST: usize = 160;

const PAIRS: [(char, &str); 3] = [('[', "]"), ('{', "}"), ('<', ">")];

/// The brackets of `text` that are to be filled in.
pub(super) fn brackets(text: &str) -> impl Iterator<Item = Span> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find(['[', '{', '<'])?;
            let Some((whole, inside)) = bracket(&text[start..]) else {
                from = start + 1;
                continue;
            };
            from = start + whole.len();
            let linked = !whole.starts_with('<') && text[from..].starts_with(['(', '[', ':']);
            // `\textbf{Name}`, `${name}`, `io::{name, type}`: braces behind something are an argument or code.
            let argument = whole.starts_with('{')
                && text[..start].ends_with(|before: char| before.is_alphanumeric() || matches!(before, '}' | '$' | '\\' | ':'));
            if !linked && !argument && (instructs(inside) || whole.starts_with("{{") && describes(inside)) {
                return Some(Span::new(start, from));
            }
        }
    })
}

/// Whether all of `value` is one bracket to be filled in.
pub(super) fn is_bracketed(value: &str, slot: Slot) -> bool {
    if let Some(inside) = value.strip_prefix(['(', '（']).and_then(|rest| rest.strip_suffix([')', '）'])) {
        return is_listed(fold(inside.trim()).as_str(), slot);
    }
    let Some((whole, inside)) = bracket(value).filter(|(whole, _)| whole.len() == value.len()) else { return false };
    let plain = inside.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '_' | '-' | '?' | '/' | '\''));
    instructs(inside) || is_listed(fold(inside.trim()).as_str(), slot) || !whole.starts_with('[') && plain
}

/// The bracket that `text` begins with, and what it holds.
fn bracket(text: &str) -> Option<(&str, &str)> {
    let (open, close) = PAIRS.into_iter().find(|&(open, _)| text.starts_with(open))?;
    let doubled = text.starts_with("{{");
    let (close, opening) = if doubled { ("}}", 2) } else { (close, 1) };
    let end = text.find(close)?;
    let inside = text.get(opening..end)?;
    let fits = end <= LONGEST && !inside.contains([open, '\n']);
    fits.then(|| (&text[..end + close.len()], inside))
}

/// Whether the words in a bracket tell what to write there: they begin with an opener, or they are a placeholder.
fn instructs(inside: &str) -> bool {
    if inside.starts_with(['^', ' ', '<', '%']) && !inside.trim().starts_with(|first: char| first.is_alphabetic())
        || inside.contains(['.', '|', '"', '=', '@']) && !inside.to_ascii_lowercase().starts_with("e.g")
        || inside.contains("::")
        || inside.contains("://")
    {
        return false;
    }
    let folded = fold(inside.trim());
    let words = folded.as_str();
    if is_listed(words.trim_end_matches(['.', '…']), Slot::Text) || words == "?" {
        return true;
    }
    let pieces = || words.split([' ', '/', '_']).filter(|piece| !piece.is_empty());
    let cjk = words.starts_with(|first| super::script::is_cjk(first) || super::script::is_hangul(first));
    if cjk {
        return pieces().any(is_opener) || ends_like_opener(words);
    }
    let Some(first) = pieces().next() else { return false };
    let lower = |word: &str| word.starts_with(|first: char| !first.is_uppercase()) || is_opener(fold(word).as_str());
    let named = words.contains('_') && pieces().next_back().is_some_and(is_opener);
    (is_opener(first.trim_end_matches(['.', ',', ':'])) || named)
        && inside.trim().split([' ', '/']).filter(|word| !word.is_empty()).skip(1).all(lower)
}

/// Whether double braces hold several words: `{{name of the venue}}`. One word is a variable of a template.
fn describes(inside: &str) -> bool {
    let words = inside.trim();
    words.starts_with(char::is_alphabetic)
        && words.contains(' ')
        && words.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '/' | '\''))
}

/// 会議名を入力: instructions in Japanese, Chinese and Korean end with the verb.
fn ends_like_opener(words: &str) -> bool {
    words.char_indices().any(|(at, _)| at > 0 && is_opener(&words[at..]))
}
