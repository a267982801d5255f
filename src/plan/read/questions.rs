//! Questions and what answers them (DIALECT 5 and 14).

use super::items::{self, Own, Tick};
use super::{Body, Reader};
use crate::dialect::concept::{Column, Concept, Status};
use crate::dialect::group::Group;
use crate::dialect::owner::Owner;
use crate::dialect::placeholder::{self, Slot};
use crate::dialect::question;
use crate::markdown::BlockKind;
use crate::plan::context::Context;
use crate::plan::element::{Answer, Due, Filled, Question, QuestionSource, TableRole};
use crate::plan::section::{Reading, SectionShape};
use crate::text::Span;

/// Reads a questions section.
pub(super) fn read(reader: &mut Reader<'_>, section: usize, body: &Body) {
    if body.asks {
        return;
    }
    for (number, &block) in body.blocks.iter().enumerate() {
        let next = body.blocks.get(number + 1).copied();
        match reader.blocks.block(block).kind {
            BlockKind::List { .. } => list(reader, section, block, next),
            BlockKind::Paragraph => paragraph(reader, section, block, next, QuestionSource::Paragraph),
            BlockKind::Table => table(reader, section, block),
            _ => {}
        }
    }
}

/// A heading that asks is answered by what stands under it; only one with nothing there is worth a word.
pub(super) fn heading(reader: &mut Reader<'_>, section: usize, body: &Body, context: &Context) {
    let here = &reader.plan.sections[section];
    if !matches!(here.shape, SectionShape::Atx | SectionShape::Setext) || here.reading == Reading::Faq {
        return;
    }
    let words = reader.blocks.masked(here.heading);
    if !question::ends_asking(words) || words.is_ascii() && words.split_whitespace().count() < 3 && !question::begins_asking(words) {
        return;
    }
    let deeper = match reader.plan.sections.get(section + 1) {
        Some(next) => next.level > here.level,
        None => context.deeper_follows,
    };
    let answer = match here.filled {
        Filled::Given => Answer::Given(here.body),
        _ if deeper => Answer::Given(here.body),
        Filled::Placeholder => Answer::Placeholder(here.body),
        Filled::Empty => Answer::None,
    };
    let question = Question {
        text: here.heading,
        source: QuestionSource::Heading,
        marks: 1,
        answer,
        ticked: None,
        closed: None,
        owner: None,
        due: None,
        section,
    };
    if let Answer::Placeholder(span) = answer {
        reader.slots.push(span);
    }
    let _ = body;
    reader.plan.questions.push(question);
}

/// Every item of a list asks. `next` is the block behind the list: alone under a single question it is its answer.
pub(super) fn list(reader: &mut Reader<'_>, section: usize, list: usize, next: Option<usize>) {
    let first = reader.plan.questions.len();
    let items: Vec<usize> = reader.blocks.children(list).collect();
    let single = items.len() == 1;
    for item in items {
        one_item(reader, section, item, QuestionSource::Item, true);
    }
    reader.claim(list);
    let Some(next) =
        next.filter(|&next| reader.is(next, BlockKind::Paragraph) || matches!(reader.blocks.block(next).kind, BlockKind::Quote { .. }))
    else {
        return;
    };
    let text = reader.blocks.block(next).span;
    let labelled = answer_label(reader, reader.blocks.masked(text)).is_some();
    let asks = !question::marks(reader.blocks.masked(text)).is_empty();
    if (single || labelled) && !asks {
        let answer = judge(reader, text);
        if let Some(last) = reader.plan.questions[first..].last_mut()
            && last.answer == Answer::None
        {
            last.answer = answer;
        }
    }
}

