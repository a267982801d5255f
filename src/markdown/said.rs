//! What a piece of Markdown says to its readers: without comments, forced line breaks and blanks, and the marks around its words.
//! Only what stands at its ends is left out, so the words keep their place.

/// Marks that stand in pairs around words.
const MARKS: [&str; 5] = ["**", "__", "~~", "*", "_"];
/// Blanks that are written out.
const BLANKS: [&str; 5] = ["<br>", "<br/>", "<br />", "&nbsp;", "\u{a0}"];

/// The words of `source`, a part of it; empty when it shows nothing.
pub fn said(source: &str) -> &str {
    let mut rest = source;
    loop {
        let words = unmarked(without_blanks(rest));
        if words.len() == rest.len() {
            return words;
        }
        rest = words;
    }
}

/// `text` without the blanks and comments at its ends.
fn without_blanks(text: &str) -> &str {
    let text = text.trim();
    let text = BLANKS.iter().find_map(|blank| text.strip_prefix(blank).or_else(|| text.strip_suffix(blank))).unwrap_or(text);
    let behind_comment = || Some(text.strip_prefix("<!--")?.split_once("-->")?.1);
    let before_comment = || text.strip_suffix("-->").and_then(|comment| Some(comment.rsplit_once("<!--")?.0));
    behind_comment().or_else(before_comment).unwrap_or(text)
}

/// `text` without a pair of marks around all of it. Marks with nothing between are signs: `___`.
fn unmarked(text: &str) -> &str {
    let inside = |mark: &&str| text.strip_prefix(*mark)?.strip_suffix(*mark).filter(|inside| inside.contains(char::is_alphanumeric));
    MARKS.iter().find_map(inside).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn comments_breaks_and_marks_say_nothing() {
        let rows = [
            ("", ""),
            ("  ", ""),
            ("<!-- ask Bo -->", ""),
            (" <!-- a --> <!-- b --> ", ""),
            ("<br>&nbsp;", ""),
            ("<!-- never closed", "<!-- never closed"),
            ("_TBD_ <!-- until May -->", "TBD"),
            ("**_TBD_**", "TBD"),
            ("~~TBD~~", "TBD"),
            ("___", "___"),
            ("Ann <!-- or Bo --> Lee", "Ann <!-- or Bo --> Lee"),
            ("![](badge.svg)", "![](badge.svg)"),
            ("a -->", "a -->"),
        ];
        for (source, words) in rows {
            assert_eq!(said(source), words, "{source}");
        }
    }
}
