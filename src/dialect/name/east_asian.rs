//! Names written in Han, kana or Hangul: no capitals and often no spaces to go by, so an honorific, a family name or a particle must speak for them.

use super::{
    Trust, is_east_asian,
    lexicon::{Lexicon, Part, Parts},
};
use crate::dialect::script::{is_kana, is_syllable};
use crate::text::Span;

/// Characters of the longest name without an honorific.
const LONGEST: usize = 4;
/// Characters of the longest honorific: 선생님.
const LONGEST_HONORIFIC: usize = 3;
/// Characters of the longest word that marks who does the work: 负责人.
const LONGEST_SUBJECT: usize = 3;
/// Honorifics of one character that need no known family name before them.
const POLITE: [char; 4] = ['様', '君', '氏', '님'];
/// Characters looked at behind the start of a name.
const REACH: usize = 12;

/// The name that begins at `at`.
pub(super) fn name_at(text: &str, at: usize) -> Option<(Span, Trust)> {
    let rest = text.get(at..)?;
    let mut ends = [0; REACH];
    let mut count = 0;
    for (offset, c) in rest.char_indices().take_while(|(_, c)| is_east_asian(*c)).take(REACH) {
        ends[count] = offset + c.len_utf8();
        count += 1;
    }
    let ends = &ends[..count];
    let found = with_honorific(rest, ends)
        .or_else(|| with_spaced_honorific(rest, ends))
        .or_else(|| before_subject(rest, ends))
        .or_else(|| whole(rest, ends))?;
    Some((Span::new(at, at + found.0), found.1))
}

/// `田中さん`, `김철수님`, `王老师`: the honorific belongs to the span.
fn with_honorific(text: &str, ends: &[usize]) -> Option<(usize, Trust)> {
    let lexicon = Lexicon::get();
    ends.iter().enumerate().take(LONGEST + 1).find_map(|(index, &start)| {
        let end =
            ends[index + 1..].iter().take(LONGEST_HONORIFIC).rev().copied().find(|&end| lexicon.is(&text[start..end], Part::Honorific))?;
        // The last character of what stands before may make an ordinary word with it: 仕様.
        let last = index.checked_sub(1).map_or(0, |before| ends[before]);
        let ordinary = lexicon.is(&text[last..end], Part::Common) || lexicon.is(&text[..end], Part::Common);
        let name = &text[..start];
        let vouched = has_surname(name)
            || name.chars().all(is_kana)
            || text[start..end].chars().count() > 1
            || index > 0 && text[start..].starts_with(POLITE);
        (vouched && !ordinary && may_end(text, ends, end)).then_some((end, Trust::Said))
    })
}

/// `이영희 님이`, `김민수 과장`, `박 팀장`: Korean may set a space before the honorific, and needs no given name with it.
fn with_spaced_honorific(text: &str, ends: &[usize]) -> Option<(usize, Trust)> {
    let &end = ends.last()?;
    let name = &text[..end];
    let lexicon = Lexicon::get();
    let is_named = is_hangul(name) && (is_full_name(name) || lexicon.is(name, Part::Surname));
    let behind = text[end..].strip_prefix(' ').filter(|_| is_named)?;
    let mut found = None;
    for (offset, c) in behind.char_indices().take(LONGEST_HONORIFIC) {
        let to = offset + c.len_utf8();
        let next = behind[to..].chars().next().filter(|c| is_east_asian(*c));
        let may_end = next.is_none_or(|next| lexicon.is(next.encode_utf8(&mut [0; 4]), Part::SubjectAfterHonorific));
        if may_end && lexicon.is(&behind[..to], Part::Honorific) {
            found = Some((end + 1 + to, Trust::Said));
        }
    }
    found
}

/// Whether a name with its honorific may end at `end`: before a particle that makes it do something, a joining word, or no further character.
fn may_end(text: &str, ends: &[usize], end: usize) -> bool {
    let lexicon = Lexicon::get();
    let Some(next) = text[end..].chars().next().filter(|c| is_east_asian(*c)) else { return true };
    let next = &text[end..end + next.len_utf8()];
    lexicon.is(next, Part::SubjectAfterHonorific) || lexicon.is(next, Part::Joiner) || is_subject(text, ends, end)
}

/// Whether a word that marks who does the work begins at `end`.
fn is_subject(text: &str, ends: &[usize], end: usize) -> bool {
    // Korean sets a space behind the particle: 김가람 is no 김 who does 람.
    let may_end = |behind: usize| !is_hangul(text) || !text[behind..].starts_with(is_east_asian);
    let behind = ends.iter().copied().filter(|&behind| behind > end).take(LONGEST_SUBJECT);
    behind.filter(|&behind| may_end(behind)).any(|behind| Lexicon::get().is(&text[end..behind], Part::Subject))
}

/// `佐藤が`, `杨雅棋负责`.
fn before_subject(text: &str, ends: &[usize]) -> Option<(usize, Trust)> {
    for (index, &end) in ends.iter().enumerate().take(LONGEST).skip(1) {
        if is_subject(text, &ends[index..], end) && is_full_name(&text[..end]) {
            return Some((end, Trust::Shape));
        }
    }
    None
}

/// The whole run of characters, if it is short and nothing else follows on.
fn whole(text: &str, ends: &[usize]) -> Option<(usize, Trust)> {
    let joined = |end: usize| text[end..].chars().next().is_some_and(is_east_asian);
    let lexicon = Lexicon::get();
    for (index, &end) in ends.iter().enumerate().take(LONGEST).skip(1) {
        let next = ends.get(index + 1).map(|&behind| &text[end..behind]);
        if next.is_some_and(|next| lexicon.is(next, Part::Joiner)) && is_full_name(&text[..end]) {
            return Some((end, Trust::Shape));
        }
    }
    let &end = ends.last()?;
    if joined(end) {
        return None;
    }
    let run = &text[..end];
    let group = (1..=3).filter_map(|back| ends.len().checked_sub(back + 1)).any(|index| lexicon.is(&run[ends[index]..], Part::Group));
    match ends.len() {
        _ if lexicon.is(run, Part::Role) => Some((end, Trust::Said)),
        _ if lexicon.is(run, Part::Common) => (ends.len() <= LONGEST).then_some((end, Trust::Doubtful)),
        _ if group => Some((end, Trust::Said)),
        2..=LONGEST if is_full_name(run) => Some((end, Trust::Shape)),
        1..=LONGEST => Some((end, Trust::Doubtful)),
        _ => None,
    }
}

/// A known family name and, in Han and Hangul, up to three more characters that make no ordinary word.
fn is_full_name(run: &str) -> bool {
    let count = run.chars().count();
    let hangul = is_hangul(run);
    let ordinary = Lexicon::get().parts(run).has_any(Parts::of(&[Part::Common, Part::Everybody, Part::Speakers]));
    has_surname(run) && !ordinary && !run.contains(is_kana) && (!hangul || (3..=4).contains(&count))
}

fn has_surname(run: &str) -> bool {
    let lexicon = Lexicon::get();
    let length = run.chars().count();
    run.char_indices().take(3).enumerate().any(|(index, (offset, c))| {
        // A family name of one character stands before a given name of one or two.
        let fits = if index == 0 { length <= 3 } else { length <= LONGEST };
        fits && lexicon.is(&run[..offset + c.len_utf8()], Part::Surname)
    })
}

fn is_hangul(text: &str) -> bool {
    text.starts_with(is_syllable)
}
