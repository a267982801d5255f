//! A document: its front matter, its head, and its chunks, each read alone.

use super::chunk::Chunk;
use super::chunk_plan::{ChunkPlan, ScriptRun};
use super::context::Context;
use super::element::{Action, Definition, Entry, Field, Question, Reference, Table};
use super::gist::Gist;
use super::head::Head;
use super::manner::Manner;
use super::origin::Origin;
use super::placed::Placed;
use super::read::read;
use super::section::{Section, SectionShape};
use super::source::Source;
use super::survey::Survey;
use crate::dialect::concept::{HeadKey, Kind, Language, Lifecycle};
use crate::markdown::depth;
use crate::markdown::front_matter::FrontMatter;
use crate::text::{Span, cut};
use std::ops::Range;

/// A document, read.
#[derive(Clone, Debug)]
pub struct Document {
    /// Bytes of its text.
    pub len: usize,
    /// Front matter.
    pub front: FrontMatter,
    /// Its chunks in order.
    pub chunks: Vec<Chunk>,
    /// What front matter and head fields say.
    pub head: Head,
    /// What sort of document it is.
    pub kind: Kind,
    /// The kind is stated, not only recognised.
    pub kind_stated: bool,
    /// Where it is in its life.
    pub lifecycle: Lifecycle,
    /// It is a form to fill in: nothing is missing from it.
    pub template: bool,
    /// Title or file name says of which day it is.
    pub dated: bool,
    /// The language most of its headings are in.
    pub language: Option<Language>,
    /// Nested deeper than is read: where.
    pub too_deep: Option<Span>,
    pub(super) survey: Survey,
}

impl Document {
    /// Reads a whole text.
    pub fn read(text: &str, origin: &Origin, manner: &Manner<'_>) -> Self {
        let front = FrontMatter::read(text);
        let body = front.body_offset;
        let too_deep = depth::too_deep(&text[body..]).map(|span| span.shifted(body));
        let readable = &text[..too_deep.map_or(text.len(), |span| span.start as usize)];
        let starts = cut(readable, body);
        let ends = starts[1..].iter().copied().chain([readable.len() as u32]);
        let chunks =
            starts.iter().zip(ends).map(|(&start, end)| Chunk::unread(start as usize, &readable[start as usize..end as usize], manner));
        let chunks: Vec<Chunk> = chunks.collect();
        let mut document = Self {
            len: text.len(),
            survey: Survey::of(&chunks, &front, origin, manner),
            front,
            chunks,
            head: Head::default(),
            kind: Kind::Notes,
            kind_stated: false,
            lifecycle: Lifecycle::Review,
            template: false,
            dated: false,
            language: None,
            too_deep,
        };
        document.read_chunks(0..usize::MAX, Context::default(), Source::Whole(text), manner);
        document.conclude(Source::Whole(text), manner);
        document
    }

    /// Reads chunk after chunk: all of `due`, and behind them those that the text before them now means something else for. Returns
    /// the number of the first that was left as it is. `context` is what the text before the first means.
    pub(super) fn read_chunks(&mut self, due: Range<usize>, mut context: Context, source: Source<'_>, manner: &Manner<'_>) -> usize {
        let facts = self.survey.facts(manner);
        for number in due.start..self.chunks.len() {
            context.deeper_follows = self.deeper_follows(number);
            let chunk = &mut self.chunks[number];
            if number >= due.end && chunk.context == context {
                return number;
            }
            chunk.context = context.clone();
            *chunk.plan = read(&source.of(Span::new(chunk.start, chunk.end)), chunk.opening.take(), &facts, &mut context);
            chunk.gist = Gist::of(&chunk.plan);
        }
        self.chunks.len()
    }

    /// Works out what holds for the whole, once all chunks are read.
    pub(super) fn conclude(&mut self, source: Source<'_>, manner: &Manner<'_>) {
        self.head = Head::of(source, &self.front, &self.chunks, manner.vocabulary);
        (self.kind, self.kind_stated) = self.survey.kind(&self.chunks);
        self.lifecycle = self.head.lifecycle(manner.vocabulary);
        self.language = self.head.language().or(self.survey.language);
        self.template = self.survey.template;
        self.dated = self.survey.dated;
    }

