//! What a document says about itself: front matter, and the labelled lines between its start and its second heading (DIALECT 2).
//! Front matter wins.

use super::chunk::Chunk;
use super::source::Source;
use crate::dialect::concept::{HeadKey, Language, Lifecycle, Phase};
use crate::dialect::date::{self, Order, When};
use crate::dialect::item::ItemText;
use crate::dialect::name::Names;
use crate::dialect::owner::{Owner, owner_cell};
use crate::dialect::vocabulary::Vocabulary;
use crate::markdown::front_matter::{FrontMatter, Value};
use crate::text::Span;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The value of a head key. Spans count from the start of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadValue {
    /// What it says; of a list its items, joined.
    pub text: String,
    /// Its items; one for a plain value.
    pub items: Vec<(Span, String)>,
    /// Where the value stands.
    pub span: Span,
    /// Key and value: where findings about it sit.
    pub place: Span,
    /// Destination of a link in it.
    pub link: Option<String>,
    /// It stands in front matter.
    pub in_front: bool,
}

impl HeadValue {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The path or address it names: of a link, or written so that it can be nothing else (DIALECT 10).
    pub fn path(&self) -> Option<&str> {
        if let Some(link) = &self.link {
            return Some(link);
        }
        let text = self.text.trim();
        let bare = text.split_once('#').map_or(text, |(path, _)| path);
        let extension = [".md", ".markdown", ".mdown"].iter().any(|it| bare.to_ascii_lowercase().ends_with(it));
        let is_one_word = text.contains('/') && !text.contains(' ');
        let is_path = !text.contains('\n') && (extension && !text.contains("://") || is_one_word);
        is_path.then_some(text)
    }

    /// The day it names; a date-time counts as its date.
    pub fn date(&self, order: Order) -> Option<Date> {
        match date::read_slot(&self.text, order)?.when {
            When::Exact(day) => Some(day),
            When::Coarse { last, .. } => Some(last),
            _ => None,
        }
    }
}

/// All head values of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    values: BTreeMap<HeadKey, HeadValue>,
}

impl Head {
    pub(super) fn of(source: Source<'_>, front: &FrontMatter, chunks: &[Chunk], vocabulary: &Vocabulary) -> Self {
        let mut values = BTreeMap::new();
        for entry in &front.entries {
            let Some(key) = HeadKey::from_word(&entry.name.replace(' ', "-")).or_else(|| vocabulary.head_key(&entry.name)) else {
                continue;
            };
            values.entry(key).or_insert_with(|| from_entry(key, entry.key, &entry.value));
        }
        // A chunk behind the second heading holds no head field.
        for chunk in chunks.iter().take_while(|chunk| chunk.context.headings < 2) {
            for field in chunk.plan.fields.iter().filter(|field| field.in_head) {
                let Some(key) = field.head else { continue };
                let span = field.value.shifted(chunk.start);
                let value = source.of(span).trim().to_owned();
                values.entry(key).or_insert_with(|| HeadValue {
                    items: listed(key, span, &value),
                    text: value,
                    span,
                    place: field.place.shifted(chunk.start),
                    link: field.link.as_deref().map(str::to_owned),
                    in_front: false,
                });
            }
        }
        // "Stand: 20.01.2026": a status that is a date says when it was reviewed.
        if let Some(status) = values.get(&HeadKey::Status)
            && !status.in_front
            && status.date(Order::Dmy).is_some()
            && let Some(status) = values.remove(&HeadKey::Status)
        {
            values.entry(HeadKey::Reviewed).or_insert(status);
        }
        Self { values }
    }

    /// The value of `key`.
    pub fn get(&self, key: HeadKey) -> Option<&HeadValue> {
        self.values.get(&key)
    }

    /// Every key with its value.
    pub fn iter(&self) -> impl Iterator<Item = (HeadKey, &HeadValue)> {
        self.values.iter().map(|(&key, value)| (key, value))
    }

    /// Where the document is in its life.
    pub fn lifecycle(&self, vocabulary: &Vocabulary) -> Lifecycle {
        self.get(HeadKey::Status).and_then(|value| vocabulary.lifecycle(&value.text)).unwrap_or(Lifecycle::Review)
    }

    /// The phase of the plan.
    pub fn phase(&self, vocabulary: &Vocabulary) -> Option<Phase> {
        self.get(HeadKey::Phase).and_then(|value| vocabulary.phase(&value.text))
    }

    /// The language it says it is in.
    pub fn language(&self) -> Option<Language> {
        let tag = self.get(HeadKey::Lang)?.text.to_ascii_lowercase();
        Language::from_word(tag.split(['-', '_']).next()?)
    }

    /// People that `people:` and `owner:` name.
    pub fn people(&self) -> Names {
        let mut names = Names::default();
        for key in [HeadKey::People, HeadKey::Owner, HeadKey::Sponsor] {
            for (_, person) in self.get(key).map(|value| value.items.as_slice()).unwrap_or_default() {
                names.add(person);
            }
        }
        names
    }
}

fn from_entry(key: HeadKey, place: Span, value: &Value) -> HeadValue {
    let texts: Vec<(Span, &str)> = value.texts().collect();
    let span = match (texts.first(), texts.last()) {
        (Some(first), Some(last)) => first.0.to(last.0),
        _ => Span::empty(place.end as usize),
    };
    let items = match texts[..] {
        [(span, text)] => listed(key, span, text),
        _ => texts.iter().map(|&(span, text)| (span, text.to_owned())).collect(),
    };
    let text = texts.iter().map(|&(_, text)| text).collect::<Vec<_>>().join(", ");
    let link = link_in(&text);
    HeadValue { text, items, span, place: place.to(span), link, in_front: true }
}

/// Whether a value is a number or a switch, and so nobody's name: `people: 3`.
pub(crate) fn is_no_name(value: &str) -> bool {
    let value = value.trim();
    value.parse::<f64>().is_ok() || matches!(value.to_ascii_lowercase().as_str(), "true" | "false")
}

/// The items of a plain value at `span`: of `People: Ann Lee, Bo Chen and Cy Diaz` each person.
fn listed(key: HeadKey, span: Span, value: &str) -> Vec<(Span, String)> {
    if matches!(key, HeadKey::People | HeadKey::Owner | HeadKey::Sponsor) && is_no_name(value) {
        return Vec::new();
    }
    let people = if key == HeadKey::People { owner_cell(&ItemText::plain(value)) } else { Owner::Nobody };
    match people.names() {
        [_, _, ..] if span.len() == value.len() => {
            people.names().iter().map(|name| (name.shifted(span.start as usize), name.of(value).to_owned())).collect()
        }
        _ => vec![(span, value.to_owned())],
    }
}

/// `[Our mission](mission.md)`
fn link_in(text: &str) -> Option<String> {
    let (_, rest) = text.trim().strip_prefix('[')?.split_once("](")?;
    Some(rest.strip_suffix(')')?.to_owned())
}
