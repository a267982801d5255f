//! Attributes at the end of an item, taken off one after the other: `... (Ann, by 2026-03-01)`, `... - Ann`, `... @ann`, `... [done]`.

use crate::{
    dialect::{
        attribute::{DueForm, DueValue, Marked},
        date::{self, Found, Order, When},
        name::{
            is_east_asian,
            lexicon::{Key, Lexicon, Part},
            phrase_at,
        },
        owner::{Owner, OwnerForm, handle_at, owner_in},
    },
    text::Span,
};

/// Attributes one item may end with.
const MOST: usize = 12;
/// Longest group in brackets that is looked into, in bytes.
const LONGEST_GROUP: usize = 120;
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

/// `Supports: S1, O2`, `→ A4`, `[O1]`, `see G1 and G2`, `(#12)`: what stands before ends the item as if they were not there.
fn references(text: &str, from: usize) -> Option<usize> {
    let text = text.trim_end();
    let rest = without_ids(text);
    if rest.len() == text.len() || rest.len() < from {
        return None;
    }
    let ids = text[rest.len()..].trim();
    let bracketed = ids.starts_with('[') && ids.ends_with(']');
    // "Fix #12" needs its number; "Fix it (Ann) #12" has said all.
    let tracked = ids.split_whitespace().all(is_issue) && rest.ends_with([')', ']', '）']);
    if bracketed || tracked {
        return Some(rest.len());
    }
    if let Some(before) = rest.strip_suffix('→').or_else(|| rest.strip_suffix("->")) {
        return (before.len() >= from).then_some(before.len());
    }
    let points = |word: &str| Lexicon::get().key(word) == Some(Key::Reference);
    let key = rest.strip_suffix([':', '：']).or_else(|| last_word(rest).is_some_and(points).then_some(rest))?;
    let start = key.rfind(|letter: char| !letter.is_alphabetic()).map_or(0, |at| at + 1);
    let start = (start..=key.len()).find(|&at| key.is_char_boundary(at))?;
    (start < key.len() && start >= from).then_some(start)
}

/// `text` without the ids at its end and what joins them.
fn without_ids(text: &str) -> &str {
    let mut rest = text.trim_end();
    while let Some(word) = last_word(rest) {
        let before = rest[..rest.len() - word.len()].trim_end();
        let joins = || rest.len() < text.len() && Lexicon::get().is(word, Part::Joiner) && last_word(before).is_some_and(is_id);
        if !is_id(word) && !is_issue(word) && !joins() {
            break;
        }
        rest = before;
    }
    rest
}

fn is_id(word: &str) -> bool {
    let word = word.trim_matches(['[', ']', ',', ';']);
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = word[letters..].trim_start_matches('-');
    (1..=4).contains(&letters) && (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `#12`, `(#12)`
fn is_issue(word: &str) -> bool {
    let number = word.trim_matches(['(', ')', '[', ']', ',']).strip_prefix('#');
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn last_word(text: &str) -> Option<&str> {
    text.split_whitespace().next_back()
}

/// `(Ann, 2026-03-01)`, `(Ann / 2026-03-01)`, `（担当 田中・3/13）`, if every part of it is understood.
fn group(text: &str, from: usize, order: Order, marked: &mut Marked) -> Option<usize> {
    let open = text
        .char_indices()
        .rev()
        .take_while(|(at, _)| *at >= from && text.len() - at <= LONGEST_GROUP)
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
            due = Some(due.filter(|due: &DueValue| !due.yields_to(&value.when)).unwrap_or(value));
        } else if date::is_relative(words, order) {
            hurries = true;
        } else if let Some((name, value)) = name_and_day(text, part, order) {
            owner = together(owner, owner_in(text, name, OwnerForm::TrailingBracket, false)?);
            due = Some(due.filter(|due: &DueValue| !due.yields_to(&value.when)).unwrap_or(value));
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
        (Some(said), Some(other)) if said.yields_to(&other.when) => Some(other),
        (said, other) => said.or(other),
    };
    marked.status = marked.status.or(status);
    settled.then_some(open.0)
}

/// Who and when in one part: a name, and a day that begins with the first digit.
fn name_and_day(text: &str, part: Span, order: Order) -> Option<(Span, DueValue)> {
    let words = part.of(text);
    let digit = words.find(|sign: char| sign.is_ascii_digit()).filter(|&at| at > 0)?;
    let found = date_alone(&words[digit..], order)?;
    let name = Span::new(part.start as usize, part.start as usize + digit);
    let name = Span::new(
        name.start as usize,
        name.start as usize + name.of(text).trim_end_matches([' ', '/', '・', '·', ':', '：', '-', '–']).len(),
    );
    let name = behind_label(text, name);
    let is_somebody = matches!(owner_in(text, name, OwnerForm::TrailingBracket, false)?, Owner::Named { .. });
    let due = DueValue { span: found.span.shifted(part.start as usize + digit), form: DueForm::Trailing, when: found.when };
    (is_somebody && !name.is_empty()).then_some((name, due))
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
