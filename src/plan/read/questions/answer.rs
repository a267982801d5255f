//! What answers a question: behind it on its line, nested below it, or promised.

use super::label::{answer_label, attribute_label, status_label};
use crate::dialect::concept::{Concept, Status};
use crate::dialect::group::Group;
use crate::dialect::placeholder::{self, Slot};
use crate::dialect::question;
use crate::dialect::sentence::{Use, can};
use crate::markdown::{self, BlockKind};
use crate::plan::element::Answer;
use crate::plan::read::Reader;
use crate::plan::read::items::{self, Own};
use crate::text::Span;

/// What answers a question: the seven ways of DIALECT 5.
pub(super) fn answer(reader: &mut Reader<'_>, own: &Own, nested: &[usize], marks: &[usize]) -> (Answer, Option<Span>) {
    if own.struck {
        return (Answer::Withdrawn, None);
    }
    let words = reader.blocks.masked(own.text);
    // "Who pays? (still open)": what is nested below are proposals.
    if remark_behind(words).is_some_and(|inside| reader.facts.vocabulary.in_group(Group::DeferredAnswers, inside)) {
        return (Answer::None, None);
    }
    let about_status = !nested.is_empty() && reader.facts.vocabulary.mentions(Group::AsksForStatus, words).is_some();
    let mut best = on_the_line(reader, own, marks);
    let mut closed = None;
    for &block in nested {
        if best.settles() {
            break;
        }
        if reader.is_list(block) {
            for item in reader.blocks.children(block).collect::<Vec<_>>() {
                let found = in_item(reader, item, &mut closed);
                best = better(best, found);
                if about_status && best == Answer::None {
                    best = status_told(reader, item);
                }
            }
        } else {
            let found = judge(reader, reader.blocks.block(block).span);
            best = better(best, found);
        }
    }
    if best == Answer::None
        && let Some(span) = closed
    {
        best = Answer::Given(span);
        return (best, Some(span));
    }
    (best, closed)
}

/// "Waiting for the review" is no answer, but where the status was asked for.
fn status_told(reader: &Reader<'_>, item: usize) -> Answer {
    let Some(own) = items::own(reader, item) else { return Answer::None };
    let words = reader.blocks.masked(own.text);
    let tells = !asks_on(words) && !attribute_label(reader, words) && (words.split_whitespace().count() >= 4 || !words.is_ascii());
    if tells { Answer::Given(said(own.text, words)) } else { Answer::None }
}

/// What an item says that begins with no words of its own: a list or code answers, a comment does not.
fn without_words(reader: &Reader<'_>, item: usize) -> Answer {
    let comments = |block: usize| {
        reader.is(block, BlockKind::Html) && markdown::said(reader.blocks.source(reader.blocks.block(block).span)).is_empty()
    };
    if reader.blocks.children(item).all(comments) { Answer::None } else { Answer::Given(reader.blocks.block(item).span) }
}

pub(super) fn better(one: Answer, other: Answer) -> Answer {
    match (one, other) {
        (Answer::None, other) => other,
        (Answer::Placeholder(_), Answer::Given(_)) => other,
        (one, _) => one,
    }
}

/// What a nested item says to the question above it.
pub(super) fn in_item(reader: &mut Reader<'_>, item: usize, closed: &mut Option<Span>) -> Answer {
    let Some(own) = items::own(reader, item) else { return without_words(reader, item) };
    let words = reader.blocks.masked(own.text);
    if let Some(value) = answer_label(reader, words) {
        let value = Span::new(own.text.start as usize + value, own.text.end as usize);
        let on_line = judge(reader, value);
        return match (on_line, items::nested(reader, item).first()) {
            (Answer::None, Some(&below)) => judge(reader, reader.blocks.block(below).span),
            (answer, _) => answer,
        };
    }
    if let Some(status) = status_label(reader, words) {
        if matches!(status, Status::Answered | Status::Done | Status::Cancelled) {
            *closed = Some(own.text);
        }
        return Answer::None;
    }
    if attribute_label(reader, words) || asks_on(words) {
        return Answer::None;
    }
    judge(reader, own.text)
}

