//! A document: its front matter, its head, and its chunks, each read alone.

use super::chunk::{ChunkPlan, ScriptRun};
use super::context::Context;
use super::element::{Action, Definition, Entry, Field, Question, Reference, Table};
use super::head::Head;
use super::origin::Origin;
use super::read::read;
use super::section::Section;
use super::survey::Survey;
use crate::dialect::concept::{HeadKey, Kind, Language, Lifecycle};
use crate::dialect::date::Order;
use crate::dialect::vocabulary::Vocabulary;
use crate::markdown::depth;
use crate::markdown::front_matter::FrontMatter;
use crate::text::{Span, cut};
use std::borrow::Cow;
use std::ops::Range;

/// How documents are read; from configuration.
#[derive(Clone)]
pub struct Manner<'v> {
    /// The words in force.
    pub vocabulary: &'v Vocabulary,
    /// Order of day and month in slash dates.
    pub order: Order,
    /// Lists in which every item asks are questions anywhere.
    pub implicit_questions: bool,
    /// Headings under which questions are not judged.
    pub ignored_questions: Vec<String>,
    /// Headings under which boxes are no actions.
    pub ignored_actions: Vec<String>,
}

/// One chunk of a document with its plan.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// First byte, counted from the start of the document.
    pub start: usize,
    /// The byte behind its last.
    pub end: usize,
    /// What its plan was read with.
    pub context: Context,
    /// What it says.
    pub plan: ChunkPlan,
}

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
    /// The language most of its headings are in.
    pub language: Option<Language>,
    /// Nested deeper than is read: where.
    pub too_deep: Option<Span>,
}

/// An element with the place of its chunk: spans become the document's.
#[derive(Debug)]
pub struct Placed<'d, T> {
    /// Number of the chunk.
    pub chunk: usize,
    /// First byte of the chunk.
    pub base: usize,
    /// The element.
    pub it: &'d T,
}

// Derived, they would ask the same of the element, which is only pointed at.
impl<T> Clone for Placed<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Placed<'_, T> {}

impl<T> Placed<'_, T> {
    /// A span of the element, counted from the start of the document.
    pub fn at(&self, span: Span) -> Span {
        span.shifted(self.base)
    }
}

impl<T> std::ops::Deref for Placed<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.it
    }
}

impl Document {
    /// Reads a whole text.
    pub fn read(text: &str, origin: &Origin, manner: &Manner<'_>) -> Self {
        let front = FrontMatter::read(text);
        let body = front.body_offset;
        let too_deep = depth::too_deep(&text[body..]).map(|span| span.shifted(body));
        let read_to = too_deep.map_or(text.len(), |span| span.start as usize);
        let readable = &text[body..read_to];
        let starts: Vec<usize> = cut(readable, 0).into_iter().map(|start| start as usize).collect();
        let survey = Survey::of(readable, &starts, &front, origin, manner);
        let facts = survey.facts(manner);
        let mut context = Context::default();
        let mut chunks = Vec::with_capacity(starts.len());
        for (number, &start) in starts.iter().enumerate() {
            let end = starts.get(number + 1).copied().unwrap_or(readable.len());
            let mut inner = context.clone();
            inner.deeper_follows = survey.deeper_follows(number);
            let before = inner.clone();
            let plan = read(&readable[start..end], &facts, &mut inner);
            context = inner;
            chunks.push(Chunk { start: start + body, end: end + body, context: before, plan });
        }
        let head = Head::of(text, &front, &chunks, manner.vocabulary);
        let (kind, kind_stated) = survey.kind(&chunks);
        let lifecycle = head.lifecycle(manner.vocabulary);
        let language = head.language().or(survey.language);
        Self { len: text.len(), front, chunks, kind, kind_stated, lifecycle, template: survey.template, language, too_deep, head }
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

    /// The fields of some chunks, in order.
    pub fn fields_of(&self, chunks: Range<usize>) -> impl Iterator<Item = Placed<'_, Field>> {
        let first = chunks.start;
        self.chunks.get(chunks).unwrap_or_default().iter().enumerate().flat_map(move |(number, chunk)| {
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

    /// Where a finding about the whole document sits: the words of the title; without one the start of the text behind the front matter.
    pub fn title_span(&self) -> Span {
        match self.title() {
            Some(title) => title.at(title.heading),
            None => Span::empty(self.chunks.first().map_or(0, |chunk| chunk.start)),
        }
    }

    /// The value of a head key.
    pub fn head(&self, key: HeadKey) -> Option<&super::head::HeadValue> {
        self.head.get(key)
    }
}

/// Where the text of a document lies.
#[derive(Clone, Copy)]
pub enum Source<'t> {
    /// In one piece.
    Whole(&'t str),
    /// In an editor's rope.
    Rope(&'t crate::text::Text),
}

impl<'t> Source<'t> {
    /// The text of `span`.
    pub fn of(self, span: Span) -> Cow<'t, str> {
        match self {
            Self::Whole(text) => Cow::Borrowed(text.get(span.range()).unwrap_or_default()),
            Self::Rope(text) => text.slice(span),
        }
    }
}
