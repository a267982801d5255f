//! A document's place in its series: the name of the series, and which part of how many it is (DIALECT 10).

use crate::dialect::concept::HeadKey;
use crate::dialect::vocabulary::Vocabulary;
use crate::plan::document::Document;
use crate::plan::source::Source;
use crate::text::Span;
use unicode_normalization::UnicodeNormalization;

/// See the module. Spans count from the start of the document.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SeriesPlace {
    /// The name of the series, and the line that says so.
    pub name: Option<(String, Span)>,
    /// Which part it is.
    pub part: Option<u32>,
    /// Of how many.
    pub total: Option<u32>,
    /// The line or title that says which part it is.
    pub part_place: Option<Span>,
}

impl SeriesPlace {
    /// Of `document`: head fields first, then the title.
    pub fn of(document: &Document, source: Source<'_>, vocabulary: &Vocabulary) -> Self {
        let name =
            document.head(HeadKey::Series).filter(|value| !value.is_empty()).map(|value| (value.text.trim().to_owned(), value.place));
        let head = document.head(HeadKey::Part).and_then(|value| Some((in_field(&value.text)?, value.place)));
        let title = || {
            let place = document.title().map(|title| title.at(title.heading));
            let heading = place.and_then(|place| Some((in_title(&source.of(place), vocabulary)?, place)));
            heading.or_else(|| {
                let value = document.head(HeadKey::Title)?;
                Some((in_title(&value.text, vocabulary)?, value.place))
            })
        };
        match head.or_else(title) {
            Some(((part, total), place)) => Self { name, part: Some(part), total, part_place: Some(place) },
            None => Self { name, ..Self::default() },
        }
    }

    /// It is neither the first part nor, where the number of parts is known, the last.
    pub fn has_before(&self) -> bool {
        self.part.is_some_and(|part| part > 1)
    }

    /// A part follows it.
    pub fn has_after(&self) -> bool {
        matches!((self.part, self.total), (Some(part), Some(total)) if part < total)
    }
}

/// A part and a total that are larger are no numbers of parts.
const MOST_PARTS: u32 = 99;

/// `2 of 4`, `2/4`, `2`, `第2回（全4回）` as the value of a field.
fn in_field(value: &str) -> Option<(u32, Option<u32>)> {
    let value: String = value.nfkc().collect();
    let mut numbers = numbers(&value);
    let (part, ..) = numbers.next()?;
    Some((part, numbers.next().map(|(total, ..)| total)))
}

/// `Part 2 of 4`, `Teil 2/4`, `第2回（全4回）` inside a title.
fn in_title(title: &str, vocabulary: &Vocabulary) -> Option<(u32, Option<u32>)> {
    let title: String = title.nfkc().collect();
    let all: Vec<_> = numbers(&title).collect();
    for (at, &(part, start, end)) in all.iter().enumerate() {
        if !is_part(&title[..start], &title[end..], vocabulary) {
            continue;
        }
        let total = all.get(at + 1).filter(|&&(_, next, _)| is_joined(&title[end..next])).map(|&(total, ..)| total);
        return Some((part, total));
    }
    None
}

/// Whether the number between `before` and `after` numbers a part: a word for it stands in front, or 第 and a word behind.
fn is_part(before: &str, after: &str, vocabulary: &Vocabulary) -> bool {
    let before = before.trim_end();
    let word = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let is_word = |word: &str| vocabulary.head_key(word) == Some(HeadKey::Part);
    if before.ends_with(['第', '제']) {
        let after = after.trim_start();
        return after.char_indices().take(3).any(|(at, letter)| is_word(&after[..at + letter.len_utf8()]));
    }
    is_word(word) || after.starts_with(['부', '편'])
}

/// Whether what stands between two numbers makes them part and total: a slash, one short word, 全.
fn is_joined(between: &str) -> bool {
    if between.trim() == "/" {
        return true;
    }
    let counted = between.trim_end().ends_with(['全', '共', '总', '總', '총', '전']);
    let mut words = between.split_whitespace();
    let short = |word: &str| word.chars().all(char::is_alphabetic) && word.chars().count() <= 3;
    between.chars().count() <= 10 && (counted || words.next().is_some_and(short) && words.next().is_none())
}

/// The numbers of `text` that can count parts, each with its first byte and the byte behind it.
fn numbers(text: &str) -> impl Iterator<Item = (u32, usize, usize)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        loop {
            let start = rest + text[rest..].find(|letter: char| letter.is_ascii_digit())?;
            let end = start + text[start..].find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len() - start);
            rest = end;
            if let Some(number) = text[start..end].parse().ok().filter(|number| (1..=MOST_PARTS).contains(number)) {
                return Some((number, start, end));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{in_field, in_title};
    use crate::dialect::vocabulary::Vocabulary;

    #[test]
    fn parts_are_read_from_fields() {
        for (value, read) in [
            ("2 of 4", Some((2, Some(4)))),
            ("2/4", Some((2, Some(4)))),
            ("2", Some((2, None))),
            ("第２回（全４回）", Some((2, Some(4)))),
            ("Teil 3 von 5", Some((3, Some(5)))),
            ("two", None),
            ("2026", None),
            ("", None),
        ] {
            assert_eq!(in_field(value), read, "{value}");
        }
    }

    #[test]
    fn parts_are_read_from_titles() {
        for (title, read) in [
            ("Who owns it? Part 2 of 4", Some((2, Some(4)))),
            ("Part 2/4: the menu", Some((2, Some(4)))),
            ("Part 3: the music", Some((3, None))),
            ("Part 3 - 2026 and on", Some((3, None))),
            ("Das Fest, Teil 1 von 3", Some((1, Some(3)))),
            ("La fête (partie 2 sur 3)", Some((2, Some(3)))),
            ("La fiesta, parte 1 de 3", Some((1, Some(3)))),
            ("音楽 第3回（全4回）", Some((3, Some(4)))),
            ("第2部分（共4部分）菜单", Some((2, Some(4)))),
            ("축제 2부 (총 4부)", Some((2, Some(4)))),
            ("Departments 2 of 4", None),
            ("第3四半期", None),
            ("Plan 2026", None),
        ] {
            assert_eq!(in_title(title, Vocabulary::builtin()), read, "{title}");
        }
    }
}
