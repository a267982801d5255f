//! What a fix may look at: one text of a document, what was read in it, and where the document stands in the world.

use super::action::NO_DAY;
use super::apply::Moves;
use super::person;
use super::title::Title;
use crate::dialect::concept::Language;
use crate::dialect::words::{Insert, Words};
use crate::finding::{Applicability, Edit, Finding, Fix};
use crate::judge::{Settings, judge, own_word};
use crate::markdown::Blocks;
use crate::plan::{Chunk, Document, Source};
use crate::rules::{Options, Page};
use crate::text::Span;
use crate::workspace::Index;
use std::cell::{OnceCell, RefCell};
use std::path::Path;
use std::rc::Rc;

/// So much of a text shows in which script it is written.
const SCRIPT_CHARACTERS: usize = 10_000;

/// Everything about a document that stays while its text is mended.
#[derive(Clone, Copy)]
pub struct Bench<'b> {
    /// Where it lies: an absolute path.
    pub file: &'b Path,
    /// The rules in force, and today.
    pub settings: &'b Settings,
    /// Other documents.
    pub index: &'b Index,
}

impl Bench<'_> {
    /// Reads a text of the document.
    pub fn read(&self, text: &str) -> Document {
        Document::read(text, &self.settings.origin(self.file), &self.settings.manner())
    }

    /// The findings of a text of the document, without fixes.
    pub fn judge(&self, document: &Document, text: &str) -> Vec<Finding> {
        let source = Source::Whole(text);
        let path = self.settings.config.path_of(self.file);
        judge(document, source, &path, self.settings, &self.index.around(self.file, document, source))
    }
}

/// One text of a document with what was read in it. Spans are the document's unless said otherwise.
pub struct Sheet<'d> {
    /// Where the document stands.
    pub bench: &'d Bench<'d>,
    /// The text.
    pub text: &'d str,
    /// What was read in it.
    pub document: &'d Document,
    /// The chunk whose blocks were asked for last: findings come in the order of the text.
    blocks: RefCell<Option<(usize, Rc<Blocks<'d>>)>>,
    people: OnceCell<Vec<String>>,
}

impl<'d> Sheet<'d> {
    /// `document` must have been read from `text`.
    pub fn new(bench: &'d Bench<'d>, text: &'d str, document: &'d Document) -> Self {
        Self { bench, text, document, blocks: RefCell::new(None), people: OnceCell::new() }
    }

    /// The rule of a finding, and the options in force for it.
    pub(super) fn rule(&self, finding: &Finding) -> Option<(&'d Page, &'d Options)> {
        self.bench.settings.rules.iter().find(|armed| armed.page.code == *finding.code).map(|armed| (&*armed.page, &armed.options))
    }

    /// The source of `span`.
    pub(super) fn of(&self, span: Span) -> &'d str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The chunk that holds byte `at`.
    pub(super) fn chunk(&self, at: usize) -> Option<&'d Chunk> {
        let behind = self.document.chunks.partition_point(|chunk| chunk.start <= at);
        self.document.chunks.get(behind.checked_sub(1)?).filter(|chunk| at <= chunk.end)
    }

    /// The blocks of the chunk that holds byte `at`, and the byte their spans count from.
    pub(super) fn blocks(&self, at: usize) -> Option<(usize, Rc<Blocks<'d>>)> {
        let chunk = self.chunk(at)?;
        let mut kept = self.blocks.borrow_mut();
        if let Some((start, blocks)) = &*kept
            && *start == chunk.start
        {
            return Some((chunk.start, Rc::clone(blocks)));
        }
        let blocks = Rc::new(Blocks::read(self.text.get(chunk.start..chunk.end)?));
        *kept = Some((chunk.start, Rc::clone(&blocks)));
        Some((chunk.start, blocks))
    }

    /// Whom an owner can be.
    pub(super) fn people(&self) -> &[String] {
        self.people.get_or_init(|| person::candidates(self))
    }

    /// The language of inserted words: the document's; one without any recognised heading is told by its script.
    pub(super) fn language(&self) -> Language {
        self.document.language.unwrap_or_else(|| script(self.text))
    }

    /// The words of that language.
    pub(super) fn words(&self) -> &'d Words {
        self.bench.settings.vocabulary.language(self.language())
    }

    /// The words that fixes leave where a person has something to say.
    pub fn placeholders(&self) -> [&'d str; 2] {
        [&self.insert().todo, NO_DAY]
    }

    /// Where the first placeholder lies that `fix` puts into the text.
    pub fn placeholder_of(&self, fix: &Fix) -> Option<Span> {
        let inserted = Moves::new(&fix.edits).inserted();
        fix.edits.iter().zip(inserted).find_map(|(edit, new)| {
            let (at, length) = self.placeholders().into_iter().filter_map(|word| Some((edit.text.find(word)?, word.len()))).min()?;
            Some(Span::new(at, at + length).shifted(new.start as usize))
        })
    }

    /// A fix that is called `title` in the language of messages, with `words` put in by their names.
    pub(super) fn fix(&self, applicability: Applicability, title: Title, words: &[(&str, &str)], edits: Vec<Edit>) -> Fix {
        Fix::new(applicability, title.told(self.bench.settings.spoken(self.document.language), words), edits)
    }

    /// planlint's own English `word` in the language of messages.
    pub(super) fn own_word(&self, word: &str) -> String {
        own_word(word, self.document.language, self.bench.settings)
    }

    /// The words a fix inserts.
    pub(super) fn insert(&self) -> &'d Insert {
        &self.words().insert
    }
}

/// The language that a script belongs to; English where there are several.
fn script(text: &str) -> Language {
    let (mut kana, mut han, mut hangul, mut latin) = (0, 0, 0, 0);
    for character in text.chars().take(SCRIPT_CHARACTERS) {
        match character {
            '\u{3041}'..='\u{30ff}' => kana += 1,
            '\u{3400}'..='\u{9fff}' => han += 1,
            '\u{ac00}'..='\u{d7a3}' => hangul += 1,
            _ if character.is_alphabetic() => latin += 1,
            _ => {}
        }
    }
    // Three Latin letters say about as much as one character.
    match () {
        () if hangul > kana + han && hangul * 3 > latin => Language::Ko,
        () if kana > 0 && (kana + han) * 3 > latin => Language::Ja,
        () if han * 3 > latin => Language::Zh,
        () => Language::En,
    }
}
