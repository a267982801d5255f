//! Words to meaning: vocabularies, headings, dates, owners, placeholders, ids. Knows nothing of documents.

pub mod concept;
pub mod date;
pub mod item;
pub mod vocabulary;
pub mod damage;
pub mod measure;
pub mod question;
