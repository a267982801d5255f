//! What a line of a document was read as, in sentences: section, question, action, owner, date, and by which sign.
//! For the reader who asks "why does it say that?"; nothing is judged here.

use crate::dialect::date::{Ambiguity, Impossible, When};
use crate::dialect::owner::{Owner, OwnerForm};
use crate::plan::{
    Action, ActionForm, ActionState, Answer, Document, Due, Placed, Question, QuestionSource, Reading, Role, Section, Source, TableRole,
};
use crate::rules::draft::quoted;
use crate::text::Span;
use jiff::civil::Date;
use std::fmt::Write as _;

/// What the line at `line` (bytes of the document) was read as; each sentence may have further lines.
pub fn readings(document: &Document, source: Source<'_>, line: Span, today: Date) -> Vec<String> {
    let words = Words { document, source, today };
    let here = |span: Span| span.start <= line.end && line.start <= span.end;
    let mut told = vec![words.place(line)];
    told.extend(document.sections().filter(|it| it.level > 0 && here(it.at(it.heading))).map(|it| heading(&it)));
    for field in document.fields().filter(|it| here(it.at(it.place))) {
        let label = quoted(&source.of(field.at(field.label)));
        let meaning = match (field.head, field.concept, field.column) {
            (Some(key), _, _) if field.in_head => format!("says the {} of the document", key.word()),
            (_, Some(concept), _) => format!("is about {}", concept.word()),
            (_, _, Some(column)) => format!("gives the {}", column.word()),
            _ => "has no meaning that planlint knows".to_owned(),
        };
        told.push(format!("a label and its value: {label} {meaning}"));
    }
    told.extend(document.questions().filter(|it| here(it.at(it.text))).map(|it| words.question(&it)));
    told.extend(document.actions().filter(|it| here(it.at(it.place))).map(|it| words.action(&it, "an action")));
    told.extend(document.possible_actions().filter(|it| here(it.at(it.place))).map(|it| words.action(&it, "an action, perhaps")));
    for entry in document.entries().filter(|it| here(it.at(it.place))) {
        told.push(format!("{}: {}", role(entry.role), words.quote(entry.at(entry.text))));
    }
    for table in document.tables().filter(|it| here(it.at(it.header))) {
        let columns = table.columns.iter().map(|(header, column)| {
            let header = quoted(&source.of(table.at(*header)));
            column.map_or_else(|| format!("{header} (unknown)"), |column| format!("{header} ({})", column.word()))
        });
        told.push(format!("the header of a table of {}\n  columns: {}", rows(table.role), columns.collect::<Vec<_>>().join(", ")));
    }
    told.extend(document.definitions().filter(|it| here(it.at(it.span))).map(|it| format!("defines the id {}", it.id)));
    told.extend(document.references().filter(|it| here(it.at(it.span))).map(|it| format!("refers to the id {}", it.id)));
    if told.len() == 1 {
        told.push("plain text: no question, action, date or label was seen here".to_owned());
    }
    told
}

struct Words<'a> {
    document: &'a Document,
    source: Source<'a>,
    today: Date,
}

