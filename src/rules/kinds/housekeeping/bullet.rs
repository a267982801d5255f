//! H111: bullets that only look like a list.

use crate::plan::MarkKind;
use crate::rules::draft::Draft;
use crate::rules::scene::Local;
use crate::text::Span;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, found: &mut Vec<Draft>) {
    for mark in here.chunk.plan.marks.iter().filter(|mark| mark.kind == MarkKind::PastedBullets) {
        let words = here.words(mark.span);
        let line = words.split(['\n', '\r']).next().unwrap_or_default().trim_end();
        let bullet = words.chars().next().map(String::from).unwrap_or_default();
        let start = mark.span.start as usize;
        let draft = Draft::at(here.at(Span::new(start, start + line.len()))).quoting("value", &bullet);
        found.push(if mark.count > 1 { draft.saying("run").with("count", mark.count) } else { draft });
    }
}
