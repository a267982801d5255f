//! `relation`: elements that should serve others and do not (T103, T104, T106), and elements that nothing serves (T105).
//!
//! A link counts from either side: an action that names the gap it closes is tied to it as well as one that the gap names.

use super::ids::{Defined, Ids, Lead};
use crate::dialect::concept::Concept;
use crate::plan::{ActionState, Role};
use crate::rules::draft::{Draft, quoted};
use crate::rules::options::Options;
use crate::rules::scene::Scene;
use crate::text::Span;
use serde::Deserialize;

/// Which elements are tied to which.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Declared")]
pub struct Relation {
    /// The elements that must serve others; `None`: each of `to` must be served, by whatever it is.
    from: Option<Role>,
    to: Vec<Role>,
}

impl Relation {
    /// What an element can be tied to.
    pub(crate) fn targets(&self) -> &[Role] {
        &self.to
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Declared {
    from: Option<Concept>,
    to: Vec<Concept>,
    #[serde(default)]
    reverse: bool,
}

impl TryFrom<Declared> for Relation {
    type Error = String;

    fn try_from(declared: Declared) -> Result<Self, String> {
        if declared.from.is_some() == declared.reverse {
            return Err("`from` names what must be linked; `reverse` asks for any link and takes no `from`".to_owned());
        }
        let role = |concept: Concept| role(concept).ok_or_else(|| format!("`{}` are not numbered", concept.word()));
        let mut to = declared.to.into_iter().map(role).collect::<Result<Vec<Role>, String>>()?;
        if to.contains(&Role::Objective) {
            to.push(Role::Milestone);
        }
        Ok(Self { from: declared.from.map(role).transpose()?, to })
    }
}

fn role(concept: Concept) -> Option<Role> {
    Some(match concept {
        Concept::Mission => Role::Mission,
        Concept::Vision => Role::Vision,
        Concept::Objectives => Role::Objective,
        Concept::Strategy => Role::Strategy,
        Concept::Metrics => Role::Metric,
        Concept::Gaps => Role::Gap,
        Concept::Actions => Role::Action,
        _ => return None,
    })
}

pub(in crate::rules::kinds) fn check(relation: &Relation, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let Some(ids) = Ids::of(scene) else { return };
    match relation.from {
        Some(from) => unlinked(from, &relation.to, &ids, scene, options, found),
        None => uncovered(&relation.to, &ids, scene, found),
    }
}

/// An element that should serve others.
struct Element<'d> {
    place: Span,
    text: Span,
    whole: Span,
    id: Option<&'d str>,
    heading: Span,
}

fn unlinked(from: Role, to: &[Role], ids: &Ids<'_>, scene: &Scene<'_>, options: &Options, found: &mut Vec<Draft>) {
    let numbered = ids.number_any(to);
    let asked: Vec<Element<'_>> = elements(from, ids, scene)
        .into_iter()
        .filter(|element| match from {
            Role::Strategy => numbered || element.id.is_some(),
            Role::Metric => numbered && element.id.is_some(),
            _ => numbered,
        })
        .collect();
    let unlinked: Vec<&Element<'_>> = asked.iter().filter(|element| !is_linked(element, to, ids, scene)).collect();
    let linked = asked.len() - unlinked.len();
    let Some(first) = unlinked.first() else { return };
    #[expect(clippy::cast_precision_loss, reason = "nobody lists so many elements")]
    let share = linked as f64 / asked.len() as f64;
    if unlinked.len() > 1 && share < options.number("min-linked", 0.0) {
        let mut one = Draft::at(first.heading).saying("collapsed").with("count", unlinked.len()).with("total", asked.len());
        for element in &unlinked {
            one = one.related(element.place, name(element, scene));
        }
        found.push(one);
    } else {
        found.extend(unlinked.into_iter().map(|element| Draft::at(element.place).with("item", name(element, scene))));
    }
}

/// Its id, or its words.
fn name(element: &Element<'_>, scene: &Scene<'_>) -> String {
    element.id.map_or_else(|| quoted(&scene.words(element.text)), str::to_owned)
}

fn elements<'d>(role: Role, ids: &Ids<'d>, scene: &Scene<'d>) -> Vec<Element<'d>> {
    let document = scene.document;
    let heading = |chunk: usize, section: usize, place: Span| {
        let chunk = &document.chunks[chunk];
        let heading = chunk.plan.sections[section].heading;
        if heading.is_empty() { place } else { heading.shifted(chunk.start) }
    };
    let id = |span: Option<Span>| ids.definitions.iter().find(|defined| span == Some(defined.span)).map(|defined| defined.id);
    if role == Role::Action {
        let open = document.actions().filter(|action| action.state == ActionState::Open && !action.nested);
        return open
            .map(|action| {
                let place = action.at(action.reference_cell.unwrap_or(action.place));
                Element {
                    place,
                    text: action.at(action.text),
                    whole: action.at(action.whole),
                    id: id(action.id.map(|span| action.at(span))),
                    heading: heading(action.chunk, action.section, place),
                }
            })
            .collect();
    }
    let entries = document.entries().filter(|entry| entry.role == role && (entry.table.is_none() || entry.id.is_some()));
    let mut elements: Vec<Element<'d>> = entries
        .map(|entry| {
            let place = entry.at(entry.place);
            Element {
                place,
                text: entry.at(entry.text),
                whole: entry.at(entry.whole),
                id: id(entry.id.map(|span| entry.at(span))),
                heading: heading(entry.chunk, entry.section, place),
            }
        })
        .collect();
    let headings = ids.definitions.iter().filter(|defined| defined.role == role && defined.is_heading);
    elements.extend(headings.map(|defined| Element {
        place: defined.text,
        text: defined.text,
        whole: defined.whole,
        id: Some(defined.id),
        heading: defined.text,
    }));
    elements.sort_by_key(|element| element.place);
    elements
}

/// It mentions one of `to`, is mentioned by one, or stands under one.
fn is_linked(element: &Element<'_>, to: &[Role], ids: &Ids<'_>, scene: &Scene<'_>) -> bool {
    let mentions = ids.leads(element.whole).any(|lead| match lead {
        Lead::To(role) => to.contains(&role),
        // A reference that leads nowhere is T101's.
        Lead::Nowhere => (scene.running)("T101"),
        Lead::Unknown => true,
    });
    mentions
        || ids.definitions.iter().filter(|defined| to.contains(&defined.role)).any(|defined| {
            let above = defined.whole != element.whole && defined.whole.covers(element.whole);
            above || element.id.is_some_and(|id| ids.mentioned_in(defined.whole).any(|mention| mention.id == id))
        })
}

/// Ids to which nothing leads, in a document that uses references at all; each is judged once, where it is defined first.
fn uncovered(to: &[Role], ids: &Ids<'_>, scene: &Scene<'_>, found: &mut Vec<Draft>) {
    if !ids.refers() {
        return;
    }
    for defined in ids.definitions.iter().filter(|defined| to.contains(&defined.role)) {
        let is_first = ids.find(defined.id).is_some_and(|first| first.span == defined.span);
        if !is_first || is_covered(defined, ids, scene) {
            continue;
        }
        let draft = Draft::at(first_line(defined.text, scene)).with("item", defined.id);
        found.push(if defined.role == Role::Strategy { draft.saying("strategy") } else { draft });
    }
}

/// Something else mentions it, it names what carries it out, or that stands under it.
fn is_covered(defined: &Defined<'_>, ids: &Ids<'_>, scene: &Scene<'_>) -> bool {
    let carries = |role: Role| depth(role) > depth(defined.role);
    let inside = |span: Span| defined.whole.covers(span) && defined.span != span;
    ids.references.iter().any(|mention| mention.id == defined.id && !inside(mention.span))
        || ids.is_mentioned_outside(defined.id, scene)
        || ids.leads(defined.whole).any(|lead| lead == Lead::Unknown || matches!(lead, Lead::To(role) if carries(role)))
        || ids.definitions.iter().any(|other| inside(other.span) && carries(other.role))
        || scene
            .document
            .actions()
            .any(|action| defined.whole.covers(action.at(action.place)) && !action.at(action.whole).covers(defined.span))
}

/// How far down the chain from the mission to the work an element stands.
fn depth(role: Role) -> u8 {
    match role {
        Role::Mission | Role::Vision => 0,
        Role::Objective | Role::Milestone => 1,
        Role::Strategy => 2,
        _ => 3,
    }
}

fn first_line(span: Span, scene: &Scene<'_>) -> Span {
    let words = scene.words(span);
    let line = words.split(['\n', '\r']).next().unwrap_or_default().trim_end().len();
    Span::new(span.start as usize, span.start as usize + line)
}
