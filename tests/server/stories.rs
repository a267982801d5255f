//! Folders of documents with what the command line finds in them: what the server says is held against that.
//!
//! The examples of the rule pages are one folder, with the documents of `PLANLINT_CORPUS` where that names a folder. Each folder below the one
//! that `PLANLINT_STORIES` names is another; where it names none, the project's own fixtures are.

use crate::client::{Client, usual_capabilities};
use planlint::config::{CommandLine, Resolver};
use planlint::judge::{Choice, Rulebook, Settings, judge_text};
use planlint::rules::{Catalogue, ExampleKind, examples};
use planlint::server::Options;
use planlint::text::{Encoding, Lines, Text};
use planlint::workspace::{Facts, Files, Index, pick};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// By the word clients say.
pub(crate) const ENCODINGS: [(&str, Encoding); 3] = [("utf-8", Encoding::Utf8), ("utf-16", Encoding::Utf16), ("utf-32", Encoding::Utf32)];
/// A client is told no more of one document.
const MOST_SHOWN: usize = 1_000;

/// What is found in a document: code, message, severity, first and last byte.
type Found = Vec<(String, String, String, usize, usize)>;

/// A folder of documents, and what the command line finds in each.
pub(crate) struct Story {
    folder: tempfile::TempDir,
    today: String,
    pub(crate) texts: BTreeMap<String, String>,
    found: BTreeMap<String, Found>,
}

/// Every story there is.
pub(crate) fn stories() -> Vec<Story> {
    let mut texts = BTreeMap::new();
    for page in Catalogue::shipped().pages() {
        for (number, example) in examples(&page.body).into_iter().enumerate().filter(|(_, example)| example.kind != ExampleKind::Fixed) {
            let name = example.file.unwrap_or_else(|| "a.plan.md".to_owned());
            texts.insert(format!("{}/{number}/{name}", page.code), example.text);
        }
    }
    if let Some(corpus) = std::env::var_os("PLANLINT_CORPUS") {
        gather(Path::new(&corpus), "corpus/", &mut texts);
    }
    let everything = Some("include = [\"**/*.md\"]\n");
    let mut stories = vec![Story::new(texts, "2026-02-01", everything)];
    let Some(folders) = std::env::var_os("PLANLINT_STORIES") else {
        let mut texts = BTreeMap::new();
        gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"), "", &mut texts);
        stories.push(Story::new(texts, "2026-02-01", None));
        return stories;
    };
    let folders = fs::read_dir(folders).expect("a folder").filter_map(Result::ok).map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = folders.filter(|folder| folder.join("expected.json").is_file()).collect();
    folders.sort();
    assert!(!folders.is_empty(), "no folder of PLANLINT_STORIES holds an expected.json");
    for folder in folders {
        let told: Value = serde_json::from_slice(&fs::read(folder.join("expected.json")).expect("a story")).expect("JSON");
        let mut texts = BTreeMap::new();
        gather(&folder, "", &mut texts);
        stories.push(Story::new(texts, told["today"].as_str().unwrap_or("2026-02-01"), None));
    }
    stories
}

/// The documents below `folder`, by their paths there behind `prefix`.
fn gather(folder: &Path, prefix: &str, texts: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
        let (path, name) = (entry.path(), format!("{prefix}{}", entry.file_name().to_string_lossy()));
        if path.is_dir() {
            gather(&path, &format!("{name}/"), texts);
        } else if path.extension().is_some_and(|ending| ending == "md")
            && let Ok(text) = fs::read_to_string(&path)
        {
            texts.insert(name, text);
        }
    }
}

impl Story {
    fn new(texts: BTreeMap<String, String>, today: &str, configuration: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        if let Some(configuration) = configuration {
            fs::write(folder.path().join("planlint.toml"), configuration).expect("written");
        }
        let mut story = Self { folder, today: today.to_owned(), texts, found: BTreeMap::new() };
        story.write(|text| text);
        story.check();
        story
    }

    /// Writes every document, or `what` is made of it.
    pub(crate) fn write(&self, what: impl Fn(&str) -> &str) {
        for (name, text) in &self.texts {
            let path = self.path(name);
            fs::create_dir_all(path.parent().expect("a folder")).and_then(|()| fs::write(&path, what(text))).expect("written");
        }
    }

