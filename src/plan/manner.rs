//! How documents are read: the words in force, and what a configuration says.

use crate::dialect::date::Order;
use crate::dialect::vocabulary::Vocabulary;

/// How documents are read; from configuration.
#[derive(Clone)]
pub struct Manner<'v> {
    /// The words in force.
    pub vocabulary: &'v Vocabulary,
    /// Order of day and month in slash dates.
    pub order: Order,
    /// Lists in which every item asks are questions anywhere.
    pub implicit_questions: bool,
    /// Headings under which questions are not judged.
    pub ignored_questions: Vec<String>,
    /// Headings under which boxes are no actions.
    pub ignored_actions: Vec<String>,
}
