//! Questions and what answers them (DIALECT 5 and 14).

mod answer;
mod heading;
mod label;

use super::items::{self, Own, Tick};
use super::{Body, Reader};
use crate::dialect::concept::{Column, Status};
use crate::dialect::owner::Owner;
use crate::dialect::placeholder::{self, Slot};
use crate::dialect::question;
use crate::dialect::sentence::{last_start, leaves_open, length};
use crate::markdown::BlockKind;
use crate::plan::element::{Answer, Due, Question, QuestionSource, TableRole};
use crate::plan::section::Reading;
use crate::text::Span;
pub(super) use answer::remark_behind;
use answer::{answer, asks_on, in_item, judge, on_the_line};
pub(super) use heading::heading;
use label::{answer_label, attribute_label, column_label};

/// A longer paragraph tells more than what is to be decided, in bytes.
const LONGEST_DECISION: usize = 160;
/// So many items that ask with a mark show how their writer puts questions.
const FEWEST_ASKING: usize = 3;

/// Reads a questions section.
pub(super) fn read(reader: &mut Reader<'_>, section: usize, body: &Body) {
    for (number, &block) in body.blocks.iter().enumerate() {
        let next = body.blocks.get(number + 1).copied();
        if body.asks {
            // Below a heading that asks, what asks again says what of it is open.
            if is_page_of_questions(reader, section)
                && reader.is(block, BlockKind::Paragraph)
                && question::ends_asking(reader.blocks.text(block))
            {
                paragraph(reader, section, block, next, QuestionSource::Thread);
            }
            continue;
        }
        match reader.blocks.block(block).kind {
            BlockKind::List { .. } => list(reader, section, block, next),
            BlockKind::Paragraph => paragraph(reader, section, block, next, QuestionSource::Paragraph),
            BlockKind::Table => table(reader, section, block),
            _ => {}
        }
    }
}

