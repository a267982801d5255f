//! A list of globs as a person writes it, and whether a path is meant by it.
//! The last glob that fits decides; `!glob` takes out again. Case does not count: `MISSION.md` is as much a mission as `mission.md`.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// Globs over paths with forward slashes, relative to the folder of the configuration.
#[derive(Clone, Debug, Default)]
pub struct Globs {
    set: GlobSet,
    written: Vec<String>,
}

impl Globs {
    /// Those of `written` that are globs, and for each of the others its position and what is wrong with it.
    pub fn new(written: Vec<String>) -> (Self, Vec<(usize, String)>) {
        let mut builder = GlobSetBuilder::new();
        let mut wrong = Vec::new();
        let mut kept = Vec::new();
        for (position, glob) in written.into_iter().enumerate() {
            match pattern(&glob).and_then(|pattern| compile(&pattern)) {
                Ok(compiled) => {
                    builder.add(compiled);
                    kept.push(glob);
                }
                Err(message) => wrong.push((position, message)),
            }
        }
        match builder.build() {
            Ok(set) => (Self { set, written: kept }, wrong),
            Err(error) => (Self::default(), vec![(0, error.kind().to_string())]),
        }
    }

    /// The glob that `path` is meant by, as it is written.
    pub fn meant(&self, path: &str) -> Option<&str> {
        let last = *self.set.matches(path).last()?;
        self.written.get(last).map(String::as_str).filter(|glob| !glob.starts_with('!'))
    }

    /// Whether `path` is meant.
    pub fn mean(&self, path: &str) -> bool {
        self.meant(path).is_some()
    }
}

/// What people write for a folder or for a place beside the configuration, as globset knows it.
fn pattern(glob: &str) -> Result<String, String> {
    let glob = glob.strip_prefix('!').unwrap_or(glob);
    let inner = glob.trim_start_matches("./").trim_start_matches('/');
    if inner.is_empty() {
        return Err("it is empty".to_owned());
    }
    if inner.split('/').any(|part| part == "..") {
        return Err("it leads out of the folder of this configuration".to_owned());
    }
    Ok(if inner.ends_with('/') { format!("{inner}**") } else { inner.to_owned() })
}

fn compile(pattern: &str) -> Result<globset::Glob, String> {
    let glob = GlobBuilder::new(pattern).literal_separator(true).case_insensitive(true).build();
    glob.map_err(|error| error.kind().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_glob_that_fits_decides() {
        let list = ["**/mission.md", "plans/**/*.md", "docs/", "./top.md", "!docs/old/", "docs/old/kept.md"];
        let (globs, wrong) = Globs::new(list.map(str::to_owned).to_vec());
        assert!(wrong.is_empty());
        for (path, meant) in [
            ("mission.md", Some("**/mission.md")),
            ("a/b/MISSION.md", Some("**/mission.md")),
            ("plans/x.md", Some("plans/**/*.md")),
            ("a/plans/x.md", None),
            ("docs/x.md", Some("docs/")),
            ("docs/old/x.md", None),
            ("docs/old/kept.md", Some("docs/old/kept.md")),
            ("top.md", Some("./top.md")),
            ("a/top.md", None),
        ] {
            assert_eq!(globs.meant(path), meant, "{path}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        let (_, wrong) = Globs::new(["a[", "", "../x.md", "ok.md", "{a"].map(str::to_owned).to_vec());
        assert_eq!(wrong.iter().map(|(position, _)| *position).collect::<Vec<_>>(), [0, 1, 2, 4]);
    }
}
