//! What the first bytes of a line say about it: indentation, fences, list markers, HTML.
//!
//! Bytes of one line without its line end come in. The readings are those of our Markdown parser, also where it is narrower than the
//! standard (only spaces may follow a closing fence, `</pre>` must be in small letters): the two must never disagree.

use memchr::memmem;

/// Columns of white space before the text (tabs reach the next multiple of four), and the text.
pub(super) fn indentation(line: &[u8]) -> (usize, &[u8]) {
    let mut column = 0;
    for (at, byte) in line.iter().enumerate() {
        match byte {
            b' ' => column += 1,
            b'\t' => column += 4 - column % 4,
            _ => return (column, &line[at..]),
        }
    }
    (column, &[])
}

/// Whether nothing but white space is left.
pub(super) fn is_blank(rest: &[u8]) -> bool {
    rest.iter().all(|byte| matches!(byte, b' ' | b'\t' | 0x0B | 0x0C))
}

/// Whether it is an ATX heading.
pub(super) fn is_heading(rest: &[u8]) -> bool {
    let marks = run(rest, b'#');
    (1..=6).contains(&marks) && matches!(rest.get(marks), None | Some(b' ' | b'\t'))
}

/// Mark and length of the code fence that `rest` opens.
pub(super) fn opening_fence(rest: &[u8]) -> Option<(u8, usize)> {
    let mark = *rest.first().filter(|mark| matches!(mark, b'`' | b'~'))?;
    let length = run(rest, mark);
    let is_fence = length >= 3 && (mark == b'~' || !rest[length..].contains(&b'`'));
    is_fence.then_some((mark, length))
}

/// Whether `line` closes a fence of `length` times `mark`.
pub(super) fn closes_fence(line: &[u8], mark: u8, length: usize) -> bool {
    let (indent, rest) = indentation(line);
    let marks = run(rest, mark);
    indent < 4 && marks >= length && rest[marks..].iter().all(|&byte| byte == b' ')
}

/// `***`, `- - -`, `___`.
pub(super) fn is_thematic_break(rest: &[u8]) -> bool {
    let Some(&mark) = rest.first().filter(|mark| matches!(mark, b'*' | b'-' | b'_')) else { return false };
    let mut marks = 0;
    for &byte in rest {
        if byte == mark {
            marks += 1;
        } else if !is_blank(&[byte]) {
            return false;
        }
    }
    marks >= 3
}

/// The start of a list item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Marker {
    /// Columns from the marker to the text: lines indented as far belong to the item.
    pub(super) width: usize,
    /// Nothing behind the marker.
    pub(super) empty: bool,
    /// Cannot break off a paragraph: empty, or a number other than one.
    pub(super) timid: bool,
}

/// Reads a bullet or a number at the start of `rest`. Does not look for thematic breaks.
pub(super) fn list_marker(rest: &[u8]) -> Option<Marker> {
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let sign = *rest.get(digits)?;
    let is_marker = match digits {
        0 => matches!(sign, b'-' | b'+' | b'*'),
        1..=9 => matches!(sign, b'.' | b')'),
        _ => false,
    };
    if !is_marker {
        return None;
    }
    let marker = digits + 1;
    let behind = &rest[marker..];
    if is_blank(behind) {
        return Some(Marker { width: marker + 1, empty: true, timid: true });
    }
    let numbered_on = digits > 0 && rest[..digits].iter().rev().enumerate().any(|(place, &digit)| digit != b'0' + u8::from(place == 0));
    match indentation(behind).0 {
        0 => None,
        gap @ 1..=4 => Some(Marker { width: marker + gap, empty: false, timid: numbered_on }),
        _ => Some(Marker { width: marker + 1, empty: false, timid: numbered_on }),
    }
}

/// What kind of HTML a line starts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Html {
    /// Runs until a line that holds these bytes (the standard's kinds 1 to 5).
    Until(&'static [u8]),
    /// Runs to the next blank line (kind 6).
    Block,
    /// Runs to the next blank line unless it only continues a paragraph (kind 7, and some lines that merely look like it).
    Perhaps,
}

/// Reads the HTML at the start of `rest`.
pub(super) fn html(rest: &[u8]) -> Option<Html> {
    let inner = rest.strip_prefix(b"<")?;
    if inner.starts_with(b"!--") {
        return Some(Html::Until(b"-->"));
    }
    if inner.starts_with(b"?") {
        return Some(Html::Until(b"?>"));
    }
    if inner.starts_with(b"![CDATA[") {
        return Some(Html::Until(b"]]>"));
    }
    if inner.first() == Some(&b'!') && inner.get(1).is_some_and(u8::is_ascii_alphabetic) {
        return Some(Html::Until(b">"));
    }
    let opening = inner.strip_prefix(b"/").is_none();
    let name_start = if opening { inner } else { &inner[1..] };
    let length = name_start.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let (name, behind) = name_start.split_at(length);
    if !name.first()?.is_ascii_alphabetic() {
        return None;
    }
    let name_ends = matches!(behind.first(), None | Some(b' ' | b'\t' | 0x0B | 0x0C | b'>'));
    if opening && name_ends {
        let verbatim: [(&[u8], &[u8]); 4] =
            [(b"pre", b"</pre>"), (b"script", b"</script>"), (b"style", b"</style>"), (b"textarea", b"</textarea>")];
        if let Some((_, end)) = verbatim.into_iter().find(|(tag, _)| name.eq_ignore_ascii_case(tag)) {
            return Some(Html::Until(end));
        }
    }
    if (name_ends || behind.starts_with(b"/>")) && is_block_tag(name) {
        return Some(Html::Block);
    }
    rest.trim_ascii_end().ends_with(b">").then_some(Html::Perhaps)
}

/// Whether `end` occurs in `line`.
pub(super) fn holds(line: &[u8], end: &[u8]) -> bool {
    memmem::find(line, end).is_some()
}

/// Tags that start a block of their own, sorted.
const BLOCK_TAGS: [&str; 62] = [
    "address",
    "article",
    "aside",
    "base",
    "basefont",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "menuitem",
    "nav",
    "noframes",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "ul",
];

fn is_block_tag(name: &[u8]) -> bool {
    let lower = |byte: &u8| byte.to_ascii_lowercase();
    BLOCK_TAGS.binary_search_by(|tag| tag.bytes().cmp(name.iter().map(lower))).is_ok()
}

fn run(rest: &[u8], mark: u8) -> usize {
    rest.iter().take_while(|&&byte| byte == mark).count()
}