impl Words<'_> {
    /// The section that a line stands in, and how the document is seen.
    fn place(&self, line: Span) -> String {
        let kind = self.document.kind.word();
        let sure = if self.document.kind_stated { "" } else { ", as far as planlint can see" };
        let section = self.document.sections().take_while(|it| it.at(it.heading).start <= line.start).last();
        let section = section
            .filter(|it| it.level > 0)
            .map(|it| format!("in the section {}, which {}", self.quote(it.at(it.heading)), reading(it.reading)));
        format!("{}; the kind of the document is {kind}{sure}", section.unwrap_or_else(|| "above the first heading".to_owned()))
    }

    fn question(&self, question: &Placed<'_, Question>) -> String {
        let sign = match question.source {
            QuestionSource::Item => "it is an item of a section of questions",
            QuestionSource::Paragraph => "it is a paragraph of a section of questions",
            QuestionSource::Heading => "the heading asks",
            QuestionSource::Row => "it is a row of a table of questions",
            QuestionSource::Nested => "it stands under another question",
            QuestionSource::Stated => "it stands in a section of questions and says what is to be decided",
            QuestionSource::ImplicitList => "every item of its list asks",
            QuestionSource::Labelled => "a label such as \"Q:\" stands before it",
            QuestionSource::ListBelow => "every item of the list below a point of notes asks",
            QuestionSource::Thread => "it is asked in the talk of minutes, and the lines around it do not answer",
            QuestionSource::Agenda => "it is a point of an agenda that asks",
            QuestionSource::Deliberation => "its writers ask themselves",
            QuestionSource::Aside => "it asks in brackets",
        };
        let answer = match question.answer {
            Answer::None => "none".to_owned(),
            Answer::Placeholder(span) => format!("a placeholder, {}", self.quote(question.at(span))),
            Answer::Given(span) => self.quote(question.at(span)),
            Answer::Withdrawn => "not needed: the question is struck through".to_owned(),
        };
        let mut told = format!("a question, because {sign}\n  question: {}\n  answer: {answer}", self.quote(question.at(question.text)));
        if let Some(due) = &question.due {
            let _ = write!(told, "\n  to be answered: {}", self.due(question.at(due.span), due));
        }
        told
    }

    fn action(&self, action: &Placed<'_, Action>, what: &str) -> String {
        let state = match action.state {
            ActionState::Open => "still to do",
            ActionState::Done => "done",
            ActionState::Cancelled => "dropped",
        };
        let sign = match (action.form, action.stray) {
            (ActionForm::Row(_), _) => "it is a row of a table of actions",
            (ActionForm::Item(_), false) => "it is an item of a section of actions",
            (ActionForm::Item(_), true) if action.ticked.is_some() => "it has a box to tick",
            (ActionForm::Item(_), true) => "it says that something is to be done",
        };
        let owner = self.owner(action);
        let due = match &action.due {
            Some(due) if action.due_inherited => format!("{}, from what it stands under", self.due(action.at(due.span), due)),
            Some(due) => self.due(action.at(due.span), due),
            None if action.period => "loosely, by the period in the heading".to_owned(),
            None => "none".to_owned(),
        };
        format!("{what}, {state}, because {sign}\n  action: {}\n  owner: {owner}\n  due: {due}", self.quote(action.at(action.text)))
    }

    fn owner(&self, action: &Placed<'_, Action>) -> String {
        let quote = |span: Span| self.quote(action.at(span));
        match &action.owner {
            Owner::Nobody if action.owner_inherited => "from what it stands under".to_owned(),
            Owner::Nobody if action.may_be_owned => "none that is known, but something in an owner's place may name one".to_owned(),
            Owner::Nobody => "none".to_owned(),
            Owner::Placeholder { span, .. } => format!("a placeholder, {}", quote(*span)),
            Owner::Collective { span, .. } => format!("everybody, {}, so nobody in particular", quote(*span)),
            Owner::Named { names, form, sure, .. } => {
                let names: Vec<String> = names.iter().map(|&span| quote(span)).collect();
                let doubt = if *sure { "" } else { ", by the shape of the words" };
                format!("{}, {}{doubt}", names.join(", "), written(*form))
            }
            Owner::Doubtful { span, form } => format!("perhaps {}, {}, if it is a name known elsewhere", quote(*span), written(*form)),
        }
    }

    fn due(&self, span: Span, due: &Due) -> String {
        let words = if span.is_empty() { "nothing".to_owned() } else { self.quote(span) };
        let meaning = match due.when.clone().resolved(self.today) {
            When::Exact(day) => format!("read as {day}"),
            When::Coarse { first, last } => format!("read as {first} to {last}, so until {last}"),
            When::Ambiguous { why, options } => {
                let days: Vec<String> = options.iter().map(Date::to_string).collect();
                let why = match why {
                    Ambiguity::DayMonthOrder => "day and month can be either way round",
                    Ambiguity::TwoDigitYear => "the year has two figures",
                    Ambiguity::NoYear { .. } | Ambiguity::PartOfMonth => "the year is missing",
                    Ambiguity::WeekdayOnly(_) => "a weekday comes every week",
                };
                let days = if days.is_empty() { String::new() } else { format!(": {}", days.join(" or ")) };
                format!("not certain, because {why}{days}")
            }
            When::Impossible(Impossible::NoSuchDay { .. }) => "no day of the calendar".to_owned(),
            When::Impossible(Impossible::WrongWeekday { date, .. }) => format!("{date} with the weekday of another day"),
            When::Relative(relative) => match relative.suggestion(self.today) {
                Some(day) => format!("depends on the day it is read on; today it is {day}"),
                None => "depends on who reads it, and when".to_owned(),
            },
            When::Cadence { ongoing: true } => "goes on without an end".to_owned(),
            When::Cadence { ongoing: false } => "again and again".to_owned(),
            When::Event => "the day of something that is to happen".to_owned(),
            When::Unreadable => "no date that planlint knows".to_owned(),
        };
        format!("{words}, {meaning}")
    }

    fn quote(&self, span: Span) -> String {
        quoted(&self.source.of(span))
    }
}

