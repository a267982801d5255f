//! L102: headings, labels and column headers that came out of a translation program.

use crate::dialect::concept::{Column, Concept, Language};
use crate::plan::{MarkKind, TableRole};
use crate::rules::draft::{Draft, quoted};
use crate::rules::options::Options;
use crate::rules::scene::Local;
use crate::text::Span;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
    for mark in here.chunk.plan.marks.iter().filter(|mark| mark.kind == MarkKind::Nonstandard) {
        if let Some(usual) = usual_word(here, options, mark.span) {
            found.push(Draft::at(here.at(mark.span)).quoting("value", here.words(mark.span)).with("suggestion", quoted(&usual)));
        }
    }
}

/// What people write instead of the heading, header or label at `span`.
fn usual_word(here: &Local<'_>, options: &Options, span: Span) -> Option<String> {
    let (plan, vocabulary) = (&here.chunk.plan, here.scene.vocabulary);
    let words = here.words(span);
    if let Some(section) = plan.sections.iter().find(|section| section.heading == span) {
        let awkward = section.matches.iter().find(|found| found.nonstandard)?;
        return usual_concept(here, options, awkward.concept, awkward.language);
    }
    if let Some(table) = plan.tables.iter().find(|table| table.columns.iter().any(|&(header, _)| header == span)) {
        let about = (table.role == TableRole::Actions).then_some(Concept::Actions);
        let awkward = vocabulary.column(words, about)?;
        return usual_column(here, options, awkward.column, awkward.language);
    }
    let awkward = vocabulary.label(words)?;
    usual_concept(here, options, awkward.concept, awkward.language)
}

fn usual_concept(here: &Local<'_>, options: &Options, concept: Concept, language: Option<Language>) -> Option<String> {
    let own = options.word_in("preferred", concept.word()).map(str::to_owned);
    own.or_else(|| here.scene.vocabulary.language(language?).concepts.get(&concept)?.first().cloned())
}

fn usual_column(here: &Local<'_>, options: &Options, column: Column, language: Option<Language>) -> Option<String> {
    let own = options.word_in("preferred", column.word()).map(str::to_owned);
    own.or_else(|| {
        let words = here.scene.vocabulary.language(language?);
        let usual = words.scoped_columns.get(&column).or_else(|| words.columns.get(&column))?;
        usual.first().cloned()
    })
}
