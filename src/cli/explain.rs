//! `planlint explain`: the page of a rule, for reading in a terminal; or for one line of a document what it was read as, and what was found.

use super::arguments::Explain;
use super::exit::{Exit, Stop};
use super::house::{House, told};
use super::page::write_page;
use super::screen::Screen;
use super::values::DocumentLine;
use crate::config::{absolute, nearest};
use crate::judge::{Choice, judge_text, readings};
use crate::plan::{Document, Source};
use crate::rules::Catalogue;
use crate::text::{Lines, Span};
use crate::workspace::{self, Files, read, shown};
use std::io::Write;
use std::sync::Arc;

/// Explains what `options` ask for.
pub(super) fn explain(options: &Explain) -> Result<Exit, Stop> {
    let mut screen = Screen::new(options.color);
    let house = House::new(&options.configuration, options.today)?;
    if let Some(place) = &options.finding {
        return explain_line(place, &house, &mut screen);
    }
    let name = options.rule.as_deref().unwrap_or_default();
    let catalogue = house.catalogue()?;
    let page = catalogue.find(name).ok_or_else(|| unknown(name, &catalogue))?;
    write_page(page, screen.colour, &mut screen.out)?;
    Ok(Exit::Clean)
}

fn unknown(name: &str, catalogue: &Catalogue) -> Stop {
    let words = catalogue.pages().iter().flat_map(|page| [page.code.as_str(), page.name.as_str()]);
    let advice =
        nearest(name, words).map_or_else(|| "`planlint rules` lists them all".to_owned(), |meant| format!("did you mean `{meant}`?"));
    Stop::complaint(format!("there is no rule `{name}`: {advice}"))
}

/// What the line was read as, and what was found in it.
fn explain_line(place: &DocumentLine, house: &House, screen: &mut Screen) -> Result<Exit, Stop> {
    let path = shown(&place.file);
    let file = absolute(&place.file, &house.current);
    let config = house.resolver.of_file(&file).map_err(|errors| told(&errors))?;
    let settings = house.settings(&config, &Choice::default()).map_err(|errors| told(&errors))?;
    let text = match read(&file, config.document_bytes) {
        Ok(workspace::Document::Text(text)) => text,
        Ok(workspace::Document::TooLarge(bytes)) => return Err(Stop::complaint(format!("{path}: is too large ({bytes} bytes)"))),
        Err(problem) => return Err(Stop::complaint(format!("{path}: {}", problem.message))),
    };
    let lines = Lines::new(&text);
    let number = place.line as usize - 1;
    if number >= lines.count() {
        return Err(Stop::complaint(format!("{path} has {} lines, so there is no line {}", lines.count(), place.line)));
    }
    let line = lines.content(number);
    let document = Document::read(&text, &settings.origin(&file), &settings.manner());
    writeln!(screen.out, "{path}:{}: {}\n", place.line, line.of(&text).trim())?;
    writeln!(screen.out, "Read as")?;
    for reading in readings(&document, Source::Whole(&text), line, settings.today) {
        writeln!(screen.out, "  {}", reading.replace('\n', "\n  "))?;
    }
    let touches = |span: Span| span.start <= line.end && line.start <= span.end;
    let index = settings.index(Arc::new(Files::on_disk()), house.current.clone());
    let found = judge_text(&text, &file, &settings, &index);
    let here: Vec<_> = found.iter().filter(|finding| touches(finding.span)).collect();
    writeln!(screen.out, "\nFound here")?;
    if here.is_empty() {
        writeln!(screen.out, "  nothing")?;
    }
    for finding in here {
        writeln!(screen.out, "  {}[{}] {}", finding.severity.word(), finding.code, finding.message)?;
        if let Some(help) = &finding.help {
            writeln!(screen.out, "    {help}")?;
        }
        writeln!(screen.out, "    more with `planlint explain {}`", finding.code)?;
    }
    Ok(Exit::Clean)
}
