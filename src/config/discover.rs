//! Which configuration file is in force for a folder. The command line and the editor both ask here.
//! The search goes upward from the folder and ends at its *root*: the nearest folder that holds `.git`, else the workspace.

use std::path::{Component, Path, PathBuf};

/// What a configuration file may be called, the first wins within one folder.
pub const FILE_NAMES: [&str; 2] = ["planlint.toml", ".planlint.toml"];

/// The root of `folder`: nothing that concerns its documents is looked for above it. Both paths absolute.
pub fn root<'a>(folder: &'a Path, workspace: &'a Path) -> &'a Path {
    let repository = folder.ancestors().find(|above| above.join(".git").exists());
    repository.unwrap_or_else(|| if folder.starts_with(workspace) { workspace } else { parting(folder, workspace) })
}

/// Where the way to `folder` parts from the way to `workspace`: the folders below say something about documents that lie outside.
fn parting<'a>(folder: &'a Path, workspace: &Path) -> &'a Path {
    let shared = workspace.ancestors().find(|above| folder.starts_with(above)).map_or(0, |above| above.components().count());
    folder.ancestors().find(|above| above.components().count() == shared + 1).unwrap_or(folder)
}

/// The configuration file nearest to `folder` on the way up to `root`.
pub(super) fn nearest(folder: &Path, root: &Path) -> Option<PathBuf> {
    let inside = folder.ancestors().take_while(|above| above.starts_with(root));
    inside.flat_map(|above| FILE_NAMES.map(|name| above.join(name))).find(|file| file.is_file() || is_odd(file))
}

/// Something that is there under the name of a configuration but cannot be read is in force too: better an error than other settings.
fn is_odd(file: &Path) -> bool {
    file.symlink_metadata().is_ok_and(|about| !about.is_dir())
}

/// `path` seen from `base`, without `.` and with every `..` taken back. Links are not resolved, so the path stays as its writer knows it.
pub fn absolute(path: &Path, base: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for component in base.join(path).components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                whole.pop();
            }
            component => whole.push(component),
        }
    }
    whole
}

/// `path` with forward slashes, whatever the system writes.
pub fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn finds_the_nearest_up_to_the_root() {
        let tree = tempfile::tempdir().expect("a folder");
        let at = |path: &str| absolute(Path::new(path), tree.path());
        fs::create_dir_all(at("work/repo/docs/deep")).expect("folders");
        fs::create_dir_all(at("work/other")).expect("folders");
        fs::create_dir(at("work/repo/.git")).expect("a repository");
        for file in ["planlint.toml", "work/repo/planlint.toml", "work/repo/.planlint.toml", "work/repo/docs/.planlint.toml"] {
            fs::write(at(file), "").expect("a file");
        }
        for (folder, workspace, wanted_root, wanted_file) in [
            ("work/repo/docs/deep", "work", "work/repo", Some("work/repo/docs/.planlint.toml")),
            ("work/repo", "work", "work/repo", Some("work/repo/planlint.toml")),
            ("work/other", "work", "work", None),
            ("work/other", ".", ".", Some("planlint.toml")),
            ("work/other", "work/repo", "work/other", None),
        ] {
            let (folder, workspace) = (at(folder), at(workspace));
            assert_eq!(root(&folder, &workspace), at(wanted_root), "{folder:?}");
            assert_eq!(nearest(&folder, &at(wanted_root)), wanted_file.map(at), "{folder:?}");
        }
    }

    #[test]
    fn takes_dots_out_of_a_path() {
        let clean = |path: &str| slashed(&absolute(Path::new(path), Path::new("/a/b")));
        assert_eq!([clean("./c//d.md"), clean("../x"), clean("/y/./z"), clean("../../../..")], ["/a/b/c/d.md", "/a/x", "/y/z", "/"]);
    }
}
