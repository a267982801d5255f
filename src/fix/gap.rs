//! Fixes of gaps: who confirmed them, the action that closes one, the gap that an answer admits.

use super::action::NO_DAY;
use super::bench::Sheet;
use super::title::Title;
use super::{block, grid, habit, head, id, item, line, section, style, table};
use crate::dialect::concept::{Column, Concept};
use crate::dialect::group::Group;
use crate::finding::Applicability::{Choice, Scaffold};
use crate::finding::{Edit, Finding, Fix};
use crate::plan::{Action, ActionForm, Answer, Entry, Placed, Role};
use crate::rules::Outline;
use crate::text::Span;

/// G103: an open confirmation under the heading.
pub(super) fn confirm(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let section = sheet.document.sections().find(|section| section.level != 0 && section.at(section.heading) == finding.span);
    let (Some(section), Some(label)) = (section, sheet.insert().labels.get(&Concept::Confirmation)) else { return Vec::new() };
    let at = head::below(sheet.text, finding.span.end as usize, section.shape);
    let edit = block::insert(sheet.text, at, &[style::labelled(sheet.language(), label, &format!("{}, {NO_DAY}", sheet.insert().todo))]);
    vec![sheet.fix(Scaffold, Title::INSERT, &[("name", label)], vec![edit])]
}

/// G102: an action that closes the gap, and a pointer to it.
pub(super) fn close(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let gap = sheet.document.entries().find(|entry| entry.role == Role::Gap && entry.at(entry.whole).covers(finding.span));
    let Some(gap) = gap else { return Vec::new() };
    let letters = letters(sheet, Role::Action, "A");
    let alike = |id: &str| id::prefix(id) == letters;
    // Where the letters are only mentioned, numbering one action would make broken references of all others.
    if sheet.document.references().any(|mention| alike(&mention.it.id)) && !sheet.document.definitions().any(|known| alike(&known.it.id)) {
        return Vec::new();
    }
    let id = id::next(sheet, letters);
    let pointer = match gap.table {
        Some(_) => table::fill(sheet, finding.span, &id),
        None => item::around(sheet, finding.span).map(|item| Edit::insert(item.words_end, format!(" → {id}"))),
    };
    let words = format!("{}: {}", sheet.insert().close_gap, one_line(sheet.of(gap.at(gap.text))));
    let (Some(pointer), Some(action)) = (pointer, action(sheet, &gap, &id, &words)) else { return Vec::new() };
    let mut edits = vec![pointer, action];
    edits.sort_by_key(|edit| edit.span);
    vec![sheet.fix(Choice, Title::ADD_ACTION, &[("name", &id)], edits)]
}

/// A new action behind the others; in a section of its own where there is none.
fn action(sheet: &Sheet<'_>, gap: &Placed<'_, Entry>, id: &str, words: &str) -> Option<Edit> {
    let last = sheet.document.actions().filter(|action| !action.nested && !action.stray).last();
    match last.as_ref().map(|action| action.form) {
        Some(ActionForm::Row(_)) => row(sheet, &last?, gap, id, words),
        Some(ActionForm::Item(_)) => {
            let last = last?;
            let item = item::around(sheet, last.at(last.place)).filter(|item| !item.pasted)?;
            let tick = if last.ticked.is_some() { "[ ] " } else { "" };
            Some(Edit::insert(
                item.end,
                format!("{}{}{tick}{}", line::ending(sheet.text, item.end), item.beside(1), open(sheet, id, words)),
            ))
        }
        None => {
            let outline = Outline::of(sheet.document);
            let lines = vec![format!("{} [ ] {}", style::bullet(sheet), open(sheet, id, words))];
            section::whole(sheet, &outline, Concept::Actions, lines)?.edits.into_iter().next()
        }
    }
}

/// An action that waits for an owner and a date.
fn open(sheet: &Sheet<'_>, id: &str, words: &str) -> String {
    let known = sheet.insert();
    format!("[{id}] {words}{}", habit::aside(sheet, &format!("{}: {}, {} {}", known.owner, known.todo, known.by, known.todo)))
}

