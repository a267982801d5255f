//! Looks for quotes and lists nested so deep in one line that parsing the lines after it would take time without end.
//!
//! Runs before the parser and costs almost nothing: a run of more than a hundred markers is longer than a hundred bytes, so looking at
//! every hundredth byte finds each.

use crate::text::Span;
use memchr::memchr2;

/// Markers deeper than this are not read.
pub const DEEPEST: usize = 100;

/// The first run of quote and list markers at the start of a line that nests too deep.
pub fn too_deep(text: &str) -> Option<Span> {
    let bytes = text.as_bytes();
    let mut sample = 0;
    while let Some(&byte) = bytes.get(sample) {
        if !IN_RUN[byte as usize] {
            sample += DEEPEST;
            continue;
        }
        let start = sample - bytes[..sample].iter().rev().take_while(|&&byte| IN_RUN[byte as usize]).count();
        let end = sample + bytes[sample..].iter().take_while(|&&byte| IN_RUN[byte as usize]).count();
        let opens_line = start == 0 || matches!(bytes[start - 1], b'\n' | b'\r');
        if end - start > DEEPEST && opens_line {
            let line_end = memchr2(b'\n', b'\r', &bytes[end..]).map_or(bytes.len(), |length| end + length);
            if depth(&bytes[start..line_end]) > DEEPEST {
                return Some(Span::new(start, end).trimmed(text));
            }
        }
        sample = end.max(sample + DEEPEST);
    }
    None
}

/// How many markers `line` begins with.
fn depth(line: &[u8]) -> usize {
    let mut rest = &line[..before_thematic_break(line)];
    let mut depth = 0;
    while let Some((&first, behind)) = rest.split_first() {
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let stands_alone = |behind: &[u8]| matches!(behind.first(), None | Some(b' ' | b'\t'));
        rest = match first {
            b' ' | b'\t' => {
                rest = behind;
                continue;
            }
            b'>' => behind,
            b'-' | b'+' | b'*' if stands_alone(behind) => behind,
            _ => match rest.get(digits) {
                Some(b'.' | b')') if (1..=9).contains(&digits) && stands_alone(&rest[digits + 1..]) => &rest[digits + 1..],
                _ => break,
            },
        };
        depth += 1;
    }
    depth
}

/// Where the thematic break at the end of `line` begins (`> - - -`), its length when there is none.
fn before_thematic_break(line: &[u8]) -> usize {
    let line = line.trim_ascii_end();
    let Some(&mark) = line.last().filter(|mark| matches!(mark, b'-' | b'*')) else { return line.len() };
    let tail = line.iter().rev().take_while(|&&byte| byte == mark || byte == b' ' || byte == b'\t').count();
    let start = line.len() - tail;
    let third_mark = line[start..].iter().filter(|&&byte| byte == mark).nth(2);
    if third_mark.is_some() { start } else { line.len() }
}

/// Bytes that a run of markers consists of.
const IN_RUN: [bool; 256] = {
    let bytes = b" \t>-+*0123456789.)";
    let mut in_run = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        in_run[bytes[at] as usize] = true;
        at += 1;
    }
    in_run
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_more_than_a_hundred_markers_are_too_deep() {
        let deep = |marker: &str, times: usize| too_deep(&format!("# Plan\n\n{}a\nb\n", marker.repeat(times))).is_some();
        for marker in [">", "> ", "- ", "+\t", "* ", "1. ", "12) ", " > "] {
            assert!(!deep(marker, 100), "{marker:?}");
            assert!(deep(marker, 101), "{marker:?}");
        }
    }

    #[test]
    fn the_run_is_shown_wherever_it_stands() {
        let run = "> - 1) ".repeat(40);
        for before in 0..250 {
            let text = format!("{}\n{run}text > > >\n", "x".repeat(before));
            assert_eq!(too_deep(&text).map(|span| span.of(&text)), Some(run.trim_end()));
        }
    }

    #[test]
    fn long_lines_of_other_things_are_fine() {
        for line in ["-", "- ", "* ", "*", "x > ", "1.", "1 ", "| - ", "> a", " ", "目", "- [ ] "] {
            assert_eq!(too_deep(&format!("\n{}\n", line.repeat(300))), None, "{line:?}");
        }
        assert_eq!(too_deep(&format!("{}{}", "> ".repeat(50), "- ".repeat(90))), None, "a thematic break in quotes");
    }
}
