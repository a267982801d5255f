//! The line of configuration that picks given files: the files themselves, the folders of several, or, where those would be more than anybody
//! reads, the folders above them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::{self, Display, Formatter};

/// Of one folder so many files become one pattern.
const MANY: usize = 3;
/// A line has no more patterns than this, unless they have nothing in common.
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

/// The line that picks the files at `paths`, which are relative to the folder of the configuration.
pub fn include_line(paths: &[String]) -> String {
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
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
    let folders: BTreeSet<&str> = included.iter().filter_map(|it| ancestor(it.path(), depth)).collect();
    for folder in folders {
        if included.iter().filter(|it| it.lies_below(folder)).count() > 1 {
            let at = included.iter().position(|it| it.lies_below(folder)).unwrap_or_default();
            included[at] = Included::Below(folder);
            included.retain(|it| *it == Included::Below(folder) || !it.lies_below(folder));
        }
    }
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

    fn lies_below(&self, folder: &str) -> bool {
        self.path().strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
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

/// The folder around `path` that is so deep.
fn ancestor(path: &str, depth: usize) -> Option<&str> {
    path.match_indices('/').nth(depth.checked_sub(1)?).map(|(end, _)| &path[..end])
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
