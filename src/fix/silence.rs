//! H102: takes out a suppression that silences nothing: one name of several, or the whole comment.

use super::bench::Sheet;
use super::line;
use crate::finding::Applicability::Safe;
use crate::finding::{Edit, Finding, Fix};
use crate::text::Span;

/// Deletes the name that `finding` sits on, or the comment when nothing would be left of it.
pub(super) fn remove(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(chunk) = sheet.chunk(finding.span.start as usize) else { return Vec::new() };
    let placed = chunk.plan.directives.iter().find(|directive| directive.span.shifted(chunk.start).covers(finding.span));
    let Some(directive) = placed else { return Vec::new() };
    let comment = directive.span.shifted(chunk.start);
    let span = match directive.codes.len() {
        0 | 1 => with_its_line(sheet.text, comment),
        _ if finding.span == comment => with_its_line(sheet.text, comment),
        _ => with_its_gap(sheet.text, finding.span),
    };
    vec![Fix::new(Safe, "Remove what silences nothing".to_owned(), vec![Edit::replace(span, "")])]
}

/// A comment with its line when it stands alone there, else with the blanks before it.
fn with_its_line(text: &str, comment: Span) -> Span {
    let whole = line::whole(text, comment.start as usize);
    if whole.of(text).trim() == comment.of(text).trim() {
        return whole;
    }
    let before = text[..comment.start as usize].trim_end_matches([' ', '\t']).len();
    // In a cell the blank before the pipe stays.
    let behind = &text[comment.end as usize..];
    let start = if behind.starts_with([' ', '\t']) { before } else { comment.start as usize };
    Span::new(start, comment.end as usize)
}

/// A name with the comma and blanks behind it, or before it when it is the last.
fn with_its_gap(text: &str, name: Span) -> Span {
    let is_gap = |letter: char| letter == ',' || letter == ' ';
    let behind = &text[name.end as usize..];
    let gap = behind.len() - behind.trim_start_matches(is_gap).len();
    let ends = behind[gap..].starts_with(['-', ':']);
    if gap > 0 && !ends {
        return Span::new(name.start as usize, name.end as usize + gap);
    }
    let before = text[..name.start as usize].trim_end_matches(is_gap).len();
    Span::new(before, name.end as usize)
}
