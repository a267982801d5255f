//! The line of configuration that picks given files: the files themselves, the folders of several, or, where those would be more than anybody
//! reads, the folders above them.

use std::collections::{HashMap, HashSet};
use std::fmt::{self, Display, Formatter};

/// Of one folder so many files become one pattern.
const MANY: usize = 3;
/// A line has no more patterns than this, but for files of the folder of the configuration itself.
const MOST: usize = 8;

/// What is included.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Included<'p> {
    File(&'p str),
    /// The files of a folder.
    Folder(&'p str),
    /// All below a folder.
    Below(&'p str),
}

/// The line that picks the files at `paths`, which are relative to the folder of the configuration; of a folder, those that end in `.md`.
pub fn include_line(paths: &[String]) -> String {
    let mut folders: HashMap<&str, usize> = HashMap::new();
    paths.iter().for_each(|path| *folders.entry(parent(path)).or_default() += 1);
    let include = |path| match parent(path) {
        folder if !folder.is_empty() && folders[folder] >= MANY => Included::Folder(folder),
        _ => Included::File(path),
    };
    let mut included: Vec<Included<'_>> = Vec::new();
    let mut seen = HashSet::new();
    included.extend(paths.iter().map(|path| include(path)).filter(|it| seen.insert(it.clone())));
    let deepest = included.iter().map(Included::depth).max().unwrap_or_default();
    // The folder of the configuration is never included as a whole: not every file in it is a plan.
    for depth in (1..=deepest).rev() {
        if included.len() > MOST {
            raise(&mut included, depth);
        }
    }
    format!("include = {}", toml::Value::from(included.iter().map(ToString::to_string).collect::<Vec<_>>()))
}

/// Replaces what lies in folders so deep by the folder, where that makes one of several.
fn raise(included: &mut Vec<Included<'_>>, depth: usize) {
    let mut folders: HashMap<&str, usize> = HashMap::new();
    included.iter().filter_map(|it| it.folder(depth)).for_each(|folder| *folders.entry(folder).or_default() += 1);
    let mut seen = HashSet::new();
    for it in included.iter_mut() {
        if let Some(folder) = it.folder(depth).filter(|folder| folders.get(folder).is_some_and(|&count| count > 1)) {
            *it = Included::Below(folder);
        }
    }
    included.retain(|it| seen.insert(it.clone()));
}

impl<'p> Included<'p> {
    fn path(&self) -> &'p str {
        let (Self::File(path) | Self::Folder(path) | Self::Below(path)) = self;
        path
    }

    /// How many folders lie around it.
    fn depth(&self) -> usize {
        self.path().matches('/').count()
    }

    /// The folder it lies in, or is, that has `depth` names.
    fn folder(&self, depth: usize) -> Option<&'p str> {
        let path = self.path();
        let mut ends = path.match_indices('/').map(|(end, _)| end);
        let itself = || Some(path).filter(|_| !matches!(self, Self::File(_)) && self.depth() + 1 == depth);
        ends.nth(depth.checked_sub(1)?).map(|end| &path[..end]).or_else(itself)
    }
}

impl Display for Included<'_> {
    /// As a pattern that means nothing else.
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => out.write_str(&globset::escape(path)),
            Self::Folder(folder) => write!(out, "{}/*.md", globset::escape(folder)),
            Self::Below(folder) => write!(out, "{}/**/*.md", globset::escape(folder)),
        }
    }
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
