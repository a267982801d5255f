//! Labelled lines that are missing: written like those beside them, in the order in which people expect them.

use super::bench::Sheet;
use super::grid::Grid;
use super::style::{self, Beside};
use super::title::Title;
use super::{block, grid, item, line, tail};
use crate::dialect::concept::Concept;
use crate::finding::Applicability::Scaffold;
use crate::finding::{Edit, Finding, Fix};
use crate::plan::{Field, FieldShape, Placed, Section};
use crate::rules::Outline;
use crate::text::Span;

/// New lines, one for each label, each with a placeholder. They are a list unless the document labels its elements otherwise.
pub(super) fn list(sheet: &Sheet<'_>, labels: &[String]) -> Vec<String> {
    let elements = [Concept::Purpose, Concept::Customers, Concept::Experience, Concept::Staff, Concept::Company];
    let is_line = |field: &Placed<'_, Field>| matches!(field.shape, FieldShape::Item | FieldShape::BoldLine | FieldShape::PlainLine);
    let sibling = sheet.document.fields().find(|field| is_line(field) && field.concept.is_some_and(|concept| elements.contains(&concept)));
    let todo = &sheet.insert().todo;
    let bullet = style::bullet(sheet);
    labels
        .iter()
        .map(|label| match &sibling {
            Some(sibling) if sibling.shape != FieldShape::Item => like(sheet, sibling, label, todo),
            _ => format!("{bullet} {}", bold(sheet, label, todo)),
        })
        .collect()
}

/// A label in bold and its value, as this language has it where the document shows no other way.
pub(super) fn bold(sheet: &Sheet<'_>, label: &str, value: &str) -> String {
    format!("**{label}{}** {value}", sheet.language().writing().colon)
}

/// M102, M103, M104, V103: inserts those of `missing` that the statement under the heading at the finding lacks.
pub(super) fn insert(sheet: &Sheet<'_>, finding: &Finding, of: Concept, order: &[Concept], missing: &[Concept]) -> Vec<Fix> {
    let outline = Outline::of(sheet.document);
    let here = outline.stating(of).into_iter().find(|&at| outline.section(at).at(outline.section(at).heading) == finding.span);
    let Some(here) = here else { return Vec::new() };
    let parts = outline.parts(here, of, order);
    let labels = &sheet.insert().labels;
    let there = Elements::of(sheet, &outline, here, &parts, order);
    let mut edits: Vec<Edit> = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    if there.fields.is_empty() && there.headings.is_empty() {
        return below(sheet, &outline.section(here), missing);
    }
    for &element in missing {
        let Some(label) = labels.get(&element) else { continue };
        let rank = |concept: Concept| order.iter().position(|&known| known == concept);
        let Some(edit) = there.insert(sheet, &outline, rank(element).unwrap_or_default(), label) else { continue };
        names.push(label);
        match edits.last_mut() {
            Some(last) if last.span == edit.span => last.text.push_str(&edit.text),
            _ => edits.push(edit),
        }
    }
    edits.sort_by_key(|edit| edit.span);
    if names.is_empty() { Vec::new() } else { vec![sheet.fix(Scaffold, Title::INSERT, &[("name", &names.join(", "))], edits)] }
}

/// A list behind a statement in prose.
fn below(sheet: &Sheet<'_>, section: &Placed<'_, Section>, missing: &[Concept]) -> Vec<Fix> {
    let labels: Vec<String> = missing.iter().filter_map(|element| sheet.insert().labels.get(element)).cloned().collect();
    if labels.is_empty() {
        return Vec::new();
    }
    let edit = tail::insert(sheet, section, &list(sheet, &labels));
    vec![sheet.fix(Scaffold, Title::INSERT, &[("name", &labels.join(", "))], vec![edit])]
}

