//! What stands in brackets at the end of an item, several things at once: `(Ann, by 2026-03-01)`, `（担当 田中・3/13）`.
//! Taken off only where every part of it is understood: anything else in brackets belongs to the words.

use crate::{
    dialect::{
        attribute::{DueForm, DueValue, Marked},
        date::{self, Found, Order},
        name::{
            is_east_asian,
            lexicon::{Key, Lexicon, Part},
            phrase_at,
        },
        owner::{Owner, OwnerForm, handle_at, owner_in},
    },
    text::Span,
};

/// Longest group in brackets that is looked into, in bytes.
const LONGEST: usize = 120;

/// `(Ann, 2026-03-01)`, `(Ann / 2026-03-01)`, `（担当 田中・3/13）`, if every part of it is understood.
pub(super) fn group(text: &str, from: usize, order: Order, marked: &mut Marked) -> Option<usize> {
    let open = text
        .char_indices()
        .rev()
        .take_while(|(at, _)| *at >= from && text.len() - at <= LONGEST)
        .find(|(_, c)| matches!(c, '(' | '[' | '（' | '【'))?;
    let close = text.chars().next_back()?.len_utf8();
    let inner = Span::new(open.0 + open.1.len_utf8(), text.len() - close).trimmed(text);
    // `call(Ann)` is no attribute, but East Asian scripts put no space before a bracket.
    let glued = text[..open.0].ends_with(|c: char| c.is_alphanumeric() && !is_east_asian(c) || c == '\u{1}');
    if inner.is_empty() || glued || is_abbreviation_of(&text[..open.0], inner.of(text)) {
        return None;
    }
    let lexicon = Lexicon::get();
    if let Some(status) = lexicon.status(inner.of(text)) {
        marked.status.get_or_insert((inner, status));
        return Some(open.0);
    }
    let (mut owner, mut due, mut status, mut hurries) = (Owner::Nobody, None, None, false);
    for part in parts(text, inner) {
        if marked.taken.iter().any(|taken| taken.covers(part)) {
            continue;
        }
        let words = part.of(text);
        if let Some(said) = lexicon.status(words) {
            status = Some((part, said));
        } else if let Some(found) = date_alone(words, order) {
            let value = DueValue { span: found.span.shifted(part.start as usize), form: DueForm::Trailing, when: found.when };
            due = Some(later_said(due, value));
        } else if date::is_relative(words, order) {
            hurries = true;
        } else if let Some((read, value)) = name_and_day(text, part, order) {
            owner = together(owner, read);
            due = Some(later_said(due, value));
        } else if let Some(read) = owner_in(text, behind_label(text, part), OwnerForm::TrailingBracket, false) {
            owner = together(owner, read);
        } else {
            return None;
        }
    }
    if let Owner::Placeholder { candidates, .. } = &mut owner {
        candidates.extend((inner.start as usize..inner.end as usize).filter_map(|at| handle_at(text, at)));
    }
    // `(urgent)` alone may be what it is about.
    if hurries && due.is_none() {
        return None;
    }
    let settled = owner.weight() != 1;
    marked.owner = std::mem::take(&mut marked.owner).or_stronger(owner);
    marked.due = match (marked.due.take(), due) {
        (said, Some(other)) => Some(later_said(said, other)),
        (said, None) => said,
    };
    marked.status = marked.status.or(status);
    settled.then_some(open.0)
}

/// What was said first, unless it yields to what is said beside it.
fn later_said(first: Option<DueValue>, later: DueValue) -> DueValue {
    first.filter(|first| !first.yields_to(&later.when)).unwrap_or(later)
}

/// Who and when in one part: a name, and a day that begins with the first digit.
fn name_and_day(text: &str, part: Span, order: Order) -> Option<(Owner, DueValue)> {
    let words = part.of(text);
    let digit = words.find(|sign: char| sign.is_ascii_digit())?;
    let found = date_alone(&words[digit..], order)?;
    let start = part.start as usize;
    let name = Span::new(start, start + words[..digit].trim_end_matches([' ', '/', '・', '·', ':', '：', '-', '–']).len());
    let owner = owner_in(text, behind_label(text, name), OwnerForm::TrailingBracket, false)?;
    let due = DueValue { span: found.span.shifted(start + digit), form: DueForm::Trailing, when: found.when };
    matches!(owner, Owner::Named { .. }).then_some((owner, due))
}

/// `Ann` of `Action Ann`, `AI: Ann`, `to be done by Ann` and `resp.: Ann`.
fn behind_label(text: &str, part: Span) -> Span {
    let from = part.start as usize;
    let key = || {
        let end = part.of(text).find([' ', ':', '：'])?;
        let is_key = Lexicon::get().key(part.of(text)[..end].trim_end_matches('.')) == Some(Key::Owner);
        is_key.then(|| Span::new(from, from + end))
    };
    let label =
        phrase_at(text, from, Part::Label).or_else(|| phrase_at(text, from, Part::By)).or_else(key).filter(|label| label.end < part.end);
    let behind = label.map(|label| Span { start: label.end, end: part.end });
    behind.map_or(part, |behind| {
        let words = behind.of(text).trim_start_matches([':', '：', ' ']);
        Span::new(behind.end as usize - words.len(), behind.end as usize)
    })
}

/// The parts between commas. Names joined otherwise stay together.
fn parts(text: &str, inner: Span) -> Vec<Span> {
    let mut start = inner.start as usize;
    let mut parts = Vec::new();
    for (offset, comma) in inner.of(text).match_indices([',', ';', '，', '；', '、']) {
        parts.push(Span::new(start, inner.start as usize + offset).trimmed(text));
        start = inner.start as usize + offset + comma.len();
    }
    parts.push(Span::new(start, inner.end as usize).trimmed(text));
    parts.retain(|part| !part.is_empty());
    parts
}

fn together(owner: Owner, more: Owner) -> Owner {
    match (owner, more) {
        (Owner::Named { span, mut names, form, sure }, Owner::Named { span: also, names: others, sure: sure_too, .. }) => {
            names.extend(others);
            Owner::Named { span: span.to(also), names, form, sure: sure && sure_too }
        }
        // One ordinary word among names makes all of them doubtful.
        (Owner::Named { form, span, .. }, Owner::Doubtful { span: also, .. }) => Owner::Doubtful { span: span.to(also), form },
        (Owner::Doubtful { span, form }, other @ Owner::Named { .. }) => match other {
            Owner::Named { span: also, .. } => Owner::Doubtful { span: span.to(also), form },
            other => other,
        },
        (owner, more) => owner.or_stronger(more),
    }
}

/// A date that fills the words.
fn date_alone(words: &str, order: Order) -> Option<Found> {
    let digit = words.bytes().any(|byte| byte.is_ascii_digit()) || !words.is_ascii();
    let found = if digit { date::leading(date::without_until(words), order)? } else { return None };
    let until = words.len() - date::without_until(words).len();
    words[until + found.span.end as usize..].trim().is_empty().then(|| Found { span: found.span.shifted(until), ..found })
}

/// `Strategic Communication Plan (SCP)`.
fn is_abbreviation_of(before: &str, short: &str) -> bool {
    let short = short.strip_suffix('s').unwrap_or(short);
    if short.len() < 2 || !short.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return false;
    }
    let mut words = before.split(|c: char| c.is_whitespace() || c == '-').rev().filter(|word| !word.is_empty());
    short
        .chars()
        .rev()
        .all(|initial| words.next().is_some_and(|word| word.chars().next().is_some_and(|first| first.eq_ignore_ascii_case(&initial))))
}
