//! Cuts a chunk into sections and says how each is read (DIALECT 3).

use super::{Body, Reader};
use crate::dialect::concept::{Concept, Kind};
use crate::dialect::date;
use crate::dialect::group::Group;
use crate::dialect::question;
use crate::dialect::sentence::Length;
use crate::dialect::vocabulary::{Match, Vocabulary};
use crate::markdown::{BlockKind, InlineKind};
use crate::plan::context::{Context, Facts, OpenHeading};
use crate::plan::element::Filled;
use crate::plan::headings;
use crate::plan::section::{Cues, Dated, Reading, Section, SectionShape};
use crate::text::Span;

pub(super) fn read(reader: &mut Reader<'_>, context: &mut Context) {
    let first = reader.blocks.top().next();
    let starts_with_heading = first.is_some_and(|block| matches!(reader.blocks.block(block).kind, BlockKind::Heading { .. }));
    if !starts_with_heading {
        let mut section = plain_section();
        section.reading = context.reading();
        open(reader, context, section);
    }
    let tops: Vec<usize> = reader.blocks.top().collect();
    for block in tops {
        if let Some(section) = heading(reader, block, context) {
            open_heading(reader, section, context);
        } else if let Some(body) = reader.bodies.last_mut() {
            body.blocks.push(block);
        }
    }
    close(reader);
}

fn plain_section() -> Section {
    Section {
        heading: Span::empty(0),
        level: 0,
        shape: SectionShape::None,
        matches: Vec::new(),
        reading: Reading::Prose,
        body: Span::empty(0),
        filled: Filled::Empty,
        statement: None,
        length: Length::default(),
        advises: Vec::new(),
        cues: Cues::default(),
        links: Vec::new(),
        only_link: false,
        dated: Dated::No,
        also_actions: false,
    }
}

/// The section that block `block` opens, if it is a heading or stands for one.
fn heading(reader: &mut Reader<'_>, block: usize, context: &Context) -> Option<Section> {
    let blocks = reader.blocks;
    let here = blocks.block(block);
    let below = context.innermost().map_or(1, |open| open.level + 1).min(7);
    let (level, shape, text) = match here.kind {
        BlockKind::Heading { level, setext } => {
            (level, if setext { SectionShape::Setext } else { SectionShape::Atx }, here.text.trimmed(blocks.source))
        }
        BlockKind::Paragraph => {
            let pseudo = matches!(reader.plan.sections.last()?.shape, SectionShape::Bold | SectionShape::Plain);
            // One bold line ends what another began, at the same level.
            let level = if pseudo { context.innermost().map_or(1, |open| open.level) } else { below };
            (level, pseudo_heading(reader, block, pseudo)?, here.text.trimmed(blocks.source))
        }
        BlockKind::Html => {
            let (level, text) = html_heading(here.span, blocks.source)?;
            (level, SectionShape::Html, text)
        }
        _ => return None,
    };
    let words = if shape == SectionShape::Html { blocks.source(text) } else { blocks.masked(text) };
    let mut section = plain_section();
    let known = reader.opening.take_if(|opening| *opening.words == *words);
    let stated = known.map_or_else(|| reader.facts.vocabulary.heading(words), |opening| opening.reading);
    section.matches = stated.matches;
    section.also_actions = stated.also_actions;
    if matches!(shape, SectionShape::Bold | SectionShape::Plain) {
        for found in &mut section.matches {
            found.scope = None;
        }
    }
    section.dated = match date::heading_dates(words, reader.facts.order) {
        Some(said) if matches!(said.found.when, date::When::Exact(_) | date::When::Ambiguous { .. }) && !said.due => Dated::Meeting,
        Some(said) if matches!(said.found.when, date::When::Exact(_)) => Dated::Day,
        // "Retrospective of sprint 3" looks back on it.
        Some(said) if !said.due && reader.facts.minutes && reader.facts.vocabulary.mentions(Group::Minutes, words).is_some() => {
            Dated::Meeting
        }
        Some(_) => Dated::Period,
        None => Dated::No,
    };
    section.heading = text;
    section.level = level;
    section.shape = shape;
    section.body = Span::empty(here.span.end as usize);
    Some(section)
}

/// `<h2>Action items</h2>`: its level and the place of its words.
fn html_heading(span: Span, source: &str) -> Option<(u8, Span)> {
    let html = span.of(source);
    let rest = html.strip_prefix("<h").or_else(|| html.strip_prefix("<H"))?;
    let level = rest.bytes().next().filter(|byte| (b'1'..=b'6').contains(byte))? - b'0';
    let start = html.find('>')? + 1;
    let end = start + html[start..].find("</")?;
    Some((level, Span::new(span.start as usize + start, span.start as usize + end).trimmed(source)))
}

