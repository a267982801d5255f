//! How a document writes its headings and lists, so that what is inserted looks as if its writer had written it.

use super::bench::Sheet;
use super::line;
use crate::dialect::concept::{Concept, Language};
use crate::plan::{Placed, Section, SectionShape};

/// Where a new heading stands to the one it is written like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Beside {
    /// Somewhere behind it: it counts on.
    Behind,
    /// Right before it: it counts down.
    Before,
}

/// The lines of a heading of `level` that says `words`, written like `sibling`.
pub(super) fn heading(sheet: &Sheet<'_>, sibling: Option<(&Placed<'_, Section>, Beside)>, level: u8, words: &str) -> Vec<String> {
    let Some((sibling, beside)) = sibling else { return vec![format!("{} {words}", "#".repeat(level.into()))] };
    let line = written(sheet, sibling);
    let words = format!("{}{}", numbered(sheet, line.words, beside), cased(sheet, words));
    match sibling.shape {
        SectionShape::Setext if level <= 2 => {
            let mark = if level == 1 { "=" } else { "-" };
            let width = words.chars().map(|it| if it.is_ascii() { 1 } else { 2 }).sum::<usize>();
            vec![words, mark.repeat(width.max(3))]
        }
        SectionShape::Bold => vec![format!("**{words}**")],
        SectionShape::Plain => vec![words],
        _ => {
            let marks = "#".repeat(level.into());
            let closing = if line.closed { format!(" {marks}") } else { String::new() };
            vec![format!("{marks} {words}{closing}")]
        }
    }
}

/// A heading as it is written.
struct Written<'d> {
    words: &'d str,
    /// It ends with `#`s.
    closed: bool,
}

fn written<'d>(sheet: &Sheet<'d>, section: &Placed<'_, Section>) -> Written<'d> {
    let heading = section.at(section.heading);
    let whole = &sheet.text[line::start(sheet.text, heading.start as usize)..line::end(sheet.text, heading.end as usize)];
    let words = whole.trim().trim_start_matches('#').trim();
    Written { words, closed: section.shape == SectionShape::Atx && whole.trim_end().ends_with('#') && words.contains(' ') }
}

/// The number of a new heading beside one that says `words`, with what stands behind it. Empty where headings are not numbered, and where
/// the number is another's already: inserting counts no other heading on, and of two with one number neither could be referred to.
fn numbered(sheet: &Sheet<'_>, words: &str, beside: Beside) -> String {
    let Some((number, behind)) = number(words) else { return String::new() };
    let (outer, last) = number.split_at(number.rfind('.').map_or(0, |point| point + 1));
    let count = last.parse::<u32>().unwrap_or_default();
    let count = if beside == Beside::Behind { count + 1 } else { count.saturating_sub(1) };
    let own = format!("{outer}{count}");
    let headings = sheet.document.sections().filter(|section| section.level != 0);
    let mut taken = headings.filter_map(|section| number_of(sheet, &section));
    if count == 0 || taken.any(|other| other == own) { String::new() } else { format!("{own}{behind} ") }
}

fn number_of<'d>(sheet: &Sheet<'d>, section: &Placed<'_, Section>) -> Option<&'d str> {
    number(written(sheet, section).words).map(|(number, _)| number)
}

/// The number that a heading begins with, `2` or `2.1`, and the point or bracket behind it.
fn number(words: &str) -> Option<(&str, &str)> {
    let width = words.find(|it: char| !it.is_ascii_digit() && it != '.' && it != ')')?;
    let (numbered, rest) = words.split_at(width);
    let number = numbered.trim_end_matches(['.', ')']);
    let is_short = (1..=3).contains(&number.rsplit('.').next().unwrap_or_default().len());
    (is_short && rest.starts_with(char::is_whitespace)).then_some((number, &numbered[number.len()..]))
}

/// `words` in the case of the document's headings: all capitals, or every word of several with one.
fn cased(sheet: &Sheet<'_>, words: &str) -> String {
    let headings = || sheet.document.sections().filter(|section| section.level != 0).map(|section| sheet.of(section.at(section.heading)));
    let letters = |text: &str| text.chars().filter(|it| it.is_alphabetic()).count();
    let mut all = headings().filter(|heading| letters(heading) >= 4).peekable();
    if all.peek().is_some() && all.all(|heading| !heading.chars().any(char::is_lowercase) && heading.chars().any(char::is_uppercase)) {
        return words.to_uppercase();
    }
    let of_several = || headings().filter(|heading| heading.split_whitespace().count() > 1);
    let titled = |heading: &str| {
        heading.split_whitespace().filter(|word| word.chars().count() > 3).all(|word| !word.starts_with(char::is_lowercase))
    };
    if of_several().next().is_some() && of_several().all(titled) {
        return words.split(' ').map(capital).collect::<Vec<_>>().join(" ");
    }
    words.to_owned()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A label and its value on a line of plain text.
pub(super) fn labelled(language: Language, label: &str, value: &str) -> String {
    let writing = language.writing();
    let gap = if writing.wide { "" } else { " " };
    format!("{label}{}{gap}{value}", writing.colon)
}

/// The bullet of the document's lists.
pub(super) fn bullet(sheet: &Sheet<'_>) -> &'static str {
    let first = sheet.text.lines().find_map(|line| {
        let line = line.trim_start();
        ["- ", "* ", "+ "].into_iter().find(|bullet| line.starts_with(bullet))
    });
    first.map_or("-", str::trim_end)
}

/// Where sections stand in a plan that is written from the top: what it is for, how, what is still to do.
pub(super) fn rank(concept: Concept) -> Option<usize> {
    const ORDER: [Concept; 16] = [
        Concept::Mission,
        Concept::Vision,
        Concept::Values,
        Concept::Strategy,
        Concept::Policies,
        Concept::Procedures,
        Concept::Objectives,
        Concept::Metrics,
        Concept::SupportAreas,
        Concept::Questions,
        Concept::Actions,
        Concept::Gaps,
        Concept::Risks,
        Concept::Decision,
        Concept::Resources,
        Concept::Communication,
    ];
    ORDER.iter().position(|&known| known == concept)
}
