//! What stands where a value is still missing: TBD, `[name]`, `{{date}}`, 未定. Decides by the words alone.
//! Inside a running text only what is hardly ever anything else counts; as a whole value much more does.

use super::bracket::{brackets, is_bracketed};
use super::eight;
use super::grammar::Role;
use super::lexicon::Lexicon;
use super::listed::GRAMMAR;
use super::mentions::Mentions;
use super::name::lexicon::{Lexicon as Names, Part};
use super::normalise::fold;
use super::question;
use super::reading::shipped;
use super::script::{is_cjk, is_hangul};
use super::sentence::{Use, can};
use crate::text::Span;
use std::sync::LazyLock;

/// Where a value stands. Some signs say "nothing yet" in one slot and something in another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slot {
    /// Who.
    Owner,
    /// Until when.
    Due,
    /// Anything else.
    Text,
}

/// A value longer than this many bytes says something.
const LONGEST_VALUE: usize = 200;

/// Whether all of `text` is a placeholder. Blank text is none: it is simply empty.
pub fn whole(text: &str, slot: Slot) -> bool {
    if text.len() > LONGEST_VALUE || begins_like_none(text) {
        return false;
    }
    let folded = fold(text.trim());
    let value = folded.as_str().trim_matches(['*', '`', '\x01', ' ']);
    if value.is_empty() {
        return false;
    }
    is_listed(value, slot)
        || is_listed(value.trim_end_matches(['.', ':', '!', '。', ' ']), slot)
        || is_sign(value, slot)
        || is_bracketed(text.trim().trim_matches(['*', '`']), slot)
        || has_only_candidates(value)
}

/// Whether `text` begins with a word that no placeholder begins with: one look turns most values away.
fn begins_like_none(text: &str) -> bool {
    let value = text.trim_ascii_start().trim_start_matches(['*', '`', '\x01', ' ']);
    first_word(value).is_some_and(|word| !LISTED.first_words[word])
}

/// So many numbers of first words there are, several for each of the list.
const FIRST_WORDS: usize = 1 << 12;

/// A number for the first letters of the first word of `text`, whatever their case, if it begins with an ASCII letter. A letter beyond
/// ASCII behind it may change the one before.
fn first_word(text: &str) -> Option<usize> {
    const LONGEST: usize = 7;
    let bytes = text.as_bytes();
    let eight = eight::small(eight::load(bytes, 0));
    let length = eight::word_length(eight);
    let is_word = bytes.first().is_some_and(u8::is_ascii_alphabetic) && bytes.get(length).is_none_or(u8::is_ascii);
    let key = eight::first(eight, length.min(LONGEST));
    is_word.then(|| eight::hash(&key.to_le_bytes()) as usize % FIRST_WORDS)
}

/// Placeholders inside `text`, in the order of place, none overlapping another.
pub fn tokens(text: &str) -> impl Iterator<Item = Span> {
    tokens_among(text, &Mentions::of(text), Span::new(0, text.len())).into_iter()
}

/// As [`tokens`], where `text` is `piece` of one whose `mentions` are known.
pub fn tokens_among(text: &str, mentions: &Mentions, piece: Span) -> Vec<Span> {
    let listed = mentions.placeholders(piece).map(|listed| listed.from(piece.start));
    let mut found: Vec<Span> = listed.filter(|&token| !is_within_hangul(text, token)).collect();
    if mentions.may_annotate(piece) {
        found.extend(annotations(text));
    }
    if memchr::memchr3(b'[', b'{', b'<', text.as_bytes()).is_some() {
        found.extend(brackets(text));
    }
    if memchr::memchr(b'_', text.as_bytes()).is_some() {
        found.extend(blanks(text));
    }
    found.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    found.dedup_by(|next, before| before.overlaps(*next));
    found
}

/// Whether a Korean word goes on into `token`, as the name 김미정 into 미정.
fn is_within_hangul(text: &str, token: Span) -> bool {
    let hangul = |letter: Option<char>| letter.is_some_and(is_hangul);
    hangul(token.of(text).chars().next()) && hangul(text[..token.start as usize].chars().next_back())
}

/// What every annotation is or begins with.
pub(super) const ANNOTATIONS: [&str; 8] = ["todo", "todos", "tbd", "tbc", "tba", "fixme", "xxx", "xx%"];

/// The listed placeholders of all languages.
struct Listed {
    whole: Lexicon<Option<Slot>>,
    /// Whether a placeholder that is a whole value begins with the word of that number.
    first_words: Box<[bool]>,
    openers: Vec<Box<str>>,
}

static LISTED: LazyLock<Listed> = LazyLock::new(|| {
    let mut whole: Vec<(Box<str>, Option<Slot>)> = Vec::new();
    let all = || shipped().iter().map(|words| &words.placeholders);
    for words in all() {
        for (list, slot) in [(&words.whole, None), (&words.owner, Some(Slot::Owner)), (&words.due, Some(Slot::Due))] {
            whole.extend(list.iter().map(|word| (Box::from(fold(word).as_str()), slot)));
        }
    }
    let mut first_words = vec![false; FIRST_WORDS];
    let candidates = CANDIDATES.into_iter().chain(whole.iter().map(|(word, _)| &**word));
    for known in candidates.filter_map(first_word) {
        first_words[known] = true;
    }
    Listed {
        first_words: first_words.into(),
        whole: whole.into_iter().collect(),
        openers: all().flat_map(|words| &words.openers).map(|word| fold(word).as_str().into()).collect(),
    }
});

