//! Whether something beside an action, or above it, may name who does it, though nobody knows it for a name: "Front desk: …", "… (guests)",
//! "Our side:" over a list, "The board will …".
//!
//! Teams, boards and neighbours own actions as people do, in words that no list of names holds. Where something stands in the place of an
//! owner, nobody may have forgotten one: it is told of lightly.

use crate::dialect::concept::Concept;
use crate::dialect::group::Group;
use crate::dialect::order;
use crate::dialect::owner::says_nobody;
use crate::dialect::sentence::behind_promise;
use crate::plan::read::Reader;
use crate::plan::read::items::{self, Own};
use crate::plan::section::Section;
use crate::text::Span;

/// Longest name of anybody, in words, and in characters where no spaces are written.
const MOST_WORDS: usize = 4;
const MOST_CHARACTERS: usize = 30;

/// Whether the item `own`, with the blocks `nested` below it, may name somebody.
pub(super) fn may_name(reader: &Reader<'_>, own: &Own, nested: &[usize]) -> bool {
    let words = reader.blocks.masked(own.text).trim();
    let in_hand = || reader.facts.vocabulary.mentions(Group::InHand, words).is_some();
    let may = has_label(words) || has_remark(words) || is_promised(words) || in_hand() || short_below(reader, nested);
    may && !says_nobody(words)
}

/// Whether `line`, above a list or a part of one, says something of all that follows: whose it is, as often as not.
pub(super) fn is_label(reader: &Reader<'_>, line: Span) -> bool {
    let words = reader.blocks.masked(line).trim();
    let label = words.trim_end_matches([':', '：']);
    let is_set_off = label.len() < words.len() || reader.blocks.source(line).trim_end().ends_with("**");
    is_set_off && reader.facts.vocabulary.label_as(label, Concept::Actions).is_none()
}

/// Whether the heading of a section of actions may name a team or somebody: "Front desk" among "Actions", "To do for Ann".
pub(super) fn is_headed(reader: &Reader<'_>, section: &Section) -> bool {
    let words = reader.blocks.masked(section.heading).trim();
    match section.matches.as_slice() {
        [] => is_short(words) && !order::begins_as_order(words),
        [only] => only.scope.as_deref().is_some_and(|whose| is_short(whose) && words.to_lowercase().ends_with(whose)),
        _ => false,
    }
}

/// "Front desk: print the list", "Bakery - bring rolls", "[kitchen] clean up", "Kitchen/bar clean up".
fn has_label(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    let is_pair = first.split('/').count() > 1 && is_short(first) && first.split('/').all(|side| side.starts_with(char::is_uppercase));
    let bracketed = words.strip_prefix(['[', '(', '【']).and_then(|inner| inner.split_once([']', ')', '】'])).map(|(label, _)| label);
    let colon = words.char_indices().find(|(_, sign)| matches!(sign, ':' | '：')).map(|(at, _)| at);
    let ends = [colon, words.find(" - "), words.find(" – "), words.find(" — "), words.find(")- ").map(|at| at + 1)];
    let mut labels = ends.into_iter().flatten().filter(|&end| words[end..].chars().any(char::is_alphanumeric)).map(|end| &words[..end]);
    is_pair || bracketed.is_some_and(is_short) || labels.any(is_short)
}

/// "Print the list (front desk)", "print the list - Front desk".
fn has_remark(words: &str) -> bool {
    let words = words.trim_end_matches(['.', '。', ';']);
    let bracketed =
        words.strip_suffix([')', '）', ']', '】']).and_then(|inner| inner.rfind(['(', '（', '[', '【']).map(|open| &inner[open..]));
    let behind_dash =
        [" - ", " – ", " — ", "→", "->", "←", "<-", "/ "].iter().filter_map(|sign| words.rsplit_once(sign)).map(|(_, rest)| rest);
    let named = |rest: &str| {
        let name = rest.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        is_short(name) && name.starts_with(|first: char| !first.is_lowercase())
    };
    bracketed.is_some_and(named) || behind_dash.into_iter().any(named)
}

/// "The board will decide", "Volunteers to bring chairs".
fn is_promised(words: &str) -> bool {
    let begins = words.match_indices(' ').take(MOST_WORDS).any(|(at, _)| behind_promise(words[at..].trim_start()).is_some());
    begins && !order::begins_as_order(words)
}

/// Short lines below an action are most often those who do it.
fn short_below(reader: &Reader<'_>, nested: &[usize]) -> bool {
    let mut items = nested.iter().filter(|&&block| reader.is_list(block)).flat_map(|&list| reader.blocks.children(list)).peekable();
    let short = |item| {
        items::own(reader, item).is_some_and(|own| {
            let words = reader.blocks.masked(own.text).trim();
            own.tick.is_none() && is_short(words) && !order::begins_as_order(words)
        })
    };
    items.peek().is_some() && items.all(short)
}

/// A few words without a figure.
fn is_short(words: &str) -> bool {
    let words = words.trim();
    let count = words.split_whitespace().count();
    (1..=MOST_WORDS).contains(&count)
        && words.chars().count() <= MOST_CHARACTERS
        && words.chars().any(char::is_alphabetic)
        && !words.contains(|sign: char| sign.is_numeric() || matches!(sign, '.' | '?' | '"' | '\u{1}'))
}