/// An answer on the question's own line, or on a line that continues it.
pub(super) fn on_the_line(reader: &Reader<'_>, own: &Own, marks: &[usize]) -> Answer {
    let words = reader.blocks.masked(own.text);
    let start = own.text.start as usize;
    // A labelled line of the same paragraph.
    let mut offset = 0;
    for line in words.split_inclusive(['\n', '\r']) {
        if offset > 0
            && let Some(value) = answer_label(reader, line)
        {
            return judge(reader, Span::new(start + offset + value, own.text.end as usize));
        }
        offset += line.len();
    }
    let rest_at = marks.last().copied().unwrap_or(0);
    let rest = &words[rest_at..];
    if let Some(arrow) = ["→", "=>", "->"].iter().filter_map(|arrow| rest.find(arrow).map(|at| at + arrow.len())).min() {
        return judge(reader, Span::new(start + rest_at + arrow, own.text.end as usize));
    }
    if let Some(value) = inline_label(reader, words) {
        return judge_labelled(reader, Span::new(start + value, own.text.end as usize));
    }
    if marks.is_empty() {
        return Answer::None;
    }
    let said = rest.trim_start_matches(['"', '”', '\'', '»', ')', '）', '*', '_', '」', ' ', '\n', '\r', '.', '…', '-', '–', '—']);
    let said_at = start + rest_at + (rest.len() - said.len());
    let said = question::without_issue(said.trim_end());
    if said.is_empty() {
        return Answer::None;
    }
    if let Some(value) = answer_label(reader, said) {
        return judge_labelled(reader, Span::new(said_at + value, own.text.end as usize));
    }
    if let Some(inner) = parenthesis(said) {
        let vocabulary = reader.facts.vocabulary;
        if placeholder::whole(inner, Slot::Text) {
            return Answer::Placeholder(Span::new(said_at, said_at + said.len()));
        }
        let first = inner.split([',', ':', ';', '.', ' ', '，', '、', '。']).next().unwrap_or_default();
        let says_yes_or_no = vocabulary.in_group(Group::BareAnswers, first) || vocabulary.in_group(Group::NegativeAnswers, first);
        return if says_yes_or_no { Answer::Given(Span::new(said_at, said_at + said.len())) } else { Answer::None };
    }
    // "Is there a van? preferably a red one" goes on asking.
    if gives_example(reader, said) || goes_on(said) {
        return Answer::None;
    }
    let span = Span::new(said_at, said_at + said.len());
    let attributes = items::attributes(reader, span);
    if attributes.text.of(reader.blocks.source).trim_matches(['-', '–', '—', '(', ')', ' ', '.', ',', ';']).is_empty() {
        return Answer::None;
    }
    judge(reader, span)
}

/// Whether `said` behind a question is what the answer might be: "e.g. a red one", "Example: a red one". 예 alone is Korean for yes.
fn gives_example(reader: &Reader<'_>, said: &str) -> bool {
    let vocabulary = reader.facts.vocabulary;
    let is_labelled = || said.split_once([':', '：']).is_some_and(|(label, _)| vocabulary.in_group(Group::ExampleLabels, label.trim()));
    vocabulary.mentions(Group::Examples, said).is_some_and(|found| found.start == 0) || is_labelled()
}

