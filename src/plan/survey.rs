//! A first look over a whole document, at its heading lines alone: what its chunks must know to be read, and what kind it is (DIALECT 1).

use super::context::Facts;
use super::document::{Chunk, Manner};
use super::origin::Origin;
use super::section::Section;
use crate::dialect::concept::{Concept, HeadKey, Kind, Language};
use crate::dialect::group::Group;
use crate::dialect::vocabulary::Match;
use crate::markdown::front_matter::FrontMatter;
use crate::markdown::{BlockKind, Blocks};
use crate::plan::element::TableRole;

/// What the headings say.
pub(super) struct Survey {
    headings: Vec<Surveyed>,
    /// Level of the heading each chunk begins with; 0 without one.
    levels: Vec<u8>,
    title: Option<usize>,
    stated: Option<Kind>,
    supposed: Option<Kind>,
    minutes: bool,
    pub(super) template: bool,
    pub(super) language: Option<Language>,
}

struct Surveyed {
    level: u8,
    matches: Vec<Match>,
    whole: bool,
    words: String,
}

impl Survey {
    pub(super) fn of(text: &str, starts: &[usize], front: &FrontMatter, origin: &Origin, manner: &Manner<'_>) -> Self {
        let vocabulary = manner.vocabulary;
        let mut headings = Vec::new();
        let mut levels = Vec::with_capacity(starts.len());
        for (number, &start) in starts.iter().enumerate() {
            let chunk = &text[start..starts.get(number + 1).copied().unwrap_or(text.len())];
            let line = chunk.lines().next().unwrap_or_default();
            let level = line.bytes().take_while(|&byte| byte == b'#').count();
            let is_heading = (1..=6).contains(&level) && line[level..].chars().next().is_none_or(char::is_whitespace);
            levels.push(if is_heading { level as u8 } else { 0 });
            if is_heading {
                heading(line, level as u8, manner, &mut headings);
            }
            html_headings(chunk, manner, &mut headings);
            if underlined(chunk) {
                let blocks = Blocks::read(chunk);
                for block in blocks.top() {
                    if let BlockKind::Heading { level, setext: true } = blocks.block(block).kind {
                        push(blocks.text(block), level, manner, &mut headings);
                    }
                }
            }
        }
        let title = headings.iter().position(|heading| heading.level == 1);
        let title_words = title.map(|title| headings[title].words.as_str()).unwrap_or_default();
        let front_kind = front.get(HeadKey::Kind).and_then(|entry| entry.value.text()).and_then(|text| vocabulary.kind(text));
        let title_minutes = vocabulary.mentions(Group::Minutes, title_words).is_some();
        let minutes = origin.minutes || title_minutes;
        let template = origin.template || vocabulary.mentions(Group::Template, title_words).is_some();
        let stated = front_kind
            .or(origin.configured)
            .or(minutes.then_some(Kind::Notes))
            .or(origin.named)
            .or_else(|| title.and_then(|title| kind_of_title(&headings[title])));
        let language = language_of(&headings);
        Self { headings, levels, title, stated, supposed: origin.supposed, minutes, template, language }
    }

