//! Drafts to sentences: a rule's message with the draft's words put in, in one language. What is not translated speaks English.

use super::settings::Settings;
use crate::dialect::concept::{Concept, Language};
use crate::dialect::texts::Texts;
use crate::dialect::vocabulary::Vocabulary;
use crate::dialect::words::Words;
use crate::rules::Page;
use crate::rules::draft::{Draft, Word};
use std::borrow::Cow;

/// planlint's own English `word` as findings of a document in `language` say it.
pub fn own_word(word: &str, language: Option<Language>, settings: &Settings) -> String {
    Wording::of(language, settings).word(word).into_owned()
}

/// The language that findings are told in; `None` is English.
#[derive(Clone, Copy)]
pub(super) struct Wording(Option<(&'static Texts, &'static Words)>);

impl Wording {
    /// How the findings of a document in `language` are told.
    pub(super) fn of(language: Option<Language>, settings: &Settings) -> Self {
        let spoken = settings.spoken(language);
        Self(Texts::of(spoken).map(|texts| (texts, Vocabulary::builtin().language(spoken))))
    }

    /// The message of `draft`.
    pub(super) fn message(self, page: &Page, draft: &Draft) -> String {
        self.fill(self.template(page, draft.message), &draft.words)
    }

    /// What to do.
    pub(super) fn help(self, page: &Page) -> Option<String> {
        let english = page.help.as_ref()?;
        Some(self.translated(page, "help").map_or_else(|| english.clone(), str::to_owned))
    }

    /// What is said of another place of `draft`. In planlint's own words the draft's may stand in braces.
    pub(super) fn related(self, note: Word, draft_words: &[(&'static str, Word)]) -> String {
        match note {
            Word::Given(text) => text,
            Word::Own(words) => words.iter().map(|word| self.fill(&self.word(word), draft_words)).collect(),
        }
    }

    fn template<'p>(self, page: &'p Page, variant: &str) -> &'p str {
        let english = || page.messages.get(variant).or_else(|| page.messages.get("default")).map_or("", String::as_str);
        self.translated(page, variant).unwrap_or_else(english)
    }

    fn translated(self, page: &Page, variant: &str) -> Option<&'static str> {
        self.0?.0.message(&page.code, variant)
    }

    /// `template` with every `{name}` replaced. A name without a word stays out.
    fn fill(self, template: &str, words: &[(&'static str, Word)]) -> String {
        let mut text = String::with_capacity(template.len() + 48);
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            text.push_str(&rest[..open]);
            let Some(close) = rest[open..].find('}') else { break };
            let name = &rest[open + 1..open + close];
            match words.iter().find(|(known, _)| *known == name) {
                Some((_, Word::Given(word))) => text.push_str(word),
                Some((_, Word::Own(list))) => self.list(list, &mut text),
                None => {}
            }
            rest = &rest[open + close + 1..];
        }
        text.push_str(rest);
        text
    }

    fn list(self, words: &[String], text: &mut String) {
        let comma = self.word(", ");
        for (number, word) in words.iter().enumerate() {
            if number > 0 {
                text.push_str(&comma);
            }
            text.push_str(&self.word(word));
        }
    }

    /// One of planlint's own words; a writer's own stay as they are.
    fn word(self, english: &str) -> Cow<'_, str> {
        let Some((texts, words)) = self.0 else { return Cow::Borrowed(english) };
        if let Some(word) = texts.word(english) {
            return Cow::Borrowed(word);
        }
        let behind = english.trim_start_matches(|it: char| it.is_ascii_digit());
        let number = &english[..english.len() - behind.len()];
        if !number.is_empty()
            && let Some(counted) = texts.word(&format!("#{behind}"))
        {
            return Cow::Owned(counted.replace('#', number));
        }
        let inserted = |concept: Concept| words.insert.headings.get(&concept).or_else(|| words.insert.labels.get(&concept));
        match Concept::from_word(english).and_then(inserted) {
            Some(word) => Cow::Borrowed(word),
            None => Cow::Owned(english.to_owned()),
        }
    }
}
