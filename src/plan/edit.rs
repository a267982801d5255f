//! Edits: a document follows its text, and only what the edit touched is read again.
//!
//! The outcome is the document that reading the whole new text would give. Chunks are kept where neither their text nor what the text
//! before them means has changed; where what holds for the whole has, all are read again.

use super::chunk::Chunk;
use super::context::Context;
use super::document::Document;
use super::manner::Manner;
use super::origin::Origin;
use super::source::Source;
use super::survey::Survey;
use crate::markdown::depth;
use crate::markdown::front_matter::FrontMatter;
use crate::text::{BOM, Recut, Span, Text, recut};
use std::ops::Range;

/// Front matter ends before this byte, or is none.
const FRONT_BYTES: usize = 68 * 1024;

/// Which chunks an edit left as they were: all before `old` and all behind it, which are those behind `new` now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Numbers of the chunks that were replaced or read again, as they were before.
    pub old: Range<usize>,
    /// Numbers of the chunks in their place.
    pub new: Range<usize>,
    /// The bytes that were replaced and how many came, when it was one edit.
    pub edit: Option<(Span, usize)>,
}

impl Change {
    /// What this change and then `next` did together.
    #[must_use]
    pub fn then(&self, next: &Self) -> Self {
        let start = self.new.start.min(next.old.start);
        let end = self.new.end.max(next.old.end);
        Self { old: start..end - self.new.len() + self.old.len(), new: start..end - next.old.len() + next.new.len(), edit: None }
    }

    /// Nothing happened to any chunk.
    pub fn none() -> Self {
        Self { old: 0..0, new: 0..0, edit: None }
    }
}

impl Document {
    /// Follows an edit that put `inserted` bytes in the place of the bytes `edit`; `text` is the new text.
    pub fn edit(&mut self, text: &Text, edit: Span, inserted: usize, origin: &Origin, manner: &Manner<'_>) -> Change {
        let old_chunks = self.chunks.len();
        let front = self.front_after(text, edit);
        let body = front.as_ref().unwrap_or(&self.front).body_offset;
        let starts: Vec<u32> = self.chunks.iter().map(|chunk| chunk.start as u32).collect();
        let recut = recut(text, &starts, edit, inserted, body);
        let fresh = fresh(text, &recut, self.chunks.get(recut.gone.end), manner);
        let Some(fresh) = fresh.filter(|_| self.too_deep.is_none()) else {
            *self = Self::read(&text.to_string(), origin, manner);
            return Change { old: 0..old_chunks, new: 0..self.chunks.len(), edit: Some((edit, inserted)) };
        };
        let headings_stay = front.is_none()
            && fresh.iter().map(|chunk| &chunk.headings).eq(self.chunks[recut.gone.clone()].iter().map(|chunk| &chunk.headings));
        let context =
            self.chunks.get(recut.gone.start).filter(|_| recut.gone.start > 0).map(|chunk| chunk.context.clone()).unwrap_or_default();
        let due = self.splice(text, &recut, fresh);
        if let Some(front) = front {
            self.front = front;
        }
        let new = if headings_stay { due } else { self.survey_again(due, origin, manner) };
        let new = self.read_due(new, context, Source::Rope(text), manner);
        self.conclude(Source::Rope(text), manner);
        Change { old: new.start..old_chunks - (self.chunks.len() - new.end), new, edit: Some((edit, inserted)) }
    }

    /// The front matter after an edit, where it may have changed.
    fn front_after(&self, text: &Text, edit: Span) -> Option<FrontMatter> {
        if edit.start as usize >= FRONT_BYTES {
            return None;
        }
        let start = text.slice(Span::new(0, 6));
        let start = start.strip_prefix(BOM).unwrap_or(&start);
        let may_have = start.starts_with("---") || start.starts_with("+++");
        if !may_have && self.front.span.is_empty() && edit.start >= 6 {
            return None;
        }
        let front = FrontMatter::read(&text.slice(Span::new(0, FRONT_BYTES.min(text.len()))));
        (front != self.front).then_some(front)
    }

    /// Puts the `fresh` chunks in the place of those gone and moves all behind them. Returns the numbers of the fresh ones.
    fn splice(&mut self, text: &Text, recut: &Recut, fresh: Vec<Chunk>) -> Range<usize> {
        for chunk in &mut self.chunks[recut.gone.end..] {
            chunk.start = chunk.start.saturating_add_signed(recut.shift as isize);
            chunk.end = chunk.end.saturating_add_signed(recut.shift as isize);
        }
        let due = recut.gone.start..recut.gone.start + fresh.len();
        self.chunks.splice(recut.gone.clone(), fresh);
        self.len = text.len();
        due
    }

    /// Looks at all headings again. Returns the numbers of the chunks to read: all of them where what holds for all has changed.
    fn survey_again(&mut self, due: Range<usize>, origin: &Origin, manner: &Manner<'_>) -> Range<usize> {
        let survey = Survey::of(&self.chunks, &self.front, origin, manner);
        let bearing_stays = survey.bearing == self.survey.bearing;
        self.survey = survey;
        if bearing_stays { due } else { 0..self.chunks.len() }
    }

    /// Reads the chunks `due` and those whose reading depends on them. Returns the numbers of all that were read.
    fn read_due(&mut self, due: Range<usize>, context: Context, source: Source<'_>, manner: &Manner<'_>) -> Range<usize> {
        if due.start == 0 {
            return 0..self.read_chunks(due, Context::default(), source, manner);
        }
        // A chunk knows whether a deeper heading follows it.
        let before = due.start - 1;
        let start = if self.chunks[before].context.deeper_follows == self.deeper_follows(before) { due.start } else { before };
        let context = if start == before { self.chunks[before].context.clone() } else { context };
        start..self.read_chunks(start..due.end, context, source, manner)
    }
}

/// The chunks that come in the place of those gone, not read yet; `None` where one of them is nested too deep to be read.
fn fresh(text: &Text, recut: &Recut, behind: Option<&Chunk>, manner: &Manner<'_>) -> Option<Vec<Chunk>> {
    let end = behind.map_or(text.len(), |chunk| chunk.start.saturating_add_signed(recut.shift as isize));
    let ends = recut.fresh.iter().skip(1).map(|&start| start as usize).chain([end]);
    let chunks = recut.fresh.iter().zip(ends).map(|(&start, end)| {
        let chunk = text.slice(Span::new(start as usize, end));
        depth::too_deep(&chunk).is_none().then(|| Chunk::unread(start as usize, &chunk, manner))
    });
    chunks.collect()
}