fn one_item(reader: &mut Reader<'_>, section: usize, item: usize, source: QuestionSource, in_section: bool) {
    let Some(own) = items::own(reader, item) else { return };
    let words = reader.blocks.masked(own.text);
    let nested = items::nested(reader, item);
    if words.trim().is_empty() || reader.facts.vocabulary.is_none(words) {
        return;
    }
    // "- Answer: …" behind "- Question …": two items, one question.
    if let Some(value) = answer_label(reader, words) {
        let value = Span::new(own.text.start as usize + value, own.text.end as usize);
        let answer = judge(reader, value);
        if let Some(last) = reader.plan.questions.last_mut()
            && last.section == section
            && last.answer == Answer::None
        {
            last.answer = answer;
        }
        return;
    }
    let marks = question::marks(words);
    if marks.is_empty() {
        let is_attribute = attribute_label(reader, words);
        let groups = words.trim_end().ends_with([':', '：']) && !nested.is_empty();
        if groups {
            for child in nested.iter().filter(|&&child| reader.is_list(child)).copied().collect::<Vec<_>>() {
                for item in reader.blocks.children(child).collect::<Vec<_>>() {
                    one_item(reader, section, item, source, in_section);
                }
            }
            return;
        }
        let open = reader.plan.sections[section].reading == Reading::Questions { open: true };
        let begins = question::begins_asking(words);
        if is_attribute || (reader.facts.notes && !open && !begins) {
            return;
        }
    }
    let question = self::question(reader, section, &own, &nested, source, &marks);
    let at = reader.plan.questions.len();
    reader.plan.questions.push(question);
    reader.claim(item);
    let mut settled = false;
    for child in nested.iter().filter(|&&child| reader.is_list(child)).copied().collect::<Vec<_>>() {
        for item in reader.blocks.children(child).collect::<Vec<_>>() {
            let asks = items::own(reader, item).is_some_and(|own| asks_on(reader.blocks.masked(own.text)));
            if asks {
                let before = reader.plan.questions.len();
                one_item(reader, section, item, QuestionSource::Nested, in_section);
                settled |= reader.plan.questions.get(before).is_some_and(|nested| nested.answer.settles());
            }
        }
    }
    // Who answers the parts has answered the whole.
    if settled && reader.plan.questions[at].answer == Answer::None {
        reader.plan.questions[at].answer = Answer::Given(reader.blocks.block(item).span);
    }
}

/// "Question: …", "Question raised: …" among other items. Says whether `own` is one.
pub(super) fn labelled_item(reader: &mut Reader<'_>, section: usize, own: &Own) -> bool {
    let words = reader.blocks.masked(own.text);
    let Some((column, value)) = column_label(reader, words) else { return false };
    if column != Column::Question
        || words[value..].trim().len() < 8
        || matches!(reader.plan.sections[section].reading, Reading::Faq | Reading::Questions { .. })
    {
        return false;
    }
    let marks = question::marks(words);
    // 问题, 課題: a problem as often as a question; there only a mark decides.
    if marks.is_empty() && !words[..value].trim().is_ascii() {
        return false;
    }
    let nested = items::nested(reader, own.item);
    let question = self::question(reader, section, own, &nested, QuestionSource::Labelled, &marks);
    reader.plan.questions.push(question);
    reader.claim(own.item);
    true
}

/// An item of running notes that asks.
pub(super) fn of_talk(reader: &mut Reader<'_>, section: usize, own: &Own, source: QuestionSource) {
    let marks = question::marks(reader.blocks.masked(own.text));
    let question = self::question(reader, section, own, &[], source, &marks);
    reader.plan.questions.push(question);
    reader.claim(own.item);
}

fn question(reader: &mut Reader<'_>, section: usize, own: &Own, nested: &[usize], source: QuestionSource, marks: &[usize]) -> Question {
    let asked_to = marks.last().map_or(own.text.start as usize, |&mark| own.text.start as usize + mark);
    let (answer, closed) = answer(reader, own, nested, marks);
    if let Answer::Placeholder(span) = answer {
        reader.slots.push(span);
    }
    let (owner, due) = if answer.settles() { (None, None) } else { assigned(reader, own, asked_to, nested) };
    Question {
        text: own.place,
        source,
        marks: marks.len(),
        answer,
        ticked: own.tick.map(|tick| tick == Tick::Done),
        closed,
        owner,
        due,
        section,
    }
}

