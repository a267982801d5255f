//! H109: what was not looked at, and why. Limits that only the judge or the reader of files meets are theirs to report.

use crate::markdown::depth;
use crate::rules::draft::Draft;
use crate::rules::kinds::pattern::LONGEST_LINE;
use crate::rules::scene::Scene;
use crate::text::Span;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    if let Some(span) = scene.document.too_deep {
        found.push(Draft::at(span).saying("nesting").with("total", depth::DEEPEST));
    }
    if scene.has_own_patterns && scene.document.len > LONGEST_LINE {
        long_lines(scene, found);
    }
}

/// Lines that are too long for the regular expressions of a writer's own rules.
fn long_lines(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let text = scene.words(Span::new(0, scene.document.len));
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        if line.len() > LONGEST_LINE {
            found.push(Draft::at(Span::empty(start)).saying("line").with("value", line.len()).with("total", LONGEST_LINE));
        }
        start += line.len();
    }
}
