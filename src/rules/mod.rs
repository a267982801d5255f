//! Rule pages to rules, and the checks they name. Knows nothing of files and protocols.

mod catalogue;
pub mod draft;
mod example;
mod kinds;
mod neighbours;
mod options;
mod page;
mod questions;
mod scene;

pub use catalogue::Catalogue;
pub use example::{Example, ExampleKind, examples, unmarked};
pub use kinds::Check;
pub use neighbours::{Alone, Lookup, Neighbours};
pub use options::Options;
pub use page::{Page, PageError};
pub use questions::questions_to_ask;
pub use scene::{Local, Scene};
