//! Lines of minutes that may be actions: boxes among short points, orders, and what somebody takes on in passing, in lists and in
//! running paragraphs alike.
//!
//! Two careful readers differ on such lines, so they are kept apart from what certainly is an action, and weigh less.

use super::promised;
use super::sort::Sort;
use crate::dialect::concept::Concept;
use crate::dialect::group::Group;
use crate::dialect::item::Attributes;
use crate::dialect::name;
use crate::dialect::order;
use crate::dialect::owner::{Owner, OwnerForm};
use crate::dialect::question;
use crate::dialect::sentence;
use crate::plan::element::ActionState;
use crate::plan::read::items::{self, Own, Tick, Told};
use crate::plan::read::{Body, Reader, actions};
use crate::plan::section::Reading;
use crate::text::Span;
use unicode_width::UnicodeWidthStr;

/// A longer line tells a story, in bytes.
const LONGEST: usize = 600;

/// Whether the sentence that ends a paragraph says that the items below are to be done: "The next steps will be:".
pub(super) fn leads_to_actions(reader: &Reader<'_>, lead: Span) -> bool {
    let words = reader.blocks.masked(lead).trim_end();
    let Some(words) = words.strip_suffix([':', '：']) else { return false };
    let sentence = words.rsplit(['.', '!', '。', '\n']).next().unwrap_or_default();
    reader.facts.vocabulary.mentions(Group::LeadsToActions, sentence).is_some()
}

/// An item that nothing else claimed; `sort`: of the list it stands in.
pub(super) fn item(reader: &mut Reader<'_>, section: usize, body: &Body, own: &Own, told: &Told, reading: Reading, sort: Sort) {
    let words = reader.blocks.masked(own.text).trim();
    let is_set = own.tick == Some(Tick::Open) || sort.led;
    let is_order = || own.tick.is_none() && order::begins_as_order(words);
    if !reader.facts.minutes && !(reader.facts.plans_work && reader.facts.notes && (is_set || is_order())) {
        return;
    }
    let may_be = match own.tick {
        // Boxes with names alone were ticked for who came.
        Some(Tick::Open) => reading == Reading::Prose && sort.points && !(words.contains(' ') && name::is_name(words)),
        Some(_) => false,
        None => {
            promised::is_heard(reading) && (is_action(reader, own.text, told) || sort.led && !speaks_against_it(reader, own.text, words))
        }
    };
    if may_be && !words.is_empty() && !question::ends_asking(words) {
        let nested = items::nested(reader, own.item);
        let period = !reader.facts.minutes && !is_set;
        push(reader, section, body, own, told, Unsaid { nested: &nested, period });
    }
}

/// What an action does not say itself.
#[derive(Clone, Copy)]
struct Unsaid<'n> {
    /// What stands below it.
    nested: &'n [usize],
    /// The sprint or the phase that a page plans dates it loosely.
    period: bool,
}

/// The lines of a paragraph that begin a statement of their own.
pub(super) fn paragraph(reader: &mut Reader<'_>, section: usize, body: &Body, block: usize, reading: Reading) {
    if !reader.facts.minutes || !matches!(reading, Reading::Prose | Reading::Checklist | Reading::Actions) {
        return;
    }
    for text in statements(reader, block) {
        let told = Told::by(text);
        if is_action(reader, text, &told) && !question::ends_asking(reader.blocks.masked(text)) {
            let line = reader.lines(block).into_iter().find(|line| line.start == text.start).unwrap_or(text);
            push(
                reader,
                section,
                body,
                &Own { item: block, text, place: line, tick: None, struck: false },
                &told,
                Unsaid { nested: &[], period: false },
            );
        }
    }
}

/// A line begins a statement where the one before it came to an end: minutes are wrapped as often as they are written line by line.
fn statements(reader: &Reader<'_>, block: usize) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for line in reader.lines(block) {
        let words = reader.blocks.masked(line);
        let begins = words.trim_start().starts_with(|first: char| !first.is_lowercase());
        match found.last_mut() {
            Some(before) if !(begins && ends(reader.blocks.masked(*before))) => *before = before.to(line),
            _ => found.push(line),
        }
    }
    found
}

/// Whether a statement may end here: with a stop, or as short as a line that is not wrapped.
fn ends(words: &str) -> bool {
    const UNWRAPPED: usize = 60;
    words.trim_end().ends_with(['.', ':', '!', '?', '。', ')', '；', '：']) || words.width() <= UNWRAPPED
}

