//! `--diff`: what fixing would write, as a unified diff that `patch -p1` applies.
//!
//! Lines end where `patch` thinks they end, at LF: a CR before it belongs to the line, so CRLF files patch to the byte.

use similar::{ChangeTag, TextDiff};
use std::io::{self, Write};

const CONTEXT: usize = 3;
const PLAIN: &str = "\x1b[0m";

/// Writes the difference between `old` and `new`, two texts of the file at `path`. Writes nothing when they are equal.
///
/// # Errors
/// Those of `out`.
pub fn unified(path: &str, old: &str, new: &str, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    if old == new {
        return Ok(());
    }
    let paint = |out: &mut dyn Write, code: &str, line: &str| -> io::Result<()> {
        match line.strip_suffix('\n') {
            Some(words) if colour && !code.is_empty() => writeln!(out, "{code}{words}{PLAIN}"),
            _ if colour && !code.is_empty() => write!(out, "{code}{line}{PLAIN}"),
            _ => write!(out, "{line}"),
        }
    };
    let (old_lines, new_lines): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let diff = TextDiff::from_slices(&old_lines, &new_lines);
    paint(out, "\x1b[1m", &format!("--- a/{path}\n"))?;
    paint(out, "\x1b[1m", &format!("+++ b/{path}\n"))?;
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        paint(out, "\x1b[36m", &format!("{}\n", hunk.header()))?;
        for change in hunk.iter_changes() {
            let (sign, code) = match change.tag() {
                ChangeTag::Equal => (' ', ""),
                ChangeTag::Delete => ('-', "\x1b[31m"),
                ChangeTag::Insert => ('+', "\x1b[32m"),
            };
            let line: &str = change.value();
            paint(out, code, &format!("{sign}{line}"))?;
            if !line.ends_with('\n') {
                writeln!(out, "\n\\ No newline at end of file")?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::unified;

    fn shown(old: &str, new: &str) -> String {
        let mut out = Vec::new();
        unified("a/plan.md", old, new, false, &mut out).expect("a Vec takes everything");
        String::from_utf8(out).expect("the texts are UTF-8")
    }

    #[test]
    fn differences() {
        assert_eq!(shown("same\n", "same\n"), "");
        assert_eq!(shown("a\r\nb\r\n", "a\r\nx\r\nb\r\n"), "--- a/a/plan.md\n+++ b/a/plan.md\n@@ -1,2 +1,3 @@\n a\r\n+x\r\n b\r\n");
        assert_eq!(
            shown("a", "b"),
            "--- a/a/plan.md\n+++ b/a/plan.md\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
        );
        assert_eq!(shown("", "b\n"), "--- a/a/plan.md\n+++ b/a/plan.md\n@@ -0,0 +1 @@\n+b\n");
    }
}
