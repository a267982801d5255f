//! `pattern`: words that should not stand in some place of a plan, or must.
//!
//! A page says where it looks (`where`, `in`), for what (`regex`, `phrases` or `group`), and whether finding it is the fault
//! (`mode = "excludes"`) or its absence (`mode = "includes"`). Nothing a page can say takes more than linear time.

mod needle;
mod places;

use super::is_cut;
use crate::dialect::concept::Concept;
use crate::dialect::owner::Owner;
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::{Local, Scene};
use crate::text::Span;
pub(super) use needle::LONGEST_LINE;

use needle::{Declared, Needle};
use places::{Piece, Where, pieces};
use serde::Deserialize;

/// What is looked for, and where.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Declared")]
pub struct Pattern {
    places: Vec<Where>,
    within: Option<Concept>,
    needle: Needle,
    mode: Mode,
}

/// Which of the two is the fault.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Mode {
    /// That it stands there.
    #[default]
    Excludes,
    /// That it does not.
    Includes,
}

impl Pattern {
    /// Whether it is a writer's regular expression, which looks at lines up to a limit only.
    pub(crate) fn is_regex(&self) -> bool {
        matches!(self.needle, Needle::Regex(_))
    }
}

pub(in crate::rules::kinds) fn local(pattern: &Pattern, here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
    if options.words("ignore-sections").next().is_none() {
        look(pattern, here, options, found);
    }
}

/// What stands under a heading is known only with the chunks before it: with `ignore-sections` the document is looked at as a whole.
pub(in crate::rules::kinds) fn global(pattern: &Pattern, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let ignored: Vec<&str> = options.words("ignore-sections").collect();
    if ignored.is_empty() {
        return;
    }
    let silent = scene.below_headings(|heading| ignored.iter().any(|name| name.eq_ignore_ascii_case(heading)));
    for chunk in &scene.document.chunks {
        let text = scene.words(Span::new(chunk.start, chunk.end));
        let mut drafts = Vec::new();
        look(pattern, &Local::new(scene, chunk, &text), options, &mut drafts);
        drafts.retain(|draft| !silent.iter().any(|stretch| stretch.covers(draft.span)));
        found.append(&mut drafts);
    }
}

fn look(pattern: &Pattern, here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
    let more = options.more_phrases().cloned().map(Needle::Phrases);
    let first = found.len();
    for &place in &pattern.places {
        let within = |piece: &Piece<'_>| {
            pattern.within.is_none_or(|concept| places::is_within(here, piece.span, concept))
                && !(place.is_element() && is_cut(here, piece.span))
        };
        for piece in pieces(place, &pattern.needle, here).iter().filter(|piece| within(piece)) {
            let mut hits = needle::hits(&pattern.needle, place, piece, here, options);
            match (pattern.mode, &more) {
                (Mode::Excludes, _) if hits.is_empty() => found.extend(beyond_limits(place, piece, here, options)),
                (Mode::Excludes, _) => found.extend(hits.into_iter().map(|span| draft(here, span, piece))),
                (Mode::Includes, more) => {
                    hits.extend(more.iter().flat_map(|more| needle::hits(more, place, piece, here, options)));
                    if hits.is_empty() && !piece.words.trim().is_empty() {
                        found.push(draft(here, piece.span, piece));
                    }
                }
            }
        }
        if let (Mode::Excludes, Some(more)) = (pattern.mode, &more) {
            for piece in pieces(place, more, here).iter().filter(|piece| within(piece)) {
                let hits = needle::hits(more, place, piece, here, options).into_iter().map(|span| draft(here, span, piece));
                let new: Vec<Draft> = hits.filter(|hit| !found[first..].iter().any(|known| known.span.overlaps(hit.span))).collect();
                found.extend(new);
            }
        }
    }
}

/// Owners beyond `max-owners`, answers below `min-words`.
fn beyond_limits(place: Where, piece: &Piece<'_>, here: &Local<'_>, options: &Options) -> Option<Draft> {
    match (place, piece.owner) {
        (Where::Owner, Some(Owner::Named { names, .. })) => {
            let most = options.count("max-owners", 0);
            (most > 0 && names.len() > most).then(|| draft(here, piece.span, piece).saying("many").with("count", names.len()))
        }
        (Where::Answer, _) => {
            let fewest = options.count("min-words", 0);
            (fewest > 0 && places::length(piece.words) < fewest).then(|| draft(here, piece.span, piece))
        }
        _ => None,
    }
}

fn draft(here: &Local<'_>, span: Span, piece: &Piece<'_>) -> Draft {
    Draft::at(here.at(span)).quoting("value", here.words(span)).quoting("item", here.words(piece.about))
}