/// What answers a question: the seven ways of DIALECT 5.
fn answer(reader: &mut Reader<'_>, own: &Own, nested: &[usize], marks: &[usize]) -> (Answer, Option<Span>) {
    if own.struck {
        return (Answer::Withdrawn, None);
    }
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

fn better(one: Answer, other: Answer) -> Answer {
    match (one, other) {
        (Answer::None, other) => other,
        (Answer::Placeholder(_), Answer::Given(_)) => other,
        (one, _) => one,
    }
}

/// What a nested item says to the question above it.
fn in_item(reader: &mut Reader<'_>, item: usize, closed: &mut Option<Span>) -> Answer {
    let Some(own) = items::own(reader, item) else { return Answer::Given(reader.blocks.block(item).span) };
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
fn on_the_line(reader: &Reader<'_>, own: &Own, marks: &[usize]) -> Answer {
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
        return judge(reader, Span::new(start + value, own.text.end as usize));
    }
    if marks.is_empty() {
        return Answer::None;
    }
    let said = rest.trim_start_matches(['"', '”', '\'', '»', ')', '*', '_', '」', ' ', '\n', '\r', '.', '…']);
    let said_at = start + rest_at + (rest.len() - said.len());
    let said = said.trim_end();
    if said.is_empty() {
        return Answer::None;
    }
    if let Some(value) = answer_label(reader, said) {
        return judge(reader, Span::new(said_at + value, own.text.end as usize));
    }
    if let Some(inner) = parenthesis(said) {
        let vocabulary = reader.facts.vocabulary;
        let first = inner.split([',', ':', ';', '.', ' ', '，', '、', '。']).next().unwrap_or_default();
        let says_yes_or_no = vocabulary.in_group(Group::BareAnswers, first) || vocabulary.in_group(Group::NegativeAnswers, first);
        return if says_yes_or_no { Answer::Given(Span::new(said_at, said_at + said.len())) } else { Answer::None };
    }
    let span = Span::new(said_at, said_at + said.len());
    let attributes = items::attributes(reader, span);
    if attributes.text.of(reader.blocks.source).trim_matches(['-', '–', '—', '(', ')', ' ', '.', ',', ';']).is_empty() {
        return Answer::None;
    }
    judge(reader, span)
}

/// Where the answer begins when its label stands in the middle: "… is that so. Response: no, it is not".
fn inline_label(reader: &Reader<'_>, words: &str) -> Option<usize> {
    words.match_indices(':').take(6).find_map(|(at, _)| {
        let start = words[..at].rfind([' ', '\n', '*']).map_or(0, |space| space + 1);
        let before = words[..start].trim_end();
        let label = words[start..at].trim();
        let begins = before.ends_with(['.', '?', '!', ')', '-', '–', '—']) && label.starts_with(char::is_uppercase);
        (begins && label.len() > 1 && reader.facts.vocabulary.label_as(label, Concept::Answer).is_some()).then_some(at + 1)
    })
}

/// Whether a nested item asks further. "The second one?" only proposes an answer.
fn asks_on(words: &str) -> bool {
    question::ends_asking(words) && question::is_built_as_question(words)
}

/// The inside of `text` when all of it is one parenthesis.
fn parenthesis(text: &str) -> Option<&str> {
    let text = text.trim_end_matches(['.', '。']);
    let inner = text.strip_prefix(['(', '（', '['])?.strip_suffix([')', '）', ']'])?;
    (!inner.contains([')', '）'])).then_some(inner.trim())
}

/// Whether `span` answers: neither nothing, nor a placeholder, nor a word that puts the question off.
fn judge(reader: &Reader<'_>, span: Span) -> Answer {
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
    let puts_off = bare.len() < 120 && reader.mentions.mentions(Group::DeferredAnswers, span);
    // "If so, that would break …" thinks on and answers nothing.
    let opening = bare.get(..48).unwrap_or(bare);
    if puts_off || reader.facts.vocabulary.mentions(Group::Conditions, opening).is_some_and(|said| said.start == 0) {
        return Answer::None;
    }
    Answer::Given(said(span, words))
}

/// `span` without the marks of Markdown around its masked `words`.
fn said(span: Span, words: &str) -> Span {
    Span::new(0, words.len()).trimmed(words).shifted(span.start as usize)
}

/// Where the value begins when `text` starts with the label of an answer.
fn answer_label(reader: &Reader<'_>, text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start().len();
    for arrow in ["→", "=>", "->", "⇒"] {
        if text[start..].starts_with(arrow) {
            return Some(start + arrow.len());
        }
    }
    let colon = colon_within(text, 60)?;
    let label = text[start..].get(..colon.0.checked_sub(start)?)?.trim();
    reader.facts.vocabulary.label_as(label, Concept::Answer)?;
    Some(colon.0 + colon.1.len_utf8())
}

/// Whether `text` is only an owner, a date or a status: about the question, no answer to it.
fn attribute_label(reader: &Reader<'_>, text: &str) -> bool {
    column_label(reader, text).is_some_and(|(column, _)| matches!(column, Column::Owner | Column::Due | Column::Status))
}

fn status_label(reader: &Reader<'_>, text: &str) -> Option<Status> {
    let (column, value) = column_label(reader, text)?;
    (column == Column::Status).then(|| reader.facts.vocabulary.status(text[value..].trim()))?
}

/// The first colon among the first `count` letters.
fn colon_within(text: &str, count: usize) -> Option<(usize, char)> {
    // A full-width colon begins with the byte 0xEF. Most texts have neither.
    memchr::memchr2(b':', 0xEF, text.as_bytes())?;
    text.char_indices().take(count).find(|&(_, it)| matches!(it, ':' | '：'))
}

fn column_label(reader: &Reader<'_>, text: &str) -> Option<(Column, usize)> {
    let colon = colon_within(text, 40)?;
    let label = text[..colon.0].trim();
    let found = reader.facts.vocabulary.column(label, None)?;
    Some((found.column, colon.0 + colon.1.len_utf8()))
}

/// Who will answer an open question, and when.
fn assigned(reader: &Reader<'_>, own: &Own, asked_to: usize, nested: &[usize]) -> (Option<Span>, Option<Due>) {
    let mut owner = None;
    let mut due = None;
    let mut texts = vec![Span::new(asked_to, (own.text.end as usize).max(asked_to))];
    for &block in nested.iter().filter(|&&block| reader.is_list(block)) {
        for item in reader.blocks.children(block) {
            if let Some(own) = items::own(reader, item)
                && attribute_label(reader, reader.blocks.masked(own.text))
            {
                texts.push(own.text);
            }
        }
    }
    for text in texts.into_iter().filter(|text| !reader.blocks.masked(*text).trim().is_empty()) {
        let found = items::attributes(reader, text);
        if let Owner::Named { span, .. } = found.owner {
            owner = owner.or(Some(span));
        }
        due = due.or(found.due.map(|value| Due { span: value.span, when: value.when }));
    }
    (owner, due)
}

/// A paragraph that asks. What follows it answers, unless that asks too.
pub(super) fn paragraph(reader: &mut Reader<'_>, section: usize, block: usize, next: Option<usize>, source: QuestionSource) {
    let text = reader.blocks.block(block).text.trimmed(reader.blocks.source);
    let marks = question::marks(reader.blocks.masked(text));
    if marks.is_empty() {
        return;
    }
    let own = Own { item: block, text, place: reader.first_line(block), tick: None, struck: false };
    let mut answer = on_the_line(reader, &own, &marks);
    if answer == Answer::None
        && let Some(next) = next
    {
        let follows = reader.blocks.block(next);
        let asks = match follows.kind {
            BlockKind::Paragraph => question::ends_asking(reader.blocks.text(next)),
            BlockKind::Html | BlockKind::Break => true,
            _ => false,
        };
        if !asks {
            answer = judge(reader, follows.span);
        }
    }
    let (owner, due) = assigned(reader, &own, text.start as usize + marks[marks.len() - 1], &[]);
    reader.claim(block);
    reader.plan.questions.push(Question {
        text: own.place,
        source,
        marks: marks.len(),
        answer,
        ticked: None,
        closed: None,
        owner,
        due,
        section,
    });
}

fn table(reader: &mut Reader<'_>, section: usize, block: usize) {
    let span = reader.blocks.block(block).span;
    let Some(table) = reader.plan.tables.iter().find(|table| table.span == span && table.role == TableRole::Questions) else { return };
    let first = table.columns.iter().position(|&(_, held)| !matches!(held, Some(Column::Id)));
    let Some(question_column) = table.position(Column::Question).or(first) else { return };
    let (answer_column, owner_column) = (table.position(Column::Answer), table.position(Column::Owner));
    let (due_column, status_column) = (table.position(Column::Due), table.position(Column::Status));
    for row in reader.blocks.children(block).skip(1).collect::<Vec<_>>() {
        let cells: Vec<Span> = reader.blocks.children(row).map(|cell| reader.blocks.block(cell).text).collect();
        let cell = |column: Option<usize>| column.and_then(|column| cells.get(column)).copied();
        let Some(text) = cell(Some(question_column)) else { continue };
        let words = reader.blocks.masked(text);
        if words.trim().is_empty() || reader.facts.vocabulary.is_none(words) || placeholder::whole(words, Slot::Text) {
            continue;
        }
        let status = cell(status_column).and_then(|span| reader.facts.vocabulary.status(reader.blocks.masked(span)));
        let closed = matches!(status, Some(Status::Answered | Status::Done | Status::Cancelled)).then(|| cell(status_column)).flatten();
        let mut answer = cell(answer_column).map_or(Answer::None, |span| judge(reader, span));
        if let Answer::Placeholder(span) = answer {
            reader.slots.push(span);
        }
        if let (Answer::None, Some(span)) = (answer, closed) {
            answer = Answer::Given(span);
        }
        let owner = cell(owner_column).filter(|span| matches!(items::owner_in(reader, *span), Owner::Named { .. }));
        let due = cell(due_column).and_then(|span| {
            crate::dialect::date::read_slot(reader.blocks.masked(span), reader.facts.order)
                .map(|found| Due::found(found, span.start as usize))
        });
        let marks = question::marks(words).len();
        reader.plan.questions.push(Question {
            text,
            source: QuestionSource::Row,
            marks,
            answer,
            ticked: None,
            closed,
            owner,
            due,
            section,
        });
    }
}
