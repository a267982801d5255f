//! A link as it is written -> the file it means. Looks at words only; whether the file is there, others see.

use crate::config::absolute;
use std::path::{Component, Path, PathBuf};

/// What a link means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Target {
    /// A file or folder of the workspace, absolute, and the heading behind `#`, decoded.
    At { path: PathBuf, heading: Option<String> },
    /// A path that leads out of the workspace.
    Outside,
    /// No path: a web address, a mail address, the root of a site nobody told us about.
    Elsewhere,
}

/// Where links of a document start.
#[derive(Clone, Copy)]
pub(super) struct Start<'a> {
    /// The document, absolute.
    pub document: &'a Path,
    /// Nothing above it belongs to the workspace, absolute.
    pub root: &'a Path,
    /// Where links that begin with `/` start.
    pub site: Option<&'a Path>,
}

impl Start<'_> {
    /// What `written` means; `as_is` takes percent signs for themselves.
    pub(super) fn target(self, written: &str, as_is: bool) -> Target {
        let written = written.trim().trim_start_matches('<').trim_end_matches('>');
        match scheme(written) {
            // `C:\plans\mission.md` is a place on one person's disk.
            Some(scheme) if scheme.len() == 1 => return Target::Outside,
            Some(_) => return Target::Elsewhere,
            None => {}
        }
        let (path, heading) = written.split_once('#').map_or((written, None), |(path, heading)| (path, Some(heading)));
        let path = path.split_once('?').map_or(path, |(path, _)| path);
        let path = if as_is { path.to_owned() } else { decoded(path) }.replace('\\', "/");
        let heading = heading.filter(|heading| !heading.is_empty()).map(decoded);
        let folder = self.document.parent().unwrap_or(self.document);
        let file = if path.is_empty() {
            self.document.to_owned()
        } else if path.starts_with("//") {
            return Target::Elsewhere;
        } else if let Some(below) = path.strip_prefix('/') {
            let Some(site) = self.site else { return Target::Elsewhere };
            absolute(Path::new(below), site)
        } else if climbs_out(&path, folder) {
            return Target::Outside;
        } else {
            absolute(Path::new(&path), folder)
        };
        if file.starts_with(self.root) { Target::At { path: file, heading } } else { Target::Outside }
    }
}

/// More `..` than there are folders.
fn climbs_out(path: &str, folder: &Path) -> bool {
    path.split('/').take_while(|part| *part == "..").count() >= folder.components().count()
}

/// The letters before `:` of an address.
fn scheme(written: &str) -> Option<&str> {
    let (scheme, _) = written.split_once(':')?;
    let mut letters = scheme.bytes();
    let fits = letters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && letters.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    // `notes.md: x` is no address.
    (fits && !scheme.contains(".md")).then_some(scheme)
}

/// `Our%20mission` -> `Our mission`; what is no UTF-8 stays as it is.
fn decoded(written: &str) -> String {
    if !written.contains('%') {
        return written.to_owned();
    }
    let bytes = written.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|&byte| char::from(byte).to_digit(16));
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                plain.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(plain).unwrap_or_else(|_| written.to_owned())
}

/// `path` seen from the folder `from`, with `..` where it lies beside or above; both absolute. Where they share nothing, the whole path.
pub(super) fn relative(path: &Path, from: &Path) -> PathBuf {
    let shared = path.components().zip(from.components()).take_while(|(one, other)| one == other).count();
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let seen: PathBuf = up.chain(path.components().skip(shared)).collect();
    let has_common_folder = path.components().take(shared).any(|part| matches!(part, Component::Normal(_)));
    if has_common_folder { seen } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Start, Target, relative};
    use std::path::{Path, PathBuf};

    #[test]
    fn links_mean_files() {
        let at = |path: &str, heading: Option<&str>| Target::At { path: PathBuf::from(path), heading: heading.map(str::to_owned) };
        for (written, target) in [
            ("mission.md", at("/w/plans/mission.md", None)),
            ("./mission.md", at("/w/plans/mission.md", None)),
            ("../mission.md#our-aim", at("/w/mission.md", Some("our-aim"))),
            ("..\\mission.md", at("/w/mission.md", None)),
            ("Our%20mission.md#%E4%BD%BF%E5%91%BD", at("/w/plans/Our mission.md", Some("使命"))),
            ("<Our mission.md>", at("/w/plans/Our mission.md", None)),
            ("100%.md", at("/w/plans/100%.md", None)),
            ("使命.md", at("/w/plans/使命.md", None)),
            ("mission.md?plain=1#aim", at("/w/plans/mission.md", Some("aim"))),
            ("mission.md#", at("/w/plans/mission.md", None)),
            ("#our-aim", at("/w/plans/spring.md", Some("our-aim"))),
            ("a//b/./c.md", at("/w/plans/a/b/c.md", None)),
            ("/mission.md", at("/w/site/mission.md", None)),
            ("../../mission.md", Target::Outside),
            ("../../../../../../w/plans/mission.md", Target::Outside),
            ("C:\\plans\\mission.md", Target::Outside),
            ("https://example.com/a.md", Target::Elsewhere),
            ("mailto:ann@example.com", Target::Elsewhere),
            ("//example.com/a.md", Target::Elsewhere),
        ] {
            let start = Start { document: Path::new("/w/plans/spring.md"), root: Path::new("/w"), site: Some(Path::new("/w/site")) };
            assert_eq!(start.target(written, false), target, "{written}");
        }
        let start = Start { document: Path::new("/w/spring.md"), root: Path::new("/w"), site: None };
        assert_eq!(start.target("/mission.md", false), Target::Elsewhere);
        assert_eq!(start.target("100%25.md", true), at("/w/100%25.md", None));
    }

    #[test]
    fn paths_are_written_as_seen_from_a_folder() {
        let seen = |path: &str, from: &str| relative(Path::new(path), Path::new(from)).to_string_lossy().into_owned();
        assert_eq!(seen("/w/a/b.md", "/w"), "a/b.md");
        assert_eq!(seen("/w/b.md", "/w/a/c"), "../../b.md");
        assert_eq!(seen("/w/a/b.md", "/w/a"), "b.md");
        assert_eq!(seen("/v/b.md", "/w/a"), "/v/b.md");
    }
}
