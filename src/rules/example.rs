//! The examples of a rule page: fenced blocks marked `bad`, `good`, `fixed` and `also`, with `⟦ ⟧` around each expected finding.

use crate::text::Span;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// What an example shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExampleKind {
    /// Each marked place is one finding.
    Bad,
    /// Nothing is found.
    Good,
    /// What the first fix makes of the `bad` example before it.
    Fixed,
    /// One more file of the workspace of the example before it.
    Also,
}

/// One example.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Example {
    /// What it shows.
    pub kind: ExampleKind,
    /// The document, without marks.
    pub text: String,
    /// The marked places.
    pub expected: Vec<Span>,
    /// `file="…"`
    pub file: Option<String>,
    /// `today="…"`
    pub today: Option<String>,
    /// `with="A101"`: rules that run beside the page's own.
    pub with: Vec<String>,
    /// The line of the page on which the block begins, from 1.
    pub line: usize,
}

/// Every example of a page's body, in order.
pub fn examples(body: &str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut open: Option<Example> = None;
    for (event, range) in Parser::new(body).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let line = body[..range.start].matches('\n').count() + 1;
                open = of_info(&info, line);
            }
            Event::Text(text) => {
                if let Some(example) = &mut open {
                    example.text.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some(mut example) = open.take() {
                    (example.text, example.expected) = unmarked(&example.text);
                    found.push(example);
                }
            }
            _ => {}
        }
    }
    found
}

fn of_info(info: &str, line: usize) -> Option<Example> {
    let mut words = info.split_whitespace();
    if words.next() != Some("md") {
        return None;
    }
    let kind = match words.next()? {
        "bad" => ExampleKind::Bad,
        "good" => ExampleKind::Good,
        "fixed" => ExampleKind::Fixed,
        "also" => ExampleKind::Also,
        _ => return None,
    };
    let value = |key: &str| {
        let rest = info.split_once(&format!("{key}=\""))?.1;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let with = value("with").map(|codes| codes.split([' ', ',']).filter(|code| !code.is_empty()).map(str::to_owned).collect());
    Some(Example {
        kind,
        text: String::new(),
        expected: Vec::new(),
        file: value("file"),
        today: value("today"),
        with: with.unwrap_or_default(),
        line,
    })
}

/// The text without `⟦ ⟧`, and the spans they mark. Pairs may be nested.
pub fn unmarked(text: &str) -> (String, Vec<Span>) {
    let mut plain = String::with_capacity(text.len());
    let mut open = Vec::new();
    let mut spans = Vec::new();
    for character in text.chars() {
        match character {
            '⟦' => open.push(plain.len()),
            '⟧' => {
                if let Some(start) = open.pop() {
                    spans.push(Span::new(start, plain.len()));
                }
            }
            other => plain.push(other),
        }
    }
    spans.sort_unstable();
    (plain, spans)
}
