//! L103: a translation that has more or less in it than its source, or another date or owner for the same action.
//! Counts are held against each other, never words.

use crate::dialect::concept::{Concept, HeadKey};
use crate::plan::{Outline, OutlineAction, OutlineSection, Summary};
use crate::rules::draft::{Draft, quoted};
use crate::rules::scene::Scene;
use crate::text::Span;

pub(in crate::rules::kinds) fn check(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    let links = scene.document.document_links(scene.source);
    let Some(link) = links.into_iter().find(|link| link.key == HeadKey::TranslationOf) else { return };
    let Some(source) = link.path.as_deref().and_then(|path| scene.neighbours.look_up(path).document()) else { return };
    if source.path == scene.neighbours.here() {
        return;
    }
    let here = Outline::of(scene.document, scene.source);
    let drift = Drift { scene, place: link.place, here: &here, source: &source };
    if here.is_shaped_like(&source.outline) {
        drift.section_by_section(found);
    } else {
        drift.concept_by_concept(found);
    }
    drift.actions(found);
}

struct Drift<'d> {
    scene: &'d Scene<'d>,
    place: Span,
    here: &'d Outline,
    source: &'d Summary,
}

/// Counts one thing in a section.
type Count = fn(&OutlineSection) -> usize;

/// What is counted in a section.
const COUNTED: [(&str, Count); 3] =
    [("question", |section| section.questions), ("action", |section| section.actions), ("id", |section| section.ids)];

impl Drift<'_> {
    /// The headings correspond one by one: whatever a word means in one language, its section is known.
    fn section_by_section(&self, found: &mut Vec<Draft>) {
        let headed = |outline: &Outline| outline.sections.iter().filter(|section| section.level > 0).cloned().collect::<Vec<_>>();
        for (here, there) in headed(self.here).iter().zip(&headed(&self.source.outline)) {
            let both_known = here.concept.is_some() && here.concept == there.concept;
            if both_known {
                self.counts(std::slice::from_ref(here), std::slice::from_ref(there), found);
            }
        }
    }

    /// The headings differ: what all sections of one concept hold together is compared.
    fn concept_by_concept(&self, found: &mut Vec<Draft>) {
        let (here, there) = (by_concept(self.here), by_concept(&self.source.outline));
        for &concept in Concept::ALL {
            let of = |sections: &[(Concept, OutlineSection)]| -> Vec<OutlineSection> {
                sections.iter().filter(|(of, _)| *of == concept).map(|(_, section)| section.clone()).collect()
            };
            let (here, there) = (of(&here), of(&there));
            let headings = |sections: &[OutlineSection]| sections.iter().filter(|section| section.concept == Some(concept)).count();
            if headings(&here) == headings(&there) {
                self.counts(&here, &there, found);
            } else {
                let place = there.first().map_or(self.source.title_span, |section| section.place);
                let draft = self.draft(place).saying("sections").with("count", headings(&here)).with("total", headings(&there));
                found.push(draft.naming("name", [concept.word()]));
            }
        }
    }

    fn counts(&self, here: &[OutlineSection], there: &[OutlineSection], found: &mut Vec<Draft>) {
        for (name, count) in COUNTED {
            let (here, total): (usize, usize) = (here.iter().map(count).sum(), there.iter().map(count).sum());
            if here != total {
                let place = there.first().map_or(self.source.title_span, |section| section.place);
                found.push(self.draft(place).with("count", here).with("total", total).naming("name", [plural(name, here)]));
                // A row that is missing takes its id with it.
                return;
            }
        }
    }

    /// The dates and owners of actions with the same id, or in the same place of lists of the same length.
    fn actions(&self, found: &mut Vec<Draft>) {
        let (here, there) = (&self.here.actions, &self.source.outline.actions);
        let in_step = here.len() == there.len();
        for (number, action) in here.iter().enumerate() {
            let other = match &action.id {
                Some(id) => there.iter().find(|other| other.id.as_ref() == Some(id)),
                None if in_step => there.get(number).filter(|other| other.id.is_none()),
                None => None,
            };
            let Some(other) = other else { continue };
            let item = action.id.clone().unwrap_or_else(|| quoted(&self.scene.words(action.place)));
            let draft = || self.draft(other.place).saying("value").with("item", &item);
            if let (Some(due), Some(other)) = (action.due, other.due)
                && due != other
            {
                found.push(draft().with("value", due).with("other", other));
            } else if let (Some(owner), Some(other)) = (&action.owner, &other.owner)
                && owner != other
                && self.are_names(owner, other)
            {
                found.push(draft().with("value", owner).with("other", other));
            }
        }
    }

    /// Roles are translated and scripts change; a handle, or a name that both documents use, is the same in both.
    fn are_names(&self, owner: &str, other: &str) -> bool {
        let uses = |actions: &[OutlineAction], name: &str| actions.iter().any(|action| action.owner.as_deref() == Some(name));
        owner.starts_with('@') && other.starts_with('@') || uses(&self.source.outline.actions, owner) || uses(&self.here.actions, other)
    }

    fn draft(&self, there: Span) -> Draft {
        let path = self.scene.neighbours.written(self.source);
        Draft::at(self.place).with("path", path).related_in(&self.source.path, there, "in the source")
    }
}

fn plural(what: &str, count: usize) -> String {
    if count == 1 { what.to_owned() } else { format!("{what}s") }
}

/// Every section with what it is about, taken from the heading above where its own says nothing.
fn by_concept(outline: &Outline) -> Vec<(Concept, OutlineSection)> {
    let mut open: Vec<(u8, Option<Concept>)> = Vec::new();
    let mut found = Vec::new();
    for section in &outline.sections {
        open.retain(|&(level, _)| level < section.level);
        let concept = section.concept.or_else(|| open.last().and_then(|&(_, concept)| concept));
        open.push((section.level, concept));
        found.extend(concept.map(|concept| (concept, section.clone())));
    }
    found
}
