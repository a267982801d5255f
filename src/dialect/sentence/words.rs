//! The `[sentences]` tables of the vocabularies: small words that tell whether a sentence asks, orders or reports, and where it ends.
//! All languages at once, because documents mix them. Words are kept and asked for in small letters.

use crate::dialect::reading::shipped;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word can do in a sentence.
#[derive(Clone, Copy, Debug)]
#[repr(u16)]
pub(crate) enum Use {
    /// Begins a question: "who", "wie".
    Asks = 1,
    /// A verb that begins a question where no other word asks: "should", "gibt".
    AsksAsVerb = 1 << 1,
    /// Begins what an imperative is about: "[book] the [hall]".
    BehindImperative = 1 << 2,
    /// Begins what an infinitive is about: "[réserver] la [salle]".
    BehindInfinitive = 1 << 3,
    /// Verbs of a sentence that reports, in a language that orders by infinitives: "wurde".
    Reports = 1 << 4,
    /// Says nothing about a topic, long as it is: "about".
    Fills = 1 << 5,
    /// Short forms whose full stop ends no sentence: "e.g".
    Short = 1 << 6,
    /// The same, in front of a number only: "no".
    ShortBeforeNumber = 1 << 7,
}

/// The table of one language. Plain lists are one string with white space between the words.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct SentenceWords {
    asking: &'static str,
    asking_verbs: &'static str,
    opinions: Vec<&'static str>,
    orders: Vec<&'static str>,
    reports: Vec<&'static str>,
    duties: Vec<&'static str>,
    behind_imperatives: &'static str,
    infinitives: Vec<&'static str>,
    behind_infinitives: &'static str,
    elisions: Vec<&'static str>,
    reporting_verbs: &'static str,
    fillers: &'static str,
    short: &'static str,
    short_before_numbers: &'static str,
}

/// Whether `word`, in small letters, can do this.
pub(crate) fn can(word: &str, what: Use) -> bool {
    USES.get(word).is_some_and(|uses| uses & what as u16 != 0)
}

/// Whether `text` ends in words that look like a question and state an opinion: ではないか。
pub(crate) fn states_opinion(text: &str) -> bool {
    !text.is_ascii() && listed(|table| &table.opinions).any(|opinion| text.ends_with(opinion))
}

/// Whether `text` ends as an order does where its ending shows that: 정하기.
pub(crate) fn ends_as_order(text: &str) -> bool {
    !text.is_ascii() && listed(|table| &table.orders).any(|ending| text.ends_with(ending))
}

/// Whether `text` ends as a report of what is over does, where its ending shows that: 논의함, 送りました. 해야 함 is a duty.
pub(crate) fn ends_as_report(text: &str) -> bool {
    !text.is_ascii()
        && listed(|table| &table.reports).any(|ending| text.ends_with(ending))
        && !listed(|table| &table.duties).any(|ending| text.ends_with(ending))
}

/// Whether `word` ends as an infinitive in a language that puts orders in that form.
pub(crate) fn ends_as_infinitive(word: &str) -> bool {
    listed(|table| &table.infinitives).any(|ending| word.ends_with(ending))
}

/// Whether `word`, in small letters, begins with an article or preposition that is glued to it: "l'eau".
pub(crate) fn is_elided(word: &str) -> bool {
    listed(|table| &table.elisions).any(|elision| word.starts_with(elision))
}

fn listed(list: fn(&SentenceWords) -> &Vec<&'static str>) -> impl Iterator<Item = &'static str> {
    shipped().iter().flat_map(move |words| list(&words.sentences)).copied()
}

static USES: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut uses = HashMap::new();
    for SentenceWords {
        asking,
        asking_verbs,
        behind_imperatives,
        behind_infinitives,
        reporting_verbs,
        fillers,
        short,
        short_before_numbers,
        ..
    } in shipped().iter().map(|words| &words.sentences)
    {
        for (list, what) in [
            (asking, Use::Asks),
            (asking_verbs, Use::AsksAsVerb),
            (behind_imperatives, Use::BehindImperative),
            (behind_infinitives, Use::BehindInfinitive),
            (reporting_verbs, Use::Reports),
            (fillers, Use::Fills),
            (short, Use::Short),
            (short_before_numbers, Use::ShortBeforeNumber),
        ] {
            for word in list.split_whitespace() {
                *uses.entry(word).or_default() |= what as u16;
            }
        }
    }
    uses
});
