//! L102: headings, labels and column headers that came out of a translation program.

use crate::dialect::concept::{Column, Concept, Language};
use crate::dialect::vocabulary::Vocabulary;
use crate::plan::{ChunkPlan, MarkKind, TableRole};
use crate::rules::draft::{Draft, quoted};
use crate::rules::options::Options;
use crate::rules::scene::Local;
use crate::text::Span;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
    for mark in here.chunk.plan.marks.iter().filter(|mark| mark.kind == MarkKind::Nonstandard) {
        let words = here.words(mark.span);
        if let Some(usual) = usual_word(&here.chunk.plan, here.scene.vocabulary, options, mark.span, words) {
            found.push(Draft::at(here.at(mark.span)).quoting("value", words).with("suggestion", quoted(&usual)));
        }
    }
}

/// What people write instead of the heading, header or label `words` at `span` of a chunk.
pub(crate) fn usual_word(plan: &ChunkPlan, vocabulary: &Vocabulary, options: &Options, span: Span, words: &str) -> Option<String> {
    if let Some(section) = plan.sections.iter().find(|section| section.heading == span) {
        let awkward = section.matches.iter().find(|found| found.nonstandard)?;
        return usual_concept(vocabulary, options, awkward.concept, awkward.language);
    }
    if let Some(table) = plan.tables.iter().find(|table| table.columns.iter().any(|&(header, _)| header == span)) {
        let about = (table.role == TableRole::Actions).then_some(Concept::Actions);
        let awkward = vocabulary.column(words, about)?;
        return usual_column(vocabulary, options, awkward.column, awkward.language);
    }
    let awkward = vocabulary.label(words)?;
    usual_concept(vocabulary, options, awkward.concept, awkward.language)
}

fn usual_concept(vocabulary: &Vocabulary, options: &Options, concept: Concept, language: Option<Language>) -> Option<String> {
    let own = options.word_in("preferred", concept.word()).map(str::to_owned);
    own.or_else(|| vocabulary.language(language?).concepts.get(&concept)?.first().map(ToString::to_string))
}

fn usual_column(vocabulary: &Vocabulary, options: &Options, column: Column, language: Option<Language>) -> Option<String> {
    let own = options.word_in("preferred", column.word()).map(str::to_owned);
    own.or_else(|| {
        let words = vocabulary.language(language?);
        let usual = words.scoped_columns.get(&column).or_else(|| words.columns.get(&column))?;
        usual.first().map(ToString::to_string)
    })
}
