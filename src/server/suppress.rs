//! Edits that ask planlint to be silent: on a line, in a section, in a file, or everywhere by configuration.

use super::change::Changes;
use super::desk::Desk;
use super::uri;
use super::view::View;
use crate::config::FILE_NAMES;
use crate::finding::Finding;
use crate::text::{Span, Text};
use tower_lsp::ls_types::{Position, Range, TextEdit};

/// Silence on the line of a finding; `None` in front matter and in code, where no comment can stand.
pub(super) fn on_line(view: &View<'_>, finding: &Finding) -> Option<TextEdit> {
    let at = finding.span.start as usize;
    let line = view.line(at);
    if at < view.plan().front.body_offset || line.is_empty() {
        return None;
    }
    let words = view.words(line);
    let comment = format!(" <!-- planlint-disable-line {} -->", finding.code);
    // A row takes its comment into its last cell: behind the last pipe it would be no part of the table.
    let in_table = view.plan().tables().any(|table| table.at(table.span).covers(line));
    let end = match words.trim_end().strip_suffix('|') {
        Some(row) if in_table => row.trim_end().len(),
        _ => words.trim_end().len(),
    };
    Some(view.edit(Span::empty(line.start as usize + end), comment))
}

/// Silence from the heading above a finding to the end of its section; `None` above the first heading.
pub(super) fn in_section(view: &View<'_>, finding: &Finding) -> Option<TextEdit> {
    let above =
        view.plan().sections().filter(|section| section.level > 0 && section.at(section.heading).start <= finding.span.start).last()?;
    // Behind an underlined heading stands its underline.
    let place = view.line(above.at(above.body).start as usize);
    let heading = view.line(above.at(above.heading).start as usize);
    let behind = if place.start > heading.start && above.at(above.body).start > place.start { place } else { heading };
    let end = view.line_end();
    Some(view.edit(Span::empty(behind.end as usize), format!("{end}{end}<!-- planlint-disable-section {} -->", finding.code)))
}

/// Silence in the whole document.
pub(super) fn in_file(view: &View<'_>, finding: &Finding) -> TextEdit {
    let end = view.line_end();
    view.edit(Span::empty(view.plan().front.body_offset), format!("<!-- planlint-disable-file {} -->{end}{end}", finding.code))
}

/// The rule switched off in the configuration in force, which is created where there is none.
pub(super) fn in_configuration(desk: &Desk, view: &View<'_>, finding: &Finding) -> Option<Changes> {
    let config = &view.open.in_force.standard.settings.config;
    let setting = format!("{} = \"off\"\n", finding.code);
    let mut changes = Changes::default();
    let Some(file) = &config.file else {
        view.open.path.as_ref()?;
        let uri = uri::of_path(&config.root.join(FILE_NAMES[0]))?;
        changes.create(uri.clone());
        changes.add(uri, None, vec![TextEdit::new(Range::default(), format!("[rules]\n{setting}"))]);
        return Some(changes);
    };
    let text = Text::new(&std::fs::read_to_string(file).ok()?);
    let whole = text.to_string();
    let table = whole.lines().position(|line| line.trim() == "[rules]");
    let (line, new) = match table {
        Some(line) => (line as u32 + 1, setting),
        None => (u32::MAX, format!("{}\n[rules]\n{setting}", if whole.is_empty() || whole.ends_with('\n') { "" } else { "\n" })),
    };
    let at = text.offset(line, 0, desk.client.encoding);
    let (line, character) = text.position(at, desk.client.encoding);
    let place = Position::new(line, character);
    changes.add(uri::of_path(file)?, None, vec![TextEdit::new(Range::new(place, place), new)]);
    Some(changes)
}
