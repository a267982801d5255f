//! How the actions of a document write who and when, so that a new owner or date stands there as its neighbours' do.

use super::bench::Sheet;
use super::line;
use crate::dialect::date::When;
use crate::plan::{Action, ActionForm, Placed};

/// Words that open a date without a colon.
const OPENERS: [&str; 8] = ["by", "until", "before", "due", "on", "📅", "→", "->"];

/// ` (owner: Ann)`; of people who are called by handles ` @ann`.
pub(super) fn owner(sheet: &Sheet<'_>, name: &str) -> String {
    if name.starts_with('@') { format!(" {name}") } else { aside(sheet, &format!("{}: {name}", sheet.insert().owner)) }
}

/// ` by 2026-03-01`, as the other actions have it; else as a task list has it, ` due:2026-03-01`, or as a sentence has it.
pub(super) fn day(sheet: &Sheet<'_>, action: &Placed<'_, Action>, day: &str) -> String {
    let mut dated = sheet.document.actions().filter(|other| matches!(other.form, ActionForm::Item(_)) && !other.due_inherited);
    if let Some(written) = dated.find_map(|other| written(sheet, &other, day)) {
        return written;
    }
    if let (Some(key), Some(_)) = (&sheet.insert().task_due, action.ticked) {
        return format!(" {key}{day}");
    }
    aside(sheet, &format!("{} {day}", sheet.insert().by))
}

/// Words in brackets behind others: in Japanese and Chinese wide ones, without a space.
pub(super) fn aside(sheet: &Sheet<'_>, words: &str) -> String {
    if sheet.language().writing().wide { format!("（{}）", words.replace(": ", "：")) } else { format!(" ({words})") }
}

/// `day` with what stands around the day of `action`.
fn written(sheet: &Sheet<'_>, action: &Placed<'_, Action>, day: &str) -> Option<String> {
    let due = action.due.as_ref().filter(|due| matches!(due.when, When::Exact(_)) && action.place.covers(due.span))?;
    let span = action.at(due.span);
    let start = line::start(sheet.text, span.start as usize);
    let before = &sheet.text[start..span.start as usize];
    let opener = before.trim_end();
    let gap = &before[opener.len()..];
    let opener = opener.rsplit(char::is_whitespace).next()?;
    let bare = opener.trim_start_matches('(');
    let by = sheet.insert().by.as_str();
    let opens =
        OPENERS.contains(&bare) || bare == by || bare.ends_with(':') || opener == "(" || bare.chars().all(|sign| !sign.is_alphanumeric());
    let behind = if opener.starts_with('(') { ")" } else { "" };
    let fits = behind.is_empty() || sheet.text[span.end as usize..].starts_with(')');
    (opens && fits && !bare.is_empty() | opener.starts_with('(')).then(|| format!(" {opener}{gap}{day}{behind}"))
}
