//! The safety contract (DESIGN 8) over documents: page examples, fixtures, and real ones where a corpus is given.

use crate::workshop::Workshop;
use planlint::fix::Wanted;
use planlint::rules::{Catalogue, examples};
use std::path::{Path, PathBuf};

/// Name and text of every example of every rule page.
fn page_examples() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for page in Catalogue::shipped().pages() {
        for example in examples(&page.body) {
            let name = example.file.unwrap_or_else(|| "example.md".to_owned());
            found.push((name, example.text));
        }
    }
    found
}

/// The Markdown files of the folder that `PLANLINT_CORPUS` names.
fn corpus() -> Vec<(String, String)> {
    let Some(folder) = std::env::var_os("PLANLINT_CORPUS") else {
        eprintln!("PLANLINT_CORPUS is not set: no documents from outside");
        return Vec::new();
    };
    let mut found = Vec::new();
    collect(Path::new(&folder), &mut found);
    found.sort();
    let read = |path: &PathBuf| Some((path.file_name()?.to_string_lossy().into_owned(), std::fs::read_to_string(path).ok()?));
    found.iter().filter_map(read).collect()
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

/// Every fix alone, all safe ones, all scaffolds; what went wrong.
pub(crate) fn faults(shop: &Workshop, name: &str, text: &str) -> Vec<String> {
    let mut faults: Vec<String> = shop.try_each(name, text).into_iter().map(|broken| broken.told).collect();
    for wanted in [Wanted::Safe, Wanted::Scaffold] {
        match shop.mend(name, text, wanted) {
            Err(error) => faults.push(format!("{wanted:?}: {error}")),
            Ok(once) => {
                faults.extend(once.dropped.iter().map(|dropped| format!("{wanted:?} drops {} {}", dropped.code, dropped.title)));
                match shop.mend(name, &once.text, wanted) {
                    Ok(twice) if twice.text == once.text => {}
                    Ok(twice) => faults.push(format!("{wanted:?} goes on with {:?}", twice.applied)),
                    Err(error) => faults.push(format!("{wanted:?} the second time: {error}")),
                }
            }
        }
    }
    faults
}

fn check(documents: Vec<(String, String)>) {
    let shop = Workshop::new();
    let mut report = String::new();
    for (name, text) in documents {
        let found = faults(&shop, &name, &text);
        if !found.is_empty() {
            report += &format!("=== {name}\n{text}\n");
            for fault in found {
                report += &format!("--- {fault}\n");
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn examples_of_pages_keep_the_contract() {
    check(page_examples());
}

#[test]
fn real_documents_keep_the_contract() {
    check(corpus());
}
