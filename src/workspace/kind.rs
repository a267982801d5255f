//! What a document's path says about its kind. The words of its title and its sections say more, elsewhere;
//! the steps are ordered, so whoever knows both takes the lower step.

use crate::config::Config;
use crate::dialect::concept::{Concept, Kind};
use unicode_normalization::{UnicodeNormalization, is_nfkc};

/// The steps by which the kind of a document is found, the first that decides wins.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum KindStep {
    /// `kind:` in the front matter, then `[[documents]] kind` of the configuration.
    Declared,
    /// The path or the title says that these are minutes.
    Minutes,
    /// The name of the file.
    FileName,
    /// The title is a mission, vision or strategy and nothing else.
    Title,
    /// The sections are those of a workbook.
    Sections,
    /// The tables are those of support areas, or the links those of an index.
    Content,
    /// The folder holds plans.
    Folder,
    /// Nothing else decided.
    Nothing,
}

impl KindStep {
    /// Whether a person said so. A kind that was only recognised makes what is missing weigh less.
    pub fn is_stated(self) -> bool {
        matches!(self, Self::Declared | Self::Minutes | Self::FileName | Self::Title)
    }
}

/// Finds the concept that a word or phrase is, in any language.
pub type ConceptOf<'a> = &'a dyn Fn(&str) -> Option<Concept>;

/// The kind by the path alone, and the step that decided; `path` as [`Config::path_of`] gives it.
pub fn kind_of_path(path: &str, config: &Config, concept_of: ConceptOf<'_>) -> (KindStep, Kind) {
    if let Some(kind) = config.kind(path) {
        (KindStep::Declared, kind)
    } else if says_minutes(path) {
        (KindStep::Minutes, Kind::Notes)
    } else if let Some(kind) = kind_of_file_name(path, concept_of) {
        (KindStep::FileName, kind)
    } else if ["plans/", "planning/"].iter().any(|folder| starts_with(path, folder)) {
        (KindStep::Folder, Kind::Plan)
    } else {
        (KindStep::Nothing, Kind::Notes)
    }
}

/// `mission.md`, `spring.plan.md`, `ビジョン.md`.
fn kind_of_file_name(path: &str, concept_of: ConceptOf<'_>) -> Option<Kind> {
    let (stem, _) = path.rsplit('/').next()?.rsplit_once('.')?;
    let word = stem.rsplit('.').next()?.to_lowercase();
    match word.as_str() {
        "plan" => Some(Kind::Plan),
        "mission" | "charter" => Some(Kind::Mission),
        "vision" => Some(Kind::Vision),
        "strategy" => Some(Kind::Strategy),
        word => match concept_of(&word.nfkc().collect::<String>())? {
            Concept::Mission => Some(Kind::Mission),
            Concept::Vision => Some(Kind::Vision),
            Concept::Strategy => Some(Kind::Strategy),
            _ => None,
        },
    }
}

/// Whether a path or a title says in any of the languages that these are the minutes of a meeting.
pub fn says_minutes(text: &str) -> bool {
    says(
        text,
        &["minutes", "meeting notes", "protokoll", "protokolle", "acta", "actas", "ata", "atas", "compte rendu", "comptes rendus"],
        &["議事録", "会议纪要", "회의록"],
    )
}

/// Whether a path or a title says in any of the languages that this is a template.
pub fn says_template(text: &str) -> bool {
    says(
        text,
        &["template", "templates", "plantilla", "plantillas", "modelo", "modelos", "modèle", "modèles", "vorlage", "vorlagen"],
        &["テンプレート", "模板", "템플릿"],
    )
}

/// Whether `text` holds one of `words` as whole words, or one of `joined`, which scripts without spaces write into others.
fn says(text: &str, words: &[&str], joined: &[&str]) -> bool {
    // File names of some systems come with their accents and syllables taken apart.
    let composed: String = if is_nfkc(text) { text.to_lowercase() } else { text.nfkc().collect::<String>().to_lowercase() };
    if joined.iter().any(|word| composed.contains(word)) {
        return true;
    }
    let mut parts = composed.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).peekable();
    while let Some(part) = parts.next() {
        let next = parts.peek().copied();
        let is_here = |word: &str| match word.split_once(' ') {
            Some((first, second)) => part == first && next == Some(second),
            None => part == word,
        };
        if words.iter().any(|word| is_here(word)) {
            return true;
        }
    }
    false
}

/// Like `str::starts_with` for ASCII of any case: the globs of the configuration do not look at case either.
fn starts_with(path: &str, folder: &str) -> bool {
    path.get(..folder.len()).is_some_and(|start| start.eq_ignore_ascii_case(folder))
}