/// Whether folded `words` are listed for `slot`.
pub(super) fn is_listed(words: &str, slot: Slot) -> bool {
    LISTED.whole.get(words).iter().any(|listed| listed.is_none_or(|listed| listed == slot))
}

/// Whether folded `word` opens a bracket that is to be filled in.
pub(super) fn is_opener(word: &str) -> bool {
    LISTED.openers.iter().any(|opener| **opener == *word)
}

/// `???`, `...`, `____`; and, for a person or a date, `-`.
fn is_sign(value: &str, slot: Slot) -> bool {
    let dash = value.chars().all(is_dash);
    let only = |signs: &[char]| value.chars().all(|letter| signs.contains(&letter));
    let dots = only(&['.', '…']) && value.len() >= 3;
    let blank = only(&['_']) && value.len() >= 3;
    dash && slot != Slot::Text || dots || blank || only(&['?', ' ']) || only(&['○', '〇', '◯', '●', '×'])
}

/// Whatever people type for a dash, that of Japanese keyboards included.
pub(super) fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‑' | '–' | '—' | '―' | '−' | '－' | 'ー' | 'ｰ')
}

/// Words that stay placeholders with candidates behind them.
const CANDIDATES: [&str; 5] = ["tbd", "tbc", "tba", "todo", "未定"];

/// "TBD (@ann or @bo)": nobody yet.
fn has_only_candidates(value: &str) -> bool {
    let (first, rest) = value.split_once([' ', ':', ',', '(']).unwrap_or((value, ""));
    let brackets = rest.trim_start_matches([' ', '(']).len() < rest.len() && value.ends_with(')') || value[first.len()..].starts_with('(');
    brackets && CANDIDATES.contains(&first)
}

/// TBD, FIXME, XXX as words of their own; TODO where it annotates and is not the name of something ("TODO Group").
fn annotations(text: &str) -> impl Iterator<Item = Span> {
    let word = |letter: char| letter.is_alphanumeric() && !is_cjk(letter) && !is_hangul(letter) || letter == '_';
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find(|letter: char| word(letter))?;
            let end = text[start..].find(|letter: char| !word(letter)).map_or(text.len(), |length| start + length);
            from = end;
            let span = Span::new(start, end);
            let percent = text[end..].starts_with('%');
            match span.of(text) {
                "TBD" | "TBC" | "TBA" | "tbd" | "FIXME" | "XXX" => return Some(span),
                "XX" if percent => return Some(Span::new(start, end + 1)),
                "TODO" | "TODOs" if annotates(text, span) => return Some(span),
                _ => {}
            }
        }
    })
}

/// Whether a TODO stands in the place of an annotation: first on its line, in a bracket, where a value begins, before a colon, or last.
fn annotates(text: &str, todo: Span) -> bool {
    let before = text[..todo.start as usize].trim_end_matches(|letter: char| letter.is_whitespace() && letter != '\n');
    let after = &text[todo.end as usize..];
    let next = after.trim_start().split(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or("");
    // "TODO Group", "TODO is a network": somebody's name, not a place for words to come.
    let named = is_group(next)
        || can(&next.to_lowercase(), Use::AsksAsVerb) && !question::ends_asking(text)
        || after.starts_with(['™', '®', '\'', '’', '-']);
    let opened =
        before.is_empty() || before.ends_with(['\n', '(', '[', ':', '：', '（', '—', '|', '=', '*', '"']) || before.ends_with(" -");
    let closed = after.starts_with([':', '：', '(']) || after.trim_matches([')', ' ', '\n']).is_empty();
    let ends_sentence = after.trim_matches([')', ' ', '\n', '.', '。']).is_empty() && !is_in_phrase(before);
    !named && (opened || closed || ends_sentence)
}

/// Whether `before` ends with a small word that takes TODO for a thing or a name: "the community and TODO."
fn is_in_phrase(before: &str) -> bool {
    let last = before.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let last = fold(last);
    [Role::Determiner, Role::Preposition, Role::Conjunction].into_iter().any(|role| GRAMMAR.is(last.as_str(), role))
}

/// Whether TODO is the name of somebody in `title`: "TODO Group Charter".
pub fn names_todo(title: &str) -> bool {
    let behind = title.split_once("TODO ").and_then(|(_, rest)| rest.split_whitespace().next());
    behind.is_some_and(is_group)
}

/// Whether people come together under such a word: group, Ausschuss, comité.
fn is_group(word: &str) -> bool {
    Names::get().is(&word.to_lowercase(), Part::Group)
}

/// Whether a placeholder of `text` would be part of a name, if it is one: words follow it without a sign between.
pub fn goes_on_as_name(text: &str, token: Span) -> bool {
    token.of(text) == "TODO" && text[token.end as usize..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// Three and more underscores that are no part of a name.
fn blanks(text: &str) -> impl Iterator<Item = Span> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find("___")?;
            let end = text[start..].find(|letter| letter != '_').map_or(text.len(), |length| start + length);
            from = end;
            let joined = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            if !joined(text[..start].chars().next_back()) && !joined(text[end..].chars().next()) {
                return Some(Span::new(start, end));
            }
        }
    })
}
