//! Dates in headings: `By 2026-03-31`, `Objectives for 2026-Q4`, `2019-01-21 meeting`, `Work items over the next year`.
//! A day dates what stands below; a period neither dates it nor leaves it undated, so whoever judges stays silent.

use super::lexicon::{Meaning, word};
use super::slot::{best, first, word_starts};
use super::{Ambiguity, Found, How, Order, Place, Relative, When};

/// What a heading says of time. [`When::Exact`](super::When::Exact) is a day, anything else a period of some sort.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeadingDate {
    /// The date and its bytes within the heading.
    pub found: Found,
    /// Whether a due word stands in front: `By 2026-03-31`. Without one it may be the day of a meeting.
    pub due: bool,
}

/// Whether any date or period stands in `text`.
pub fn says_when(text: &str, order: Order) -> bool {
    first(text, How { order, place: Place::Hinted }).is_some()
}

/// Whether a day or a stretch of days counted from today stands in `text`: "on Tuesday", "this week".
pub fn says_relative_day(text: &str, order: Order) -> bool {
    first(text, How { order, place: Place::Hinted }).is_some_and(|found| match found.when {
        When::Relative(relative) => relative != Relative::Vague,
        When::Ambiguous { why, .. } => matches!(why, Ambiguity::WeekdayOnly(_)),
        _ => false,
    })
}

/// The most certain date or period in a heading's text.
pub fn heading_dates(text: &str, order: Order) -> Option<HeadingDate> {
    let how = How { order, place: Place::Hinted };
    let mut found = best(text, how)?;
    let rest = text.get(found.span.end as usize..)?;
    // "Immediate action items" are no period.
    if found.when == When::Relative(Relative::Vague) && rest.contains(char::is_alphabetic) {
        let other = best(rest, how)?;
        found = Found { span: other.span.shifted(found.span.end as usize), ..other };
    }
    // "Early in March" is a period like any other here, and no day of a meeting.
    if matches!(found.when, When::Ambiguous { why: Ambiguity::PartOfMonth, .. }) {
        found.when = When::Event;
    }
    let before = text.get(..found.span.start as usize)?;
    let due = word_starts(before, 0)
        .any(|start| word(start, |meaning| matches!(meaning, Meaning::Due | Meaning::DueKey).then_some(())).is_some());
    Some(HeadingDate { found, due })
}