/// Those of `elements` that the statement under the heading at the finding neither labels nor speaks of.
pub(super) fn unsaid(sheet: &Sheet<'_>, finding: &Finding, of: Concept, elements: &[Concept]) -> Vec<Concept> {
    let outline = Outline::of(sheet.document);
    let here = outline.stating(of).into_iter().find(|&at| outline.section(at).at(outline.section(at).heading) == finding.span);
    let Some(here) = here else { return Vec::new() };
    let parts = outline.parts(here, of, elements);
    let there = Elements::of(sheet, &outline, here, &parts, elements);
    let own = sheet.bench.settings.config.organisation.as_deref().map(str::to_lowercase);
    let is_said = |rank: usize, element: Concept| {
        there.fields.iter().any(|(other, _)| *other == rank)
            || there.headings.iter().any(|(other, _)| *other == rank)
            || parts.iter().map(|&part| outline.section(part)).any(|part| {
                let named = || own.as_ref().is_some_and(|own| sheet.of(part.at(part.body)).to_lowercase().contains(own.as_str()));
                part.cues.has(element) || element == Concept::Company && named()
            })
    };
    elements.iter().enumerate().filter(|&(rank, &element)| !is_said(rank, element)).map(|(_, &element)| element).collect()
}

/// The labelled elements of a statement with their rank.
struct Elements<'d> {
    fields: Vec<(usize, Placed<'d, Field>)>,
    headings: Vec<(usize, usize)>,
}

impl<'d> Elements<'d> {
    fn of(sheet: &Sheet<'d>, outline: &Outline<'d>, here: usize, parts: &[usize], order: &[Concept]) -> Self {
        let vocabulary = &sheet.bench.settings.vocabulary;
        let rank = |field: &Placed<'_, Field>| {
            let said = field.concept.and_then(|concept| order.iter().position(|&known| known == concept));
            said.or_else(|| order.iter().position(|&known| vocabulary.label_as(sheet.of(field.at(field.label)), known).is_some()))
        };
        let fields =
            sheet.document.fields().filter(|field| outline.holds(parts, field)).filter_map(|field| Some((rank(&field)?, field))).collect();
        let of_heading = |at: usize| order.iter().position(|&element| outline.section(at).states(element));
        let headings = parts.iter().filter(|&&part| part != here).filter_map(|&part| Some((of_heading(part)?, part))).collect();
        Self { fields, headings }
    }

    /// A line or sub-heading for the element of `rank`, behind the nearest one before it, else before the first one.
    fn insert(&self, sheet: &Sheet<'_>, outline: &Outline<'_>, rank: usize, label: &str) -> Option<Edit> {
        let todo = &sheet.insert().todo;
        if self.fields.is_empty() {
            let behind = self.headings.iter().filter(|(other, _)| *other < rank).max_by_key(|(other, _)| *other);
            let (&(_, at), beside) = behind.map(|it| (it, Beside::Behind)).or_else(|| Some((self.headings.first()?, Beside::Before)))?;
            let section = outline.section(at);
            let mut lines = style::heading(sheet, Some((&section, beside)), section.level, label);
            lines.extend([String::new(), todo.clone()]);
            let place = if beside == Beside::Behind { outline.under(at).end } else { at };
            let start = line::start(sheet.text, section.at(section.heading).start as usize);
            let spot = match outline.positions().contains(&place) {
                true => line::start(sheet.text, outline.section(place).at(outline.section(place).heading).start as usize),
                false => block::behind(sheet.text, start, sheet.text.len()),
            };
            return Some(block::insert(sheet.text, spot, &lines));
        }
        let behind = self.fields.iter().filter(|(other, _)| *other < rank).max_by_key(|(other, _)| *other);
        if let Some((_, sibling)) = behind {
            return Some(self.behind(sheet, sibling, &like(sheet, sibling, label, todo)));
        }
        let (_, first) = self.fields.first()?;
        if header_around(sheet, first).is_some() {
            return Some(self.behind(sheet, first, &like(sheet, first, label, todo)));
        }
        let at = line::start(sheet.text, first.at(first.place).start as usize);
        let ending = line::ending(sheet.text, at);
        Some(Edit::insert(at, format!("{}{}", like(sheet, first, label, todo), ending.repeat(self.distance(sheet, first)))))
    }

    fn behind(&self, sheet: &Sheet<'_>, sibling: &Placed<'_, Field>, new: &str) -> Edit {
        behind(sheet, sibling, new, self.distance(sheet, sibling))
    }

    /// 2 where a blank line stands between `sibling` and the next one, else 1. Rows of a table stand below each other.
    fn distance(&self, sheet: &Sheet<'_>, sibling: &Placed<'_, Field>) -> usize {
        if sibling.shape == FieldShape::Row {
            return 1;
        }
        let own = sibling.at(sibling.place);
        let between = self.fields.iter().map(|(_, other)| other.at(other.place)).filter(|&place| place != own).map(|other| {
            let (first, last) = if own < other { (own, other) } else { (other, own) };
            &sheet.text[first.end.min(last.start) as usize..last.start as usize]
        });
        let nearest = between.min_by_key(|between| between.len());
        let blank = nearest.is_some_and(|between| {
            let lines: Vec<&str> = between.split('\n').collect();
            lines.len() > 2 && lines[1..lines.len() - 1].iter().any(|line| line.trim().is_empty())
        });
        if blank { 2 } else { 1 }
    }
}

