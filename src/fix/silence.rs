//! H102: comments that silence nothing any more.

use super::bench::Sheet;
use super::line;
use super::title::Title;
use crate::finding::Applicability::Safe;
use crate::finding::{Edit, Finding, Fix};
use crate::markdown::suppression::{Directive, DirectiveKind};
use crate::text::Span;

/// Takes the code at the finding out, with the whole comment when nothing is left in it: a comment without codes would silence everything.
pub(super) fn remove(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    if sheet.document.front.span.covers(finding.span) {
        return from_front_matter(sheet, finding.span).into_iter().collect();
    }
    let all = directives(sheet);
    let Some(number) = all.iter().position(|(place, _)| place.covers(finding.span)) else { return Vec::new() };
    let (place, directive) = (all[number].0, all[number].1);
    let base = place.start - directive.span.start;
    let codes: Vec<Span> = directive.codes.iter().map(|(span, _)| span.shifted(base as usize)).collect();
    if codes.len() > 1 && finding.span != place {
        return vec![sheet.fix(Safe, Title::TAKE_CODE_OUT, &[], vec![Edit::delete(with_gap(&codes, finding.span))])];
    }
    let mut edits = vec![Edit::delete(lines(sheet.text, place))];
    edits.extend(end_of(&all, number).map(|end| Edit::delete(lines(sheet.text, end))));
    vec![sheet.fix(Safe, Title::DELETE_COMMENT, &[], edits)]
}

/// Every comment that speaks to planlint, with its place in the document.
fn directives<'d>(sheet: &Sheet<'d>) -> Vec<(Span, &'d Directive)> {
    let chunks = sheet.document.chunks.iter();
    chunks.flat_map(|chunk| chunk.plan.directives.iter().map(move |directive| (directive.span.shifted(chunk.start), directive))).collect()
}

/// The comment that ends what comment `number` begins, when it ends nothing else: it would be left without a beginning.
fn end_of(all: &[(Span, &Directive)], number: usize) -> Option<Span> {
    if all[number].1.kind != DirectiveKind::Disable {
        return None;
    }
    let (end, directive) = all[number + 1..].iter().find(|(_, directive)| directive.kind == DirectiveKind::Enable)?;
    let begun = all.iter().filter(|(place, directive)| place.start < end.start && directive.kind == DirectiveKind::Disable).count();
    let names = |directive: &Directive| directive.codes.iter().map(|(_, code)| code.clone()).collect::<Vec<_>>();
    (begun == 1 && (directive.codes.is_empty() || names(directive) == names(all[number].1))).then_some(*end)
}

/// A code with what parts it from the one before, or of the first from the one behind.
fn with_gap(codes: &[Span], code: Span) -> Span {
    match codes.iter().position(|&other| other == code) {
        Some(0) => Span { start: code.start, end: codes.get(1).map_or(code.end, |next| next.start) },
        Some(number) => Span { start: codes[number - 1].end, end: code.end },
        None => code,
    }
}

/// A comment with the white space before it, or with its lines when nothing else stands on them.
fn lines(text: &str, comment: Span) -> Span {
    let (start, end) = (comment.start as usize, comment.end as usize);
    let (first, last) = (line::start(text, start), line::end(text, end));
    let before = text[first..start].trim_end_matches([' ', '\t']);
    if !before.is_empty() || !text[end..last].trim().is_empty() {
        return Span::new(first + before.len(), end);
    }
    // Between two lines of text the comment kept them apart; a blank line does it from now on.
    let is_text = |at: usize| !line::is_blank(text, at);
    let above = line::ending_before(text, first).map(|ending| first - ending.len());
    if above.is_some_and(is_text) && last < text.len() && is_text(line::next(text, last)) {
        return Span::new(first, last);
    }
    line::paragraph(text, Span::new(first, last))
}

fn from_front_matter(sheet: &Sheet<'_>, code: Span) -> Option<Fix> {
    let value = sheet.document.head(crate::dialect::concept::HeadKey::Planlint)?;
    let codes: Vec<Span> = value.items.iter().map(|(span, _)| *span).collect();
    if !codes.contains(&code) {
        return None;
    }
    let own_line = sheet.text[line::start(sheet.text, code.start as usize)..code.start as usize].trim() == "-";
    let gone = if own_line || codes.len() == 1 { line::whole(sheet.text, code.start as usize) } else { with_gap(&codes, code) };
    Some(sheet.fix(Safe, Title::TAKE_CODE_OUT, &[], vec![Edit::delete(gone)]))
}