    /// Whether the chunk behind `number` begins with a deeper heading.
    pub(super) fn deeper_follows(&self, number: usize) -> bool {
        let level = |number: usize| self.chunks.get(number).map_or(0, |chunk| chunk.headings.level);
        level(number) > 0 && level(number + 1) > level(number)
    }

    fn all<'d, T: 'd>(&'d self, of: impl Fn(&'d ChunkPlan) -> &'d [T] + 'd) -> impl Iterator<Item = Placed<'d, T>> + 'd {
        self.chunks.iter().enumerate().flat_map(move |(number, chunk)| {
            let base = chunk.start;
            of(&chunk.plan).iter().map(move |it| Placed { chunk: number, base, it })
        })
    }

    /// It is done or archived: what is missing from it stays missing.
    pub fn is_closed(&self) -> bool {
        matches!(self.lifecycle, Lifecycle::Archived | Lifecycle::Done)
    }

    /// Every section in order.
    pub fn sections(&self) -> impl Iterator<Item = Placed<'_, Section>> {
        self.all(|plan| &plan.sections)
    }

    /// Every field in order.
    pub fn fields(&self) -> impl Iterator<Item = Placed<'_, Field>> {
        self.all(|plan| &plan.fields)
    }

    /// Every field of some chunks, which are named by their numbers, in order.
    pub fn fields_in(&self, chunks: Range<usize>) -> impl Iterator<Item = Placed<'_, Field>> {
        let first = chunks.start;
        let chunks = self.chunks.get(chunks).unwrap_or_default().iter().enumerate();
        chunks.flat_map(move |(number, chunk)| {
            chunk.plan.fields.iter().map(move |it| Placed { chunk: first + number, base: chunk.start, it })
        })
    }

    /// Every question in order.
    pub fn questions(&self) -> impl Iterator<Item = Placed<'_, Question>> {
        self.all(|plan| &plan.questions)
    }

    /// Every action in order.
    pub fn actions(&self) -> impl Iterator<Item = Placed<'_, Action>> {
        self.all(|plan| &plan.actions)
    }

    /// Every line of minutes that may be an action, in order.
    pub fn possible_actions(&self) -> impl Iterator<Item = Placed<'_, Action>> {
        self.all(|plan| &plan.possible)
    }

    /// Every entry in order.
    pub fn entries(&self) -> impl Iterator<Item = Placed<'_, Entry>> {
        self.all(|plan| &plan.entries)
    }

    /// Every table in order.
    pub fn tables(&self) -> impl Iterator<Item = Placed<'_, Table>> {
        self.all(|plan| &plan.tables)
    }

    /// Every id defined, in order.
    pub fn definitions(&self) -> impl Iterator<Item = Placed<'_, Definition>> {
        self.all(|plan| &plan.definitions)
    }

    /// Every id mentioned, in order.
    pub fn references(&self) -> impl Iterator<Item = Placed<'_, Reference>> {
        self.all(|plan| &plan.references)
    }

    /// Every passage with letters, in order.
    pub fn scripts(&self) -> impl Iterator<Item = Placed<'_, ScriptRun>> {
        self.all(|plan| &plan.scripts)
    }

    /// The title: the first heading of level 1.
    pub fn title(&self) -> Option<Placed<'_, Section>> {
        self.sections().find(|section| section.level == 1)
    }

    /// Where a finding about the whole document sits: the words of the title; without one, or where a line only reads like a title, the
    /// start of the text behind the front matter.
    pub fn title_span(&self) -> Span {
        match self.title().filter(|title| !matches!(title.shape, SectionShape::Bold | SectionShape::Plain)) {
            Some(title) => title.at(title.heading),
            None => Span::empty(self.chunks.first().map_or(0, |chunk| chunk.start)),
        }
    }

    /// The value of a head key.
    pub fn head(&self, key: HeadKey) -> Option<&super::head::HeadValue> {
        self.head.get(key)
    }
}
