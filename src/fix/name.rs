//! H103 and O106: the name that was meant.

use super::bench::Sheet;
use crate::dialect::concept::{HeadKey, Kind, Lifecycle, Phase};
use crate::dialect::nearest::nearest;
use crate::finding::Applicability::Choice;
use crate::finding::{Edit, Finding, Fix};
use crate::markdown::suppression::DirectiveKind;
use crate::text::Span;

/// The nearest name that planlint knows, in place of one it does not.
pub(super) fn known(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let head = sheet.document.head.iter().find(|(_, value)| value.in_front && value.place == finding.span);
    let (span, meant) = match head {
        Some((HeadKey::Kind, value)) => (value.span, nearest(&value.text, Kind::ALL.iter().map(|it| it.word()))),
        Some((HeadKey::Status, value)) => (value.span, nearest(&value.text, Lifecycle::ALL.iter().map(|it| it.word()))),
        Some((HeadKey::Phase, value)) => (value.span, nearest(&value.text, Phase::ALL.iter().map(|it| it.word()))),
        _ if sheet.of(finding.span).starts_with("planlint-") => {
            (finding.span, nearest(sheet.of(finding.span), DirectiveKind::WORDS.iter().map(|(word, _)| *word)))
        }
        _ => (finding.span, nearest(sheet.of(finding.span), sheet.bench.settings.rule_names.iter().map(String::as_str))),
    };
    change(span, meant)
}

/// The person of the list whose name is nearest to an owner nobody knows.
pub(super) fn person(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let written = sheet.of(finding.span).trim();
    let people = sheet.document.head(HeadKey::People).into_iter().flat_map(|value| &value.items).map(|(_, name)| name.as_str());
    let people: Vec<&str> = people.chain(sheet.bench.settings.config.people.iter().map(String::as_str)).collect();
    match written.strip_prefix('@') {
        Some(handle) => {
            let first_names: Vec<String> = people.iter().filter_map(|name| name.split_whitespace().next()).map(str::to_lowercase).collect();
            let meant = nearest(handle, first_names.iter().map(String::as_str)).map(|name| format!("@{name}"));
            change(finding.span, meant.as_deref())
        }
        None => change(finding.span, nearest(written, people.into_iter())),
    }
}

fn change(span: Span, meant: Option<&str>) -> Vec<Fix> {
    meant.map(|meant| Fix::new(Choice, format!("Change to {meant}"), vec![Edit::replace(span, meant)])).into_iter().collect()
}
