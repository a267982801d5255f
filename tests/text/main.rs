//! What happens to a document before its Markdown is read: the text store against naive models and against the Markdown parser,
//! front matter against a YAML parser.

mod chunk;
mod front_matter;
mod rope;