fn push(reader: &mut Reader<'_>, section: usize, body: &Body, own: &Own, told: &Told, unsaid: Unsaid<'_>) {
    let mut attributes = told.attributes(reader).clone();
    if matches!(attributes.owner, Owner::Nobody) && order::promises_at_once(reader.blocks.masked(own.text)) {
        // Whoever speaks here promises it.
        attributes.owner = Owner::Collective { span: own.place, sure: false };
    }
    let mut action = actions::from_item(reader, section, body, own, attributes, &actions::Above::default(), unsaid.nested);
    action.period |= unsaid.period;
    if action.state == ActionState::Open {
        reader.plan.possible.push(action);
    }
}

fn is_action(reader: &Reader<'_>, text: Span, told: &Told) -> bool {
    let words = reader.blocks.masked(text).trim();
    if words.is_empty() || words.len() > LONGEST {
        return false;
    }
    let speaks_for_it = order::orders_within(words) && !is_issue(words)
        || sentence::promises_together(words)
        || order::says_duty(words)
        || sentence::says_to_be_done(words) && !is_about_agenda(reader, words)
        || order::promises_at_once(words)
        || promised::labelled_as_action(reader, words)
        || promised::assigned_in_brackets(reader, text, told)
        || takes_on(reader, text, told.attributes(reader));
    speaks_for_it && !speaks_against_it(reader, text, words)
}

/// Reports, announcements, titles, names alone, and what is said to the reader.
fn speaks_against_it(reader: &Reader<'_>, text: Span, words: &str) -> bool {
    is_announced(reader, words)
        || sentence::tells_what_was(words)
        || items::is_link(reader, text)
        || name::is_name(order::without_remark(words))
        || sentence::addresses_reader(words)
}

/// "Next meeting: …": nobody has to do anything about it.
fn is_announced(reader: &Reader<'_>, words: &str) -> bool {
    reader.facts.vocabulary.mentions(Group::Appointments, words).is_some() && !order::is_order_by_ending(words)
}

/// "Agenda to be posted at …" announces, too.
fn is_about_agenda(reader: &Reader<'_>, words: &str) -> bool {
    let vocabulary = reader.facts.vocabulary;
    words.split_whitespace().any(|word| vocabulary.in_group(Group::AttendanceAndChecklists, word))
}

/// "Add guidelines #1113": the title of an issue that is talked about.
fn is_issue(words: &str) -> bool {
    let last = words.split_whitespace().rfind(|word| word.contains(char::is_alphanumeric)).unwrap_or_default();
    last.split_once('#').is_some_and(|(_, number)| number.starts_with(|first: char| first.is_ascii_digit()))
}

/// Somebody is named and an order or a promise goes with the name: "Ann: ask the school", "Ann asks the school", "…, Ann will ask",
/// "… → Ann asks", "Action (Ann) to ask"; or nobody is, who "needs to ask".
fn takes_on(reader: &Reader<'_>, text: Span, found: &Attributes) -> bool {
    let behind = |span: &Span| {
        let behind = reader.blocks.masked(Span::new(span.end as usize, text.end.max(span.end) as usize));
        behind.trim_start_matches([':', '：', ' ', ')', ']'])
    };
    let is_first = |span: &Span| reader.blocks.masked(Span::new(text.start as usize, span.start as usize)).trim().is_empty();
    let (span, form, sure) = match &found.owner {
        Owner::Named { span, form, sure, .. } => (span, form, sure),
        Owner::Placeholder { span, .. } => return is_first(span) && order::is_bound(behind(span)),
        Owner::Collective { span, sure: true } => {
            let each = behind(span).starts_with(name::is_east_asian);
            return is_first(span) && (each || order::is_bound(behind(span)) || order::begins_with_imperative(behind(span)));
        }
        _ => return false,
    };
    let behind = behind(span);
    match form {
        OwnerForm::LeadingColon => order::begins_with_imperative(behind) || order::begins_as_promise(behind),
        OwnerForm::LeadingTo if order::tells(behind) => false,
        OwnerForm::LeadingTo => *sure || order::begins_as_order(behind) || order::begins_with_act(behind),
        OwnerForm::Handle => order::is_bound(behind) || order::begins_with_act(behind),
        OwnerForm::Bracket => {
            let before = reader.blocks.masked(Span::new(text.start as usize, span.start as usize));
            let label = before.trim_end().trim_end_matches(['(', '[', '（', '【']).trim();
            reader.facts.vocabulary.label_as(label, Concept::Actions).is_some() && !behind.trim().is_empty()
        }
        OwnerForm::Clause => order::begins_as_promise(behind) || is_behind_arrow(reader, text, *span),
        _ => false,
    }
}

/// "… --> [Ann]"
fn is_behind_arrow(reader: &Reader<'_>, text: Span, span: Span) -> bool {
    reader.blocks.masked(Span::new(text.start as usize, span.start as usize)).trim_end().ends_with(['>', '→'])
}
