//! The text store against naive models and against the Markdown parser.

mod chunk;
mod rope;
