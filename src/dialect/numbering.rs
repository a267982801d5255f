//! Strips what stands around the words of a heading: numbers, ornaments, closing punctuation. Takes and gives slices of folded text.

use super::grammar::{Grammar, Role};
use super::script::is_ornament;

/// What the parts of a document are called behind their number: `第1章`, `제2조`.
pub(crate) const PARTS: [char; 14] = ['章', '節', '节', '条', '條', '部', '編', '编', '項', '项', '장', '절', '조', '부'];
/// A meeting's, which heads its minutes.
const TIMES: char = '回';

/// The words of a heading without what counts or decorates them.
pub(super) fn bare<'a>(heading: &'a str, grammar: &Grammar) -> &'a str {
    let mut rest = heading;
    loop {
        let stripped = without_counter(without_shortcode(rest).trim_start_matches(decorates), grammar);
        if stripped.len() == rest.len() {
            break;
        }
        rest = stripped;
    }
    without_trail(rest)
}

/// Without an emoji written out in front: `:white_check_mark: actions`.
fn without_shortcode(text: &str) -> &str {
    let behind = text.trim_start().strip_prefix(':').and_then(|rest| rest.split_once(':'));
    let is_name =
        |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+'));
    behind.filter(|(name, _)| is_name(name)).map_or(text, |(_, rest)| rest)
}

/// Without trailing ornaments and stops. A question mark stays: it makes a question.
pub(super) fn without_trail(text: &str) -> &str {
    text.trim_end_matches(|letter: char| {
        !matches!(letter, ')' | ']' | '?' | '%' | '\'') && !letter.is_alphanumeric() || is_ornament(letter)
    })
}

/// `text` up to its first round bracket.
pub(super) fn bracketless(text: &str) -> &str {
    text.split_once('(').map_or(text, |(before, _)| before).trim_end()
}

/// Whether `letter` in front of a heading carries no meaning.
fn decorates(letter: char) -> bool {
    !matches!(letter, '(' | '[' | '\'' | '~' | '@' | '§') && !letter.is_alphanumeric()
}

/// Without one leading counter: `1.2`, `iv.`, `(3)`, `appendix a:`, `第1章`, `(5 minutes)`.
fn without_counter<'a>(text: &'a str, grammar: &Grammar) -> &'a str {
    bracketed_counter(text)
        .or_else(|| date_in_front(text))
        .or_else(|| oriental_counter(text))
        .or_else(|| named_counter(text, grammar))
        .or_else(|| plain_counter(text))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(text)
}

/// `(1) `, `(iv) `, `(一)`, `(5 minutes) `.
fn bracketed_counter(text: &str) -> Option<&str> {
    let (inside, rest) = text.strip_prefix('(')?.split_once(')')?;
    let counts = is_number(inside) || is_han_number(inside) || inside.starts_with(|first: char| first.is_ascii_digit());
    (counts && !rest.trim().is_empty()).then(|| rest.trim_start())
}

/// `2026-03-01 `, `20240723-`: the day of a meeting in front of what its section is.
fn date_in_front(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|letter: char| {
        letter.is_ascii_digit() || matches!(letter, '-' | '/' | '.' | '年' | '月' | '日' | '년' | '월' | '일' | '_')
    });
    let digits = text[..text.len() - rest.len()].bytes().filter(u8::is_ascii_digit).count();
    let rest = rest.trim_start_matches([' ', ':', '：', '-', '–', '—']);
    ((6..=8).contains(&digits) && rest.starts_with(char::is_alphabetic)).then_some(rest)
}

/// `第1章`, `제2조`, `一、`, `1、`, `1.目的`.
fn oriental_counter(text: &str) -> Option<&str> {
    let numeral = |letter: char| letter.is_ascii_digit() || is_han_digit(letter);
    if let Some(rest) = text.strip_prefix(['第', '제']) {
        let rest = rest.trim_start();
        let unit = rest.trim_start_matches(numeral);
        let words = unit.trim_start().strip_prefix(|unit| unit == TIMES || PARTS.contains(&unit))?;
        return (unit.len() < rest.len()).then(|| words.trim_start());
    }
    let rest = text.trim_start_matches(numeral);
    let words = rest.strip_prefix(['、', '．', '.', ')', ':'])?;
    // Behind a figure and a point, words of such a script need no space.
    let is_parted = rest.starts_with('、') || words.starts_with(|first: char| first.is_alphabetic() && !first.is_ascii());
    (rest.len() < text.len() && (text.starts_with(is_han_digit) || is_parted)).then(|| words.trim_start())
}

/// `appendix a: `, `top 3. `, `art. 3 `, `§ 2 `, `section 2 - `.
fn named_counter<'a>(text: &'a str, grammar: &Grammar) -> Option<&'a str> {
    let numbered = match text.strip_prefix('§') {
        Some(numbered) => numbered.trim_start(),
        None => text.split_once(' ').filter(|(name, _)| grammar.is(name.trim_end_matches('.'), Role::Numbering))?.1,
    };
    let (number, rest) = numbered.split_once(' ')?;
    is_number(number.trim_end_matches(['.', ':', ')', ',', '-'])).then(|| rest.trim_start_matches(decorates))
}

/// `1. `, `1.2 `, `1) `, `iv. `, `a. `, `1: `. A bare number without a point stays: "3 questions".
fn plain_counter(text: &str) -> Option<&str> {
    let (number, rest) = text.split_once(' ')?;
    let core = number.trim_end_matches(['.', ')', ':']);
    (is_number(core) && (core.len() < number.len() || core.contains('.'))).then_some(rest)
}

/// A heading without the number of its place among others: `1. `, `1.2 `, `第1章`. A year in front is none.
pub(crate) fn without_place(heading: &str) -> &str {
    let heading = heading.trim_start_matches(decorates);
    let rest = plain_counter(heading).or_else(|| oriental_counter(heading)).unwrap_or(heading);
    let number = &heading[..heading.len() - rest.len()];
    let is_year = number.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() > 2);
    if is_year { heading } else { rest }
}

/// A line of text without the counter of a list that its writer counted by hand: `a. `, `2) `, `1．`.
pub(super) fn without_list_counter(line: &str) -> &str {
    let counted = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let wide = counted.strip_prefix(['．', '、', '）']).filter(|_| counted.len() < line.len());
    wide.or_else(|| plain_counter(line).filter(|rest| line[..line.len() - rest.len()].trim_end().ends_with(['.', ')']))).unwrap_or(line)
}

/// Digits with points between, a roman number, or one letter.
fn is_number(text: &str) -> bool {
    let digits = text.starts_with(|first: char| first.is_ascii_digit())
        && text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-'));
    let roman = text.len() <= 5 && text.bytes().all(|letter| matches!(letter, b'i' | b'v' | b'x'));
    let letter = text.len() == 1 && text.starts_with(|first: char| first.is_ascii_alphabetic());
    !text.is_empty() && (digits || roman || letter)
}

fn is_han_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_han_digit)
}

fn is_han_digit(letter: char) -> bool {
    "一二三四五六七八九十百".contains(letter)
}
