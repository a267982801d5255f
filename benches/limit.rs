//! The lower bound a Markdown linter is held against: reads files and walks the parser's events, nothing else.
//!
//!     limit THREADS PATH…
//!
//! A folder is walked for `*.md`. What is counted is printed, so that nothing is optimised away.

use pulldown_cmark::{Event, Options, Parser};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let mut words = std::env::args().skip(1);
    let threads = words.next().and_then(|word| word.parse().ok()).unwrap_or(1);
    let mut files = Vec::new();
    words.for_each(|path| walk(Path::new(&path), &mut files));
    let events: usize = if threads > 1 {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
        pool.install(|| files.par_iter().map(|file| parse(file)).sum())
    } else {
        files.iter().map(|file| parse(file)).sum()
    };
    eprintln!("{} files, {events} events", files.len());
}

fn walk(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        fs::read_dir(path).into_iter().flatten().flatten().for_each(|entry| walk(&entry.path(), files));
    } else if path.extension().is_some_and(|ending| ending == "md") {
        files.push(path.to_owned());
    }
}

fn parse(file: &Path) -> usize {
    let text = fs::read_to_string(file).unwrap_or_default();
    let events = Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS).into_offset_iter();
    events.map(|(event, range)| 1 + (range.len() & 1) + usize::from(matches!(event, Event::Text(_)))).sum()
}
