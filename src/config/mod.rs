//! planlint.toml: found, read, extended, laid over each other, checked. What comes out is a [`Config`], or every error with its place.
//! Knows no rule and no profile by itself: [`Known`] tells it which may be named.

mod check;
mod discover;
mod effective;
mod error;
mod file;
mod finish;
mod globs;
mod keys;
mod layer;
mod load;
mod merge;
mod overrides;
mod resolver;
mod rules;
mod schema;
mod show;

pub use crate::dialect::nearest::nearest;
pub use discover::{FILE_NAMES, absolute, root, slashed};
pub use effective::{Config, DateSettings, Synonym};
pub use error::{ConfigError, Source};
pub use file::{Unreadable, read_head, read_text};
pub use globs::Globs;
pub use keys::{Actions, DateOrder, FailOn, Keys, Level, MAX_DOCUMENT_BYTES, Messages, Precision, Questions};
pub use load::{Draft, load, load_text};
pub use overrides::CommandLine;
pub use resolver::{KnownFor, Resolved, Resolver};
pub use rules::{Known, KnownRule};
pub use schema::{keys_at, schema, values_at};
pub use show::show;