/// Every item of a list asks. `next` is the block behind the list: alone under a single question it is its answer.
pub(super) fn list(reader: &mut Reader<'_>, section: usize, list: usize, next: Option<usize>) {
    let first = reader.plan.questions.len();
    let items: Vec<usize> = reader.blocks.children(list).collect();
    let single = items.len() == 1;
    let most_ask = most_ask(reader, &items);
    for item in items {
        let source = if most_ask && states(reader, item) { QuestionSource::Stated } else { QuestionSource::Item };
        one_item(reader, section, item, source, true);
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

fn one_item(reader: &mut Reader<'_>, section: usize, item: usize, mut source: QuestionSource, in_section: bool) {
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
        if words.trim_end().ends_with([':', '：']) && !nested.is_empty() || are_about(reader, &nested) {
            for child in nested.iter().filter(|&&child| reader.is_list(child)).copied().collect::<Vec<_>>() {
                for item in reader.blocks.children(child).collect::<Vec<_>>() {
                    one_item(reader, section, item, source, in_section);
                }
            }
            return;
        }
        let must_ask = match reader.plan.sections[section].reading {
            Reading::Questions { open, must_ask } => must_ask || reader.facts.notes && !open,
            _ => reader.facts.notes,
        };
        if is_attribute || must_ask && !question::begins_asking(words) && !(is_page_of_questions(reader, section) && leaves_open(words)) {
            return;
        }
        if must_ask && !question::begins_asking(words) {
            source = QuestionSource::Stated;
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

/// Whether most of several items ask with a mark: one that does not, does something else.
fn most_ask(reader: &Reader<'_>, items: &[usize]) -> bool {
    let asks = |&&item: &&usize| items::own(reader, item).is_some_and(|own| !question::marks(reader.blocks.masked(own.text)).is_empty());
    let asking = items.iter().filter(asks).count();
    asking >= FEWEST_ASKING && asking * 2 > items.len()
}

/// Whether an item does not ask: in notes any, elsewhere one whole sentence, since a topic alone stands for a question there.
fn states(reader: &Reader<'_>, item: usize) -> bool {
    items::own(reader, item).is_some_and(|own| {
        let words = reader.blocks.masked(own.text).trim();
        let is_sentence = words.ends_with(['.', '。']) && length(words).sentences == 1;
        (is_sentence || reader.facts.notes) && question::marks(words).is_empty() && !question::begins_asking(words)
    })
}

/// Whether the lists below an item hold nothing but questions, which are about the item.
fn are_about(reader: &Reader<'_>, nested: &[usize]) -> bool {
    let mut lists = nested.iter().filter(|&&block| reader.is_list(block)).peekable();
    lists.peek().is_some() && lists.all(|&list| all_ask(reader, list))
}

/// Whether every item of `list` that has words asks.
pub(super) fn all_ask(reader: &Reader<'_>, list: usize) -> bool {
    let mut items = reader.blocks.children(list).filter_map(|item| items::own(reader, item));
    items.all(|own| question::ends_asking(reader.blocks.masked(own.text)))
}

/// "Conclusion: …" further down the list in which the questions from `first` on were asked: it answers a single one. Of several it may
/// leave some open, so they count as talk.
pub(super) fn conclude(reader: &mut Reader<'_>, first: usize, later: &[usize]) {
    let open = reader.plan.questions[first..].iter().filter(|question| question.answer == Answer::None).count();
    if open == 0 {
        return;
    }
    let labelled = |item: usize| items::own(reader, item).is_some_and(|own| answer_label(reader, reader.blocks.masked(own.text)).is_some());
    let Some(item) = later.iter().copied().find(|&item| labelled(item)) else { return };
    let answer = in_item(reader, item, &mut None);
    if answer.settles() {
        for question in reader.plan.questions[first..].iter_mut().filter(|question| question.answer == Answer::None) {
            if open == 1 {
                question.answer = answer;
            } else {
                question.source = QuestionSource::Thread;
            }
        }
    }
}

/// "Question: …", "Question raised: …" among other items; `next` stands behind it. Says whether `own` is one.
pub(super) fn labelled_item(reader: &mut Reader<'_>, section: usize, own: &Own, next: Option<usize>) -> bool {
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
    // In minutes the talk that goes on behind it may well answer.
    let says = |item: usize| {
        items::own(reader, item).is_some_and(|own| {
            let words = reader.blocks.masked(own.text);
            !question::ends_asking(words) && column_label(reader, words).is_none_or(|(column, _)| column != Column::Question)
        })
    };
    let source = if reader.facts.minutes && next.is_some_and(says) { QuestionSource::Thread } else { QuestionSource::Labelled };
    let question = self::question(reader, section, own, &nested, source, &marks);
    reader.plan.questions.push(question);
    reader.claim(own.item);
    true
}

/// An item of running notes that asks. What is nested below it may answer: then it is talk like any other.
pub(super) fn of_talk(reader: &mut Reader<'_>, section: usize, own: &Own, nested: &[usize], source: QuestionSource) {
    let marks = question::marks(reader.blocks.masked(own.text));
    let question = self::question(reader, section, own, nested, source, &marks);
    if !nested.is_empty() && question.answer.settles() {
        return;
    }
    reader.plan.questions.push(question);
    reader.claim(own.item);
}

fn question(reader: &mut Reader<'_>, section: usize, own: &Own, nested: &[usize], source: QuestionSource, marks: &[usize]) -> Question {
    let asked_to = marks.last().map_or(own.text.start as usize, |&mark| own.text.start as usize + mark);
    let (answer, closed) = answer(reader, own, nested, marks);
    if let Answer::Placeholder(span) = answer {
        reader.slots.push(span);
    }
    // "TBD: who pays?" keeps no place free, it asks.
    let words = reader.blocks.masked(own.text);
    if let Some((label, _)) = words.split_once([':', '：']).filter(|(label, _)| placeholder::whole(label.trim(), Slot::Text)) {
        reader.slots.push(Span::new(own.text.start as usize, own.text.start as usize + label.len()));
    }
    let (owner, due) = if answer.settles() { (None, None) } else { assigned(reader, own, asked_to, nested) };
    let ticked = own.tick.map(|tick| tick == Tick::Done);
    Question { marks: marks.len(), ticked, closed, owner, due, ..Question::bare(place(reader, own, marks), source, answer, section) }
}

/// The line on which the first question of `own` begins: what stands before it may be what it is about.
fn place(reader: &Reader<'_>, own: &Own, marks: &[usize]) -> Span {
    let words = reader.blocks.masked(own.text);
    let Some(before) = marks.first().map(|&mark| words[..mark].trim_end_matches(['?', '？', '。', ' '])) else { return own.place };
    let start = last_start(before);
    let line = own.text.start as usize + start;
    if own.tick.is_some() || line <= own.place.end as usize {
        return own.place;
    }
    let end = words[start..].find(['\n', '\r']).map_or(words.len(), |end| start + end);
    Span::new(start, end).shifted(own.text.start as usize).trimmed(reader.blocks.source)
}

/// Who will answer an open question, and when.
fn assigned(reader: &Reader<'_>, own: &Own, asked_to: usize, nested: &[usize]) -> (Option<Span>, Option<Due>) {
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
    assigned_in(reader, texts)
}

/// Who and when, of all that `texts` say.
fn assigned_in(reader: &Reader<'_>, texts: Vec<Span>) -> (Option<Span>, Option<Due>) {
    let (mut owner, mut due) = (None, None);
    for text in texts.into_iter().filter(|text| !reader.blocks.masked(*text).trim().is_empty()) {
        let found = items::attributes(reader, text);
        match found.owner {
            Owner::Named { span, .. } => owner = owner.or(Some(span)),
            // "We will see" names nobody in particular; "(owner: everyone)" tries to.
            Owner::Collective { span, sure: true } if is_set_off(reader, text, span) => owner = owner.or(Some(span)),
            _ => {}
        }
        due = due.or(found.due.map(|value| Due { span: value.span, when: value.when }));
    }
    (owner, due)
}

/// Whether a key, a bracket or a handle's sign stands before `span` in `text`.
fn is_set_off(reader: &Reader<'_>, text: Span, span: Span) -> bool {
    let before = reader.blocks.masked(Span { end: span.start, ..text }).trim_end();
    before.ends_with([':', '：', '(', '（', '[', '@']) || reader.blocks.masked(span).starts_with('@')
}

/// Whether its heading, or one above, says that what stands here is open.
fn is_page_of_questions(reader: &Reader<'_>, section: usize) -> bool {
    matches!(reader.plan.sections[section].reading, Reading::Questions { open: true, .. })
}

/// "→ Decide which hall it will be", on a page of open questions.
fn is_decision_due(reader: &Reader<'_>, section: usize, text: Span) -> bool {
    text.len() <= LONGEST_DECISION && is_page_of_questions(reader, section) && leaves_open(reader.blocks.masked(text))
}

/// "Answer: …", and not "→ which one to decide".
fn is_labelled_answer(reader: &Reader<'_>, block: usize) -> bool {
    let words = reader.blocks.text(block);
    answer_label(reader, words).is_some() && !leaves_open(words)
}

/// A paragraph that asks. What follows it answers, unless that asks too.
pub(super) fn paragraph(reader: &mut Reader<'_>, section: usize, block: usize, next: Option<usize>, source: QuestionSource) {
    let text = reader.blocks.block(block).text.trimmed(reader.blocks.source);
    let marks = question::marks(reader.blocks.masked(text));
    let stated = marks.is_empty();
    if stated && (source != QuestionSource::Paragraph || !is_decision_due(reader, section, text)) {
        return;
    }
    let source = if stated { QuestionSource::Stated } else { source };
    let own = Own { item: block, text, place: reader.first_line(block), tick: None, struck: false };
    let mut answer = if stated { Answer::None } else { on_the_line(reader, &own, &marks) };
    if answer == Answer::None
        && let Some(next) = next
        && (!stated || is_labelled_answer(reader, next))
    {
        let follows = reader.blocks.block(next);
        let asks = match follows.kind {
            BlockKind::Paragraph => question::ends_asking(reader.blocks.text(next)),
            BlockKind::Html | BlockKind::Break => true,
            BlockKind::List { .. } => reader
                .blocks
                .children(next)
                .next()
                .is_some_and(|item| items::own(reader, item).is_some_and(|own| question::ends_asking(reader.blocks.masked(own.text)))),
            _ => false,
        };
        if !asks {
            answer = judge(reader, follows.span);
        }
    }
    if let Answer::Placeholder(span) = answer {
        reader.slots.push(span);
    }
    let asked_to = marks.last().map_or(text.end as usize, |mark| text.start as usize + mark);
    let (owner, due) = assigned(reader, &own, asked_to, &[]);
    reader.claim(block);
    let bare = Question::bare(place(reader, &own, &marks), source, answer, section);
    reader.plan.questions.push(Question { marks: marks.len(), owner, due, ..bare });
}

fn table(reader: &mut Reader<'_>, section: usize, block: usize) {
    let span = reader.blocks.block(block).span;
    let Some(table) = reader.plan.tables.iter().find(|table| table.span == span && table.role == TableRole::Questions) else { return };
    let first = table.columns.iter().position(|&(_, held)| !matches!(held, Some(Column::Id)));
    let Some(question_column) = table.position(Column::Question).or(first) else { return };
    let (answer_column, owner_column) = (table.position(Column::Answer), table.position(Column::Owner));
    let (due_column, status_column) = (table.position(Column::Due), table.position(Column::Status));
    // A table that says of no column what it asks or answers may list anything.
    let says = [Column::Question, Column::Answer, Column::Status, Column::Owner, Column::Due];
    let must_ask = says.into_iter().all(|column| table.position(column).is_none());
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
        if items::is_struck(reader, text) {
            answer = Answer::Withdrawn;
        }
        if let (Answer::None, Some(span)) = (answer, closed) {
            answer = Answer::Given(span);
        }
        let names_somebody = |span: &Span| matches!(items::owner_in(reader, *span), Owner::Named { .. } | Owner::Collective { .. });
        let owner = cell(owner_column).filter(names_somebody);
        let due = cell(due_column).and_then(|span| {
            crate::dialect::date::read_slot(&reader.blocks.kept(span), reader.facts.order)
                .map(|found| Due::found(found, span.start as usize))
        });
        let marks = question::marks(words).len();
        if must_ask && marks == 0 && !question::begins_asking(words) {
            continue;
        }
        let bare = Question::bare(text, QuestionSource::Row, answer, section);
        reader.plan.questions.push(Question { marks, closed, owner, due, ..bare });
    }
}