fn row(sheet: &Sheet<'_>, last: &Placed<'_, Action>, gap: &Placed<'_, Entry>, id: &str, words: &str) -> Option<Edit> {
    let ActionForm::Row(number) = last.form else { return None };
    let table = sheet.document.chunks[last.chunk].plan.tables.get(number)?;
    let grid = grid::around(sheet, last.at(last.place))?;
    let text = table.position(Column::ActionText).or_else(|| table.position(Column::WeakText)).unwrap_or_default();
    let words = if table.has(Column::Id) { words.to_owned() } else { format!("[{id}] {words}") };
    let own = gap.id.map(|own| sheet.of(gap.at(own)).trim_matches(['[', ']']).to_owned()).unwrap_or_default();
    let todo = sheet.insert().todo.as_str();
    let cells: Vec<&str> = table
        .columns
        .iter()
        .enumerate()
        .map(|(number, &(_, held))| match held {
            _ if number == text => words.as_str(),
            Some(Column::Id) => id,
            Some(Column::Owner) => todo,
            Some(Column::Due) => NO_DAY,
            Some(Column::Reference) => own.as_str(),
            _ => "",
        })
        .collect();
    let end = grid.rows.last().map_or(grid.delimiter.span, |row| row.span).end as usize;
    let lead = &sheet.text[line::start(sheet.text, grid.header.span.start as usize)..grid.header.span.start as usize];
    Some(Edit::insert(end, format!("{}{lead}{}", line::ending(sheet.text, end), grid.row(cells))))
}

/// G104: the gap that an answer admits, and a pointer to it.
pub(super) fn admit(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(question) = sheet.document.questions().find(|question| question.at(question.text) == finding.span) else { return Vec::new() };
    let Answer::Given(answer) = question.answer else { return Vec::new() };
    let answer = question.at(answer).trimmed(sheet.text);
    let id = id::next(sheet, letters(sheet, Role::Gap, "G"));
    let words = shortfall(sheet, answer);
    if words.is_empty() || sheet.of(answer).contains(['\n', '\r', '|']) {
        return Vec::new();
    }
    let last = sheet.document.entries().filter(|entry| entry.role == Role::Gap).last();
    let gap = match last {
        Some(last) if last.table.is_none() => item::around(sheet, last.at(last.place))
            .filter(|item| !item.pasted)
            .map(|item| Edit::insert(item.end, format!("{}{}[{id}] {words}", line::ending(sheet.text, item.end), item.beside(1)))),
        Some(_) => None,
        None => {
            let lines = vec![format!("{} [{id}] {words}", style::bullet(sheet))];
            section::whole(sheet, &Outline::of(sheet.document), Concept::Gaps, lines).and_then(|fix| fix.edits.into_iter().next())
        }
    };
    let Some(gap) = gap else { return Vec::new() };
    let mut edits = vec![Edit::insert(answer.end as usize, format!(" → {id}")), gap];
    edits.sort_by_key(|edit| edit.span);
    vec![sheet.fix(Choice, Title::ADD_GAP, &[("name", &id)], edits)]
}

/// What an answer says behind its "not yet,", as the words of a gap.
fn shortfall(sheet: &Sheet<'_>, answer: Span) -> String {
    let words = sheet.of(answer).trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let no = sheet.bench.settings.vocabulary.mentions(Group::NegativeAnswers, words).map_or(0, |span| span.end as usize);
    let behind = words.get(no..).unwrap_or_default().trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let behind = one_line(behind.trim_end_matches(['.', '。', ' ']));
    let mut letters = behind.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The letters with which elements of `role` are numbered here.
fn letters<'d>(sheet: &Sheet<'d>, role: Role, otherwise: &'static str) -> &'d str {
    sheet.document.definitions().find(|definition| definition.role == role).map_or(otherwise, |definition| id::prefix(&definition.it.id))
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