/// A paragraph that is only bold text, or in a document without headings a line alone, may stand for a heading: when it names a
/// concept, or a list that is none of the plan's (attendees). Behind such a line any bold line stands for one, and ends it.
fn pseudo_heading(reader: &Reader<'_>, block: usize, in_pseudo: bool) -> Option<SectionShape> {
    let blocks = reader.blocks;
    let text = blocks.block(block).text.trimmed(blocks.source);
    let words = blocks.masked(text).trim();
    if words.is_empty() || words.len() > 80 || words.contains('\n') {
        return None;
    }
    let bold = blocks.inlines(block).iter().any(|inline| {
        inline.kind == InlineKind::Strong && {
            let rest = blocks.masked(Span::new(inline.span.end.min(text.end) as usize, text.end as usize));
            inline.span.start <= text.start && rest.trim_matches([' ', ':', '：', '*']).is_empty()
        }
    });
    let vocabulary = reader.facts.vocabulary;
    let names = |words: &str| {
        vocabulary.heading(words).whole
            || vocabulary.in_group(Group::AttendanceAndChecklists, words.trim_end_matches([':', '：']))
            || vocabulary.in_group(Group::Faq, words.trim_end_matches([':', '：']))
    };
    if bold && (in_pseudo || names(words)) {
        Some(SectionShape::Bold)
    } else if (reader.facts.headless || in_pseudo) && !words.ends_with(['.', '?', '!', '。']) && names(words) {
        Some(SectionShape::Plain)
    } else {
        heads_list_of_minutes(reader, block, words, in_pseudo).then_some(SectionShape::Plain)
    }
}

/// "Action items for next meeting", alone above a list in minutes, whether or not other lines are headings; and the line above the next
/// list, which ends that.
fn heads_list_of_minutes(reader: &Reader<'_>, block: usize, words: &str, in_pseudo: bool) -> bool {
    let is_line = reader.facts.minutes && !words.ends_with(['.', '?', '!', '。', ':', '：', ',']);
    let is_plain = || reader.plan.sections.last().is_some_and(|section| section.shape == SectionShape::Plain);
    let names = || matches!(reader.facts.vocabulary.heading(words).matches.as_slice(), [only] if only.concept == Concept::Actions);
    let next = reader.blocks.block(block).end as usize;
    let heads_list = next < reader.blocks.len() && reader.is_list(next);
    is_line && heads_list && (in_pseudo && is_plain() || names())
}

/// "3/26/19": nothing but the day of a meeting.
fn is_day_alone(reader: &Reader<'_>, words: &str) -> bool {
    date::heading_dates(words, reader.facts.order).is_some_and(|said| {
        let is_day = matches!(said.found.when, date::When::Exact(_) | date::When::Ambiguous { .. });
        is_day && !said.due && said.found.span.trimmed(words).len() >= words.trim_end_matches([':', '：']).len()
    })
}

/// The words of a heading; those of an HTML heading are no text to Markdown.
fn words_of<'r>(reader: &Reader<'r>, section: &Section) -> &'r str {
    if section.shape == SectionShape::Html { reader.blocks.source(section.heading) } else { reader.blocks.masked(section.heading) }
}

fn open_heading(reader: &mut Reader<'_>, mut section: Section, context: &mut Context) {
    let words = words_of(reader, &section).trim().to_owned();
    let is_title = section.level == 1 && !context.titled;
    let above = context.open.iter().rev().find(|open| open.level < section.level);
    let inherited = above.map_or(Reading::Prose, |open| open.reading);
    if inherited == Reading::Mission && headings::may_be_purpose(&section.matches, &words, reader.facts.vocabulary) {
        section.matches.iter_mut().for_each(|found| found.concept = Concept::Purpose);
    }
    let is_part = matches!(inherited, Reading::Areas | Reading::Mission | Reading::Vision) || section.states(Concept::SupportAreas);
    if !is_part && holds_areas(reader.facts, &words) {
        section.matches = vec![Match { concept: Concept::SupportAreas, scope: None, nonstandard: false, language: None }];
    }
    section.reading = reading(reader, &section, &words, inherited);
    if section.matches.is_empty() && reader.facts.minutes && is_day_alone(reader, &words) {
        // Whatever an earlier meeting ended with, this is the next one.
        section.reading = Reading::Prose;
    }
    // A day over actions is their day; over anything else it is that of the meeting, and dates decisions.
    let acts =
        matches!(section.reading, Reading::Actions | Reading::Objectives | Reading::Milestones | Reading::Risks | Reading::Decisions);
    if section.dated == Dated::Meeting && acts {
        section.dated = Dated::Day;
    }
    let mut passed_on = section.reading;
    if is_title {
        context.titled = true;
        if !reader.facts.title_is_section && section.matches.iter().any(|found| found.concept != Concept::Company) {
            section.reading = Reading::Prose;
        }
        // A title's concept covers its own text only; what it is a heading of, its sub-headings say.
        passed_on = match section.reading {
            Reading::Mission | Reading::Vision | Reading::Checklist => section.reading,
            Reading::Questions { open: true, .. } => Reading::Questions { open: true, must_ask: true },
            _ => Reading::Prose,
        };
        // Its own text introduces them.
        if context.deeper_follows && matches!(section.reading, Reading::Questions { open: true, .. }) {
            section.reading = passed_on;
        }
    }
    let asks = question::ends_asking(&words);
    let name =
        (section.matches.is_empty() && words.len() <= 60 && section.reading == Reading::Actions).then(|| words.clone().into_boxed_str());
    context.enter(OpenHeading {
        level: section.level,
        reading: passed_on,
        asks,
        // "Plan 2026" names the document; it dates nothing in it.
        dated: if is_title && section.reading != Reading::Actions { Dated::No } else { section.dated },
        owned: false,
        name,
    });
    open(reader, context, section);
}

