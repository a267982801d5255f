//! The rope against a plain `String` under the same edits.

use planlint::text::{Encoding, Lines, Source, Span, Text, cut, recut};
use proptest::prelude::*;

/// Everything that ever broke a position, and what begins or ends blocks.
const PARTS: &[&str] = &[
    "\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{85}",
    "\u{B}",
    "\u{C}",
    "\u{FEFF}",
    "a",
    "目",
    "e\u{301}",
    "😀",
    "\n\n# h\n",
    "\r\n\r\n## h",
    "```\n",
    "<!--",
    "-->",
    "- ",
    "> ",
    "    ",
    "A plain line of text that is long enough to fill the pieces of a rope.\n",
];

const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

fn text(parts: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), parts).prop_map(|parts| parts.concat())
}

fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Units of `letters` counted the slow way.
fn units(letters: &str, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => letters.len(),
        Encoding::Utf16 => letters.encode_utf16().count(),
        Encoding::Utf32 => letters.chars().count(),
    }
}

/// Line and character of a byte counted the slow way.
fn naive_position(text: &str, byte: usize, encoding: Encoding) -> (u32, u32) {
    let byte = boundary(text, byte);
    let byte = if byte > 0 && text[..byte].ends_with('\r') && text[byte..].starts_with('\n') { byte - 1 } else { byte };
    let before = text[..byte].replace("\r\n", "\n").replace('\r', "\n");
    let line = before.matches('\n').count();
    let character = units(before.rsplit('\n').next().unwrap_or_default(), encoding);
    (line as u32, character as u32)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_do_to_the_rope_what_they_do_to_a_string(first in text(0..200), edits in prop::collection::vec((0usize..6000, 0usize..200, text(0..8)), 0..30)) {
        let (mut model, mut rope) = (first.clone(), Text::new(&first));
        let mut starts = cut(&rope, 0);
        for (at, len, new) in edits {
            let at = at % (model.len() + 3);
            let (start, end) = (boundary(&model, at), boundary(&model, at + len));
            model.replace_range(start..end, &new);
            let replaced = rope.edit(Span::new(at, at + len), &new);
            prop_assert_eq!(replaced, Span::new(start, end));
            prop_assert_eq!(&rope.to_string(), &model);
            recut(&rope, &starts, replaced, new.len(), 0).apply(&mut starts);
            prop_assert_eq!(&starts, &cut(model.as_str(), 0));
            prop_assert_eq!(rope.slice(replaced), &model[boundary(&model, start)..boundary(&model, end)]);
        }
        let lines = Lines::new(&model);
        let contents = (0..lines.count()).map(|line| lines.content(line).of(&model));
        prop_assert!(rope.lines().eq(contents));
        prop_assert!(rope.piece(model.len()).is_empty());
    }

    #[test]
    fn positions_are_those_of_a_naive_count(text in text(0..60)) {
        let (rope, lines) = (Text::new(&text), Lines::new(&text));
        for encoding in ENCODINGS {
            for byte in 0..text.len() + 3 {
                let position = naive_position(&text, byte, encoding);
                prop_assert_eq!(rope.position(byte, encoding), position);
                prop_assert_eq!(lines.position(byte, encoding), position);
            }
        }
    }

    #[test]
    fn any_line_and_character_is_clamped(text in text(0..200), line in 0u32..120, character in prop_oneof![0u32..100, Just(u32::MAX)]) {
        let (rope, lines) = (Text::new(&text), Lines::new(&text));
        for encoding in ENCODINGS {
            let byte = rope.offset(line, character, encoding);
            prop_assert_eq!(lines.offset(line, character, encoding), byte);
            let (back_line, back) = rope.position(byte, encoding);
            prop_assert!(back_line <= line && (back_line < line || back <= character));
            prop_assert!(text.is_char_boundary(byte));
        }
    }

    #[test]
    fn a_range_of_positions_edits_what_the_same_bytes_edit(text in text(0..60), from in (0u32..20, 0u32..80), to in (0u32..20, 0u32..80), new in text(0..3)) {
        let mut by_range = Text::new(&text);
        let mut model = text.clone();
        let replaced = by_range.edit_range(from, to, Encoding::Utf16, &new);
        model.replace_range(replaced.range(), &new);
        prop_assert_eq!(by_range.to_string(), model);
    }
}
