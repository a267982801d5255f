//! The documents that wait to be judged, each with the settings that hold for it: from the paths of the command line, or standard input.
//! One [`Settings`] per configuration; nothing is read here but what picking needs.

use super::arguments::Judging;
use super::exit::Stop;
use super::house::{House, told};
use crate::config::{Config, Unreadable, absolute, nearest};
use crate::dialect::vocabulary::Vocabulary;
use crate::fix::Bench;
use crate::judge::{Choice, Settings, names};
use crate::text::Text;
use crate::workspace::{Candidate, Document, Facts, Files, Found, Index, Problem, Search, pick, pick_named, read, shown};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What was found at the paths, and what holds there.
pub(super) struct Docket {
    /// Every Markdown file met, and what could not be looked at.
    pub(super) found: Found,
    /// Texts, those of documents on their way to be mended included.
    pub(super) files: Arc<Files>,
    /// What was read from standard input, with the path it is shown under.
    stdin: Option<(String, String)>,
    standards: Vec<Standard>,
}

/// What holds for all documents of one configuration.
struct Standard {
    settings: Settings,
    index: Index,
}

impl Standard {
    fn is_of(&self, config: &Arc<Config>) -> bool {
        Arc::ptr_eq(&self.settings.config, config)
    }
}

/// A document that waits to be judged.
#[derive(Clone, Copy)]
pub(super) struct Waiting<'a> {
    /// Where it is.
    pub(super) candidate: &'a Candidate,
    /// What holds for it.
    pub(super) settings: &'a Settings,
    /// The documents around it.
    pub(super) index: &'a Index,
    /// Its text, when it is not on the disk.
    pub(super) text: Option<&'a str>,
}

impl<'a> Waiting<'a> {
    /// Its text as it stands, from the disk unless it came from standard input.
    pub(super) fn read(&self) -> Result<Document, String> {
        let limit = self.settings.config.document_bytes;
        match self.text {
            Some(text) if text.len() as u64 > limit => Ok(Document::TooLarge(text.len() as u64)),
            Some(text) => Ok(Document::Text(text.to_owned())),
            None => read(&self.candidate.file, limit).map_err(|problem| problem.message),
        }
    }

    /// What fixes need to know of it.
    pub(super) fn bench(&self) -> Bench<'a> {
        Bench { file: &self.candidate.file, settings: self.settings, index: self.index }
    }

    /// Has `files` give the text as it stands again.
    pub(super) fn put_back(&self, files: &Files) {
        match self.text {
            Some(text) => files.hold(self.candidate.file.clone(), Text::new(text)),
            None => files.release(&self.candidate.file),
        }
    }
}

impl Docket {
    /// What is at the paths that `judging` names.
    pub(super) fn of(judging: &Judging, house: &House) -> Result<Self, Stop> {
        let is_stdin = |path: &PathBuf| path == Path::new("-");
        let paths: Vec<PathBuf> = judging.paths.iter().filter(|path| !is_stdin(path)).cloned().collect();
        let threads = judging.threads.map_or(0, usize::from);
        let search = Search {
            current: &house.current,
            resolver: &house.resolver,
            vocabulary: Vocabulary::builtin(),
            only_plans: judging.only_plans,
            threads,
        };
        let mut docket = Self { found: search.find(&paths), files: Arc::new(Files::on_disk()), stdin: None, standards: Vec::new() };
        if judging.paths.iter().any(is_stdin) {
            docket.take_stdin(judging, house);
        }
        docket.settle(judging, house)?;
        Ok(docket)
    }

