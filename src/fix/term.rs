//! L102: the word that people use in place of a machine translation.

use super::bench::Sheet;
use super::title::Title;
use crate::finding::Applicability::Safe;
use crate::finding::{Edit, Finding, Fix};
use crate::rules::usual_word;
use crate::text::Span;

/// Puts the usual word where the awkward one stands; numbers and ornaments around it stay.
pub(super) fn replace(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let Some((_, options)) = sheet.rule(finding) else { return Vec::new() };
    let Some(chunk) = sheet.chunk(finding.span.start as usize) else { return Vec::new() };
    let words = sheet.of(finding.span);
    let own = Span { start: finding.span.start - chunk.start as u32, end: finding.span.end - chunk.start as u32 };
    let vocabulary = &sheet.bench.settings.vocabulary;
    let Some(usual) = usual_word(&chunk.plan, vocabulary, options, own, words) else { return Vec::new() };
    let languages = crate::dialect::concept::Language::ALL.iter().map(|&language| vocabulary.language(language));
    let known = languages.flat_map(|language| language.nonstandard.values().chain(language.nonstandard_columns.values()).flatten());
    let awkward = known.filter_map(|term| Some((words.find(*term)?, term.len()))).max_by_key(|&(_, length)| length);
    let (start, end) = match awkward {
        Some((at, length)) if !words[at + length..].trim_end_matches(['。', '.']).is_empty() => (at, at + length),
        Some((at, _)) => (at, words.len()),
        None => (0, words.len()),
    };
    let span = Span::new(start, end).shifted(finding.span.start as usize);
    vec![sheet.fix(Safe, Title::CHANGE, &[("name", &usual)], vec![Edit::replace(span, usual.as_str())])]
}
