//! Words to meaning: vocabularies, headings, dates, owners, placeholders, ids. Knows nothing of documents.

pub mod attribute;
pub mod concept;
pub mod date;
pub mod identifier;
pub mod item;
pub mod name;
pub mod owner;
pub mod vocabulary;
