//! Dates that begin with a figure: `2026-03-01`, `25/12/2026`, `01.03.`, `20260301`, `3月1日`.
//! A dot or a slash is also what versions and fractions are written with, so these need more to be believed.

use jiff::civil::Date;

use super::cursor::{Cursor, Number, is_word};
use super::{Ambiguity, How, Impossible, Order, Place, Read, When, months, period};

/// The date at the cursor, which stands before a figure.
pub(super) fn read(cursor: Cursor<'_>, how: How) -> Read<'_> {
    let (first, behind) = cursor.number()?;
    if let Some(year) = first.year() {
        return full_year_first(year, behind, how).or_else(|| period::after_year(year, behind, how));
    }
    if first.digits == 8 && how.place == Place::Slot {
        return compact(first.value, behind);
    }
    let short = first.short()?;
    // `26년 3월 15일`
    if let Some(read) = (first.digits == 2).then(|| period::after_short_year(short, behind, how)).flatten() {
        return Some(read);
    }
    separated(cursor, how)
        .or_else(|| period::month_sign(None, short, behind, how))
        .or_else(|| months::day_first(short, cursor, behind, how))
}

/// `2026-03-01`, `2026/3/1`, `2026.03.01`, and `2026-03`.
fn full_year_first(year: i16, cursor: Cursor<'_>, how: How) -> Read<'_> {
    let separator = cursor.peek().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let after = cursor.step();
    // Korean dates are spaced: `2026. 3. 1.`
    let spaced = separator == '.' && after.peek() == Some(' ');
    let (month, behind_month) = after.spaces_if(spaced).number()?;
    let day = behind_month.behind(separator).and_then(|cursor| cursor.spaces_if(spaced).number());
    let Some((day, end)) = day else {
        let whole = month.digits == 2 && separator != '.' && behind_month.ends_clean();
        return whole.then(|| period::month(year, month.short()?)).flatten().map(|when| (when, behind_month));
    };
    let padded = month.digits == 2 && day.digits == 2;
    if !end.ends_clean() || (separator == '.' && !padded && !spaced) {
        return None;
    }
    let (month, day) = (month.short()?, day.short()?);
    let iso = separator == '-' && padded;
    let end = end.behind('.').filter(|_| spaced).unwrap_or(end);
    day_of(year, month, day, iso || how.lenient()).map(|when| (when, end))
}

/// `20260301`.
fn compact(value: u32, end: Cursor<'_>) -> Read<'_> {
    let year = i16::try_from(value / 10_000).ok().filter(|year| (1900..=2199).contains(year))?;
    let date = Date::new(year, (value / 100 % 100) as i8, (value % 100) as i8).ok()?;
    end.ends_clean().then_some((When::Exact(date), end))
}

/// Two or three short figures with one sort of mark between: day and month in an order to be found out.
fn separated(start: Cursor<'_>, how: How) -> Read<'_> {
    let (first, behind_first) = start.number()?;
    let separator = behind_first.peek().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let after = behind_first.step();
    // `26. 3. 15.`, `15. 3. 2026`
    let spaced = separator == '.' && after.peek() == Some(' ') && how.lenient();
    let (second, behind_second) = after.spaces_if(spaced).number()?;
    second.short()?;
    let third = behind_second.behind(separator).and_then(|cursor| cursor.spaces_if(spaced).number());
    let Some((third, end)) = third else { return no_year([first, second], separator, spaced, start, behind_second, how) };
    let end = end.behind('.').filter(|_| spaced).unwrap_or(end);
    if !end.ends_clean() {
        return None;
    }
    let when = match third.year() {
        Some(year) => with_year([first.short()?, second.short()?], year, false, separator, how),
        None => with_short_year([first, second, third], separator, fills_slot(start, end, how), how),
    };
    when.map(|when| (when, end))
}

/// `13/3/26`, `26/3/13`: the year may stand at either end. Where anything else may be meant, with dots most of all, day first alone counts.
fn with_short_year([first, second, third]: [Number; 3], separator: char, fills_slot: bool, how: How) -> Option<When> {
    let (a, b, c) = (first.short()?, second.short()?, third.short()?);
    let padded = first.digits == 2 && second.digits == 2;
    let may_end = third.digits == 2 && (separator == '/' || padded || how.place == Place::Slot);
    let year_last = may_end.then(|| with_year([a, b], 2000 + i16::from(c), true, separator, how)).flatten();
    let may_begin = first.digits == 2 && (20..=69).contains(&a) && (fills_slot || separator == '/' && how.lenient());
    let year_first = may_begin.then(|| Date::new(2000 + i16::from(a), b, c).ok()).flatten();
    let two_digits = |options| When::Ambiguous { why: Ambiguity::TwoDigitYear, options };
    match (year_last, year_first) {
        (Some(When::Ambiguous { why: Ambiguity::TwoDigitYear, mut options }), Some(date)) => {
            options.push(date);
            Some(two_digits(options))
        }
        (Some(when), _) => Some(when),
        (None, Some(date)) => Some(two_digits(vec![date])),
        (None, None) => {
            let month_first = Date::new(2000 + i16::from(c), a, b).ok();
            let certain =
                fills_slot && third.digits == 2 && (separator == '/' || padded) && [a, b].iter().all(|&part| part <= FURTHEST_DAY);
            certain.then(|| month_first.map_or(NO_DAY, |date| two_digits(vec![date])))
        }
    }
}

/// Beyond it a figure is no slip of a day.
const FURTHEST_DAY: i8 = 39;

/// No day, and no telling which was meant.
pub(super) const NO_DAY: When = When::Impossible(Impossible::NoSuchDay { last_day_of_month: None });

/// Whether no word stands beside what lies between the two in a date's slot: figures that anywhere else may be a version are a date there.
pub(super) fn fills_slot(start: Cursor<'_>, end: Cursor<'_>, how: How) -> bool {
    how.place == Place::Slot && !start.before().contains(char::is_alphanumeric) && !end.spaces().peek().is_some_and(is_word)
}

fn with_year([a, b]: [i8; 2], year: i16, two_digits: bool, separator: char, how: How) -> Option<When> {
    let (day_first, month_first) = (Date::new(year, b, a).ok(), Date::new(year, a, b).ok());
    let (preferred, other) = match (separator, how.order) {
        ('.', _) => (day_first, None),
        (_, Order::Mdy) => (month_first, day_first),
        _ => (day_first, month_first),
    };
    let settled = separator == '.' || how.order != Order::Iso;
    Some(match (preferred, other) {
        (Some(one), Some(two)) if !settled && one != two => When::Ambiguous { why: Ambiguity::DayMonthOrder, options: vec![one, two] },
        (Some(date), _) | (None, Some(date)) if two_digits => When::Ambiguous { why: Ambiguity::TwoDigitYear, options: vec![date] },
        (Some(date), _) | (None, Some(date)) => When::Exact(date),
        (None, None) if how.lenient() && !two_digits && a <= FURTHEST_DAY && b <= FURTHEST_DAY => {
            no_such_day(year, if b <= 12 { b } else { a })
        }
        (None, None) => return None,
    })
}

/// `05/20`, `04-20`, `01.03.`, `3. 15.`: believed only where a date is expected.
fn no_year<'t>([first, second]: [Number; 2], separator: char, spaced: bool, start: Cursor<'t>, end: Cursor<'t>, how: How) -> Read<'t> {
    let padded = first.digits == 2 && second.digits == 2;
    let dot = end.behind('.').filter(|_| separator == '.');
    let believed = match (separator, how.place) {
        (_, Place::Running) => false,
        _ if spaced => dot.is_some_and(|end| fills_slot(start, end, how)),
        ('/', Place::Slot) => true,
        ('/', _) => padded || !is_fraction(first.value, second.value),
        ('-', Place::Slot) => padded && end.ends_clause(),
        ('-', _) => padded && end.ends_clause() && (first.value < 10 || second.value < 10),
        (_, Place::Slot | Place::HintedDotted) => padded || dot.is_some(),
        (_, _) => padded && dot.is_some_and(Cursor::ends_clause),
    };
    let always = first.value == 24 && second.value == 7;
    let end = dot.unwrap_or(end);
    if !believed || always || !end.ends_clean() || (separator == '/' && end.peek() == Some('/')) {
        return None;
    }
    let (a, b) = (first.short()?, second.short()?);
    // Any leap year tells which days a month can have.
    let is_day = |month, day| Date::new(2000, month, day).is_ok();
    let (day_first, month_first) = (is_day(b, a), (separator != '.' || spaced) && is_day(a, b));
    let swappable = day_first && month_first && a != b && how.order == Order::Iso;
    let when = match (day_first, month_first, how.order) {
        (true, true, Order::Mdy) | (false, true, _) => When::without_year(a, Some(b), swappable),
        (true, ..) => When::without_year(b, Some(a), swappable),
        // `31/4`: one is a month, the other a day that some months have.
        _ if fills_slot(start, end, how) && matches!((a.min(b), a.max(b)), (1..=12, 30..=31)) => NO_DAY,
        _ => return None,
    };
    Some((when, end))
}

/// `reduce costs by 2/3` is no date.
fn is_fraction(a: u32, b: u32) -> bool {
    matches!((a, b), (1, 2..=5) | (2, 3 | 5) | (3, 4 | 5) | (4, 5))
}

/// That day; if there is none, it is said so only when the form was `certain` to be a date.
pub(super) fn day_of(year: i16, month: i8, day: i8, certain: bool) -> Option<When> {
    match Date::new(year, month, day) {
        Ok(date) => Some(When::Exact(date)),
        Err(_) if certain => Some(no_such_day(year, month)),
        Err(_) => None,
    }
}

fn no_such_day(year: i16, month: i8) -> When {
    let last_day_of_month = Date::new(year, month, 1).ok().map(Date::last_of_month);
    When::Impossible(Impossible::NoSuchDay { last_day_of_month })
}