/// "Departments", where the document says that it is about support areas: anywhere else they are merely those of an organisation.
fn holds_areas(facts: &Facts<'_>, words: &str) -> bool {
    facts.stated == Some(Kind::Support) && facts.vocabulary.in_group(Group::Departments, words)
}

/// How the text under a heading is read: by its own concept, else as the text above it.
fn reading(reader: &Reader<'_>, section: &Section, words: &str, inherited: Reading) -> Reading {
    let vocabulary = reader.facts.vocabulary;
    let groups = [Group::Faq, Group::AttendanceAndChecklists, Group::Milestones];
    let [is_faq, is_checklist, is_of_milestones] = vocabulary.heading_in_groups(groups, words);
    if is_faq || reader.facts.ignored_questions.iter().any(|it| it.eq_ignore_ascii_case(words)) {
        return Reading::Faq;
    }
    if is_checklist || reader.facts.ignored_actions.iter().any(|it| it.eq_ignore_ascii_case(words)) {
        return Reading::Checklist;
    }
    match section.matches.as_slice() {
        [] if opens_with_questions(vocabulary, words) => Reading::Questions { open: true, must_ask: true },
        [] => match inherited {
            // "Actions" passes its meaning on to "Team A"; a mission's sub-headings are elements or commentary.
            Reading::Mission | Reading::Vision => inherited,
            // In notes what stands under a topic of open questions must ask to be one.
            Reading::Questions { open, must_ask } => Reading::Questions { open, must_ask: must_ask || reader.facts.notes },
            other => other,
        },
        [only] => {
            let open = only.concept == Concept::Questions && vocabulary.mentions(Group::OpenQuestions, words).is_some();
            let own = of_concept(only, open, is_of_milestones).unwrap_or(inherited_by_element(only, inherited));
            if vocabulary.in_group(Group::Problems, words) { of_problems(own, reader.facts.notes) } else { own }
        }
        several => {
            let readings: Vec<Reading> = several.iter().filter_map(|found| of_concept(found, false, false)).collect();
            match readings.as_slice() {
                [first, rest @ ..] if rest.iter().all(|other| other == first) => *first,
                readings if readings.contains(&Reading::Mission) => Reading::Mission,
                readings if readings.contains(&Reading::Vision) => Reading::Vision,
                _ => Reading::Prose,
            }
        }
    }
}

/// An element heading ("Purpose") keeps the reading of the mission it stands in; any other concept ends it.
fn inherited_by_element(found: &Match, inherited: Reading) -> Reading {
    let element = matches!(found.concept, Concept::Purpose | Concept::Customers | Concept::Experience | Concept::Staff | Concept::Company);
    match inherited {
        Reading::Mission | Reading::Vision if element => inherited,
        _ => Reading::Prose,
    }
}

/// Longest heading, in bytes, that says what its questions are about.
const LONGEST_TOPIC: usize = 80;

/// "Unresolved questions and bikeshedding".
fn opens_with_questions(vocabulary: &Vocabulary, words: &str) -> bool {
    words.len() <= LONGEST_TOPIC && vocabulary.mentions(Group::OpenQuestions, words).is_some_and(|found| found.start == 0)
}

