//! What a table is about, and what its columns hold (DIALECT 3 and 6 a).

use super::{Body, Reader};
use crate::dialect::concept::{Column, Concept};
use crate::dialect::identifier::references_in;
use crate::markdown::BlockKind;
use crate::plan::element::{Table, TableRole};
use crate::plan::section::Reading;
use crate::text::Span;

pub(super) fn read(reader: &mut Reader<'_>, section: usize, body: &Body) {
    for &block in &body.blocks {
        if reader.is(block, BlockKind::Table) {
            table(reader, section, body, block);
        }
    }
}

fn table(reader: &mut Reader<'_>, section: usize, body: &Body, block: usize) {
    let blocks = reader.blocks;
    let Some(header) = blocks.children(block).next() else { return };
    let reading = reader.plan.sections[section].reading;
    let concept = concept_of(reading);
    let mut leading = true;
    let columns: Vec<(Span, Option<Column>)> = blocks
        .children(header)
        .map(|cell| {
            let text = blocks.block(cell).text;
            let (vocabulary, words) = (reader.facts.vocabulary, blocks.masked(text));
            let found = if leading { vocabulary.leading_column(words, concept) } else { vocabulary.column(words, concept) };
            let column = found.map(|found| found.column);
            leading &= column == Some(Column::Id);
            (text, column)
        })
        .collect();
    let mut columns = without_seconds(reader, without_roster(reader, concept, columns));
    if reading == Reading::Metrics {
        find_target(reader, block, &mut columns);
    }
    let timetable =
        blocks.children(block).nth(1).is_some_and(|row| blocks.children(row).next().is_some_and(|cell| is_clock(blocks.text(cell))));
    // | Area | Owner |: its rows are areas, though "Staff" and "Training" label something elsewhere.
    let is_known = match reading {
        Reading::Areas => is_area_table(&columns),
        Reading::Metrics => matches!(columns.as_slice(), [(_, Some(Column::MetricName)), (_, Some(Column::Target))]),
        _ => false,
    };
    let is_fields = !is_known
        && columns.len() == 2
        && reader.plan.fields.iter().filter(|field| blocks.block(block).span.covers(field.place)).count() >= 2;
    let role = if is_fields {
        TableRole::Fields
    } else if timetable {
        TableRole::Other
    } else {
        role(reading, &columns)
    };
    let (role, columns) = match role {
        TableRole::Other | TableRole::Elements if !is_fields && !timetable => shared_out(reader, reading, block, role, columns),
        role => (role, columns),
    };
    let header = blocks.block(header).span.trimmed(blocks.source);
    let table = Table { span: blocks.block(block).span, header, role, columns, section, default_owner: body.owned, default_due: false };
    reader.plan.tables.push(table);
}

/// `| Team | Lead |` lists people: outside a section of areas a team is one only where the table says who leads it and what for.
fn without_roster(reader: &Reader<'_>, concept: Option<Concept>, mut columns: Vec<(Span, Option<Column>)>) -> Vec<(Span, Option<Column>)> {
    let has = |wanted: &[Column]| columns.iter().any(|&(_, held)| held.is_some_and(|held| wanted.contains(&held)));
    let tells = has(&[Column::Owner]) && has(&[Column::Responsibilities, Column::Interfaces]);
    if concept.is_none() && !tells {
        let names_area = |words| reader.facts.vocabulary.column(words, None).is_some();
        for (text, held) in columns.iter_mut().filter(|(_, held)| *held == Some(Column::Area)) {
            *held = held.filter(|_| names_area(reader.blocks.masked(*text)));
        }
    }
    columns
}

/// `| Week | Task | Team | Owner | Due |`, `| Topic | Question | Answer |`: a header that says it by itself beats one that does so only in
/// such a section.
fn without_seconds(reader: &Reader<'_>, mut columns: Vec<(Span, Option<Column>)>) -> Vec<(Span, Option<Column>)> {
    let plain = |text: Span| reader.facts.vocabulary.column(reader.blocks.masked(text), None).map(|it| it.column);
    for column in [Column::Owner, Column::Due, Column::Question, Column::Gap, Column::MetricName, Column::Target] {
        let holds = |&(_, held): &(Span, Option<Column>)| held == Some(column);
        if columns.iter().filter(|&it| holds(it)).count() > 1 && columns.iter().any(|it| holds(it) && plain(it.0) == Some(column)) {
            columns.iter_mut().filter(|it| holds(it)).for_each(|(text, held)| *held = plain(*text));
        }
    }
    columns
}

/// `| Kennzahl | Ziel |`: where no column of a table of metrics is their target for sure, one that points at no objectives may be.
fn find_target(reader: &Reader<'_>, block: usize, columns: &mut [(Span, Option<Column>)]) {
    if columns.iter().any(|&(_, held)| held == Some(Column::Target)) {
        return;
    }
    let points = |number: usize| {
        let cells = reader.blocks.children(block).skip(1).filter_map(|row| reader.blocks.children(row).nth(number));
        let mut words = cells.map(|cell| reader.blocks.text(cell));
        words.any(|words| {
            references_in(words, true).first().is_some_and(|id| words[..id.start as usize].trim_matches([' ', '[']).is_empty())
        })
    };
    let may_be = |&(number, &(header, held)): &(usize, &(Span, Option<Column>))| {
        matches!(held, None | Some(Column::Reference))
            && reader.facts.vocabulary.can_head(reader.blocks.masked(header), Column::Target, Concept::Metrics)
            && !points(number)
    };
    if let Some(number) = columns.iter().enumerate().find(may_be).map(|(number, _)| number) {
        columns[number].1 = Some(Column::Target);
    }
}

