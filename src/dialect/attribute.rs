//! Attributes with a key or a mark of their own, anywhere in an item: `owner: Ann`, `[start:: 2026-03-01]`, `✅ 2026-03-01`, `#strategic`.
//! What they take up is remembered, so that nobody reads it twice. Due values are found by `date`, owners without key by `owner`.

use jiff::civil::Date;

use super::{
    concept::{ActionKind, Status},
    date::{self, Order, When},
    listed::ACTION_KINDS,
    name::{
        Trust, is_east_asian,
        lexicon::{Key, Lexicon, Part},
        people_at, phrase_at, skip_space, word_at,
    },
    normalise::fold,
    owner::{Owner, OwnerForm, handles_in, owner_in},
};
use crate::text::Span;

/// How a due value is introduced.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DueForm {
    /// `due:`, `[due:: ]`, `deadline:`: whatever follows is meant as a date.
    Key,
    /// `📅`, `@due(...)`.
    Mark,
    /// `by`, `until`, `まで`.
    Word,
    /// A date at the end, or alone in parentheses there.
    Trailing,
}

/// Until when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DueValue {
    /// The date itself, without what introduces it.
    pub span: Span,
    /// How it is introduced.
    pub form: DueForm,
    /// What it says.
    pub when: When,
}

impl DueValue {
    /// Whether a day beside it, `by next week (2026-03-06)`, is what it means.
    pub(crate) fn yields_to(&self, other: &When) -> bool {
        matches!(self.when, When::Relative(_) | When::Ambiguous { .. }) && matches!(other, When::Exact(_) | When::Impossible(_))
    }
}

/// What the keys and marks of an item say.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Marked {
    pub owner: Owner,
    pub due: Option<DueValue>,
    pub start: Option<(Span, Date)>,
    pub scheduled: Option<(Span, Date)>,
    pub done: Option<(Span, Date)>,
    pub cancelled: Option<(Span, Date)>,
    pub created: Option<(Span, Date)>,
    pub status: Option<(Span, Status)>,
    pub kind: Option<(Span, ActionKind)>,
    /// The bytes of all of these, their keys and brackets included, in no order.
    pub taken: Vec<Span>,
}

/// Reads every keyed attribute of `text`.
pub(crate) fn marked(text: &str, order: Order) -> Marked {
    let mut marked = Marked::default();
    if let Some((word, found)) = date::after_due_word(text, order) {
        let form = match word.of(text) {
            word if word.contains([':', '：']) => DueForm::Key,
            word if word.starts_with(['@', '📅', '📆', '🗓']) => DueForm::Mark,
            _ => DueForm::Word,
        };
        marked.taken.push(in_brackets(text, word.to(found.span)));
        marked.due = Some(DueValue { span: found.span, form, when: found.when });
    }
    for (at, sign) in signs(text) {
        match sign {
            ':' | '：' => keyed(text, at, sign, order, &mut marked),
            '@' => called(text, at, order, &mut marked),
            '#' => kind(text, at, &mut marked),
            _ => drawn(text, at, sign, order, &mut marked),
        }
    }
    marked
}

/// The characters that can open an attribute. Plain text has none, and is passed over byte by byte.
fn signs(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b':' | b'@' | b'#' | 0xE2 | 0xEF | 0xF0)).filter_map(|(at, _)| {
        let sign = text.get(at..)?.chars().next()?;
        matches!(sign, ':' | '：' | '@' | '#' | '⏳' | '⌛' | '🛫' | '✅' | '❌' | '➕').then_some((at, sign))
    })
}

/// `owner: Ann`
fn keyed(text: &str, colon: usize, sign: char, order: Order, marked: &mut Marked) {
    let mut value_start = colon + sign.len_utf8();
    if text[value_start..].starts_with(':') {
        value_start += 1;
    }
    if text[value_start..].starts_with("//") {
        return;
    }
    let Some((key_start, key)) = key_before(text, colon) else { return };
    let glued = !text[value_start..].starts_with(char::is_whitespace);
    let value_start = skip_space(text, value_start);
    // "Tech lead: a person who ..." explains a word, "project lead: Ann" and "publish owner:ann" name somebody.
    let runs_on = text[..key_start].trim_end().ends_with(char::is_alphanumeric);
    let explains = phrase_at(text, value_start, Part::Nobody).is_none()
        && word_at(text, value_start).is_some_and(|word| Lexicon::get().is(word.of(text), Part::NotWork));
    if key == Key::Owner
        && (explains || runs_on && !glued)
        && people_at(text, value_start).is_none_or(|people| people.trust == Trust::Doubtful)
    {
        return;
    }
    let value = Span::new(value_start, value_start + value_length(&text[value_start..]));
    let end = match key {
        Key::Owner => owner_value(text, value, &mut marked.owner),
        Key::Status => status_value(text, value, &mut marked.status),
        Key::Reference => return,
        key => date_value(text, value, key, order, marked),
    };
    if let Some(end) = end {
        marked.taken.push(in_brackets(text, Span::new(key_start, end)));
    }
}

/// The key that ends before the colon: up to three words, the longest first.
fn key_before(text: &str, colon: usize) -> Option<(usize, Key)> {
    const MOST_WORDS: usize = 3;
    let before = text[..colon].trim_end();
    let mut starts = [0; MOST_WORDS];
    let mut count = 0;
    let mut rest = before;
    while count < MOST_WORDS && rest.ends_with(|c: char| c.is_alphabetic() || c == '\'') {
        let word = rest.trim_end_matches(|c: char| c.is_alphabetic() || c == '\'');
        starts[count] = word.len();
        count += 1;
        let space = word.trim_end_matches(' ');
        rest = if space.len() < word.len() { space } else { "" };
    }
    starts[..count].iter().rev().find_map(|&start| Some((start, Lexicon::get().key(&before[start..])?)))
}

