//! Where the documents come from that fixes are tried on.

use planlint::rules::{Catalogue, examples};
use std::path::{Path, PathBuf};

/// A document: its file name and its text.
pub(crate) type Source = (String, String);

/// Every example of every rule page.
pub(crate) fn page_examples() -> Vec<Source> {
    let pages = Catalogue::shipped().pages().iter();
    let all = pages.flat_map(|page| examples(&page.body));
    all.map(|example| (example.file.unwrap_or_else(|| "example.md".to_owned()), example.text)).collect()
}

/// The documents written for these tests.
pub(crate) fn documents() -> Vec<Source> {
    let found = markdown_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fix/documents"));
    assert!(found.len() > 5, "the documents of these tests are missing");
    found
}

/// The documents that all tests share.
pub(crate) fn stories() -> Vec<Source> {
    let found = markdown_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"));
    found.into_iter().chain(std::env::var_os("PLANLINT_STORIES").iter().flat_map(|folder| markdown_below(Path::new(folder)))).collect()
}

/// The Markdown files of the folder that `PLANLINT_CORPUS` names; none when it names none.
pub(crate) fn corpus() -> Vec<Source> {
    if let Some(folder) = std::env::var_os("PLANLINT_CORPUS") {
        markdown_below(Path::new(&folder))
    } else {
        eprintln!("PLANLINT_CORPUS is not set: nothing tried on documents from outside");
        Vec::new()
    }
}

fn markdown_below(folder: &Path) -> Vec<Source> {
    let mut paths = Vec::new();
    collect(folder, &mut paths);
    paths.sort();
    let read = |path: &PathBuf| Some((path.file_name()?.to_string_lossy().into_owned(), std::fs::read_to_string(path).ok()?));
    paths.iter().filter_map(read).collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
}

/// `text` without each of its sections in turn: from one heading line to the next.
pub(crate) fn without_each_section(text: &str) -> Vec<String> {
    let mut starts: Vec<usize> = text.match_indices("\n#").map(|(at, _)| at + 1).collect();
    starts.push(text.len());
    starts.windows(2).map(|pair| format!("{}{}", &text[..pair[0]], &text[pair[1]..])).collect()
}

/// The same document as other systems and editors save it.
pub(crate) fn as_others_save_it(text: &str) -> Vec<(&'static str, String)> {
    let plain = text.replace("\r\n", "\n");
    vec![
        ("CRLF", plain.replace('\n', "\r\n")),
        ("CR", plain.replace('\n', "\r")),
        ("BOM", format!("\u{feff}{plain}")),
        ("no final line end", plain.trim_end().to_owned()),
        ("blank lines at the end", format!("{plain}\n\n")),
    ]
}