/// Puts a line for each of `labels`, with a placeholder, behind the field `sibling`.
pub(super) fn behind_like(sheet: &Sheet<'_>, sibling: &Placed<'_, Field>, labels: &[String]) -> Edit {
    let ending = line::ending(sheet.text, sibling.at(sibling.place).start as usize);
    let lines: Vec<String> = labels.iter().map(|label| like(sheet, sibling, label, &sheet.insert().todo)).collect();
    behind(sheet, sibling, &lines.join(ending), 1)
}

/// Puts the line `new` behind the field `sibling`, `distance` line ends below it.
pub(super) fn behind(sheet: &Sheet<'_>, sibling: &Placed<'_, Field>, new: &str, distance: usize) -> Edit {
    let place = sibling.at(sibling.place).to(sibling.at(sibling.value));
    let end = match sibling.shape {
        FieldShape::Item => item::around(sheet, sibling.at(sibling.place)).map_or(place.end as usize, |item| item.end),
        // Nothing comes between the header of a table and the line below it.
        FieldShape::Row => header_around(sheet, sibling).map_or(place.end as usize, |grid| grid.delimiter.span.end as usize),
        _ => place.end as usize,
    };
    let end = line::end(sheet.text, end);
    Edit::insert(end, format!("{}{new}", line::ending(sheet.text, end).repeat(distance)))
}

/// The table whose header `field` is.
fn header_around(sheet: &Sheet<'_>, field: &Placed<'_, Field>) -> Option<Grid> {
    let place = field.at(field.place);
    grid::around(sheet, place).filter(|grid| field.shape == FieldShape::Row && grid.header.span.covers(place))
}

/// A line for `label` with `value`, written like the field `sibling`.
pub(super) fn like(sheet: &Sheet<'_>, sibling: &Placed<'_, Field>, label: &str, value: &str) -> String {
    let (words, said, place) = (sibling.at(sibling.label), sibling.at(sibling.value), sibling.at(sibling.place));
    let start = line::start(sheet.text, words.start as usize);
    let end = line::end(sheet.text, words.end as usize);
    if sibling.shape == FieldShape::Row
        && let Some(grid) = grid::around(sheet, place)
    {
        return grid.row([label, value]);
    }
    let before = &sheet.text[start..words.start as usize];
    let before = match item::around(sheet, place).filter(|_| sibling.shape == FieldShape::Item) {
        Some(item) => {
            let behind_marker = item.start + item.marker.len() + item.gap.len();
            let marks = sheet.text.get(behind_marker..words.start as usize).unwrap_or_default();
            format!("{}{}", item.beside(1), marks.replacen("[x]", "[ ]", 1).replacen("[X]", "[ ]", 1))
        }
        None => before.to_owned(),
    };
    let on_line = said.start as usize <= end && !said.is_empty();
    let joint = if on_line {
        Span { start: words.end, end: said.start }.of(sheet.text).to_owned()
    } else {
        format!("{} ", sheet.text[words.end as usize..end].trim_end())
    };
    let behind = sheet.text[place.end.min(end as u32) as usize..end].trim_end_matches(|it: char| it != ' ');
    let hard_break = if sibling.shape == FieldShape::Item || behind.trim() != "" || behind.len() < 2 { "" } else { "  " };
    format!("{before}{label}{joint}{value}{hard_break}")
}
