//! Whether an objective can be measured (RULES S105): a figure, a share, an amount, or a thing that is there or not.
//! Years, dates and ids are no measures.

use super::group::Group;
use super::mentions::Mentions;
use crate::text::Span;

/// Whether `piece` of the text that `mentions` is of, whose words are `text`, holds a measure or a verb whose result is there or not.
pub fn measured(mentions: &Mentions, piece: Span, text: &str) -> bool {
    let has_figure = text.bytes().any(|byte| byte.is_ascii_digit());
    has_figure && (text.contains(['%', '€', '$', '£', '¥', '₩', '％']) || figures(text))
        || mentions.mentions(Group::DeliverableVerbs, piece)
}

/// Whether a number stands in `text` that is neither a year, nor part of a date, nor of an id.
fn figures(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len()
            && (bytes[at].is_ascii_digit()
                || matches!(bytes[at], b'.' | b',' | b':' | b'/' | b'-') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit))
        {
            at += 1;
        }
        let number = &text[start..at];
        let before = text[..start].chars().next_back();
        let part_of_word = before.is_some_and(|it| it.is_alphabetic() || matches!(it, '-' | '#' | '_' | '['));
        let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20") || number.starts_with("21"));
        let date = number.matches(['-', '/']).count() >= 1
            || number.matches('.').count() >= 2
            || text[at..].starts_with(['年', '月', '日', '년', '월', '일']);
        if !part_of_word && !year && !date {
            return true;
        }
    }
    false
}
