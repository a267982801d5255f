//! Did you mean: the known name that is nearest to the one written.

use super::bench::Sheet;
use super::person;
use super::title::Title;
use crate::dialect::concept::{HeadKey, Kind, Lifecycle, Phase};
use crate::dialect::nearest::nearest;
use crate::finding::Applicability::Choice;
use crate::finding::{Edit, Finding, Fix};
use crate::markdown::suppression::DirectiveKind;
use crate::rules::meant;
use crate::text::Span;

/// H103: a rule, a comment, a kind, a status or a phase.
pub(super) fn known(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let words = sheet.of(finding.span);
    let rules = || sheet.bench.settings.rule_names.iter().map(String::as_str);
    let in_front = |key: HeadKey| sheet.document.head(key).filter(|value| value.in_front && value.place == finding.span);
    let of_key = |key: HeadKey, known: Vec<&'static str>| {
        let value = in_front(key)?;
        Some((value.span, nearest(&value.text, known)?.to_owned()))
    };
    let found: Option<(Span, String)> = if words.starts_with("planlint-") {
        nearest(words, DirectiveKind::WORDS.iter().map(|(word, _)| *word)).map(|word| (finding.span, word.to_owned()))
    } else {
        of_key(HeadKey::Kind, Kind::ALL.iter().map(|it| it.word()).collect())
            .or_else(|| of_key(HeadKey::Status, Lifecycle::ALL.iter().map(|it| it.word()).collect()))
            .or_else(|| of_key(HeadKey::Phase, Phase::ALL.iter().map(|it| it.word()).collect()))
            .or_else(|| {
                is_rule_place(sheet, finding.span).then(|| nearest(words, rules())).flatten().map(|name| (finding.span, name.to_owned()))
            })
    };
    let found = found.or_else(|| Some((finding.span, status(sheet, finding.span)?)));
    found.map(|(span, name)| change(sheet, span, name)).into_iter().collect()
}

/// The status that the word in a status cell is nearest to, in the language of the document.
fn status(sheet: &Sheet<'_>, cell: Span) -> Option<String> {
    sheet.document.actions().find(|action| action.status.is_some_and(|(span, known)| known.is_none() && action.at(span) == cell))?;
    let words = sheet.words().status.values().flatten().copied();
    nearest(sheet.of(cell), words).map(str::to_owned)
}

/// Whether names of rules stand at `span`: in a comment, or in the front matter.
fn is_rule_place(sheet: &Sheet<'_>, span: Span) -> bool {
    let in_comment = sheet
        .document
        .chunks
        .iter()
        .any(|chunk| chunk.plan.directives.iter().any(|directive| directive.span.shifted(chunk.start).covers(span)));
    in_comment || sheet.document.head(HeadKey::Planlint).is_some_and(|value| value.items.iter().any(|(item, _)| *item == span))
}

/// O106: somebody of the list; a handle stays one.
pub(super) fn person(sheet: &Sheet<'_>, finding: &Finding) -> Vec<Fix> {
    let words = sheet.of(finding.span);
    let people = person::listed(sheet);
    let Some(person) = meant(words, &people) else { return Vec::new() };
    let name = match words.strip_prefix('@') {
        Some(handle) => {
            let word = nearest(handle, person.split_whitespace()).unwrap_or(person);
            format!("@{}", word.trim_start_matches('@').to_lowercase())
        }
        None => person.to_owned(),
    };
    vec![change(sheet, finding.span, name)]
}

fn change(sheet: &Sheet<'_>, span: Span, name: String) -> Fix {
    sheet.fix(Choice, Title::CHANGE, &[("name", &name)], vec![Edit::replace(span, name.as_str())])
}
