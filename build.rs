//! Packs the rule pages, vocabularies and profiles into the program, so that a new rule is one new page, a new language one new file,
//! and nothing of it is parsed when the program starts. How values are packed is told in `src/packed.rs`; words that are looked up
//! whole are folded here, by the program's own folding, and laid out as `src/dialect/lexicon.rs` finds them.

#[path = "src/dialect/eight.rs"]
#[allow(dead_code)]
mod eight;
#[path = "src/dialect/normalise.rs"]
#[allow(dead_code)]
mod normalise;
#[path = "src/text/span.rs"]
#[allow(dead_code, unreachable_pub)]
mod span;
mod text {
    pub(crate) use super::span::Span;
}

use normalise::fold;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};
use toml::{Table, Value};

fn main() {
    println!("cargo::rerun-if-changed=rules");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo names the package's folder"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the output folder"));
    pages(&root, &out);
    for file in files(&root.join("rules/profiles"), "toml") {
        let name = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        pack(&Value::Table(read(&file)), &out.join(format!("{name}.packed")));
    }
    let vocabularies = vocabularies(&root);
    languages(&vocabularies, &out);
    openings(&vocabularies, &out);
    for (name, tables) in LEXICONS {
        let words =
            (0..).zip(tables).flat_map(|(table, key)| listed(&vocabularies, key).map(move |(of, word)| ((table, of.0, of.1), word)));
        lexicon(name, words.map(|(sense, word)| (sense, fold(&word).as_str().to_owned())), &out);
    }
    names(&vocabularies, &out);
    for vocabulary in &vocabularies {
        words(vocabulary, &out);
    }
}

/// The lexicons, with the tables of a vocabulary that each is made of: the program knows these by their place.
const LEXICONS: [(&str, &[&str]); 10] = [
    ("terms", &["concepts", "whole", "nonstandard", "labels"]),
    ("columns", &["columns", "scoped-columns", "section-columns", "nonstandard-columns", "leading-columns"]),
    ("status", &["status"]),
    ("lifecycle", &["lifecycle"]),
    ("phase", &["phase"]),
    ("action-kind", &["action-kind"]),
    ("kind", &["kind"]),
    ("head", &["head"]),
    ("groups", &["groups"]),
    ("grammar", &["grammar"]),
];

/// Small words of headings that are more than looked up.
const SMALL_WORDS: [&str; 4] = ["conjunctions", "joiners", "units", "over"];

/// The vocabularies, English first. Their order is the program's order of languages.
fn vocabularies(root: &Path) -> Vec<Table> {
    let mut files = files(&root.join("rules/vocabulary"), "toml");
    files.sort_by_key(|file| !file.ends_with("en.toml"));
    let vocabularies = files.iter().map(|file| {
        let vocabulary = read(file);
        let code = text(&vocabulary, "language");
        assert!(file.ends_with(format!("{code}.toml")), "{}: the file of `{code}` is called {code}.toml", file.display());
        vocabulary
    });
    vocabularies.collect()
}

/// Lists the languages there are vocabularies for, and what is packed of each.
fn languages(vocabularies: &[Table], out: &Path) {
    let (mut list, mut packed) = (String::new(), String::from("&[\n"));
    for vocabulary in vocabularies {
        let (code, name) = (text(vocabulary, "language"), text(vocabulary, "name"));
        let variant = format!("{}{}", code[..1].to_uppercase(), &code[1..]);
        writeln!(list, "        /// {name}.\n        {variant} = {code:?},").expect("writing to a string");
        let bytes = |ending: &str| format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{code}{ending}.packed\"))");
        let (words, reading, messages) = (bytes(""), bytes("-reading"), bytes("-messages"));
        writeln!(packed, "    PackedWords {{ words: {words}, reading: {reading}, messages: {messages} }},").expect("writing to a string");
    }
    let list = format!("words! {{\n    /// The languages planlint reads and writes.\n    Language {{\n{list}    }}\n}}\n");
    fs::write(out.join("languages.rs"), list).expect("the output folder can be written");
    fs::write(out.join("vocabularies.rs"), packed + "]").expect("the output folder can be written");
}

fn text<'v>(vocabulary: &'v Table, key: &str) -> &'v str {
    vocabulary.get(key).and_then(Value::as_str).unwrap_or_else(|| panic!("a vocabulary has no text `{key}`"))
}

/// Packs one vocabulary but for its lexicons: what the language is written with, what it is read by, and what findings say in it. Each
/// is needed at another time.
fn words(vocabulary: &Table, out: &Path) {
    let language = text(vocabulary, "language");
    let part = |keys: &[&str]| -> Table { keys.iter().filter_map(|&key| Some((key.to_owned(), vocabulary.get(key)?.clone()))).collect() };
    let preferred = ["concepts", "columns", "scoped-columns", "nonstandard", "nonstandard-columns", "status"];
    let written = part(&[&["language", "name", "insert"], preferred.as_slice()].concat());
    let mut reading = part(&["language", "writing", "grammar", "placeholders", "groups", "cues", "dates", "sentences"]);
    let messages = part(&["messages"]);
    if let Some(Value::Table(grammar)) = reading.get_mut("grammar") {
        grammar.retain(|key, _| SMALL_WORDS.contains(&key));
    }
    pack(&Value::Table(written), &out.join(format!("{language}.packed")));
    pack(&Value::Table(reading), &out.join(format!("{language}-reading.packed")));
    pack(&Value::Table(messages), &out.join(format!("{language}-messages.packed")));
    let elsewhere = ["language", "name", "writing", "placeholders", "cues", "insert", "dates", "sentences", "names", "messages"];
    let known = |key: &str| elsewhere.contains(&key) || LEXICONS.iter().any(|(_, tables)| tables.contains(&key));
    let unknown: Vec<&String> = vocabulary.keys().filter(|key| !known(key)).collect();
    assert!(unknown.is_empty(), "{language}.toml: nobody reads {unknown:?}");
}

