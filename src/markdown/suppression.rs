//! Comments that tell planlint to be silent: `<!-- planlint-disable-line A101 until 2026-12-31: waiting for HR -->`.
//!
//! Reads the words only. Which rules they name and which findings they cover is decided where findings are.

use crate::text::Span;

/// A comment that speaks to planlint. Spans count from where the offset given to [`parse`] counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Directive {
    /// The whole comment.
    pub span: Span,
    /// The word `planlint-…`.
    pub word: Span,
    /// What it asks for.
    pub kind: DirectiveKind,
    /// Codes, group letters or names of rules, as they are compared: codes and letters large and without `*`, names small. None means all rules.
    pub codes: Vec<(Span, String)>,
    /// The words behind the colon.
    pub reason: Option<Span>,
    /// The date up to which it holds, as written.
    pub until: Option<(Span, String)>,
}

/// What a directive asks for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DirectiveKind {
    /// Silence on its own line.
    DisableLine,
    /// Silence on the line or table behind it.
    DisableNextLine,
    /// Silence from here on.
    Disable,
    /// End of the silence.
    Enable,
    /// Silence in the whole document.
    DisableFile,
    /// Silence in the section it stands in.
    DisableSection,
    /// A word that we do not know.
    Unknown,
}

impl DirectiveKind {
    /// All words that we know.
    pub const WORDS: [(&'static str, Self); 6] = [
        ("planlint-disable-line", Self::DisableLine),
        ("planlint-disable-next-line", Self::DisableNextLine),
        ("planlint-disable", Self::Disable),
        ("planlint-enable", Self::Enable),
        ("planlint-disable-file", Self::DisableFile),
        ("planlint-disable-section", Self::DisableSection),
    ];
}

/// Reads a `comment` that begins at byte `offset`, with or without its `<!--` and `-->`. None for comments that say nothing to planlint.
pub fn parse(comment: &str, offset: usize) -> Option<Directive> {
    let content = inside(comment);
    let is_ours = content.of(comment).get(..PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(PREFIX));
    if !is_ours {
        return None;
    }
    let (named, reason) = split_reason(comment, content);
    let mut words = words(comment, named).peekable();
    let word = words.next()?;
    let known = DirectiveKind::WORDS.into_iter().find(|(known, _)| word.of(comment).eq_ignore_ascii_case(known));
    let (mut codes, mut until) = (Vec::new(), None);
    while let Some(name) = words.next() {
        let is_until = name.of(comment).eq_ignore_ascii_case("until");
        match words.next_if(|date| is_until && date.of(comment).starts_with(|first: char| first.is_ascii_digit())) {
            Some(date) => until = Some((date.shifted(offset), date.of(comment).to_owned())),
            None => codes.push((name.shifted(offset), compared(name.of(comment)))),
        }
    }
    Some(Directive {
        span: Span::new(0, comment.len()).shifted(offset),
        word: word.shifted(offset),
        kind: known.map_or(DirectiveKind::Unknown, |(_, kind)| kind),
        codes,
        reason: reason.map(|reason| reason.shifted(offset)),
        until,
    })
}

const PREFIX: &str = "planlint-";

/// What a comment says, trimmed.
fn inside(comment: &str) -> Span {
    let start = if comment.starts_with("<!--") { 4 } else { 0 };
    let end = comment.len() - if comment.len() >= start + 3 && comment.ends_with("-->") { 3 } else { 0 };
    Span::new(start, end).trimmed(comment)
}

/// What stands before the first colon, and the reason behind it.
fn split_reason(text: &str, span: Span) -> (Span, Option<Span>) {
    let Some((at, colon)) = span.of(text).char_indices().find(|(_, letter)| matches!(letter, ':' | '：')) else {
        return (span, None);
    };
    let colon_at = span.start as usize + at;
    let reason = Span::new(colon_at + colon.len_utf8(), span.end as usize).trimmed(text);
    (Span::new(span.start as usize, colon_at), (!reason.is_empty()).then_some(reason))
}

/// The words of `span`, which white space and commas separate.
fn words(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let is_gap = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '、' | '，');
    let mut at = span.start as usize;
    std::iter::from_fn(move || {
        let rest = &text[at..span.end as usize];
        let start = at + rest.find(|letter| !is_gap(letter))?;
        let rest = &text[start..span.end as usize];
        at = start + rest.find(is_gap).unwrap_or(rest.len());
        Some(Span::new(start, at))
    })
}

/// A code or a group letter in large letters without a star, a name in small ones.
fn compared(name: &str) -> String {
    let name = name.strip_suffix('*').unwrap_or(name);
    let mut letters = name.chars();
    let is_code = letters.next().is_some_and(|first| first.is_ascii_alphabetic()) && letters.all(|letter| letter.is_ascii_digit());
    if is_code { name.to_ascii_uppercase() } else { name.to_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::DirectiveKind::*;
    use super::*;

    /// Kind, codes, date and reason of the comment in `text`, with every span checked against the document.
    fn told(text: &str) -> Option<(DirectiveKind, String, String, String)> {
        let start = text.find("<!--")?;
        let directive = parse(&text[start..], start)?;
        assert_eq!(parse(text[start + 4..].trim_end_matches("-->"), start + 4).map(|inside| inside.codes), Some(directive.codes.clone()));
        assert!(directive.word.of(text).to_lowercase().starts_with("planlint-"));
        let codes: Vec<&str> = directive
            .codes
            .iter()
            .map(|(span, code)| {
                assert_eq!(span.of(text).trim_end_matches('*').to_lowercase(), code.to_lowercase());
                code.as_str()
            })
            .collect();
        let until = directive.until.map_or(String::new(), |(span, date)| {
            assert_eq!(span.of(text), date);
            date
        });
        Some((directive.kind, codes.join(" "), until, directive.reason.map_or("", |span| span.of(text)).to_owned()))
    }

    #[test]
    fn directives_as_people_write_them() {
        let table = [
            ("x\n<!-- planlint-disable-next-line A101 D101: waiting for HR -->", DisableNextLine, "A101 D101", "", "waiting for HR"),
            ("| a | | <!-- planlint-disable-line a101 -->", DisableLine, "A101", "", ""),
            ("<!-- planlint-disable A102,Q*, unassigned-action -->", Disable, "A102 Q unassigned-action", "", ""),
            ("<!--planlint-enable-->", Enable, "", "", ""),
            ("<!-- Planlint-Disable-File M104 until 2026-12-31: so: it is -->", DisableFile, "M104", "2026-12-31", "so: it is"),
            ("<!--\nplanlint-disable-section\n  A\n-->", DisableSection, "A", "", ""),
            ("<!-- planlint-disable-line: später -->", DisableLine, "", "", "später"),
            ("<!-- planlint-disable-line A101、D101：人事待ち -->", DisableLine, "A101 D101", "", "人事待ち"),
            ("<!-- planlint-disable-lin A101 -->", Unknown, "A101", "", ""),
            ("<!-- planlint-disable until : -->", Disable, "until", "", ""),
            ("<!-- planlint- -->", Unknown, "", "", ""),
        ];
        for (text, kind, codes, until, reason) in table {
            assert_eq!(told(text), Some((kind, codes.into(), until.into(), reason.into())), "{text}");
        }
    }

    #[test]
    fn other_comments_say_nothing() {
        for text in ["<!-- -->", "<!-- planlint -->", "<!-- see planlint-disable -->", "<!-- 目的を書く -->", "<!-- planlin -->"] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
