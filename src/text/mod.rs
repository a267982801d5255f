//! A document's text: bytes, edits, chunks, positions. Knows nothing of Markdown beyond where a heading line starts.

mod chunk;
mod position;
mod rope;
mod span;

pub use span::Span;
