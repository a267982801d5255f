//! Attributes at the end of an item, taken off one after the other: `... (Ann, by 2026-03-01)`, `... - Ann`, `... @ann`, `... [done]`.

mod group;
mod references;

use crate::{
    dialect::{
        attribute::{DueForm, DueValue, Marked},
        date::{self, Order, When},
        name::{
            is_east_asian,
            lexicon::{Lexicon, Part},
        },
        owner::{Owner, OwnerForm, handle_at, owner_in},
    },
    text::Span,
};
use group::group;
use references::references;

/// Attributes one item may end with.
const MOST: usize = 12;
/// Longest owner or status behind a dash, in bytes.
const LONGEST_SIGNATURE: usize = 60;

/// Takes off what it knows from the end of `text` down to `from`; returns where the rest ends.
pub(super) fn peel(text: &str, from: usize, order: Order, marked: &mut Marked) -> usize {
    let mut end = text.trim_end().len();
    for _ in 0..MOST {
        let rest = without_dash(text[..end].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';')));
        if rest.len() <= from {
            return end.min(rest.len()).max(from.min(text.len()));
        }
        let bare = rest.trim_end_matches(['.', '。', '!']);
        let taken = [rest.len(), bare.len()].into_iter().find_map(|end| marked.taken.iter().find(|taken| taken.end as usize == end));
        let next = match taken {
            Some(taken) => Some(taken.start as usize),
            None => one(rest, from, order, marked).or_else(|| if bare.len() < rest.len() { one(bare, from, order, marked) } else { None }),
        };
        match next {
            Some(next) if next >= from && next < end => end = next,
            _ => return rest.len(),
        }
    }
    end
}

/// `text` without a dash that parted it from what was taken off behind it: `send — Ann — 2026-03-01`.
fn without_dash(text: &str) -> &str {
    let rest = text.strip_suffix(['-', '–', '—']).unwrap_or(text);
    if rest.ends_with(char::is_whitespace) { rest.trim_end() } else { text }
}

/// Takes one attribute off the end.
fn one(text: &str, from: usize, order: Order, marked: &mut Marked) -> Option<usize> {
    match text.chars().next_back()? {
        // `2026-03-13 (Fri)`
        ')' | '）' if date::ends_in_weekday(text, order) => None,
        ')' | ']' | '）' | '】' => group(text, from, order, marked),
        _ => None,
    }
    .or_else(|| bare_date(text, from, order, marked))
    .or_else(|| handle(text, from, marked))
    .or_else(|| signature(text, from, order, marked))
    .or_else(|| by(text, from, marked))
    .or_else(|| behind_colon(text, from, marked))
    .or_else(|| tick(text, marked))
    .or_else(|| references(text, from))
}

fn bare_date(text: &str, from: usize, order: Order, marked: &mut Marked) -> Option<usize> {
    if marked.due.as_ref().is_some_and(|due| matches!(due.when, When::Exact(_) | When::Coarse { .. })) {
        return None;
    }
    let found = date::trailing(text, order).filter(|found| found.span.start as usize >= from)?;
    if marked.due.as_ref().is_some_and(|due| !due.yields_to(&found.when)) {
        return None;
    }
    let open = text[..found.span.start as usize].trim_end();
    let bracketed = text[found.span.end as usize..].trim_start().starts_with([')', '）', ']']);
    marked.due = Some(DueValue { span: found.span, form: DueForm::Trailing, when: found.when });
    Some(if bracketed { open.trim_end_matches(['(', '（', '[']).len() } else { found.span.start as usize })
}

fn handle(text: &str, from: usize, marked: &mut Marked) -> Option<usize> {
    let at = text.rfind('@').filter(|at| *at >= from)?;
    let handle = handle_at(text, at).filter(|handle| handle.end as usize == text.len())?;
    let before = text[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '&' | '+' | '-'));
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let before_last = before.len() - last.trim_start_matches(|c: char| !c.is_alphabetic()).len();
    let last = last.trim_matches(|c: char| !c.is_alphabetic());
    if Lexicon::get().is(last, Part::Copied) {
        return None;
    }
    let joined = Lexicon::get().is(last, Part::Joiner) && before.len() > from + last.len();
    let owner = owner_in(text, handle, OwnerForm::Handle, true)?;
    marked.owner = match (std::mem::take(&mut marked.owner), owner) {
        (Owner::Named { span, mut names, form: OwnerForm::Handle, sure }, Owner::Named { span: also, names: others, .. }) => {
            names.splice(0..0, others);
            Owner::Named { span: also.to(span), names, form: OwnerForm::Handle, sure }
        }
        (owner, more) => owner.or_stronger(more),
    };
    let rest = if joined && before[..before_last].trim_end().rfind('@').is_some_and(|at| handle_at(text, at).is_some()) {
        before_last
    } else {
        before.len()
    };
    Some(rest.max(from))
}

