//! A writer's own rules: the pages of the folder that `rules-path` names, read, and what is wrong with them told at its place.
//! A page that cannot be a rule never hides the others.

use super::read::shown;
use crate::config::{ConfigError, Source, nearest, read_text};
use crate::rules::{Catalogue, PageError};
use crate::text::Span;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A page may have this many bytes.
const MOST_BYTES: u64 = 1024 * 1024;

/// The shipped rules with a writer's own.
#[derive(Clone, Debug, Default)]
pub struct OwnRules {
    /// All rules that can be used.
    pub catalogue: Catalogue,
    /// The pages read, in the order of their paths.
    pub pages: Vec<Arc<Source>>,
    /// What is wrong with pages.
    pub errors: Vec<ConfigError>,
}

/// The rules whose pages lie in `folder` (absolute), also in folders below it. Paths are told relative to `current`.
pub fn own_rules(folder: &Path, current: &Path) -> OwnRules {
    let (mut pages, mut errors) = (Vec::new(), Vec::new());
    for file in files(folder) {
        let name = shown(file.strip_prefix(current).unwrap_or(&file));
        match read_text(&file, MOST_BYTES) {
            Ok(text) => pages.push(Arc::new(Source::new(&name, Some(file), text))),
            Err(why) => errors.push(ConfigError::unread(&name, Some(file), why.to_string())),
        }
    }
    let (catalogue, faults) = Catalogue::with_own(pages.iter().map(|page| page.text.as_str()));
    errors.extend(faults.iter().map(|(number, fault)| told(&pages[*number], fault)));
    OwnRules { catalogue, pages, errors }
}

/// Every page below `folder`; a README tells about the rules and is none.
fn files(folder: &Path) -> Vec<PathBuf> {
    let walk = ignore::WalkBuilder::new(folder).standard_filters(false).hidden(true).sort_by_file_name(Ord::cmp).build();
    let files = walk.flatten().filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file())).map(ignore::DirEntry::into_path);
    files.filter(|file| file.extension().is_some_and(|it| it == "md") && file.file_name().is_some_and(|name| name != "README.md")).collect()
}

/// A fault in the words of a writer. The reader of TOML lists all it knows in one sentence: the likeliest of them is enough.
fn told(source: &Arc<Source>, fault: &PageError) -> ConfigError {
    let span = Span::new(fault.at.start, fault.at.end);
    let (fact, known) = fault.message.split_once(", expected ").unwrap_or((&fault.message, ""));
    let mut quoted = known.split('`').skip(1).step_by(2);
    let written = fact.split('`').skip(1).step_by(2).last();
    let (said, span) = match written {
        Some(written) => {
            (fact.replace("unknown field", "unknown key").replace("unknown variant", "there is no"), narrowed(source, span, written))
        }
        None => (fault.message.clone(), span),
    };
    let error = ConfigError::new(source, span, said.replace('\n', ": "));
    let meant = written.and_then(|written| nearest(written, quoted.by_ref()));
    match (meant, known) {
        (Some(meant), _) => error.with_help(format!("did you mean `{meant}`?")),
        (None, "") => error,
        (None, _) if fact.contains("invalid type") => error.with_help(format!("it takes {}", known.replace("a sequence", "a list"))),
        (None, _) if written.is_some() => error.with_help(format!("known: {}", known.trim_start_matches("one of ").replace('`', ""))),
        _ => error,
    }
}

/// The word that is meant, in place of the value that holds it.
fn narrowed(source: &Source, span: Span, word: &str) -> Span {
    let text = source.text.get(span.range()).unwrap_or_default();
    let within = text.find(word).map(|at| Span::new(at, at + word.len()).shifted(span.start as usize));
    within.unwrap_or(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(page: &str) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("own.md"), page).expect("a page");
        own_rules(folder.path(), folder.path()).errors.iter().map(ToString::to_string).collect()
    }

    fn page(code: &str, severity: &str, kind: &str) -> String {
        format!(
            "+++\ncode = \"{code}\"\nname = \"own-rule\"\n{severity} = \"info\"\nclass = \"quality\"\nmessage = \"no\"\n\n[check]\nkind = \"{kind}\"\n+++\n"
        )
    }

    #[test]
    fn says_what_is_wrong_with_a_page_and_where() {
        assert_eq!(errors(&page("XY101", "severity", "overdue")), [""; 0]);
        for (page, place, help) in [
            (page("X101", "severity", "overdue"), "own.md:2:9: the code of your own rule needs two or more capital letters", ""),
            (page("XY", "severity", "overdue"), "own.md:2:9: the code of your own rule", ""),
            (page("XY101", "severty", "overdue"), "own.md:4:1: unknown key `severty`", "did you mean `severity`?"),
            (page("XY101", "severity", "overdu"), "own.md:9:9: in [check]: there is no `overdu`", "did you mean `overdue`?"),
            (
                page("XY101", "severity", "pattern\"\nwhere = \"text\"\nphrases = \"old"),
                "own.md:11:11: in [check]: `phrases`: invalid type: string \"old\"",
                "it takes a list",
            ),
            (
                page("XY101", "severity", "pattern\"\nwhere = \"actoin\"\nphrases = [\"old\"]\nmode = \"excludes"),
                "own.md:10:10: in [check]: there is no `actoin`",
                "did you mean `action`?",
            ),
            (
                page("XY101", "severity", "pattern\"\nwhere = \"action\"\ngroup = \"vauge"),
                "own.md:11:10: in [check]: `group`: there is no `vauge`",
                "did you mean `vague`?",
            ),
            ("# No front matter".to_owned(), "own.md:1:1: a rule page begins with a line `+++`", ""),
        ] {
            let told = errors(&page).join("\n");
            assert!(told.starts_with(place) && told.contains(help), "{told}");
        }
    }
}
