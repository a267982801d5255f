//! Fixes of due values: a day that exists, the two readings of an ambiguous one, the day that "next week" means today.

use super::action;
use super::bench::Sheet;
use super::title::Title;
use crate::dialect::date::{Impossible, When, read_slot};
use crate::finding::Applicability::Choice;
use crate::finding::{Edit, Finding, Fix};
use jiff::civil::{Date, Weekday};

/// D103, D104, D105: what the words at the finding can be replaced by.
pub(super) fn correct(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let words = sheet.of(finding.span);
    let today = sheet.bench.settings.today;
    let Some(when) = read(sheet, finding) else { return Vec::new() };
    let new = match when.resolved(today) {
        When::Impossible(Impossible::NoSuchDay { last_day_of_month }) => last_day_of_month.map(|day| day.to_string()).into_iter().collect(),
        When::Impossible(Impossible::WrongWeekday { date, real, said, nearest }) => weekdays(words, date, real, said, nearest),
        When::Ambiguous { options, .. } => options.iter().map(Date::to_string).collect(),
        When::Relative(relative) => vec![relative.suggested_text(today).map_or(action::NO_DAY.to_owned(), |text| kept(text, words))],
        When::Coarse { last, .. } => vec![kept(last.to_string(), words)],
        _ => Vec::new(),
    };
    new.into_iter()
        .map(|new| sheet.fix(Choice, Title::CHANGE, &[("name", &new)], vec![Edit::replace(finding.span, new.as_str())]))
        .collect()
}

/// What the words at the finding were read as.
fn read(sheet: &Sheet<'_>, finding: &Finding) -> Option<When> {
    let actions = sheet.document.actions().filter_map(|action| Some((action.at(action.due.as_ref()?.span), action.it.due.as_ref()?)));
    let questions =
        sheet.document.questions().filter_map(|question| Some((question.at(question.due.as_ref()?.span), question.it.due.as_ref()?)));
    let due = actions.chain(questions).find(|(span, _)| *span == finding.span).map(|(_, due)| due.when.clone());
    due.or_else(|| Some(read_slot(sheet.of(finding.span), sheet.bench.settings.order())?.when))
}

/// A day with the words it stands for; a quarter says the same as its words.
fn kept(day: String, words: &str) -> String {
    if day.contains(['Q', 'H']) { day } else { format!("{day} ({})", words.trim()) }
}

const WEEKDAYS: [(Weekday, &str, &str); 7] = [
    (Weekday::Monday, "Monday", "Mon"),
    (Weekday::Tuesday, "Tuesday", "Tue"),
    (Weekday::Wednesday, "Wednesday", "Wed"),
    (Weekday::Thursday, "Thursday", "Thu"),
    (Weekday::Friday, "Friday", "Fri"),
    (Weekday::Saturday, "Saturday", "Sat"),
    (Weekday::Sunday, "Sunday", "Sun"),
];

/// The other weekday with the day, and the other day with the weekday; without the weekday where it is not English.
fn weekdays(words: &str, date: Date, real: Weekday, said: Weekday, nearest: Date) -> Vec<String> {
    let name = |day: Weekday| WEEKDAYS.iter().find(|known| known.0 == day).map_or(("", ""), |known| (known.1, known.2));
    let ((real_long, real_short), (said_long, said_short)) = (name(real), name(said));
    let other_weekday = match () {
        () if words.contains(said_long) => words.replacen(said_long, real_long, 1),
        () if words.contains(said_short) => words.replacen(said_short, real_short, 1),
        () => date.to_string(),
    };
    let written = date.to_string();
    let other_day = if words.contains(&written) { words.replacen(&written, &nearest.to_string(), 1) } else { nearest.to_string() };
    vec![other_weekday, other_day]
}
