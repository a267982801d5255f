//! Words to meaning: vocabularies, headings, dates, owners, placeholders, ids. Knows nothing of documents.

pub mod attribute;
mod bracket;
mod column;
mod compound;
pub mod concept;
pub mod damage;
pub mod date;
mod eight;
mod grammar;
pub mod group;
mod heading;
pub mod identifier;
pub mod item;
pub mod letters;
mod lexicon;
mod listed;
pub mod measure;
pub mod mentions;
pub mod name;
pub(crate) mod normalise;
pub mod nearest;
pub(crate) mod numbering;
pub mod order;
pub mod owner;
pub(crate) mod phrase;
pub mod placeholder;
mod prefix;
pub mod question;
mod reading;
pub(crate) mod script;
pub mod sentence;
pub mod texts;
pub mod vocabulary;
pub mod words;
mod writing;

pub use column::ColumnMatch;
