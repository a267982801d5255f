//! Chunks against the parser that will read them, on documents made to break them.

use planlint::text::{Span, cut, recut};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, TagEnd};
use std::ops::Range;

/// What decides where blocks begin and end.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "\n", "\n", "\n", "\n\n", "\n\n", "# ", "# h\n", "\n# h\n", "#\n", "## x", "####### ", "```", "```\n", "````\n", "~~~\n", "~~~", "`",
    "``` a`b\n", "<!--", "-->", "<pre>", "</pre>", "<script>\n", "</script>", "<?", "?>", "<!A", ">", "<![CDATA[", "]]>", "<div>\n",
    "</div>\n", "<b>\n", "<b>", "</b>\n", "\t", " ", "  ", "   ", "    ", "> ", "- ", "-\n", "* ", "1. ", "2. ", "10) ", "- - -\n",
    "***\n", "---\n", "===\n", "| a |\n", "|---|\n", "text", "text\n", "line\n", "\\", "é", "目", "+ ", "[^1]: ", "[a]: b\n",
];

fn document() -> impl Strategy<Value = String> {
    let lf = prop::collection::vec(prop::sample::select(PARTS), 0..40).prop_map(|parts| parts.concat());
    (lf, any::<bool>()).prop_map(|(text, crlf)| if crlf { text.replace('\n', "\r\n") } else { text })
}

/// Blocks with their bytes; ends without trailing blank lines, on which the parser is not consistent.
fn blocks(text: &str, offset: usize) -> Vec<(String, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    let starts = Parser::new_ext(text, options).into_offset_iter().filter_map(|(event, range)| match event {
        Event::Start(tag) if !is_inline(tag.to_end()) => Some((format!("{tag:?}"), range)),
        _ => None,
    });
    starts.map(|(tag, range)| (tag, range.start + offset..range.start + text[range].trim_end().len() + offset)).collect()
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

fn chunks(text: &str) -> Vec<Range<usize>> {
    let starts = cut(text, 0);
    let ends = starts.iter().skip(1).map(|&end| end as usize).chain([text.len()]);
    starts.iter().map(|&start| start as usize).zip(ends).map(|(start, end)| start..end).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_chunk_alone_parses_to_the_blocks_it_has_in_the_whole(text in document()) {
        let apart: Vec<_> = chunks(&text).into_iter().flat_map(|chunk| blocks(&text[chunk.clone()], chunk.start)).collect();
        prop_assert_eq!(apart, blocks(&text, 0), "{:?} cut at {:?}", text, cut(text.as_str(), 0));
    }

    #[test]
    fn cutting_again_after_an_edit_is_cutting_from_scratch(text in document(), inserted in document(), at in 0usize..400, len in 0usize..30) {
        let boundary = |byte: usize| (0..=byte.min(text.len())).rev().find(|&b| text.is_char_boundary(b)).unwrap_or(0);
        let (start, end) = (boundary(at), boundary(at + len));
        let mut edited = text.clone();
        edited.replace_range(start..end, &inserted);
        let mut starts = cut(text.as_str(), 0);
        recut(edited.as_str(), &starts, Span::new(start, end), inserted.len(), 0).apply(&mut starts);
        prop_assert_eq!(starts, cut(edited.as_str(), 0), "{:?} then {:?}", text, edited);
    }
}
