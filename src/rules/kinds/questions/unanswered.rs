//! Q101: a question that nothing answers.

use crate::dialect::concept::{Kind, Lifecycle};
use crate::dialect::group::Group;
use crate::dialect::sentence::{Use, can};
use crate::plan::{Answer, Question, QuestionSource, Reading};
use crate::rules::draft::Draft;
use crate::rules::options::Options;
use crate::rules::scene::{Local, Scene};
use crate::text::Span;

pub(in crate::rules::kinds) fn check(here: &Local<'_>, options: &Options, found: &mut Vec<Draft>) {
    let plan = &here.chunk.plan;
    for question in &plan.questions {
        // A point of the agenda is taken up further down, if at all.
        if question.answer.settles() || question.source == QuestionSource::Agenda {
            continue;
        }
        // A ticked question without an answer is Q104's.
        if question.ticked == Some(true) && (here.scene.running)("Q104") {
            continue;
        }
        let assigned = question.owner.is_some() && question.due.is_some();
        if assigned && options.word("treat-assigned-as") == Some("ok") {
            continue;
        }
        if matches!(question.source, QuestionSource::ImplicitList | QuestionSource::ListBelow) && !options.flag("implicit-lists", true) {
            continue;
        }
        let open = matches!(plan.sections[question.section].reading, Reading::Questions { open: true, .. });
        let open = open || matches!(question.source, QuestionSource::Aside | QuestionSource::Deliberation);
        let talk = is_talk(question, here);
        let weight = if talk && !assigned { "talk" } else { weight(here.scene, assigned, open) };
        let mut draft = Draft::at(here.at(question.text)).quoting("item", here.words(question.text)).weighing(weight);
        if let Answer::Placeholder(span) = question.answer {
            draft = draft.saying("placeholder").quoting("value", here.words(span));
        } else if assigned {
            draft = draft.saying("assigned");
        }
        found.push(if talk || !is_sure(question) { draft.unsure() } else { draft });
    }
}

/// Whether the question is part of what was said in notes: a suggestion as often as not, or settled by what was said next.
fn is_talk(question: &Question, here: &Local<'_>) -> bool {
    let document = here.scene.document;
    let notes = document.kind == Kind::Notes;
    match question.source {
        QuestionSource::Stated | QuestionSource::Thread | QuestionSource::Agenda | QuestionSource::ListBelow => true,
        QuestionSource::Deliberation => notes,
        _ if !notes || !document.kind_stated => false,
        QuestionSource::Aside => true,
        QuestionSource::ImplicitList if suggests(here.scene, here.words(question.text)) => true,
        _ => {
            let words = here.words(question.text);
            let behind = Span::new(question.text.end as usize, here.text.len());
            // One shared word proves nothing where no agenda announced that there would be talk.
            topic(words).len() > 1 && taken_up(words, here.words(behind).lines().take(LINES_OF_TALK))
        }
    }
}

/// "Can we borrow some?", "What about the school?"
fn suggests(scene: &Scene<'_>, question: &str) -> bool {
    let words = question.trim_start_matches(|it: char| !it.is_alphanumeric());
    scene.vocabulary.mentions(Group::Suggestions, words).is_some_and(|found| found.start == 0)
}

/// Points of an agenda that ask and that nothing further down takes up.
pub(in crate::rules::kinds) fn check_agenda(scene: &Scene<'_>, found: &mut Vec<Draft>) {
    for question in scene.document.questions().filter(|question| question.source == QuestionSource::Agenda && !question.answer.settles()) {
        let place = question.at(question.text);
        let words = scene.words(place);
        let rest = scene.words(Span::new(place.end as usize, scene.document.len));
        if !taken_up(&words, rest.lines()) {
            found.push(Draft::at(place).quoting("item", words.as_ref()).weighing("talk").unsure());
        }
    }
}

/// Talk about a question of its section goes on for so many lines behind it: long lists of questions are not read over for each of them.
const LINES_OF_TALK: usize = 300;

/// Whether a line of `rest` speaks of what `question` asks: it shares nearly all its telling words, or in scripts without spaces
/// most pairs of its characters.
fn taken_up<'t>(question: &str, mut rest: impl Iterator<Item = &'t str>) -> bool {
    let asked = topic(question);
    !asked.is_empty()
        && rest.any(|line| {
            let said = line.to_lowercase();
            let shared = asked.iter().filter(|word| said.contains(word.as_str())).count();
            shared * 4 >= asked.len() * 3
        })
}

/// The words that tell what a question is about, cut to their stems; pairs of characters where words are not spaced.
fn topic(question: &str) -> Vec<String> {
    let mut topic: Vec<String> = Vec::new();
    for word in question.to_lowercase().split(|it: char| !it.is_alphanumeric()) {
        let letters: Vec<char> = word.chars().collect();
        if letters.first().is_some_and(|&first| first >= '\u{2e80}') {
            topic.extend(letters.windows(2).map(String::from_iter));
        } else if letters.len() > 4 && !can(word, Use::Fills) {
            topic.push(letters.iter().take(6).collect());
        }
    }
    topic.sort_unstable();
    topic.dedup();
    topic
}

/// First hit wins (DIALECT 14).
fn weight(scene: &Scene<'_>, assigned: bool, open: bool) -> &'static str {
    let document = scene.document;
    if assigned {
        "assigned"
    } else if document.kind == Kind::Workbook {
        "default"
    } else if document.kind == Kind::Notes {
        "notes"
    } else if open && document.lifecycle != Lifecycle::Approved {
        "open"
    } else {
        "default"
    }
}

fn is_sure(question: &Question) -> bool {
    matches!(
        question.source,
        QuestionSource::Item | QuestionSource::Heading | QuestionSource::Row | QuestionSource::Nested | QuestionSource::Labelled
    )
}
