//! Text damaged on its way: characters read in the wrong encoding, and spaces that became question marks (RULES H107).

use crate::text::Span;

/// Beginnings of UTF-8 that was read as Latin-1 or Windows-1252.
const GARBLED: [&str; 14] = ["â€™", "â€œ", "â€\u{9d}", "â€“", "â€”", "â€¦", "Ã©", "Ã¨", "Ã¼", "Ã¶", "Ã¤", "Ã±", "Ã§", "Â "];

/// The damaged places of one line, as spans of it.
pub fn damaged(line: &str) -> Vec<Span> {
    let bytes = line.as_bytes();
    let mut found = Vec::new();
    if memchr::memchr(b'?', bytes).is_some() {
        glued_marks(line, &mut found);
    }
    if !line.is_ascii() {
        for (at, _) in line.match_indices('\u{fffd}') {
            found.push(Span::new(at, at + '\u{fffd}'.len_utf8()));
        }
        if memchr::memchr2(0xC3, 0xC2, bytes).is_some() {
            for garbled in GARBLED {
                found.extend(line.match_indices(garbled).map(|(at, text)| Span::new(at, at + text.len())));
            }
        }
        found.sort_unstable();
    }
    found
}

/// `place.?The` and `is??Is`: a lost space between two sentences.
fn glued_marks(line: &str, found: &mut Vec<Span>) {
    for pattern in [".?", "??", "!?"] {
        for (at, _) in line.match_indices(pattern) {
            let before = line[..at].chars().next_back();
            let after = line[at + 2..].chars().next();
            if before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_uppercase) {
                let end = at + 2 + after.map_or(0, char::len_utf8);
                found.push(Span::new(at, end));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::damaged;

    #[test]
    fn places() {
        for (line, count) in [
            ("in the first place.?The practice is an intangible.?In essence", 2),
            ("what it is??Is there a vision? Is there a foundation??", 1),
            ("They donâ€™t know", 1),
            ("Was it?? Yes", 0),
            ("cafÃ© and a \u{fffd}", 2),
            ("really?", 0),
            ("what???", 0),
        ] {
            assert_eq!(damaged(line).len(), count, "{line}");
        }
    }
}
