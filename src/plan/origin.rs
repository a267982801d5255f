//! What is known of a document from outside its text: what its path says, and what kind configuration states for it (DIALECT 1).
//! Knows no configuration itself; the words in the text, and which of all these wins, are the survey's affair.

use crate::dialect::concept::{Concept, Kind};
use crate::dialect::date::{Order, When, find_shapes, heading_dates, says_relative_day};
use crate::dialect::group::Group;
use crate::dialect::vocabulary::Vocabulary;
use unicode_normalization::{UnicodeNormalization, is_nfkc};

/// What is known of a document from outside its text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Origin {
    /// Kind that configuration states for its path.
    pub configured: Option<Kind>,
    /// Kind that its file name states.
    pub named: Option<Kind>,
    /// Kind that its folder lets one suppose.
    pub supposed: Option<Kind>,
    /// Its path says that it is minutes.
    pub minutes: bool,
    /// Its file name says that it plans work.
    pub plans_work: bool,
    /// Its path says that it is a template.
    pub template: bool,
    /// Its file name says of which day it is.
    pub dated: bool,
}

impl Origin {
    /// What a path says by itself. It is relative to the root of the documents, with forward slashes: folders above say nothing.
    pub fn of_path(path: &str, vocabulary: &Vocabulary) -> Self {
        // File names of some systems come with their accents and syllables taken apart.
        let path: String = if is_nfkc(path) { path.to_owned() } else { path.nfkc().collect() };
        let words = words_of(&path);
        let file_name = path.rsplit('/').next().unwrap_or_default();
        Self {
            configured: None,
            named: kind_of_file_name(&path, vocabulary).filter(|_| !lies_among_guides(&path)),
            supposed: (lies_among_plans(&path) && !lies_among_guides(&path)).then_some(Kind::Plan),
            minutes: vocabulary.mentions(Group::Minutes, &words).is_some(),
            plans_work: !lies_among_guides(&path) && plans_work(&words_of(file_name), vocabulary),
            template: vocabulary.mentions(Group::Template, &path.replace(['-', '_', '/', '.'], " ")).is_some(),
            dated: path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).is_some_and(|(stem, _)| says_day(stem)),
        }
    }
}

/// The words of a path: `docs/MeetingNotes_May.md` has five.
fn words_of(path: &str) -> String {
    let mut words = String::with_capacity(path.len() + 8);
    let mut before = ' ';
    for letter in path.chars() {
        if letter.is_uppercase() && before.is_lowercase() {
            words.push(' ');
        }
        words.push(if matches!(letter, '-' | '_' | '/' | '.') { ' ' } else { letter });
        before = letter;
    }
    words
}

/// `Projektplan.md` and `tasks.md` plan work.
fn plans_work(file_name: &str, vocabulary: &Vocabulary) -> bool {
    let stem = file_name.rsplit_once(' ').map_or(file_name, |(stem, _)| stem);
    let heading = vocabulary.heading(stem);
    let is_tasks = heading.whole && matches!(heading.matches.as_slice(), [only] if only.concept == Concept::Actions);
    is_tasks || vocabulary.mentions(Group::WorkPlans, file_name).is_some()
}

/// Whether a full date, or a month with its year, stands in a file name or a title.
pub(super) fn says_day(name: &str) -> bool {
    const LONGEST_MONTH: i32 = 31;
    let spaced = name.replace(['_', 'T'], " ");
    let is_month = |when: &When| matches!(when, When::Coarse { first, last } if (*last - *first).get_days() < LONGEST_MONTH);
    name.bytes().filter(u8::is_ascii_digit).count() >= 4
        && (find_shapes(&spaced, Order::Iso).iter().any(|found| matches!(found.when, When::Exact(_)))
            || heading_dates(&spaced, Order::Iso).is_some_and(|said| is_month(&said.found.when)))
}

/// Whether a title is the day of a meeting and at most its weekday: "2021-10-06 (Wed)".
pub(super) fn is_day(title: &str) -> bool {
    let Some(said) = heading_dates(title, Order::Iso).filter(|said| matches!(said.found.when, When::Exact(_))) else { return false };
    let span = said.found.span;
    let is_said = |around: &str| {
        let letters = around.chars().filter(|letter| letter.is_alphanumeric()).count();
        letters <= 1 || around.split_whitespace().count() == 1 && says_relative_day(around, Order::Iso)
    };
    is_said(&title[..span.start as usize]) && is_said(&title[span.end as usize..])
}

/// Whether a full date stands in a title.
pub(super) fn says_exact_day(title: &str) -> bool {
    heading_dates(title, Order::Iso).is_some_and(|said| matches!(said.found.when, When::Exact(_)))
}

/// `mission.md`, `spring.plan.md`, `ビジョン.md`.
fn kind_of_file_name(path: &str, vocabulary: &Vocabulary) -> Option<Kind> {
    let (stem, _) = path.rsplit('/').next()?.rsplit_once('.')?;
    let word = stem.rsplit('.').next()?.to_lowercase();
    match word.as_str() {
        "plan" => Some(Kind::Plan),
        "charter" => Some(Kind::Mission),
        word => vocabulary.kind(word).filter(|kind| matches!(kind, Kind::Mission | Kind::Vision | Kind::Strategy)),
    }
}

/// `guides/strategy.md` tells how a strategy is made, `guidance/planning/tasks.md` how one plans.
fn lies_among_guides(path: &str) -> bool {
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    folders.split('/').any(|folder| {
        ["guide", "guides", "guidance", "how-to", "howto", "tutorial", "tutorials"].iter().any(|known| folder.eq_ignore_ascii_case(known))
    })
}

fn lies_among_plans(path: &str) -> bool {
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    folders.split('/').any(|folder| ["plans", "planning"].iter().any(|known| folder.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_kind_off_a_path() {
        let minutes = Some(Kind::Notes);
        for (path, kind) in [
            ("plans/2026-minutes/plan.md", minutes),
            ("a/第3回議事録.md", minutes),
            ("Meeting_Notes.md", minutes),
            ("compte-rendu/plan.md", minutes),
            ("docs/guides/strategy.md", None),
            ("docs/guidance/planning/tasks.md", None),
            ("plan.md", Some(Kind::Plan)),
            ("a/spring.plan.md", Some(Kind::Plan)),
            ("our.mission.md", Some(Kind::Mission)),
            ("Charter.md", Some(Kind::Mission)),
            ("plans/vision.md", Some(Kind::Vision)),
            ("ビジョン.md", Some(Kind::Vision)),
            ("ﾋﾞｼﾞｮﾝ.md", Some(Kind::Vision)),
            ("Leitbild.md", Some(Kind::Mission)),
            ("plans/a/b.md", Some(Kind::Plan)),
            ("a/plans/b.md", Some(Kind::Plan)),
            ("plans.md", None),
            ("questions.md", None),
            ("minutesman.md", None),
        ] {
            let origin = Origin::of_path(path, Vocabulary::builtin());
            let said = if origin.minutes { minutes } else { origin.named.or(origin.supposed) };
            assert_eq!(said, kind, "{path}");
        }
    }

    #[test]
    fn knows_minutes_and_templates_in_all_languages() {
        let taken_apart: String = "회의록.md".nfd().collect();
        assert!(Origin::of_path(&taken_apart, Vocabulary::builtin()).minutes);
        for (path, is) in
            [("docs/template.md", true), ("plantilla-de-acta.md", true), ("会議テンプレート.md", true), ("contemplate.md", false)]
        {
            assert_eq!(Origin::of_path(path, Vocabulary::builtin()).template, is, "{path}");
        }
    }
}
