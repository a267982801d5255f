//! What is read from dates as people write them. One row per form: the text with the date marked `⟦ ⟧`, and what it says.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

/// What a date says, in short: `2026-03-01`, `2026-03-01..2026-03-31`, `day/month: 2026-04-03 2026-03-04`, `next week: 2026-02-06`.
/// Read on Sunday, 1 February 2026.
fn said(when: When) -> String {
    let today = date(2026, 2, 1);
    let days = |options: Vec<Date>| options.into_iter().fold(String::new(), |text, day| text + " " + &day.to_string());
    match when.resolved(today) {
        When::Exact(date) => date.to_string(),
        When::Coarse { first, last } => format!("{first}..{last}"),
        When::Ambiguous { why: Ambiguity::DayMonthOrder, options } => format!("order:{}", days(options)),
        When::Ambiguous { why: Ambiguity::TwoDigitYear, options } => format!("century:{}", days(options)),
        When::Ambiguous { why: Ambiguity::NoYear { .. }, options } => format!("no year:{}", days(options)),
        When::Ambiguous { why: Ambiguity::PartOfMonth, .. } => "part of a month".into(),
        When::Ambiguous { why: Ambiguity::WeekdayOnly(_), options } => format!("weekday:{}", days(options)),
        When::Impossible(Impossible::NoSuchDay { last_day_of_month: Some(last) }) => format!("no such day: {last}"),
        When::Impossible(Impossible::NoSuchDay { last_day_of_month: None }) => "no such day".into(),
        When::Impossible(Impossible::WrongWeekday { date, real, said, nearest }) => format!("{date} is {real:?}, not {said:?}: {nearest}"),
        When::Relative(relative) => format!("relative: {}", relative.suggested_text(today).unwrap_or("?".into())),
        When::Cadence { ongoing: true } => "ongoing".into(),
        When::Cadence { ongoing: false } => "cadence".into(),
        When::Event => "event".into(),
        When::Unreadable => "unreadable".into(),
    }
}

/// Takes `⟦ ⟧` out of each row's text, reads it, and compares what was found and where. No mark: nothing must be found.
fn check(rows: &str, read: impl Fn(&str) -> Option<Found>) {
    let mut wrong = Vec::new();
    for row in rows.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let (marked, expected) = row.rsplit_once(" => ").unwrap_or((row, ""));
        let text = marked.replace(['⟦', '⟧'], "");
        let found = read(&text).map(|found| {
            let Span { start, end } = found.span;
            let (start, end) = (start as usize, end as usize);
            (format!("{}⟦{}⟧{}", &text[..start], &text[start..end], &text[end..]), said(found.when))
        });
        let (place, what) = found.unwrap_or((text.clone(), String::new()));
        if (place.as_str(), what.as_str()) != (marked, expected) {
            wrong.push(format!("expected {marked} => {expected}\n   found {place} => {what}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn slots() {
    check(include_str!("tests/slots.txt"), |text| read_slot(text, Order::Iso));
}

#[test]
fn settled_order() {
    let rows = "
        ⟦03/04/2026⟧ => 2026-04-03
        ⟦12/25/2026⟧ => 2026-12-25
        ⟦3/4/26⟧ => century: 2026-04-03
        ⟦3/4⟧ => no year: 2026-04-03";
    check(rows, |text| read_slot(text, Order::Dmy));
    let rows = "
        ⟦03/04/2026⟧ => 2026-03-04
        ⟦25/12/2026⟧ => 2026-12-25
        ⟦01.03.2026⟧ => 2026-03-01
        ⟦3/4⟧ => no year: 2026-03-04";
    check(rows, |text| read_slot(text, Order::Mdy));
}

#[test]
fn running_text() {
    check(include_str!("tests/running.txt"), |text| find_shapes(text, Order::Iso).into_iter().next());
    let two = find_shapes("2026-02-30 and 1 March 2026", Order::Iso);
    assert_eq!(two.iter().map(|found| found.span.start).collect::<Vec<_>>(), [0, 15]);
}

#[test]
fn due_words() {
    check(include_str!("tests/due.txt"), |text| after_due_word(text, Order::Iso).map(|(_, found)| found));
}

#[test]
fn due_words_say_where_they_stand() {
    for (text, word, value) in [
        ("send by the 1 March 2026.", "by", "1 March 2026"),
        ("送る 3月1日までに", "までに", "3月1日"),
        ("send [due:: 2026-03-01]", "due::", "2026-03-01"),
        ("send 📅\u{FE0F} 2026-03-01", "📅\u{FE0F}", "2026-03-01"),
        ("send due:", "due:", ""),
    ] {
        let (key, found) = after_due_word(text, Order::Iso).expect(text);
        assert_eq!((key.of(text), found.span.of(text)), (word, value));
    }
}

#[test]
fn ends_of_items() {
    check(include_str!("tests/trailing.txt"), |text| trailing(text, Order::Iso));
}

#[test]
fn parts_of_periods() {
    for text in ["do that early in Jan.", "Doodle poll end of week on times", "Anfang März die Halle buchen", "mi-mars, appeler la mairie"]
    {
        assert!(says_part_of_period(text, Order::Iso), "{text}");
    }
    for text in ["reach early adopters", "the end of the road", "Ende der Diskussion", "discuss the March report", "mid-size rooms"] {
        assert!(!says_part_of_period(text, Order::Iso), "{text}");
    }
}

#[test]
fn headings() {
    let rows = "
        By ⟦2026-03-31⟧ => 2026-03-31
        Objectives for ⟦2026-Q4⟧ => 2026-10-01..2026-12-31
        ⟦2019-01-21⟧ meeting => 2019-01-21
        ⟦2017 Q4⟧ OKR => 2017-10-01..2017-12-31
        Work items over the ⟦next year⟧ => relative: 2027-12-31
        ⟦迭代 1⟧（Day 1~14） => relative: ?
        Tareas de ⟦esta semana⟧ => relative: 2026-01-30
        会議 ⟦2026年3月1日（日）⟧ => 2026-03-01
        Action items
        1. Actions
        Support areas";
    check(rows, |text| heading_dates(text, Order::Iso).map(|heading| heading.found));
    let due = |text| heading_dates(text, Order::Iso).is_some_and(|heading| heading.due);
    assert!(due("By 2026-03-31") && !due("2019-01-21 meeting"));
}

#[test]
fn marks_of_other_dates() {
    let rows = "
        \u{20}⟦2026-05-01⟧ 📅 2026-04-01 => 2026-05-01
        soon
        then 2026-05-01";
    check(&rows.replace("soon", "word soon"), |text| leading(text, Order::Iso));
}

#[test]
fn twenty_ninth_of_february_waits_for_its_year() {
    let found = read_slot("29 February", Order::Iso).expect("a date");
    assert_eq!(said(found.when), "no year: 2028-02-29");
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "(?s)([0-9０-９]{1,4}|[-/.,:() 年月日]|by |due:|March |de |Q|W|令和|まで|金|周|📅|é|\\PC){0,16}") {
        for order in [Order::Iso, Order::Dmy, Order::Mdy] {
            let all = find_shapes(&text, order).into_iter()
                .chain(read_slot(&text, order))
                .chain(leading(&text, order))
                .chain(trailing(&text, order))
                .chain(after_due_word(&text, order).map(|(_, found)| found))
                .chain(heading_dates(&text, order).map(|heading| heading.found));
            for found in all {
                prop_assert!(text.get(found.span.range()).is_some(), "{found:?}");
                let _ = found.when.resolved(date(2026, 2, 1));
            }
        }
    }
}
