//! Gathers the layers of one configuration: the defaults, what the file in force extends, the file (without
//! one the settings of the editor), the command line.
//! Rule names are not judged yet, since the file may say where more rules are; `settle` does that and finishes the work.

use super::discover::{FILE_NAMES, absolute, nearest, root, slashed};
use super::error::{ConfigError, Source};
use super::file::read_text;
use super::keys::Keys;
use super::layer::{Layer, Place};
use super::overrides::CommandLine;
use crate::text::Span;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use toml::{Table, Value};

/// A configuration file may have this many bytes.
const MOST_BYTES: u64 = 4 * 1024 * 1024;
/// So many files make up one configuration at most.
const MOST_FILES: usize = 16;
/// So often a file may extend a file that extends a file.
const DEEPEST: usize = 4;

/// A configuration whose parts are read but not yet put together.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Globs are relative to it.
    pub(super) folder: PathBuf,
    /// The file in force.
    pub(super) file: Option<PathBuf>,
    /// The root of the documents.
    pub(super) root: PathBuf,
    /// Nothing outside may be referred to: the root of the file in force.
    pub(super) bounds: PathBuf,
    /// From the weakest to the strongest.
    pub(super) layers: Vec<Layer>,
    /// What is wrong so far.
    pub(super) errors: Vec<ConfigError>,
}

impl Draft {
    /// For the documents of `folder`, with nothing in it.
    pub(super) fn empty(folder: &Path) -> Self {
        let folder = folder.to_owned();
        Self { root: folder.clone(), bounds: folder.clone(), folder, file: None, layers: Vec::new(), errors: Vec::new() }
    }
}

/// Reads what is in force for the documents of `folder`. Both paths absolute. Never fails: what is wrong is kept with the draft.
pub fn load(folder: &Path, workspace: &Path, line: &CommandLine) -> Draft {
    let file = match &line.file {
        Some(given) => Some(absolute(given, workspace)),
        None if line.isolated => None,
        None => nearest(folder, root(folder, workspace)),
    };
    let documents = root(folder, workspace);
    let home = file.as_deref().and_then(Path::parent).unwrap_or(documents);
    let bounds = root(home, workspace).to_owned();
    // A file from elsewhere, named on the command line, speaks of the documents here.
    let folder = if folder.starts_with(home) || home.starts_with(documents) { home } else { documents }.to_owned();
    let root = documents.to_owned();
    let mut gathering =
        Gathering { bounds: &bounds, workspace, open: Vec::new(), read: Vec::new(), layers: vec![defaults()], errors: Vec::new() };
    if let Some(file) = &file {
        gathering.file(file, None);
    }
    let Gathering { mut layers, mut errors, .. } = gathering;
    if file.is_none() {
        let (layer, wrong) = line.layer_without_file();
        layers.push(layer);
        errors.extend(wrong);
    }
    let (settings, wrong) = line.layers();
    layers.extend(settings);
    errors.extend(wrong);
    Draft { folder, file, root, bounds, layers, errors }
}

/// Reads `text` as the configuration file of `folder`, whatever is on the disk: for an editor's unsaved text, and for tests.
pub fn load_text(text: &str, folder: &Path) -> Draft {
    let file = folder.join(FILE_NAMES[0]);
    let (layer, errors) = Layer::read(&Arc::new(Source::new(FILE_NAMES[0], Some(file.clone()), text.to_owned())));
    Draft { layers: vec![defaults(), layer], errors, file: Some(file), ..Draft::empty(folder) }
}

pub(super) fn defaults() -> Layer {
    Layer { values: Table::try_from(Keys::default()).unwrap_or_default(), ..Layer::default() }
}

struct Gathering<'a> {
    bounds: &'a Path,
    workspace: &'a Path,
    /// From the file in force to the one being read.
    open: Vec<PathBuf>,
    read: Vec<PathBuf>,
    layers: Vec<Layer>,
    errors: Vec<ConfigError>,
}

impl Gathering<'_> {
    /// Reads `path` and, before it, what it extends. `wish` is where another file names it.
    fn file(&mut self, path: &Path, wish: Option<&Place>) {
        let name = slashed(path.strip_prefix(self.workspace).unwrap_or(path));
        let canonical = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let refusal = if self.open.contains(&canonical) {
            Some("this file extends itself, directly or through others".to_owned())
        } else if self.read.contains(&canonical) {
            return;
        } else if self.open.len() > DEEPEST {
            Some(format!("files may extend each other {DEEPEST} deep, not deeper"))
        } else if self.read.len() == MOST_FILES {
            Some(format!("one file too many: a configuration has at most {MOST_FILES}"))
        } else {
            None
        };
        let text = match refusal.map_or_else(|| read_text(path, MOST_BYTES).map_err(|why| why.to_string()), Err) {
            Ok(text) => text,
            Err(why) => {
                self.errors.push(match wish {
                    Some(Place { source, span, .. }) => ConfigError::new(source, *span, format!("{name}: {why}")),
                    None => ConfigError::unread(&name, Some(path.to_owned()), why),
                });
                return;
            }
        };
        self.read.push(canonical.clone());
        let source = Arc::new(Source::new(&name, Some(path.to_owned()), text));
        let (layer, errors) = Layer::read(&source);
        self.errors.extend(errors);
        self.open.push(canonical);
        for (position, extended) in texts(layer.values.get("extends")).enumerate().filter(|(_, text)| is_path(text)) {
            let place = layer.place(&["extends".to_owned(), position.to_string()]);
            let span = place.map_or(Span::empty(0), |place| place.span);
            match inside(self.bounds, path, extended) {
                Ok(target) => self.file(&target, place),
                Err(why) => self.errors.push(ConfigError::new(&source, span, why)),
            }
        }
        self.open.pop();
        self.layers.push(layer);
    }
}

/// The texts of a list.
pub(super) fn texts(list: Option<&Value>) -> impl Iterator<Item = &str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// Whether `extends` means a file by it, not a profile.
pub(super) fn is_path(extended: &str) -> bool {
    extended.contains(['/', '\\']) || Path::new(extended).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// What `written` in the file `from` leads to, if that is inside of `root`, also when links are followed.
pub(super) fn inside(root: &Path, from: &Path, written: &str) -> Result<PathBuf, String> {
    if Path::new(written).is_absolute() {
        return Err(format!("`{written}` must be a path relative to this file"));
    }
    let target = absolute(Path::new(written), from.parent().unwrap_or(root));
    let outside = || format!("`{written}` leads out of {}", slashed(root));
    if !target.starts_with(root) {
        return Err(outside());
    }
    // What does not exist is reported by whoever wants to read it.
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if target.exists() && !real(&target).starts_with(real(root)) { Err(outside()) } else { Ok(target) }
}
