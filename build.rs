//! Lists the rule pages, so that a new rule is one new page and nothing else.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=rules");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the package's folder"));
    let mut pages = Vec::new();
    collect(&root.join("rules"), &mut pages);
    pages.sort();
    let mut list = String::from("&[\n");
    for page in &pages {
        let name = page.strip_prefix(&root).expect("collected below the package").to_string_lossy().replace('\\', "/");
        // Seen from the package, so that a target folder may serve several checkouts.
        writeln!(list, "    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{name}\"))),").expect("writing to a string");
    }
    list.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the output folder"));
    fs::write(out.join("pages.rs"), list).expect("the output folder can be written");
}

/// Rule pages lie one folder deep; the catalogue beside them is generated from them.
fn collect(folder: &Path, pages: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, pages);
        } else if path.extension().is_some_and(|it| it == "md") && path.file_name().is_some_and(|it| it != "README.md") {
            pages.push(path);
        }
    }
}
