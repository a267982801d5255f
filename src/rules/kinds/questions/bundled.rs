//! Q103: several questions in one item, with one answer at most.

use crate::dialect::question;
use crate::plan::QuestionSource;
use crate::rules::draft::Draft;
use crate::rules::scene::Local;

/// A tail of fewer words is a tag ("Right?"), no question of its own.
const FEWEST_WORDS: usize = 3;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, found: &mut Vec<Draft>) {
    for asked in &here.chunk.plan.questions {
        if asked.marks < 2 || matches!(asked.source, QuestionSource::Paragraph | QuestionSource::Heading) {
            continue;
        }
        let words = here.words(asked.text);
        let count = count(words).max(usize::from(asked.marks >= 2));
        if count >= 2 {
            found.push(Draft::at(here.at(asked.text)).with("count", count).quoting("item", words));
        }
    }
}

fn count(text: &str) -> usize {
    let mut start = 0;
    let mut count = 0;
    for mark in question::marks(text) {
        let sentence = &text[start..mark];
        let words = sentence.split_whitespace().count();
        let long = words >= FEWEST_WORDS || sentence.chars().filter(|it| !it.is_ascii()).count() >= FEWEST_WORDS;
        count += usize::from(long || start == 0);
        start = mark;
    }
    count
}
