//! The plan of one chunk: all elements that were read from it, with spans that count from its start.

use super::element::{Action, ActionList, Definition, Entry, Field, Mark, Question, Reference, Table};
use super::section::Section;
use crate::dialect::date::Found;
use crate::dialect::letters::Letters;
use crate::markdown::suppression::Directive;
use crate::text::Span;

/// What one chunk says.
#[derive(Clone, Debug, Default)]
pub struct ChunkPlan {
    /// Its sections; the first one is the chunk's own heading, or the text before the first heading.
    pub sections: Vec<Section>,
    /// Labelled values.
    pub fields: Vec<Field>,
    /// Questions.
    pub questions: Vec<Question>,
    /// Actions.
    pub actions: Vec<Action>,
    /// Lines of minutes that may be actions: open boxes and orders that nothing around them calls so. Only hints speak of them.
    pub possible: Vec<Action>,
    /// Lists of actions.
    pub lists: Vec<ActionList>,
    /// Tables.
    pub tables: Vec<Table>,
    /// Objectives, strategies, metrics, gaps, risks, decisions, support areas.
    pub entries: Vec<Entry>,
    /// Ids defined.
    pub definitions: Vec<Definition>,
    /// Ids mentioned.
    pub references: Vec<Reference>,
    /// Labels of link definitions (`[A1]: url`): brackets with them are links.
    pub link_labels: Vec<Box<str>>,
    /// Runs of text that are not as they should be.
    pub marks: Vec<Mark>,
    /// Suppression comments.
    pub directives: Vec<Directive>,
    /// Names of people that are certain: owners with a handle or a key, attendance lists.
    pub people: Vec<Box<str>>,
    /// Blocks of text with their script, for L101.
    pub scripts: Vec<ScriptRun>,
    /// Sentences or items that tell employees something (M106).
    pub telling: bool,
    /// Dates found by shape in running text.
    pub dates: Vec<Found>,
}

/// A block of text and the letters it is written in.
#[derive(Clone, Copy, Debug)]
pub struct ScriptRun {
    /// The block's text.
    pub span: Span,
    /// How many of which script.
    pub letters: Letters,
}
