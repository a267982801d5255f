//! Rule pages to rules, and the checks they name. Knows nothing of files and protocols.

mod catalogue;
mod contents;
pub mod draft;
mod example;
mod kinds;
mod neighbours;
mod options;
mod page;
mod scene;

pub use catalogue::Catalogue;
pub use contents::contents;
pub use example::{Example, ExampleKind, examples, unmarked};
pub use kinds::Check;
pub(crate) use kinds::meant;
pub(crate) use kinds::outline::Outline;
pub(crate) use kinds::usual_word;
pub use neighbours::{Alone, Lookup, Neighbours};
pub use options::Options;
pub use page::{KINDS, Page, PageError};
pub use scene::{Local, Scene};
