//! A document's text: bytes, edits, chunks, positions. Knows nothing of Markdown beyond where a heading line starts.

mod block;
mod chunk;
mod line;
mod position;
mod rope;
mod span;

pub use chunk::{Recut, Source, cut, recut};
pub use position::{BOM, Encoding, Lines, Place, Walk, lines_from};
pub use rope::Text;
pub use span::Span;
