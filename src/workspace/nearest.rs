//! What a broken link may have meant: a file of nearly the same name where it was looked for, or of the same name close by.

use super::files::Files;
use super::pick::is_markdown;
use super::target::relative;
use crate::config::{self, slashed};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// In so many folders beside and below the document a file of the same name is looked for.
const MOST_FOLDERS: usize = 64;

/// The file that `missing` may have meant, as the document in `folder` would write it. `itself` is that document.
pub(super) fn nearest(files: &Files, missing: &Path, itself: &Path, root: &Path) -> Option<String> {
    let wanted = missing.file_name()?.to_string_lossy().into_owned();
    let folder = itself.parent()?;
    let written = |path: &Path| slashed(&relative(path, folder));
    let documents = |folder: &Path| -> BTreeSet<PathBuf> {
        let mut found = files.in_folder(folder);
        found.retain(|path| path != itself && is_markdown(&name(path)));
        found
    };
    let there = documents(missing.parent()?);
    let names: Vec<String> = there.iter().map(|path| name(path)).collect();
    if let Some(near) = config::nearest(&wanted, names.iter().map(String::as_str)) {
        return there.iter().find(|path| name(path) == near).map(|path| written(path));
    }
    // Moved: the same name in the document's folder, the one above, or a folder in one of these.
    let above = folder.parent().filter(|above| above.starts_with(root));
    let bases = [Some(folder), above].into_iter().flatten();
    let folders = bases.flat_map(|base| std::iter::once(base.to_owned()).chain(files.folders_in(base))).take(MOST_FOLDERS);
    folders.map(|folder| folder.join(&wanted)).find(|path| path != itself && files.is_file(path)).map(|path| written(&path))
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
