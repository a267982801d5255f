//! A missing section: where it goes, and its heading. What stands in it is said in [`super::body`].

use super::bench::Sheet;
use super::style::{self, Beside};
use super::title::Title;
use super::{block, body, field, line, link, tail};
use crate::dialect::concept::{Concept, HeadKey, Kind};
use crate::dialect::group::Group;
use crate::finding::Applicability::{Choice, Scaffold};
use crate::finding::{Edit, Finding, Fix};
use crate::markdown::Blocks;
use crate::plan::{FieldShape, Filled, Placed, Section, SectionShape};
use crate::rules::Outline;

/// M101, V101, S101, S107, A104, G101, M106: inserts the section about `concept`, what belongs into the one that is there
/// and empty, or what one that is there does not speak of: each of `groups`.
pub(super) fn insert(sheet: &Sheet<'_>, finding: &Finding, concept: Concept, groups: &[Group]) -> Vec<Fix> {
    let outline = Outline::of(sheet.document);
    let there =
        outline.stating(concept).into_iter().map(|at| outline.section(at)).find(|section| section.at(section.heading) == finding.span);
    // What a title states belongs into a section of its own: a title has other things below it.
    let is_title = finding.span == sheet.document.title_span();
    if let Some(section) = there.filter(|_| !is_title) {
        let whole = fill(sheet, &section, concept).or_else(|| other_half(sheet, &section, groups));
        return whole.into_iter().collect();
    }
    if !is_title || outline.stating(concept).len() > usize::from(there.is_some()) {
        return Vec::new();
    }
    let missing = whole(sheet, &outline, concept, body::lines(sheet, concept));
    let linked = (concept == Concept::Mission).then(|| link::mission(sheet, Choice)).flatten();
    missing.into_iter().chain(linked).collect()
}

/// S107: labels for those of `groups` that the section says nothing about.
fn other_half(sheet: &Sheet<'_>, section: &Placed<'_, Section>, groups: &[Group]) -> Option<Fix> {
    let text = sheet.of(section.at(section.body));
    let words = sheet.insert();
    let label = |group: Group| match group {
        Group::PeopleResources => Some(words.people.clone()),
        Group::TechnologyResources => Some(words.technology.clone()),
        _ => None,
    };
    let silent = groups.iter().copied().filter(|&group| sheet.bench.settings.vocabulary.mentions(group, text).is_none());
    let labels: Vec<String> = silent.filter_map(label).collect();
    if labels.is_empty() || section.filled != Filled::Given {
        return None;
    }
    let last = sheet.document.fields().filter(|field| section.at(section.body).covers(field.at(field.place))).last();
    let edit = match last.filter(|field| field.shape != FieldShape::Definition) {
        Some(last) => field::behind_like(sheet, &last, &labels),
        None => tail::insert(sheet, section, &field::list(sheet, &labels)),
    };
    Some(sheet.fix(Scaffold, Title::INSERT, &[("name", &labels.join(", "))], vec![edit]))
}

/// A fix that inserts a section about `concept` with these lines below its heading.
pub(super) fn whole(sheet: &Sheet<'_>, outline: &Outline<'_>, concept: Concept, below: Vec<String>) -> Option<Fix> {
    let words = sheet.insert().headings.get(&concept)?;
    let spot = spot(sheet, outline, concept);
    let sibling = spot.sibling.map(|(at, beside)| (outline.section(at), beside));
    let mut lines = style::heading(sheet, sibling.as_ref().map(|(section, beside)| (section, *beside)), spot.level, words);
    lines.push(String::new());
    lines.extend(below);
    let edit = block::insert(sheet.text, spot.at, &lines);
    is_read(sheet, &edit).then(|| sheet.fix(Scaffold, Title::INSERT_SECTION, &[("name", words)], vec![edit]))
}

