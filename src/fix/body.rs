//! What stands in a section that a fix inserts: labels, a table or a line, each with a placeholder that stays reported.

use super::action::NO_DAY;
use super::bench::Sheet;
use super::{field, grid, id, style};
use crate::dialect::concept::{Concept, Kind};

/// The lines below the heading of a section about `concept`.
pub(super) fn lines(sheet: &Sheet<'_>, concept: Concept) -> Vec<String> {
    let words = sheet.insert();
    let todo = words.todo.as_str();
    let label = |element: Concept| words.labels.get(&element).map_or_else(|| element.word().to_owned(), Clone::clone);
    match concept {
        Concept::Mission => field::list(sheet, &[Concept::Purpose, Concept::Customers, Concept::Experience].map(label)),
        Concept::Vision => field::list(sheet, &[Concept::Staff, Concept::Company, Concept::Customers].map(label)),
        // A number has actions that are there asked what they serve: only who numbers has to say.
        Concept::Strategy if sheet.document.actions().next().is_some() && id::defined(sheet).is_empty() => {
            vec![format!("{} {todo}", style::bullet(sheet))]
        }
        Concept::Strategy => vec![format!("{} [{}] {todo}", style::bullet(sheet), id::next(sheet, "S"))],
        Concept::Actions => {
            let header = if sheet.document.kind == Kind::Workbook { &words.workbook_table } else { &words.action_table };
            table(sheet, header, &[todo, todo, NO_DAY])
        }
        Concept::Gaps => {
            let mut lines = vec![style::labelled(sheet.language(), &label(Concept::Confirmation), todo), String::new()];
            lines.extend(table(sheet, &words.gap_table, &[todo, todo, todo]));
            lines
        }
        Concept::SupportAreas => table(sheet, &words.area_table, &[todo; 4]),
        Concept::Resources => field::list(sheet, &[words.people.clone(), words.technology.clone()]),
        Concept::Communication => vec![style::labelled(sheet.language(), todo, &words.communication)],
        _ => vec![todo.to_owned()],
    }
}

fn table(sheet: &Sheet<'_>, header: &[String], row: &[&str]) -> Vec<String> {
    let line = |cells: Vec<&str>| format!("| {} |", cells.join(" | "));
    vec![
        line(header.iter().map(String::as_str).collect()),
        grid::rule(sheet, header.len()),
        line(row.iter().copied().take(header.len()).collect()),
    ]
}
