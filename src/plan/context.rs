//! What a chunk must know of the text before it, and of its document, to be read alone.
//! A chunk read again with an equal context gives the same plan: that is what lets an editor keep all others.

use super::section::{Dated, Reading};
use crate::dialect::concept::Kind;
use crate::dialect::date::Order;
use crate::dialect::vocabulary::Vocabulary;

/// What holds for the whole document while its chunks are read.
#[derive(Clone)]
pub struct Facts<'v> {
    /// The words in force.
    pub vocabulary: &'v Vocabulary,
    /// Kind, when front matter, configuration, file name or title state it.
    pub stated: Option<Kind>,
    /// Where the document's kind is at most notes: minutes and whatever else is named.
    pub notes: bool,
    /// Path or title says that these are minutes.
    pub minutes: bool,
    /// Path or title says that work is planned here.
    pub plans_work: bool,
    /// The title states a concept that no other heading states: its own text is that section.
    pub title_is_section: bool,
    /// No Markdown heading stands anywhere: a line that names a concept is one.
    pub headless: bool,
    /// The title names an organisation called TODO.
    pub todo_is_name: bool,
    /// How slash dates are read.
    pub order: Order,
    /// Lists outside questions sections in which every item asks are questions (`questions.implicit-lists`).
    pub implicit_questions: bool,
    /// Headings under which questions are not judged, besides those of the vocabulary.
    pub ignored_questions: Vec<String>,
    /// Headings under which boxes are no actions, besides those of the vocabulary.
    pub ignored_actions: Vec<String>,
}

/// A heading that is still open where a chunk begins.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenHeading {
    /// 1 to 6.
    pub level: u8,
    /// How text under it is read.
    pub reading: Reading,
    /// It asks: lists under it answer.
    pub asks: bool,
    /// What it says about time.
    pub dated: Dated,
    /// It, or a field under it, names who does what follows.
    pub owned: bool,
    /// Its words when they may be a name.
    pub name: Option<Box<str>>,
}

/// What the text before a chunk means for it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Context {
    /// Open headings, outermost first.
    pub open: Vec<OpenHeading>,
    /// Headings so far, up to 2: head fields end at the second one.
    pub headings: u8,
    /// The title has been seen.
    pub titled: bool,
    /// Something that is no heading follows in the next chunk under a deeper heading: a heading question without own text may be answered there.
    pub deeper_follows: bool,
}

impl Context {
    /// Opens a heading: closes those of the same or a deeper level.
    pub fn enter(&mut self, heading: OpenHeading) {
        self.open.retain(|open| open.level < heading.level);
        self.open.push(heading);
        self.headings = (self.headings + 1).min(2);
    }

    /// The innermost open heading.
    pub fn innermost(&self) -> Option<&OpenHeading> {
        self.open.last()
    }

    /// How text is read here.
    pub fn reading(&self) -> Reading {
        self.innermost().map_or(Reading::Prose, |open| open.reading)
    }

    /// What the open headings say about time; a day says more than a period. The day of a meeting dates no action below it, and neither
    /// does the sprint or the month in which the meeting was. Decisions are asked about in another place: they are dated by it.
    pub fn dated(&self) -> Dated {
        let since_meeting = self.open.iter().rev().take_while(|open| open.dated != Dated::Meeting);
        since_meeting.map(|open| open.dated).max_by_key(|dated| *dated as u8).unwrap_or_default()
    }
}