    /// The documents to judge, in the order of their paths.
    pub(super) fn waiting(&self) -> Vec<Waiting<'_>> {
        let picked = self.found.picked();
        picked
            .filter_map(|candidate| {
                let Standard { settings, index } = self.standards.iter().find(|standard| standard.is_of(&candidate.config))?;
                let text = self.stdin.as_ref().filter(|(path, _)| *path == candidate.path).map(|(_, text)| text.as_str());
                Some(Waiting { candidate, settings, index, text })
            })
            .collect()
    }

    /// The text that came from standard input, as it stands.
    pub(super) fn stdin(&self) -> Option<&str> {
        self.stdin.as_ref().map(|(_, text)| text.as_str())
    }

    /// Takes another text for the one that came from standard input.
    pub(super) fn replace_stdin(&mut self, text: String) {
        let Some((path, held)) = &mut self.stdin else { return };
        if let Some(candidate) = self.found.candidates.iter().find(|candidate| candidate.path == *path) {
            self.files.hold(candidate.file.clone(), Text::new(&text));
        }
        *held = text;
    }

    fn take_stdin(&mut self, judging: &Judging, house: &House) {
        let name = judging.stdin_filename.as_deref();
        let path = name.map_or_else(|| "<stdin>".to_owned(), shown);
        let file = absolute(name.unwrap_or(Path::new("-")), &house.current);
        let config = match house.resolver.of_file(&file) {
            Ok(config) => config,
            Err(errors) => return self.found.config_errors.extend(errors.iter().cloned()),
        };
        let mut bytes = Vec::new();
        // One byte more than is allowed tells that it is too much.
        let read = std::io::stdin().lock().take(config.document_bytes + 1).read_to_end(&mut bytes);
        let text = read.map_err(Unreadable::from).and_then(|_| String::from_utf8(bytes).map_err(|_| Unreadable::NotUtf8));
        match text {
            Err(why) => self.found.problems.push(Problem { path, message: why.to_string() }),
            Ok(text) => {
                let facts = Facts::of(&text, Vocabulary::builtin());
                let picking = if judging.only_plans { pick(&config.path_of(&file), facts, &config) } else { pick_named(facts) };
                self.found.candidates.retain(|candidate| candidate.path != path);
                self.found.candidates.push(Candidate { path: path.clone(), file: file.clone(), config, picking });
                self.found.candidates.sort_by(|one, other| one.path.cmp(&other.path));
                self.files.hold(file, Text::new(&text));
                self.stdin = Some((path, text));
            }
        }
    }

    /// Works out what every configuration met means.
    fn settle(&mut self, judging: &Judging, house: &House) -> Result<(), Stop> {
        let choice = Choice { select: judging.select.clone(), ignore: judging.ignore.clone() };
        let mut errors = std::mem::take(&mut self.found.config_errors);
        for candidate in self.found.picked() {
            let config = &candidate.config;
            if self.standards.iter().any(|standard| standard.is_of(config)) {
                continue;
            }
            match house.settings(config, &choice) {
                Ok(settings) => {
                    let index = settings.index(Arc::clone(&self.files), house.current.clone());
                    self.standards.push(Standard { settings, index });
                }
                Err(wrong) => errors.extend(wrong.into_iter().filter(|error| !errors.contains(error)).collect::<Vec<_>>()),
            }
        }
        if !errors.is_empty() {
            return Err(told(&errors));
        }
        let all: Vec<&Settings> = self.standards.iter().map(|standard| &standard.settings).collect();
        if all.is_empty() { Ok(()) } else { judging.select.iter().chain(&judging.ignore).try_for_each(|name| known(name, &all)) }
    }
}

/// Whether any rule is called `name`.
fn known(name: &str, settings: &[&Settings]) -> Result<(), Stop> {
    let pages = || settings.iter().flat_map(|settings| &settings.rules).map(|armed| &armed.page);
    if pages().any(|page| names(name, page)) {
        return Ok(());
    }
    let meant = nearest(name, pages().flat_map(|page| [page.code.as_str(), page.name.as_str()]));
    let advice = meant.map_or_else(|| "`planlint rules` lists them all".to_owned(), |meant| format!("did you mean `{meant}`?"));
    Err(Stop::complaint(format!("there is no rule `{name}`: {advice}")))
}
