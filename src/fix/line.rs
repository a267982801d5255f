//! Lines as a fix needs them: where the line around a byte begins and ends, and how lines end there.

/// The first byte of the line that holds byte `at`.
pub(super) fn start(text: &str, at: usize) -> usize {
    text.as_bytes()[..at].iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(0, |end| end + 1)
}

/// The byte behind the last of the line that holds byte `at`, its line end not counted.
pub(super) fn end(text: &str, at: usize) -> usize {
    memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length)
}

/// The first byte of the next line; the end of the text when there is none.
pub(super) fn next(text: &str, at: usize) -> usize {
    let end = end(text, at);
    end + ending_at(text, end).map_or(0, str::len)
}

/// The line end that stands at byte `at`.
pub(super) fn ending_at(text: &str, at: usize) -> Option<&'static str> {
    match text.as_bytes()[at..] {
        [b'\r', b'\n', ..] => Some("\r\n"),
        [b'\n', ..] => Some("\n"),
        [b'\r', ..] => Some("\r"),
        _ => None,
    }
}

/// How lines end around byte `at`: as its own line does, else the line before, else as most systems do.
pub(super) fn ending(text: &str, at: usize) -> &'static str {
    ending_at(text, end(text, at)).or_else(|| ending_before(text, start(text, at))).unwrap_or("\n")
}

/// The line end right before byte `at`.
pub(super) fn ending_before(text: &str, at: usize) -> Option<&'static str> {
    match text.as_bytes()[..at] {
        [.., b'\r', b'\n'] => Some("\r\n"),
        [.., b'\n'] => Some("\n"),
        [.., b'\r'] => Some("\r"),
        _ => None,
    }
}

/// Whether nothing but white space (and the marks of a block quote) stands on the line that holds byte `at`.
pub(super) fn is_blank(text: &str, at: usize) -> bool {
    text[start(text, at)..end(text, at)].trim_matches(|it: char| it.is_whitespace() || it == '>').is_empty()
}

/// The span of the whole line that holds byte `at`, with the line end that goes when the line goes: the one behind it, or at the end of
/// a text without a final one the one before.
pub(super) fn whole(text: &str, at: usize) -> crate::text::Span {
    let (first, last, next) = (start(text, at), end(text, at), next(text, at));
    if next == last {
        let before = ending_before(text, first).map_or(0, str::len);
        return crate::text::Span::new(first - before, last);
    }
    crate::text::Span::new(first, next)
}

/// The span of the whole lines that `lines` is made of, as [`whole`] has it; where blank lines stand on both sides, one of them goes too.
pub(super) fn paragraph(text: &str, lines: crate::text::Span) -> crate::text::Span {
    let (first, last) = (whole(text, lines.start as usize), whole(text, lines.end as usize));
    let mut gone = first.to(last);
    let above = gone.start as usize - ending_before(text, gone.start as usize).map_or(0, str::len);
    let is_alone = gone.end as usize >= text.len() || is_blank(text, gone.end as usize);
    if is_alone && 0 < above && above < gone.start as usize && start(text, above) == above {
        gone.start = above as u32;
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_every_system() {
        let text = "a\r\nbb\rccc\nd";
        let lines: Vec<(usize, usize, usize, &str)> =
            [0, 4, 7, 10].into_iter().map(|at| (start(text, at), end(text, at), next(text, at), ending(text, at))).collect();
        assert_eq!(lines, [(0, 1, 3, "\r\n"), (3, 5, 6, "\r"), (6, 9, 10, "\n"), (10, 11, 11, "\n")]);
        assert_eq!((ending("", 0), start("", 0), next("", 0)), ("\n", 0, 0));
        assert_eq!(whole(text, 10).range(), 9..11);
        assert_eq!(whole(text, 1).range(), 0..3);
    }
}