fn heading(section: &Section) -> String {
    let concepts: Vec<&str> = section.matches.iter().map(|found| found.concept.word()).collect();
    match concepts.as_slice() {
        [] => format!("a heading that {}", reading(section.reading)),
        _ => format!("a heading about {}, which {}", concepts.join(" and "), reading(section.reading)),
    }
}

/// How the text below a heading is read, after "which".
fn reading(reading: Reading) -> &'static str {
    match reading {
        Reading::Prose => "is read as plain text",
        Reading::Mission => "is read as a mission",
        Reading::Vision => "is read as a vision",
        Reading::Questions { open: true, .. } => "holds open questions",
        Reading::Questions { open: false, .. } => "holds questions",
        Reading::Faq => "holds questions and answers for others, which are not judged",
        Reading::Actions => "holds actions",
        Reading::Checklist => "is a list to check, whose boxes are no actions",
        Reading::Gaps => "holds gaps",
        Reading::Objectives => "holds objectives",
        Reading::Milestones => "holds milestones",
        Reading::Strategy => "holds courses of action",
        Reading::Metrics => "holds metrics",
        Reading::Risks => "holds risks",
        Reading::Decisions => "holds decisions",
        Reading::Areas => "holds support areas",
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Mission => "a statement of the mission",
        Role::Vision => "a statement of the vision",
        Role::Objective => "an objective",
        Role::Milestone => "a milestone",
        Role::Strategy => "a course of action",
        Role::Metric => "a metric",
        Role::Gap => "a gap",
        Role::Risk => "a risk",
        Role::Decision => "a decision",
        Role::Area => "a support area",
        Role::Question => "a question",
        Role::Action => "an action",
        Role::Other => "an element with an id",
    }
}

/// What the rows of a table are.
fn rows(role: TableRole) -> &'static str {
    match role {
        TableRole::Actions => "actions",
        TableRole::Questions => "questions",
        TableRole::Gaps => "gaps",
        TableRole::Areas => "support areas",
        TableRole::Metrics => "metrics",
        TableRole::Elements => "objectives, strategies, risks or decisions",
        TableRole::Fields => "labels and their values",
        TableRole::Other => "something planlint does not judge",
    }
}

/// Where the name is written, after the name.
fn written(form: OwnerForm) -> &'static str {
    match form {
        OwnerForm::Key => "behind a word such as \"owner:\"",
        OwnerForm::Handle | OwnerForm::HandleInside => "with @",
        OwnerForm::LeadingColon => "in front, with a colon",
        OwnerForm::LeadingTo => "in front, as the one who will do it",
        OwnerForm::LeadingDash => "in front, with a dash",
        OwnerForm::LeadingComma => "in front, with a comma",
        OwnerForm::Bracket => "in front, in brackets",
        OwnerForm::Emphasis => "in front, set off from the rest",
        OwnerForm::TrailingBracket => "at the end, in brackets",
        OwnerForm::TrailingDash => "at the end, with a dash",
        OwnerForm::Asked => "as the one who is asked",
        OwnerForm::By => "behind a word such as \"by\"",
        OwnerForm::Clause => "in a clause of its own",
        OwnerForm::Cell => "in the column of owners",
        OwnerForm::Inherited => "by what it stands under",
    }
}
