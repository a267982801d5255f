//! The missions a document states, each with whose it is, so that two of them can be held against each other.

use crate::dialect::concept::{Concept, HeadKey, Language};
use crate::plan::document::Document;
use crate::plan::element::Filled;
use crate::plan::placed::Placed;
use crate::plan::section::{Reading, Section};
use crate::plan::source::Source;
use crate::text::Span;

/// One wording of a mission. Spans count from the start of the document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MissionStatement {
    /// Whose mission: the words in front of "mission" and the heading it stands under, in lower case; empty: the organisation's.
    pub scope: String,
    /// The language of the heading, when its word belongs to one language only.
    pub language: Option<Language>,
    /// The words, with their Markdown.
    pub text: String,
    /// Made of labelled elements, not of running text.
    pub labelled: bool,
    /// The heading, or the head field.
    pub place: Span,
}

/// Every mission that `document` states, in the order of the text.
pub fn missions(document: &Document, source: Source<'_>) -> Vec<MissionStatement> {
    let mut found: Vec<MissionStatement> = field(document).into_iter().collect();
    let mut open: Vec<Placed<'_, Section>> = Vec::new();
    for section in document.sections() {
        if section.level == 0 {
            continue;
        }
        open.retain(|above| above.level < section.level);
        found.extend(of_section(document, source, &section, &open));
        open.push(section);
    }
    found
}

/// A heading that states a mission and nothing else; "Mission and values" may begin with either.
fn of_section(
    document: &Document,
    source: Source<'_>,
    section: &Placed<'_, Section>,
    above: &[Placed<'_, Section>],
) -> Option<MissionStatement> {
    let [only] = section.matches.as_slice() else { return None };
    if only.concept != Concept::Mission || section.reading != Reading::Mission || section.filled != Filled::Given || section.only_link {
        return None;
    }
    let span = section.statement.unwrap_or(section.body);
    let text = source.of(section.at(span)).trim().to_owned();
    let title = document.title().map(|title| title.at(title.heading));
    let above = above
        .iter()
        .filter(|above| Some(above.at(above.heading)) != title)
        .map(|above| source.of(above.at(above.heading)).trim().to_lowercase());
    let scope: Vec<String> = above.chain(only.scope.clone()).collect();
    let mission = MissionStatement {
        scope: scope.join(" / "),
        language: only.language,
        labelled: section.statement.is_none(),
        place: section.at(section.heading),
        text,
    };
    (!mission.text.is_empty()).then_some(mission)
}

/// `mission: We keep every home warm.`
fn field(document: &Document) -> Option<MissionStatement> {
    let value = document.head(HeadKey::Mission)?;
    let is_statement = value.path().is_none() && value.text.chars().count() >= SHORTEST;
    is_statement.then(|| MissionStatement {
        scope: String::new(),
        language: document.language,
        text: value.text.clone(),
        labelled: false,
        place: value.place,
    })
}

/// A value with fewer characters is the name of a mission, not its words.
const SHORTEST: usize = 12;
