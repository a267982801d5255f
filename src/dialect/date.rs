//! Stand-in with the agreed face until the reader of dates arrives; knows ISO dates only.

use jiff::civil::Date;

use crate::text::Span;

/// Which part of a slash date comes first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// Not said.
    #[default]
    Iso,
}

/// What a due value says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum When {
    /// One day.
    Exact(Date),
    /// No date that can be read.
    Unreadable,
}

/// A value and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Its bytes.
    pub span: Span,
    /// What it says.
    pub when: When,
}

/// The value of a slot.
pub fn read_slot(text: &str, _: Order) -> Option<Found> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let date = text.get(start..start + 10)?.parse().ok()?;
    Some(Found { span: Span::new(start, start + 10), when: When::Exact(date) })
}

/// A date at the very end.
pub fn trailing(text: &str, order: Order) -> Option<Found> {
    let start = text.len().checked_sub(10)?;
    let found = read_slot(text.get(start..)?, order)?;
    Some(Found { span: found.span.shifted(start), when: found.when })
}

/// A date behind a word that introduces a deadline.
pub fn after_due_word(text: &str, order: Order) -> Option<(Span, Found)> {
    ["due", "by", "until"].iter().find_map(|word| {
        let at = text.find(&format!("{word} "))?;
        let found = read_slot(text.get(at + word.len() + 1..)?, order).filter(|found| found.span.start == 0)?;
        Some((Span::new(at, at + word.len()), Found { span: found.span.shifted(at + word.len() + 1), when: found.when }))
    })
}

/// The date with which a text begins.
pub fn leading(text: &str, order: Order) -> Option<Found> {
    let start = text.len() - text.trim_start().len();
    read_slot(text, order).filter(|found| found.span.start as usize == start)
}
