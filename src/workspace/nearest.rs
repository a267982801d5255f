//! What a broken link may have meant: a file of nearly the same name where it was looked for, or of the same name close by.

use super::files::Files;
use super::pick::is_markdown;
use super::target::relative;
use crate::config::slashed;
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
    let alike = there.iter().map(|path| (likeness(&stem(missing), &stem(path)), path)).filter(|&(alike, _)| alike >= ALIKE);
    if let Some((_, near)) = alike.max_by(|(one, _), (other, _)| one.total_cmp(other)) {
        return Some(written(near));
    }
    // Moved: the same name in the document's folder, the one above, or a folder in one of these.
    let above = folder.parent().filter(|above| above.starts_with(root));
    let bases = [Some(folder), above].into_iter().flatten();
    let folders = bases.flat_map(|base| std::iter::once(base.to_owned()).chain(files.folders_in(base))).take(MOST_FOLDERS);
    folders.map(|folder| folder.join(&wanted)).find(|path| path != itself && files.is_file(path)).map(|path| written(&path))
}

/// Names that are less alike than this are two names: mission and vision are.
const ALIKE: f64 = 0.75;

/// How alike two names are, from 0 to 1. Case and the numbers in front, by which people sort, make no difference.
fn likeness(one: &str, other: &str) -> f64 {
    let bare = |name: &str| {
        name.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '_' | '.' | ' ')).to_lowercase()
    };
    let (one, other) = (bare(one), bare(other));
    if one.is_empty() || one.len() > LONGEST { 0.0 } else { strsim::normalized_damerau_levenshtein(&one, &other) }
}

/// The distance of a longer name to anything takes time and helps nobody, in bytes.
const LONGEST: usize = 100;

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{ALIKE, likeness};

    #[test]
    fn names_that_may_be_meant() {
        for (one, other, alike) in [
            ("mision", "mission", true),
            ("mission", "01-mission", true),
            ("02-menu", "02-menus", true),
            ("Our_Mission", "our-mission", true),
            ("vision", "mission", false),
            ("02-menu", "02-music", false),
            ("ces", "workbook", false),
            ("01", "02", false),
        ] {
            assert_eq!(likeness(one, other) >= ALIKE, alike, "{one} / {other}");
        }
    }
}
