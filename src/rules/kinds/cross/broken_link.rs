//! X101: a link to a document that is not there, and in the middle of a series a neighbour that is named without one.

use crate::dialect::concept::HeadKey;
use crate::plan::{DocumentLink, SeriesPlace};
use crate::rules::draft::Draft;
use crate::rules::neighbours::Lookup;
use crate::rules::scene::Scene;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for link in scene.document.document_links(scene.source) {
        match &link.path {
            Some(path) => found.extend(broken(scene, &link, path)),
            None if link.empty => found.extend(leads_nowhere(scene, &link)),
            // "Customer Experience Strategy (CES)": a title somebody looks for themselves.
            None => {}
        }
    }
}

fn broken(scene: &Scene<'_>, link: &DocumentLink, path: &str) -> Option<Draft> {
    let draft = Draft::at(link.place).with("path", bare(path));
    match scene.neighbours.look_up(path) {
        Lookup::Missing { nearest } if is_surely_a_path(link, path) => Some(match nearest {
            Some(nearest) => draft.saying("suggestion").with("suggestion", nearest),
            None => draft,
        }),
        Lookup::NoHeading { heading, document } => {
            Some(draft.saying("heading").quoting("item", &heading).related_in(&document.path, document.title_span, "the document"))
        }
        Lookup::Outside if is_surely_a_path(link, path) => Some(draft.saying("outside")),
        _ => None,
    }
}

/// A name without an ending, or with that of a page, may be an address that a generator of sites makes up.
fn is_surely_a_path(link: &DocumentLink, path: &str) -> bool {
    let name = bare(path).rsplit(['/', '\\']).next().unwrap_or_default();
    let Some((_, ending)) = name.rsplit_once('.') else { return false };
    let is = |endings: &[&str]| endings.iter().any(|known| ending.eq_ignore_ascii_case(known));
    is(&["md", "markdown", "mdown"]) || link.is_link && !is(&["html", "htm"]) && ending.len() <= LONGEST_ENDING
}

/// What follows a dot is the ending of a file name up to this many bytes.
const LONGEST_ENDING: usize = 5;

/// A path without the heading behind it.
fn bare(path: &str) -> &str {
    path.split_once('#').map_or(path, |(path, _)| path)
}

/// `Previous:` with nothing behind it says that there is none, unless the document says that it is the second part.
fn leads_nowhere(scene: &Scene<'_>, link: &DocumentLink) -> Option<Draft> {
    let series = SeriesPlace::of(scene.document, scene.source, scene.vocabulary);
    let expected = match link.key {
        HeadKey::Previous => series.has_before(),
        HeadKey::Next => series.has_after(),
        _ => false,
    };
    expected
        .then(|| Draft::at(link.place).saying("neighbour").with("value", series.part.unwrap_or_default()).naming("name", [link.key.word()]))
}
