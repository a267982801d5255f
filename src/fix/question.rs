//! Fixes of questions: a place for the answer, somebody who answers, a tick; one item for each question.

use super::action::NO_DAY;
use super::bench::Sheet;
use super::title::Title;
use super::{field, habit, item, line, table};
use crate::dialect::concept::{Column, Concept};
use crate::dialect::question;
use crate::finding::Applicability::{Choice, Safe, Scaffold};
use crate::finding::{Edit, Finding, Fix, Severity};
use crate::plan::{Answer, Placed, Question, QuestionSource};
use crate::text::Span;
use jiff::ToSpan;

/// Q101: an empty answer below the question; somebody to answer it; the question withdrawn.
pub(super) fn answer(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(question) = find(sheet, finding) else { return Vec::new() };
    let mut fixes = Vec::new();
    if question.answer == Answer::None {
        // Nobody wants a place for an answer behind every question in the talk of minutes: there it is inserted one at a time.
        let applicability = if finding.severity == Severity::Hint { Choice } else { Scaffold };
        fixes.extend(stub(sheet, &question).map(|edit| sheet.fix(applicability, Title::ANSWER, &[], vec![edit])));
    }
    if let Some(item) = item::around(sheet, finding.span).filter(|_| is_item(&question)) {
        if question.owner.is_none() && question.due.is_none() {
            let words = sheet.insert();
            let assign = |name: &str, day: &str| {
                vec![Edit::insert(item.words_end, habit::aside(sheet, &format!("{}: {name}, {} {day}", words.owner, words.by)))]
            };
            if let Ok(day) = sheet.bench.settings.today.checked_add(7.days()) {
                let day = day.to_string();
                for name in sheet.people() {
                    fixes.push(sheet.fix(Choice, Title::ANSWERS_BY, &[("name", name), ("day", &day)], assign(name, &day)));
                }
            }
            // The question stays open: it must be told on the line on which the place for the answerer is put.
            if !sheet.of(Span { start: finding.span.start, end: item.words_end as u32 }).contains(['\n', '\r']) {
                fixes.push(sheet.fix(Choice, Title::ASSIGN_QUESTION, &[], assign(&words.todo, NO_DAY)));
            }
        }
        if question.answer == Answer::None {
            let struck = vec![Edit::insert(finding.span.start as usize, "~~"), Edit::insert(item.words_end, "~~")];
            fixes.push(sheet.fix(Choice, Title::WITHDRAW, &[], struck));
        }
    }
    fixes
}

fn is_item(question: &Question) -> bool {
    matches!(question.source, QuestionSource::Item | QuestionSource::Nested | QuestionSource::ImplicitList | QuestionSource::ListBelow)
}

fn stub(sheet: &Sheet<'_>, question: &Placed<'_, Question>) -> Option<Edit> {
    let words = sheet.insert();
    let label = words.labels.get(&Concept::Answer)?;
    let place = question.at(question.text);
    let ending = line::ending(sheet.text, place.start as usize);
    match question.source {
        QuestionSource::Row => answer_cell(sheet, place),
        // Whoever answers a remark in brackets rewrites the sentence around it.
        QuestionSource::Aside => None,
        QuestionSource::Heading => {
            let end = line::end(sheet.text, place.end as usize);
            Some(Edit::insert(end, format!("{ending}{ending}{}", words.todo)))
        }
        _ => match item::around(sheet, place).filter(|item| item.own().covers(place)) {
            // Nothing can be nested in a pasted item, and what is nested in the last word of a thread is the next one.
            Some(item) if item.pasted || matches!(question.source, QuestionSource::Thread | QuestionSource::Agenda) => {
                Some(Edit::insert(item.words_end, format!(" {}", field::bold(sheet, label, &words.todo))))
            }
            Some(item) => Some(item.nest(sheet.text, &field::bold(sheet, label, &words.todo))),
            None => Some(Edit::insert(paragraph_end(sheet, place)?, format!("{ending}{ending}{}", field::bold(sheet, label, &words.todo)))),
        },
    }
}

/// The blank answer cell of the row that a question stands in.
fn answer_cell(sheet: &Sheet<'_>, question: Span) -> Option<Edit> {
    let table = sheet.document.tables().find(|table| table.at(table.span).covers(question))?;
    let column = table.position(Column::Answer)?;
    let grid = super::grid::around(sheet, question)?;
    let row = grid.rows.iter().find(|row| row.span.covers(question))?;
    table::fill(sheet, *row.cells.get(column)?, &sheet.insert().todo)
}

/// The byte behind the paragraph that holds `place`.
fn paragraph_end(sheet: &Sheet<'_>, place: Span) -> Option<usize> {
    let (base, blocks) = sheet.blocks(place.start as usize)?;
    let holds = |index: &usize| {
        let block = blocks.block(*index);
        block.kind == crate::markdown::BlockKind::Paragraph && block.span.shifted(base).covers(place)
    };
    let paragraph = (0..blocks.len()).find(holds)?;
    Some(base + blocks.block(paragraph).span.trimmed(blocks.source).end as usize)
}

/// Q104: ticks the box of an answered question.
pub(super) fn tick(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(question) = find(sheet, finding) else { return Vec::new() };
    if question.ticked != Some(false) || !question.answer.settles() {
        return Vec::new();
    }
    let start = line::start(sheet.text, finding.span.start as usize);
    let Some(at) = sheet.text[start..finding.span.start as usize].rfind("[ ]") else { return Vec::new() };
    vec![sheet.fix(Safe, Title::TICK, &[], vec![Edit::replace(Span::new(start + at + 1, start + at + 2), "x")])]
}

/// Q103: one item for each question; answers stay with the first.
pub(super) fn split(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(question) = find(sheet, finding).filter(|question| is_item(question)) else { return Vec::new() };
    let Some(item) = item::around(sheet, finding.span).filter(|item| !item.pasted) else { return Vec::new() };
    let place = Span::new(finding.span.start as usize, item.words_end.max(finding.span.start as usize));
    let words = sheet.of(place);
    let marks = question::marks(words);
    let [first, .., last] = marks[..] else { return Vec::new() };
    if !words[last..].trim().is_empty() {
        // What stands behind the last question belongs to all of them.
        return Vec::new();
    }
    let ending = line::ending(sheet.text, item.start);
    let tick = if question.ticked.is_some() { "[ ] " } else { "" };
    let rest = marks
        .windows(2)
        .enumerate()
        .map(|(number, pair)| format!("{ending}{}{tick}{}", item.beside(number + 1), one_line(&words[pair[0]..pair[1]])));
    let cut = Span::new(place.start as usize + first, place.end as usize);
    let mut edits = if item.end <= item.words_end {
        vec![Edit::replace(cut, rest.collect::<String>())]
    } else {
        vec![Edit::delete(cut), Edit::insert(item.end, rest.collect::<String>())]
    };
    edits.extend(item.pushed_on(sheet.text, marks.len() - 1));
    vec![sheet.fix(Choice, Title::SPLIT, &[], edits)]
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn find<'d>(sheet: &Sheet<'d>, finding: &Finding) -> Option<Placed<'d, Question>> {
    sheet.document.questions().find(|question| question.at(question.text) == finding.span)
}
