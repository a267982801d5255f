//! Ids (`A1`, `KR-12`) and references to them.
//! Says only what has the form and the place of one; whether the letters are in use is known to who sees all definitions.

use super::name::lexicon::{Key, Lexicon};
use crate::text::Span;

const MOST_LETTERS: usize = 4;
const MOST_DIGITS: usize = 4;
/// Emphasis marks between an id and its colon show up as this much white space at most; the brackets of a link leave more.
const MARKS: usize = 2;

/// The id in defining position in masked text: `[A1] ...`, `A1: ...`, `A1 — ...`.
pub fn identifier_at_start(masked: &str) -> Option<Span> {
    let start = masked.len() - masked.trim_start().len();
    let bracketed = masked[start..].starts_with('[');
    let id = identifier_at(masked, start + usize::from(bracketed))?;
    let rest = &masked[id.end as usize..];
    if bracketed {
        return rest.strip_prefix(']').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', '\n'])).then_some(id);
    }
    let behind = rest.trim_start_matches(' ');
    let gap = rest.len() - behind.len();
    let colon = gap <= MARKS
        && (behind.starts_with('：')
            || behind.strip_prefix(':').is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)));
    let dash = gap > 0 && ["—", "–", "-"].iter().any(|dash| behind.strip_prefix(*dash).is_some_and(|rest| rest.starts_with(' ')));
    (colon || dash).then_some(id)
}

/// The id in defining position, set off by a mark or by nothing but its bold letters: `**A1** Publish`. `strong` is what is bold in the
/// masked text, in the order of the text.
pub fn identifier_in_front(masked: &str, strong: &[Span]) -> Option<Span> {
    identifier_at_start(masked).or_else(|| {
        let bold = strong.first().filter(|bold| masked[..bold.start as usize].trim().is_empty())?;
        if masked[bold.end as usize..].trim().is_empty() {
            return None;
        }
        Some(identifier_alone(bold.of(masked))?.shifted(bold.start as usize))
    })
}

/// The id alone in a cell: `A1`, `[A1]`.
pub fn identifier_alone(text: &str) -> Option<Span> {
    let span = Span::new(0, text.len()).trimmed(text);
    let inner = span.of(text);
    let start = span.start as usize + usize::from(inner.starts_with('['));
    let id = identifier_at(text, start)?;
    let rest = text[id.end as usize..].trim();
    (rest.is_empty() || rest == "]" && inner.starts_with('[')).then_some(id)
}

/// The references in masked text. In a field or column of references every id is one; elsewhere it must be in brackets,
/// behind an arrow or a word such as "see", or follow another reference.
pub fn references_in(text: &str, in_reference_field: bool) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found: Vec<Span> = Vec::new();
    if !bytes.iter().any(u8::is_ascii_digit) {
        return found;
    }
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_uppercase()
            || at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'-' | b'_' | b'/' | b'.' | b'#'))
        {
            at += 1;
            continue;
        }
        match identifier_at(text, at) {
            Some(id) => {
                if in_reference_field || is_pointed_at(text, id, found.last().copied()) {
                    found.push(id);
                }
                at = id.end as usize;
            }
            None => at += 1,
        }
    }
    found
}

fn is_pointed_at(text: &str, id: Span, last: Option<Span>) -> bool {
    let before = text[..id.start as usize].trim_end();
    if before.ends_with('→') || before.ends_with("->") {
        return true;
    }
    if before.ends_with('[') && id.start as usize == before.len() {
        return closes(&text[id.end as usize..]);
    }
    if let Some(last) = last.filter(|last| last.end as usize <= before.len()) {
        let between = before[last.end as usize..].trim();
        if matches!(between, "," | "、" | "，" | "&" | "and" | ";") {
            return true;
        }
    }
    let word = before.trim_end_matches([':', '：']).trim_end();
    let start = word.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + word[at..].chars().next().map_or(1, char::len_utf8));
    Lexicon::get().key(&word[start..]) == Some(Key::Reference)
}

/// `]` or the comma of a list of ids behind an id in brackets.
fn closes(rest: &str) -> bool {
    rest.starts_with([']', ','])
}

fn identifier_at(text: &str, at: usize) -> Option<Span> {
    let bytes = text.as_bytes().get(at..)?;
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let hyphen = usize::from(bytes.get(letters) == Some(&b'-'));
    let digits = bytes.iter().skip(letters + hyphen).take_while(|byte| byte.is_ascii_digit()).count();
    let end = letters + hyphen + digits;
    let whole = bytes.get(end).is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'_')
        || text.get(at + end..).is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()));
    let whole = whole
        && !(bytes.get(end).is_some_and(|byte| matches!(byte, b'.' | b'-')) && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric));
    ((1..=MOST_LETTERS).contains(&letters) && (1..=MOST_DIGITS).contains(&digits) && whole).then(|| Span::new(at, at + end))
}

#[cfg(test)]
mod tests {
    use super::{identifier_alone, identifier_at_start, identifier_in_front, references_in};
    use crate::text::Span;

    #[test]
    fn ids_stand_at_the_start_and_are_set_off() {
        let cases = [
            ("[A1] Publish", Some("A1")),
            (" A1: publish", Some("A1")),
            ("KR-12 — grow", Some("KR-12")),
            ("  A1  : bold", Some("A1")),
            ("A1 - publish", Some("A1")),
            ("A1 publish", None),
            ("A1      : a link", None),
            ("ISO9001x: no", None),
            ("Q3 results", None),
            ("V1.2: release", None),
            ("[A1", None),
            ("", None),
        ];
        for (text, id) in cases {
            assert_eq!(identifier_at_start(text).map(|span| span.of(text)), id, "{text}");
        }
        assert_eq!(identifier_alone(" [G2] ").map(|span| span.of(" [G2] ")), Some("G2"));
        assert_eq!(identifier_alone("G2 and more"), None);
    }

    #[test]
    fn bold_letters_set_an_id_off() {
        let cases = [
            ("  A1   publish", 0..6, Some("A1")),
            ("  A1 publish  ", 0..14, None),
            ("  A1  ", 0..6, None),
            ("see   A1   now", 4..10, None),
        ];
        for (text, bold, id) in cases {
            let strong = [Span::new(bold.start, bold.end)];
            assert_eq!(identifier_in_front(text, &strong).map(|span| span.of(text)), id, "{text}");
        }
    }

    #[test]
    fn references_are_pointed_at() {
        let cases: [(&str, &[&str]); 9] = [
            ("Publish [S2]", &["S2"]),
            ("Publish → S2", &["S2"]),
            ("Publish, supports: S2, M1", &["S2", "M1"]),
            ("Close it, see G1 and G2.", &["G1", "G2"]),
            ("Get ISO-9001 and COVID-19 done by Q3", &[]),
            ("[A1, S2] both", &["A1", "S2"]),
            ("#A1 and x/A1", &[]),
            ("unterstützt S4", &["S4"]),
            ("→ B2B", &[]),
        ];
        for (text, ids) in cases {
            assert_eq!(references_in(text, false).iter().map(|span| span.of(text)).collect::<Vec<_>>(), ids, "{text}");
        }
        assert_eq!(references_in("S1 S2", true).len(), 2);
    }
}
