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

/// `guides/start` may be an address that a site generator makes up; a link, a Markdown file and `../strategy` are paths.
fn is_surely_a_path(link: &DocumentLink, path: &str) -> bool {
    let bare = bare(path).to_ascii_lowercase();
    // Pages a generator makes are not there before it runs.
    let generated = [".html", ".htm", "/"].iter().any(|ending| bare.ends_with(ending));
    let markdown = [".md", ".markdown", ".mdown"].iter().any(|ending| bare.ends_with(ending));
    !generated && (link.is_link || markdown || bare.starts_with("./") || bare.starts_with("../"))
}

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
    expected.then(|| Draft::at(link.place).saying("neighbour").with("value", series.part.unwrap_or_default()).naming("name", [link.key.word()]))
}
