//! The `[names]` tables of the vocabularies: words that are no names, words that surround them.
//! All languages at once, because documents mix them. Looked up without allocating for ASCII words.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    sync::LazyLock,
};

use serde::Deserialize;

use crate::dialect::concept::Status;
use crate::dialect::reading::shipped;

/// What a word or phrase can be around a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u32)]
pub(crate) enum Part {
    /// An imperative or a common noun: no person.
    Common = 1,
    /// "The" and its like before a role.
    Article = 1 << 1,
    /// `to`, `will`: between a name and its work.
    Auxiliary = 1 << 2,
    /// `sends`: a verb right behind a name.
    Act = 1 << 3,
    /// `the`, `be`: behind "to" these say that no work follows.
    NotWork = 1 << 4,
    /// `and`.
    Joiner = 1 << 5,
    /// `van`, inside a name.
    Particle = 1 << 6,
    /// `committee`.
    Group = 1 << 7,
    /// `treasurer`.
    Role = 1 << 8,
    /// `TODO` before an action.
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
    Surname = 1 << 17,
    /// `さん`.
    Honorific = 1 << 18,
    /// `が`: marks the name before it as who does the work.
    Subject = 1 << 19,
    /// As `Subject`, only behind an honorific.
    SubjectAfterHonorific = 1 << 20,
    /// `can`: between a name and what it may do.
    Modal = 1 << 21,
    /// `ask`: who is named next is asked.
    Bid = 1 << 22,
    /// `name`: keeps a place free where nothing but an owner can stand.
    Blank = 1 << 23,
    /// More words follow in a longer phrase.
    Prefix = 1 << 24,
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
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Deserialize)]
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
    words: Words<Parts>,
    keys: Words<Key>,
    statuses: Words<Status>,
}

type Words<T> = HashMap<Box<str>, T, BuildHasherDefault<WordHasher>>;

/// FNV-1a: words are short, and nobody feeds us words to slow us down.
struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The table of one language. Plain lists are one string with white space between the words; phrases are arrays.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct NameWords {
    common: &'static str,
    acts: &'static str,
    not_work: &'static str,
    bids: &'static str,
    groups: &'static str,
    roles: &'static str,
    surnames: &'static str,
    honorifics: &'static str,
    subject: &'static str,
    subject_after_honorific: &'static str,
    articles: &'static str,
    auxiliaries: Vec<&'static str>,
    modals: Vec<&'static str>,
    particles: Vec<&'static str>,
    joiners: Vec<&'static str>,
    labels: Vec<&'static str>,
    everybody: Vec<&'static str>,
    nobody: Vec<&'static str>,
    blanks: Vec<&'static str>,
    speakers: Vec<&'static str>,
    myself: Vec<&'static str>,
    copied: Vec<&'static str>,
    by: Vec<&'static str>,
    asked: Vec<&'static str>,
    keys: HashMap<Key, Vec<&'static str>>,
    status: HashMap<&'static str, Vec<&'static str>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { words: Words::default(), keys: Words::default(), statuses: Words::default() };
    for words in shipped() {
        lexicon.add(&words.names);
    }
    lexicon
});

impl Lexicon {
    /// The one lexicon, read on first use.
    pub(crate) fn get() -> &'static Self {
        &LEXICON
    }

    /// The parts `phrase` can play; runs of white space count as one, case does not. A common noun is found in the plural too.
    pub(crate) fn parts(&self, phrase: &str) -> Parts {
        folded(phrase, |key| {
            let parts = self.words.get(key).copied().unwrap_or_default();
            let plural_of = key.strip_suffix('s').filter(|stem| stem.len() > 2 && !parts.has(Part::Common));
            plural_of.map_or(parts, |stem| {
                Parts(parts.0 | self.words.get(stem).map_or(0, |of| of.0 & (Part::Common as u32 | Part::Role as u32)))
            })
        })
    }

    /// Whether `phrase` can be a `part`.
    pub(crate) fn is(&self, phrase: &str, part: Part) -> bool {
        self.parts(phrase).has(part)
    }

    /// The attribute opened by `phrase` before a colon.
    pub(crate) fn key(&self, phrase: &str) -> Option<Key> {
        folded(phrase, |key| self.keys.get(key).copied())
    }

    /// The status that `phrase` says.
    pub(crate) fn status(&self, phrase: &str) -> Option<Status> {
        folded(phrase, |key| self.statuses.get(key).copied())
    }

    fn add(&mut self, table: &NameWords) {
        use Part::{
            Act, Article, Asked, Auxiliary, Bid, Blank, By, Common, Copied, Everybody, Group, Honorific, Joiner, Label, Modal, Myself,
            Nobody, NotWork, Particle, Role, Speakers, Subject, SubjectAfterHonorific, Surname,
        };
        let words = [
            (&table.common, Common),
            (&table.acts, Act),
            (&table.not_work, NotWork),
            (&table.bids, Bid),
            (&table.groups, Group),
            (&table.roles, Role),
            (&table.surnames, Surname),
            (&table.honorifics, Honorific),
            (&table.subject, Subject),
            (&table.subject_after_honorific, SubjectAfterHonorific),
            (&table.articles, Article),
        ];
        for (list, part) in words {
            for word in list.split_whitespace() {
                self.add_phrase(word, part);
            }
        }
        let phrases = [
            (&table.auxiliaries, Auxiliary),
            (&table.modals, Modal),
            (&table.particles, Particle),
            (&table.joiners, Joiner),
            (&table.labels, Label),
            (&table.everybody, Everybody),
            (&table.nobody, Nobody),
            (&table.blanks, Blank),
            (&table.speakers, Speakers),
            (&table.myself, Myself),
            (&table.copied, Copied),
            (&table.by, By),
            (&table.asked, Asked),
        ];
        for (list, part) in phrases {
            for phrase in list {
                self.add_phrase(phrase, part);
            }
        }
        for (&key, spellings) in &table.keys {
            self.keys.extend(spellings.iter().map(|spelling| (Box::from(*spelling), key)));
        }
        for (word, spellings) in &table.status {
            let status = Status::from_word(&word.replace('-', " ")).expect("a table of [names.status] is called as the status is");
            self.statuses.extend(spellings.iter().map(|spelling| (Box::from(*spelling), status)));
        }
    }

    /// Enters the phrase, and each of its beginnings, so that a reader going word by word knows when to stop.
    fn add_phrase(&mut self, phrase: &str, part: Part) {
        for (end, _) in phrase.match_indices(' ') {
            self.words.entry(phrase[..end].into()).or_default().0 |= Part::Prefix as u32;
        }
        self.words.entry(phrase.into()).or_default().0 |= part as u32;
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
