//! The prose of a mission or vision: its statement, and signs of the elements it speaks of (DIALECT 4).

use super::{Body, Reader};
use crate::dialect::concept::Concept;
use crate::dialect::group::{Cue, Group};
use crate::dialect::mentions::Mentions;
use crate::dialect::sentence;
use crate::dialect::vocabulary::Vocabulary;
use crate::markdown::BlockKind;
use crate::plan::section::Cues;
use crate::text::Span;

/// The element that a cue is a sign of.
fn element(cue: Cue) -> Concept {
    match cue {
        Cue::Purpose => Concept::Purpose,
        Cue::Customers => Concept::Customers,
        Cue::Experience => Concept::Experience,
        Cue::Staff => Concept::Staff,
        Cue::Company => Concept::Company,
    }
}

/// The elements that `text`, the words of a mission or vision, gives a sign of.
pub fn cues(vocabulary: &Vocabulary, text: &str) -> Cues {
    signs(vocabulary, text, Mentions::of(text).cues(Span::new(0, text.len())))
}

/// The signs that `said` gives, which are the cues of `text`.
fn signs(vocabulary: &Vocabulary, text: &str, said: impl Iterator<Item = Cue>) -> Cues {
    let mut found = Cues::default();
    for cue in said {
        found.add(element(cue));
    }
    // Hardly a mission that is a sentence leaves out what it is for; one that only names a thing does.
    if text.chars().any(char::is_alphanumeric) && !vocabulary.opens_with_determiner(text) {
        found.add(Concept::Purpose);
    }
    found
}

/// The concepts of which `text` says how they are written.
pub fn advised(vocabulary: &Vocabulary, text: &str) -> Vec<Concept> {
    let groups = [(Concept::Mission, Group::AboutMissions), (Concept::Vision, Group::AboutVisions)];
    groups.into_iter().filter(|&(_, group)| vocabulary.mentions(group, text).is_some()).map(|(concept, _)| concept).collect()
}

pub(super) fn read(reader: &mut Reader<'_>, section: usize, body: &Body) {
    let mut statement: Option<Span> = None;
    let mut signs = Cues::default();
    for &block in &body.blocks {
        let here = reader.blocks.block(block);
        match here.kind {
            BlockKind::Paragraph | BlockKind::Quote { alert: false } => {
                let span = if here.kind == BlockKind::Paragraph { here.text } else { here.span };
                let is_field = reader.plan.fields.iter().any(|field| field.section == section && span.covers(field.place));
                if statement.is_none() && !is_field && !reader.blocks.masked(span).trim().is_empty() {
                    statement = Some(span.trimmed(reader.blocks.source));
                }
                signs = signs.with(signs_in(reader, section, span));
            }
            BlockKind::List { .. } | BlockKind::Table => signs = signs.with(signs_in(reader, section, here.span)),
            _ => {}
        }
    }
    let section = &mut reader.plan.sections[section];
    section.statement = statement;
    section.length = statement.map(|span| sentence::length(span.of(reader.blocks.source))).unwrap_or_default();
    section.advises = statement.map(|span| advised(reader.facts.vocabulary, span.of(reader.blocks.source))).unwrap_or_default();
    section.cues = signs;
}

/// Signs in a run of text, without those in the values of labelled elements: these say what their labels say.
fn signs_in(reader: &Reader<'_>, section: usize, span: Span) -> Cues {
    let labelled =
        reader.plan.fields.iter().filter(|field| field.section == section && span.covers(field.place) && is_element(field.concept));
    let mut signs = Cues::default();
    let mut start = span.start;
    for field in labelled {
        signs = signs.with(signs_between(reader, start, field.place.start));
        start = start.max(field.place.end).max(field.value.end);
    }
    signs.with(signs_between(reader, start, span.end))
}

fn signs_between(reader: &Reader<'_>, start: u32, end: u32) -> Cues {
    if end <= start {
        return Cues::default();
    }
    let span = Span { start, end };
    signs(reader.facts.vocabulary, reader.blocks.masked(span), reader.mentions.cues(span))
}

fn is_element(concept: Option<Concept>) -> bool {
    concept.is_some_and(|concept| Cue::ALL.into_iter().any(|cue| element(cue) == concept))
}

#[cfg(test)]
mod tests {
    use super::cues;
    use crate::dialect::concept::Concept;
    use crate::dialect::vocabulary::Vocabulary;

    /// What prose leaves out: `P`urpose, `C`ustomers, `E`xperience.
    #[test]
    fn missions_in_prose_leave_out() {
        for (text, left_out) in [
            ("A friendly voice for every patient, day and night.", "P"),
            ("We want every visitor to leave with a smile.", ""),
            ("Help students at our university find housing they can afford.", "E"),
            ("Deliver digital services so good that people prefer to use them.", ""),
            ("Own the reliability, scalability and security of our production infrastructure.", "CE"),
            ("The working group maintains the documentation and the website.", "CE"),
            ("To define open standards for real-time graphics.", "CE"),
            ("With 20 years of experience we build roofs for families.", "E"),
            ("Wir helfen Menschen in Not schnell und unbürokratisch.", ""),
            ("Der Verein fördert den Naturschutz im Tal.", "CE"),
            ("Aider les familles à trouver une place en crèche sans stress.", ""),
            ("Promouvoir les logiciels libres au sein des administrations publiques.", "E"),
            ("Ayudar a los vecinos a resolver sus trámites en una sola visita.", ""),
            ("Promover el uso de energías renovables en la región.", "CE"),
            ("Ajudar pequenos agricultores a vender a sua produção sem intermediários.", ""),
            ("Desenvolver um sistema de gestão de estoque.", "CE"),
            ("利用者が迷わず手続きを終えられるようにする。", ""),
            ("オープンデータの普及を促進する。", "CE"),
            ("让每个孩子都能快乐地阅读。", ""),
            ("推动开源生态的可持续发展。", "CE"),
            ("누구나 쉽게 배울 수 있는 교육을 제공한다.", ""),
            ("오픈소스 생태계의 발전에 기여한다.", "CE"),
        ] {
            let found = cues(Vocabulary::builtin(), text);
            let elements = [("P", Concept::Purpose), ("C", Concept::Customers), ("E", Concept::Experience)];
            let missing: String = elements.iter().filter(|(_, element)| !found.has(*element)).map(|(letter, _)| *letter).collect();
            assert_eq!(missing, left_out, "{text}");
        }
    }
}
