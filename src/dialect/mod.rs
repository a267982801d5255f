//! Words to meaning: vocabularies, headings, dates, owners, placeholders, ids. Knows nothing of documents.

mod bracket;
mod column;
pub mod concept;
pub mod date;
mod grammar;
pub mod group;
mod heading;
pub mod item;
mod lexicon;
mod listed;
pub(crate) mod normalise;
mod numbering;
mod phrase;
pub mod placeholder;
mod prefix;
mod script;
pub mod vocabulary;
pub mod words;

pub use column::ColumnMatch;
