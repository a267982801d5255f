//! The names by which links reach a place of a document: of its headings as GitHub makes them, and of HTML anchors.
//! Comparing is generous, since other renderers spell the same heading's name otherwise.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::HashMap;

/// Every anchor of `text`, in the order of the document; headings of the same words are numbered from `-1`.
pub fn anchors(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut times: HashMap<String, usize> = HashMap::new();
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_GFM | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let words = heading.take().unwrap_or_default();
                // `## Aims {#our-aims}` names itself in some renderers.
                found.extend(words.rsplit_once("{#").and_then(|(_, id)| id.trim_end().strip_suffix('}')).map(str::to_owned));
                let slug = slug(&words);
                let before = times.entry(slug.clone()).or_default();
                found.push(if *before == 0 { slug } else { format!("{slug}-{before}") });
                *before += 1;
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&words);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(heading) = &mut heading {
                    heading.push(' ');
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => found.extend(html_names(&html)),
            _ => {}
        }
    }
    found
}

/// Whether `name`, without its `#`, is one of `anchors`.
pub fn leads_to(anchors: &[String], name: &str) -> bool {
    let wanted = letters(name);
    anchors.iter().any(|anchor| anchor == name || letters(anchor) == wanted)
}

/// The anchor of a heading with these words.
fn slug(words: &str) -> String {
    let kept =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_') || unicode_normalization::char::is_combining_mark(letter);
    words
        .trim()
        .chars()
        .filter_map(|letter| if letter.is_whitespace() { Some('-') } else { kept(letter).then_some(letter) })
        .flat_map(char::to_lowercase)
        .collect()
}

/// What is left of an anchor when dashes and the like, which renderers set differently, are gone.
fn letters(anchor: &str) -> String {
    anchor.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Values of `id` and `name` in HTML tags.
fn html_names(html: &str) -> impl Iterator<Item = String> {
    let values = ["id=", "name="].into_iter().flat_map(move |key| html.match_indices(key).map(move |(at, _)| &html[at + key.len()..]));
    values.filter_map(|value| {
        let quote = value.chars().next().filter(|it| matches!(it, '"' | '\''))?;
        value[1..].split(quote).next().map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use super::{anchors, leads_to};

    #[test]
    fn headings_are_named_as_github_names_them() {
        let text = "# Our *aim*: 2026 & on\n\n## `code` _and_ [a link](x.md)\n\n### 使命（なぜ）\n\nAims\n----\n\n## Aims\n\n## Straße 🚲 frei\n\n<a id=\"here\"></a>\n\n## Costs {#money}\n";
        assert_eq!(
            anchors(text),
            ["our-aim-2026--on", "code-and-a-link", "使命なぜ", "aims", "aims-1", "straße--frei", "here", "money", "costs-money"]
        );
    }

    #[test]
    fn spellings_of_other_renderers_are_accepted() {
        let there = anchors("# Our aim: 2026 & on\n");
        assert!(leads_to(&there, "our-aim-2026--on"));
        assert!(leads_to(&there, "our-aim-2026-on"));
        assert!(leads_to(&there, "Our-Aim-2026-on"));
        assert!(!leads_to(&there, "our-aims"));
    }
}
