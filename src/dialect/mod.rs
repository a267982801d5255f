//! Words to meaning: vocabularies, headings, dates, owners, placeholders, ids. Knows nothing of documents.

pub mod attribute;
mod bracket;
mod column;
mod compound;
pub mod concept;
pub mod damage;
pub mod date;
mod grammar;
pub mod group;
mod heading;
pub mod identifier;
pub mod item;
mod lexicon;
mod listed;
pub mod measure;
pub mod mentions;
pub mod name;
pub(crate) mod normalise;
pub mod nearest;
mod numbering;
pub mod order;
pub mod owner;
pub(crate) mod phrase;
pub mod placeholder;
mod prefix;
pub mod question;
pub(crate) mod script;
pub mod sentence;
pub mod texts;
pub mod vocabulary;
pub mod words;

pub use column::ColumnMatch;