/// `... - Ann`, `... ← Ann`, `... -- completed`.
fn signature(text: &str, from: usize, order: Order, marked: &mut Marked) -> Option<usize> {
    memchr::memrchr2(b'-', 0xE2, text.as_bytes()).filter(|at| text.len() - at <= LONGEST_SIGNATURE)?;
    let floor = text.char_indices().rev().map(|(at, _)| at).take_while(|at| text.len() - at <= LONGEST_SIGNATURE).last()?.max(from);
    let window = text.get(floor..)?;
    let (at, dash) = window.char_indices().rev().find(|(at, c)| {
        let spaced = window[at + c.len_utf8()..].starts_with(char::is_whitespace)
            && window[..*at].ends_with(|c: char| c.is_whitespace() || matches!(c, '-' | '>'));
        matches!(c, '-' | '–' | '—' | '←') && spaced
    })?;
    let words = Span::new(floor + at + dash.len_utf8(), text.len()).trimmed(text);
    let rest = text[..floor + at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '←')).len();
    if let Some(status) = Lexicon::get().status(words.of(text)) {
        marked.status.get_or_insert((words, status));
        return Some(rest);
    }
    if let Some(found) = date::leading(words.of(text), order).filter(|found| found.span.len() == words.len()) {
        let value = DueValue { span: words, form: DueForm::Trailing, when: found.when };
        let beside = marked.due.as_ref().is_some_and(|due| value.yields_to(&due.when));
        let first = marked.due.as_ref().is_none_or(|due| due.yields_to(&value.when));
        if first {
            marked.due = Some(value);
        }
        if first || beside {
            return Some(rest);
        }
    }
    // "Michael from NexB"
    let name = words.of(text).find(" from ").map_or(words, |at| Span { end: words.start + at as u32, ..words });
    let owner = team(text, words, OwnerForm::TrailingDash).or_else(|| owner_in(text, name, OwnerForm::TrailingDash, false))?;
    let settled = owner.weight() > 1;
    marked.owner = std::mem::take(&mut marked.owner).or_stronger(owner);
    settled.then_some(rest)
}

/// `comms team`, `service communication`: a few words, the first or the last of which means people.
fn team(text: &str, words: Span, form: OwnerForm) -> Option<Owner> {
    let lexicon = Lexicon::get();
    let mut parts = words.of(text).split_whitespace();
    let (first, last) = (parts.next()?, parts.next_back()?);
    let is_team =
        words.of(text).split_whitespace().count() <= 3 && [first, last].iter().any(|word| lexicon.is(&word.to_lowercase(), Part::Group));
    is_team.then(|| Owner::Named { span: words, names: vec![words], form, sure: false })
}

/// `Website copy edit: Ann Lee`: the work, a colon, and nothing but who does it.
fn behind_colon(text: &str, from: usize, marked: &mut Marked) -> Option<usize> {
    if marked.owner.weight() > 1 {
        return None;
    }
    let at = text.rfind([':', '：']).filter(|at| *at > from && text.len() - at <= LONGEST_SIGNATURE)?;
    let colon = text[at..].chars().next().map_or(1, char::len_utf8);
    let words = Span::new(at + colon, text.len()).trimmed(text);
    let work = text[from..at].split_whitespace().count() >= 3 && !text[from..at].contains([':', '：']);
    if words.is_empty() || !work || !text[at + colon..].starts_with(char::is_whitespace) || words.of(text).split_whitespace().count() > 3 {
        return None;
    }
    let owner = team(text, words, OwnerForm::TrailingDash).or_else(|| owner_in(text, words, OwnerForm::TrailingDash, false))?;
    matches!(owner, Owner::Named { .. }).then(|| marked.owner = owner)?;
    Some(text[..at].trim_end().len())
}

/// `... done by Ann`.
fn by(text: &str, from: usize, marked: &mut Marked) -> Option<usize> {
    const MOST_WORDS: usize = 6;
    let named = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c == '@' || is_east_asian(c));
    let last = text.rfind(char::is_whitespace).map_or(text, |at| text[at..].trim_start());
    if !named(last) {
        return None;
    }
    let mut end = text.len();
    for _ in 0..MOST_WORDS {
        let start = text.get(from..end)?.rfind(char::is_whitespace).map(|at| from + at)?;
        let before = text[from..start].trim_end();
        let words = |count: usize| {
            before.rsplitn(count + 1, char::is_whitespace).nth(count).map_or(before, |rest| before[rest.len()..].trim_start())
        };
        let phrase = [3, 2, 1].map(words).into_iter().find(|phrase| Lexicon::get().is(phrase, Part::By));
        if let Some(phrase) = phrase {
            let owner = owner_in(text, Span::new(start, text.len()), OwnerForm::By, false)
                .filter(|owner| matches!(owner, Owner::Named { .. } | Owner::Collective { .. }))?;
            marked.owner = std::mem::take(&mut marked.owner).or_stronger(owner);
            return Some(from + before.len() - phrase.len());
        }
        end = start;
    }
    None
}

/// A tick or a cross at the end.
fn tick(text: &str, marked: &mut Marked) -> Option<usize> {
    let text = text.trim_end_matches('\u{FE0F}');
    let (at, sign) = text.char_indices().next_back().filter(|(_, sign)| !sign.is_alphanumeric())?;
    let status = Lexicon::get().status(&text[at..]).filter(|_| !sign.is_ascii())?;
    marked.status.get_or_insert((Span::new(at, text.len()), status));
    Some(at)
}
