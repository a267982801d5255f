//! D102: a date for an objective, a milestone or a decision.

use super::bench::Sheet;
use super::title::Title;
use super::{action, habit, item};
use crate::finding::Applicability::Choice;
use crate::finding::{Edit, Finding, Fix};
use jiff::civil::Date;

/// The days by which larger things are usually meant.
pub(super) fn date(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let is_item = sheet.document.entries().any(|entry| entry.table.is_none() && entry.at(entry.place) == finding.span);
    let Some(item) = item::around(sheet, finding.span).filter(|_| is_item) else { return Vec::new() };
    let today = sheet.bench.settings.today;
    let quarter =
        Date::new(today.year(), (today.month() + 2) / 3 * 3, 1).map(Date::last_of_month).ok().map(|day| ("end of the quarter", day));
    let year = ("end of the year", today.last_of_year());
    let days = action::days(today).skip(1).chain(quarter).chain([year]);
    let put = |day: Date| Edit::insert(item.words_end, habit::aside(sheet, &format!("{} {day}", sheet.insert().by)));
    days.map(|(when, day)| {
        let words = [("day", &*day.to_string()), ("when", &*sheet.own_word(when))];
        sheet.fix(Choice, Title::BY, &words, vec![put(day)])
    })
    .collect()
}
