//! Packs the rule pages, vocabularies and profiles into the program, so that a new rule is one new page, a new language one new file,
//! and nothing of it is parsed when the program starts. How values are packed is told in `src/packed.rs`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};
use toml::{Table, Value};

fn main() {
    println!("cargo::rerun-if-changed=rules");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the package's folder"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the output folder"));
    pages(&root, &out);
    languages(&root, &out);
    for folder in ["vocabulary", "profiles"] {
        for file in files(&root.join("rules").join(folder), "toml") {
            let mut table = read(&file);
            let name = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            // What findings say in a language is not needed before one is told in it.
            let messages = table.remove("messages");
            pack(&Value::Table(table), &out.join(format!("{name}.packed")));
            if folder == "vocabulary" {
                let messages = Table::from_iter(messages.map(|messages| ("messages".to_owned(), messages)));
                pack(&Value::Table(messages), &out.join(format!("{name}-messages.packed")));
            }
        }
    }
}

/// Lists the rule pages with their texts and their packed declarations.
fn pages(root: &Path, out: &Path) {
    let mut list = String::from("&[\n");
    for (number, page) in files(&root.join("rules"), "md").iter().filter(|page| !page.ends_with("README.md")).enumerate() {
        let name = page.strip_prefix(root).expect("collected below the package").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(page).unwrap_or_else(|error| panic!("{name}: {error}"));
        let front = text.strip_prefix("+++").and_then(|rest| rest.split_once("\n+++"));
        let (declaration, _) = front.unwrap_or_else(|| panic!("{name}: a page begins with TOML between two lines `+++`"));
        let declaration: Table = toml::from_str(declaration).unwrap_or_else(|error| panic!("{name}: {error}"));
        pack(&Value::Table(declaration), &out.join(format!("page-{number}.packed")));
        // Seen from the package, so that a target folder may serve several checkouts.
        let text = format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{name}\"))");
        let packed = format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/page-{number}.packed\"))");
        writeln!(list, "    Shipped {{ path: {name:?}, text: {text}, declaration: {packed} }},").expect("writing to a string");
    }
    list.push(']');
    fs::write(out.join("pages.rs"), list).expect("the output folder can be written");
}

/// Lists the languages there are vocabularies for, English first, and their packed words and messages.
fn languages(root: &Path, out: &Path) {
    let mut files = files(&root.join("rules/vocabulary"), "toml");
    files.sort_by_key(|file| !file.ends_with("en.toml"));
    let (mut list, mut packed) = (String::new(), String::from("&[\n"));
    for file in files {
        let vocabulary = read(&file);
        let text = |key: &str| vocabulary[key].as_str().unwrap_or_else(|| panic!("{}: `{key}` is no text", file.display())).to_owned();
        let (code, name) = (text("language"), text("name"));
        assert!(file.ends_with(format!("{code}.toml")), "{}: the file of `{code}` is called {code}.toml", file.display());
        let variant = format!("{}{}", code[..1].to_uppercase(), &code[1..]);
        writeln!(list, "        /// {name}.\n        {variant} = {code:?},").expect("writing to a string");
        let bytes = |ending: &str| format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{code}{ending}.packed\"))");
        writeln!(packed, "    ({}, {}),", bytes(""), bytes("-messages")).expect("writing to a string");
    }
    let list = format!("words! {{\n    /// The languages planlint reads and writes.\n    Language {{\n{list}    }}\n}}\n");
    fs::write(out.join("languages.rs"), list).expect("the output folder can be written");
    fs::write(out.join("vocabularies.rs"), packed + "]").expect("the output folder can be written");
}

/// The files with this ending in `folder` and below, sorted.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(file: &Path) -> Table {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn pack(value: &Value, file: &Path) {
    let mut packed = Vec::new();
    put(value, &mut packed);
    fs::write(file, packed).expect("the output folder can be written");
}

fn put(value: &Value, packed: &mut Vec<u8>) {
    match value {
        Value::String(text) => {
            packed.push(b's');
            put_text(text, packed);
        }
        Value::Integer(number) => {
            packed.push(b'i');
            packed.extend(number.to_le_bytes());
        }
        Value::Float(number) => {
            packed.push(b'f');
            packed.extend(number.to_le_bytes());
        }
        Value::Boolean(yes) => packed.extend([b'b', u8::from(*yes)]),
        Value::Datetime(date) => panic!("write the date {date} as a text"),
        Value::Array(values) => {
            packed.push(b'a');
            put_length(values.len(), packed);
            values.iter().for_each(|value| put(value, packed));
        }
        Value::Table(table) => {
            packed.push(b't');
            put_length(table.len(), packed);
            for (key, value) in table {
                put_text(key, packed);
                put(value, packed);
            }
        }
    }
}

fn put_text(text: &str, packed: &mut Vec<u8>) {
    put_length(text.len(), packed);
    packed.extend(text.bytes());
}

fn put_length(mut length: usize, packed: &mut Vec<u8>) {
    while length >= 0x80 {
        packed.push(length as u8 | 0x80);
        length >>= 7;
    }
    packed.push(length as u8);
}
