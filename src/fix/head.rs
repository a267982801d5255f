//! What is missing from the head of a document: keys of its front matter, labelled lines below its title.

use super::bench::Sheet;
use super::title::Title;
use super::{block, field, front, line};
use crate::dialect::concept::{Concept, HeadKey};
use crate::finding::Applicability::{Choice, Scaffold};
use crate::finding::{Edit, Finding, Fix};
use crate::plan::{Field, FieldShape, Filled, Placed, SectionShape};
use crate::rules::Outline;

/// S103, S104, O105: a key with a placeholder.
pub(super) fn key(sheet: &Sheet<'_>, key: HeadKey) -> Vec<Fix> {
    let todo = &sheet.insert().todo;
    let edit = front::set(sheet, key, todo);
    edit.map(|edit| sheet.fix(Scaffold, Title::ADD, &[("name", &format!("{}: {todo}", key.word()))], vec![edit])).into_iter().collect()
}

/// D108: today, for somebody who has just read the document.
pub(super) fn reviewed_today(sheet: &Sheet<'_>, key: HeadKey) -> Vec<Fix> {
    let today = sheet.bench.settings.today.to_string();
    let edit = match sheet.document.head(key).filter(|value| !value.is_empty()) {
        Some(value) => Some(Edit::replace(value.span, today.as_str())),
        None => front::set(sheet, key, &today),
    };
    edit.map(|edit| sheet.fix(Choice, Title::REVIEWED, &[("name", key.word()), ("day", &today)], vec![edit])).into_iter().collect()
}

/// S104, O105, B102: what the finding on the title misses, as a key or, where there is no such key, as labelled lines.
pub(super) fn required(sheet: &Sheet<'_>, finding: &Finding, (any_of, all_of): (&[String], &[String])) -> Vec<Fix> {
    if finding.span != sheet.document.title_span() {
        return Vec::new();
    }
    if let Some(key) = any_of.iter().find_map(|name| HeadKey::from_word(name)) {
        return self::key(sheet, key);
    }
    if is_empty_section(sheet) {
        return Vec::new();
    }
    let is_there = |concept: Concept| sheet.document.fields().any(|field| field.concept == Some(concept));
    let missing = all_of.iter().filter(|name| finding.message.contains(&sheet.own_word(name))).filter_map(|name| Concept::from_word(name));
    let labels = missing.filter(|&concept| !is_there(concept)).filter_map(|concept| sheet.insert().labels.get(&concept));
    let labels: Vec<String> = labels.cloned().collect();
    if labels.is_empty() {
        return Vec::new();
    }
    vec![sheet.fix(Scaffold, Title::ADD, &[("name", &labels.join(", "))], vec![lines(sheet, &labels)])]
}

/// Whether the title states a concept that nothing says anything about yet: lines below it would look like what it states.
fn is_empty_section(sheet: &Sheet<'_>) -> bool {
    let outline = Outline::of(sheet.document);
    sheet.document.title().is_some_and(|title| {
        let is_only = |concept: Concept| outline.stating(concept).iter().all(|&at| outline.is_title(at));
        title.filled != Filled::Given && title.matches.iter().any(|found| is_only(found.concept))
    })
}

/// Labelled lines like those of the head; where there are none, below the title.
fn lines(sheet: &Sheet<'_>, labels: &[String]) -> Edit {
    let todo = &sheet.insert().todo;
    let is_line = |field: &Placed<'_, Field>| field.in_head && field.shape != FieldShape::Definition;
    if let Some(last) = sheet.document.fields().filter(is_line).last() {
        return field::behind_like(sheet, &last, labels);
    }
    // Several lines of one paragraph would run together.
    let new = match labels {
        [label] => vec![field::bold(sheet, label, todo)],
        labels => field::list(sheet, labels),
    };
    block::insert(sheet.text, below_title(sheet), &new)
}

/// The line below the title; without one the start of the Markdown.
fn below_title(sheet: &Sheet<'_>) -> usize {
    match sheet.document.title() {
        Some(title) => below(sheet.text, title.at(title.heading).end as usize, title.shape),
        None => sheet.document.title_span().start as usize,
    }
}

/// The start of the line below a heading whose words end at byte `end`.
pub(super) fn below(text: &str, end: usize, shape: SectionShape) -> usize {
    let next = line::next(text, end);
    if shape == SectionShape::Setext { line::next(text, next) } else { next }
}
