//! Which documents are one series: the Markdown files of the same folder that name it, and what their previous and next lead to.
//!
//! Of a file that names another series only its head is read. Names that differ by a slip of the pen are one series, so that the slip
//! can be shown.

use super::index::Index;
use crate::dialect::concept::HeadKey;
use crate::dialect::normalise::fold;
use crate::plan::Summary;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A series with more parts than this was put together by mistake.
const MOST_MEMBERS: usize = 500;

/// The other documents of the series called `name` that the document at `file` belongs to, in the order of their paths.
/// `links` are the files that its own previous and next lead to.
pub(super) fn members(index: &Index, file: &Path, name: &str, links: Vec<PathBuf>) -> Vec<Arc<Summary>> {
    let mut waiting: Vec<PathBuf> = file.parent().map(|folder| index.markdown_in(folder).to_vec()).unwrap_or_default();
    waiting.extend(links);
    let mut found: BTreeMap<PathBuf, Option<Arc<Summary>>> = BTreeMap::new();
    let mut members = 0;
    while let Some(path) = waiting.pop().filter(|_| members < MOST_MEMBERS) {
        if path == file || found.contains_key(&path) {
            continue;
        }
        let is_member = index.series_name(&path).is_some_and(|other| are_alike(&other, name));
        let member = if is_member { index.summary(&path) } else { None };
        if let Some(member) = &member {
            members += 1;
            waiting.extend(neighbours(index, &path, member));
        }
        found.insert(path, member);
    }
    found.into_values().flatten().collect()
}

/// The files that previous and next of a member lead to.
fn neighbours(index: &Index, file: &Path, member: &Summary) -> Vec<PathBuf> {
    let links = [HeadKey::Previous, HeadKey::Next].into_iter().filter_map(|key| member.link(key)?.path.as_deref());
    links.filter_map(|path| index.file_meant(path, file)).collect()
}

/// Whether two names mean one series: but for case, spaces and marks they are the same, or one letter of a word is wrong.
fn are_alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one, other) = (fold(one), fold(other));
    let words = |name: &str| -> Vec<String> {
        name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (one, other) = (words(one.as_str()), words(other.as_str()));
    one.concat() == other.concat()
        || one.len() == other.len() && one.iter().zip(&other).all(|(one, other)| one == other || is_slip(one, other))
}

/// Years, letters and short words tell series apart; a long word with one letter wrong is a slip.
fn is_slip(one: &str, other: &str) -> bool {
    let is_long = |word: &str| word.len() >= 5 && word.chars().all(|letter| letter.is_alphabetic() && letter < '\u{250}');
    let allowed = if one.len() >= 10 { 2 } else { 1 };
    is_long(one) && is_long(other) && strsim::damerau_levenshtein(one, other) <= allowed
}

#[cfg(test)]
mod tests {
    use super::are_alike;

    #[test]
    fn a_slip_is_the_same_series() {
        for (one, other, alike) in [
            ("Summer fair", "summer  Fair", true),
            ("Summer fair", "Summer-fair", true),
            ("Summer fair", "Sumer fair", true),
            ("Contact center planning", "Contact center planing", true),
            ("Contact center planning", "Contact-center planning", true),
            ("Plan 2025", "Plan 2026", false),
            ("Region North", "Region South", false),
            ("Team A", "Team B", false),
            ("夏祭り", "秋祭り", false),
            ("夏祭り", "夏 祭り", true),
        ] {
            assert_eq!(are_alike(one, other), alike, "{one} / {other}");
        }
    }
}