/// Whether `said` behind a question only says more of what is asked: an adverb opens it ("Preferably a red one"), or a short word in
/// small letters ("and by when"). With a capital that may open an answer, in one language or another: "Am 3. Mai", "De 14 h à 16 h".
fn goes_on(said: &str) -> bool {
    const SHORTEST_ADVERB: usize = 5;
    let first = said.split(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default();
    can(first, Use::Continues) || first.len() >= SHORTEST_ADVERB && can(&first.to_lowercase(), Use::Continues)
}

/// Where the answer begins when its label stands in the middle: "… is that so. Response: no, it is not".
pub(super) fn inline_label(reader: &Reader<'_>, words: &str) -> Option<usize> {
    words.match_indices(':').take(6).find_map(|(at, _)| {
        let start = words[..at].rfind([' ', '\n', '*']).map_or(0, |space| space + 1);
        let before = words[..start].trim_end();
        let label = words[start..at].trim();
        let begins = before.ends_with(['.', '?', '!', ')', '-', '–', '—']) && label.starts_with(char::is_uppercase);
        (begins && label.len() > 1 && reader.facts.vocabulary.label_as(label, Concept::Answer).is_some()).then_some(at + 1)
    })
}

/// Whether a nested item asks further. "The second one?" only proposes an answer.
pub(super) fn asks_on(words: &str) -> bool {
    question::ends_asking(words) && question::is_built_as_question(words)
}

/// The inside of `text` when all of it is one parenthesis.
pub(super) fn parenthesis(text: &str) -> Option<&str> {
    let text = text.trim_end_matches(['.', '。']);
    let inner = text.strip_prefix(['(', '（', '['])?.strip_suffix([')', '）', ']'])?;
    (!inner.contains([')', '）'])).then_some(inner.trim())
}

/// The inside of the parenthesis that ends `text`.
pub(in crate::plan::read) fn remark_behind(text: &str) -> Option<&str> {
    let inside = text.trim_end().strip_suffix([')', '）'])?;
    let open = inside.rfind(['(', '（'])?;
    Some(inside[open..].trim_start_matches(['(', '（']).trim())
}

/// Whether `span` answers: neither nothing, nor a placeholder, nor a word that puts the question off.
pub(super) fn judge(reader: &Reader<'_>, span: Span) -> Answer {
    judge_by(reader, span, span)
}

/// As [`judge`], of what a label says to be the answer: what is put off behind its first sentence is something else.
pub(super) fn judge_labelled(reader: &Reader<'_>, span: Span) -> Answer {
    let words = reader.blocks.masked(span);
    let stop = [". ", "! ", "。"].iter().filter_map(|sign| words.find(sign)).min();
    judge_by(reader, span, stop.map_or(span, |stop| Span::new(0, stop).shifted(span.start as usize)))
}

/// Judges `span`, of which `first` could put the question off.
fn judge_by(reader: &Reader<'_>, span: Span, first: Span) -> Answer {
    let span = span.trimmed(reader.blocks.source);
    let source = reader.blocks.source(span);
    let words = reader.blocks.masked(span);
    let bare = words.trim();
    if bare.is_empty() {
        return if source.is_empty() || source.starts_with("<!--") { Answer::None } else { Answer::Given(span) };
    }
    if placeholder::whole(bare, Slot::Text) || bare == "-" {
        return Answer::Placeholder(said(span, words));
    }
    let puts_off = bare.len() < 120 && !decides(reader, bare) && reader.mentions.mentions(Group::DeferredAnswers, first);
    // "If so, that would break …" thinks on and answers nothing.
    let opening = bare.get(..48).unwrap_or(bare);
    if puts_off || reader.facts.vocabulary.mentions(Group::Conditions, opening).is_some_and(|said| said.start == 0) {
        return Answer::None;
    }
    Answer::Given(said(span, words))
}

/// "Yes, moved to 52 in May", but not "No decision yet": yes or no is all of the first clause.
fn decides(reader: &Reader<'_>, words: &str) -> bool {
    let ends_clause = |sign: char| matches!(sign, ',' | ';' | ':' | '.' | '!' | '，' | '、' | '。' | '；' | '：' | '！');
    let Some((clause, behind)) = words.split_once(ends_clause) else { return false };
    let is_said = |group| reader.facts.vocabulary.in_group(group, clause.trim());
    !behind.trim().is_empty() && (is_said(Group::BareAnswers) || is_said(Group::NegativeAnswers))
}

/// `span` without the marks of Markdown around its masked `words`.
pub(super) fn said(span: Span, words: &str) -> Span {
    Span::new(0, words.len()).trimmed(words).shifted(span.start as usize)
}