/// `| No. | Person | Task |` in minutes shares work out, whatever the heading above it says.
fn shared_out(
    reader: &Reader<'_>,
    reading: Reading,
    block: usize,
    role: TableRole,
    columns: Vec<(Span, Option<Column>)>,
) -> (TableRole, Vec<(Span, Option<Column>)>) {
    let read = |text: Span| reader.facts.vocabulary.column(reader.blocks.masked(text), Some(Concept::Actions)).map(|it| it.column);
    let has_text = columns.iter().any(|&(_, held)| held == Some(Column::ActionText));
    if !reader.facts.minutes || reading != Reading::Prose && reading != Reading::Decisions || !has_text {
        return (role, columns);
    }
    let among_actions: Vec<(Span, Option<Column>)> = columns.iter().map(|&(text, held)| (text, held.or_else(|| read(text)))).collect();
    let rows = reader.blocks.children(block).count() > 1;
    if rows && among_actions.iter().any(|&(_, held)| held == Some(Column::Owner)) {
        (TableRole::Actions, without_seconds(reader, among_actions))
    } else {
        (role, columns)
    }
}

/// `11h10`, `9:00`, `14:00-15:00`: the rows of a timetable are no actions.
fn is_clock(text: &str) -> bool {
    let text = text.trim();
    let hour = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&hour)
        && matches!(text.as_bytes().get(hour), Some(b':' | b'h' | b'H'))
        && text.as_bytes().get(hour + 1).is_none_or(u8::is_ascii_digit)
}

/// The concept whose words win in a table of a section.
fn concept_of(reading: Reading) -> Option<Concept> {
    Some(match reading {
        Reading::Actions => Concept::Actions,
        Reading::Questions { .. } => Concept::Questions,
        Reading::Gaps => Concept::Gaps,
        Reading::Metrics => Concept::Metrics,
        Reading::Areas => Concept::SupportAreas,
        Reading::Mission => Concept::Mission,
        Reading::Risks => Concept::Risks,
        Reading::Objectives | Reading::Milestones => Concept::Objectives,
        Reading::Strategy => Concept::Strategy,
        Reading::Decisions => Concept::Decision,
        _ => return None,
    })
}

fn role(reading: Reading, columns: &[(Span, Option<Column>)]) -> TableRole {
    let has = |column: Column| columns.iter().any(|&(_, held)| held == Some(column));
    let owner_or_due = has(Column::Owner) || has(Column::Due);
    match reading {
        Reading::Actions if has(Column::ActionText) || has(Column::WeakText) || owner_or_due => TableRole::Actions,
        Reading::Actions => TableRole::Other,
        // "Background and research questions" over a table of tasks.
        Reading::Questions { .. } if !has(Column::Question) && has(Column::ActionText) && owner_or_due => TableRole::Actions,
        // What stands under a topic of a page of questions must ask to be one.
        Reading::Questions { must_ask: true, .. } if !has(Column::Question) => TableRole::Other,
        Reading::Questions { .. } => TableRole::Questions,
        Reading::Gaps => TableRole::Gaps,
        Reading::Metrics => TableRole::Metrics,
        Reading::Areas => TableRole::Areas,
        Reading::Risks | Reading::Objectives | Reading::Milestones | Reading::Strategy | Reading::Decisions => TableRole::Elements,
        Reading::Faq | Reading::Checklist => TableRole::Other,
        Reading::Prose | Reading::Mission | Reading::Vision => {
            if is_area_table(columns) {
                TableRole::Areas
            } else if has(Column::ActionText) && owner_or_due
                || has(Column::WeakText) && has(Column::Owner) && has(Column::Due)
                || is_progress_table(columns)
            {
                TableRole::Actions
            } else if has(Column::MetricName) && has(Column::Target) {
                TableRole::Metrics
            } else {
                TableRole::Other
            }
        }
    }
}

/// `| Deliverable | State | Owner |`: what is made first (behind an id), how far it is, and who makes it.
fn is_progress_table(columns: &[(Span, Option<Column>)]) -> bool {
    let mut held = columns.iter().map(|&(_, held)| held).skip_while(|&held| held == Some(Column::Id));
    let has = |column: Column| columns.iter().any(|&(_, held)| held == Some(column));
    held.next() == Some(Some(Column::WeakText)) && has(Column::Owner) && has(Column::Status)
}

/// `| Area | Owner |`: the area first (behind an id), and a column that says who or what for.
fn is_area_table(columns: &[(Span, Option<Column>)]) -> bool {
    let mut held = columns.iter().map(|&(_, held)| held).skip_while(|&held| held == Some(Column::Id));
    held.next() == Some(Some(Column::Area))
        && held.any(|held| matches!(held, Some(Column::Owner | Column::Responsibilities | Column::Interfaces)))
        && !columns.iter().any(|&(_, held)| matches!(held, Some(Column::ActionText | Column::Due)))
}
