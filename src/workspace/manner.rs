//! How a configuration wants documents read, and what is known of one before it is.

use crate::config::{Config, DateOrder};
use crate::dialect::concept::HeadKey;
use crate::dialect::date::Order;
use crate::dialect::vocabulary::Vocabulary;
use crate::markdown::front_matter::FrontMatter;
use crate::plan::{Document, Manner, Origin};
use crate::text::cut;
use std::path::Path;

/// What is known of the document at `file`, an absolute path, before it is read.
pub fn origin(config: &Config, vocabulary: &Vocabulary, file: &Path) -> Origin {
    let configured = config.kind(&config.path_of(file));
    Origin { configured, ..Origin::of_path(&config.path_from_root(file), vocabulary) }
}

/// How `config` wants documents read.
pub fn manner<'v>(config: &Config, vocabulary: &'v Vocabulary) -> Manner<'v> {
    Manner {
        vocabulary,
        order: order(config),
        implicit_questions: config.questions.implicit_lists,
        ignored_questions: config.questions.ignore_sections.clone(),
        ignored_actions: config.actions.ignore_sections.clone(),
    }
}

/// Order of day and month in slash dates.
pub fn order(config: &Config) -> Order {
    match config.dates.order {
        DateOrder::Iso => Order::Iso,
        DateOrder::Dmy => Order::Dmy,
        DateOrder::Mdy => Order::Mdy,
    }
}

/// The name of the series that the beginning of `text` says it belongs to.
pub(super) fn series_name(text: &str, config: &Config, vocabulary: &Vocabulary) -> Option<String> {
    // Head fields end at the second heading.
    let body = FrontMatter::read(text).body_offset;
    let second = cut(text.get(body..)?, 0).get(2).map(|&start| body + start as usize);
    let head = second.and_then(|end| text.get(..end)).unwrap_or(text);
    let document = Document::read(head, &Origin::default(), &manner(config, vocabulary));
    let name = document.head(HeadKey::Series)?.text.trim().to_owned();
    (!name.is_empty()).then_some(name)
}
