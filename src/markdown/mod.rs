//! Text to blocks: headings, lists, tables, paragraphs and comments with exact spans. Knows nothing of plans.

pub mod anchor;
mod block;
pub mod depth;
pub mod front_matter;
mod pasted;
mod reader;
mod said;
pub mod suppression;
mod tag;

pub use block::{Block, BlockKind, Blocks, Inline, InlineKind};
pub use said::said;
