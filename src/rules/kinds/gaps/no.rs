//! G104: in a workbook, an answer that admits a shortfall which no gap takes up.

use super::{id_of, mentioned};
use crate::dialect::concept::Kind;
use crate::dialect::group::Group;
use crate::plan::{Answer, Role};
use crate::rules::draft::Draft;
use crate::rules::scene::Scene;

/// A no at the beginning of an answer is said in so many characters.
const LONGEST_NO: usize = 40;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let document = scene.document;
    if document.kind != Kind::Workbook {
        return;
    }
    for question in document.questions() {
        let Answer::Given(answer) = question.answer else { continue };
        let answer = question.at(answer);
        let words = scene.words(answer);
        // The closing marks of a bold label may come first.
        let begins = words.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let begins = begins.char_indices().nth(LONGEST_NO).map_or(begins, |(end, _)| &begins[..end]);
        let admits = scene.vocabulary.mentions(Group::NegativeAnswers, begins).is_some_and(|span| span.start == 0);
        if !admits || scene.vocabulary.mentions(Group::Accepted, &words).is_some() || words.contains("](") {
            continue;
        }
        let text = question.at(question.text);
        let named = mentioned(document, text.to(answer)).any(|(_, role)| role.is_none_or(|role| role == Role::Gap));
        let own = id_of(document, text);
        let taken_up = own.is_some_and(|own| {
            let mut gaps = document.entries().filter(|entry| entry.role == Role::Gap);
            gaps.any(|gap| mentioned(document, gap.at(gap.whole)).any(|(id, _)| id == own))
        });
        if !named && !taken_up {
            found.push(Draft::at(text).quoting("item", &scene.words(text)));
        }
    }
}