/// Whether what is inserted will be read as blocks of their own: the end of a text may lie in code that is never closed, or in a comment.
fn is_read(sheet: &Sheet<'_>, edit: &Edit) -> bool {
    let at = edit.span.start as usize;
    let Some(chunk) = sheet.chunk(at.saturating_sub(1)).filter(|chunk| chunk.start < at && at <= chunk.end) else { return true };
    let text = format!("{}{}", &sheet.text[chunk.start..at], edit.text);
    let begins = text.len() - edit.text.trim_start().len();
    let blocks = Blocks::read(&text);
    blocks.top().any(|block| blocks.block(block).span.start as usize == begins)
}

/// Fills an empty section; a comment in it stays above.
fn fill(sheet: &Sheet<'_>, section: &Placed<'_, Section>, concept: Concept) -> Option<Fix> {
    // One line would make an empty strategy one that says too little (S102).
    let says_too_little = concept == Concept::Strategy && sheet.document.kind == Kind::Strategy;
    if section.filled != Filled::Empty || says_too_little {
        return None;
    }
    let edit = block::insert(sheet.text, tail::of(sheet, section), &body::lines(sheet, concept));
    Some(sheet.fix(Scaffold, Title::FILL_IN, &[], vec![edit]))
}

/// The rank from which sections are late ones: behind mission, vision, values and strategy.
const LATE: usize = 4;

/// Where a section goes.
struct Spot {
    at: usize,
    level: u8,
    /// The section whose heading is copied.
    sibling: Option<(usize, Beside)>,
}

/// Where the fewest other sections stand on the wrong side of it: behind another, else before those that come after, else at the end.
/// A mission comes first.
fn spot(sheet: &Sheet<'_>, outline: &Outline<'_>, concept: Concept) -> Spot {
    let rank = style::rank(concept).unwrap_or(usize::MAX);
    let known = known(outline);
    let place = if rank == 0 { 0 } else { place(&known, rank) };
    if let Some(&(at, _)) = place.checked_sub(1).and_then(|before| known.get(before)) {
        // What a plan begins with stands together; what comes later comes behind whatever else there is.
        let at = if place == known.len() && rank >= LATE { last_beside(outline, at) } else { at };
        return Spot { at: end_of(sheet, outline, at), level: outline.section(at).level, sibling: Some((at, Beside::Behind)) };
    }
    let first = outline.positions().find(|&at| outline.section(at).level != 0 && !outline.is_title(at));
    let upper = if rank == 0 { first } else { known.first().map(|&(at, _)| at) };
    let top = outline
        .positions()
        .filter(|&at| !outline.is_title(at))
        .map(|at| outline.section(at).level)
        .filter(|&level| level > 0)
        .min()
        .unwrap_or(2);
    if let Some(at) = upper {
        let level = if rank == 0 { top } else { outline.section(at).level };
        return Spot { at: start_of(sheet, outline, at), level, sibling: Some((at, Beside::Before)) };
    }
    let last = outline.positions().rev().find(|&at| outline.section(at).level == top && !outline.is_title(at));
    let level = last.map_or(2, |_| top);
    Spot { at: end_of_text(sheet), level, sibling: last.map(|at| (at, Beside::Behind)).or_else(|| title(outline)) }
}

/// Behind how many of the `known` sections one of `rank` stands best; the later one of two places that are as good.
fn place(known: &[(usize, usize)], rank: usize) -> usize {
    let misplaced = |place: usize| {
        let (before, behind) = known.split_at(place);
        before.iter().filter(|(_, other)| *other > rank).count() + behind.iter().filter(|(_, other)| *other < rank).count()
    };
    (0..=known.len()).rev().min_by_key(|&place| misplaced(place)).unwrap_or_default()
}

/// The last section on the level of the one at `at`, below the same heading.
fn last_beside(outline: &Outline<'_>, at: usize) -> usize {
    let level = outline.section(at).level;
    let mut last = at;
    loop {
        let next = outline.under(last).end;
        if next >= outline.positions().end || outline.section(next).level != level || outline.is_title(next) {
            return last;
        }
        last = next;
    }
}