/// Packs the entries of groups that end in `*`, folded and without it.
fn openings(vocabularies: &[Table], out: &Path) {
    let mut openings: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for ((_, group), word) in listed(vocabularies, "groups") {
        if let Some(opening) = fold(&word).as_str().strip_suffix('*') {
            openings.entry(group.to_owned()).or_default().push(Value::String(opening.to_owned()));
        }
    }
    let openings = openings.into_iter().map(|(group, openings)| (group, Value::Array(openings)));
    pack(&Value::Table(openings.collect()), &out.join("openings.packed"));
}

/// Lays out the words in and around names. They are not folded: names are compared by the letter, but for capitals. Each beginning of a
/// phrase is entered too, so that a reader going word by word knows when to stop; the language of a word does not matter.
fn names(vocabularies: &[Table], out: &Path) {
    let mut words = Vec::new();
    for ((_, list), phrase) in listed(vocabularies, "names") {
        words.extend(phrase.match_indices(' ').map(|(end, _)| ((0, 0, "prefix"), phrase[..end].to_owned())));
        words.push(((0, 0, list), phrase));
    }
    lexicon("names", words.into_iter(), out);
    for table in ["keys", "status"] {
        let names: Vec<Table> =
            vocabularies.iter().map(|vocabulary| vocabulary.get("names").and_then(Value::as_table).cloned().unwrap_or_default()).collect();
        // A status is called as the status is, but for its space.
        let called: Vec<_> = listed(&names, table).map(|((language, of), word)| (language, of.replace('-', " "), word)).collect();
        let words = called.iter().map(|(language, of, word)| ((0, *language, of.as_str()), word.clone()));
        lexicon(&format!("name-{table}"), words, out);
    }
}

/// Lays out `words`, each with the table, the language and the name of a sense: first the senses that words have, then the lists of
/// senses, then the words, each with its list.
fn lexicon<'w>(name: &str, words: impl Iterator<Item = ((u8, u8, &'w str), String)>, out: &Path) {
    let mut senses: Vec<(u8, u8, &str)> = Vec::new();
    let mut listed: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    for (sense, word) in words {
        let number = senses.iter().position(|known| *known == sense).unwrap_or_else(|| {
            senses.push(sense);
            senses.len() - 1
        });
        let list = listed.entry(word).or_default();
        if !list.contains(&(number as u16)) {
            list.push(number as u16);
        }
    }
    let words = listed;
    let mut lists: BTreeMap<&[u16], u16> = BTreeMap::new();
    words.values().for_each(|list| _ = lists.insert(list, 0));
    lists.values_mut().zip(0..).for_each(|(number, place)| *number = place);

    let mut laid = Vec::new();
    put_number(senses.len(), &mut laid);
    for (table, language, meaning) in senses {
        laid.extend([table, language, short(meaning)]);
        laid.extend(meaning.bytes());
    }
    put_number(lists.len(), &mut laid);
    for list in lists.keys() {
        put_number(list.len(), &mut laid);
        list.iter().for_each(|&sense| put_number(usize::from(sense), &mut laid));
    }
    let count = (words.len() * 2).next_power_of_two();
    let mut slots = vec![0_u32; count];
    let mut entries = Vec::new();
    for (word, list) in &words {
        let mut slot = eight::hash(word.as_bytes()) as usize % count;
        while slots[slot] != 0 {
            slot = (slot + 1) % count;
        }
        slots[slot] = entries.len() as u32 + 1;
        entries.push(short(word));
        entries.extend(word.bytes());
        put_number(usize::from(lists[list.as_slice()]), &mut entries);
    }
    put_number(count.trailing_zeros() as usize, &mut laid);
    slots.iter().for_each(|place| laid.extend(place.to_le_bytes()));
    laid.extend(entries);
    fs::write(out.join(format!("{name}.lexicon")), laid).expect("the output folder can be written");
}

/// Every word of one table of all vocabularies, with the number of its language and what it is listed under. A list is an array, or one
/// text with white space between its words.
fn listed<'v>(vocabularies: &'v [Table], table: &str) -> impl Iterator<Item = ((u8, &'v str), String)> {
    let tables = (0..).zip(vocabularies).filter_map(move |(language, vocabulary)| Some((language, vocabulary.get(table)?.as_table()?)));
    tables.flat_map(|(language, table)| {
        table.iter().flat_map(move |(name, words)| {
            let several = words.as_array().into_iter().flatten().filter_map(Value::as_str);
            let spaced = words.as_str().into_iter().flat_map(str::split_whitespace);
            several.chain(spaced).map(move |word| ((language, name.as_str()), word.to_owned()))
        })
    })
}

fn short(text: &str) -> u8 {
    u8::try_from(text.len()).unwrap_or_else(|_| panic!("longer than 255 bytes: {text}"))
}

fn put_number(number: usize, laid: &mut Vec<u8>) {
    let number = u16::try_from(number).unwrap_or_else(|_| panic!("more than two bytes hold: {number}"));
    laid.extend(number.to_le_bytes());
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