/// Up to the end of the line, a bracket that the value did not open, or a mark that parts attributes.
fn value_length(rest: &str) -> usize {
    let mut depth = 0_u32;
    for (at, c) in rest.char_indices() {
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' if depth == 0 => return at,
            ')' | '）' | ']' => depth -= 1,
            '\n' | ';' | '；' | '|' | '。' | '📅' | '⏳' | '🛫' | '✅' | '❌' | '➕' => return at,
            _ => {}
        }
    }
    rest.len()
}

/// Whatever stands behind such a key is meant as an owner, ordinary words and small letters included.
fn owner_value(text: &str, value: Span, owner: &mut Owner) -> Option<usize> {
    let words = value.of(text);
    let start = value.start as usize;
    let until = |stop: fn(char) -> bool| Span::new(start, start + words.find(stop).unwrap_or(words.len()));
    let item = until(|c| matches!(c, ',' | '，'));
    let word = until(|c| c.is_whitespace() || matches!(c, ',' | '，'));
    let (read, end) = match owner_in(text, item, OwnerForm::Key, true) {
        Some(read @ (Owner::Placeholder { .. } | Owner::Collective { .. })) => (read, item.end as usize),
        _ => match (phrase_at(text, start, Part::Nobody), people_at(&text[..value.end as usize], start)) {
            (Some(span), _) => (
                Owner::Placeholder { span, candidates: handles_in(words).map(|handle| handle.shifted(start)).collect() },
                value.end as usize,
            ),
            (None, Some(people)) => {
                (Owner::Named { span: people.span(), names: people.names, form: OwnerForm::Key, sure: true }, people.end)
            }
            (None, None) if word.is_empty() => return None,
            (None, None) => (Owner::Named { span: word, names: vec![word], form: OwnerForm::Key, sure: true }, word.end as usize),
        },
    };
    *owner = std::mem::take(owner).or_stronger(read);
    Some(end)
}

fn status_value(text: &str, value: Span, status: &mut Option<(Span, Status)>) -> Option<usize> {
    let words = value.of(text);
    let part = Span::new(value.start as usize, value.start as usize + words.find([',', '，', '.']).unwrap_or(words.len())).trimmed(text);
    let said = Lexicon::get().status(part.of(text))?;
    status.get_or_insert((part, said));
    Some(part.end as usize)
}

fn date_value(text: &str, value: Span, key: Key, order: Order, marked: &mut Marked) -> Option<usize> {
    let found = date::leading(value.of(text), order)?;
    let When::Exact(day) = found.when else { return None };
    let span = found.span.shifted(value.start as usize);
    let slot = match key {
        Key::Start => &mut marked.start,
        Key::Scheduled => &mut marked.scheduled,
        Key::Done => &mut marked.done,
        Key::Cancelled => &mut marked.cancelled,
        Key::Created => &mut marked.created,
        Key::Owner | Key::Status | Key::Reference => return None,
    };
    slot.get_or_insert((span, day));
    Some(span.end as usize)
}

/// `@done(2026-03-01)`
fn called(text: &str, at: usize, order: Order, marked: &mut Marked) {
    let rest = &text[at + 1..];
    let Some(open) = rest.find('(').filter(|open| rest[..*open].bytes().all(|byte| byte.is_ascii_alphabetic())) else { return };
    let (Some(key), Some(length)) = (Lexicon::get().key(&rest[..open]), rest[open..].find(')')) else { return };
    let value = Span::new(at + 2 + open, at + 1 + open + length);
    if date_value(text, value, key, order, marked).is_some() {
        marked.taken.push(Span::new(at, value.end as usize + 1));
    }
}

/// `✅ 2026-03-01`
fn drawn(text: &str, at: usize, sign: char, order: Order, marked: &mut Marked) {
    let key = match sign {
        '⏳' | '⌛' => Key::Scheduled,
        '🛫' => Key::Start,
        '✅' => Key::Done,
        '❌' => Key::Cancelled,
        _ => Key::Created,
    };
    let behind = at + sign.len_utf8();
    let behind = if text[behind..].starts_with('\u{FE0F}') { behind + '\u{FE0F}'.len_utf8() } else { behind };
    let value = Span::new(behind, behind + value_length(&text[behind..]));
    if let Some(end) = date_value(text, value, key, order, marked) {
        marked.taken.push(Span::new(at, end));
    }
}

/// `#strategic`
fn kind(text: &str, at: usize, marked: &mut Marked) {
    let word = &text[at + 1..];
    let word = &word[..word.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(word.len())];
    let stands_alone = !text[..at].ends_with(|c: char| c.is_alphanumeric() || is_east_asian(c));
    if let Some(&kind) = ACTION_KINDS.get(fold(word).as_str()).first().filter(|_| stands_alone) {
        let span = Span::new(at, at + 1 + word.len());
        marked.kind.get_or_insert((span, kind));
        marked.taken.push(span);
    }
}

/// With the brackets right around it.
fn in_brackets(text: &str, span: Span) -> Span {
    let before = text[..span.start as usize].trim_end();
    let behind = &text[span.end as usize..];
    let gap = behind.len() - behind.trim_start().len();
    let (open, close) = (before.chars().next_back(), behind.trim_start().chars().next());
    match (open, close) {
        (Some(open @ ('(' | '[' | '（')), Some(close @ (')' | ']' | '）'))) => {
            Span::new(before.len() - open.len_utf8(), span.end as usize + gap + close.len_utf8())
        }
        _ => span,
    }
}