/// The title lends its shape where no other heading can.
fn title(outline: &Outline<'_>) -> Option<(usize, Beside)> {
    let title = outline.positions().find(|&at| outline.is_title(at))?;
    (outline.section(title).shape == SectionShape::Setext).then_some((title, Beside::Before))
}

/// The sections with a place in a plan, with that place; of nested ones the outermost. The title is none.
fn known(outline: &Outline<'_>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut next = 0;
    while next < outline.positions().end {
        let section = outline.section(next);
        let rank = section.matches.iter().filter_map(|found| style::rank(found.concept)).max();
        match rank.filter(|_| !outline.is_title(next)) {
            Some(rank) => {
                found.push((next, rank));
                next = outline.under(next).end;
            }
            None => next += 1,
        }
    }
    found
}

/// The start of the line of a heading; above comments and HTML that belong to it, and above a tag that opens around it.
fn start_of(sheet: &Sheet<'_>, outline: &Outline<'_>, at: usize) -> usize {
    let section = outline.section(at);
    let mut start = line::start(sheet.text, section.at(section.heading).start as usize);
    while let Some(above) = line::ending_before(sheet.text, start).map(|ending| start - ending.len()) {
        let first = line::start(sheet.text, above);
        if !sheet.text[first..above].trim_start().starts_with('<') {
            break;
        }
        start = first;
    }
    opening_tag(sheet.text, start).unwrap_or(start)
}

/// The line of an opening tag of a block that, but for blank lines, ends before byte `start`.
fn opening_tag(text: &str, start: usize) -> Option<usize> {
    let above = text[..start].trim_end().len();
    let first = line::start(text, above);
    let tag = text[first..above].strip_prefix('<')?;
    let opens =
        tag.starts_with(|letter: char| letter.is_ascii_alphabetic()) && tag.ends_with('>') && !tag.ends_with("/>") && !tag.contains("</");
    opens.then_some(first)
}

/// Where the next section after all that lies under a heading begins.
fn end_of(sheet: &Sheet<'_>, outline: &Outline<'_>, at: usize) -> usize {
    let end = outline.under(at).end;
    if end < outline.positions().end { start_of(sheet, outline, end) } else { end_of_text(sheet) }
}

/// The end of the text, but before the lines that lead to the documents before and after, and before definitions of links.
fn end_of_text(sheet: &Sheet<'_>) -> usize {
    let text = sheet.text;
    let first = sheet.document.chunks.first().map_or(text.len(), |chunk| chunk.start);
    let leads: Vec<usize> = sheet
        .document
        .fields()
        .filter(|field| matches!(field.head, Some(HeadKey::Previous | HeadKey::Next)))
        .map(|field| line::start(text, field.at(field.place).start as usize))
        .collect();
    let mut end = block::behind(text, first, text.len());
    let (mut start, mut leads_lie_below) = (end, false);
    while start > first {
        let above = start - line::ending_before(text, start).map_or(0, str::len);
        let begin = line::start(text, above);
        if begin < first || begin == start {
            break;
        }
        let words = text[begin..above].trim();
        let leads_on = leads.contains(&begin) || words.starts_with('[') && words.split_once("]:").is_some();
        // A line drawn above them belongs to them; what is indented may go on with one of them.
        let is_drawn =
            leads_lie_below && is_rule(words) && line::is_blank(text, begin - line::ending_before(text, begin).map_or(0, str::len));
        if leads_on || is_drawn {
            (end, leads_lie_below) = (begin, true);
        } else if !words.is_empty() && !text[begin..].starts_with([' ', '\t']) {
            break;
        }
        start = begin;
    }
    end
}

/// Whether a line is a thematic break.
fn is_rule(words: &str) -> bool {
    words.len() > 2 && ["-", "*", "_"].iter().any(|sign| words.replace(sign, "").trim().is_empty())
}
