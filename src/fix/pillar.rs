//! S102: lines for what a strategy is silent about.

use super::bench::Sheet;
use super::title::Title;
use super::{field, tail};
use crate::dialect::concept::Concept;
use crate::finding::Applicability::Scaffold;
use crate::finding::{Finding, Fix};

/// A line with a placeholder for each of `pillars` (name, and the concept that covers it) that the finding names.
pub(super) fn insert<'p>(sheet: &Sheet<'_>, finding: &Finding, pillars: impl Iterator<Item = (&'p str, Option<Concept>)>) -> Vec<Fix> {
    let words = sheet.insert();
    let Some(section) = sheet.document.sections().find(|section| section.level != 0 && section.at(section.heading) == finding.span) else {
        return Vec::new();
    };
    let labels: Vec<String> = pillars
        .filter(|(name, _)| finding.message.contains(&sheet.own_word(name)))
        .map(|(name, concept)| {
            let label = concept.and_then(|concept| words.labels.get(&concept).or_else(|| words.headings.get(&concept)));
            label.cloned().unwrap_or_else(|| name.to_owned())
        })
        .collect();
    if labels.is_empty() {
        return Vec::new();
    }
    let edit = tail::insert(sheet, &section, &field::list(sheet, &labels));
    vec![sheet.fix(Scaffold, Title::INSERT, &[("name", &labels.join(", "))], vec![edit])]
}
