//! H107: letters that were damaged on their way into the document.

use crate::plan::MarkKind;
use crate::rules::draft::Draft;
use crate::rules::scene::Local;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, found: &mut Vec<Draft>) {
    for mark in here.chunk.plan.marks.iter().filter(|mark| mark.kind == MarkKind::Mojibake) {
        let draft = Draft::at(here.at(mark.span)).quoting("value", here.words(mark.span));
        found.push(if mark.count > 1 { draft.saying("several").with("count", mark.count) } else { draft });
    }
}
