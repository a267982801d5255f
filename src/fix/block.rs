//! Putting blocks of lines into a text so that one blank line stands around them.

use super::line;
use crate::finding::Edit;
use crate::text::BOM;

/// Inserts `lines` at byte `at`: the start of a line, or the end of the text.
pub(super) fn insert(text: &str, at: usize, lines: &[String]) -> Edit {
    let begins_line = line::start(text, at) == at;
    let above = at - line::ending_before(text, at).map_or(0, str::len);
    let ending = line::ending_before(text, at).unwrap_or_else(|| line::ending(text, at));
    let before = match () {
        () if text[..at].trim_start_matches(BOM).is_empty() => String::new(),
        () if !begins_line => ending.repeat(2),
        () if line::is_blank(text, above) => String::new(),
        () => ending.to_owned(),
    };
    let behind = match &text[at..] {
        "" if !begins_line => String::new(),
        rest if rest.trim().is_empty() || line::is_blank(text, at) => ending.to_owned(),
        _ => ending.repeat(2),
    };
    Edit::insert(at, format!("{before}{}{behind}", lines.join(ending)))
}

/// Where lines go that come behind everything up to byte `end`: the start of the line behind the last one that is not blank.
pub(super) fn behind(text: &str, start: usize, end: usize) -> usize {
    let last = start + text[start..end].trim_end().len();
    line::next(text, last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fix::apply;

    #[test]
    fn one_blank_line_around() {
        let lines = ["## New".to_owned(), String::new(), "text".to_owned()];
        for (text, at, expected) in [
            ("", 0, "## New\n\ntext\n"),
            ("a", 1, "a\n\n## New\n\ntext"),
            ("a\n", 2, "a\n\n## New\n\ntext\n"),
            ("a\n\n", 2, "a\n\n## New\n\ntext\n\n"),
            ("a\r\n\r\n## b\r\n", 5, "a\r\n\r\n## New\r\n\r\ntext\r\n\r\n## b\r\n"),
            ("a\n## b\n", 2, "a\n\n## New\n\ntext\n\n## b\n"),
            ("---\nkind: plan\n---\n", 19, "---\nkind: plan\n---\n\n## New\n\ntext\n"),
            ("a\r## b", 2, "a\r\r## New\r\rtext\r\r## b"),
        ] {
            let edit = insert(text, at, &lines);
            assert_eq!(apply(text, &[edit]), expected, "{text:?}");
        }
    }
}