    /// What holds for all chunks.
    pub(super) fn facts<'v>(&self, manner: &Manner<'v>) -> Facts<'v> {
        let title_is_section = self.title.is_some_and(|title| {
            let others = self.headings.iter().enumerate().filter(|&(number, _)| number != title);
            let stated: Vec<Concept> = others.flat_map(|(_, heading)| heading.matches.iter().map(|found| found.concept)).collect();
            let own = &self.headings[title].matches;
            !own.is_empty() && own.iter().all(|found| !stated.contains(&found.concept))
        });
        Facts {
            vocabulary: manner.vocabulary,
            stated: self.stated,
            notes: self.minutes || (self.stated.or(self.supposed).is_none_or(|kind| kind == Kind::Notes) && !self.is_workbook()),
            minutes: self.minutes,
            title_is_section,
            headless: self.headings.is_empty(),
            order: manner.order,
            implicit_questions: manner.implicit_questions,
            ignored_questions: manner.ignored_questions.clone(),
            ignored_actions: manner.ignored_actions.clone(),
        }
    }

    /// Whether the chunk behind `number` begins with a deeper heading.
    pub(super) fn deeper_follows(&self, number: usize) -> bool {
        let here = self.levels[number];
        here > 0 && self.levels.get(number + 1).is_some_and(|&next| next > here)
    }

    /// A mission, vision or strategy together with questions and actions.
    fn is_workbook(&self) -> bool {
        let states = |concept: Concept| self.headings.iter().any(|heading| heading.matches.iter().any(|found| found.concept == concept));
        (states(Concept::Mission) || states(Concept::Vision) || states(Concept::Strategy)) && states(Concept::Questions) && states(Concept::Actions)
    }

    /// The kind of the document, and whether somebody said so.
    pub(super) fn kind(&self, chunks: &[Chunk]) -> (Kind, bool) {
        if let Some(kind) = self.stated {
            return (kind, true);
        }
        let stated_below = |concept: Concept| chunks.iter().flat_map(|chunk| &chunk.plan.sections).any(|section: &Section| section.states(concept));
        let workbook = self.is_workbook()
            || (stated_below(Concept::Mission) || stated_below(Concept::Vision) || stated_below(Concept::Strategy))
                && stated_below(Concept::Questions)
                && stated_below(Concept::Actions);
        if workbook {
            return (Kind::Workbook, false);
        }
        let no_actions = chunks.iter().all(|chunk| chunk.plan.actions.is_empty());
        let areas = chunks.iter().flat_map(|chunk| &chunk.plan.tables).any(|table| table.role == TableRole::Areas);
        if areas && no_actions {
            return (Kind::Support, false);
        }
        (self.supposed.unwrap_or(Kind::Notes), false)
    }
}

/// Adds the heading that `line` is.
fn heading(line: &str, level: u8, manner: &Manner<'_>, headings: &mut Vec<Surveyed>) {
    let words = &line[usize::from(level)..];
    if words.contains(['*', '_', '[', '`', '<', '&', '\\', '#']) {
        let blocks = Blocks::read(line);
        push(blocks.top().next().map_or("", |block| blocks.text(block)), level, manner, headings);
    } else {
        push(words, level, manner, headings);
    }
}

fn push(words: &str, level: u8, manner: &Manner<'_>, headings: &mut Vec<Surveyed>) {
    let words = words.trim();
    let reading = manner.vocabulary.heading(words);
    headings.push(Surveyed { level, matches: reading.matches, whole: reading.whole, words: words.to_owned() });
}

/// Adds the HTML headings of a chunk.
fn html_headings(chunk: &str, manner: &Manner<'_>, headings: &mut Vec<Surveyed>) {
    if memchr::memmem::find(chunk.as_bytes(), b"<h").is_none() {
        return;
    }
    for line in chunk.lines() {
        let Some(rest) = line.strip_prefix("<h") else { continue };
        let Some(level) = rest.bytes().next().filter(|byte| (b'1'..=b'6').contains(byte)) else { continue };
        let Some(words) = rest.split_once('>').and_then(|(_, words)| words.split_once("</")) else { continue };
        push(words.0, level - b'0', manner, headings);
    }
}

/// Whether `===` or `---` may underline a heading somewhere.
fn underlined(chunk: &str) -> bool {
    let bytes = chunk.as_bytes();
    memchr::memchr2_iter(b'\n', b'\r', bytes).any(|at| {
        matches!(bytes.get(at + 1), Some(b'=')) || matches!(bytes.get(at + 1..at + 3), Some(b"--"))
    })
}

/// The title is a synonym of exactly one of mission, vision, strategy.
fn kind_of_title(title: &Surveyed) -> Option<Kind> {
    let [only] = title.matches.as_slice() else { return None };
    if !title.whole {
        return None;
    }
    match only.concept {
        Concept::Mission => Some(Kind::Mission),
        Concept::Vision => Some(Kind::Vision),
        Concept::Strategy => Some(Kind::Strategy),
        _ => None,
    }
}

/// The language of most headings that were recognised.
fn language_of(headings: &[Surveyed]) -> Option<Language> {
    let mut counts = [0_usize; Language::ALL.len()];
    for language in headings.iter().flat_map(|heading| &heading.matches).filter_map(|found| found.language) {
        counts[language as usize] += 1;
    }
    let (at, &most) = counts.iter().enumerate().rev().max_by_key(|&(_, count)| count)?;
    (most > 0).then(|| Language::ALL[at])
}