    /// Asks the command line.
    fn check(&mut self) {
        let output = Command::new(env!("CARGO_BIN_EXE_planlint"))
            .args(["check", ".", "--min-severity", "hint", "--fail-on", "never", "--today", &self.today, "--format", "jsonl"])
            .current_dir(self.folder.path())
            .output()
            .expect("the program");
        for line in String::from_utf8(output.stdout).expect("UTF-8").lines() {
            let it: Value = serde_json::from_str(line).expect("JSON");
            let text = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
            let byte = |end: &str| it["range"][end]["byte"].as_u64().expect("a byte") as usize;
            let found = (text("code"), text("message"), text("severity"), byte("start"), byte("end"));
            self.found.entry(text("path")).or_default().push(found);
        }
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The address of a document, with everything escaped that may be.
    pub(crate) fn uri(&self, name: &str) -> String {
        let escaped: String = name
            .bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() || b"/.-_".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
            })
            .collect();
        format!("file://{}/{escaped}", self.folder.path().display())
    }

    /// What the command line finds in a document, as a client is told of it. `None`: more than a client is shown.
    pub(crate) fn expected(&self, name: &str, encoding: Encoding) -> Option<Vec<Value>> {
        let found = self.found.get(name).map_or(&[][..], Vec::as_slice);
        let told = as_told(
            found.iter().map(|(code, message, weight, start, end)| (&**code, message, &**weight, *start, *end)),
            &self.texts[name],
            encoding,
        );
        (told.len() <= MOST_SHOWN).then_some(told)
    }

    /// One that asks for diagnostics in this folder. Where it cannot be told to ask again, each answer is whole.
    pub(crate) fn client(&self, encoding: &str, refreshes: bool) -> Client {
        let mut capabilities = usual_capabilities();
        capabilities["general"] = json!({ "positionEncodings": [encoding] });
        capabilities["textDocument"]["diagnostic"] = json!({});
        capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": refreshes });
        let mut client = Client::start_with(Options { today: self.today.parse().ok(), ..Options::default() });
        let folder = json!({ "uri": format!("file://{}", self.folder.path().display()), "name": "w" });
        client.introduce(json!({ "capabilities": capabilities, "workspaceFolders": [folder] }));
        client
    }

    /// A run of the engine over any text of a document of this folder.
    pub(crate) fn engine(&self) -> Fresh<'_> {
        let rulebook = Arc::new(Rulebook::new("/".into()));
        let known = Arc::clone(&rulebook);
        let folder = self.folder.path().to_owned();
        let resolver = Resolver::new(folder.clone(), CommandLine::default(), Box::new(move |pages| known.known(pages)));
        let config = resolver.of_folder(&folder).expect("a sound configuration");
        let settings = rulebook.settings(config, &Choice::default(), self.today.parse().expect("a day")).expect("sound pages");
        let files = Arc::new(Files::on_disk());
        let index = settings.index(Arc::clone(&files), "/".into());
        Fresh { story: self, settings, files, index }
    }
}

/// The engine, asked each time from the start.
pub(crate) struct Fresh<'s> {
    pub(crate) story: &'s Story,
    settings: Settings,
    files: Arc<Files>,
    index: Index,
}

impl Fresh<'_> {
    /// What is found in the document called `name` when it reads `text`, as a client is told of it. `None`: more than a client is shown.
    pub(crate) fn expected(&self, name: &str, text: &str, encoding: Encoding) -> Option<Vec<Value>> {
        let path = self.story.path(name);
        let facts = Facts::of(text, &self.settings.vocabulary);
        if !pick(&self.settings.config.path_of(&path), facts, &self.settings.config).is_picked() {
            return Some(Vec::new());
        }
        self.files.hold(path.clone(), Text::new(text));
        self.index.forget(&path);
        let found = judge_text(text, &path, &self.settings, &self.index);
        let found = found.iter().map(|it| (&*it.code, &it.message, it.severity.word(), it.span.start as usize, it.span.end as usize));
        let told = as_told(found, text, encoding);
        (told.len() <= MOST_SHOWN).then_some(told)
    }
}

fn as_told<'f>(found: impl Iterator<Item = (&'f str, &'f String, &'f str, usize, usize)>, text: &str, encoding: Encoding) -> Vec<Value> {
    let lines = Lines::new(text);
    let place = |at: usize| {
        let (line, character) = lines.position(at, encoding);
        json!({ "line": line, "character": character })
    };
    let severity = |word: &str| ["error", "warning", "info", "hint"].iter().position(|known| *known == word).map(|number| number + 1);
    found.map(|(code, message, weight, start, end)| json!([code, message, severity(weight), place(start), place(end)])).collect()
}