/// Below a heading that names problems as often as questions or gaps a question must ask, and minutes merely speak of them.
fn of_problems(own: Reading, notes: bool) -> Reading {
    match own {
        Reading::Questions { .. } => Reading::Questions { open: false, must_ask: true },
        Reading::Gaps if notes => Reading::Prose,
        other => other,
    }
}

fn of_concept(found: &Match, open: bool, milestones: bool) -> Option<Reading> {
    Some(match found.concept {
        Concept::Mission => Reading::Mission,
        Concept::Vision => Reading::Vision,
        Concept::Questions => Reading::Questions { open, must_ask: false },
        Concept::Actions => Reading::Actions,
        Concept::Gaps => Reading::Gaps,
        Concept::Objectives if milestones => Reading::Milestones,
        Concept::Objectives => Reading::Objectives,
        Concept::Strategy => Reading::Strategy,
        Concept::Metrics => Reading::Metrics,
        Concept::Risks => Reading::Risks,
        Concept::Decision => Reading::Decisions,
        Concept::SupportAreas => Reading::Areas,
        _ => return None,
    })
}

fn open(reader: &mut Reader<'_>, context: &Context, section: Section) {
    close(reader);
    let inner = context.innermost();
    reader.bodies.push(Body {
        blocks: Vec::new(),
        asks: context.open.iter().any(|open| open.asks),
        owned: inner.is_some_and(|open| open.owned),
        name: inner.and_then(|open| open.name.clone()),
        dated: context.dated(),
        in_head: context.headings <= 1,
    });
    reader.plan.sections.push(section);
}

/// Ends the section that is open: its own text is known now.
fn close(reader: &mut Reader<'_>) {
    let Some(number) = reader.plan.sections.len().checked_sub(1) else { return };
    let blocks = reader.bodies[number].blocks.clone();
    let section = &reader.plan.sections[number];
    let start = blocks.first().map_or(section.body.start, |&block| reader.blocks.block(block).span.start);
    let end = blocks.last().map_or(section.body.end, |&block| reader.blocks.block(block).span.end);
    let filled = blocks.iter().map(|&block| filled(reader, block)).max_by_key(|filled| *filled as u8).unwrap_or(Filled::Empty);
    let mut links = Vec::new();
    for &block in &blocks {
        for inline in reader.blocks.inlines(block) {
            if let InlineKind::Link(Some(destination)) = &inline.kind
                && !destination.contains("://")
                && !destination.starts_with('#')
            {
                links.push(destination.clone());
            }
        }
    }
    let only_link = blocks.len() == 1 && is_only_link(reader, blocks[0]);
    let section = &mut reader.plan.sections[number];
    section.body = Span { start, end: end.max(start) };
    section.filled = filled;
    section.links = links;
    section.only_link = only_link;
}

fn is_only_link(reader: &Reader<'_>, block: usize) -> bool {
    let text = reader.blocks.block(block).text.trimmed(reader.blocks.source);
    reader.blocks.inlines(block).iter().any(|inline| {
        matches!(inline.kind, InlineKind::Link(_)) && {
            let around = text.len().saturating_sub(inline.span.len());
            !text.is_empty() && around <= 12
        }
    })
}

/// What a block amounts to, with all that lies in it.
fn filled(reader: &Reader<'_>, block: usize) -> Filled {
    let here = reader.blocks.block(block);
    match here.kind {
        BlockKind::Code => Filled::Given,
        BlockKind::Break | BlockKind::Footnote => Filled::Empty,
        BlockKind::Html => {
            let text = here.span.of(reader.blocks.source);
            if only_comments(text) { Filled::Empty } else { Filled::Given }
        }
        BlockKind::Paragraph | BlockKind::Cell | BlockKind::Heading { .. } => {
            let pictures = reader.blocks.inlines(block).iter().any(|inline| inline.kind == InlineKind::Image);
            let own = reader.filled(reader.blocks.text(block));
            if own == Filled::Empty && pictures { Filled::Given } else { own }
        }
        BlockKind::Row { header: true } => Filled::Placeholder,
        BlockKind::List { .. } | BlockKind::Item | BlockKind::Quote { .. } | BlockKind::Table | BlockKind::Row { .. } => {
            reader.blocks.children(block).map(|child| filled(reader, child)).max_by_key(|filled| *filled as u8).unwrap_or(Filled::Empty)
        }
    }
}

/// Whether raw HTML is nothing but comments, anchors and white space.
fn only_comments(html: &str) -> bool {
    let mut rest = html.trim();
    while !rest.is_empty() {
        let Some(inner) = rest.strip_prefix("<!--") else {
            return rest.starts_with("<a ") && rest.ends_with("></a>");
        };
        rest = inner.find("-->").map_or("", |end| inner[end + 3..].trim_start());
    }
    true
}
