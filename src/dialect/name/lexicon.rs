//! The `[names]` tables of the vocabularies: words that are no names, words that surround them.
//! All languages at once, because documents mix them. Looked up without allocating for ASCII words.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::dialect::concept::Status;
use crate::dialect::lexicon::Lexicon as Words;
use crate::dialect::listed::laid_out;

/// What a word or phrase can be around a name, called as the list of the vocabulary is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u32)]
pub(crate) enum Part {
    /// An imperative or a common noun: no person.
    Common = 1,
    /// "The" and its like before a role.
    #[serde(rename = "articles")]
    Article = 1 << 1,
    /// `to`, `will`: between a name and its work.
    #[serde(rename = "auxiliaries")]
    Auxiliary = 1 << 2,
    /// `sends`: a verb right behind a name.
    #[serde(rename = "acts")]
    Act = 1 << 3,
    /// `the`, `be`: behind "to" these say that no work follows.
    NotWork = 1 << 4,
    /// `and`.
    #[serde(rename = "joiners")]
    Joiner = 1 << 5,
    /// `van`, inside a name.
    #[serde(rename = "particles")]
    Particle = 1 << 6,
    /// `committee`.
    #[serde(rename = "groups")]
    Group = 1 << 7,
    /// `treasurer`.
    #[serde(rename = "roles")]
    Role = 1 << 8,
    /// `TODO` before an action.
    #[serde(rename = "labels")]
    Label = 1 << 9,
    /// `all`: nobody in particular.
    Everybody = 1 << 10,
    /// `TBD`.
    Nobody = 1 << 11,
    /// `we`.
    Speakers = 1 << 12,
    /// `I`.
    Myself = 1 << 13,
    /// `cc`: who is mentioned next does not do the work.
    Copied = 1 << 14,
    /// `led by`: before a name.
    By = 1 << 15,
    /// `asked`: between who asks and who does the work.
    Asked = 1 << 16,
    /// A family name of East Asia.
    #[serde(rename = "surnames")]
    Surname = 1 << 17,
    /// `さん`.
    #[serde(rename = "honorifics")]
    Honorific = 1 << 18,
    /// `が`: marks the name before it as who does the work.
    Subject = 1 << 19,
    /// As `Subject`, only behind an honorific.
    SubjectAfterHonorific = 1 << 20,
    /// `can`: between a name and what it may do.
    #[serde(rename = "modals")]
    Modal = 1 << 21,
    /// `ask`: who is named next is asked.
    #[serde(rename = "bids")]
    Bid = 1 << 22,
    /// `name`: keeps a place free where nothing but an owner can stand.
    #[serde(rename = "blanks")]
    Blank = 1 << 23,
    /// More words follow in a longer phrase.
    Prefix = 1 << 24,
    /// `各自`: everybody, said without a verb or a particle before the work.
    Each = 1 << 25,
}

/// The parts a word can play.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Parts(u32);

impl Parts {
    pub(crate) const fn of(parts: &[Part]) -> Self {
        let (mut all, mut index) = (0, 0);
        while index < parts.len() {
            all |= parts[index] as u32;
            index += 1;
        }
        Self(all)
    }

    pub(crate) fn has(self, part: Part) -> bool {
        self.0 & part as u32 != 0
    }

    pub(crate) fn has_any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

/// The attribute a key opens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Key {
    Owner,
    Start,
    Scheduled,
    Done,
    Cancelled,
    Created,
    Status,
    Reference,
}

/// Everything the vocabularies say about names.
pub(crate) struct Lexicon {
    words: Words<Part>,
    keys: Words<Key>,
    statuses: Words<Status>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    words: Words::shipped(laid_out!("names"), |_| 0, |sense| sense.meaning),
    keys: Words::shipped(laid_out!("name-keys"), |_| 0, |sense| sense.meaning),
    statuses: Words::shipped(laid_out!("name-status"), |_| 0, |sense| sense.meaning),
});

impl Lexicon {
    /// The one lexicon, read on first use.
    pub(crate) fn get() -> &'static Self {
        &LEXICON
    }

    /// The parts `phrase` can play; runs of white space count as one, case does not. A common noun is found in the plural too.
    pub(crate) fn parts(&self, phrase: &str) -> Parts {
        folded(phrase, |key| {
            let parts = Parts::of(self.words.get(key));
            let plural_of = key.strip_suffix('s').filter(|stem| stem.len() > 2 && !parts.has(Part::Common));
            plural_of.map_or(parts, |stem| Parts(parts.0 | Parts::of(self.words.get(stem)).0 & (Part::Common as u32 | Part::Role as u32)))
        })
    }

    /// Whether `phrase` can be a `part`.
    pub(crate) fn is(&self, phrase: &str, part: Part) -> bool {
        self.parts(phrase).has(part)
    }

    /// The attribute opened by `phrase` before a colon.
    pub(crate) fn key(&self, phrase: &str) -> Option<Key> {
        folded(phrase, |key| self.keys.get(key).last().copied())
    }

    /// The status that `phrase` says.
    pub(crate) fn status(&self, phrase: &str) -> Option<Status> {
        folded(phrase, |key| self.statuses.get(key).last().copied())
    }
}

/// Longest phrase that is folded on the stack.
const SHORT: usize = 48;

/// Hands `look` the phrase in small letters, with straight apostrophes and single spaces.
fn folded<T>(phrase: &str, look: impl FnOnce(&str) -> T) -> T {
    let mut buffer = [0u8; SHORT];
    if phrase.len() <= SHORT && phrase.is_ascii() {
        let mut length = 0_usize;
        for byte in phrase.trim_ascii().bytes().map(|byte| if byte.is_ascii_whitespace() { b' ' } else { byte.to_ascii_lowercase() }) {
            if byte != b' ' || buffer[length.saturating_sub(1)] != b' ' {
                buffer[length] = byte;
                length += 1;
            }
        }
        if let Ok(short) = std::str::from_utf8(&buffer[..length]) {
            return look(short);
        }
    }
    let words = phrase.split_whitespace().map(|word| word.replace('’', "'").to_lowercase());
    look(&words.collect::<Vec<_>>().join(" "))
}
