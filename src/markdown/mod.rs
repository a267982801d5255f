//! Text to blocks: headings, lists, tables, paragraphs and comments with exact spans. Knows nothing of plans.

mod block;
mod pasted;
mod reader;

pub use block::{Block, BlockKind, Blocks, Inline, InlineKind};
